/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "kladka-error.h"
#include "kladka-saver.h"

#define ORG KLADKA_TYPE_ORGANISATION
#define N_STEPS 150

/* The plan's own record is changed, never made or deleted. */
static void
add_random_edit (KladkaEdits *edits, GRand *rand)
{
  KladkaType type = g_rand_int_range (rand, KLADKA_TYPE_PLAN, KLADKA_N_TYPES);
  const KladkaTypeInfo *info = kladka_type_get (type);
  gboolean plan = type == KLADKA_TYPE_PLAN;
  g_autofree char *id = g_strdup_printf ("%s-%d", info->name, plan ? 1 : g_rand_int_range (rand, 1, 4));
  guint cell = g_rand_int_range (rand, 0, info->n_cells);
  gboolean clear = g_rand_int_range (rand, 0, 4) == 0;
  if (plan && g_str_equal (info->cells[cell].name, "deleted"))
    return;
  kladka_edits_create (edits, type, id);
  kladka_edits_set (edits, type, id, cell,
                    clear ? KLADKA_VALUE_INIT : fixture_value (&info->cells[cell], g_rand_int_range (rand, 0, 999)));
}

static void
apply_random (KladkaDocument *document, GRand *rand)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  g_autoptr (GError) error = NULL;
  for (int n = g_rand_int_range (rand, 1, 6); n > 0; n--)
    add_random_edit (edits, rand);
  /* Random references make a circle now and then, or name a parent that is not there. */
  if (!kladka_document_apply_sync (document, edits, KLADKA_VERB_EDIT, NULL, &error))
    g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID);
}

static void
assert_on_disk (StoreFixture *fixture, KladkaDocument *document)
{
  g_autoptr (GFile) file = store_fixture_file (fixture, "random.kladka");
  g_autoptr (GError) error = NULL;
  kladka_document_save_sync (document, file, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_autoptr (KladkaDocument) again = store_fixture_open (fixture, "random.kladka");
  g_assert_true (store_fixture_same (kladka_document_get_plan (document), kladka_document_get_plan (again)));
  g_assert_cmpint (kladka_document_get_can_undo (document), ==, kladka_document_get_can_undo (again));
}

static void
test_random_to_the_start_and_the_end (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify)kladka_plan_unref);
  g_ptr_array_add (plans, kladka_plan_ref (kladka_document_get_plan (document)));
  while (plans->len <= N_STEPS)
    {
      apply_random (document, rand);
      if (kladka_document_get_plan (document) != plans->pdata[plans->len - 1])
        g_ptr_array_add (plans, kladka_plan_ref (kladka_document_get_plan (document)));
    }
  assert_on_disk (fixture, document);
  for (guint i = N_STEPS; i-- > 0;)
    {
      g_assert_true (kladka_document_undo_sync (document, NULL));
      g_assert_true (fixture_plans_equal (kladka_document_get_plan (document), plans->pdata[i]));
    }
  g_assert_false (kladka_document_get_can_undo (document));
  assert_on_disk (fixture, document);
  for (guint i = 1; i <= N_STEPS; i++)
    {
      g_assert_true (kladka_document_redo_sync (document, NULL));
      g_assert_true (fixture_plans_equal (kladka_document_get_plan (document), plans->pdata[i]));
    }
  g_assert_false (kladka_document_get_can_redo (document));
  assert_on_disk (fixture, document);
}

/* Sets what stands above an organisation that is made where it is not there. FALSE where that is refused. */
static gboolean
place_below (KladkaDocument *document, const char *id, const char *above, GError **error)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  kladka_edits_create (edits, ORG, id);
  fixture_text (edits, ORG, id, "part_of", above);
  return kladka_document_apply_sync (document, edits, KLADKA_VERB_EDIT, NULL, error);
}

static void
assert_not_below (KladkaDocument *document, const char *id, const char *above, const char *reason)
{
  g_autoptr (KladkaPlan) before = kladka_plan_ref (kladka_document_get_plan (document));
  g_autoptr (GError) error = NULL;
  g_assert_false (place_below (document, id, above, &error));
  g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, reason));
  g_assert_true (kladka_document_get_plan (document) == before);
}

