/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-calendar.h"

#define COLUMNS 7
#define ROWS 6 /* a month of 31 days that begins on a Sunday touches as many weeks */

struct _KladkaCalendar {
  GtkWidget parent_instance;
  GtkLabel *title;
  GtkGrid *grid;
  GtkWidget *buttons[ROWS * COLUMNS];
  KladkaWords *words;
  gint32 today;
  gint32 day;
  gint32 first; /* of the days shown: a Monday */
};

G_DEFINE_FINAL_TYPE (KladkaCalendar, kladka_calendar, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* One of them takes the focus, as of a chart's marks. */
static void
show_button (KladkaCalendar *self, GtkWidget *button, gint32 day)
{
  KladkaDate date = kladka_date_new_from_day (day);
  g_autofree char *spoken = kladka_words_dup_date (self->words, date);
  char number[4];

  g_snprintf (number, sizeof number, "%d", date.day);
  gtk_button_set_label (GTK_BUTTON (button), kladka_date_is_set (date) ? number : "");
  gtk_widget_set_sensitive (button, kladka_date_is_set (date));
  gtk_widget_set_focusable (button, day == self->day);
  set_class (button, "suggested-action", day == self->day);
  set_class (button, "flat", day != self->day);
  set_class (button, "dim-label", kladka_month_of_day (day) != kladka_month_of_day (self->day));
  set_class (button, "today", day == self->today);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
refresh (KladkaCalendar *self)
{
  gint32 month = kladka_month_of_day (self->day);
  g_autofree char *title = kladka_words_dup_date (self->words, kladka_date_new_month (month / 12, month % 12 + 1));

  gtk_label_set_label (self->title, title);
  self->first = kladka_day_get_monday (kladka_month_first_day (month));
  for (int i = 0; i < ROWS * COLUMNS; i++)
    show_button (self, self->buttons[i], self->first + i);
}

/* ---- Leafing ---- */

/* The same day of another month, or its last. */
static gint32
find_day (gint32 day, int months)
{
  gint32 month = kladka_month_of_day (day);
  gint32 in_month = day - kladka_month_first_day (month);

  month = CLAMP (month + months, KLADKA_YEAR_MIN * 12, KLADKA_YEAR_MAX * 12 + 11);
  return MIN (kladka_month_first_day (month) + in_month, kladka_month_last_day (month));
}

static void
earlier_year_cb (KladkaCalendar *self)
{
  kladka_calendar_set_day (self, find_day (self->day, -12));
}

static void
earlier_month_cb (KladkaCalendar *self)
{
  kladka_calendar_set_day (self, find_day (self->day, -1));
}

static void
later_month_cb (KladkaCalendar *self)
{
  kladka_calendar_set_day (self, find_day (self->day, 1));
}

static void
later_year_cb (KladkaCalendar *self)
{
  kladka_calendar_set_day (self, find_day (self->day, 12));
}

static gboolean
find_target (KladkaCalendar *self, guint key, GdkModifierType state, gint32 *ret_day)
{
  const struct {
    guint key;
    gint32 day;
  } targets[] = {
    { GDK_KEY_Left, self->day - 1 },
    { GDK_KEY_Right, self->day + 1 },
    { GDK_KEY_Up, self->day - COLUMNS },
    { GDK_KEY_Down, self->day + COLUMNS },
    { GDK_KEY_Home, kladka_month_first_day (kladka_month_of_day (self->day)) },
    { GDK_KEY_End, kladka_month_last_day (kladka_month_of_day (self->day)) },
    { GDK_KEY_Page_Up, find_day (self->day, state & GDK_CONTROL_MASK ? -12 : -1) },
    { GDK_KEY_Page_Down, find_day (self->day, state & GDK_CONTROL_MASK ? 12 : 1) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (targets[i].key == key)
      {
        *ret_day = targets[i].day;
        return TRUE;
      }
  return FALSE;
}

static gboolean
key_pressed_cb (KladkaCalendar *self, guint key, guint code, GdkModifierType state)
{
  gint32 day;

  if (!find_target (self, key, state, &day))
    return GDK_EVENT_PROPAGATE;
  kladka_calendar_set_day (self, day);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

/* ---- Choosing ---- */

static void
clicked_cb (KladkaCalendar *self, GtkWidget *button)
{
  int place = 0;

  while (self->buttons[place] != button)
    place++;
  kladka_calendar_set_day (self, self->first + place);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* ---- Object ---- */

static gboolean
kladka_calendar_grab_focus (GtkWidget *widget)
{
  KladkaCalendar *self = KLADKA_CALENDAR (widget);

  return gtk_widget_grab_focus (self->buttons[self->day - self->first]);
}

static void
kladka_calendar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&KLADKA_CALENDAR (object)->words, kladka_words_unref);
  G_OBJECT_CLASS (kladka_calendar_parent_class)->dispose (object);
}

static void
kladka_calendar_class_init (KladkaCalendarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kladka_calendar_dispose;
  widget_class->grab_focus = kladka_calendar_grab_focus;
  signals[CHOSEN] =
      g_signal_new ("chosen", KLADKA_TYPE_CALENDAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "kladkacalendar");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kladka/Kladka/ui/kladka-calendar.ui");
  gtk_widget_class_bind_template_child (widget_class, KladkaCalendar, title);
  gtk_widget_class_bind_template_child (widget_class, KladkaCalendar, grid);
  gtk_widget_class_bind_template_callback (widget_class, earlier_year_cb);
  gtk_widget_class_bind_template_callback (widget_class, earlier_month_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_month_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_year_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
kladka_calendar_init (KladkaCalendar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < ROWS * COLUMNS; i++)
    {
      self->buttons[i] = gtk_button_new_with_label ("");
      g_signal_connect_object (self->buttons[i], "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_grid_attach (self->grid, self->buttons[i], i % COLUMNS, 1 + i / COLUMNS, 1, 1);
    }
}

void
kladka_calendar_set_words (KladkaCalendar *self, KladkaWords *words, gint32 today)
{
  g_return_if_fail (self->words == NULL);
  self->words = kladka_words_ref (words);
  self->today = today;
  for (int i = 0; i < COLUMNS; i++)
    {
      GtkWidget *head = gtk_label_new (kladka_words_get_weekday (words, i + 1));

      gtk_widget_add_css_class (head, "caption");
      gtk_widget_add_css_class (head, "dim-label");
      gtk_grid_attach (self->grid, head, i, 0, 1, 1);
    }
  kladka_calendar_set_day (self, today);
}

void
kladka_calendar_set_day (KladkaCalendar *self, gint32 day)
{
  self->day = CLAMP (day, KLADKA_DAY_MIN, KLADKA_DAY_MAX);
  refresh (self);
}

gint32
kladka_calendar_get_day (KladkaCalendar *self)
{
  return self->day;
}
