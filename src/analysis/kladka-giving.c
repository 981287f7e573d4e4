/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-giving.h"

#include <string.h>

#define NO_STRETCH G_MAXUINT
#define NO_GIFT (-1)

/* A gift on the way: the gifts of a need are a chain, in the order of turns. */
typedef struct {
  KladkaGift gift;
  int next;
} Loose;

/* What a need has got in the month looked at. */
typedef struct {
  gint64 got[KLADKA_N_CERTAINTIES];
  gint64 missing;
  gint64 unmeasured;
  double tied; /* counted quantities tied to it; in floating point, because they may be huge */
  int first_gift;
  int last_gift;
  gboolean active;
  gboolean covered; /* of needs without quantity */
  guint8 unknown;
} Account;

typedef struct {
  KladkaGivings *givings;
  const KladkaDemand *demands;
  const KladkaSupply *supplies;
  const KladkaReach *reach;
  KladkaSpan months;
  KladkaCertainty line;
  Account *accounts;   /* by need */
  guint *last_stretch; /* by need */
  double *counted;     /* by need: in the month looked at */
  guint8 *changes;     /* by month: something changes there */
  /* Of the group, by its supplies in the order of turns. */
  guint *members;
  guint n_members;
  guint *needs;
  guint n_needs;
  guint8 *classes;
  gint64 *left;
  gboolean *serves; /* not measured, but of use; or in use by a need that is not measured */
  int *last_unused;
  GArray *loose; /* Loose */
} Giver;

const KladkaStretch *
kladka_givings_find (const KladkaGivings *self, guint need, gint32 month)
{
  guint low = self->first_stretch[need];
  guint high = self->first_stretch[need + 1];

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const KladkaStretch *stretch = &g_array_index (self->stretches, KladkaStretch, middle);

      if (month < stretch->from)
        high = middle;
      else if (month >= stretch->to)
        low = middle + 1;
      else
        return stretch;
    }
  return NULL;
}

static void
open_accounts (Giver *giver, gint32 month)
{
  for (guint i = 0; i < giver->n_needs; i++)
    {
      const KladkaDemand *demand = &giver->demands[giver->needs[i]];

      giver->accounts[giver->needs[i]] = (Account){
        .missing = demand->wanted,
        .first_gift = NO_GIFT,
        .last_gift = NO_GIFT,
        .active = month >= demand->from && month < demand->to,
      };
    }
  g_array_set_size (giver->loose, 0);
}

static void
book (Giver *giver, guint need, guint member, gint64 amount, gboolean measured)
{
  Account *account = &giver->accounts[need];
  Loose loose = { { amount, giver->members[member], giver->classes[member], measured }, NO_GIFT };
  int place = giver->loose->len;

  account->got[giver->classes[member]] += amount;
  account->missing -= amount;
  if (!measured && giver->classes[member] <= giver->line)
    account->unmeasured += amount;
  if (account->last_gift == NO_GIFT)
    account->first_gift = place;
  else
    g_array_index (giver->loose, Loose, account->last_gift).next = place;
  account->last_gift = place;
  g_array_append_val (giver->loose, loose);
}

/* A need without quantity takes nothing away, so that it is covered even by supply that others have used up. */
static void
cover_unmeasured (Giver *giver, guint need, guint member)
{
  Account *account = &giver->accounts[need];

  if (account->covered)
    return;
  account->covered = TRUE;
  giver->serves[member] = TRUE;
  book (giver, need, member, 0, FALSE);
}

/* Supply without a quantity is at least one: it covers every need for 1 that it may be given to. */
static void
give_unmeasured (Giver *giver, guint need, guint member)
{
  Account *account = &giver->accounts[need];

  if (giver->demands[need].wanted == 1000)
    {
      if (account->missing == 0)
        return;
      book (giver, need, member, account->missing, FALSE);
    }
  else
    account->unknown |= 1 << giver->classes[member];
  giver->serves[member] = TRUE;
}

