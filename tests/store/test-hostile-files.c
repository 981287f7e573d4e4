/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are no plans, plans with spoilt bytes, and what lies beside one. */

#include "hostile.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kladka-error.h"

#define REFUSED(name, code, reason) hostile_assert_refused (fixture, name, 0, KLADKA_ERROR_##code, reason)

static void
write_file (const StoreFixture *fixture, const char *name, const char *bytes, gssize size)
{
  g_autofree char *path = store_fixture_path (fixture, name);
  g_assert_true (g_file_set_contents (path, bytes, size, NULL));
}

static void
test_no_plans (StoreFixture *fixture, gconstpointer data)
{
  static const char zeros[5000] = { 0 };
  write_file (fixture, "letter.txt", "Dear planner,\nthis is no plan.\n", -1);
  REFUSED ("letter.txt", UNSUPPORTED, "not a Kladka plan");
  write_file (fixture, "empty.kladka", "", 0);
  REFUSED ("empty.kladka", UNSUPPORTED, "empty");
  write_file (fixture, "zeros.kladka", zeros, sizeof zeros);
  REFUSED ("zeros.kladka", UNSUPPORTED, "not a Kladka plan");
  write_file (fixture, "head.kladka", "SQLite format 3", 16);
  REFUSED ("head.kladka", UNSUPPORTED, "not a Kladka plan");
  hostile_assert_refused (fixture, "nothing.kladka", G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "nothing.kladka");
}

static void
test_other_databases (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *other = store_fixture_path (fixture, "other.sqlite");
  g_autofree char *wide = store_fixture_path (fixture, "wide.kladka");
  g_autofree char *bare = store_fixture_path (fixture, "bare.kladka");
  hostile_exec (other, "CREATE TABLE t (a); INSERT INTO t VALUES (1)");
  REFUSED ("other.sqlite", UNSUPPORTED, "another program");
  hostile_exec (wide, "PRAGMA encoding='UTF-16'; PRAGMA application_id=0x4B4C444B; PRAGMA user_version=1;"
                      "CREATE TABLE plan (id)");
  REFUSED ("wide.kladka", UNSUPPORTED, "encoding");
  hostile_exec (bare, "PRAGMA application_id=0x4B4C444B; PRAGMA user_version=1; CREATE TABLE plan (id)");
  REFUSED ("bare.kladka", UNSUPPORTED, "“plan” of this plan is not");
}

static void
test_kinds (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = store_fixture_path (fixture, "folder.kladka");
  g_autofree char *pipe_path = store_fixture_path (fixture, "pipe.kladka");
  g_autofree char *link = store_fixture_path (fixture, "link.kladka");
  g_autofree char *device = store_fixture_path (fixture, "device.kladka");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  REFUSED ("folder.kladka", UNSUPPORTED, "a folder");
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  REFUSED ("pipe.kladka", UNSUPPORTED, "not a file");
  g_assert_cmpint (symlink ("plan.kladka", link), ==, 0);
  REFUSED ("link.kladka", UNSUPPORTED, "a link");
  g_assert_cmpint (symlink ("/dev/zero", device), ==, 0);
  REFUSED ("device.kladka", UNSUPPORTED, "a link");
  g_autoptr (GFile) zero = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;
  g_assert_null (kladka_document_new_open (&fixture->options, zero, FALSE, NULL, &error));
  g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_UNSUPPORTED);
}

static void
test_sparse (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = store_fixture_path (fixture, "plan.kladka");
  g_assert_cmpint (truncate (path, 200 * 1024 * 1024), ==, 0);
  REFUSED ("plan.kladka", DAMAGED, "cut off or has too much");
  g_assert_cmpint (truncate (path, G_GINT64_CONSTANT (3) << 30), ==, 0);
  REFUSED ("plan.kladka", UNSUPPORTED, "too large");
  write_file (fixture, "hole.kladka", "", 0);
  g_autofree char *hole = store_fixture_path (fixture, "hole.kladka");
  g_assert_cmpint (truncate (hole, 200 * 1024 * 1024), ==, 0);
  REFUSED ("hole.kladka", UNSUPPORTED, "not a Kladka plan");
}

