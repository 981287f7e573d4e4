/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-differences.h"
#include "desk.h"

typedef struct {
  Desk *desk;
  KladkaPlan *older;
} Room;

static void
set_up (Room *room, gconstpointer data)
{
  room->desk = desk_new (KLADKA_LANG_EN);
  desk_furnish (room->desk);
  room->older = kladka_plan_ref (desk_get_plan (room->desk));
}

static void
tear_down (Room *room, gconstpointer data)
{
  kladka_plan_unref (room->older);
  desk_free (room->desk);
}

/* One line a row: "changed|Need N-1|Wanted from|March 2027|April 2027". */
static char *
dup_rows (Room *room, const KladkaPlan *older, const KladkaPlan *newer)
{
  const KladkaWords *words = kladka_view_state_get_words (room->desk->view_state);
  g_autoptr (KladkaTable) table = kladka_differences_dup_table (older, newer, "Differences", "Before", "Now", words);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpuint (kladka_table_get_n_columns (table), ==, 5);
  g_assert_cmpstr (kladka_table_get_column_title (table, 3), ==, "Before");
  g_assert_cmpstr (kladka_table_get_column_title (table, 4), ==, "Now");
  for (guint row = 0; row < kladka_table_get_n_rows (table); row++)
    for (guint column = 0; column < 5; column++)
      {
        g_autofree char *cell = kladka_table_dup_shown (table, row, column, words);

        g_string_append_printf (text, "%s%s", cell, column < 4 ? "|" : "\n");
      }
  return g_strdup (text->str);
}

static void
test_nothing (Room *room, gconstpointer data)
{
  g_autofree char *rows = dup_rows (room, room->older, room->older);

  g_assert_cmpstr (rows, ==, "");
}

static void
test_words (Room *room, gconstpointer data)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  g_autofree char *there = NULL;
  g_autofree char *back = NULL;

  kladka_edits_set_named (edits, KLADKA_TYPE_NEED, "need-1", "reference", kladka_value_text ("N-7"));
  kladka_edits_set_named (edits, KLADKA_TYPE_NEED, "need-1", "recipient", kladka_value_text ("org-new"));
  kladka_edits_create (edits, KLADKA_TYPE_ORGANISATION, "org-new");
  desk_text (edits, ORGANISATION, "org-new", "short_name", "NEW");
  kladka_edits_delete (edits, desk_get_plan (room->desk), kladka_plan_find (desk_get_plan (room->desk), "need-2"));
  desk_apply (room->desk, edits);
  there = dup_rows (room, room->older, desk_get_plan (room->desk));
  g_assert_nonnull (strstr (there, "added|Organisation NEW|Short name||NEW\n"));
  g_assert_nonnull (strstr (there, "changed|Need N-7|Reference|N-001|N-7\n"));
  g_assert_nonnull (strstr (there, "changed|Need N-7|Recipient|"));
  g_assert_nonnull (strstr (there, "|NEW\n"));
  g_assert_nonnull (strstr (there, "deleted|Need N-002|||\n"));
  back = dup_rows (room, desk_get_plan (room->desk), room->older);
  g_assert_nonnull (strstr (back, "deleted|Organisation NEW|||\n"));
  g_assert_nonnull (strstr (back, "|Reference|N-7|N-001\n"));
  g_assert_nonnull (strstr (back, "added|Need N-002|"));
}

/* The same plan read twice is two families of ids. */
static void
test_other_family (Room *room, gconstpointer data)
{
  g_autoptr (KladkaPlan) copy = kladka_plan_new_below (room->older, KLADKA_MARKING_RED, NULL);
  g_autofree char *rows = dup_rows (room, room->older, copy);

  g_assert_cmpstr (rows, ==, "");
}

static KladkaMarking
get_marking (Room *room, const KladkaPlan *older, const KladkaPlan *newer)
{
  const KladkaWords *words = kladka_view_state_get_words (room->desk->view_state);
  g_autoptr (KladkaTable) table = kladka_differences_dup_table (older, newer, "Differences", "Before", "Now", words);
  KladkaMarking marking = kladka_table_get_marking (table);

  g_assert_cmpstr (kladka_table_get_note (table), ==, kladka_marking_get_label (marking));
  return marking;
}

static void
mark (Room *room, KladkaType type, const char *id, KladkaMarking marking)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();

  kladka_edits_set_named (edits, type, id, "marking", kladka_value_integer (marking));
  desk_apply (room->desk, edits);
}

static void
set_text (Room *room, KladkaType type, const char *id, const char *cell, const char *text)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();

  kladka_edits_set_named (edits, type, id, cell, kladka_value_text (text));
  desk_apply (room->desk, edits);
}

static KladkaPlan *
dup_plan (Room *room)
{
  return kladka_plan_ref (desk_get_plan (room->desk));
}

/* Whichever of the two plans holds what is marked high, and though the other no longer does. */
static void
test_marking (Room *room, gconstpointer data)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  g_autoptr (KladkaPlan) red = NULL;
  g_autoptr (KladkaPlan) renamed = NULL;

  mark (room, KLADKA_TYPE_NEED, "need-1", KLADKA_MARKING_RED);
  red = dup_plan (room);
  g_assert_cmpint (get_marking (room, room->older, red), ==, KLADKA_MARKING_RED);
  g_assert_cmpint (get_marking (room, red, room->older), ==, KLADKA_MARKING_RED);
  set_text (room, KLADKA_TYPE_NEED, "need-2", "reference", "N-7");
  renamed = dup_plan (room);
  g_assert_cmpint (get_marking (room, red, renamed), ==, KLADKA_MARKING_AMBER);
  kladka_edits_delete (edits, renamed, kladka_plan_find (renamed, "need-1"));
  desk_apply (room->desk, edits);
  g_assert_cmpint (get_marking (room, renamed, desk_get_plan (room->desk)), ==, KLADKA_MARKING_RED);
  g_assert_cmpint (get_marking (room, desk_get_plan (room->desk), renamed), ==, KLADKA_MARKING_RED);
}

/* A low need that is now for an institution marked high: the row names the institution. */
static void
test_marking_of_named (Room *room, gconstpointer data)
{
  g_autoptr (KladkaPlan) red = NULL;

  mark (room, KLADKA_TYPE_ORGANISATION, "org-ee", KLADKA_MARKING_RED);
  red = dup_plan (room);
  set_text (room, KLADKA_TYPE_NEED, "need-1", "recipient", "org-ee");
  g_assert_cmpint (get_marking (room, red, desk_get_plan (room->desk)), ==, KLADKA_MARKING_RED);
  g_assert_cmpint (get_marking (room, desk_get_plan (room->desk), red), ==, KLADKA_MARKING_RED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/state/differences/none-of-a-plan-with-itself", Room, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/state/differences/records-and-fields-in-words", Room, NULL, set_up, test_words, tear_down);
  g_test_add ("/state/differences/none-of-a-plan-read-twice", Room, NULL, set_up, test_other_family, tear_down);
  g_test_add ("/state/differences/marked-as-the-highest-record", Room, NULL, set_up, test_marking, tear_down);
  g_test_add ("/state/differences/marked-as-what-a-cell-names", Room, NULL, set_up, test_marking_of_named, tear_down);
  return g_test_run ();
}
