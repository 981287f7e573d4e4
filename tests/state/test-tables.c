/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk.h"
#include "kladka-record-list.h"

static guint
find_column (KladkaTableState *table, const char *field)
{
  for (guint i = 0; i < kladka_table_state_get_n_columns (table); i++)
    if (g_str_equal (kladka_table_state_get_field (table, i)->name, field))
      return i;
  g_assert_not_reached ();
}

/* "N-001 N-002 N-010" */
static char *
dup_order (KladkaRecordList *list)
{
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (KladkaRecordRow) row = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_string_append_printf (order, "%s%s", i > 0 ? " " : "",
                              kladka_record_get_short (kladka_record_row_get_record (row)));
    }
  return g_string_free (order, FALSE);
}

#define assert_order(list, wanted)                                                                                     \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *order_ = dup_order (list);                                                                        \
    g_assert_cmpstr (order_, ==, wanted);                                                                              \
  }                                                                                                                    \
  G_STMT_END

typedef struct {
  guint n_signals;
  guint position;
  guint removed;
  guint added;
} Heard;

static void
items_changed_cb (Heard *heard, guint position, guint removed, guint added)
{
  *heard = (Heard){ heard->n_signals + 1, position, removed, added };
}

static KladkaRecordList *
new_list (Desk *desk, Heard *heard)
{
  KladkaRecordList *list = kladka_record_list_new (desk->view_state, KLADKA_TYPE_NEED);

  kladka_record_list_set_active (list, TRUE);
  if (heard != NULL)
    g_signal_connect_swapped (list, "items-changed", G_CALLBACK (items_changed_cb), heard);
  return list;
}

static void
test_sorted_by_any_column (void)
{
  g_autoptr (Desk) desk = desk_new (KLADKA_LANG_EN);
  g_autoptr (KladkaRecordList) list = NULL;
  KladkaTableState *table;

  desk_furnish (desk);
  list = new_list (desk, NULL);
  table = kladka_record_list_get_table (list);
  assert_order (list, "N-001 N-002 N-010");
  kladka_record_list_sort (list, find_column (table, "title"), FALSE);
  assert_order (list, "N-010 N-001 N-002");
  kladka_record_list_sort (list, find_column (table, "quantity"), FALSE);
  assert_order (list, "N-010 N-001 N-002");
  /* An empty cell stands last in both directions. */
  kladka_record_list_sort (list, find_column (table, "quantity"), TRUE);
  assert_order (list, "N-001 N-010 N-002");
  kladka_record_list_sort (list, find_column (table, "wanted_from"), FALSE);
  assert_order (list, "N-002 N-001 N-010");
  kladka_record_list_sort (list, find_column (table, "stage"), TRUE);
  assert_order (list, "N-001 N-002 N-010");
}

static void
test_follows_the_label_of_a_reference (void)
{
  g_autoptr (Desk) desk = desk_new (KLADKA_LANG_EN);
  g_autoptr (KladkaRecordList) list = NULL;
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  KladkaTableState *table;

  desk_furnish (desk);
  desk_text (edits, NEED, "need-1", "recipient", "org-ee");
  desk_apply (desk, edits);
  list = new_list (desk, NULL);
  table = kladka_record_list_get_table (list);
  kladka_record_list_sort (list, find_column (table, "recipient"), FALSE);
  assert_order (list, "N-001 N-002 N-010");
  desk_text (edits, ORGANISATION, "org-ee", "short_name", "Viro");
  desk_apply (desk, edits);
  assert_order (list, "N-002 N-010 N-001");
}

static void
test_search_is_blind_to_case_and_accents (void)
{
  g_autoptr (Desk) desk = desk_new (KLADKA_LANG_EN);
  g_autoptr (KladkaRecordList) list = NULL;

  desk_furnish (desk);
  list = new_list (desk, NULL);
  kladka_view_state_set_search_text (desk->view_state, "lodz");
  assert_order (list, "N-001");
  kladka_view_state_set_search_text (desk->view_state, "київ");
  assert_order (list, "N-002");
  kladka_view_state_set_search_text (desk->view_state, "");
  assert_order (list, "N-001 N-002 N-010");
  g_assert_cmpuint (kladka_record_list_get_n_all (list), ==, 3);
}

