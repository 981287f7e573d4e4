/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-giving.h"

#include <string.h>

#define NO_UNUSED (-1)
/* Room to begin with: where it is not needed it is never touched, and growing would copy all. */
#define BOOKINGS_PER_SUPPLY 4

/* A queue holds the stints of one certainty, in the order of turns. */
typedef struct {
  KladkaStint *stints;
  guint n;
} Queue;

typedef struct {
  KladkaGivings *givings;
  const KladkaSupply *supplies;
  const KladkaReach *reach;
  KladkaSpan months;
  KladkaTurns turns;
  Queue queues[KLADKA_N_CERTAINTIES];
  const guint *members; /* of the group, in the order of turns */
  guint n_members;
  const guint *needs; /* of the group */
  guint n_needs;
  /* By need of the group and month: what is missing; were all that ended still supplying; were all that stopped still
   * running. */
  gint64 *missing;
  gint64 *lasting;
  gint64 *running;
  int *last_unused; /* by supply */
} Giver;

double
kladka_monthlies_find (const KladkaMonthlies *self, guint need, gint32 month)
{
  for (guint i = self->first[need]; i < self->first[need + 1]; i++)
    if (g_array_index (self->figures, KladkaMonthly, i).month == month)
      return g_array_index (self->figures, KladkaMonthly, i).amount;
  return 0;
}

static void
clear_queues (Giver *giver)
{
  for (guint certainty = 0; certainty < KLADKA_N_CERTAINTIES; certainty++)
    giver->queues[certainty].n = 0;
}

static void
queue (Giver *giver, guint supply, guint certainty, gint32 from, gint32 to)
{
  const KladkaSupply *of = &giver->supplies[supply];
  Queue *queue = &giver->queues[certainty];

  if (from < to)
    queue->stints[queue->n++] = (KladkaStint){
      of->quantity, from, to, supply, of->bin, of->turn == KLADKA_TURN_TIED ? of->need : KLADKA_NEED_NONE, certainty
    };
}

static void
queue_phases (Giver *giver, guint supply, const KladkaPhases *phases)
{
  queue (giver, supply, giver->supplies[supply].certainty, phases->from, phases->turn);
  queue (giver, supply, KLADKA_CERTAINTY_END_UNKNOWN, phases->turn, phases->to);
}

static void
queue_as_is (Giver *giver)
{
  clear_queues (giver);
  for (guint i = 0; i < giver->n_members; i++)
    queue_phases (giver, giver->members[i], &giver->supplies[giver->members[i]].is);
}

static gboolean
has_stopped (const Giver *giver)
{
  for (guint i = 0; i < giver->n_members; i++)
    if (giver->supplies[giver->members[i]].stopped)
      return TRUE;
  return FALSE;
}

static void
queue_as_running (Giver *giver)
{
  clear_queues (giver);
  for (guint i = 0; i < giver->n_members; i++)
    queue_phases (giver, giver->members[i], &giver->supplies[giver->members[i]].were);
}

/* What was counted in one month and is no longer in the next keeps its certainty for that one. TRUE where something
 * ends. */
static gboolean
queue_as_lasting (Giver *giver)
{
  gboolean ends = FALSE;

  clear_queues (giver);
  for (guint i = 0; i < giver->n_members; i++)
    {
      const KladkaSupply *supply = &giver->supplies[giver->members[i]];
      KladkaPhases phases = supply->is;
      gboolean goes_on = phases.turn < phases.to && KLADKA_CERTAINTY_END_UNKNOWN <= giver->turns.line;
      gint32 more = phases.to < giver->months.to;

      if (goes_on)
        {
          ends |= more;
          phases.to += more;
        }
      else if (phases.from < phases.turn && phases.turn < giver->months.to && supply->certainty <= giver->turns.line)
        {
          ends = TRUE;
          phases.turn++;
        }
      queue_phases (giver, giver->members[i], &phases);
    }
  return ends;
}

/* Less certain supply comes later in turn and takes nothing from what is counted. */
static void
try_counted (Giver *giver, gint64 *missing)
{
  kladka_turns_begin (&giver->turns, giver->needs, giver->n_needs, missing, NULL);
  for (guint certainty = 0; certainty <= giver->turns.line; certainty++)
    for (guint i = 0; i < giver->queues[certainty].n; i++)
      kladka_turns_take (&giver->turns, &giver->queues[certainty].stints[i]);
}

