/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "desk.h"
#include "kladka-calendar.h"
#include "kladka-form-acts.h"
#include "kladka-owned-list.h"
#include "kladka-pick-row.h"
#include "kladka-record-pane.h"
#include "kladka-table-page.h"
#include "kladka-text-row.h"
#include "shot.h"

/* A window with the table of needs and the form, over a desk. */
typedef struct {
  Desk *desk;
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *pane;
  GtkWidget *elsewhere; /* something else to focus */
} Room;

static void
set_up (Room *room, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  room->desk = desk_new (KLADKA_LANG_EN);
  desk_furnish (room->desk);
  kladka_view_state_set_page (room->desk->view_state, KLADKA_PAGE_NEEDS);
  room->page = kladka_table_page_new (room->desk->view_state, KLADKA_PAGE_NEEDS, NULL);
  room->pane = kladka_record_pane_new (room->desk->view_state);
  room->elsewhere = gtk_button_new_with_label ("elsewhere");
  gtk_box_append (GTK_BOX (box), room->elsewhere);
  gtk_box_append (GTK_BOX (box), room->page);
  gtk_box_append (GTK_BOX (box), room->pane);
  room->window = g_object_ref_sink (adw_window_new ());
  adw_window_set_content (ADW_WINDOW (room->window), box);
  gtk_window_set_default_size (GTK_WINDOW (room->window), 1100, 700);
  gtk_window_present (GTK_WINDOW (room->window));
  WAIT_FOR (gtk_widget_get_mapped (room->pane));
  shot_settle (50);
}

static void
tear_down (Room *room, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (room->window));
  g_assert_finalize_object (room->window);
  desk_free (room->desk);
}

static KladkaFieldRow *
find_row (Room *room, const char *field)
{
  KladkaFieldRow *row =
      kladka_record_form_get_row (kladka_record_pane_get_form (KLADKA_RECORD_PANE (room->pane)), field);

  g_assert_nonnull (row);
  return row;
}

static KladkaCellEntry *
find_entry (Room *room, const char *field)
{
  return kladka_text_row_get_entry (KLADKA_TEXT_ROW (find_row (room, field)), KLADKA_LANG_EN);
}

static void
type_into (KladkaCellEntry *entry, const char *text)
{
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  kladka_cell_entry_type (entry, text);
}

static void
press_enter (KladkaCellEntry *entry)
{
  g_signal_emit_by_name (kladka_cell_entry_get_inner (entry), "activate");
}

static void
leave (Room *room)
{
  gtk_widget_grab_focus (room->elsewhere);
  shot_settle (20);
}

static gboolean
press_key (KladkaCellEntry *entry, guint keyval)
{
  return shot_press (kladka_cell_entry_get_inner (entry), keyval, 0);
}

#define assert_entry(entry, wanted)                                                                                    \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *text_ = kladka_cell_entry_dup_text (entry);                                                       \
    g_assert_cmpstr (text_, ==, wanted);                                                                               \
  }                                                                                                                    \
  G_STMT_END

#define assert_shown(room, ref, cell, wanted)                                                                          \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *shown_ = desk_dup_shown ((room)->desk, ref, cell);                                                \
    g_assert_cmpstr (shown_, ==, wanted);                                                                              \
  }                                                                                                                    \
  G_STMT_END

static KladkaRef
select_need (Room *room, const char *id)
{
  KladkaRef ref = desk_find (room->desk, id);

  kladka_view_state_select (room->desk->view_state, ref);
  return ref;
}

static gboolean
has_focus_inside (Room *room, KladkaFieldRow *row)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (room->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (row));
}

