/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-picker.h"

#include "kladka-i18n.h"

/* More rows than anybody reads; typing narrows them. */
#define MAX_ROWS 100
#define SEARCH_FROM 9

struct _KladkaPicker {
  GtkPopover parent_instance;
  GtkWidget *entry;
  GtkWidget *list;
  GtkWidget *more_label;
  gboolean several;
  KladkaPicks *picks;
  GArray *chosen; /* guint */
};

enum { PICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KladkaPicker, kladka_picker, GTK_TYPE_POPOVER)

static int
find_chosen (const KladkaPicker *self, guint pick)
{
  for (guint i = 0; i < self->chosen->len; i++)
    if (g_array_index (self->chosen, guint, i) == pick)
      return i;
  return -1;
}

static guint
pick_of (GtkListBoxRow *row)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "pick")) - 1;
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  return label;
}

static void
add_detail (GtkBox *box, const char *detail)
{
  GtkWidget *label = new_label (detail);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (box, label);
}

/* @pick: G_MAXUINT for "none of them" */
static void
add_row (KladkaPicker *self, guint pick, const char *text, const char *detail)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");
  gboolean is_chosen = find_chosen (self, pick) >= 0;

  gtk_box_append (GTK_BOX (texts), new_label (text));
  if (detail != NULL)
    add_detail (GTK_BOX (texts), detail);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_opacity (tick, is_chosen ? 1 : 0);
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), tick);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  g_object_set_data (G_OBJECT (row), "pick", GUINT_TO_POINTER (pick + 1));
  g_object_set_data (G_OBJECT (row), "tick", tick);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
  /* The keyboard begins where the field stands, so that Enter changes nothing. */
  if (is_chosen && !self->several)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
}

static void
clear_rows (KladkaPicker *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
}

static void
show_left_out (KladkaPicker *self, guint n)
{
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more: type to find it", "%u more: type to find them", n), n);

  gtk_label_set_text (GTK_LABEL (self->more_label), text);
  gtk_widget_set_visible (self->more_label, n > 0);
}

static void
fill (KladkaPicker *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  guint n_left_out;
  g_autoptr (GArray) found = kladka_picks_find (self->picks, text, MAX_ROWS, &n_left_out);

  clear_rows (self);
  if (!self->several && *text == '\0')
    add_row (self, G_MAXUINT, _ ("None"), NULL);
  for (guint i = 0; i < found->len; i++)
    {
      guint pick = g_array_index (found, guint, i);
      const KladkaPick *item = kladka_picks_get (self->picks, pick);

      add_row (self, pick, item->label, item->detail);
    }
  show_left_out (self, n_left_out);
}

static void
toggle (KladkaPicker *self, guint pick, GtkListBoxRow *row)
{
  int at = find_chosen (self, pick);

  if (at >= 0)
    g_array_remove_index (self->chosen, at);
  else
    g_array_append_val (self->chosen, pick);
  gtk_widget_set_opacity (g_object_get_data (G_OBJECT (row), "tick"), at >= 0 ? 0 : 1);
}

static void
row_activated_cb (KladkaPicker *self, GtkListBoxRow *row)
{
  guint pick = pick_of (row);

  if (self->several)
    toggle (self, pick, row);
  else
    gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, pick);
}

static void
search_changed_cb (KladkaPicker *self)
{
  if (self->picks != NULL)
    fill (self);
}

static void
entry_activate_cb (KladkaPicker *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    {
      /* Nothing was looked for: the first row is "None", and Enter is no wish to empty the field. */
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  /* The entry tells its changes a moment late; Enter means what is written. */
  fill (self);
  kladka_picker_pick_first (self);
}

static void
stop_search_cb (KladkaPicker *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static gboolean
entry_key_cb (KladkaPicker *self, guint keyval)
{
  return keyval == GDK_KEY_Down && gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
kladka_picker_finalize (GObject *object)
{
  KladkaPicker *self = KLADKA_PICKER (object);

  g_clear_pointer (&self->picks, kladka_picks_free);
  g_clear_pointer (&self->chosen, g_array_unref);
  G_OBJECT_CLASS (kladka_picker_parent_class)->finalize (object);
}

static void
kladka_picker_class_init (KladkaPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kladka_picker_finalize;
  signals[PICKED] =
      g_signal_new ("picked", KLADKA_TYPE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kladka/Kladka/ui/kladka-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, KladkaPicker, entry);
  gtk_widget_class_bind_template_child (widget_class, KladkaPicker, list);
  gtk_widget_class_bind_template_child (widget_class, KladkaPicker, more_label);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
kladka_picker_init (KladkaPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
}

GtkWidget *
kladka_picker_new (gboolean several)
{
  KladkaPicker *self = g_object_new (KLADKA_TYPE_PICKER, NULL);

  self->several = several;
  return GTK_WIDGET (self);
}

void
kladka_picker_set_picks (KladkaPicker *self, KladkaPicks *picks, GArray *chosen)
{
  g_clear_pointer (&self->picks, kladka_picks_free);
  g_clear_pointer (&self->chosen, g_array_unref);
  self->picks = picks;
  self->chosen = chosen;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_set_visible (self->entry, kladka_picks_get_n (picks) >= SEARCH_FROM);
  fill (self);
}

const KladkaPicks *
kladka_picker_get_picks (KladkaPicker *self)
{
  return self->picks;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;

  return x < y ? -1 : x > y;
}

const GArray *
kladka_picker_get_chosen (KladkaPicker *self)
{
  g_array_sort (self->chosen, compare_numbers);
  return self->chosen;
}

void
kladka_picker_type (KladkaPicker *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}

void
kladka_picker_pick_first (KladkaPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  if (row != NULL)
    row_activated_cb (self, row);
}
