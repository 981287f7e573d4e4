/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-chart-focus.h"

struct _KladkaChartFocus {
  GtkWidget parent_instance;
  char *words;
};

G_DEFINE_FINAL_TYPE (KladkaChartFocus, kladka_chart_focus, GTK_TYPE_WIDGET)

static void
kladka_chart_focus_finalize (GObject *object)
{
  g_free (KLADKA_CHART_FOCUS (object)->words);
  G_OBJECT_CLASS (kladka_chart_focus_parent_class)->finalize (object);
}

static void
kladka_chart_focus_class_init (KladkaChartFocusClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kladka_chart_focus_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chartfocus");
}

static void
kladka_chart_focus_init (KladkaChartFocus *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* The chart itself answers the pointer. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
kladka_chart_focus_new (GtkAccessibleRole role)
{
  return g_object_new (KLADKA_TYPE_CHART_FOCUS, "accessible-role", role, NULL);
}

void
kladka_chart_focus_set_words (KladkaChartFocus *self, const char *words)
{
  if (g_strcmp0 (self->words, words) == 0)
    return;
  g_free (self->words);
  self->words = g_strdup (words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words != NULL ? words : "", -1);
}

const char *
kladka_chart_focus_get_words (KladkaChartFocus *self)
{
  return self->words;
}