/* What no file may hold is not taken from anybody, or the file could not be opened again. */
static void
test_trees_stay_whole (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  g_autoptr (GFile) file = store_fixture_file (fixture, "tree.kladka");
  store_fixture_name (document, "o-1", "One");
  assert_not_below (document, "o-1", "o-1", "above itself");
  assert_not_below (document, "o-1", "ghost", "(o-1) stands below “ghost”");
  assert_not_below (document, "o-2", "ghost", "(o-2) stands below “ghost”");
  assert_not_below (document, "o-1", "plan-1", "(o-1) stands below “plan-1”");
  g_assert_true (place_below (document, "o-2", "o-1", NULL));
  assert_not_below (document, "o-1", "o-2", "above itself");
  store_fixture_save (document, file);
  kladka_document_close (document, TRUE);
  g_object_unref (store_fixture_open (fixture, "tree.kladka"));
}

/* The row stays, so that what stands below it is not lost. */
static void
test_below_what_was_deleted (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  g_autoptr (GFile) file = store_fixture_file (fixture, "tree.kladka");
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  KladkaPlan *plan;
  store_fixture_name (document, "o-1", "One");
  g_assert_true (place_below (document, "o-2", "o-1", NULL));
  plan = kladka_document_get_plan (document);
  kladka_edits_delete (edits, plan, kladka_plan_find (plan, "o-1"));
  g_assert_true (kladka_document_apply_sync (document, edits, KLADKA_VERB_DELETE, NULL, NULL));
  g_assert_true (place_below (document, "o-3", "o-1", NULL));
  store_fixture_save (document, file);
  g_autoptr (KladkaDocument) again = store_fixture_open (fixture, "tree.kladka");
  g_assert_nonnull (kladka_plan_find (kladka_document_get_plan (again), "o-3"));
  /* Taken back as far as it goes, also the making of what was named: rows do not vanish. */
  while (kladka_document_get_can_undo (again))
    g_assert_true (kladka_document_undo_sync (again, NULL));
  while (kladka_document_get_can_redo (again))
    g_assert_true (kladka_document_redo_sync (again, NULL));
  store_fixture_save (again, file);
  kladka_document_close (again, TRUE);
  g_object_unref (store_fixture_open (fixture, "tree.kladka"));
}

typedef struct {
  GString *seen;
  GMainLoop *loop;
  guint n_left;
} Watching;

static void
changed_cb (KladkaDocument *document, KladkaStep *step, Watching *watching)
{
  g_string_append_printf (watching->seen, "changed %s; ", kladka_step_get_args (step)[1]);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Watching *watching = data;
  g_autoptr (GError) error = NULL;
  kladka_document_apply_finish (KLADKA_DOCUMENT (source), result, &error);
  g_string_append (watching->seen, error == NULL ? "done; " : "refused; ");
  if (--watching->n_left == 0)
    g_main_loop_quit (watching->loop);
}

static void
apply_async (KladkaDocument *document, const char *name, Watching *watching)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  const char *args[] = { "organisation", name, NULL };
  kladka_edits_create (edits, ORG, "o-1");
  fixture_text (edits, ORG, "o-1", "name_en", name);
  kladka_document_apply_async (document, edits, KLADKA_VERB_EDIT, args, applied_cb, watching);
  watching->n_left++;
}

static void
test_queued (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Watching watching = { seen, loop, 0 };
  gboolean busy = FALSE;
  g_signal_connect (document, "changed", G_CALLBACK (changed_cb), &watching);
  apply_async (document, "one", &watching);
  apply_async (document, "two", &watching);
  g_object_get (document, "busy", &busy, NULL);
  g_assert_true (busy);
  g_main_loop_run (loop);
  g_assert_cmpstr (seen->str, ==, "changed one; done; changed two; done; ");
  g_object_get (document, "busy", &busy, NULL);
  g_assert_false (busy);
  g_assert_cmpstr (store_fixture_get_name (document, "o-1"), ==, "two");
}

/* A call that waits comes after those that were queued, and so do its signals. */
static void
test_waiting_behind_queued (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Watching watching = { seen, loop, 0 };
  g_signal_connect (document, "changed", G_CALLBACK (changed_cb), &watching);
  apply_async (document, "one", &watching);
  apply_async (document, "two", &watching);
  store_fixture_name (document, "o-1", "three");
  g_assert_true (g_str_has_prefix (seen->str, "changed one; "));
  g_assert_true (g_str_has_suffix (seen->str, "changed three; ") || strstr (seen->str, "changed three; ") != NULL);
  g_assert_cmpstr (store_fixture_get_name (document, "o-1"), ==, "three");
  if (watching.n_left > 0)
    g_main_loop_run (loop);
  kladka_document_undo_sync (document, NULL);
  g_assert_cmpstr (store_fixture_get_name (document, "o-1"), ==, "two");
}

