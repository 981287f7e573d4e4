/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-row-feed.h"

#define N_ENOUGH 210  /* more rows than a view makes widgets for */
#define ROW_HEIGHT 20 /* or more */
#define N_STEP 8
#define TURN_US 5000

/* Before the next frame, and after it. */
#define PRIORITY_SOON (G_PRIORITY_HIGH_IDLE + 10)
#define PRIORITY_LATER G_PRIORITY_DEFAULT_IDLE

struct _KladkaRowFeed {
  GObject parent_instance;
  GListModel *list;
  GtkWidget *view; /* not owned: its page owns both */
  GtkSliceListModel *slice;
  guint turn;     /* the source of the next one; 0: none */
  guint n_wanted; /* so many rows somebody waits for */
};

enum { FED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KladkaRowFeed, kladka_row_feed, G_TYPE_OBJECT)

static gboolean feed_cb (gpointer data);

static guint
get_n_shown (KladkaRowFeed *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->slice));
}

static gboolean
is_whole (KladkaRowFeed *self)
{
  return get_n_shown (self) == g_list_model_get_n_items (self->list);
}

static void
give_more (KladkaRowFeed *self)
{
  guint n = get_n_shown (self) + N_STEP;

  gtk_slice_list_model_set_size (self->slice, n < N_ENOUGH ? n : G_MAXUINT);
}

/* What the window may show of them: the view itself may have no size yet. */
static guint
get_n_screen (KladkaRowFeed *self)
{
  GtkRoot *root = gtk_widget_get_root (self->view);

  return root != NULL ? (guint)gtk_widget_get_height (GTK_WIDGET (root)) / ROW_HEIGHT : 0;
}

static void
plan_turn (KladkaRowFeed *self)
{
  gboolean soon = get_n_shown (self) < MAX (self->n_wanted, get_n_screen (self));

  g_clear_handle_id (&self->turn, g_source_remove);
  self->turn = g_idle_add_full (soon ? PRIORITY_SOON : PRIORITY_LATER, feed_cb, self, NULL);
}

/* Half of what a row costs is to find its style, which GTK leaves to the next frame unless somebody asks before. */
static void
style_rows (KladkaRowFeed *self)
{
  gtk_widget_measure (self->view, GTK_ORIENTATION_VERTICAL, -1, NULL, NULL, NULL, NULL);
}

static gboolean
feed_cb (gpointer data)
{
  KladkaRowFeed *self = data;
  gint64 end = g_get_monotonic_time () + TURN_US;

  do
    {
      give_more (self);
      style_rows (self);
    }
  while (!is_whole (self) && g_get_monotonic_time () < end);
  self->turn = 0;
  if (is_whole (self))
    self->n_wanted = 0;
  else
    plan_turn (self);
  g_signal_emit (self, signals[FED], 0);
  return G_SOURCE_REMOVE;
}

/* To a short list the view has few widgets: what comes one by one is given at once, what comes in heaps is not. */
static void
changed_cb (KladkaRowFeed *self)
{
  guint n = g_list_model_get_n_items (self->list);

  if (n < N_ENOUGH)
    gtk_slice_list_model_set_size (self->slice, get_n_shown (self));
  if (n - get_n_shown (self) > N_STEP)
    plan_turn (self);
  else if (!is_whole (self))
    give_more (self);
}

static void
kladka_row_feed_finalize (GObject *object)
{
  KladkaRowFeed *self = KLADKA_ROW_FEED (object);

  g_clear_handle_id (&self->turn, g_source_remove);
  g_object_unref (self->slice);
  g_object_unref (self->list);
  G_OBJECT_CLASS (kladka_row_feed_parent_class)->finalize (object);
}

static void
kladka_row_feed_class_init (KladkaRowFeedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kladka_row_feed_finalize;
  signals[FED] = g_signal_new ("fed", KLADKA_TYPE_ROW_FEED, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kladka_row_feed_init (KladkaRowFeed *self)
{
}

KladkaRowFeed *
kladka_row_feed_new (GListModel *list, GtkWidget *view)
{
  KladkaRowFeed *self = g_object_new (KLADKA_TYPE_ROW_FEED, NULL);

  self->list = g_object_ref (list);
  self->view = view;
  self->slice = gtk_slice_list_model_new (g_object_ref (list), 0, 0);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return self;
}

GListModel *
kladka_row_feed_get_model (KladkaRowFeed *self)
{
  return G_LIST_MODEL (self->slice);
}

gboolean
kladka_row_feed_reach (KladkaRowFeed *self, guint position)
{
  if (position >= get_n_shown (self) && position < get_n_shown (self) + N_STEP)
    give_more (self);
  if (position < get_n_shown (self))
    return TRUE;
  self->n_wanted = position + 1;
  plan_turn (self);
  return FALSE;
}
