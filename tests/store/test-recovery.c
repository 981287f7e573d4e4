/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kladka-error.h"

static const char *self_path;

/* Another program of ours; it kills itself. */
static void
run_child (const char *mode, const StoreFixture *fixture, gboolean killed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child =
      g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, self_path, mode, fixture->top, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
  if (killed)
    g_assert_true (g_subprocess_get_if_signaled (child) && g_subprocess_get_term_sig (child) == SIGKILL);
  else
    g_assert_true (g_subprocess_get_successful (child));
}

static void
die_after_edits (const StoreFixture *fixture, gboolean saved)
{
  KladkaDocument *document = store_fixture_new_plan (fixture);
  g_autoptr (GFile) file = store_fixture_file (fixture, "a.kladka");
  if (saved)
    {
      store_fixture_name (document, "o-0", "Saved");
      store_fixture_save (document, file);
    }
  store_fixture_name (document, "o-1", "First");
  store_fixture_name (document, "o-1", "Second");
  store_fixture_name (document, "o-2", "Taken back");
  kladka_document_undo_sync (document, NULL);
  kill (getpid (), SIGKILL);
}

static KladkaRecovery *
find_only (const StoreFixture *fixture)
{
  g_autoptr (GPtrArray) found = kladka_document_list_recoveries (&fixture->options);
  g_assert_cmpuint (found->len, ==, 1);
  return g_ptr_array_steal_index (found, 0);
}

static void
test_keep (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  run_child ("die-unsaved", fixture, TRUE);
  KladkaRecovery *recovery = find_only (fixture);
  g_assert_null (recovery->path);
  g_assert_null (recovery->problem);
  g_assert_nonnull (recovery->title);
  g_assert_cmpuint (recovery->n_steps, ==, 4);
  g_assert_cmpint (recovery->time, >, 0);
  g_autoptr (KladkaDocument) document = kladka_document_new_recover (&fixture->options, recovery->id, &error);
  g_assert_no_error (error);
  g_assert_true (kladka_document_get_recovered (document));
  g_assert_true (kladka_document_get_modified (document));
  g_assert_cmpstr (store_fixture_get_name (document, "o-1"), ==, "Second");
  g_assert_null (store_fixture_get_name (document, "o-2"));
  kladka_document_redo_sync (document, NULL);
  g_assert_cmpstr (store_fixture_get_name (document, "o-2"), ==, "Taken back");
  /* It is alive now: nobody else is offered it. */
  g_autoptr (GPtrArray) none = kladka_document_list_recoveries (&fixture->options);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (kladka_document_new_recover (&fixture->options, recovery->id, &error));
  g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_BUSY);
  g_autoptr (GFile) file = store_fixture_file (fixture, "kept.kladka");
  store_fixture_save (document, file);
  kladka_document_close (document, FALSE);
  g_assert_cmpuint (store_fixture_count_copies (fixture), ==, 0);
  kladka_recovery_free (recovery);
}

static void
test_keep_of_a_file (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = store_fixture_path (fixture, "a.kladka");
  run_child ("die-saved", fixture, TRUE);
  KladkaRecovery *recovery = find_only (fixture);
  g_assert_cmpstr (recovery->path, ==, path);
  g_assert_cmpuint (recovery->n_steps, ==, 4);
  g_autoptr (KladkaDocument) document = kladka_document_new_recover (&fixture->options, recovery->id, NULL);
  store_fixture_save (document, NULL);
  g_autoptr (KladkaDocument) again = store_fixture_open (fixture, "a.kladka");
  g_assert_cmpstr (store_fixture_get_name (again, "o-0"), ==, "Saved");
  g_assert_cmpstr (store_fixture_get_name (again, "o-1"), ==, "Second");
  kladka_recovery_free (recovery);
}

static void
looked_back_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(KladkaPlan **)data = kladka_document_look_back_finish (KLADKA_DOCUMENT (source), result, NULL);
  g_assert_nonnull (*(KladkaPlan **)data);
}

