/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kladka-error.h"

#define ORG KLADKA_TYPE_ORGANISATION

static void
undo (KladkaDocument *document)
{
  g_autoptr (GError) error = NULL;
  kladka_document_undo_sync (document, &error);
  g_assert_no_error (error);
}

static void
redo (KladkaDocument *document)
{
  g_autoptr (GError) error = NULL;
  kladka_document_redo_sync (document, &error);
  g_assert_no_error (error);
}

static void
test_new (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  g_assert_nonnull (kladka_plan_get_info (kladka_document_get_plan (document)));
  g_assert_null (kladka_document_get_file (document));
  g_assert_false (kladka_document_get_modified (document));
  g_assert_false (kladka_document_get_can_undo (document));
  store_fixture_name (document, "o-1", "Ministry");
  g_assert_cmpstr (store_fixture_get_name (document, "o-1"), ==, "Ministry");
  g_assert_true (kladka_document_get_modified (document));
  g_assert_true (kladka_document_get_can_undo (document));
}

static void
test_undo (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  store_fixture_name (document, "o-1", "First");
  store_fixture_name (document, "o-1", "Second");
  undo (document);
  g_assert_cmpstr (store_fixture_get_name (document, "o-1"), ==, "First");
  undo (document);
  g_assert_null (store_fixture_get_name (document, "o-1"));
  g_assert_false (kladka_document_get_can_undo (document));
  undo (document);
  redo (document);
  redo (document);
  g_assert_cmpstr (store_fixture_get_name (document, "o-1"), ==, "Second");
  g_assert_false (kladka_document_get_can_redo (document));
  undo (document);
  store_fixture_name (document, "o-1", "Third");
  g_assert_false (kladka_document_get_can_redo (document));
  undo (document);
  g_assert_cmpstr (store_fixture_get_name (document, "o-1"), ==, "First");
}

static void
test_undo_names_what_was_done (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  store_fixture_name (document, "o-1", "First");
  undo (document);
  const KladkaStep *step = kladka_document_get_redo_step (document);
  g_assert_cmpstr (kladka_step_get_verb (step), ==, KLADKA_VERB_EDIT);
  g_assert_cmpstr (kladka_step_get_args (step)[1], ==, "First");
  redo (document);
  step = kladka_document_get_undo_step (document);
  g_assert_cmpstr (kladka_step_get_verb (step), ==, KLADKA_VERB_EDIT);
  g_autoptr (GPtrArray) steps = kladka_document_list_steps_sync (document, NULL, 10, NULL);
  g_assert_cmpuint (steps->len, ==, 4);
  g_assert_cmpstr (kladka_step_get_verb (steps->pdata[0]), ==, KLADKA_VERB_REDO);
  g_assert_cmpstr (kladka_step_get_args (steps->pdata[0])[0], ==, KLADKA_VERB_EDIT);
  g_assert_cmpstr (kladka_step_get_author (steps->pdata[0]), ==, "Test");
}

static void
test_save_and_reopen (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  g_autoptr (GFile) file = store_fixture_file (fixture, "a.kladka");
  store_fixture_name (document, "o-1", "First");
  store_fixture_name (document, "o-1", "Second");
  undo (document);
  store_fixture_save (document, file);
  g_assert_false (kladka_document_get_modified (document));
  g_assert_true (g_file_equal (kladka_document_get_file (document), file));
  g_autoptr (KladkaDocument) again = store_fixture_open (fixture, "a.kladka");
  g_assert_true (store_fixture_same (kladka_document_get_plan (document), kladka_document_get_plan (again)));
  g_assert_false (kladka_document_get_modified (again));
  redo (again);
  g_assert_cmpstr (store_fixture_get_name (again, "o-1"), ==, "Second");
  g_assert_true (kladka_document_get_modified (again));
  undo (again);
  undo (again);
  g_assert_null (store_fixture_get_name (again, "o-1"));
}

