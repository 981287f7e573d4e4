/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-reach.h"

#include "kladka-order.h"

#include <string.h>

typedef struct {
  KladkaReach *reach;
  const KladkaCatalogue *catalogue;
  GArray *demands;
  GArray *supplies;
  guint *by_place; /* needs in the order in which they are given to */
  guint *by_pair;  /* needs by capability, then by whom they name, then in that order */
  guint *first;    /* by capability: in @by_pair; one more at the end */
  int *tied_bins;  /* by need; -1 */
  guint *parents;  /* union and find over needs */
} Maker;

static const KladkaDemand *
get_demand (const Maker *maker, guint need)
{
  return &g_array_index (maker->demands, KladkaDemand, need);
}

/* Stable: @get_key tells the key of each of the @n numbers. */
static void
sort_by (Maker *maker, guint *numbers, guint n, guint (*get_key) (const Maker *, guint))
{
  g_autofree guint64 *keys = g_new (guint64, n + 1);

  for (guint i = 0; i < n; i++)
    keys[i] = (guint64)get_key (maker, numbers[i]) << 32 | numbers[i];
  kladka_order_keys (keys, n);
  for (guint i = 0; i < n; i++)
    numbers[i] = (guint32)keys[i];
}

static guint
get_need_who (const Maker *maker, guint need)
{
  return get_demand (maker, need)->who;
}

/* Needs without a capability come behind all others. */
static guint
get_need_capability (const Maker *maker, guint need)
{
  int capability = get_demand (maker, need)->capability;

  return capability >= 0 ? (guint)capability : maker->catalogue->n_entries;
}

static void
sort_needs (Maker *maker)
{
  guint n = maker->demands->len;
  guint n_capabilities = maker->catalogue->n_entries;

  maker->by_place = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    maker->by_place[get_demand (maker, i)->place] = i;
  maker->by_pair = g_memdup2 (maker->by_place, (n + 1) * sizeof (guint));
  sort_by (maker, maker->by_pair, n, get_need_who);
  sort_by (maker, maker->by_pair, n, get_need_capability);
  maker->first = g_new0 (guint, n_capabilities + 2);
  for (guint i = 0; i < n; i++)
    maker->first[get_need_capability (maker, i) + 1]++;
  for (guint i = 0; i < n_capabilities; i++)
    maker->first[i + 1] += maker->first[i];
}

static void
init_maker (Maker *maker)
{
  guint n = maker->demands->len;

  sort_needs (maker);
  maker->tied_bins = g_new (int, n + 1);
  memset (maker->tied_bins, -1, (n + 1) * sizeof (int));
  maker->parents = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    maker->parents[i] = i;
}

static void
clear_maker (Maker *maker)
{
  g_free (maker->by_place);
  g_free (maker->by_pair);
  g_free (maker->first);
  g_free (maker->tied_bins);
  g_free (maker->parents);
}

static guint
find_root (Maker *maker, guint need)
{
  while (maker->parents[need] != need)
    {
      maker->parents[need] = maker->parents[maker->parents[need]];
      need = maker->parents[need];
    }
  return need;
}

static void
join (Maker *maker, guint a, guint b)
{
  guint root_a = find_root (maker, a);
  guint root_b = find_root (maker, b);

  maker->parents[MAX (root_a, root_b)] = MIN (root_a, root_b);
}

static void
reach_need (Maker *maker, KladkaBin *bin, guint need)
{
  g_array_append_val (maker->reach->reached, need);
  bin->n++;
  bin->has_unmeasured |= get_demand (maker, need)->wanted == 0;
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint left = get_demand (user_data, *(const guint *)a)->place;
  guint right = get_demand (user_data, *(const guint *)b)->place;

  return (left > right) - (left < right);
}

