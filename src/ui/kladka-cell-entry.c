/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-cell-entry.h"

#include "kladka-form-acts.h"

#define PAUSE_SECONDS 2

struct _KladkaCellEntry {
  GtkWidget parent_instance;
  KladkaViewState *view_state;
  KladkaRef ref;
  guint cell;
  GtkWidget *inner; /* GtkText or GtkTextView */
  GtkWidget *placeholder;
  gboolean lines;
  char *shown;      /* what the state last said */
  char *base;       /* what stood here when nothing was typed */
  gboolean echoing; /* committed while typing went on: the plan will say it back */
  gboolean writing; /* the text changes by us */
  gboolean focused; /* in its window, as last told */
  guint pause;
  guint resize;
  int height; /* of the text as last laid out */
};

G_DEFINE_FINAL_TYPE (KladkaCellEntry, kladka_cell_entry, GTK_TYPE_WIDGET)

char *
kladka_cell_entry_dup_text (KladkaCellEntry *self)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer;

  if (!self->lines)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->inner)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->inner));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
forget_undo (KladkaCellEntry *self)
{
  if (self->lines)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->inner));

      gtk_text_buffer_set_enable_undo (buffer, FALSE);
      gtk_text_buffer_set_enable_undo (buffer, TRUE);
    }
  else
    {
      gtk_editable_set_enable_undo (GTK_EDITABLE (self->inner), FALSE);
      gtk_editable_set_enable_undo (GTK_EDITABLE (self->inner), TRUE);
    }
}

/* What stands here now is no typing. */
static void
settle (KladkaCellEntry *self)
{
  g_free (self->base);
  self->base = kladka_cell_entry_dup_text (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  forget_undo (self);
}

static void
write_text (KladkaCellEntry *self, const char *text)
{
  g_autofree char *now = kladka_cell_entry_dup_text (self);

  if (!g_str_equal (now, text))
    {
      self->writing = TRUE;
      if (self->lines)
        gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->inner)), text, -1);
      else
        gtk_editable_set_text (GTK_EDITABLE (self->inner), text);
      self->writing = FALSE;
    }
  settle (self);
}

static gboolean
is_dirty (KladkaCellEntry *self)
{
  g_autofree char *text = kladka_cell_entry_dup_text (self);

  return g_strcmp0 (text, self->base) != 0;
}

/* In its window, whether or not that is the one being used: who looks something up in another window comes back to the
 * text as it was left. */
static gboolean
has_focus (KladkaCellEntry *self)
{
  GtkRoot *root = gtk_widget_get_root (self->inner);

  return root != NULL && gtk_root_get_focus (root) == self->inner;
}

static void
commit (KladkaCellEntry *self, KladkaCommit how)
{
  g_autofree char *text = kladka_cell_entry_dup_text (self);
  KladkaCommitted committed;

  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->ref == 0 || !is_dirty (self))
    return;
  /* Before the sending: a plan that comes back at once must find the typing ended. */
  self->echoing = how == KLADKA_COMMIT_PAUSE;
  if (how == KLADKA_COMMIT_DONE)
    settle (self);
  committed = kladka_form_commit_text (self->view_state, self->ref, self->cell, text, how);
  if (committed != KLADKA_COMMITTED_NOT && how == KLADKA_COMMIT_PAUSE)
    settle (self);
  if (committed != KLADKA_COMMITTED_SENT)
    self->echoing = FALSE;
  if (committed == KLADKA_COMMITTED_SAME && how == KLADKA_COMMIT_DONE)
    write_text (self, self->shown);
}

void
kladka_cell_entry_flush (KladkaCellEntry *self)
{
  if (is_dirty (self))
    commit (self, KLADKA_COMMIT_DONE);
  else if (!self->echoing && self->shown != NULL)
    write_text (self, self->shown);
  self->echoing = FALSE;
}

static gboolean
paused_cb (gpointer data)
{
  KladkaCellEntry *self = data;

  self->pause = 0;
  commit (self, KLADKA_COMMIT_PAUSE);
  return G_SOURCE_REMOVE;
}

static void
show_placeholder (KladkaCellEntry *self)
{
  g_autofree char *text = kladka_cell_entry_dup_text (self);

  if (self->placeholder != NULL)
    gtk_widget_set_visible (self->placeholder, *text == '\0');
}

static void
changed_cb (KladkaCellEntry *self)
{
  show_placeholder (self);
  if (self->writing)
    return;
  g_clear_handle_id (&self->pause, g_source_remove);
  if (is_dirty (self))
    self->pause = g_timeout_add_seconds (PAUSE_SECONDS, paused_cb, self);
}

static void
activate_cb (KladkaCellEntry *self)
{
  commit (self, KLADKA_COMMIT_DONE);
}

/* A controller would also tell where only the window is left, and that late, as when a popover closed a while ago. */
static void
focus_moved_cb (KladkaCellEntry *self)
{
  gboolean focused = has_focus (self);

  if (self->focused && !focused)
    kladka_cell_entry_flush (self);
  self->focused = focused;
}

/* Is there anything here that the plan does not hold? Then it goes. */
static gboolean
restore (KladkaCellEntry *self)
{
  gboolean kept =
      kladka_typing_get (kladka_view_state_get_typing (self->view_state), self->ref, self->cell, NULL) != NULL;

  if (!is_dirty (self) && !kept)
    return FALSE;
  settle (self);
  kladka_view_state_set_typing (self->view_state, self->ref, self->cell, NULL, NULL);
  write_text (self, self->shown);
  return TRUE;
}

