/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-date-popover.h"

#include "kladka-calendar.h"
#include "kladka-form-acts.h"
#include "kladka-i18n.h"

typedef struct {
  KladkaFieldRow *row; /* owns the button and so this */
  GtkMenuButton *button;
  KladkaCalendar *calendar;
  GtkWidget *precisions[KLADKA_PRECISION_DAY + 1]; /* none for NONE */
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
  KladkaDate day = kladka_date_new_from_day (kladka_calendar_get_day (self->calendar));

  switch (get_precision (self))
    {
    case KLADKA_PRECISION_YEAR:
      return kladka_date_new_year (day.year);
    case KLADKA_PRECISION_QUARTER:
      return kladka_date_new_quarter (day.year, (day.month - 1) / 3 + 1);
    case KLADKA_PRECISION_MONTH:
      return kladka_date_new_month (day.year, day.month);
    case KLADKA_PRECISION_NONE:
    case KLADKA_PRECISION_DAY:
    default:
      return day;
    }
}

static void
commit (Picker *self, KladkaDate date)
{
  kladka_form_commit_value (kladka_field_row_get_view_state (self->row), kladka_field_row_get_ref (self->row),
                            kladka_field_row_get_cell (self->row), kladka_value_date (date));
}

static void
chosen_cb (Picker *self)
{
  commit (self, get_picked (self));
  gtk_menu_button_popdown (self->button);
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
  KladkaViewState *view_state = kladka_field_row_get_view_state (self->row);
  GtkWidget *calendar = g_object_new (KLADKA_TYPE_CALENDAR, NULL);

  self->calendar = KLADKA_CALENDAR (calendar);
  kladka_calendar_set_words (self->calendar, kladka_view_state_get_words (view_state),
                             kladka_view_state_get_today (view_state));
  g_signal_connect_swapped (calendar, "chosen", G_CALLBACK (chosen_cb), self);
  return calendar;
}

static GtkWidget *
new_popover (Picker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *clear = gtk_button_new_with_label (_ ("No Date"));

  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (clear_clicked_cb), self);
  gtk_widget_add_css_class (clear, "flat");
  gtk_box_append (GTK_BOX (box), new_precisions (self));
  gtk_box_append (GTK_BOX (box), new_calendar (self));
  gtk_box_append (GTK_BOX (box), clear);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  return popover;
}

static void
create_popup_cb (GtkMenuButton *button, gpointer data)
{
  Picker *self = data;
  KladkaDate date = get_date (self);
  gboolean is_set = kladka_date_is_set (date);

  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, new_popover (self));
  self->showing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->precisions[is_set ? date.precision : KLADKA_PRECISION_DAY]),
                                TRUE);
  kladka_calendar_set_day (self->calendar,
                           is_set ? kladka_date_get_first_day (date)
                                  : kladka_view_state_get_today (kladka_field_row_get_view_state (self->row)));
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