static void
test_look_back (StoreFixture *fixture, gconstpointer data)
{
  run_child ("die-saved", fixture, TRUE);
  KladkaRecovery *recovery = find_only (fixture);
  g_autoptr (KladkaDocument) document = kladka_document_new_recover (&fixture->options, recovery->id, NULL);
  g_autoptr (KladkaDocument) saved = store_fixture_open (fixture, "a.kladka");
  g_autoptr (KladkaPlan) before = NULL;
  kladka_document_look_back_async (document, looked_back_cb, &before);
  while (before == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (store_fixture_same (before, kladka_document_get_plan (saved)));
  g_assert_false (store_fixture_same (before, kladka_document_get_plan (document)));
  g_assert_cmpstr (store_fixture_get_name (document, "o-1"), ==, "Second");
  kladka_recovery_free (recovery);
}

static void
test_drop (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  run_child ("die-unsaved", fixture, TRUE);
  KladkaRecovery *recovery = find_only (fixture);
  g_assert_true (kladka_document_drop_recovery (&fixture->options, recovery->id, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (store_fixture_count_copies (fixture), ==, 0);
  g_assert_false (kladka_document_drop_recovery (&fixture->options, recovery->id, &error));
  g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_NOT_FOUND);
  kladka_recovery_free (recovery);
}

static void
test_unreadable (StoreFixture *fixture, gconstpointer data)
{
  run_child ("die-unsaved", fixture, TRUE);
  KladkaRecovery *recovery = find_only (fixture);
  g_autofree char *plan = g_build_filename (fixture->state, "work", recovery->id, "plan.sqlite", NULL);
  g_autofree char *wal = g_strconcat (plan, "-wal", NULL);
  g_assert_true (g_file_set_contents (plan, "This is no database, but it is long enough to be looked at.", -1, NULL));
  g_unlink (wal);
  kladka_recovery_free (recovery);
  recovery = find_only (fixture);
  g_assert_nonnull (recovery->problem);
  g_assert_cmpuint (store_fixture_count_copies (fixture), ==, 1);
  kladka_recovery_free (recovery);
}

static void
test_nothing_unsaved (StoreFixture *fixture, gconstpointer data)
{
  run_child ("die-clean", fixture, TRUE);
  g_assert_cmpuint (store_fixture_count_copies (fixture), ==, 1);
  g_autoptr (GPtrArray) found = kladka_document_list_recoveries (&fixture->options);
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpuint (store_fixture_count_copies (fixture), ==, 0);
}

static void
test_alive_is_left_alone (StoreFixture *fixture, gconstpointer data)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  store_fixture_name (document, "o-1", "One");
  g_autoptr (GPtrArray) found = kladka_document_list_recoveries (&fixture->options);
  g_assert_cmpuint (found->len, ==, 0);
  store_fixture_name (document, "o-1", "Two");
  g_object_unref (g_steal_pointer (&document)); /* a window that goes away keeps its work */
  KladkaRecovery *recovery = find_only (fixture);
  g_assert_cmpuint (recovery->n_steps, ==, 2);
  kladka_recovery_free (recovery);
}

/* Says each edit only when it is done. */
static void
edit_until_killed (const StoreFixture *fixture)
{
  KladkaDocument *document = store_fixture_new_plan (fixture);
  for (guint i = 1;; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      store_fixture_name (document, "o-1", name);
      g_print ("%u\n", i);
      fflush (stdout);
    }
}

static guint
kill_after (const StoreFixture *fixture, guint n_edits)
{
  g_autoptr (GSubprocess) child =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, self_path, "edit-until-killed", fixture->top, NULL);
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  guint said = 0;
  char *line;
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      said = g_ascii_strtoull (line, NULL, 10);
      g_free (line);
      if (said == n_edits)
        g_subprocess_force_exit (child);
    }
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
  return said;
}

