/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kladka-edit-private.h"
#include "kladka-id.h"

struct _KladkaStep {
  gatomicrefcount ref_count;
  char *id;
  char *parent;
  char *author;
  char *verb;
  char **args;
  char *undoes;
  gint64 time;
  GArray *changes;
  GStringChunk *ids;
};

static void
clear_cell_cb (gpointer data)
{
  KladkaCellChange *self = data;
  kladka_value_clear (&self->before);
  kladka_value_clear (&self->after);
}

static void
clear_change_cb (gpointer data)
{
  KladkaChange *self = data;
  for (guint i = 0; i < self->n_cells; i++)
    clear_cell_cb ((gpointer)&self->cells[i]);
  g_free ((gpointer)self->cells);
}

GArray *
kladka_cell_changes_new (void)
{
  GArray *self = g_array_new (FALSE, FALSE, sizeof (KladkaCellChange));
  g_array_set_clear_func (self, clear_cell_cb);
  return self;
}

void
kladka_cell_changes_take (GArray *self, guint cell, KladkaValue before, KladkaValue after)
{
  KladkaCellChange change = { cell, before, after };
  g_array_append_val (self, change);
}

int
kladka_cell_change_compare (gconstpointer a, gconstpointer b)
{
  const KladkaCellChange *x = a, *y = b;
  return x->cell < y->cell ? -1 : x->cell > y->cell;
}

KladkaStep *
kladka_step_new_bare (const char *id, const KladkaStepInfo *info)
{
  KladkaStep *self = g_new0 (KladkaStep, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = id != NULL ? g_strdup (id) : kladka_id_new ();
  self->parent = g_strdup (info->parent);
  self->author = g_strdup (info->author != NULL ? info->author : "");
  self->verb = g_strdup (info->verb != NULL ? info->verb : "");
  self->args = info->args != NULL ? g_strdupv ((char **)info->args) : g_new0 (char *, 1);
  self->undoes = g_strdup (info->undoes);
  self->time = info->time;
  self->changes = g_array_new (FALSE, FALSE, sizeof (KladkaChange));
  g_array_set_clear_func (self->changes, clear_change_cb);
  self->ids = g_string_chunk_new (256);
  return self;
}

void
kladka_step_take_change (KladkaStep *self, KladkaType type, const char *id, gboolean creates, GArray *cells)
{
  KladkaChange change = { .type = type, .id = g_string_chunk_insert_const (self->ids, id), .creates = creates };
  gsize n = 0;
  change.cells = g_array_steal (cells, &n);
  change.n_cells = n;
  g_array_unref (cells);
  g_array_append_val (self->changes, change);
}

KladkaStep *
kladka_step_ref (const KladkaStep *self)
{
  g_atomic_ref_count_inc (&((KladkaStep *)self)->ref_count);
  return (KladkaStep *)self;
}

void
kladka_step_unref (KladkaStep *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->id);
  g_free (self->parent);
  g_free (self->author);
  g_free (self->verb);
  g_strfreev (self->args);
  g_free (self->undoes);
  g_array_unref (self->changes);
  g_string_chunk_free (self->ids);
  g_free (self);
}

const char *
kladka_step_get_id (const KladkaStep *self)
{
  return self->id;
}

const char *
kladka_step_get_parent (const KladkaStep *self)
{
  return self->parent;
}

gint64
kladka_step_get_time (const KladkaStep *self)
{
  return self->time;
}

const char *
kladka_step_get_author (const KladkaStep *self)
{
  return self->author;
}

const char *
kladka_step_get_verb (const KladkaStep *self)
{
  return self->verb;
}

const char *const *
kladka_step_get_args (const KladkaStep *self)
{
  return (const char *const *)self->args;
}

const char *
kladka_step_get_undoes (const KladkaStep *self)
{
  return self->undoes;
}

guint
kladka_step_get_n_changes (const KladkaStep *self)
{
  return self->changes->len;
}

const KladkaChange *
kladka_step_get_change (const KladkaStep *self, guint index)
{
  return &g_array_index (self->changes, KladkaChange, index);
}

/* Creating is taken back by deleting: the row stays with all its cells, so that redoing needs to clear one cell only.
 */
static void
add_deletion (GArray *cells, const KladkaChange *change)
{
  guint deleted = kladka_type_find_cell (kladka_type_get (change->type), "deleted");
  KladkaValue before = KLADKA_VALUE_INIT, yes = kladka_value_integer (2);
  for (guint i = 0; i < change->n_cells; i++)
    if (change->cells[i].cell == deleted)
      before = kladka_value_copy (&change->cells[i].after);
  if (!kladka_value_equal (&before, &yes))
    kladka_cell_changes_take (cells, deleted, before, yes);
}

KladkaStep *
kladka_step_new_inverse (const KladkaStep *self, const KladkaStepInfo *info)
{
  KladkaStep *inverse = kladka_step_new_bare (NULL, info);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const KladkaChange *change = kladka_step_get_change (self, i);
      GArray *cells = kladka_cell_changes_new ();
      if (change->creates)
        add_deletion (cells, change);
      for (guint c = 0; !change->creates && c < change->n_cells; c++)
        kladka_cell_changes_take (cells, change->cells[c].cell, kladka_value_copy (&change->cells[c].after),
                                  kladka_value_copy (&change->cells[c].before));
      if (cells->len > 0)
        kladka_step_take_change (inverse, change->type, change->id, FALSE, cells);
      else
        g_array_unref (cells);
    }
  return inverse;
}
