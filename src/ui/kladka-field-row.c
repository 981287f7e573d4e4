/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-field-row.h"

#include "kladka-number-row.h"
#include "kladka-pick-row.h"
#include "kladka-text-row.h"

typedef struct {
  KladkaViewState *view_state;
  const KladkaField *field;
  KladkaRef ref;
  guint cell;
  GPtrArray *described; /* not owned: they live in the row */

  GtkWidget *column;
  GtkWidget *suffixes;
  GtkWidget *title_label;
  GtkWidget *problem_box;
  GtkWidget *problem_label;
} KladkaFieldRowPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KladkaFieldRow, kladka_field_row, ADW_TYPE_PREFERENCES_ROW)

static KladkaFieldRowPrivate *
private_of (KladkaFieldRow *self)
{
  return kladka_field_row_get_instance_private (self);
}

/* A click beside the editor means it. */
static void
released_cb (KladkaFieldRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
kladka_field_row_grab_focus (GtkWidget *widget)
{
  return KLADKA_FIELD_ROW_GET_CLASS (widget)->focus (KLADKA_FIELD_ROW (widget));
}

static void
kladka_field_row_finalize (GObject *object)
{
  KladkaFieldRowPrivate *private = private_of (KLADKA_FIELD_ROW (object));

  g_ptr_array_unref (private->described);
  g_clear_object (&private->view_state);
  G_OBJECT_CLASS (kladka_field_row_parent_class)->finalize (object);
}

static void
kladka_field_row_class_init (KladkaFieldRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kladka_field_row_finalize;
  widget_class->grab_focus = kladka_field_row_grab_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kladka/Kladka/ui/kladka-field-row.ui");
  gtk_widget_class_bind_template_child_private (widget_class, KladkaFieldRow, column);
  gtk_widget_class_bind_template_child_private (widget_class, KladkaFieldRow, suffixes);
  gtk_widget_class_bind_template_child_private (widget_class, KladkaFieldRow, title_label);
  gtk_widget_class_bind_template_child_private (widget_class, KladkaFieldRow, problem_box);
  gtk_widget_class_bind_template_child_private (widget_class, KladkaFieldRow, problem_label);
}

static void
kladka_field_row_init (KladkaFieldRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  private_of (self)->described = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static GType
type_for (const KladkaField *field)
{
  switch ((KladkaKind)field->kind)
    {
    case KLADKA_KIND_BOOL:
    case KLADKA_KIND_CHOICE:
    case KLADKA_KIND_SET:
    case KLADKA_KIND_REF:
    case KLADKA_KIND_REFS:
      return KLADKA_TYPE_PICK_ROW;
    case KLADKA_KIND_NUMBERS:
      return KLADKA_TYPE_NUMBER_ROW;
    case KLADKA_KIND_TEXT:
    case KLADKA_KIND_TEXT3:
    case KLADKA_KIND_DATE:
    case KLADKA_KIND_INTEGER:
    case KLADKA_KIND_DECIMAL:
    case KLADKA_KIND_MONEY:
    case KLADKA_KIND_TAGS:
    default:
      return KLADKA_TYPE_TEXT_ROW;
    }
}

GtkWidget *
kladka_field_row_new (KladkaViewState *view_state, const KladkaField *field)
{
  KladkaFieldRow *self = g_object_new (type_for (field), NULL);
  KladkaFieldRowPrivate *private = private_of (self);
  KladkaWords *words = kladka_view_state_get_words (view_state);
  const char *label = kladka_words_get_c (words, "field", field->label);

  private->view_state = g_object_ref (view_state);
  private->field = field;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), label);
  gtk_label_set_text (GTK_LABEL (private->title_label), label);
  if (field->help != NULL)
    gtk_widget_set_tooltip_text (private->title_label, kladka_words_get (words, field->help));
  KLADKA_FIELD_ROW_GET_CLASS (self)->build (self);
  return GTK_WIDGET (self);
}

static void
show_problem (KladkaFieldRow *self, const KladkaFormRow *row)
{
  KladkaFieldRowPrivate *private = private_of (self);
  gboolean wrong = row->problem != NULL && row->severity == KLADKA_SEVERITY_ERROR;
  const char *css = row->severity == KLADKA_SEVERITY_ERROR ? "error" : "warning";
  const char *const classes[] = { css, NULL };

  if (g_strcmp0 (row->problem, kladka_field_row_get_problem (self)) == 0
      && gtk_widget_has_css_class (private->problem_box, css))
    return;
  gtk_label_set_text (GTK_LABEL (private->problem_label), row->problem != NULL ? row->problem : "");
  gtk_widget_set_css_classes (private->problem_box, (const char **)classes);
  gtk_widget_set_visible (private->problem_box, row->problem != NULL);
  for (guint i = 0; i < private->described->len; i++)
    gtk_accessible_update_state (private->described->pdata[i], GTK_ACCESSIBLE_STATE_INVALID,
                                 wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

void
kladka_field_row_refresh (KladkaFieldRow *self, KladkaRef ref, const KladkaFormRow *row)
{
  KladkaFieldRowPrivate *private = private_of (self);

  if (ref != private->ref && private->ref != 0)
    kladka_field_row_flush (self);
  private->ref = ref;
  private->cell = row->cell;
  KLADKA_FIELD_ROW_GET_CLASS (self)->refresh (self, row);
  show_problem (self, row);
}

void
kladka_field_row_flush (KladkaFieldRow *self)
{
  if (KLADKA_FIELD_ROW_GET_CLASS (self)->flush != NULL)
    KLADKA_FIELD_ROW_GET_CLASS (self)->flush (self);
}

KladkaViewState *
kladka_field_row_get_view_state (KladkaFieldRow *self)
{
  return private_of (self)->view_state;
}

const KladkaField *
kladka_field_row_get_field (KladkaFieldRow *self)
{
  return private_of (self)->field;
}

KladkaRef
kladka_field_row_get_ref (KladkaFieldRow *self)
{
  return private_of (self)->ref;
}

guint
kladka_field_row_get_cell (KladkaFieldRow *self)
{
  return private_of (self)->cell;
}

const char *
kladka_field_row_get_problem (KladkaFieldRow *self)
{
  return gtk_label_get_text (GTK_LABEL (private_of (self)->problem_label));
}

void
kladka_field_row_add_editor (KladkaFieldRow *self, GtkWidget *editor)
{
  gtk_box_append (GTK_BOX (private_of (self)->column), editor);
}

void
kladka_field_row_add_suffix (KladkaFieldRow *self, GtkWidget *suffix)
{
  gtk_box_append (GTK_BOX (private_of (self)->suffixes), suffix);
}

void
kladka_field_row_describe (KladkaFieldRow *self, GtkWidget *widget)
{
  KladkaFieldRowPrivate *private = private_of (self);
  KladkaWords *words = kladka_view_state_get_words (private->view_state);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
  if (private->field->help != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    kladka_words_get (words, private->field->help), -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, private->problem_label,
                                  NULL, -1);
  g_ptr_array_add (private->described, widget);
}
