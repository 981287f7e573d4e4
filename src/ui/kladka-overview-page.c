/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-i18n.h"
#include "kladka-overview-page.h"
#include "kladka-overview-row.h"
#include "kladka-overview-state.h"

struct _KladkaOverviewPage {
  GtkWidget parent_instance;
  GtkStack *stack;
  GtkFlowBox *figures;
  GtkLabel *note;
  AdwSqueezer *squeezer;
  GtkWidget *wide;
  GtkBox *lists;
  AdwPreferencesGroup *gaps_group;
  GtkListBox *gaps;
  GtkLabel *gaps_placeholder;
  AdwPreferencesGroup *events_group;
  GtkListBox *events;
  KladkaViewState *state;
  KladkaOverview *overview;
  gboolean stale; /* not shown since the plan changed */
};

G_DEFINE_FINAL_TYPE (KladkaOverviewPage, kladka_overview_page, GTK_TYPE_WIDGET)

/* ---- Acts ---- */

static GQuark
place_quark (void)
{
  return g_quark_from_static_string ("kladka-overview-place");
}

static void
figure_clicked_cb (GtkWidget *button, gpointer data)
{
  KladkaOverviewPage *self = KLADKA_OVERVIEW_PAGE (gtk_widget_get_ancestor (button, KLADKA_TYPE_OVERVIEW_PAGE));

  kladka_view_state_set_page (self->state, GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (button), place_quark ())));
}

static void
row_activated_cb (KladkaOverviewPage *self, GtkListBoxRow *row)
{
  kladka_view_state_show_record (self->state, kladka_overview_row_get_ref (row));
}

/* ---- Values → widgets ---- */

static GtkWidget *
new_figure (const KladkaOverviewFigure *figure)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *value = gtk_label_new (figure->value);
  GtkWidget *label = gtk_label_new (figure->label);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *child = gtk_flow_box_child_new ();
  g_autofree char *spoken = g_strdup_printf ("%s: %s", figure->label, figure->value);

  gtk_widget_add_css_class (value, "title-1");
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_box_append (GTK_BOX (box), value);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_qdata (G_OBJECT (button), place_quark (), GUINT_TO_POINTER (figure->page));
  g_signal_connect (button, "clicked", G_CALLBACK (figure_clicked_cb), NULL);
  gtk_widget_set_focusable (child, FALSE);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
  return child;
}

static gboolean
is_same_line (const KladkaOverviewLine *a, const KladkaOverviewLine *b)
{
  return a->ref == b->ref && a->share == b->share && g_str_equal (a->title, b->title)
         && g_str_equal (a->detail, b->detail);
}

/* Of what stands, the rows that say the same stay. */
static void
fill_list (GtkListBox *list, GPtrArray *older, GPtrArray *lines)
{
  guint n = 0;
  GtkListBoxRow *row;

  while (older != NULL && n < MIN (older->len, lines->len) && is_same_line (older->pdata[n], lines->pdata[n]))
    n++;
  while ((row = gtk_list_box_get_row_at_index (list, (int)n)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (; n < lines->len; n++)
    gtk_list_box_append (list, kladka_overview_row_new (lines->pdata[n]));
}

static void
fill_figures (KladkaOverviewPage *self)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (self->figures, 0)) != NULL)
    gtk_flow_box_remove (self->figures, GTK_WIDGET (child));
  for (guint i = 0; i < self->overview->figures->len; i++)
    gtk_flow_box_append (self->figures, new_figure (g_ptr_array_index (self->overview->figures, i)));
}

static void
describe_group (AdwPreferencesGroup *group, const char *first, guint n_more)
{
  g_autofree char *more = NULL;
  g_autofree char *text = NULL;

  if (n_more > 0)
    more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n_more), n_more);
  text = more != NULL ? g_strdup_printf ("%s · %s", first, more) : g_strdup (first);
  adw_preferences_group_set_description (group, text);
}

static gboolean
is_empty (KladkaPlan *plan)
{
  return kladka_plan_get_n_records (plan, KLADKA_TYPE_NEED) == 0
         && kladka_plan_get_n_records (plan, KLADKA_TYPE_PROJECT) == 0
         && kladka_plan_get_n_records (plan, KLADKA_TYPE_OFFER) == 0;
}

