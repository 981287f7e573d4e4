/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

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
  return g_test_run ();
}