/* Whether the texts were folded before the edit, beside the main loop, or are only now. */
static void
test_search_finds_what_was_just_typed (gconstpointer data)
{
  g_autoptr (Desk) desk = desk_new (KLADKA_LANG_EN);
  g_autoptr (KladkaRecordList) list = NULL;
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();

  desk_furnish (desk);
  list = new_list (desk, NULL);
  if (GPOINTER_TO_INT (data))
    g_assert_nonnull (kladka_view_state_get_search (desk->view_state));
  desk_text (edits, NEED, "need-3", "notes", "Szybkie łącze");
  desk_apply (desk, edits);
  kladka_view_state_set_search_text (desk->view_state, "lacze");
  assert_order (list, "N-010");
  desk_undo (desk);
  assert_order (list, "");
}

static void
test_same_rows_tell_no_change (void)
{
  g_autoptr (Desk) desk = desk_new (KLADKA_LANG_EN);
  g_autoptr (KladkaRecordList) list = NULL;
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  g_autoptr (KladkaRecordRow) before = NULL;
  g_autoptr (KladkaRecordRow) after = NULL;
  Heard heard = { 0 };

  desk_furnish (desk);
  list = new_list (desk, &heard);
  before = g_list_model_get_item (G_LIST_MODEL (list), 1);
  desk_text (edits, NEED, "need-2", "title_en", "Навчання");
  desk_apply (desk, edits);
  g_assert_cmpuint (heard.n_signals, ==, 0);
  after = g_list_model_get_item (G_LIST_MODEL (list), 1);
  g_assert_true (before == after);
  g_assert_cmpstr (kladka_record_get_name (kladka_record_row_get_record (after), KLADKA_LANG_EN), ==, "Навчання");
}

static void
test_one_new_row_tells_one_row (void)
{
  g_autoptr (Desk) desk = desk_new (KLADKA_LANG_EN);
  g_autoptr (KladkaRecordList) list = NULL;
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  Heard heard = { 0 };

  desk_furnish (desk);
  list = new_list (desk, &heard);
  kladka_edits_create (edits, KLADKA_TYPE_NEED, "need-4");
  desk_text (edits, NEED, "need-4", "reference", "N-005");
  desk_apply (desk, edits);
  assert_order (list, "N-001 N-002 N-005 N-010");
  g_assert_cmpuint (heard.n_signals, ==, 1);
  g_assert_cmpuint (heard.position, ==, 2);
  g_assert_cmpuint (heard.removed, ==, 0);
  g_assert_cmpuint (heard.added, ==, 1);
}

static void
test_inactive_list_catches_up (void)
{
  g_autoptr (Desk) desk = desk_new (KLADKA_LANG_EN);
  g_autoptr (KladkaRecordList) list = NULL;

  desk_furnish (desk);
  list = new_list (desk, NULL);
  kladka_record_list_set_active (list, FALSE);
  kladka_view_state_set_search_text (desk->view_state, "lodz");
  assert_order (list, "N-001 N-002 N-010");
  kladka_record_list_set_active (list, TRUE);
  assert_order (list, "N-001");
}

static void
test_row_objects_live_as_long_as_they_are_held (void)
{
  g_autoptr (Desk) desk = desk_new (KLADKA_LANG_EN);
  g_autoptr (KladkaRecordList) list = NULL;
  KladkaRecordRow *row;

  desk_furnish (desk);
  list = new_list (desk, NULL);
  g_assert_cmpuint (kladka_record_list_get_n_objects (list), ==, 0);
  row = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_cmpuint (kladka_record_list_get_n_objects (list), ==, 1);
  g_object_unref (row);
  g_assert_cmpuint (kladka_record_list_get_n_objects (list), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state/tables/sorted-by-any-column", test_sorted_by_any_column);
  g_test_add_func ("/state/tables/follows-the-label-of-a-reference", test_follows_the_label_of_a_reference);
  g_test_add_func ("/state/tables/search-is-blind-to-case-and-accents", test_search_is_blind_to_case_and_accents);
  g_test_add_data_func ("/state/tables/search-finds-what-was-just-typed/folded", GINT_TO_POINTER (TRUE),
                        test_search_finds_what_was_just_typed);
  g_test_add_data_func ("/state/tables/search-finds-what-was-just-typed/not-yet", GINT_TO_POINTER (FALSE),
                        test_search_finds_what_was_just_typed);
  g_test_add_func ("/state/tables/same-rows-tell-no-change", test_same_rows_tell_no_change);
  g_test_add_func ("/state/tables/one-new-row-tells-one-row", test_one_new_row_tells_one_row);
  g_test_add_func ("/state/tables/inactive-list-catches-up", test_inactive_list_catches_up);
  g_test_add_func ("/state/tables/row-objects-live-as-long-as-they-are-held",
                   test_row_objects_live_as_long_as_they_are_held);
  return g_test_run ();
}
