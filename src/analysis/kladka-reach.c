/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-reach.h"

#include "kladka-order.h"

#include <string.h>

/* A bin of deliveries that are tied to no need; @bin is one more, 0 = free. */
typedef struct {
  guint64 key;
  guint bin;
} OpenBin;

typedef struct {
  KladkaReach *reach;
  const KladkaPlan *plan;
  const KladkaCatalogue *catalogue;
  GArray *demands;
  GArray *supplies;
  guint *by_place; /* needs in the order in which they are given to */
  /* Chains of needs in that order, by whom they name (the organisation's slot) and by capability. */
  int *first_of_who;
  int *next_of_who;
  int *first_of_capability;
  int *next_of_capability;
  guint n_whos;
  int *tied_bins;     /* by need; -1 */
  OpenBin *open_bins; /* by hash of capability and recipient */
  guint open_mask;
  guint *parents; /* union and find over needs */
} Maker;

static const KladkaDemand *
get_demand (const Maker *maker, guint need)
{
  return &g_array_index (maker->demands, KladkaDemand, need);
}

static void
chain_needs (Maker *maker)
{
  guint n = maker->demands->len;

  maker->by_place = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    maker->by_place[get_demand (maker, i)->place] = i;
  maker->n_whos = kladka_plan_get_n_slots (maker->plan, KLADKA_TYPE_ORGANISATION);
  maker->first_of_who = g_new (int, maker->n_whos + 1);
  maker->next_of_who = g_new (int, n + 1);
  maker->first_of_capability = g_new (int, maker->catalogue->n_entries + 1);
  maker->next_of_capability = g_new (int, n + 1);
  memset (maker->first_of_who, -1, (maker->n_whos + 1) * sizeof (int));
  memset (maker->first_of_capability, -1, (maker->catalogue->n_entries + 1) * sizeof (int));
  for (guint i = n; i-- > 0;)
    {
      guint need = maker->by_place[i];
      const KladkaDemand *demand = get_demand (maker, need);

      if (demand->capability < 0)
        continue;
      maker->next_of_capability[need] = maker->first_of_capability[demand->capability];
      maker->first_of_capability[demand->capability] = need;
      if (demand->who == 0)
        continue;
      guint who = kladka_ids_get_slot (kladka_plan_get_ids (maker->plan), demand->who);

      maker->next_of_who[need] = maker->first_of_who[who];
      maker->first_of_who[who] = need;
    }
}

static void
init_maker (Maker *maker)
{
  guint n = maker->demands->len;

  chain_needs (maker);
  maker->tied_bins = g_new (int, n + 1);
  memset (maker->tied_bins, -1, (n + 1) * sizeof (int));
  maker->parents = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    maker->parents[i] = i;
  maker->open_mask = (2u << g_bit_storage (maker->supplies->len)) - 1;
  maker->open_bins = g_new0 (OpenBin, maker->open_mask + 1);
}