static void
add_as_a_person_would (Room *room)
{
  KladkaRef ref;
  KladkaPicker *picker;

  g_assert_true (gtk_widget_activate_action (room->page, "page.add", NULL));
  WAIT_FOR (kladka_view_state_get_selection (room->desk->view_state) != 0);
  ref = kladka_view_state_get_selection (room->desk->view_state);
  g_assert_true (has_focus_inside (room, find_row (room, "title")));
  kladka_cell_entry_type (find_entry (room, "title"), "Backups for Łódź");
  press_enter (find_entry (room, "title"));
  WAIT_FOR (g_list_model_get_n_items (G_LIST_MODEL (kladka_table_page_get_list (KLADKA_TABLE_PAGE (room->page)))) == 4);
  picker = kladka_pick_row_open (KLADKA_PICK_ROW (find_row (room, "recipient")));
  kladka_picker_type (picker, "mdt digital");
  /* The search entry tells its changes a moment late. */
  shot_settle (300);
  kladka_picker_pick_first (picker);
  type_into (find_entry (room, "wanted_from"), "5.03.2027");
  leave (room);
  type_into (find_entry (room, "quantity"), "1 200");
  /* Two seconds later it is in, without Enter and without leaving. */
  WAIT_FOR (((const KladkaNeed *)kladka_plan_get (desk_get_plan (room->desk), ref))->quantity == 1200000);
  assert_entry (find_entry (room, "quantity"), "1 200");
  leave (room);
  WAIT_FOR (((const KladkaNeed *)kladka_plan_get (desk_get_plan (room->desk), ref))->recipient
            == desk_find (room->desk, "org-mod"));
  assert_shown (room, ref, "title_en", "Backups for Łódź");
  assert_shown (room, ref, "stage", "Draft");
  assert_shown (room, ref, "wanted_from", "5 March 2027");
  assert_entry (find_entry (room, "wanted_from"), "5 March 2027");
  assert_entry (find_entry (room, "quantity"), "1,200");
}

static void
test_need_is_added (Room *room, gconstpointer data)
{
  add_as_a_person_would (room);
  /* One step to make it, one for each field. */
  g_assert_cmpuint (room->desk->verbs->len, ==, 5);
}

static void
test_need_is_added_though_the_plan_is_late (Room *room, gconstpointer data)
{
  room->desk->late = TRUE;
  add_as_a_person_would (room);
}

static void
test_bad_date_is_said_and_mended (Room *room, gconstpointer data)
{
  KladkaCellEntry *entry;
  KladkaRef ref = select_need (room, "need-1");
  g_autofree char *wrong = NULL;

  entry = find_entry (room, "wanted_from");
  assert_entry (entry, "July 2026");
  type_into (entry, "soon");
  g_assert_cmpstr (kladka_field_row_get_problem (find_row (room, "wanted_from")), ==, "");
  leave (room);
  g_assert_cmpstr (kladka_field_row_get_problem (find_row (room, "wanted_from")), !=, "");
  wrong = gtk_test_accessible_check_state (GTK_ACCESSIBLE (kladka_cell_entry_get_inner (entry)),
                                           GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  g_assert_null (wrong);
  assert_entry (entry, "soon");
  assert_shown (room, ref, "wanted_from", "July 2026");
  /* It is still there when one comes back. */
  select_need (room, "need-2");
  assert_entry (entry, "2026");
  g_assert_cmpstr (kladka_field_row_get_problem (find_row (room, "wanted_from")), ==, "");
  select_need (room, "need-1");
  assert_entry (entry, "soon");
  type_into (entry, "Q3 2027");
  press_enter (entry);
  g_assert_cmpstr (kladka_field_row_get_problem (find_row (room, "wanted_from")), ==, "");
  assert_shown (room, ref, "wanted_from", "Q3 2027");
  wrong = gtk_test_accessible_check_state (GTK_ACCESSIBLE (kladka_cell_entry_get_inner (entry)),
                                           GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE);
  g_assert_null (wrong);
}

static void
test_undo_shows_in_the_field (Room *room, gconstpointer data)
{
  KladkaCellEntry *entry;

  select_need (room, "need-1");
  entry = find_entry (room, "wanted_from");
  type_into (entry, "2029");
  press_enter (entry);
  assert_entry (entry, "2029");
  /* The focus is still here: nothing is being typed, so the field follows. */
  desk_undo (room->desk);
  assert_entry (entry, "July 2026");
}

static void
test_own_undo_reaches_to_the_last_commit (Room *room, gconstpointer data)
{
  KladkaCellEntry *entry;
  int end = 0;

  select_need (room, "need-1");
  entry = find_entry (room, "title");
  g_assert_false (kladka_cell_entry_undo_typing (kladka_cell_entry_get_inner (entry)));
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_insert_text (GTK_EDITABLE (kladka_cell_entry_get_inner (entry)), "!", 1, &end);
  assert_entry (entry, "!EDR like in Łódź");
  g_assert_true (kladka_cell_entry_undo_typing (kladka_cell_entry_get_inner (entry)));
  assert_entry (entry, "EDR like in Łódź");
  g_assert_cmpuint (room->desk->verbs->len, ==, 0);
  type_into (entry, "Something else");
  press_enter (entry);
  g_assert_false (kladka_cell_entry_undo_typing (kladka_cell_entry_get_inner (entry)));
  assert_entry (entry, "Something else");
}

static void
test_escape_restores (Room *room, gconstpointer data)
{
  KladkaCellEntry *entry;

  select_need (room, "need-1");
  entry = find_entry (room, "wanted_from");
  g_assert_false (press_key (entry, GDK_KEY_Escape));
  type_into (entry, "nonsense");
  g_assert_true (press_key (entry, GDK_KEY_Escape));
  assert_entry (entry, "July 2026");
  type_into (entry, "nonsense");
  leave (room);
  g_assert_true (press_key (entry, GDK_KEY_Escape));
  assert_entry (entry, "July 2026");
  g_assert_cmpstr (kladka_field_row_get_problem (find_row (room, "wanted_from")), ==, "");
  g_assert_cmpuint (room->desk->verbs->len, ==, 0);
}

static void
test_typing_is_not_disturbed (Room *room, gconstpointer data)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  KladkaCellEntry *entry;
  GtkEditable *inner;

  select_need (room, "need-1");
  entry = find_entry (room, "title");
  inner = GTK_EDITABLE (kladka_cell_entry_get_inner (entry));
  type_into (entry, "Half a ti");
  gtk_editable_set_position (inner, 4);
  desk_text (edits, NEED, "need-1", "reference", "N-100");
  desk_text (edits, NEED, "need-1", "title_en", "What another made of it");
  desk_apply (room->desk, edits);
  assert_entry (find_entry (room, "reference"), "N-100");
  assert_entry (entry, "Half a ti");
  g_assert_cmpint (gtk_editable_get_position (inner), ==, 4);
}

