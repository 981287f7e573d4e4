/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-grid-private.h"
#include "kladka-share.h"

#include <string.h>

/* Rows are made on first use, by a key: (a record's ref, a sector or a tag), and put in order at the end. */
typedef struct {
  KladkaGridRow row;
  guint number; /* in the order of making */
  const char *name;
  const char *id;
} Draft;

typedef struct {
  KladkaGrid *grid;
  const KladkaPlan *plan;
  GArray *drafts;     /* Draft */
  GHashTable *by_key; /* number + 1 */
} Maker;

double
kladka_stands_get_part (const KladkaStands *self, guint number, guint row, guint row_end)
{
  guint n;
  const KladkaStand *stands = kladka_stands_get (self, number, &n);

  for (guint i = 0; i < n; i++)
    if (stands[i].row >= row && stands[i].row < row_end)
      return stands[i].part;
  return 0;
}

static guint
add_draft (Maker *maker, const KladkaGridRow *row, gconstpointer key)
{
  const KladkaRecord *record = row->ref != 0 ? kladka_plan_get (maker->plan, row->ref) : NULL;
  Draft draft = { *row, maker->drafts->len, NULL, NULL };

  draft.row.parent = -1;
  if (record != NULL)
    {
      draft.name = kladka_record_get_short (record);
      draft.id = kladka_plan_get_id (maker->plan, record);
    }
  g_array_append_val (maker->drafts, draft);
  g_hash_table_insert (maker->by_key, (gpointer)key, GUINT_TO_POINTER (draft.number + 1));
  return draft.number;
}

static guint
find_row_of_number (Maker *maker, KladkaRef ref, guint choice)
{
  KladkaGridRow row = { .ref = ref, .choice = choice, .none = ref == 0 && choice == 0 };
  gconstpointer key = GUINT_TO_POINTER (ref + choice);
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (maker->by_key, key));

  return found != 0 ? found - 1 : add_draft (maker, &row, key);
}

static guint
find_row_of_tag (Maker *maker, const char *tag)
{
  KladkaGridRow row = { .tag = tag, .none = tag == NULL };
  const char *key = tag != NULL ? tag : "";
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (maker->by_key, key));

  return found != 0 ? found - 1 : add_draft (maker, &row, key);
}

static void
stand (KladkaStands *stands, guint row, double part)
{
  KladkaStand one = { row, part };

  g_array_append_val (stands->stands, one);
}

static void
end_stands (KladkaStands *stands)
{
  g_array_append_val (stands->first, stands->stands->len);
}

static void
stand_by_tags (Maker *maker, KladkaStands *stands, const char *const *tags)
{
  if (tags == NULL || tags[0] == NULL)
    stand (stands, find_row_of_tag (maker, NULL), 1);
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    stand (stands, find_row_of_tag (maker, tags[i]), 1);
}

static KladkaRef
find_organisation (Maker *maker, KladkaRef ref)
{
  return ref != 0 && kladka_plan_organisation (maker->plan, ref) != NULL ? ref : 0;
}

static guint
get_sector (Maker *maker, KladkaRef organisation)
{
  const KladkaOrganisation *record = organisation != 0 ? kladka_plan_organisation (maker->plan, organisation) : NULL;

  return record != NULL ? record->sector : 0;
}

static void
stand_need (Maker *maker, const KladkaNeed *need)
{
  KladkaStands *stands = &maker->grid->needs;

  switch (maker->grid->dimension)
    {
    case KLADKA_DIMENSION_RECIPIENT:
      stand (stands, find_row_of_number (maker, find_organisation (maker, need->recipient), 0), 1);
      break;
    case KLADKA_DIMENSION_BENEFICIARY:
      stand (stands, find_row_of_number (maker, find_organisation (maker, need->beneficiary), 0), 1);
      break;
    case KLADKA_DIMENSION_SECTOR:
      stand (stands,
             find_row_of_number (maker, 0, need->sector != 0 ? need->sector : get_sector (maker, need->recipient)), 1);
      break;
    case KLADKA_DIMENSION_TAG:
      stand_by_tags (maker, stands, need->tags);
      break;
    case KLADKA_DIMENSION_CAPABILITY:
    case KLADKA_DIMENSION_DONOR:
    case KLADKA_DIMENSION_IMPLEMENTER:
    case KLADKA_DIMENSION_INITIATIVE:
    default:
      break;
    }
  end_stands (stands);
}