static void
take_turn (Giver *giver, guint member)
{
  const KladkaSupply *supply = &giver->supplies[giver->members[member]];
  const KladkaBin *bin = kladka_reach_get_bin (giver->reach, supply);
  const guint *reached = &g_array_index (giver->reach->reached, guint, bin->first);

  giver->left[member] = supply->quantity;
  giver->serves[member] = FALSE;
  if (supply->turn == KLADKA_TURN_TIED && giver->classes[member] <= giver->line)
    giver->accounts[supply->need].tied += supply->quantity;
  for (guint i = 0; i < bin->n; i++)
    {
      guint need = reached[i];
      Account *account = &giver->accounts[need];

      if (!account->active)
        continue;
      if (giver->demands[need].wanted == 0)
        cover_unmeasured (giver, need, member);
      else if (supply->quantity == 0)
        give_unmeasured (giver, need, member);
      else if (account->missing > 0 && giver->left[member] > 0)
        {
          gint64 amount = MIN (account->missing, giver->left[member]);

          giver->left[member] -= amount;
          book (giver, need, member, amount, TRUE);
        }
    }
}

static void
give (Giver *giver, gint32 month)
{
  open_accounts (giver, month);
  for (guint certainty = 0; certainty < KLADKA_N_CERTAINTIES; certainty++)
    for (guint i = 0; i < giver->n_members; i++)
      if (giver->classes[i] == certainty)
        take_turn (giver, i);
}

static double
get_share (const Giver *giver, guint need, guint certainty)
{
  const Account *account = &giver->accounts[need];
  gint64 wanted = giver->demands[need].wanted;

  if (wanted > 0)
    return (double)account->got[certainty] / wanted;
  return account->covered && g_array_index (giver->loose, Loose, account->first_gift).gift.certainty == certainty;
}

/* From whole thousandths, so that parts that make a whole give exactly 1. */
static double
get_counted (const Giver *giver, guint need)
{
  const Account *account = &giver->accounts[need];
  gint64 wanted = giver->demands[need].wanted;
  gint64 got = 0;

  if (wanted == 0)
    return account->covered && g_array_index (giver->loose, Loose, account->first_gift).gift.certainty <= giver->line;
  for (guint certainty = 0; certainty <= giver->line; certainty++)
    got += account->got[certainty];
  return (double)got / wanted;
}

/* Projects tied to a need that bring together over 1.25 of it. */
static gboolean
is_duplicated (const Giver *giver, guint need)
{
  return giver->demands[need].wanted > 0 && giver->accounts[need].tied * 4 > (double)giver->demands[need].wanted * 5;
}

static gboolean
equals_last (const Giver *giver, const KladkaStretch *stretch, const KladkaStretch *last)
{
  int at = giver->accounts[stretch->need].first_gift;

  if (last->to != stretch->from || last->lost != stretch->lost || last->unknown != stretch->unknown
      || last->duplicated != stretch->duplicated)
    return FALSE;
  for (guint i = 0; i < last->n; i++, at = g_array_index (giver->loose, Loose, at).next)
    {
      const KladkaGift *old = &g_array_index (giver->givings->gifts, KladkaGift, last->first + i);
      const KladkaGift *gift = at != NO_GIFT ? &g_array_index (giver->loose, Loose, at).gift : NULL;

      if (gift == NULL || gift->supply != old->supply || gift->amount != old->amount
          || gift->certainty != old->certainty || gift->measured != old->measured)
        return FALSE;
    }
  return at == NO_GIFT;
}

static void
keep_gifts (Giver *giver, KladkaStretch *stretch)
{
  int at = giver->accounts[stretch->need].first_gift;

  stretch->first = giver->givings->gifts->len;
  for (; at != NO_GIFT; at = g_array_index (giver->loose, Loose, at).next)
    {
      g_array_append_val (giver->givings->gifts, g_array_index (giver->loose, Loose, at).gift);
      stretch->n++;
    }
}