static gboolean
key_pressed_cb (KladkaCellEntry *self, guint keyval, guint code, GdkModifierType modifiers)
{
  if (keyval == GDK_KEY_Escape)
    return restore (self);
  if ((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && self->lines && (modifiers & GDK_CONTROL_MASK))
    return commit (self, KLADKA_COMMIT_DONE), TRUE;
  return FALSE;
}

static void
kladka_cell_entry_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kladka_cell_entry_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_moved_cb), widget,
                           G_CONNECT_SWAPPED);
}

static void
kladka_cell_entry_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_moved_cb, widget);
  GTK_WIDGET_CLASS (kladka_cell_entry_parent_class)->unroot (widget);
}

static gboolean
kladka_cell_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (KLADKA_CELL_ENTRY (widget)->inner);
}

static void
kladka_cell_entry_dispose (GObject *object)
{
  KladkaCellEntry *self = KLADKA_CELL_ENTRY (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_handle_id (&self->resize, g_source_remove);
  g_clear_pointer (&self->placeholder, gtk_widget_unparent);
  g_clear_pointer (&self->inner, gtk_widget_unparent);
  G_OBJECT_CLASS (kladka_cell_entry_parent_class)->dispose (object);
}

static void
kladka_cell_entry_finalize (GObject *object)
{
  KladkaCellEntry *self = KLADKA_CELL_ENTRY (object);

  g_free (self->shown);
  g_free (self->base);
  g_clear_object (&self->view_state);
  G_OBJECT_CLASS (kladka_cell_entry_parent_class)->finalize (object);
}

static void
kladka_cell_entry_class_init (KladkaCellEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kladka_cell_entry_dispose;
  G_OBJECT_CLASS (klass)->finalize = kladka_cell_entry_finalize;
  widget_class->root = kladka_cell_entry_root;
  widget_class->unroot = kladka_cell_entry_unroot;
  widget_class->grab_focus = kladka_cell_entry_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "cellentry");
}

static void
kladka_cell_entry_init (KladkaCellEntry *self)
{
  self->shown = g_strdup ("");
  self->base = g_strdup ("");
}

static void
add_text (KladkaCellEntry *self)
{
  self->inner = gtk_text_new ();
  g_signal_connect_object (self->inner, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inner, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
resize_cb (gpointer data)
{
  KladkaCellEntry *self = data;

  GtkTextIter end;
  int y, height;

  self->resize = 0;
  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->inner)), &end);
  gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self->inner), &end, &y, &height);
  /* Each layout tells of itself, so to lay out again for nothing would never end. */
  if (y + height != self->height)
    {
      self->height = y + height;
      gtk_widget_queue_resize (self->inner);
    }
  return G_SOURCE_REMOVE;
}

/* A text view knows its height only when it has laid out its text, does not say so by itself, and is not heard while it
 * is being allocated. */
static void
upper_changed_cb (KladkaCellEntry *self)
{
  if (self->resize == 0)
    self->resize = g_idle_add (resize_cb, self);
}

static void
add_text_view (KladkaCellEntry *self)
{
  GtkAdjustment *height = gtk_adjustment_new (0, 0, 0, 0, 0, 0);

  self->inner = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->inner), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->inner), FALSE);
  gtk_widget_remove_css_class (self->inner, "view");
  gtk_scrollable_set_vadjustment (GTK_SCROLLABLE (self->inner), height);
  g_signal_connect_object (height, "notify::upper", G_CALLBACK (upper_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->inner)), "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
kladka_cell_entry_new (KladkaViewState *view_state, gboolean lines)
{
  KladkaCellEntry *self = g_object_new (KLADKA_TYPE_CELL_ENTRY, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view_state = g_object_ref (view_state);
  self->lines = lines;
  if (lines)
    add_text_view (self);
  else
    add_text (self);
  gtk_widget_set_hexpand (self->inner, TRUE);
  gtk_widget_set_parent (self->inner, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->inner, keys);
  return GTK_WIDGET (self);
}

void
kladka_cell_entry_refresh (KladkaCellEntry *self, KladkaRef ref, guint cell, const char *text)
{
  gboolean other = self->ref != ref;
  gboolean typing;

  self->ref = ref;
  self->cell = cell;
  if (!other && g_str_equal (self->shown, text))
    return;
  g_free (self->shown);
  self->shown = g_strdup (text);
  typing = !other && has_focus (self) && (is_dirty (self) || self->echoing);
  self->echoing = FALSE;
  if (!typing)
    write_text (self, text);
}

void
kladka_cell_entry_set_placeholder (KladkaCellEntry *self, const char *text)
{
  if (!self->lines)
    {
      gtk_text_set_placeholder_text (GTK_TEXT (self->inner), text);
      return;
    }
  if (self->placeholder == NULL)
    {
      self->placeholder = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (self->placeholder), 0);
      gtk_label_set_wrap (GTK_LABEL (self->placeholder), TRUE);
      gtk_widget_set_can_target (self->placeholder, FALSE);
      gtk_widget_set_valign (self->placeholder, GTK_ALIGN_START);
      gtk_widget_add_css_class (self->placeholder, "dim-label");
      gtk_widget_set_parent (self->placeholder, GTK_WIDGET (self));
    }
  gtk_label_set_text (GTK_LABEL (self->placeholder), text != NULL ? text : "");
  show_placeholder (self);
}

gboolean
kladka_cell_entry_undo_typing (GtkWidget *focus)
{
  GtkWidget *entry = focus != NULL ? gtk_widget_get_ancestor (focus, KLADKA_TYPE_CELL_ENTRY) : NULL;

  return entry != NULL && is_dirty (KLADKA_CELL_ENTRY (entry)) && gtk_widget_activate_action (focus, "text.undo", NULL);
}

void
kladka_cell_entry_type (KladkaCellEntry *self, const char *text)
{
  if (self->lines)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->inner)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->inner), text);
}

GtkWidget *
kladka_cell_entry_get_inner (KladkaCellEntry *self)
{
  return self->inner;
}