static void
test_every_cell_survives (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_write_full (fixture, "full.kladka");
  g_autoptr (KladkaDocument) one = store_fixture_open (fixture, "full.kladka");
  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    g_assert_cmpuint (kladka_plan_get_n_records (kladka_document_get_plan (one), type), ==, 1);
  g_autoptr (GFile) copy = store_fixture_file (fixture, "copy.kladka");
  store_fixture_save (one, copy);
  g_autoptr (KladkaDocument) two = store_fixture_open (fixture, "copy.kladka");
  g_assert_true (store_fixture_same (kladka_document_get_plan (one), kladka_document_get_plan (two)));
  const KladkaRecord *need = kladka_plan_find (kladka_document_get_plan (two), "need-1");
  const KladkaTypeInfo *info = kladka_type_get (KLADKA_TYPE_NEED);
  for (guint cell = 0; cell < info->n_cells; cell++)
    if (info->cells[cell].field->kind != KLADKA_KIND_REF && !g_str_equal (info->cells[cell].name, "deleted"))
      g_assert_true (kladka_record_is_set (need, cell));
}

static void
test_modes (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  g_autoptr (GFile) file = store_fixture_file (fixture, "a.kladka");
  g_autofree char *path = store_fixture_path (fixture, "a.kladka");
  GStatBuf about;
  store_fixture_save (document, file);
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
  store_fixture_name (document, "o-1", "One");
  store_fixture_save (document, file);
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0640);
  g_assert_cmpint (g_stat (fixture->state, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0700);
}

static void
assert_private (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  GStatBuf about;
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 077, ==, 0);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      assert_private (child);
    }
}

/* Whatever the user's mask: the gaps are in there. */
static void
test_working_copies_are_private (StoreFixture *fixture, gconstpointer data)
{
  mode_t mask = umask (0);
  g_autofree char *work = g_build_filename (fixture->state, "work", NULL);
  store_fixture_write_full (fixture, "plan.kladka");
  g_autoptr (KladkaDocument) fresh = store_fixture_new_plan (fixture);
  g_autoptr (KladkaDocument) opened = store_fixture_open (fixture, "plan.kladka");
  umask (mask);
  g_assert_cmpuint (store_fixture_count_copies (fixture), ==, 2);
  assert_private (work);
}

static void
test_nothing_beside (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  g_autoptr (GFile) file = store_fixture_file (fixture, "a.kladka");
  for (guint i = 0; i < 3; i++)
    {
      store_fixture_name (document, "o-1", i % 2 == 0 ? "Even" : "Odd");
      store_fixture_save (document, file);
      g_autofree char *list = store_fixture_list (fixture->home);
      g_assert_true (g_str_has_prefix (list, "a.kladka "));
      g_assert_true (strchr (list, '\n') == list + strlen (list) - 1);
    }
  g_assert_cmpuint (store_fixture_count_copies (fixture), ==, 1);
  kladka_document_close (document, FALSE);
  g_assert_cmpuint (store_fixture_count_copies (fixture), ==, 0);
}

static void
test_conflict (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) mine = store_fixture_new_plan (fixture);
  g_autoptr (GFile) file = store_fixture_file (fixture, "a.kladka");
  g_autoptr (GError) error = NULL;
  store_fixture_save (mine, file);
  g_autoptr (KladkaDocument) theirs = store_fixture_open (fixture, "a.kladka");
  store_fixture_name (theirs, "o-1", "Theirs");
  store_fixture_save (theirs, NULL);
  store_fixture_name (mine, "o-1", "Mine");
  g_autofree char *before = store_fixture_list (fixture->home);
  g_assert_false (kladka_document_save_sync (mine, NULL, FALSE, NULL, &error));
  g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_CONFLICT);
  g_autofree char *after = store_fixture_list (fixture->home);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (kladka_document_get_modified (mine));
  g_clear_error (&error);
  kladka_document_save_sync (mine, NULL, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (KladkaDocument) again = store_fixture_open (fixture, "a.kladka");
  g_assert_cmpstr (store_fixture_get_name (again, "o-1"), ==, "Mine");
}