/* The first need of a capability that names @who or comes behind those that do. */
static guint
find_pair (const Maker *maker, int capability, KladkaRef who)
{
  guint low = maker->first[capability];
  guint high = maker->first[capability + 1];

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (get_demand (maker, maker->by_pair[middle])->who < who)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* @recipient: 0: any */
static void
reach_capability (Maker *maker, KladkaBin *bin, int capability, KladkaRef recipient)
{
  guint end = maker->first[capability + 1];

  for (guint i = recipient != 0 ? find_pair (maker, capability, recipient) : maker->first[capability]; i < end; i++)
    {
      if (recipient != 0 && get_demand (maker, maker->by_pair[i])->who != recipient)
        return;
      reach_need (maker, bin, maker->by_pair[i]);
    }
}

static void
sort_reached (Maker *maker, const KladkaBin *bin)
{
  guint *needs = &g_array_index (maker->reach->reached, guint, bin->first);

  for (guint i = 1; i < bin->n; i++)
    if (get_demand (maker, needs[i - 1])->place > get_demand (maker, needs[i])->place)
      {
        g_qsort_with_data (needs, bin->n, sizeof (guint), compare_places, maker);
        return;
      }
}

static guint
add_bin (Maker *maker, const KladkaBin *bin)
{
  const guint *needs = &g_array_index (maker->reach->reached, guint, bin->first);

  for (guint i = 1; i < bin->n; i++)
    join (maker, needs[0], needs[i]);
  g_array_append_val (maker->reach->bins, *bin);
  return maker->reach->bins->len - 1;
}

static guint
find_tied_bin (Maker *maker, KladkaSupply *supply)
{
  const KladkaDemand *demand = get_demand (maker, supply->need);
  KladkaBin bin = { .first = maker->reach->reached->len };

  if (maker->tied_bins[supply->need] < 0)
    {
      reach_need (maker, &bin, supply->need);
      maker->tied_bins[supply->need] = add_bin (maker, &bin);
    }
  if (kladka_catalogue_get_unit (maker->catalogue, supply->capability)
      != kladka_catalogue_get_unit (maker->catalogue, demand->capability))
    supply->quantity = 0;
  g_array_index (maker->reach->bins, KladkaBin, maker->tied_bins[supply->need]).tied += supply->quantity;
  return maker->tied_bins[supply->need];
}

static const KladkaSupply *
get_supply (const Maker *maker, guint supply)
{
  return &g_array_index (maker->supplies, KladkaSupply, supply);
}

/* The needs of its own capability and those above it that are counted in the same unit. */
static guint
add_open_bin (Maker *maker, const KladkaSupply *supply)
{
  const KladkaCatalogueEntry *entries = maker->catalogue->entries;
  KladkaBin bin = { .first = maker->reach->reached->len };

  for (int above = supply->capability; above >= 0; above = entries[above].parent)
    if (entries[above].unit == entries[supply->capability].unit)
      reach_capability (maker, &bin, above, supply->recipient);
  sort_reached (maker, &bin);
  return bin.n > 0 ? add_bin (maker, &bin) : 0;
}

static guint
get_supply_recipient (const Maker *maker, guint supply)
{
  return get_supply (maker, supply)->recipient;
}

static guint
get_supply_capability (const Maker *maker, guint supply)
{
  return get_supply (maker, supply)->capability;
}

/* Those of one capability and recipient stand side by side, and share a bin. */
static void
fill_open_bins (Maker *maker, guint *open, guint n)
{
  const KladkaSupply *before = NULL;

  sort_by (maker, open, n, get_supply_recipient);
  sort_by (maker, open, n, get_supply_capability);
  for (guint i = 0; i < n; i++)
    {
      KladkaSupply *supply = &g_array_index (maker->supplies, KladkaSupply, open[i]);

      if (before != NULL && before->capability == supply->capability && before->recipient == supply->recipient)
        supply->bin = before->bin;
      else
        supply->bin = add_open_bin (maker, supply);
      before = supply;
    }
}

/* Bin 0 reaches nothing. */
static void
fill_bins (Maker *maker)
{
  g_autofree guint *open = g_new (guint, maker->supplies->len + 1);
  KladkaBin nothing = { 0 };
  guint n = 0;

  add_bin (maker, &nothing);
  for (guint i = 0; i < maker->supplies->len; i++)
    {
      KladkaSupply *supply = &g_array_index (maker->supplies, KladkaSupply, i);

      if (supply->need >= 0)
        supply->bin = find_tied_bin (maker, supply);
      else if (supply->need == KLADKA_NEED_NONE && supply->capability >= 0)
        open[n++] = i;
    }
  fill_open_bins (maker, open, n);
}

/* Groups are numbered by their first need. */
static int *
number_groups (Maker *maker)
{
  guint n = maker->demands->len;
  int *group_of = g_new (int, n + 1);

  for (guint i = 0; i < n; i++)
    {
      guint root = find_root (maker, i);

      group_of[i] = root == i ? (int)maker->reach->n_groups++ : group_of[root];
    }
  for (guint i = 0; i < maker->reach->bins->len; i++)
    {
      KladkaBin *bin = &g_array_index (maker->reach->bins, KladkaBin, i);

      bin->group = bin->n > 0 ? group_of[g_array_index (maker->reach->reached, guint, bin->first)] : -1;
    }
  return group_of;
}

/* Counting sort by bucket of what the lower halves of the keys name; returns where each bucket begins. */
static guint *
spread (const guint64 *keys, const int *bucket_of, guint n, guint n_buckets, guint *out)
{
  guint *first = g_new0 (guint, n_buckets + 2);

  for (guint i = 0; i < n; i++)
    first[bucket_of[i] + 2]++;
  for (guint i = 2; i < n_buckets + 2; i++)
    first[i] += first[i - 1];
  for (guint i = 0; i < n; i++)
    out[first[bucket_of[(guint32)keys[i]] + 1]++] = (guint32)keys[i];
  return first;
}

static void
group_needs (Maker *maker, const int *group_of)
{
  KladkaReach *reach = maker->reach;
  guint n = maker->demands->len;
  g_autofree guint64 *keys = g_new (guint64, n + 1);

  for (guint i = 0; i < n; i++)
    keys[i] = i;
  reach->group_needs = g_new (guint, n + 1);
  reach->first_need = spread (keys, group_of, n, reach->n_groups, reach->group_needs);
}

/* Those that come in turn on the same day stay in the order of ids. Those that reach nothing take no turns, and stand
 * behind the groups. */
static void
group_supplies (Maker *maker)
{
  KladkaReach *reach = maker->reach;
  guint n = maker->supplies->len;
  g_autofree guint64 *keys = g_new (guint64, n + 1);
  g_autofree int *bucket_of = g_new (int, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KladkaSupply *supply = get_supply (maker, i);
      int group = kladka_reach_get_bin (reach, supply)->group;

      keys[i] = (guint64)supply->turn << 56 | (guint64)(supply->day - KLADKA_DAY_MIN) << 32 | i;
      bucket_of[i] = group >= 0 ? group : (int)reach->n_groups;
    }
  kladka_order_keys (keys, n);
  reach->group_supplies = g_new (guint, n + 1);
  reach->first_supply = spread (keys, bucket_of, n, reach->n_groups + 1, reach->group_supplies);
}

void
kladka_reach_init (KladkaReach *self, const KladkaCatalogue *catalogue, GArray *demands, GArray *supplies)
{
  Maker maker = { self, catalogue, demands, supplies };
  g_autofree int *group_of = NULL;

  *self = (KladkaReach){ 0 };
  self->bins = g_array_new (FALSE, FALSE, sizeof (KladkaBin));
  self->reached = g_array_new (FALSE, FALSE, sizeof (guint));
  init_maker (&maker);
  fill_bins (&maker);
  group_of = number_groups (&maker);
  group_needs (&maker, group_of);
  group_supplies (&maker);
  clear_maker (&maker);
}

void
kladka_reach_clear (KladkaReach *self)
{
  g_array_unref (self->bins);
  g_array_unref (self->reached);
  g_free (self->group_needs);
  g_free (self->group_supplies);
  g_free (self->first_need);
  g_free (self->first_supply);
}
