/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "desk.h"
#include "kladka-calendar.h"
#include "shot.h"

#define NB "\xc2\xa0"

typedef struct {
  Desk *desk;
  GtkWidget *window;
  KladkaCalendar *calendar;
  int choices;
} Room;

static void
count_cb (Room *room)
{
  room->choices++;
}

static void
show_calendar (Room *room, KladkaLang lang, int year, int month, int day)
{
  room->desk = desk_new (lang);
  room->calendar = g_object_new (KLADKA_TYPE_CALENDAR, NULL);
  kladka_calendar_set_words (room->calendar, kladka_view_state_get_words (room->desk->view_state),
                             kladka_day_from_civil (2027, 2, 17));
  kladka_calendar_set_day (room->calendar, kladka_day_from_civil (year, month, day));
  g_signal_connect_swapped (room->calendar, "chosen", G_CALLBACK (count_cb), room);
  room->window = g_object_ref_sink (adw_window_new ());
  adw_window_set_content (ADW_WINDOW (room->window), GTK_WIDGET (room->calendar));
  gtk_window_present (GTK_WINDOW (room->window));
  WAIT_FOR (gtk_widget_get_mapped (GTK_WIDGET (room->calendar)));
}

static void
tear_down (Room *room, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (room->window));
  g_assert_finalize_object (room->window);
  desk_free (room->desk);
}

/* ---- What is seen ---- */

static GtkWidget *
get_at (Room *room, int column, int row)
{
  GtkWidget *grid = gtk_widget_get_last_child (GTK_WIDGET (room->calendar));

  return gtk_grid_get_child_at (GTK_GRID (grid), column, row);
}

static const char *
get_title (Room *room)
{
  GtkWidget *bar = gtk_widget_get_first_child (GTK_WIDGET (room->calendar));

  for (GtkWidget *child = gtk_widget_get_first_child (bar); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      return gtk_label_get_label (GTK_LABEL (child));
  return NULL;
}

static GtkButton *
get_turner (Room *room, int place)
{
  GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (room->calendar)));

  while (place-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return GTK_BUTTON (child);
}

static void
press (Room *room, guint key, GdkModifierType state)
{
  g_assert_true (shot_press (gtk_widget_get_last_child (GTK_WIDGET (room->calendar)), key, state));
}

static void
assert_day (Room *room, int year, int month, int day)
{
  g_assert_cmpint (kladka_calendar_get_day (room->calendar), ==, kladka_day_from_civil (year, month, day));
}

/* ---- Tests ---- */

static void
test_speaks_the_language_of_the_window (Room *room, gconstpointer data)
{
  const struct {
    const char *title, *monday, *sunday;
  } seen[] = {
    [KLADKA_LANG_EN] = { "February 2027", "Mon", "Sun" },
    [KLADKA_LANG_PL] = { "luty 2027", "pon.", "niedz." },
    [KLADKA_LANG_UK] = { "лютий 2027" NB "р.", "пн", "нд" },
  };
  KladkaLang lang = GPOINTER_TO_INT (data);

  show_calendar (room, lang, 2027, 2, 28);
  g_assert_cmpstr (get_title (room), ==, seen[lang].title);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_at (room, 0, 0))), ==, seen[lang].monday);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (get_at (room, 6, 0))), ==, seen[lang].sunday);
  /* February 2027 begins on a Monday. */
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_at (room, 0, 1))), ==, "1");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (get_at (room, 6, 4))), ==, "28");
  g_assert_true (gtk_widget_has_css_class (get_at (room, 6, 4), "suggested-action"));
  g_assert_true (gtk_widget_has_css_class (get_at (room, 2, 3), "today"));
}

static void
test_leafing_chooses_nothing (Room *room, gconstpointer data)
{
  show_calendar (room, KLADKA_LANG_EN, 2027, 3, 31);
  g_signal_emit_by_name (get_turner (room, 1), "clicked");
  assert_day (room, 2027, 2, 28);
  g_signal_emit_by_name (get_turner (room, 0), "clicked");
  assert_day (room, 2026, 2, 28);
  g_signal_emit_by_name (get_turner (room, 3), "clicked");
  assert_day (room, 2026, 3, 28);
  g_signal_emit_by_name (get_turner (room, 4), "clicked");
  assert_day (room, 2027, 3, 28);
  g_assert_cmpint (room->choices, ==, 0);
}

static void
test_keys_go_from_day_to_day (Room *room, gconstpointer data)
{
  show_calendar (room, KLADKA_LANG_EN, 2028, 2, 29);
  press (room, GDK_KEY_Right, 0);
  assert_day (room, 2028, 3, 1);
  press (room, GDK_KEY_Up, 0);
  assert_day (room, 2028, 2, 23);
  press (room, GDK_KEY_End, 0);
  assert_day (room, 2028, 2, 29);
  press (room, GDK_KEY_Page_Up, GDK_CONTROL_MASK);
  assert_day (room, 2027, 2, 28);
  press (room, GDK_KEY_Page_Down, 0);
  assert_day (room, 2027, 3, 28);
  press (room, GDK_KEY_Home, 0);
  assert_day (room, 2027, 3, 1);
  press (room, GDK_KEY_Left, 0);
  press (room, GDK_KEY_Down, 0);
  assert_day (room, 2027, 3, 7);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (room->window)) == get_at (room, 6, 1));
  g_assert_cmpint (room->choices, ==, 0);
}

/* The day that is shown already, as today in an empty field, or one of the month beside. */
static void
test_any_day_seen_is_chosen (Room *room, gconstpointer data)
{
  show_calendar (room, KLADKA_LANG_EN, 2027, 2, 17);
  g_signal_emit_by_name (get_at (room, 2, 3), "clicked");
  g_assert_cmpint (room->choices, ==, 1);
  assert_day (room, 2027, 2, 17);
  g_signal_emit_by_name (get_at (room, 1, 5), "clicked");
  g_assert_cmpint (room->choices, ==, 2);
  assert_day (room, 2027, 3, 2);
}

static void
test_ends_with_the_days_a_date_can_be (Room *room, gconstpointer data)
{
  show_calendar (room, KLADKA_LANG_EN, KLADKA_YEAR_MAX, 12, 31);
  press (room, GDK_KEY_Right, 0);
  press (room, GDK_KEY_Page_Down, 0);
  assert_day (room, KLADKA_YEAR_MAX, 12, 31);
  /* 1 January 2200 stands behind it. */
  g_assert_false (gtk_widget_get_sensitive (get_at (room, 2, 6)));
  g_assert_true (gtk_widget_get_sensitive (get_at (room, 1, 6)));
}

#define ADD(path, data, test) g_test_add ("/ui/calendar/" path, Room, data, NULL, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("speaks-the-language-of-the-window/en", GINT_TO_POINTER (KLADKA_LANG_EN),
       test_speaks_the_language_of_the_window);
  ADD ("speaks-the-language-of-the-window/pl", GINT_TO_POINTER (KLADKA_LANG_PL),
       test_speaks_the_language_of_the_window);
  ADD ("speaks-the-language-of-the-window/uk", GINT_TO_POINTER (KLADKA_LANG_UK),
       test_speaks_the_language_of_the_window);
  ADD ("leafing-chooses-nothing", NULL, test_leafing_chooses_nothing);
  ADD ("keys-go-from-day-to-day", NULL, test_keys_go_from_day_to_day);
  ADD ("any-day-seen-is-chosen", NULL, test_any_day_seen_is_chosen);
  ADD ("ends-with-the-days-a-date-can-be", NULL, test_ends_with_the_days_a_date_can_be);
  return g_test_run ();
}