/* Somebody who keeps size and time changed it all the same. */
static void
test_conflict_by_bytes_alone (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  g_autoptr (GFile) file = store_fixture_file (fixture, "a.kladka");
  g_autofree char *path = store_fixture_path (fixture, "a.kladka");
  g_autoptr (GError) error = NULL;
  GStatBuf about;
  store_fixture_save (document, file);
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  FILE *stream = g_fopen (path, "r+");
  g_assert_cmpint (fseek (stream, -1, SEEK_END), ==, 0);
  fputc ('x', stream);
  g_assert_cmpint (fclose (stream), ==, 0);
  struct timespec times[] = { about.st_atim, about.st_mtim };
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
  store_fixture_name (document, "o-1", "One");
  g_assert_false (kladka_document_save_sync (document, NULL, FALSE, NULL, &error));
  g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_CONFLICT);
}

static void
test_other_file_is_a_conflict (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  g_autoptr (GFile) file = store_fixture_file (fixture, "letter.txt");
  g_autofree char *path = store_fixture_path (fixture, "letter.txt");
  g_autoptr (GError) error = NULL;
  g_file_set_contents (path, "Dear", -1, NULL);
  g_assert_false (kladka_document_save_sync (document, file, FALSE, NULL, &error));
  g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_CONFLICT);
  g_assert_null (kladka_document_get_file (document));
}

