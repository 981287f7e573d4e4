/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-pick-row.h"

#include "kladka-form-acts.h"
#include "kladka-i18n.h"

struct _KladkaPickRow {
  KladkaFieldRow parent_instance;
  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *go_button; /* NULL but for references */
  GtkWidget *picker;    /* made on first opening */
  KladkaValue value;
};

G_DEFINE_FINAL_TYPE (KladkaPickRow, kladka_pick_row, KLADKA_TYPE_FIELD_ROW)

static KladkaKind
kind_of (KladkaPickRow *self)
{
  return kladka_field_row_get_field (KLADKA_FIELD_ROW (self))->kind;
}

static gboolean
takes_several (KladkaPickRow *self)
{
  return kind_of (self) == KLADKA_KIND_SET || kind_of (self) == KLADKA_KIND_REFS;
}

static KladkaIds *
ids_of (KladkaPickRow *self)
{
  return kladka_plan_get_ids (kladka_view_state_get_plan (kladka_field_row_get_view_state (KLADKA_FIELD_ROW (self))));
}

static gboolean
holds_id (const KladkaValue *value, const char *id)
{
  if (value->tag == KLADKA_VALUE_TEXT)
    return g_strcmp0 (value->text, id) == 0;
  return value->tag == KLADKA_VALUE_LIST && g_strv_contains ((const char *const *)value->list, id);
}

static gboolean
is_chosen (KladkaPickRow *self, const KladkaPick *pick)
{
  if (pick->ref != 0)
    return holds_id (&self->value, kladka_ids_get_id (ids_of (self), pick->ref));
  if (self->value.tag != KLADKA_VALUE_INTEGER)
    return FALSE;
  if (kind_of (self) == KLADKA_KIND_SET)
    return (self->value.integer >> (pick->choice - 1)) & 1;
  return self->value.integer == pick->choice;
}

static KladkaValue
value_of_pick (KladkaPickRow *self, guint number)
{
  const KladkaPick *pick;

  if (number == G_MAXUINT)
    return KLADKA_VALUE_INIT;
  pick = kladka_picks_get (kladka_picker_get_picks (KLADKA_PICKER (self->picker)), number);
  if (pick->ref != 0)
    return kladka_value_text (kladka_ids_get_id (ids_of (self), pick->ref));
  return kladka_value_integer (pick->choice);
}

static KladkaValue
value_of_chosen (KladkaPickRow *self)
{
  const KladkaPicks *picks = kladka_picker_get_picks (KLADKA_PICKER (self->picker));
  const GArray *chosen = kladka_picker_get_chosen (KLADKA_PICKER (self->picker));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  gint64 set = 0;

  for (guint i = 0; i < chosen->len; i++)
    {
      const KladkaPick *pick = kladka_picks_get (picks, g_array_index (chosen, guint, i));

      if (pick->ref != 0)
        g_ptr_array_add (ids, (gpointer)kladka_ids_get_id (ids_of (self), pick->ref));
      else
        set |= (gint64)1 << (pick->choice - 1);
    }
  g_ptr_array_add (ids, NULL);
  if (kind_of (self) == KLADKA_KIND_REFS)
    return kladka_value_list ((const char *const *)ids->pdata);
  return set != 0 ? kladka_value_integer (set) : KLADKA_VALUE_INIT;
}

static void
commit (KladkaPickRow *self, KladkaValue value)
{
  KladkaFieldRow *row = KLADKA_FIELD_ROW (self);

  kladka_form_commit_value (kladka_field_row_get_view_state (row), kladka_field_row_get_ref (row),
                            kladka_field_row_get_cell (row), value);
}

static void
picked_cb (KladkaPickRow *self, guint pick)
{
  if (!takes_several (self))
    commit (self, value_of_pick (self, pick));
}

static void
closed_cb (KladkaPickRow *self)
{
  if (takes_several (self))
    commit (self, value_of_chosen (self));
}

static void
fill_picker (KladkaPickRow *self)
{
  KladkaFieldRow *row = KLADKA_FIELD_ROW (self);
  KladkaViewState *view_state = kladka_field_row_get_view_state (row);
  KladkaPicks *picks = kladka_picks_new (kladka_view_state_get_plan (view_state), kladka_field_row_get_field (row),
                                         kladka_field_row_get_ref (row), kladka_view_state_get_words (view_state));
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < kladka_picks_get_n (picks); i++)
    if (is_chosen (self, kladka_picks_get (picks, i)))
      g_array_append_val (chosen, i);
  kladka_picker_set_picks (KLADKA_PICKER (self->picker), picks, chosen);
}