/* Lengthens what the stint before left, where it goes on. */
static void
add_unused (Giver *giver, KladkaUnused more)
{
  GArray *unused = giver->givings->unused;
  int *last = &giver->last_unused[more.supply];

  if (*last != NO_UNUSED)
    {
      KladkaUnused *before = &g_array_index (unused, KladkaUnused, *last);

      if (before->to == more.from && before->left == more.left)
        {
          before->to = more.to;
          return;
        }
    }
  *last = unused->len;
  g_array_append_val (unused, more);
}

/* What is left of a quantity is unused, unless the delivery is the one that covers a need without quantity; one without
 * quantity is unused where it neither covers a need nor leaves its amount unknown. */
static void
keep_unused (Giver *giver, const KladkaStint *stint)
{
  const gint64 *left = giver->turns.left;
  const guint8 *serves = giver->turns.serves;
  guint n = stint->to - stint->from;

  if (stint->quantity > 0 && giver->turns.n_left == 0)
    return;
  for (guint month = 0, next; month < n; month = next)
    {
      for (next = month + 1; next < n && left[next] == left[month] && serves[next] == serves[month];)
        next++;
      if (!serves[month] && (stint->quantity == 0 || left[month] > 0))
        add_unused (giver, (KladkaUnused){ left[month], stint->supply, stint->from + month, stint->from + next });
    }
}

static void
give_counted (Giver *giver)
{
  kladka_turns_begin (&giver->turns, giver->needs, giver->n_needs, giver->missing, &giver->givings->bookings);
  for (guint certainty = 0; certainty <= giver->turns.line; certainty++)
    for (guint i = 0; i < giver->queues[certainty].n; i++)
      {
        kladka_turns_take (&giver->turns, &giver->queues[certainty].stints[i]);
        keep_unused (giver, &giver->queues[certainty].stints[i]);
      }
}

static void
give_others (Giver *giver)
{
  for (guint certainty = giver->turns.line + 1; certainty < KLADKA_N_CERTAINTIES; certainty++)
    for (guint i = 0; i < giver->queues[certainty].n; i++)
      kladka_turns_take (&giver->turns, &giver->queues[certainty].stints[i]);
}

/* What the counted cover of a month would be with other supply, less what it is; kept under a month that is @back
 * before it. */
static void
keep_differences (Giver *giver, const gint64 *other, gint32 back, GArray *figures)
{
  for (guint i = 0; i < giver->n_needs; i++)
    {
      const KladkaAccount *account = &giver->turns.accounts[giver->needs[i]];
      const gint64 *is = giver->missing + account->first_cell;
      const gint64 *were = other + account->first_cell;

      for (gint32 month = back; month < account->to - account->from; month++)
        if (is[month] != were[month])
          {
            KladkaMonthly figure = { giver->needs[i], account->from + month - back, 0 };

            figure.amount =
                kladka_account_get_share (account, were[month]) - kladka_account_get_share (account, is[month]);
            g_array_append_val (figures, figure);
          }
    }
}

static void
keep_bookings (Giver *giver)
{
  for (guint i = 0; i < giver->n_needs; i++)
    giver->givings->first_booking[giver->needs[i]] = giver->turns.accounts[giver->needs[i]].first;
}

/* First what would be, then what is. */
static void
give_group (Giver *giver, guint group)
{
  const KladkaReach *reach = giver->reach;
  gboolean loses, lapses;

  kladka_turns_next_group (&giver->turns);
  giver->members = reach->group_supplies + reach->first_supply[group];
  giver->n_members = reach->first_supply[group + 1] - reach->first_supply[group];
  giver->needs = reach->group_needs + reach->first_need[group];
  giver->n_needs = reach->first_need[group + 1] - reach->first_need[group];
  lapses = queue_as_lasting (giver);
  if (lapses)
    try_counted (giver, giver->lasting);
  loses = has_stopped (giver);
  if (loses)
    {
      queue_as_running (giver);
      try_counted (giver, giver->running);
    }
  queue_as_is (giver);
  give_counted (giver);
  if (lapses)
    keep_differences (giver, giver->lasting, 1, giver->givings->lapses.figures);
  if (loses)
    keep_differences (giver, giver->running, 0, giver->givings->losses.figures);
  give_others (giver);
  keep_bookings (giver);
}

static void
keep_unreaching (Giver *giver)
{
  const KladkaReach *reach = giver->reach;

  for (guint i = reach->first_supply[reach->n_groups]; i < reach->first_supply[reach->n_groups + 1]; i++)
    {
      const KladkaSupply *supply = &giver->supplies[reach->group_supplies[i]];
      KladkaUnused unused = { supply->quantity, reach->group_supplies[i], supply->is.from, supply->is.to };

      if (supply->certainty > giver->turns.line)
        unused.from = supply->is.turn;
      if (KLADKA_CERTAINTY_END_UNKNOWN > giver->turns.line)
        unused.to = supply->is.turn;
      if (unused.from < unused.to)
        g_array_append_val (giver->givings->unused, unused);
    }
}

