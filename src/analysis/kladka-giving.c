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

/* What the turns of a group ask of a supply, close together and in their order. */
typedef struct {
  gint64 quantity;
  gint64 left;
  KladkaPhases is;
  KladkaPhases were;
  guint supply;
  guint bin;
  int need;
  int last_unused;
  guint8 certainty;
  guint8 is_tied;
  guint8 stopped;
  guint8 class;  /* in the month looked at: certainty, or absent */
  guint8 serves; /* not measured, but of use; or in use by a need that is not measured */
} Member;

/* How many needs of a bin are served already, in the give of this stamp. */
typedef struct {
  guint stamp;
  guint served;
} Cursor;

typedef struct {
  KladkaGivings *givings;
  const KladkaDemand *demands;
  const KladkaSupply *supplies;
  const KladkaReach *reach;
  KladkaSpan months;
  KladkaCertainty line;
  Account *accounts;   /* by need */
  guint *last_stretch; /* by need */
  guint8 *changes;     /* by month: something changes there */
  double *lasting;     /* by need: were all that ended still supplying */
  double *running;     /* by need: were all that stopped still running */
  Cursor *cursors;     /* by bin */
  guint stamp;
  Member *members; /* of the group, in the order of turns */
  guint n_members;
  guint *queues[KLADKA_N_CERTAINTIES]; /* who takes turns in the month looked at */
  guint n_queued[KLADKA_N_CERTAINTIES];
  guint *needs; /* of the group */
  guint n_needs;
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
book (Giver *giver, guint need, const Member *member, gint64 amount, gboolean measured)
{
  Account *account = &giver->accounts[need];
  Loose loose = { { amount, member->supply, member->class, measured }, NO_GIFT };
  int place = giver->loose->len;

  account->got[member->class] += amount;
  account->missing -= amount;
  if (!measured && member->class <= giver->line)
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
cover_unmeasured (Giver *giver, guint need, Member *member)
{
  Account *account = &giver->accounts[need];

  if (account->covered)
    return;
  account->covered = TRUE;
  member->serves = TRUE;
  book (giver, need, member, 0, FALSE);
}

/* Supply without a quantity is at least one: it covers every need for 1 that it may be given to. */
static void
give_unmeasured (Giver *giver, guint need, Member *member)
{
  Account *account = &giver->accounts[need];

  if (giver->demands[need].wanted == 1000)
    {
      if (account->missing == 0)
        return;
      book (giver, need, member, account->missing, FALSE);
    }
  else
    account->unknown |= 1 << member->class;
  member->serves = TRUE;
}

/* A need that nothing more can be given to. */
static gboolean
is_served (const Giver *giver, guint need)
{
  const Account *account = &giver->accounts[need];

  return !account->active || (giver->demands[need].wanted == 0 ? account->covered : account->missing == 0);
}

/* Needs at the front of a bin that are served stay so: later turns begin behind them. */
static guint
skip_served (Giver *giver, const Member *member, const KladkaBin *bin, const guint *reached)
{
  Cursor *cursor = &giver->cursors[member->bin];

  if (cursor->stamp != giver->stamp)
    *cursor = (Cursor){ giver->stamp, 0 };
  while (cursor->served < bin->n && is_served (giver, reached[cursor->served]))
    cursor->served++;
  return cursor->served;
}

static void
give_to (Giver *giver, guint need, Member *member)
{
  Account *account = &giver->accounts[need];

  if (!account->active)
    return;
  if (giver->demands[need].wanted == 0)
    cover_unmeasured (giver, need, member);
  else if (member->quantity == 0)
    give_unmeasured (giver, need, member);
  else if (account->missing > 0 && member->left > 0)
    {
      gint64 amount = MIN (account->missing, member->left);

      member->left -= amount;
      book (giver, need, member, amount, TRUE);
    }
}

/* Supply without a quantity looks at all needs of its bin, because it leaves its word even at those that others have
 * served. */
static void
take_turn (Giver *giver, Member *member)
{
  const KladkaBin *bin = &g_array_index (giver->reach->bins, KladkaBin, member->bin);
  const guint *reached = &g_array_index (giver->reach->reached, guint, bin->first);

  member->left = member->quantity;
  member->serves = FALSE;
  if (member->is_tied && member->class <= giver->line)
    giver->accounts[member->need].tied += member->quantity;
  for (guint i = member->quantity == 0 ? 0 : skip_served (giver, member, bin, reached); i < bin->n; i++)
    {
      if (member->quantity > 0 && member->left == 0 && !bin->has_unmeasured)
        return;
      give_to (giver, reached[i], member);
    }
}

static void
give (Giver *giver, gint32 month)
{
  open_accounts (giver, month);
  giver->stamp++;
  for (guint certainty = 0; certainty < KLADKA_N_CERTAINTIES; certainty++)
    for (guint i = 0; i < giver->n_queued[certainty]; i++)
      take_turn (giver, &giver->members[giver->queues[certainty][i]]);
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
keep_unused (Giver *giver, Member *member, KladkaSpan months)
{
  KladkaUnused unused = { member->left, member->supply, months.from, months.to };

  if (member->serves || (member->quantity > 0 && member->left == 0))
    return;
  if (member->last_unused >= 0)
    {
      KladkaUnused *before = &g_array_index (giver->givings->unused, KladkaUnused, member->last_unused);

      if (before->to == months.from && before->left == unused.left)
        {
          before->to = months.to;
          return;
        }
    }
  member->last_unused = giver->givings->unused->len;
  g_array_append_val (giver->givings->unused, unused);
}

static void
clear_queues (Giver *giver)
{
  memset (giver->n_queued, 0, sizeof giver->n_queued);
}

static void
queue (Giver *giver, guint i, guint class)
{
  giver->members[i].class = class;
  if (class != KLADKA_CERTAINTY_ABSENT)
    giver->queues[class][giver->n_queued[class]++] = i;
}

static void
queue_as_is (Giver *giver, gint32 month)
{
  clear_queues (giver);
  for (guint i = 0; i < giver->n_members; i++)
    queue (giver, i, kladka_phases_get (&giver->members[i].is, giver->members[i].certainty, month));
}

/* Only what is counted matters for what is lost: less certain supply comes later in turn and takes nothing from it. */
static gboolean
queue_as_running (Giver *giver, gint32 month)
{
  gboolean differs = FALSE;

  clear_queues (giver);
  for (guint i = 0; i < giver->n_members; i++)
    {
      const Member *member = &giver->members[i];
      guint is = kladka_phases_get (&member->is, member->certainty, month);
      guint were = kladka_phases_get (&member->were, member->certainty, month);

      differs |= is != were;
      queue (giver, i, were <= giver->line ? were : KLADKA_CERTAINTY_ABSENT);
    }
  return differs;
}

/* What was counted in the month before and is no longer keeps the certainty it had. */
static gboolean
queue_as_lasting (Giver *giver, gint32 month)
{
  gboolean differs = FALSE;

  clear_queues (giver);
  for (guint i = 0; i < giver->n_members; i++)
    {
      const Member *member = &giver->members[i];
      guint before = kladka_phases_get (&member->is, member->certainty, month - 1);
      guint now = kladka_phases_get (&member->is, member->certainty, month);
      gboolean ended = now > giver->line && before <= giver->line;

      queue (giver, i, ended ? before : now <= giver->line ? now : KLADKA_CERTAINTY_ABSENT);
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
      lapse.amount = giver->lasting[need] - get_counted (giver, need);
      if (lapse.amount != 0)
        g_array_append_val (giver->givings->lapses, lapse);
    }
}

static void
give_to_see (Giver *giver, gint32 month, double *counted)
{
  give (giver, month);
  for (guint i = 0; i < giver->n_needs; i++)
    counted[giver->needs[i]] = get_counted (giver, giver->needs[i]);
}

/* First what would be, then what is: the accounts are left with what is. */
static void
give_once (Giver *giver, KladkaSpan months, gboolean may_lose)
{
  gboolean lapses = months.from > giver->months.from && queue_as_lasting (giver, months.from);
  gboolean loses;

  if (lapses)
    give_to_see (giver, months.from, giver->lasting);
  loses = may_lose && queue_as_running (giver, months.from);
  if (loses)
    give_to_see (giver, months.from, giver->running);
  queue_as_is (giver, months.from);
  give (giver, months.from);
  if (lapses)
    keep_lapses (giver, months.from);
  for (guint i = 0; i < giver->n_needs; i++)
    {
      guint need = giver->needs[i];

      if (giver->accounts[need].active)
        keep_need (giver, need, months, loses ? giver->running[need] - get_counted (giver, need) : 0);
    }
  for (guint certainty = 0; certainty <= giver->line; certainty++)
    for (guint i = 0; i < giver->n_queued[certainty]; i++)
      keep_unused (giver, &giver->members[giver->queues[certainty][i]], months);
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
      Member *member = &giver->members[i];

      mark_phases (giver, &member->is);
      if (member->stopped)
        mark_phases (giver, &member->were);
      may_lose |= member->stopped;
    }
  return may_lose;
}

static void
read_members (Giver *giver, guint group)
{
  const KladkaReach *reach = giver->reach;
  const guint *supplies = reach->group_supplies + reach->first_supply[group];

  giver->n_members = reach->first_supply[group + 1] - reach->first_supply[group];
  for (guint i = 0; i < giver->n_members; i++)
    {
      const KladkaSupply *supply = &giver->supplies[supplies[i]];

      giver->members[i] = (Member){ .quantity = supply->quantity,
                                    .is = supply->is,
                                    .were = supply->were,
                                    .supply = supplies[i],
                                    .bin = supply->bin,
                                    .need = supply->need,
                                    .last_unused = -1,
                                    .certainty = supply->certainty,
                                    .is_tied = supply->turn == KLADKA_TURN_TIED,
                                    .stopped = supply->stopped };
    }
}

static void
give_group (Giver *giver, guint group)
{
  const KladkaReach *reach = giver->reach;
  gboolean may_lose;
  gint32 month = giver->months.from;

  read_members (giver, group);
  giver->needs = reach->group_needs + reach->first_need[group];
  giver->n_needs = reach->first_need[group + 1] - reach->first_need[group];
  may_lose = mark_changes (giver);
  while (month < giver->months.to)
    {
      gint32 next = month + 1;

      while (next < giver->months.to && !giver->changes[next - giver->months.from])
        next++;
      give_once (giver, (KladkaSpan){ month, next }, may_lose);
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
  giver->lasting = g_new (double, n_needs + 1);
  giver->running = g_new (double, n_needs + 1);
  giver->changes = g_new0 (guint8, n_months + 1);
  giver->cursors = g_new0 (Cursor, giver->reach->bins->len);
  giver->members = g_new (Member, n_supplies + 1);
  for (guint i = 0; i < KLADKA_N_CERTAINTIES; i++)
    giver->queues[i] = g_new (guint, n_supplies + 1);
  giver->loose = g_array_new (FALSE, FALSE, sizeof (Loose));
}

static void
clear_giver (Giver *giver)
{
  g_free (giver->accounts);
  g_free (giver->last_stretch);
  g_free (giver->lasting);
  g_free (giver->running);
  g_free (giver->changes);
  g_free (giver->cursors);
  g_free (giver->members);
  for (guint i = 0; i < KLADKA_N_CERTAINTIES; i++)
    g_free (giver->queues[i]);
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

  self->gifts = g_array_new (FALSE, FALSE, sizeof (KladkaGift));
  self->stretches = g_array_new (FALSE, FALSE, sizeof (KladkaStretch));
  self->unused = g_array_new (FALSE, FALSE, sizeof (KladkaUnused));
  self->lapses = g_array_new (FALSE, FALSE, sizeof (KladkaLapse));
  init_giver (&giver, demands->len, supplies->len);
  for (guint group = 0; group < reach->n_groups; group++)
    give_group (&giver, group);
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