static void
test_another_record_ends_the_typing (Room *room, gconstpointer data)
{
  KladkaRef ref = select_need (room, "need-1");

  type_into (find_entry (room, "title"), "A new title");
  select_need (room, "need-2");
  assert_shown (room, ref, "title_en", "A new title");
  assert_entry (find_entry (room, "title"), "КИЇВ: навчання");
  /* A record of another kind has another form. */
  ref = desk_find (room->desk, "need-2");
  type_into (find_entry (room, "title"), "Another one");
  kladka_view_state_select (room->desk->view_state, desk_find (room->desk, "project-1"));
  assert_shown (room, ref, "title_en", "Another one");
  assert_entry (find_entry (room, "title"), "EDR for all");
}

static void
test_several_choices_are_one_step (Room *room, gconstpointer data)
{
  KladkaRef ref = select_need (room, "need-1");
  KladkaPickRow *row = KLADKA_PICK_ROW (find_row (room, "help_kinds"));
  KladkaPicker *picker = kladka_pick_row_open (row);

  kladka_picker_pick_first (picker);
  g_assert_cmpuint (room->desk->verbs->len, ==, 0);
  gtk_popover_popdown (GTK_POPOVER (picker));
  WAIT_FOR (room->desk->verbs->len == 1);
  g_assert_cmpuint (((const KladkaNeed *)kladka_plan_get (desk_get_plan (room->desk), ref))->help_kinds, ==, 1);
  g_assert_cmpstr (kladka_pick_row_get_text (row), !=, "");
}

static GtkWidget *
find_child (GtkWidget *widget, GType type, gboolean (*fits) (GtkWidget *widget))
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && fits (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type, fits);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
lists_deliveries (GtkWidget *widget)
{
  return kladka_owned_list_get_record_type (KLADKA_OWNED_LIST (widget)) == KLADKA_TYPE_DELIVERY;
}

/* Of the project that has one. */
static KladkaOwnedList *
show_deliveries (Room *room)
{
  kladka_view_state_select (room->desk->view_state, desk_find (room->desk, "project-1"));
  return KLADKA_OWNED_LIST (find_child (room->pane, KLADKA_TYPE_OWNED_LIST, lists_deliveries));
}

static KladkaRef
add_delivery (Room *room, KladkaOwnedList *list)
{
  const KladkaRecord *const *deliveries;
  guint n;

  kladka_owned_list_add (list);
  deliveries = kladka_plan_get_owned (desk_get_plan (room->desk), KLADKA_TYPE_DELIVERY, "project",
                                      desk_find (room->desk, "project-1"), &n);
  g_assert_cmpuint (n, ==, 2);
  return deliveries[1]->ref;
}