static void
test_killed_at_any_time (StoreFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 10; i++)
    {
      guint said = kill_after (fixture, g_test_rand_int_range (1, 40));
      KladkaRecovery *recovery = find_only (fixture);
      g_autoptr (KladkaDocument) document = kladka_document_new_recover (&fixture->options, recovery->id, NULL);
      guint found = g_ascii_strtoull (store_fixture_get_name (document, "o-1"), NULL, 10);
      g_assert_true (found == said || found == said + 1);
      g_assert_cmpuint (recovery->n_steps, ==, found);
      while (kladka_document_get_can_undo (document))
        g_assert_true (kladka_document_undo_sync (document, NULL));
      g_assert_null (store_fixture_get_name (document, "o-1"));
      kladka_document_close (document, TRUE);
      kladka_recovery_free (recovery);
    }
}

/* Root may write everywhere: so the child is nobody, in a folder of its own. */
static void
save_where_one_may_not (const StoreFixture *fixture)
{
  g_autoptr (KladkaDocument) document = store_fixture_new_plan (fixture);
  g_autoptr (GFile) file = store_fixture_file (fixture, "a.kladka");
  g_autofree char *path = store_fixture_path (fixture, "a.kladka");
  g_autoptr (GError) error = NULL;
  store_fixture_save (document, file);
  store_fixture_name (document, "o-1", "One");
  g_chmod (path, 0444);
  g_assert_false (kladka_document_save_sync (document, NULL, FALSE, NULL, &error));
  g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_chmod (path, 0600);
  g_chmod (fixture->home, 0500);
  g_autofree char *before = store_fixture_list (fixture->home);
  g_assert_false (kladka_document_save_sync (document, NULL, FALSE, NULL, &error));
  g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_READ_ONLY);
  g_autofree char *after = store_fixture_list (fixture->home);
  g_assert_cmpstr (before, ==, after);
  g_chmod (fixture->home, 0700);
  store_fixture_save (document, NULL);
}

static void
test_read_only (StoreFixture *fixture, gconstpointer data)
{
  run_child ("read-only", fixture, FALSE);
}

static void
become_nobody (void)
{
  const int nobody = 65534;
  if (geteuid () != 0)
    return;
  g_assert_cmpint (setgid (nobody), ==, 0);
  g_assert_cmpint (setuid (nobody), ==, 0);
  prctl (PR_SET_DUMPABLE, 1); /* the leak checker looks at its own process */
}

static int
be_child (const char *mode, const char *top)
{
  StoreFixture fixture = { 0 };
  if (g_str_equal (mode, "read-only"))
    {
      become_nobody ();
      store_fixture_set_up (&fixture, NULL);
      save_where_one_may_not (&fixture);
      store_fixture_tear_down (&fixture, NULL);
      return 0;
    }
  store_fixture_set_up_in (&fixture, top);
  if (g_str_equal (mode, "edit-until-killed"))
    edit_until_killed (&fixture);
  if (g_str_equal (mode, "die-clean"))
    {
      store_fixture_new_plan (&fixture);
      kill (getpid (), SIGKILL);
    }
  die_after_edits (&fixture, g_str_equal (mode, "die-saved"));
  return 1;
}

int
main (int argc, char **argv)
{
  if (argc == 3 && argv[1][0] != '-')
    return be_child (argv[1], argv[2]);
  self_path = argv[0];
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                                                \
  g_test_add ("/store/recovery/" path, StoreFixture, NULL, store_fixture_set_up, func, store_fixture_tear_down)
  ADD ("killed-work-is-kept", test_keep);
  ADD ("killed-work-belongs-to-its-file", test_keep_of_a_file);
  ADD ("killed-work-is-looked-back-from", test_look_back);
  ADD ("killed-work-is-dropped", test_drop);
  ADD ("unreadable-work-is-kept-and-said", test_unreadable);
  ADD ("nothing-unsaved-is-deleted", test_nothing_unsaved);
  ADD ("living-work-is-left-alone", test_alive_is_left_alone);
  ADD ("what-was-said-to-be-done-survives-a-kill", test_killed_at_any_time);
  ADD ("read-only-places-are-said", test_read_only);
  return g_test_run ();
}