static void
test_same_bytes_are_no_conflict (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  g_autoptr (GFile) file = store_fixture_file (fixture, "a.kladka");
  g_autofree char *path = store_fixture_path (fixture, "a.kladka");
  g_autofree char *bytes = NULL;
  gsize size;
  store_fixture_save (document, file);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_true (g_file_set_contents (path, bytes, size, NULL));
  store_fixture_name (document, "o-1", "One");
  store_fixture_save (document, NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
  store_fixture_name (document, "o-1", "Two");
  store_fixture_save (document, NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_link_stays (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  g_autoptr (GFile) file = store_fixture_file (fixture, "real.kladka");
  g_autoptr (GFile) link = store_fixture_file (fixture, "link.kladka");
  g_autofree char *link_path = store_fixture_path (fixture, "link.kladka");
  g_autoptr (GError) error = NULL;
  store_fixture_save (document, file);
  g_assert_cmpint (symlink ("real.kladka", link_path), ==, 0);
  store_fixture_name (document, "o-1", "One");
  kladka_document_save_sync (document, link, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  g_autoptr (KladkaDocument) again = store_fixture_open (fixture, "real.kladka");
  g_assert_cmpstr (store_fixture_get_name (again, "o-1"), ==, "One");
}

static void
test_sample_is_untitled (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_write_full (fixture, "sample.kladka");
  g_autoptr (GFile) file = store_fixture_file (fixture, "sample.kladka");
  g_autoptr (GError) error = NULL;
  g_autoptr (KladkaDocument) document = kladka_document_new_open (&fixture->options, file, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (kladka_document_get_file (document));
  g_assert_false (kladka_document_get_modified (document));
  g_assert_false (kladka_document_save_sync (document, NULL, FALSE, NULL, &error));
  g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID);
}

static void
assert_refused (KladkaDocument *document, KladkaType type, const char *id, const char *cell, KladkaValue value)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  g_autoptr (GError) error = NULL;
  kladka_edits_create (edits, type, id);
  kladka_edits_set_named (edits, type, id, cell, value);
  g_assert_false (kladka_document_apply_sync (document, edits, KLADKA_VERB_EDIT, NULL, &error));
  g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID);
}

/* What a file is not opened with cannot be put into one. */
static void
test_impossible_edits (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  KladkaPlan *plan = kladka_document_get_plan (document);
  assert_refused (document, KLADKA_TYPE_PLAN, "plan-2", "base_currency", kladka_value_text ("EUR"));
  assert_refused (document, KLADKA_TYPE_PLAN, "plan-1", "deleted", kladka_value_integer (2));
  assert_refused (document, ORG, "o-1", "part_of", kladka_value_text ("o-1"));
  g_assert_true (kladka_document_get_plan (document) == plan);
  store_fixture_name (document, "o-1", "One");
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  kladka_edits_create (edits, ORG, "o-2");
  fixture_text (edits, ORG, "o-2", "part_of", "o-1");
  g_assert_true (kladka_document_apply_sync (document, edits, KLADKA_VERB_ADD, NULL, NULL));
  assert_refused (document, ORG, "o-1", "part_of", kladka_value_text ("o-2"));
}

static void
test_nothing_changes_no_step (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  store_fixture_name (document, "o-1", "One");
  KladkaPlan *plan = kladka_document_get_plan (document);
  store_fixture_name (document, "o-1", "One");
  g_assert_true (kladka_document_get_plan (document) == plan);
  g_autoptr (GPtrArray) steps = kladka_document_list_steps_sync (document, "o-1", 10, NULL);
  g_assert_cmpuint (steps->len, ==, 1);
}

static void
test_history_of_a_record (StoreFixture *fixture, gconstpointer data)
{
  store_fixture_write_full (fixture, "a.kladka");
  g_autoptr (KladkaDocument) document = store_fixture_open (fixture, "a.kladka");
  store_fixture_name (document, "organisation-1", "Renamed");
  store_fixture_name (document, "o-2", "Other");
  g_autoptr (GPtrArray) mine = kladka_document_list_steps_sync (document, "organisation-1", 10, NULL);
  g_assert_cmpuint (mine->len, ==, 2);
  for (guint i = 0; i < mine->len; i++)
    {
      g_assert_cmpuint (kladka_step_get_n_changes (mine->pdata[i]), ==, 1);
      g_assert_cmpstr (kladka_step_get_change (mine->pdata[i], 0)->id, ==, "organisation-1");
    }
  g_autoptr (GPtrArray) all = kladka_document_list_steps_sync (document, NULL, 10, NULL);
  g_assert_cmpuint (all->len, ==, 4);
  g_assert_cmpuint (kladka_step_get_n_changes (all->pdata[2]), ==, KLADKA_N_TYPES - 2);
  g_autoptr (GPtrArray) newest = kladka_document_list_steps_sync (document, NULL, 1, NULL);
  g_assert_cmpuint (newest->len, ==, 1);
  g_assert_cmpstr (kladka_step_get_id (newest->pdata[0]), ==, kladka_step_get_id (all->pdata[0]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                                                \
  g_test_add ("/store/document/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("new-is-untitled-and-unmodified", test_new);
  ADD ("undo-and-redo-walk-the-steps", test_undo);
  ADD ("undo-names-what-was-done", test_undo_names_what_was_done);
  ADD ("undo-reaches-across-save-and-reopen", test_save_and_reopen);
  ADD ("every-cell-survives-the-file", test_every_cell_survives);
  ADD ("new-files-are-private-and-old-ones-keep-their-mode", test_modes);
  ADD ("working-copies-are-private", test_working_copies_are_private);
  ADD ("saving-leaves-nothing-beside-the-file", test_nothing_beside);
  ADD ("changed-on-disk-is-a-conflict", test_conflict);
  ADD ("changed-bytes-alone-are-a-conflict", test_conflict_by_bytes_alone);
  ADD ("another-file-is-not-overwritten", test_other_file_is_a_conflict);
  ADD ("same-bytes-or-no-file-are-no-conflict", test_same_bytes_are_no_conflict);
  ADD ("a-link-stays-a-link", test_link_stays);
  ADD ("a-sample-is-untitled", test_sample_is_untitled);
  ADD ("impossible-edits-are-refused", test_impossible_edits);
  ADD ("history-of-a-record-is-its-own", test_history_of_a_record);
  ADD ("nothing-changes-no-step", test_nothing_changes_no_step);
  return g_test_run ();
}