static void
test_closing_finishes_queued (StoreFixture *fixture, gconstpointer data)
{
  KladkaDocument *document = store_fixture_new_plan (fixture);
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Watching watching = { seen, loop, 0 };
  apply_async (document, "one", &watching);
  kladka_document_close (document, TRUE);
  if (watching.n_left > 0)
    g_main_loop_run (loop);
  g_assert_cmpstr (seen->str, ==, "done; ");
  g_assert_cmpuint (store_fixture_count_copies (fixture), ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (document);
}

static rlim_t
limit_file_size (rlim_t size)
{
  struct rlimit limit;
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  rlim_t before = limit.rlim_cur;
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  return before;
}

/* A limit of the process stands for a full disk. */
static void
test_full_disk_refuses_a_step_whole (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  g_autoptr (GError) error = NULL;
  store_fixture_name (document, "o-1", "Before");
  KladkaPlan *plan = kladka_document_get_plan (document);
  fixture_text (edits, ORG, "o-1", "name_en", "During");
  rlim_t before = limit_file_size (8192);
  gboolean applied = kladka_document_apply_sync (document, edits, KLADKA_VERB_EDIT, NULL, &error);
  limit_file_size (before);
  g_assert_false (applied);
  g_assert_nonnull (error);
  g_assert_true (kladka_document_get_plan (document) == plan);
  store_fixture_name (document, "o-1", "After");
  g_assert_true (kladka_document_undo_sync (document, NULL));
  g_assert_cmpstr (store_fixture_get_name (document, "o-1"), ==, "Before");
}

static void
test_failed_save_keeps_the_old_file (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  g_autoptr (GFile) file = store_fixture_file (fixture, "a.kladka");
  g_autofree char *target = store_fixture_path (fixture, "a.kladka");
  g_autofree char *built = g_build_filename (fixture->top, "built", NULL);
  g_autofree char *bytes = g_malloc0 (100000);
  g_auto (KladkaIdentity) identity = { 0 };
  g_autoptr (GError) error = NULL;
  store_fixture_save (document, file);
  g_assert_true (g_file_set_contents (built, bytes, 100000, NULL));
  g_autofree char *before = store_fixture_list (fixture->home);
  rlim_t limit = limit_file_size (50000);
  gboolean placed = kladka_saver_place (built, target, NULL, &identity, NULL, &error);
  limit_file_size (limit);
  g_assert_false (placed);
  g_assert_nonnull (error);
  g_autofree char *after = store_fixture_list (fixture->home);
  g_assert_cmpstr (before, ==, after);
}

static void
test_cancelled_save_keeps_the_old_file (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  g_autoptr (GFile) file = store_fixture_file (fixture, "a.kladka");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  store_fixture_save (document, file);
  store_fixture_name (document, "o-1", "One");
  g_autofree char *before = store_fixture_list (fixture->home);
  g_cancellable_cancel (cancellable);
  g_assert_false (kladka_document_save_sync (document, NULL, FALSE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_autofree char *after = store_fixture_list (fixture->home);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (kladka_document_get_modified (document));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  signal (SIGXFSZ, SIG_IGN);
#define ADD(path, func)                                                                                                \
  g_test_add ("/store/edits/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("random-steps-to-the-start-and-the-end", test_random_to_the_start_and_the_end);
  ADD ("trees-stay-whole", test_trees_stay_whole);
  ADD ("what-stands-below-a-deleted-record-stays", test_below_what_was_deleted);
  ADD ("queued-edits-come-in-order", test_queued);
  ADD ("waiting-comes-behind-queued", test_waiting_behind_queued);
  ADD ("closing-finishes-what-is-queued", test_closing_finishes_queued);
  ADD ("full-disk-refuses-a-step-whole", test_full_disk_refuses_a_step_whole);
  ADD ("failed-save-keeps-the-old-file", test_failed_save_keeps_the_old_file);
  ADD ("cancelled-save-keeps-the-old-file", test_cancelled_save_keeps_the_old_file);
  return g_test_run ();
}