/* The head says so too, and there is a page for every one it tells of: only reading them shows that they are empty. */
static void
test_sparse_with_a_head_to_match (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = store_fixture_path (fixture, "plan.kladka");
  guint32 pages = GUINT32_TO_BE (64 * 1024 * 1024 / 4096);
  g_assert_cmpint (truncate (path, 64 * 1024 * 1024), ==, 0);
  hostile_patch (path, 28, &pages, sizeof pages);
  REFUSED ("plan.kladka", DAMAGED, "never used");
}

typedef struct {
  const char *name;
  gsize offset;
  const char *bytes;
  gsize size;
  KladkaError code;
  const char *reason;
} Patch;

static const Patch patches[] = {
  { "wal-bytes", 18, "\2\2", 2, KLADKA_ERROR_DAMAGED, "open database" },
  { "unknown-form", 18, "\3\3", 2, KLADKA_ERROR_DAMAGED, "open database" },
  { "reserved-bytes", 20, "\40", 1, KLADKA_ERROR_DAMAGED, "head" },
  { "page-size", 16, "\20\1", 2, KLADKA_ERROR_DAMAGED, "head" },
  { "fractions", 21, "\177", 1, KLADKA_ERROR_DAMAGED, "head" },
  { "expansion", 80, "x", 1, KLADKA_ERROR_DAMAGED, "head" },
  { "encoding", 59, "\2", 1, KLADKA_ERROR_UNSUPPORTED, "encoding" },
  { "lying-page-count", 28, "\0\0\377\377", 4, KLADKA_ERROR_DAMAGED, "cut off" },
  { "stale-page-count", 92, "\0\0\377\377", 4, KLADKA_ERROR_DAMAGED, "cut off" },
  { "lying-freelist", 32, "\0\0\0\5\0\0\0\3", 8, KLADKA_ERROR_DAMAGED, "damaged" },
  { "garbage-cell-pointers", 4096 * 3 + 8, "\377\377\377\377\377\377\377\377", 8, KLADKA_ERROR_DAMAGED, "damaged" },
  { "garbage-page", 4096 * 2, "garbagegarbagegarbage", 21, KLADKA_ERROR_DAMAGED, "damaged. Use a backup. (Page" },
  { "garbage-schema", 100, "\377\377\377\377\377\377\377\377", 8, KLADKA_ERROR_DAMAGED, "damaged" },
};

static void
test_patch (StoreFixture *fixture, gconstpointer data)
{
  const Patch *patch = data;
  g_autofree char *path = store_fixture_path (fixture, "plan.kladka");
  hostile_patch (path, patch->offset, patch->bytes, patch->size);
  hostile_assert_refused (fixture, "plan.kladka", 0, patch->code, patch->reason);
}

static void
test_truncated (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = store_fixture_path (fixture, "plan.kladka");
  GStatBuf about;
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmpint (truncate (path, about.st_size - 1), ==, 0);
  REFUSED ("plan.kladka", DAMAGED, "cut off");
  g_assert_cmpint (truncate (path, about.st_size / 2), ==, 0);
  REFUSED ("plan.kladka", DAMAGED, "cut off");
  g_assert_cmpint (truncate (path, 50), ==, 0);
  REFUSED ("plan.kladka", UNSUPPORTED, "not a Kladka plan");
}

/* Whatever single byte is spoilt: the file is opened or refused, and nothing else happens. */
static void
test_random_bytes (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = store_fixture_path (fixture, "plan.kladka");
  g_autofree char *good = NULL;
  g_autoptr (GFile) file = store_fixture_file (fixture, "plan.kladka");
  gsize size;
  g_assert_true (g_file_get_contents (path, &good, &size, NULL));
  for (guint i = 0; i < 40; i++)
    {
      guint8 byte = g_test_rand_int_range (0, 256);
      g_assert_true (g_file_set_contents (path, good, size, NULL));
      hostile_patch (path, g_test_rand_int_range (0, size), &byte, 1);
      g_autofree char *before = store_fixture_list (fixture->home);
      g_autoptr (KladkaDocument) document = kladka_document_new_open (&fixture->options, file, FALSE, NULL, NULL);
      g_autofree char *after = store_fixture_list (fixture->home);
      g_assert_cmpstr (before, ==, after);
    }
}

