/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the pane shows of an explanation. */

#include "kladka-explain-pane-private.h"

#include <math.h>

#include "kladka-i18n.h"

/* More is for the export: nobody reads on. */
#define MAX_ROWS 40
#define MAX_SENTENCES 60

static GQuark
ref_quark (void)
{
  return g_quark_from_static_string ("kladka-explain-ref");
}

KladkaRef
kladka_explain_pane_get_ref_of (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (row), ref_quark ()));
}

static void
clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* @ref 0: leads nowhere. */
static void
add_row (GtkListBox *list, const char *title, const char *subtitle, KladkaRef ref)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", subtitle,
                                 "title-lines", 2, "activatable", ref != 0, NULL);

  if (ref != 0)
    {
      g_object_set_qdata (G_OBJECT (row), ref_quark (), GUINT_TO_POINTER (ref));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  gtk_list_box_append (list, row);
}

static void
add_figure (KladkaExplainPane *self, const char *label, const char *value)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *what = gtk_label_new (label);
  GtkWidget *figure = gtk_label_new (value);

  gtk_label_set_xalign (GTK_LABEL (what), 0);
  gtk_label_set_wrap (GTK_LABEL (what), TRUE);
  gtk_widget_set_hexpand (what, TRUE);
  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_add_css_class (row, "figure");
  gtk_box_append (GTK_BOX (row), what);
  gtk_box_append (GTK_BOX (row), figure);
  gtk_list_box_append (self->figures, row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (gtk_widget_get_parent (row)), FALSE);
}

static void
add_more (GtkListBox *list, guint n_more)
{
  g_autofree char *text = NULL;

  if (n_more == 0)
    return;
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n_more), n_more);
  add_row (list, text, "", 0);
}

/* ---- Values → widgets ---- */

static char *
dup_percent (KladkaExplainPane *self, double share)
{
  return kladka_cover_dup_label (share, kladka_view_state_get_words (self->state));
}

static void
show_share (KladkaExplainPane *self, const char *label, double share)
{
  g_autofree char *text = dup_percent (self, share);

  if (share > 0)
    add_figure (self, label, text);
}

static void
show_figures (KladkaExplainPane *self)
{
  const KladkaCoverageCell *cell = &self->explanation->cell;
  KladkaWords *words = kladka_view_state_get_words (self->state);
  g_autofree char *cover = dup_percent (self, cell->cover);
  g_autofree char *gap = kladka_words_dup_decimal (words, llrint (cell->gap_months * 10), 1, 0);

  clear_list (self->figures);
  if (kladka_cell_has_figure (cell))
    add_figure (self, _ ("Cover"), cover);
  for (guint certainty = 0; certainty < KLADKA_N_CERTAINTIES; certainty++)
    show_share (self, kladka_certainty_get_label (certainty, words), cell->by[certainty]);
  show_share (self, _ ("Lost with projects that stopped"), cell->lost);
  if (cell->weight > 0)
    add_figure (self, _ ("Gap-months (weight × gap)"), gap);
  gtk_widget_set_visible (gtk_widget_get_ancestor (GTK_WIDGET (self->figures), ADW_TYPE_PREFERENCES_GROUP),
                          gtk_list_box_get_row_at_index (self->figures, 0) != NULL);
}

static char *
dup_label (KladkaExplainPane *self, const KladkaRecord *record)
{
  return kladka_plan_dup_name (kladka_coverage_get_plan (kladka_grid_get_coverage (self->grid)), record,
                               kladka_words_get_lang (kladka_view_state_get_words (self->state)));
}

static void
show_needs (KladkaExplainPane *self)
{
  GPtrArray *needs = self->explanation->needs;
  KladkaWords *words = kladka_view_state_get_words (self->state);

  clear_list (self->needs);
  for (guint i = 0; i < MIN (needs->len, MAX_ROWS); i++)
    {
      const KladkaExplainedNeed *need = g_ptr_array_index (needs, i);
      g_autofree char *cover = dup_percent (self, need->cover);
      g_autofree char *months = kladka_months_dup_label (need->months, words);
      const char *reference = kladka_record_get_short (&need->need->base);
      g_autofree char *subtitle = reference != NULL
                                      ? g_strdup_printf (_ ("%s · %s covered · %s"), reference, cover, months)
                                      : g_strdup_printf (_ ("%s covered · %s"), cover, months);

      g_autofree char *label = dup_label (self, &need->need->base);

      add_row (self->needs, label, subtitle, need->need->base.ref);
    }
  add_more (self->needs, needs->len > MAX_ROWS ? needs->len - MAX_ROWS : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->needs_group), needs->len > 0);
}