static void
stand_by_shares (Maker *maker, const KladkaProject *project, KladkaRole role)
{
  g_autoptr (GArray) shares = kladka_share_list_new (maker->plan, project, role);
  KladkaStands *stands = &maker->grid->supplies;

  if (shares->len == 0)
    stand (stands, find_row_of_number (maker, 0, 0), 1);
  for (guint i = 0; i < shares->len; i++)
    {
      const KladkaShare *share = &g_array_index (shares, KladkaShare, i);

      if (share->share > 0)
        stand (stands, find_row_of_number (maker, share->organisation, 0), share->share);
    }
}

static KladkaRef
find_initiative (Maker *maker, const KladkaProject *project)
{
  return project->initiative != 0 && kladka_plan_initiative (maker->plan, project->initiative) != NULL
             ? project->initiative
             : 0;
}

/* A delivery names no beneficiary: by beneficiary, supply that nobody took stands in the row "none". */
static void
stand_supply (Maker *maker, const KladkaSupply *supply)
{
  KladkaStands *stands = &maker->grid->supplies;

  switch (maker->grid->dimension)
    {
    case KLADKA_DIMENSION_RECIPIENT:
      stand (stands, find_row_of_number (maker, supply->recipient, 0), 1);
      break;
    case KLADKA_DIMENSION_BENEFICIARY:
      stand (stands, find_row_of_number (maker, 0, 0), 1);
      break;
    case KLADKA_DIMENSION_SECTOR:
      stand (stands, find_row_of_number (maker, 0, get_sector (maker, supply->recipient)), 1);
      break;
    case KLADKA_DIMENSION_TAG:
      stand_by_tags (maker, stands, supply->project->tags);
      break;
    case KLADKA_DIMENSION_DONOR:
      stand_by_shares (maker, supply->project, KLADKA_ROLE_FUNDING);
      break;
    case KLADKA_DIMENSION_IMPLEMENTER:
      stand_by_shares (maker, supply->project, KLADKA_ROLE_IMPLEMENTING);
      break;
    case KLADKA_DIMENSION_INITIATIVE:
      stand (stands, find_row_of_number (maker, find_initiative (maker, supply->project), 0), 1);
      break;
    case KLADKA_DIMENSION_CAPABILITY:
    default:
      break;
    }
  end_stands (stands);
}

static int
compare_drafts (gconstpointer a, gconstpointer b)
{
  const Draft *left = a;
  const Draft *right = b;

  if (left->row.none != right->row.none)
    return left->row.none - right->row.none;
  if (left->row.tag != NULL && right->row.tag != NULL)
    return strcmp (left->row.tag, right->row.tag);
  if (left->row.choice != right->row.choice)
    return left->row.choice < right->row.choice ? -1 : 1;
  if ((left->name == NULL) != (right->name == NULL))
    return (left->name == NULL) - (right->name == NULL);
  return g_strcmp0 (left->name, right->name) != 0 ? g_strcmp0 (left->name, right->name)
                                                  : g_strcmp0 (left->id, right->id);
}

static void
renumber (GArray *stands, const guint *place_of)
{
  for (guint i = 0; i < stands->len; i++)
    {
      KladkaStand *one = &g_array_index (stands, KladkaStand, i);

      one->row = place_of[one->row];
    }
}