static void
refresh (KladkaOverviewPage *self)
{
  KladkaPlan *plan = kladka_view_state_get_plan (self->state);
  g_autoptr (KladkaOverview) older = g_steal_pointer (&self->overview);

  self->stale = FALSE;
  self->overview =
      kladka_overview_new (plan, kladka_view_state_get_coverage (self->state), kladka_view_state_get_spec (self->state),
                           kladka_view_state_get_words (self->state));
  gtk_stack_set_visible_child_name (self->stack, is_empty (plan) ? "empty" : "overview");
  fill_figures (self);
  gtk_label_set_label (self->note, self->overview->note != NULL ? self->overview->note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), self->overview->note != NULL);
  gtk_label_set_label (self->gaps_placeholder,
                       self->overview->has_cover ? _ ("No need has a gap from now on.") : _ ("Computing coverage…"));
  fill_list (self->gaps, older != NULL ? older->gaps : NULL, self->overview->gaps);
  fill_list (self->events, older != NULL ? older->events : NULL, self->overview->events);
  describe_group (self->gaps_group, self->overview->as_of, self->overview->n_more_gaps);
  describe_group (self->events_group, self->overview->as_of, self->overview->n_more_events);
}

/* ---- Callbacks and overrides ---- */

static gboolean
turn_lists_cb (gpointer data)
{
  KladkaOverviewPage *self = data;
  gboolean side_by_side;

  if (self->stack == NULL)
    return G_SOURCE_REMOVE;
  side_by_side = adw_squeezer_get_visible_child (self->squeezer) == self->wide;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lists),
                                  side_by_side ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_homogeneous (self->lists, side_by_side);
  return G_SOURCE_REMOVE;
}

/* It is told while space is being given out: too late to turn anything in this frame. */
static void
width_changed_cb (KladkaOverviewPage *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, turn_lists_cb, g_object_ref (self), g_object_unref);
}

static void
changed_cb (KladkaOverviewPage *self)
{
  /* A newer coverage follows each plan: until it is there, what stands is less wrong than an empty list. */
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !kladka_view_state_is_computing (self->state))
    refresh (self);
}

static void
kladka_overview_page_map (GtkWidget *widget)
{
  KladkaOverviewPage *self = KLADKA_OVERVIEW_PAGE (widget);

  if (self->stale)
    refresh (self);
  GTK_WIDGET_CLASS (kladka_overview_page_parent_class)->map (widget);
}

static void
kladka_overview_page_dispose (GObject *object)
{
  KladkaOverviewPage *self = KLADKA_OVERVIEW_PAGE (object);

  g_clear_pointer ((GtkWidget **)&self->stack, gtk_widget_unparent);
  g_clear_pointer (&self->overview, kladka_overview_free);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (kladka_overview_page_parent_class)->dispose (object);
}

static void
kladka_overview_page_class_init (KladkaOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kladka_overview_page_dispose;
  widget_class->map = kladka_overview_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kladka/Kladka/ui/kladka-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KladkaOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KladkaOverviewPage, figures);
  gtk_widget_class_bind_template_child (widget_class, KladkaOverviewPage, note);
  gtk_widget_class_bind_template_child (widget_class, KladkaOverviewPage, squeezer);
  gtk_widget_class_bind_template_child (widget_class, KladkaOverviewPage, wide);
  gtk_widget_class_bind_template_child (widget_class, KladkaOverviewPage, lists);
  gtk_widget_class_bind_template_child (widget_class, KladkaOverviewPage, gaps_group);
  gtk_widget_class_bind_template_child (widget_class, KladkaOverviewPage, gaps);
  gtk_widget_class_bind_template_child (widget_class, KladkaOverviewPage, gaps_placeholder);
  gtk_widget_class_bind_template_child (widget_class, KladkaOverviewPage, events_group);
  gtk_widget_class_bind_template_child (widget_class, KladkaOverviewPage, events);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, width_changed_cb);
}

static void
kladka_overview_page_init (KladkaOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
kladka_overview_page_new (KladkaViewState *state)
{
  KladkaOverviewPage *self = g_object_new (KLADKA_TYPE_OVERVIEW_PAGE, NULL);

  self->state = g_object_ref (state);
  g_signal_connect_object (state, "plan-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "coverage-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  if (kladka_view_state_get_plan (state) != NULL)
    refresh (self);
  return GTK_WIDGET (self);
}
