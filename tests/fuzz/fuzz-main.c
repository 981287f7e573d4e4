/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a target as a plain test: fuzz-NAME CORPUS_DIR. Every file of the corpus goes in as it is, cut short at many
 * places, and with bytes changed; the changes are the same on every run. */

#include "fuzz.h"

#include <gio/gio.h>
#include <string.h>

#define N_CUTS 64
#define N_CHANGED 256

/* A copy of its own, so that a sanitizer sees a read beyond the end. */
static void
try_bytes (const guint8 *data, gsize size)
{
  g_autofree guint8 *copy = g_malloc (MAX (size, 1));

  memcpy (copy, data, size);
  LLVMFuzzerTestOneInput (copy, size);
}

static void
try_cuts (const guint8 *data, gsize size)
{
  for (guint cut = 0; cut < N_CUTS; cut++)
    try_bytes (data, size * cut / N_CUTS);
}

static void
try_changes (const guint8 *data, gsize size, guint32 seed)
{
  static const guint8 favourites[] = { 0, '\n', '"', '<', '&', ',', '-', '9', 0x7f, 0x80, 0xff };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint round = 0; size > 0 && round < N_CHANGED; round++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);

      for (guint n = g_rand_int_range (rand, 1, 6); n > 0; n--)
        copy[g_rand_int (rand) % size] =
            g_rand_boolean (rand) ? favourites[g_rand_int (rand) % sizeof favourites] : g_rand_int (rand) & 0xff;
      LLVMFuzzerTestOneInput (copy, size);
    }
}

static void
test_file (gconstpointer path)
{
  g_autofree char *data = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  try_bytes ((const guint8 *)data, size);
  try_cuts ((const guint8 *)data, size);
  try_changes ((const guint8 *)data, size, g_str_hash (strrchr (path, '/')));
}

static void
test_empty (void)
{
  LLVMFuzzerTestOneInput ((const guint8 *)"", 0);
}

static void
add_files (const char *name, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  g_assert_nonnull (dir);
  while ((file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strdup_printf ("/fuzz/%s/%s", name, file);

      g_test_add_data_func_full (path, g_build_filename (folder, file, NULL), test_file, g_free);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *empty = NULL;
  g_autofree char *name = NULL;

  g_test_init (&argc, &argv, NULL);
  if (argc != 2)
    g_error ("one corpus folder, please");
  name = g_path_get_basename (argv[1]);
  empty = g_strdup_printf ("/fuzz/%s/nothing-at-all", name);
  g_test_add_func (empty, test_empty);
  add_files (name, argv[1]);
  return g_test_run ();
}