static void
test_delivery_is_added_to_a_project (Room *room, gconstpointer data)
{
  KladkaOwnedList *list = show_deliveries (room);
  KladkaRef ref = add_delivery (room, list);
  KladkaOwnedRow *row = kladka_owned_list_find (list, ref);
  KladkaCellEntry *entry;

  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_assert_null (kladka_owned_row_get_row (row, "project"));
  entry = kladka_text_row_get_entry (KLADKA_TEXT_ROW (kladka_owned_row_get_row (row, "quantity")), KLADKA_LANG_EN);
  type_into (entry, "25");
  press_enter (entry);
  assert_shown (room, ref, "quantity", "25");
  kladka_form_delete (room->desk->view_state, ref);
  g_assert_null (kladka_owned_list_find (list, ref));
}

static gboolean
is_in_view (GtkWidget *widget)
{
  GtkWidget *view = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (widget, view, &bounds) && bounds.size.height > 0 && bounds.origin.y >= 0
         && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (view);
}

/* Deliveries stand below what the pane shows of a project at first, and a new one is below them. */
static void
test_added_delivery_is_brought_into_view (Room *room, gconstpointer data)
{
  KladkaOwnedList *list = show_deliveries (room);
  KladkaOwnedRow *row;

  shot_settle (100);
  g_assert_false (is_in_view (GTK_WIDGET (list)));
  row = kladka_owned_list_find (list, add_delivery (room, list));
  WAIT_FOR (is_in_view (GTK_WIDGET (kladka_owned_row_get_row (row, "recipient"))));
}

static gboolean
fits_any (GtkWidget *widget)
{
  return TRUE;
}

static gboolean
is_cut_label (GtkWidget *label)
{
  return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
}

static GtkWidget *
open_choices (Room *room, const char *field)
{
  GtkWidget *picker = GTK_WIDGET (kladka_pick_row_open (KLADKA_PICK_ROW (find_row (room, field))));

  WAIT_FOR (gtk_widget_get_mapped (picker));
  shot_settle (50);
  return picker;
}

static void
test_choices_show_their_words (Room *room, gconstpointer data)
{
  static const char *const fields[][2] = { { "need-1", "stage" },
                                           { "need-1", "capability" },
                                           { "project-1", "status" } };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *picker, *list;

      kladka_view_state_select (room->desk->view_state, desk_find (room->desk, fields[i][0]));
      picker = open_choices (room, fields[i][1]);
      list = find_child (picker, GTK_TYPE_LIST_BOX, fits_any);
      g_assert_nonnull (find_child (list, GTK_TYPE_LABEL, fits_any));
      g_assert_null (find_child (list, GTK_TYPE_LABEL, is_cut_label));
      gtk_popover_popdown (GTK_POPOVER (picker));
    }
}

/* On what has the keyboard once the list is open. */
static void
press_enter_in_choices (Room *room, GtkWidget *picker)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (room->window));

  g_assert_true (gtk_widget_is_ancestor (focus, picker));
  g_signal_emit_by_name (focus, "activate");
  WAIT_FOR (!gtk_widget_get_mapped (picker));
}

static void
test_choices_begin_at_what_holds (Room *room, gconstpointer data)
{
  KladkaRef ref = select_need (room, "need-1");
  GtkWidget *picker = open_choices (room, "stage");
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (room->window));

  g_assert_true (GTK_IS_LIST_BOX_ROW (focus));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (find_child (focus, GTK_TYPE_LABEL, fits_any))), ==, "Verified");
  press_enter_in_choices (room, picker);
  g_assert_cmpuint (room->desk->verbs->len, ==, 0);
  assert_shown (room, ref, "stage", "Verified");
}

/* So many that they have a search field, which has the keyboard. */
static void
test_enter_with_nothing_typed_chooses_nothing (Room *room, gconstpointer data)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  KladkaRef ref = desk_find (room->desk, "org-mod");

  kladka_edits_set_named (edits, KLADKA_TYPE_ORGANISATION, "org-mod", "kind", kladka_value_integer (3));
  desk_apply (room->desk, edits);
  kladka_view_state_select (room->desk->view_state, ref);
  press_enter_in_choices (room, open_choices (room, "kind"));
  g_assert_cmpuint (room->desk->verbs->len, ==, 0);
  g_assert_cmpuint (((const KladkaOrganisation *)kladka_plan_get (desk_get_plan (room->desk), ref))->kind, ==, 3);
}