/* A rollback journal that names a super-journal, as SQLite writes it: opening the plan where it lies would take it for
 * the rest of a crash and delete the file it names. */
static char *
dup_crafted_journal (const char *victim, gsize *ret_size)
{
  GByteArray *bytes = g_byte_array_new ();
  static const guint8 magic[] = { 0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7 };
  guint8 header[512] = { 0 };
  guint32 numbers[3] = { 0, GUINT32_TO_BE (strlen (victim)), 0 };
  guint32 sum = 0;
  memcpy (header, magic, sizeof magic);
  g_byte_array_append (bytes, header, sizeof header);
  for (const char *at = victim; *at != '\0'; at++)
    sum += (guint8)*at;
  numbers[2] = GUINT32_TO_BE (sum);
  g_byte_array_append (bytes, (guint8 *)&numbers[0], 4);
  g_byte_array_append (bytes, (const guint8 *)victim, strlen (victim));
  g_byte_array_append (bytes, (guint8 *)&numbers[1], 8);
  g_byte_array_append (bytes, magic, sizeof magic);
  *ret_size = bytes->len;
  return (char *)g_byte_array_free (bytes, FALSE);
}

static char *
lay_trap (StoreFixture *fixture)
{
  char *victim = store_fixture_path (fixture, "thesis.odt");
  gsize size;
  g_autofree char *journal = dup_crafted_journal (victim, &size);
  write_file (fixture, "thesis.odt", "ten years of work", -1);
  write_file (fixture, "plan.kladka-journal", journal, size);
  return victim;
}

static void
test_crafted_journal_beside (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *victim = lay_trap (fixture);
  write_file (fixture, "plan.kladka-wal", "x", 1);
  write_file (fixture, "plan.kladka-shm", "x", 1);
  g_autofree char *before = store_fixture_list (fixture->home);
  KladkaDocument *document = store_fixture_open (fixture, "plan.kladka");
  g_autofree char *after = store_fixture_list (fixture->home);
  g_assert_cmpstr (before, ==, after);
  store_fixture_name (document, "o-1", "One");
  store_fixture_save (document, NULL);
  g_object_unref (document);
  g_assert_true (g_file_test (victim, G_FILE_TEST_EXISTS));
}

/* So that the test above can fail: the trap is one. */
static void
test_crafted_journal_is_a_trap (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *victim = lay_trap (fixture);
  g_autofree char *path = store_fixture_path (fixture, "plan.kladka");
  hostile_exec (path, "SELECT count(*) FROM need");
  g_assert_false (g_file_test (victim, G_FILE_TEST_EXISTS));
}

static void
test_cancelled (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = store_fixture_file (fixture, "plan.kladka");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_cancellable_cancel (cancellable);
  g_assert_null (kladka_document_new_open (&fixture->options, file, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (store_fixture_count_copies (fixture), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                                                \
  g_test_add ("/store/hostile-files/" path, StoreFixture, NULL, hostile_set_up, func, store_fixture_tear_down)
  ADD ("no-plans", test_no_plans);
  ADD ("other-databases", test_other_databases);
  ADD ("folders-pipes-links-devices", test_kinds);
  ADD ("sparse", test_sparse);
  ADD ("sparse-with-a-head-to-match", test_sparse_with_a_head_to_match);
  ADD ("truncated", test_truncated);
  ADD ("random-bytes", test_random_bytes);
  ADD ("crafted-journal-beside", test_crafted_journal_beside);
  ADD ("crafted-journal-is-a-trap", test_crafted_journal_is_a_trap);
  ADD ("cancelled", test_cancelled);
  for (guint i = 0; i < G_N_ELEMENTS (patches); i++)
    {
      g_autofree char *path = g_strconcat ("/store/hostile-files/", patches[i].name, NULL);
      g_test_add (path, StoreFixture, &patches[i], hostile_set_up, test_patch, store_fixture_tear_down);
    }
  return g_test_run ();
}