static void
clear_maker (Maker *maker)
{
  g_free (maker->by_place);
  g_free (maker->first_of_who);
  g_free (maker->next_of_who);
  g_free (maker->first_of_capability);
  g_free (maker->next_of_capability);
  g_free (maker->tied_bins);
  g_free (maker->parents);
  g_free (maker->open_bins);
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

static void
reach_recipient (Maker *maker, KladkaBin *bin, int capability, guint who)
{
  const KladkaCatalogue *catalogue = maker->catalogue;

  for (int need = maker->first_of_who[who]; need >= 0; need = maker->next_of_who[need])
    {
      int wanted = get_demand (maker, need)->capability;

      if (kladka_catalogue_is_within (catalogue, capability, wanted)
          && catalogue->entries[wanted].unit == catalogue->entries[capability].unit)
        reach_need (maker, bin, need);
    }
}

static void
reach_any (Maker *maker, KladkaBin *bin, int capability)
{
  const KladkaCatalogue *catalogue = maker->catalogue;

  for (int above = capability; above >= 0; above = catalogue->entries[above].parent)
    if (catalogue->entries[above].unit == catalogue->entries[capability].unit)
      for (int need = maker->first_of_capability[above]; need >= 0; need = maker->next_of_capability[need])
        reach_need (maker, bin, need);
  if (bin->n > 1)
    g_qsort_with_data (&g_array_index (maker->reach->reached, guint, bin->first), bin->n, sizeof (guint),
                       compare_places, maker);
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

static OpenBin *
find_place (Maker *maker, guint64 key)
{
  guint at = (key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32;

  while (maker->open_bins[at & maker->open_mask].bin != 0 && maker->open_bins[at & maker->open_mask].key != key)
    at++;
  return &maker->open_bins[at & maker->open_mask];
}

static guint
find_open_bin (Maker *maker, const KladkaSupply *supply)
{
  guint64 key = (guint64)(supply->capability + 1) << 32 | supply->recipient;
  OpenBin *place = find_place (maker, key);
  KladkaBin bin = { .first = maker->reach->reached->len };

  if (place->bin != 0)
    return place->bin - 1;
  if (supply->capability >= 0 && supply->recipient != 0)
    reach_recipient (maker, &bin, supply->capability,
                     kladka_ids_get_slot (kladka_plan_get_ids (maker->plan), supply->recipient));
  else if (supply->capability >= 0)
    reach_any (maker, &bin, supply->capability);
  *place = (OpenBin){ key, add_bin (maker, &bin) + 1 };
  return place->bin - 1;
}

/* Bin 0 reaches nothing. */
static void
fill_bins (Maker *maker)
{
  KladkaBin nothing = { 0 };

  add_bin (maker, &nothing);
  for (guint i = 0; i < maker->supplies->len; i++)
    {
      KladkaSupply *supply = &g_array_index (maker->supplies, KladkaSupply, i);

      if (supply->need >= 0)
        supply->bin = find_tied_bin (maker, supply);
      else
        supply->bin = supply->need == KLADKA_NEED_NONE ? find_open_bin (maker, supply) : 0;
    }
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

static const KladkaSupply *
get_supply (const Maker *maker, guint supply)
{
  return &g_array_index (maker->supplies, KladkaSupply, supply);
}

static int
compare_ids (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Maker *maker = user_data;

  return strcmp (kladka_plan_get_id (maker->plan, &get_supply (maker, *(const guint *)a)->delivery->base),
                 kladka_plan_get_id (maker->plan, &get_supply (maker, *(const guint *)b)->delivery->base));
}

/* Those that come in turn on the same day stand in the order of slots, which in a plan from a file is that of ids. */
static void
sort_alike (Maker *maker, guint *supplies, guint n)
{
  for (guint first = 0, next; first < n; first = next)
    {
      const KladkaSupply *supply = get_supply (maker, supplies[first]);
      gboolean sorted = TRUE;

      for (next = first + 1; next < n; next++)
        {
          const KladkaSupply *other = get_supply (maker, supplies[next]);

          if (other->turn != supply->turn || other->day != supply->day)
            break;
          sorted = sorted && compare_ids (&supplies[next - 1], &supplies[next], maker) < 0;
        }
      if (!sorted)
        g_qsort_with_data (supplies + first, next - first, sizeof (guint), compare_ids, maker);
    }
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

/* Those that reach nothing take no turns, and stand behind the groups. */
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
  for (guint i = 0; i < reach->n_groups; i++)
    sort_alike (maker, reach->group_supplies + reach->first_supply[i],
                reach->first_supply[i + 1] - reach->first_supply[i]);
}

void
kladka_reach_init (KladkaReach *self,
                   const KladkaPlan *plan,
                   const KladkaCatalogue *catalogue,
                   GArray *demands,
                   GArray *supplies)
{
  Maker maker = { self, plan, catalogue, demands, supplies };
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