/* From the order of making, group by group, into the order of needs. */
static void
sort_monthlies (KladkaMonthlies *self, guint n_needs)
{
  guint *first = g_new0 (guint, n_needs + 2);
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (KladkaMonthly), self->figures->len);

  g_array_set_size (sorted, self->figures->len);
  for (guint i = 0; i < self->figures->len; i++)
    first[g_array_index (self->figures, KladkaMonthly, i).need + 2]++;
  for (guint i = 1; i < n_needs + 2; i++)
    first[i] += first[i - 1];
  for (guint i = 0; i < self->figures->len; i++)
    {
      const KladkaMonthly *figure = &g_array_index (self->figures, KladkaMonthly, i);

      g_array_index (sorted, KladkaMonthly, first[figure->need + 1]++) = *figure;
    }
  g_array_unref (self->figures);
  self->figures = sorted;
  self->first = first;
}

/* The most that a group asks for, so that the groups can share the room. */
static void
make_room (Giver *giver, const GArray *demands, guint n_supplies)
{
  const KladkaReach *reach = giver->reach;
  gsize most_cells = 0;
  guint most_members = 0;

  for (guint group = 0; group < reach->n_groups; group++)
    {
      gsize n_cells = 0;

      for (guint i = reach->first_need[group]; i < reach->first_need[group + 1]; i++)
        {
          const KladkaDemand *demand = &g_array_index (demands, KladkaDemand, reach->group_needs[i]);

          n_cells += MAX (demand->to - demand->from, 0);
        }
      most_cells = MAX (most_cells, n_cells);
      most_members = MAX (most_members, reach->first_supply[group + 1] - reach->first_supply[group]);
    }
  for (guint i = 0; i < KLADKA_N_CERTAINTIES; i++)
    giver->queues[i].stints = g_new (KladkaStint, most_members + 1);
  giver->missing = g_new (gint64, most_cells + 1);
  giver->lasting = g_new (gint64, most_cells + 1);
  giver->running = g_new (gint64, most_cells + 1);
  giver->last_unused = g_new (int, n_supplies + 1);
  memset (giver->last_unused, NO_UNUSED, (n_supplies + 1) * sizeof (int));
}

static void
clear_room (Giver *giver)
{
  for (guint i = 0; i < KLADKA_N_CERTAINTIES; i++)
    g_free (giver->queues[i].stints);
  g_free (giver->missing);
  g_free (giver->lasting);
  g_free (giver->running);
  g_free (giver->last_unused);
}

void
kladka_givings_init (KladkaGivings *self,
                     GArray *demands,
                     GArray *supplies,
                     const KladkaReach *reach,
                     KladkaSpan months,
                     KladkaCertainty line)
{
  Giver giver = { .givings = self, .supplies = (const KladkaSupply *)supplies->data, .reach = reach, .months = months };

  self->bookings.n = 0;
  self->bookings.room = supplies->len * BOOKINGS_PER_SUPPLY + 1;
  self->bookings.items = g_new (KladkaBooking, self->bookings.room);
  self->first_booking = g_new (int, demands->len + 1);
  self->unused = g_array_sized_new (FALSE, FALSE, sizeof (KladkaUnused), supplies->len);
  self->lapses.figures = g_array_new (FALSE, FALSE, sizeof (KladkaMonthly));
  self->losses.figures = g_array_new (FALSE, FALSE, sizeof (KladkaMonthly));
  kladka_turns_init (&giver.turns, reach, demands, months, line);
  make_room (&giver, demands, supplies->len);
  for (guint group = 0; group < reach->n_groups; group++)
    give_group (&giver, group);
  keep_unreaching (&giver);
  clear_room (&giver);
  kladka_turns_clear (&giver.turns);
  sort_monthlies (&self->lapses, demands->len);
  sort_monthlies (&self->losses, demands->len);
}

void
kladka_givings_clear (KladkaGivings *self)
{
  g_free (self->bookings.items);
  g_array_unref (self->unused);
  g_array_unref (self->lapses.figures);
  g_array_unref (self->losses.figures);
  g_free (self->first_booking);
  g_free (self->lapses.first);
  g_free (self->losses.first);
}