static void
keep_need (Giver *giver, guint need, KladkaSpan months, double lost)
{
  const Account *account = &giver->accounts[need];
  KladkaStretch stretch = { .need = need, .from = months.from, .to = months.to, .lost = lost };
  guint last = giver->last_stretch[need];

  stretch.unknown = account->unknown;
  stretch.duplicated = is_duplicated (giver, need);
  if (last != NO_STRETCH
      && equals_last (giver, &stretch, &g_array_index (giver->givings->stretches, KladkaStretch, last)))
    {
      g_array_index (giver->givings->stretches, KladkaStretch, last).to = months.to;
      return;
    }
  for (guint certainty = 0; certainty < KLADKA_N_CERTAINTIES; certainty++)
    stretch.cover[certainty] = get_share (giver, need, certainty);
  if (giver->demands[need].wanted > 0)
    stretch.unmeasured = (double)account->unmeasured / giver->demands[need].wanted;
  else
    stretch.unmeasured = get_counted (giver, need);
  stretch.counted = get_counted (giver, need);
  keep_gifts (giver, &stretch);
  giver->last_stretch[need] = giver->givings->stretches->len;
  g_array_append_val (giver->givings->stretches, stretch);
}

/* What is left of a quantity is unused, unless the delivery is the one that covers a need without quantity; one without
 * quantity is unused where it neither covers a need nor leaves its amount unknown. */
static void
keep_unused (Giver *giver, guint member, KladkaSpan months)
{
  gboolean measured = giver->supplies[giver->members[member]].quantity > 0;
  KladkaUnused unused = { giver->left[member], giver->members[member], months.from, months.to };
  int last = giver->last_unused[member];

  if (giver->classes[member] > giver->line || giver->serves[member] || (measured && unused.left == 0))
    return;
  if (last >= 0)
    {
      KladkaUnused *before = &g_array_index (giver->givings->unused, KladkaUnused, last);

      if (before->to == months.from && before->left == unused.left)
        {
          before->to = months.to;
          return;
        }
    }
  giver->last_unused[member] = giver->givings->unused->len;
  g_array_append_val (giver->givings->unused, unused);
}

static void
set_classes (Giver *giver, gint32 month)
{
  for (guint i = 0; i < giver->n_members; i++)
    {
      const KladkaSupply *supply = &giver->supplies[giver->members[i]];

      giver->classes[i] = kladka_phases_get (&supply->is, supply->certainty, month);
    }
}

/* Only what is counted matters for what is lost: less certain supply comes later in turn and takes nothing from it. */
static gboolean
set_running_classes (Giver *giver, gint32 month)
{
  gboolean differs = FALSE;

  for (guint i = 0; i < giver->n_members; i++)
    {
      const KladkaSupply *supply = &giver->supplies[giver->members[i]];
      guint is = kladka_phases_get (&supply->is, supply->certainty, month);
      guint were = kladka_phases_get (&supply->were, supply->certainty, month);

      differs |= is != were;
      giver->classes[i] = were <= giver->line ? were : KLADKA_CERTAINTY_ABSENT;
    }
  return differs;
}

/* What was counted in the month before and is no longer keeps the certainty it had. */
static gboolean
set_lasting_classes (Giver *giver, gint32 month)
{
  gboolean differs = FALSE;

  for (guint i = 0; i < giver->n_members; i++)
    {
      const KladkaSupply *supply = &giver->supplies[giver->members[i]];
      guint before = kladka_phases_get (&supply->is, supply->certainty, month - 1);
      guint now = kladka_phases_get (&supply->is, supply->certainty, month);
      gboolean ended = now > giver->line && before <= giver->line;

      giver->classes[i] = ended ? before : now <= giver->line ? now : KLADKA_CERTAINTY_ABSENT;
      differs |= ended;
    }
  return differs;
}

static void
keep_lapses (Giver *giver, gint32 month)
{
  for (guint i = 0; i < giver->n_needs; i++)
    {
      guint need = giver->needs[i];
      KladkaLapse lapse = { need, month - 1, 0 };

      if (!giver->accounts[need].active || giver->demands[need].from >= month)
        continue;
      lapse.amount = get_counted (giver, need) - giver->counted[need];
      if (lapse.amount != 0)
        g_array_append_val (giver->givings->lapses, lapse);
    }
}