/* Of the field's calendar button, which is pressed first. */
static KladkaCalendar *
open_calendar (Room *room, const char *field)
{
  GtkMenuButton *button =
      GTK_MENU_BUTTON (find_child (GTK_WIDGET (find_row (room, field)), GTK_TYPE_MENU_BUTTON, fits_any));
  GtkWidget *calendar;

  gtk_menu_button_popup (button);
  calendar = find_child (GTK_WIDGET (gtk_menu_button_get_popover (button)), KLADKA_TYPE_CALENDAR, fits_any);
  g_assert_nonnull (calendar);
  WAIT_FOR (gtk_widget_get_mapped (calendar));
  return KLADKA_CALENDAR (calendar);
}

static gboolean
is_chosen_day (GtkWidget *widget)
{
  return gtk_widget_has_css_class (widget, "suggested-action");
}

/* As a click on the day it stands at, or Enter there. */
static void
click_day (KladkaCalendar *calendar)
{
  g_signal_emit_by_name (find_child (GTK_WIDGET (calendar), GTK_TYPE_BUTTON, is_chosen_day), "clicked");
}

static void
test_calendar_chooses_a_day (Room *room, gconstpointer data)
{
  KladkaRef ref = select_need (room, "need-1");
  KladkaCalendar *calendar;

  type_into (find_entry (room, "wanted_from"), "31 March 2027");
  press_enter (find_entry (room, "wanted_from"));
  calendar = open_calendar (room, "wanted_from");
  g_assert_cmpint (kladka_calendar_get_day (calendar), ==, kladka_day_from_civil (2027, 3, 31));
  kladka_calendar_set_day (calendar, kladka_day_from_civil (2027, 2, 10));
  assert_shown (room, ref, "wanted_from", "31 March 2027");
  click_day (calendar);
  WAIT_FOR (!gtk_widget_get_mapped (GTK_WIDGET (calendar)));
  assert_shown (room, ref, "wanted_from", "10 February 2027");
}

static void
test_calendar_offers_today_where_there_is_no_date (Room *room, gconstpointer data)
{
  KladkaRef ref = select_need (room, "need-2");
  KladkaCalendar *calendar;
  const KladkaNeed *need;

  type_into (find_entry (room, "wanted_from"), "");
  press_enter (find_entry (room, "wanted_from"));
  calendar = open_calendar (room, "wanted_from");
  click_day (calendar);
  WAIT_FOR (!gtk_widget_get_mapped (GTK_WIDGET (calendar)));
  need = (const KladkaNeed *)kladka_plan_get (desk_get_plan (room->desk), ref);
  g_assert_cmpint (kladka_date_get_first_day (need->wanted_from), ==,
                   kladka_view_state_get_today (room->desk->view_state));
}

static void
test_plan_record_is_edited_like_any (Room *room, gconstpointer data)
{
  KladkaRef ref = select_need (room, "plan-1");

  type_into (find_entry (room, "base_currency"), "PLN");
  press_enter (find_entry (room, "base_currency"));
  assert_shown (room, ref, "base_currency", "PLN");
}

#define ADD(path, test) g_test_add ("/ui/forms/" path, Room, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("need-is-added", test_need_is_added);
  ADD ("need-is-added-though-the-plan-is-late", test_need_is_added_though_the_plan_is_late);
  ADD ("bad-date-is-said-and-mended", test_bad_date_is_said_and_mended);
  ADD ("undo-shows-in-the-field", test_undo_shows_in_the_field);
  ADD ("own-undo-reaches-to-the-last-commit", test_own_undo_reaches_to_the_last_commit);
  ADD ("escape-restores", test_escape_restores);
  ADD ("typing-is-not-disturbed", test_typing_is_not_disturbed);
  ADD ("another-record-ends-the-typing", test_another_record_ends_the_typing);
  ADD ("several-choices-are-one-step", test_several_choices_are_one_step);
  ADD ("choices-show-their-words", test_choices_show_their_words);
  ADD ("choices-begin-at-what-holds", test_choices_begin_at_what_holds);
  ADD ("enter-with-nothing-typed-chooses-nothing", test_enter_with_nothing_typed_chooses_nothing);
  ADD ("delivery-is-added-to-a-project", test_delivery_is_added_to_a_project);
  ADD ("added-delivery-is-brought-into-view", test_added_delivery_is_brought_into_view);
  ADD ("calendar-chooses-a-day", test_calendar_chooses_a_day);
  ADD ("calendar-offers-today-where-there-is-no-date", test_calendar_offers_today_where_there_is_no_date);
  ADD ("plan-record-is-edited-like-any", test_plan_record_is_edited_like_any);
  return g_test_run ();
}
