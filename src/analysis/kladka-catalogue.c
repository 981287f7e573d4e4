/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-catalogue.h"

#include <string.h>

typedef struct {
  const KladkaCapability *capability;
  const char *id;
  guint slot;
} Sorted;

int
kladka_catalogue_find (const KladkaCatalogue *self, const KladkaPlan *plan, KladkaRef ref)
{
  const KladkaCapability *capability = ref != 0 ? kladka_plan_capability (plan, ref) : NULL;

  return capability != NULL ? (int)capability->base.slot : -1;
}

static guint
hash_unit (gconstpointer key)
{
  const KladkaText3 *unit = key;
  guint hash = 0;

  for (guint i = 0; i < KLADKA_N_LANGS; i++)
    hash = hash * 31 + (unit->in[i] != NULL ? g_str_hash (unit->in[i]) : 1);
  return hash;
}

static gboolean
equal_units (gconstpointer a, gconstpointer b)
{
  for (guint i = 0; i < KLADKA_N_LANGS; i++)
    if (g_strcmp0 (((const KladkaText3 *)a)->in[i], ((const KladkaText3 *)b)->in[i]) != 0)
      return FALSE;
  return TRUE;
}

/* Capabilities without a unit count as counted in the same one: what is not said does not tell them apart. */
static void
number_units (KladkaCatalogue *self)
{
  static const KladkaText3 none = { { NULL } };
  g_autoptr (GHashTable) units = g_hash_table_new (hash_unit, equal_units);

  for (guint i = 0; i < self->n_entries; i++)
    {
      const KladkaCapability *capability = self->entries[i].capability;
      guint unit;

      if (capability == NULL || equal_units (&capability->unit, &none))
        continue;
      unit = GPOINTER_TO_UINT (g_hash_table_lookup (units, &capability->unit));
      if (unit == 0)
        {
          unit = g_hash_table_size (units) + 1;
          g_hash_table_insert (units, (gpointer)&capability->unit, GUINT_TO_POINTER (unit));
        }
      self->entries[i].unit = unit;
    }
}

static void
read_capabilities (KladkaCatalogue *self, const KladkaPlan *plan)
{
  self->n_entries = kladka_plan_get_n_slots (plan, KLADKA_TYPE_CAPABILITY);
  self->entries = g_new0 (KladkaCatalogueEntry, self->n_entries);
  for (guint i = 0; i < self->n_entries; i++)
    {
      const KladkaCapability *capability =
          (const KladkaCapability *)kladka_plan_get_at (plan, KLADKA_TYPE_CAPABILITY, i);

      self->entries[i].capability = capability;
      self->entries[i].parent = -1;
      if (capability != NULL)
        self->entries[i].parent = kladka_catalogue_find (self, plan, capability->parent);
    }
}

static void
cut_circle (KladkaCatalogue *self, int on_circle)
{
  int at = on_circle;

  do
    {
      int next = self->entries[at].parent;

      self->entries[at].parent = -1;
      at = next;
    }
  while (at != on_circle);
}

static void
cut_circles (KladkaCatalogue *self)
{
  g_autofree guint *walk = g_new0 (guint, self->n_entries + 1);

  for (guint start = 0; start < self->n_entries; start++)
    {
      int at = start;

      while (at >= 0 && walk[at] == 0)
        {
          walk[at] = start + 1;
          at = self->entries[at].parent;
        }
      if (at >= 0 && walk[at] == start + 1 && self->entries[at].parent >= 0)
        cut_circle (self, at);
    }
}

static int
compare_capabilities (gconstpointer a, gconstpointer b)
{
  const Sorted *left = a;
  const Sorted *right = b;
  const char *left_code = left->capability->code;
  const char *right_code = right->capability->code;
  int order = (left_code == NULL) - (right_code == NULL);

  if (order == 0)
    order = g_strcmp0 (left_code, right_code);
  return order != 0 ? order : strcmp (left->id, right->id);
}

static Sorted *
sort_capabilities (KladkaCatalogue *self, const KladkaPlan *plan, guint *ret_n)
{
  Sorted *sorted = g_new (Sorted, self->n_entries + 1);
  guint n = 0;

  for (guint i = 0; i < self->n_entries; i++)
    if (self->entries[i].capability != NULL)
      sorted[n++] =
          (Sorted){ self->entries[i].capability, kladka_plan_get_id (plan, &self->entries[i].capability->base), i };
  qsort (sorted, n, sizeof (Sorted), compare_capabilities);
  *ret_n = n;
  return sorted;
}

/* Lays the tree out: children of each in order, then depth first without recursion (a tree may be of any depth). */
static void
lay_out (KladkaCatalogue *self, const KladkaPlan *plan)
{
  guint n;
  g_autofree Sorted *sorted = sort_capabilities (self, plan, &n);
  g_autofree int *first_child = g_new (int, self->n_entries + 2);
  g_autofree int *next_sibling = g_new (int, self->n_entries + 1);
  int root = self->n_entries;
  int at;

  memset (first_child, -1, (self->n_entries + 2) * sizeof (int));
  for (guint i = n; i-- > 0;)
    {
      guint slot = sorted[i].slot;
      int parent = self->entries[slot].parent >= 0 ? self->entries[slot].parent : root;

      next_sibling[slot] = first_child[parent];
      first_child[parent] = slot;
    }
  self->order = g_new (guint, n + 1);
  for (at = first_child[root]; at >= 0;)
    {
      self->entries[at].first = self->n_order;
      self->order[self->n_order++] = at;
      if (first_child[at] >= 0)
        {
          at = first_child[at];
          continue;
        }
      self->entries[at].last = self->n_order;
      while (next_sibling[at] < 0 && self->entries[at].parent >= 0)
        {
          at = self->entries[at].parent;
          self->entries[at].last = self->n_order;
        }
      at = next_sibling[at];
    }
}

void
kladka_catalogue_init (KladkaCatalogue *self, const KladkaPlan *plan)
{
  *self = (KladkaCatalogue){ 0 };
  read_capabilities (self, plan);
  number_units (self);
  cut_circles (self);
  lay_out (self, plan);
}

void
kladka_catalogue_clear (KladkaCatalogue *self)
{
  g_free (self->entries);
  g_free (self->order);
  *self = (KladkaCatalogue){ 0 };
}