static void
give_as_is (Giver *giver, gint32 month)
{
  set_classes (giver, month);
  give (giver, month);
}

/* What each need would get were all that stopped still running, less what it gets. */
static gboolean
find_lost (Giver *giver, gint32 month, double *lost)
{
  gboolean differs = set_running_classes (giver, month);

  if (differs)
    give (giver, month);
  for (guint i = 0; i < giver->n_needs; i++)
    lost[giver->needs[i]] = differs ? get_counted (giver, giver->needs[i]) - giver->counted[giver->needs[i]] : 0;
  return differs;
}

static void
give_once (Giver *giver, KladkaSpan months, double *lost, gboolean may_lose)
{
  gboolean disturbed = FALSE;

  give_as_is (giver, months.from);
  for (guint i = 0; i < giver->n_needs; i++)
    giver->counted[giver->needs[i]] = get_counted (giver, giver->needs[i]);
  if (months.from > giver->months.from && set_lasting_classes (giver, months.from))
    {
      give (giver, months.from);
      keep_lapses (giver, months.from);
      disturbed = TRUE;
    }
  if (may_lose)
    disturbed |= find_lost (giver, months.from, lost);
  if (disturbed)
    give_as_is (giver, months.from);
  else
    set_classes (giver, months.from);
  for (guint i = 0; i < giver->n_needs; i++)
    if (giver->accounts[giver->needs[i]].active)
      keep_need (giver, giver->needs[i], months, may_lose ? lost[giver->needs[i]] : 0);
  for (guint i = 0; i < giver->n_members; i++)
    keep_unused (giver, i, months);
}

static void
mark_change (Giver *giver, gint32 month)
{
  if (month >= giver->months.from && month < giver->months.to)
    giver->changes[month - giver->months.from] = TRUE;
}

static void
mark_phases (Giver *giver, const KladkaPhases *phases)
{
  mark_change (giver, phases->from);
  mark_change (giver, phases->turn);
  mark_change (giver, phases->to);
}

static gboolean
mark_changes (Giver *giver)
{
  gboolean may_lose = FALSE;

  memset (giver->changes, 0, giver->months.to - giver->months.from);
  mark_change (giver, giver->months.from);
  for (guint i = 0; i < giver->n_needs; i++)
    {
      mark_change (giver, giver->demands[giver->needs[i]].from);
      mark_change (giver, giver->demands[giver->needs[i]].to);
    }
  for (guint i = 0; i < giver->n_members; i++)
    {
      const KladkaSupply *supply = &giver->supplies[giver->members[i]];

      mark_phases (giver, &supply->is);
      if (supply->stopped)
        mark_phases (giver, &supply->were);
      may_lose |= supply->stopped;
    }
  return may_lose;
}

static void
give_group (Giver *giver, guint group, double *lost)
{
  const KladkaReach *reach = giver->reach;
  gboolean may_lose;
  gint32 month = giver->months.from;

  giver->members = reach->group_supplies + reach->first_supply[group];
  giver->n_members = reach->first_supply[group + 1] - reach->first_supply[group];
  giver->needs = reach->group_needs + reach->first_need[group];
  giver->n_needs = reach->first_need[group + 1] - reach->first_need[group];
  memset (giver->last_unused, -1, giver->n_members * sizeof (int));
  may_lose = mark_changes (giver);
  while (month < giver->months.to)
    {
      gint32 next = month + 1;

      while (next < giver->months.to && !giver->changes[next - giver->months.from])
        next++;
      give_once (giver, (KladkaSpan){ month, next }, lost, may_lose);
      month = next;
    }
}