/* By its project; it is the project's form that lists it. */
static void
add_delivery (KladkaExplainPane *self, GtkListBox *list, const KladkaDelivery *delivery, const char *more)
{
  const KladkaPlan *plan = kladka_coverage_get_plan (kladka_grid_get_coverage (self->grid));
  const KladkaProject *project = kladka_plan_project (plan, delivery->project);
  const KladkaCapability *capability = kladka_plan_capability (plan, delivery->capability);
  g_autofree char *what = capability != NULL ? dup_label (self, &capability->base) : g_strdup ("");
  g_autofree char *label = dup_label (self, project != NULL ? &project->base : &delivery->base);
  g_autofree char *subtitle = more != NULL ? g_strdup_printf ("%s · %s", what, more) : g_strdup (what);

  add_row (list, label, subtitle, delivery->base.ref);
}

static void
show_deliveries (KladkaExplainPane *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  KladkaWords *words = kladka_view_state_get_words (self->state);
  guint n_more = 0;

  clear_list (self->deliveries);
  for (guint i = 0; i < self->explanation->needs->len; i++)
    {
      const KladkaExplainedNeed *need = g_ptr_array_index (self->explanation->needs, i);

      for (guint j = 0; j < need->givings->len; j++)
        {
          const KladkaExplainedGiving *giving = &g_array_index (need->givings, KladkaExplainedGiving, j);

          if (!g_hash_table_add (seen, (gpointer)giving->delivery))
            continue;
          if (g_hash_table_size (seen) <= MAX_ROWS)
            add_delivery (self, self->deliveries, giving->delivery,
                          kladka_certainty_get_label (giving->certainty, words));
          else
            n_more++;
        }
    }
  add_more (self->deliveries, n_more);
  gtk_widget_set_visible (GTK_WIDGET (self->deliveries_group), g_hash_table_size (seen) > 0);
}

static void
show_unused (KladkaExplainPane *self)
{
  GPtrArray *unused = self->explanation->unused;

  clear_list (self->unused);
  for (guint i = 0; i < MIN (unused->len, MAX_ROWS); i++)
    add_delivery (self, self->unused, g_ptr_array_index (unused, i), NULL);
  add_more (self->unused, unused->len > MAX_ROWS ? unused->len - MAX_ROWS : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->unused_group), unused->len > 0);
}

static void
show_head (KladkaExplainPane *self)
{
  const KladkaCoverageCell *cell = &self->explanation->cell;
  KladkaWords *words = kladka_view_state_get_words (self->state);
  gboolean whole = self->column >= kladka_grid_get_n_periods (self->grid);
  g_autofree char *title = kladka_grid_dup_row_label (self->grid, self->row, words);
  g_autofree char *period =
      whole ? kladka_months_dup_label (kladka_coverage_get_months (kladka_grid_get_coverage (self->grid)), words)
            : kladka_grid_dup_period_label (self->grid, self->column, words);
  g_autofree char *state = g_strdup_printf ("%s  %s", kladka_state_get_letter (cell->state, words),
                                            kladka_state_get_label (cell->state, words));
  g_autoptr (GString) marks = g_string_new (NULL);

  for (guint mark = KLADKA_MARK_LAPSING; mark <= KLADKA_MARK_NOT_MEASURED; mark <<= 1)
    if (cell->marks & mark)
      g_string_append_printf (marks, "%s%s", marks->len > 0 ? ", " : "", kladka_mark_get_label (mark, words));
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->period, period);
  gtk_label_set_label (self->cell_state, state);
  gtk_label_set_label (self->marks, marks->str);
  gtk_widget_set_visible (GTK_WIDGET (self->marks), marks->len > 0);
  gtk_widget_set_visible (self->new_project, cell->weight > 0 && cell->cover < 0.995);
}

static void
show_sentences (KladkaExplainPane *self, char **sentences)
{
  KladkaWords *words = kladka_view_state_get_words (self->state);
  g_autofree char *note =
      kladka_coverage_spec_dup_note (kladka_coverage_get_spec (kladka_grid_get_coverage (self->grid)), words);
  guint n = g_strv_length (sentences);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, MAX_SENTENCES); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", sentences[i]);
  if (n > MAX_SENTENCES)
    g_string_append (text, "\n…");
  gtk_label_set_label (self->sentences, text->str);
  gtk_label_set_label (self->note, note);
}

void
kladka_explain_pane_show (KladkaExplainPane *self, char **sentences)
{
  show_head (self);
  show_figures (self);
  show_needs (self);
  show_deliveries (self);
  show_unused (self);
  show_sentences (self, sentences);
}
