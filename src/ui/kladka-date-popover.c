/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-date-popover.h"

#include "kladka-form-acts.h"
#include "kladka-i18n.h"

typedef struct {
  KladkaFieldRow *row; /* owns the button and so this */
  GtkMenuButton *button;
  GtkWidget *calendar;
  GtkWidget *precisions[KLADKA_PRECISION_DAY + 1]; /* none for NONE */
  int month;                                       /* that the calendar shows, counted from year 0 */
  gboolean showing;
} Picker;

static KladkaDate
get_date (const Picker *self)
{
  KladkaViewState *view_state = kladka_field_row_get_view_state (self->row);
  KladkaPlan *plan = kladka_view_state_get_plan (view_state);
  const KladkaRecord *record = plan != NULL ? kladka_plan_get (plan, kladka_field_row_get_ref (self->row)) : NULL;

  return record != NULL ? *(const KladkaDate *)kladka_record_member (record, kladka_field_row_get_field (self->row))
                        : KLADKA_DATE_NONE;
}

static KladkaPrecision
get_precision (const Picker *self)
{
  for (KladkaPrecision precision = KLADKA_PRECISION_YEAR; precision < KLADKA_PRECISION_DAY; precision++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->precisions[precision])))
      return precision;
  return KLADKA_PRECISION_DAY;
}

static KladkaDate
get_picked (const Picker *self)
{
  g_autoptr (GDateTime) time = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  int year, month, day;

  g_date_time_get_ymd (time, &year, &month, &day);
  switch (get_precision (self))
    {
    case KLADKA_PRECISION_YEAR:
      return kladka_date_new_year (year);
    case KLADKA_PRECISION_QUARTER:
      return kladka_date_new_quarter (year, (month - 1) / 3 + 1);
    case KLADKA_PRECISION_MONTH:
      return kladka_date_new_month (year, month);
    case KLADKA_PRECISION_NONE:
    case KLADKA_PRECISION_DAY:
    default:
      return kladka_date_new_day (year, month, day);
    }
}

static void
commit (Picker *self, KladkaDate date)
{
  kladka_form_commit_value (kladka_field_row_get_view_state (self->row), kladka_field_row_get_ref (self->row),
                            kladka_field_row_get_cell (self->row), kladka_value_date (date));
}

static void
choose (Picker *self)
{
  commit (self, get_picked (self));
  gtk_menu_button_popdown (self->button);
}

static void
note_month (Picker *self)
{
  g_autoptr (GDateTime) time = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));

  self->month = g_date_time_get_year (time) * 12 + g_date_time_get_month (time) - 1;
}

/* A calendar also tells of a day when somebody only leafs from the 31st to a shorter month. */
static void
day_selected_cb (Picker *self)
{
  int before = self->month;

  note_month (self);
  if (!self->showing && self->month == before)
    choose (self);
}

/* It tells nothing where the day is the one it shows already, as today in an empty field. */
static void
released_cb (Picker *self, int n_press, double x, double y)
{
  GtkWidget *child = gtk_widget_pick (self->calendar, x, y, GTK_PICK_DEFAULT);

  if (child != NULL && gtk_widget_has_css_class (child, "day-number"))
    choose (self);
}

static gboolean
key_pressed_cb (Picker *self, guint key)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;
  choose (self);
  return GDK_EVENT_STOP;
}

static void
precision_toggled_cb (Picker *self, GtkToggleButton *button)
{
  if (!self->showing && gtk_toggle_button_get_active (button) && kladka_date_is_set (get_date (self)))
    commit (self, get_picked (self));
}

static void
clear_clicked_cb (Picker *self)
{
  commit (self, KLADKA_DATE_NONE);
  gtk_menu_button_popdown (self->button);
}

static GtkWidget *
new_precisions (Picker *self)
{
  const char *labels[] = { NULL, _ ("Year"), _ ("Quarter"), _ ("Month"), _ ("Day") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (KladkaPrecision i = KLADKA_PRECISION_YEAR; i <= KLADKA_PRECISION_DAY; i++)
    {
      self->precisions[i] = gtk_toggle_button_new_with_label (labels[i]);
      if (i > KLADKA_PRECISION_YEAR)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->precisions[i]),
                                     GTK_TOGGLE_BUTTON (self->precisions[KLADKA_PRECISION_YEAR]));
      g_signal_connect_swapped (self->precisions[i], "toggled", G_CALLBACK (precision_toggled_cb), self);
      gtk_box_append (GTK_BOX (box), self->precisions[i]);
    }
  return box;
}

static GtkWidget *
new_calendar (Picker *self)
{
  static const char *const leafing[] = { "next-month", "prev-month", "next-year", "prev-year" };
  GtkWidget *calendar = gtk_calendar_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (calendar, GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (calendar, keys);
  g_signal_connect_swapped (calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  for (guint i = 0; i < G_N_ELEMENTS (leafing); i++)
    g_signal_connect_swapped (calendar, leafing[i], G_CALLBACK (note_month), self);
  return calendar;
}

static GtkWidget *
new_popover (Picker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *clear = gtk_button_new_with_label (_ ("No Date"));

  self->calendar = new_calendar (self);
  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (clear_clicked_cb), self);
  gtk_widget_add_css_class (clear, "flat");
  gtk_box_append (GTK_BOX (box), new_precisions (self));
  gtk_box_append (GTK_BOX (box), self->calendar);
  gtk_box_append (GTK_BOX (box), clear);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static void
create_popup_cb (GtkMenuButton *button, gpointer data)
{
  Picker *self = data;
  KladkaDate date = get_date (self), today;
  g_autoptr (GDateTime) time = NULL;

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, new_popover (self));
  today = kladka_date_new_from_day (kladka_view_state_get_today (kladka_field_row_get_view_state (self->row)));
  self->showing = TRUE;
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (self->precisions[kladka_date_is_set (date) ? date.precision : KLADKA_PRECISION_DAY]), TRUE);
  if (!kladka_date_is_set (date))
    date = today;
  time = g_date_time_new_utc (date.year, date.month, date.day, 0, 0, 0);
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), time);
  note_month (self);
  self->showing = FALSE;
}

GtkWidget *
kladka_date_button_new (KladkaFieldRow *row)
{
  GtkWidget *button = gtk_menu_button_new ();
  Picker *self = g_new0 (Picker, 1);

  *self = (Picker){ .row = row, .button = GTK_MENU_BUTTON (button) };
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Calendar"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Calendar"), -1);
  gtk_menu_button_set_create_popup_func (self->button, create_popup_cb, self, g_free);
  return button;
}
