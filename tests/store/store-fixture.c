/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static gint64
tick_cb (gpointer data)
{
  gint64 *time = data;
  return *time += G_USEC_PER_SEC;
}

void
store_fixture_set_up_in (StoreFixture *self, const char *top)
{
  gint64 *time = g_new (gint64, 1);
  *time = G_GINT64_CONSTANT (1800000000) * G_USEC_PER_SEC;
  self->top = g_strdup (top);
  self->state = g_build_filename (self->top, "state", NULL);
  self->home = g_build_filename (self->top, "home", NULL);
  self->options = (KladkaStoreOptions){ self->state, "Test", tick_cb, time };
}

void
store_fixture_set_up (StoreFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *top = g_dir_make_tmp ("kladka-store-XXXXXX", &error);
  g_assert_no_error (error);
  store_fixture_set_up_in (self, top);
  g_assert_cmpint (g_mkdir (self->home, 0700), ==, 0);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);
      remove_tree (inside);
    }
  g_remove (path);
}

void
store_fixture_tear_down (StoreFixture *self, gconstpointer data)
{
  remove_tree (self->top);
  g_free (self->top);
  g_free (self->state);
  g_free (self->home);
  g_free (self->options.clock_data);
}

char *
store_fixture_path (const StoreFixture *self, const char *name)
{
  return g_build_filename (self->home, name, NULL);
}

GFile *
store_fixture_file (const StoreFixture *self, const char *name)
{
  g_autofree char *path = store_fixture_path (self, name);
  return g_file_new_for_path (path);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

static char *
describe (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *hash = NULL;
  gsize size = 0;
  GStatBuf about;
  g_assert_cmpint (g_lstat (path, &about), ==, 0);
  if (S_ISREG (about.st_mode) && about.st_size < 10 * 1024 * 1024 && g_file_get_contents (path, &bytes, &size, NULL))
    hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guint8 *)bytes, size);
  return g_strdup_printf ("%s %o %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n", name, about.st_mode,
                          (gint64)about.st_size, (gint64)about.st_mtim.tv_nsec, hash != NULL ? hash : "-");
}

char *
store_fixture_list (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (lines, describe (folder, name));
  g_ptr_array_sort (lines, compare_cb);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("", (char **)lines->pdata);
}

static void
add_plan (KladkaEdits *edits)
{
  const KladkaTypeInfo *info = kladka_type_get (KLADKA_TYPE_PLAN);
  kladka_edits_create (edits, KLADKA_TYPE_PLAN, "plan-1");
  for (guint cell = 0; cell < info->n_cells; cell++)
    if (!g_str_equal (info->cells[cell].name, "deleted"))
      kladka_edits_set (edits, KLADKA_TYPE_PLAN, "plan-1", cell, fixture_value (&info->cells[cell], 6 * cell));
}

KladkaDocument *
store_fixture_new_plan (const StoreFixture *self)
{
  g_autoptr (KladkaEdits) first = kladka_edits_new ();
  g_autoptr (GError) error = NULL;
  add_plan (first);
  KladkaDocument *document = kladka_document_new_empty (&self->options, first, &error);
  g_assert_no_error (error);
  return document;
}

KladkaDocument *
store_fixture_open (const StoreFixture *self, const char *name)
{
  g_autoptr (GFile) file = store_fixture_file (self, name);
  g_autoptr (GError) error = NULL;
  KladkaDocument *document = kladka_document_new_open (&self->options, file, FALSE, NULL, &error);
  g_assert_no_error (error);
  return document;
}

void
store_fixture_save (KladkaDocument *document, GFile *file)
{
  g_autoptr (GError) error = NULL;
  kladka_document_save_sync (document, file, FALSE, NULL, &error);
  g_assert_no_error (error);
}

static void
add_every_type (KladkaEdits *edits)
{
  for (KladkaType type = KLADKA_TYPE_PLAN + 1; type < KLADKA_N_TYPES; type++)
    {
      const KladkaTypeInfo *info = kladka_type_get (type);
      g_autofree char *id = g_strdup_printf ("%s-1", info->name);
      kladka_edits_create (edits, type, id);
      for (guint cell = 0; cell < info->n_cells; cell++)
        if (info->cells[cell].field->kind != KLADKA_KIND_REF && !g_str_equal (info->cells[cell].name, "deleted"))
          kladka_edits_set (edits, type, id, cell, fixture_value (&info->cells[cell], 6 * cell));
    }
}

void
store_fixture_write_full (const StoreFixture *self, const char *name)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (self);
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  g_autoptr (GFile) file = store_fixture_file (self, name);
  g_autoptr (GError) error = NULL;
  add_every_type (edits);
  kladka_document_apply_sync (document, edits, KLADKA_VERB_IMPORT, NULL, &error);
  g_assert_no_error (error);
  store_fixture_save (document, file);
}

void
store_fixture_name (KladkaDocument *document, const char *id, const char *name)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  g_autoptr (GError) error = NULL;
  const char *args[] = { "organisation", name, NULL };
  kladka_edits_create (edits, KLADKA_TYPE_ORGANISATION, id);
  fixture_text (edits, KLADKA_TYPE_ORGANISATION, id, "name_en", name);
  kladka_document_apply_sync (document, edits, KLADKA_VERB_EDIT, args, &error);
  g_assert_no_error (error);
}

const char *
store_fixture_get_name (KladkaDocument *document, const char *id)
{
  const KladkaRecord *record = kladka_plan_find (kladka_document_get_plan (document), id);
  return record != NULL ? ((const KladkaOrganisation *)record)->name.in[KLADKA_LANG_EN] : NULL;
}

guint
store_fixture_count_copies (const StoreFixture *self)
{
  g_autofree char *work = g_build_filename (self->state, "work", NULL);
  g_autoptr (GDir) dir = g_dir_open (work, 0, NULL);
  guint n = 0;
  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static gboolean
same_record (const KladkaPlan *a, const KladkaRecord *x, const KladkaPlan *b)
{
  const KladkaRecord *y = kladka_plan_find (b, kladka_plan_get_id (a, x));
  const KladkaTypeInfo *info = kladka_type_get (x->type);
  if (y == NULL || y->type != x->type)
    return FALSE;
  for (guint cell = 0; cell < info->n_cells; cell++)
    {
      g_auto (KladkaValue) v = kladka_record_dup_value (x, cell, kladka_plan_get_ids (a));
      g_auto (KladkaValue) w = kladka_record_dup_value (y, cell, kladka_plan_get_ids (b));
      if (!kladka_value_equal (&v, &w))
        return FALSE;
    }
  return TRUE;
}

gboolean
store_fixture_same (const KladkaPlan *a, const KladkaPlan *b)
{
  const KladkaRecord *record;
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    {
      if (kladka_plan_get_n_records (a, type) != kladka_plan_get_n_records (b, type))
        return FALSE;
      for (guint slot = 0; kladka_plan_next (a, type, &slot, &record);)
        if (!same_record (a, record, b))
          return FALSE;
    }
  return TRUE;
}