static void
order_drafts (Maker *maker)
{
  KladkaGrid *grid = maker->grid;
  g_autofree guint *place_of = g_new (guint, maker->drafts->len + 1);

  g_array_sort (maker->drafts, compare_drafts);
  for (guint i = 0; i < maker->drafts->len; i++)
    {
      const Draft *draft = &g_array_index (maker->drafts, Draft, i);

      place_of[draft->number] = i;
      g_array_append_val (grid->rows, draft->row);
    }
  renumber (grid->needs.stands, place_of);
  renumber (grid->supplies.stands, place_of);
  grid->row_ends = g_new (guint, grid->rows->len + 1);
  for (guint i = 0; i < grid->rows->len; i++)
    grid->row_ends[i] = i + 1;
}

static void
make_flat_rows (KladkaGrid *grid)
{
  const KladkaCoverage *coverage = grid->coverage;
  gboolean by_tag = grid->dimension == KLADKA_DIMENSION_TAG;
  Maker maker = { grid, coverage->plan, NULL, NULL };

  maker.drafts = g_array_new (FALSE, FALSE, sizeof (Draft));
  maker.by_key = by_tag ? g_hash_table_new (g_str_hash, g_str_equal) : g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < coverage->demands->len; i++)
    stand_need (&maker, kladka_coverage_get_demand (coverage, i)->need);
  for (guint i = 0; i < coverage->supplies->len; i++)
    stand_supply (&maker, kladka_coverage_get_supply (coverage, i));
  order_drafts (&maker);
  g_array_unref (maker.drafts);
  g_hash_table_unref (maker.by_key);
}

static void
add_capability_row (KladkaGrid *grid, const KladkaCatalogueEntry *entry, guint place)
{
  const KladkaCatalogue *catalogue = &grid->coverage->catalogue;
  KladkaGridRow row = { .ref = entry->capability->base.ref, .parent = -1 };

  if (entry->parent >= 0)
    {
      row.parent = catalogue->entries[entry->parent].first;
      row.depth = g_array_index (grid->rows, KladkaGridRow, row.parent).depth + 1;
    }
  row.has_children = entry->last > place + 1;
  grid->row_ends[place] = entry->last;
  g_array_append_val (grid->rows, row);
}

/* The row "none" stands last, where something lacks a capability. */
static void
stand_by_capability (KladkaGrid *grid, KladkaStands *stands, int capability)
{
  const KladkaCatalogue *catalogue = &grid->coverage->catalogue;
  KladkaGridRow none = { .none = TRUE, .parent = -1 };

  if (capability < 0 && grid->rows->len == catalogue->n_order)
    {
      grid->row_ends[catalogue->n_order] = catalogue->n_order + 1;
      g_array_append_val (grid->rows, none);
    }
  stand (stands, capability >= 0 ? catalogue->entries[capability].first : catalogue->n_order, 1);
  end_stands (stands);
}

static void
make_capability_rows (KladkaGrid *grid)
{
  const KladkaCoverage *coverage = grid->coverage;
  const KladkaCatalogue *catalogue = &coverage->catalogue;

  grid->row_ends = g_new (guint, catalogue->n_order + 1);
  for (guint i = 0; i < catalogue->n_order; i++)
    add_capability_row (grid, &catalogue->entries[catalogue->order[i]], i);
  for (guint i = 0; i < coverage->demands->len; i++)
    stand_by_capability (grid, &grid->needs, kladka_coverage_get_demand (coverage, i)->capability);
  for (guint i = 0; i < coverage->supplies->len; i++)
    stand_by_capability (grid, &grid->supplies, kladka_coverage_get_supply (coverage, i)->capability);
}

static void
init_stands (KladkaStands *stands)
{
  stands->stands = g_array_new (FALSE, FALSE, sizeof (KladkaStand));
  stands->first = g_array_new (FALSE, FALSE, sizeof (guint));
  end_stands (stands);
}

void
kladka_grid_make_rows (KladkaGrid *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (KladkaGridRow));
  init_stands (&self->needs);
  init_stands (&self->supplies);
  if (self->dimension == KLADKA_DIMENSION_CAPABILITY)
    make_capability_rows (self);
  else
    make_flat_rows (self);
}