static void
create_popup_cb (GtkMenuButton *button, gpointer data)
{
  KladkaPickRow *self = data;

  if (self->picker == NULL)
    {
      self->picker = kladka_picker_new (takes_several (self));
      g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->picker, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
      gtk_menu_button_set_popover (button, self->picker);
    }
  fill_picker (self);
}

static void
go_clicked_cb (KladkaPickRow *self)
{
  KladkaRef ref = self->value.tag == KLADKA_VALUE_TEXT ? kladka_ids_find (ids_of (self), self->value.text) : 0;

  if (ref != 0)
    kladka_view_state_show_record (kladka_field_row_get_view_state (KLADKA_FIELD_ROW (self)), ref);
}

static void
add_go_button (KladkaPickRow *self)
{
  self->go_button = gtk_button_new_from_icon_name ("go-next-symbolic");
  gtk_widget_add_css_class (self->go_button, "flat");
  gtk_widget_set_tooltip_text (self->go_button, _ ("Go to Record"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->go_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Go to Record"),
                                  -1);
  g_signal_connect_object (self->go_button, "clicked", G_CALLBACK (go_clicked_cb), self, G_CONNECT_SWAPPED);
  kladka_field_row_add_suffix (KLADKA_FIELD_ROW (self), self->go_button);
}

static void
kladka_pick_row_build (KladkaFieldRow *row)
{
  KladkaPickRow *self = KLADKA_PICK_ROW (row);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_hexpand (line, TRUE);
  gtk_widget_add_css_class (arrow, "dim-label");
  gtk_box_append (GTK_BOX (line), self->label);
  gtk_box_append (GTK_BOX (line), arrow);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), line);
  /* The button centres its child. */
  gtk_widget_set_halign (gtk_widget_get_parent (line), GTK_ALIGN_FILL);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popup_cb, self, NULL);
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (self->button), FALSE);
  gtk_widget_add_css_class (self->button, "pick");
  kladka_field_row_add_editor (row, self->button);
  kladka_field_row_describe (row, self->button);
  if (kind_of (self) == KLADKA_KIND_REF)
    add_go_button (self);
}

static void
kladka_pick_row_refresh (KladkaFieldRow *field_row, const KladkaFormRow *row)
{
  KladkaPickRow *self = KLADKA_PICK_ROW (field_row);

  kladka_value_clear (&self->value);
  self->value = kladka_value_copy (&row->value);
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->label)), row->texts[0]) != 0)
    {
      gtk_label_set_text (GTK_LABEL (self->label), row->texts[0]);
      gtk_widget_set_tooltip_text (self->button, row->texts[0]);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, row->texts[0],
                                      -1);
    }
  if (self->go_button != NULL)
    gtk_widget_set_visible (self->go_button, row->value.tag == KLADKA_VALUE_TEXT);
}

static void
kladka_pick_row_flush (KladkaFieldRow *row)
{
  KladkaPickRow *self = KLADKA_PICK_ROW (row);

  if (self->picker != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->picker));
}

static gboolean
kladka_pick_row_focus (KladkaFieldRow *row)
{
  return gtk_widget_grab_focus (KLADKA_PICK_ROW (row)->button);
}

static void
kladka_pick_row_finalize (GObject *object)
{
  kladka_value_clear (&KLADKA_PICK_ROW (object)->value);
  G_OBJECT_CLASS (kladka_pick_row_parent_class)->finalize (object);
}

static void
kladka_pick_row_class_init (KladkaPickRowClass *klass)
{
  KladkaFieldRowClass *row_class = KLADKA_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kladka_pick_row_finalize;
  row_class->build = kladka_pick_row_build;
  row_class->refresh = kladka_pick_row_refresh;
  row_class->flush = kladka_pick_row_flush;
  row_class->focus = kladka_pick_row_focus;
}

static void
kladka_pick_row_init (KladkaPickRow *self)
{
}

KladkaPicker *
kladka_pick_row_open (KladkaPickRow *self)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
  return KLADKA_PICKER (self->picker);
}

const char *
kladka_pick_row_get_text (KladkaPickRow *self)
{
  return gtk_label_get_text (GTK_LABEL (self->label));
}