static void
keep_unreaching (Giver *giver)
{
  const KladkaReach *reach = giver->reach;

  for (guint i = reach->first_supply[reach->n_groups]; i < reach->first_supply[reach->n_groups + 1]; i++)
    {
      const KladkaSupply *supply = &giver->supplies[reach->group_supplies[i]];
      KladkaUnused unused = { supply->quantity, reach->group_supplies[i], supply->is.from, supply->is.to };

      if (supply->certainty > giver->line)
        unused.from = supply->is.turn;
      if (KLADKA_CERTAINTY_END_UNKNOWN > giver->line)
        unused.to = supply->is.turn;
      if (unused.from < unused.to)
        g_array_append_val (giver->givings->unused, unused);
    }
}

/* From the order of making, group by group and month by month, into the order of needs. */
static guint *
sort_by_need (GArray **array, gsize size, guint n_needs)
{
  guint *first = g_new0 (guint, n_needs + 2);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, size, (*array)->len);
  const guint8 *from = (const guint8 *)(*array)->data;

  g_array_set_size (sorted, (*array)->len);
  for (guint i = 0; i < (*array)->len; i++)
    first[*(const guint *)(from + i * size) + 2]++;
  for (guint i = 1; i < n_needs + 2; i++)
    first[i] += first[i - 1];
  for (guint i = 0; i < (*array)->len; i++)
    memcpy (sorted->data + size * first[*(const guint *)(from + i * size) + 1]++, from + i * size, size);
  g_array_unref (*array);
  *array = sorted;
  return first;
}

static void
init_giver (Giver *giver, guint n_needs, guint n_supplies)
{
  gsize n_months = MAX (giver->months.to - giver->months.from, 0);

  giver->accounts = g_new (Account, n_needs + 1);
  giver->last_stretch = g_new (guint, n_needs + 1);
  memset (giver->last_stretch, 0xff, (n_needs + 1) * sizeof (guint));
  giver->counted = g_new0 (double, n_needs + 1);
  giver->changes = g_new0 (guint8, n_months + 1);
  giver->classes = g_new (guint8, n_supplies + 1);
  giver->left = g_new (gint64, n_supplies + 1);
  giver->serves = g_new (gboolean, n_supplies + 1);
  giver->last_unused = g_new (int, n_supplies + 1);
  giver->loose = g_array_new (FALSE, FALSE, sizeof (Loose));
}

static void
clear_giver (Giver *giver)
{
  g_free (giver->accounts);
  g_free (giver->last_stretch);
  g_free (giver->counted);
  g_free (giver->changes);
  g_free (giver->classes);
  g_free (giver->left);
  g_free (giver->serves);
  g_free (giver->last_unused);
  g_array_unref (giver->loose);
}

void
kladka_givings_init (KladkaGivings *self,
                     GArray *demands,
                     GArray *supplies,
                     const KladkaReach *reach,
                     KladkaSpan months,
                     KladkaCertainty line)
{
  Giver giver = {
    self, (const KladkaDemand *)demands->data, (const KladkaSupply *)supplies->data, reach, months, line
  };
  g_autofree double *lost = g_new0 (double, demands->len + 1);

  self->gifts = g_array_new (FALSE, FALSE, sizeof (KladkaGift));
  self->stretches = g_array_new (FALSE, FALSE, sizeof (KladkaStretch));
  self->unused = g_array_new (FALSE, FALSE, sizeof (KladkaUnused));
  self->lapses = g_array_new (FALSE, FALSE, sizeof (KladkaLapse));
  init_giver (&giver, demands->len, supplies->len);
  for (guint group = 0; group < reach->n_groups; group++)
    give_group (&giver, group, lost);
  keep_unreaching (&giver);
  clear_giver (&giver);
  self->first_stretch = sort_by_need (&self->stretches, sizeof (KladkaStretch), demands->len);
  self->first_lapse = sort_by_need (&self->lapses, sizeof (KladkaLapse), demands->len);
}

void
kladka_givings_clear (KladkaGivings *self)
{
  g_array_unref (self->gifts);
  g_array_unref (self->stretches);
  g_array_unref (self->unused);
  g_array_unref (self->lapses);
  g_free (self->first_stretch);
  g_free (self->first_lapse);
}
