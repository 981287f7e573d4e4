/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-as-of-popover.h"

#include "kladka-calendar.h"

struct _KladkaAsOfPopover {
  GtkPopover parent_instance;
  GtkEditable *day_entry;
  GtkLabel *problem;
  KladkaCalendar *calendar;
  GtkWidget *today_button;
  GtkCheckButton *unverified;
  GtkDropDown *line;
  KladkaViewState *state;
  gboolean showing; /* the widgets change by us */
};

G_DEFINE_FINAL_TYPE (KladkaAsOfPopover, kladka_as_of_popover, GTK_TYPE_POPOVER)

/* ---- State → widgets ---- */

static void
show_problem (KladkaAsOfPopover *self, const GError *error)
{
  gtk_label_set_label (self->problem, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->day_entry), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->day_entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->day_entry), "error");
}

static void
show_day (KladkaAsOfPopover *self, gint32 as_of)
{
  KladkaDate date = kladka_date_new_from_day (as_of);
  g_autofree char *text = kladka_words_dup_date (kladka_view_state_get_words (self->state), date);

  gtk_editable_set_text (self->day_entry, text);
  kladka_calendar_set_day (self->calendar, as_of);
  gtk_widget_set_sensitive (self->today_button, as_of != kladka_view_state_get_today (self->state));
}

static void
refresh (KladkaAsOfPopover *self)
{
  const KladkaCoverageSpec *spec = kladka_view_state_get_spec (self->state);

  self->showing = TRUE;
  show_day (self, spec->as_of);
  show_problem (self, NULL);
  gtk_check_button_set_active (self->unverified, spec->include_unverified);
  gtk_drop_down_set_selected (self->line, spec->line);
  self->showing = FALSE;
}

/* ---- Widgets → state ---- */

static void
choose_day (KladkaAsOfPopover *self, gint32 day)
{
  KladkaCoverageSpec spec = *kladka_view_state_get_spec (self->state);

  spec.as_of = day;
  kladka_view_state_set_spec (self->state, &spec);
}

static void
typed_cb (KladkaAsOfPopover *self)
{
  g_autoptr (GError) error = NULL;
  KladkaDate date = KLADKA_DATE_NONE;

  if (!kladka_words_parse_date (kladka_view_state_get_words (self->state), gtk_editable_get_text (self->day_entry),
                                &date, &error))
    {
      show_problem (self, error);
      return;
    }
  choose_day (self,
              kladka_date_is_set (date) ? kladka_date_get_first_day (date) : kladka_view_state_get_today (self->state));
  /* Also where it is the same day in other words. */
  refresh (self);
}

static void
chosen_cb (KladkaAsOfPopover *self)
{
  choose_day (self, kladka_calendar_get_day (self->calendar));
}

static void
today_cb (KladkaAsOfPopover *self)
{
  choose_day (self, kladka_view_state_get_today (self->state));
}

static void
unverified_cb (KladkaAsOfPopover *self)
{
  KladkaCoverageSpec spec = *kladka_view_state_get_spec (self->state);

  spec.include_unverified = gtk_check_button_get_active (self->unverified);
  if (!self->showing)
    kladka_view_state_set_spec (self->state, &spec);
}

static void
line_cb (KladkaAsOfPopover *self)
{
  KladkaCoverageSpec spec = *kladka_view_state_get_spec (self->state);

  spec.line = gtk_drop_down_get_selected (self->line);
  if (!self->showing)
    kladka_view_state_set_spec (self->state, &spec);
}

/* ---- Object ---- */

static void
kladka_as_of_popover_dispose (GObject *object)
{
  g_clear_object (&KLADKA_AS_OF_POPOVER (object)->state);
  G_OBJECT_CLASS (kladka_as_of_popover_parent_class)->dispose (object);
}

static void
kladka_as_of_popover_class_init (KladkaAsOfPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kladka_as_of_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kladka/Kladka/ui/kladka-as-of-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, KladkaAsOfPopover, day_entry);
  gtk_widget_class_bind_template_child (widget_class, KladkaAsOfPopover, problem);
  gtk_widget_class_bind_template_child (widget_class, KladkaAsOfPopover, calendar);
  gtk_widget_class_bind_template_child (widget_class, KladkaAsOfPopover, today_button);
  gtk_widget_class_bind_template_child (widget_class, KladkaAsOfPopover, unverified);
  gtk_widget_class_bind_template_child (widget_class, KladkaAsOfPopover, line);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, today_cb);
  gtk_widget_class_bind_template_callback (widget_class, unverified_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_cb);
}

static void
kladka_as_of_popover_init (KladkaAsOfPopover *self)
{
  g_type_ensure (KLADKA_TYPE_CALENDAR);
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kladka_as_of_popover_new (KladkaViewState *state)
{
  KladkaAsOfPopover *self = g_object_new (KLADKA_TYPE_AS_OF_POPOVER, NULL);
  g_autoptr (GtkStringList) lines = gtk_string_list_new (NULL);

  self->state = g_object_ref (state);
  for (guint line = 0; line < KLADKA_N_CERTAINTIES; line++)
    gtk_string_list_append (lines, kladka_certainty_get_label (line, kladka_view_state_get_words (state)));
  kladka_calendar_set_words (self->calendar, kladka_view_state_get_words (state), kladka_view_state_get_today (state));
  gtk_drop_down_set_model (self->line, G_LIST_MODEL (lines));
  g_signal_connect_object (state, "spec-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}
