/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kernels.h"

#include <string.h>

#define N_PAIRS (BENCH_N_CAPABILITIES * BENCH_N_RECIPIENTS)
#define N_WEIGHTS 17

/* A need, in the order in which needs are given to. */
typedef struct {
  gint16 from;
  gint16 until;
  gint16 recipient;
  gint32 quantity;
  gint32 last; /* run given to it; -1 */
  guint first; /* cell of @from */
} Wanted;

/* Months in which a delivery gives a need the same; @need -1: in which it has the same left over. */
typedef struct {
  gint32 delivery;
  gint32 need;
  gint32 amount;
  gint16 from;
  gint16 until;
} Run;

typedef struct {
  Run *runs;
  guint n;
  guint room;
} Runs;

typedef struct {
  const BenchPlan *bench;
  gint16 as_of;
  guint *turns;                          /* deliveries in the order of turns */
  Wanted *needs;                         /* by capability, then in the order in which they are given to */
  guint *place_of;                       /* by need: its place in @needs */
  guint first[BENCH_N_CAPABILITIES + 2]; /* by capability: in @needs */
  guint *pairs;                          /* places in @needs by capability and recipient */
  guint *first_of_pair;                  /* in @pairs */
  gint32 *open;                          /* what is missing, by need and month */
  gsize n_cells;
  guint cursors[BENCH_N_CAPABILITIES][BENCH_N_MONTHS]; /* needs before it want nothing in that month */
  gint32 left[BENCH_N_MONTHS];
  Runs *book; /* NULL while only trying out */
} Turns;

/* A stable counting sort of @from by key; returns where each key begins. */
static void
spread (const guint *keys, const guint *from, guint n, guint *first, guint n_keys, guint *to)
{
  memset (first, 0, (n_keys + 2) * sizeof *first);
  for (guint i = 0; i < n; i++)
    first[keys[i] + 2]++;
  for (guint key = 2; key < n_keys + 2; key++)
    first[key] += first[key - 1];
  for (guint i = 0; i < n; i++)
    to[first[keys[from[i]] + 1]++] = from[i];
}

static guint *
count_up (guint n)
{
  guint *numbers = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    numbers[i] = i;
  return numbers;
}

/* More certain first, then tied, with a recipient, without; then earlier. */
static void
order_deliveries (Turns *self)
{
  guint n = self->bench->n_deliveries;
  guint first[12 * BENCH_N_MONTHS + 2];
  g_autofree guint *keys = g_new (guint, n + 1);
  g_autofree guint *numbers = count_up (n);

  for (guint i = 0; i < n; i++)
    {
      const BenchDelivery *delivery = &self->bench->deliveries[i];
      guint tie = delivery->need >= 0 ? 0 : delivery->recipient >= 0 ? 1 : 2;

      keys[i] = (delivery->certainty * 3 + tie) * BENCH_N_MONTHS + delivery->from;
    }
  self->turns = g_new (guint, n + 1);
  spread (keys, numbers, n, first, 12 * BENCH_N_MONTHS, self->turns);
}

/* Higher priority first, then wanted earlier; and all that by capability. */
static guint *
order_needs (Turns *self)
{
  guint n = self->bench->n_needs;
  guint first[N_WEIGHTS * BENCH_N_MONTHS + 2];
  g_autofree guint *keys = g_new (guint, n + 1);
  g_autofree guint *by_priority = g_new (guint, n + 1);
  guint *order = count_up (n);

  for (guint i = 0; i < n; i++)
    keys[i] = (N_WEIGHTS - 1 - self->bench->needs[i].weight) * BENCH_N_MONTHS + self->bench->needs[i].from;
  spread (keys, order, n, first, N_WEIGHTS * BENCH_N_MONTHS, by_priority);
  for (guint i = 0; i < n; i++)
    keys[i] = self->bench->needs[i].capability;
  spread (keys, by_priority, n, self->first, BENCH_N_CAPABILITIES, order);
  return order;
}

static void
read_needs (Turns *self)
{
  guint n = self->bench->n_needs;
  g_autofree guint *order = order_needs (self);
  g_autofree guint *keys = g_new (guint, n + 1);
  g_autofree guint *numbers = count_up (n);

  self->needs = g_new (Wanted, n + 1);
  self->place_of = g_new (guint, n + 1);
  self->pairs = g_new (guint, n + 1);
  self->first_of_pair = g_new (guint, N_PAIRS + 2);
  for (guint i = 0; i < n; i++)
    {
      const BenchNeed *need = &self->bench->needs[order[i]];

      self->needs[i] = (Wanted){ need->from, need->until, need->recipient, need->quantity, -1, self->n_cells };
      self->n_cells += need->until - need->from + 1;
      self->place_of[order[i]] = i;
      keys[i] = need->capability * BENCH_N_RECIPIENTS + need->recipient;
    }
  spread (keys, numbers, n, self->first_of_pair, N_PAIRS, self->pairs);
}

static void
open_needs (Turns *self, gint32 *cells)
{
  gint32 *cell = self->open = cells;

  for (guint i = 0; i < self->bench->n_needs; i++)
    for (gint month = self->needs[i].from; month <= self->needs[i].until; month++)
      *cell++ = self->needs[i].quantity;
  for (guint i = 0; i < BENCH_N_CAPABILITIES; i++)
    for (guint month = 0; month < BENCH_N_MONTHS; month++)
      self->cursors[i][month] = self->first[i];
}

static gint32
add_run (Runs *self, const Run *run)
{
  if (self->n == self->room)
    {
      self->room = self->room * 2 + 1024;
      self->runs = g_renew (Run, self->runs, self->room);
    }
  self->runs[self->n] = *run;
  return self->n++;
}

static inline void
book (Turns *self, Wanted *need, guint delivery, gint month, gint32 amount)
{
  Run run = { delivery, need - self->needs, amount, month, month };

  if (self->book == NULL)
    return;
  if (need->last >= 0)
    {
      Run *last = &self->book->runs[need->last];

      if (last->delivery == (gint32)delivery && last->until == month - 1 && last->amount == amount)
        {
          last->until = month;
          return;
        }
    }
  need->last = add_run (self->book, &run);
}

/* FALSE where nothing is left. */
static inline gboolean
give (Turns *self, Wanted *need, guint delivery, gint month)
{
  gint32 *open = &self->open[need->first + (month - need->from)];
  gint32 amount = MIN (*open, self->left[month]);

  if (amount == 0)
    return self->left[month] > 0;
  *open -= amount;
  self->left[month] -= amount;
  book (self, need, delivery, month, amount);
  return self->left[month] > 0;
}

static void
give_to_one (Turns *self, Wanted *need, guint delivery, gint from, gint until)
{
  from = MAX (from, need->from);
  until = MIN (until, need->until);
  for (gint month = from; month <= until; month++)
    give (self, need, delivery, month);
}

/* A month begins at the first need that still wants something in it. */
static void
give_to_any (Turns *self, guint delivery, gint from, gint until)
{
  guint capability = self->bench->deliveries[delivery].capability;
  guint end = self->first[capability + 1];

  for (gint month = from; month <= until; month++)
    {
      guint at = self->cursors[capability][month];

      for (; at < end; at++)
        if (month >= self->needs[at].from && month <= self->needs[at].until
            && !give (self, &self->needs[at], delivery, month))
          break;
      self->cursors[capability][month] = at;
    }
}

static void
take_turn (Turns *self, guint number, gint from, gint until)
{
  const BenchDelivery *delivery = &self->bench->deliveries[number];
  const guint *first;

  for (gint month = from; month <= until; month++)
    self->left[month] = delivery->quantity;
  if (delivery->need >= 0)
    give_to_one (self, &self->needs[self->place_of[delivery->need]], number, from, until);
  else if (delivery->recipient < 0)
    give_to_any (self, number, from, until);
  else
    {
      first = &self->first_of_pair[delivery->capability * BENCH_N_RECIPIENTS + delivery->recipient];
      for (guint i = first[0]; i < first[1]; i++)
        give_to_one (self, &self->needs[self->pairs[i]], number, from, until);
    }
}

/* What nobody took, in months alike. */
static void
keep_left (const Turns *self, guint delivery, gint from, gint until, Runs *unused)
{
  for (gint month = from, next; month <= until; month = next)
    {
      Run run = { delivery, -1, self->left[month], month, month };

      for (next = month + 1; next <= until && self->left[next] == run.amount; next++)
        run.until = next;
      if (run.amount > 0)
        add_run (unused, &run);
    }
}

/* As if all that ends went on for a month: only what is counted, and nothing is written down. */
static void
give_lasting (Turns *self)
{
  for (guint i = 0; i < self->bench->n_deliveries; i++)
    {
      const BenchDelivery *delivery = &self->bench->deliveries[self->turns[i]];

      if (delivery->certainty == 0)
        take_turn (self, self->turns[i], delivery->from, MIN (delivery->until + 1, BENCH_N_MONTHS - 1));
    }
}

static void
give_counted (Turns *self, Runs *unused)
{
  for (guint i = 0; i < self->bench->n_deliveries; i++)
    {
      const BenchDelivery *delivery = &self->bench->deliveries[self->turns[i]];

      if (delivery->certainty > 0)
        continue;
      take_turn (self, self->turns[i], delivery->from, delivery->until);
      keep_left (self, self->turns[i], delivery->from, delivery->until, unused);
    }
}

static void
give_planned (Turns *self)
{
  for (guint i = 0; i < self->bench->n_deliveries; i++)
    {
      const BenchDelivery *delivery = &self->bench->deliveries[self->turns[i]];

      if (delivery->certainty > 0)
        take_turn (self, self->turns[i], MAX (delivery->from, self->as_of), delivery->until);
    }
}

/* By need and month: what its counted cover loses to what ended in the month before. */
static void
keep_lapses (const Turns *self, const gint32 *lasting, GArray *lapses)
{
  for (guint i = 0; i < self->bench->n_needs; i++)
    {
      const Wanted *need = &self->needs[i];

      for (gint month = need->from + 1; month <= need->until; month++)
        {
          gsize cell = need->first + (month - need->from);
          KernelLapse lapse = { i, month - 1, (double)(self->open[cell] - lasting[cell]) / need->quantity };

          if (self->open[cell] != lasting[cell])
            g_array_append_val (lapses, lapse);
        }
    }
}

static KernelCoverage
sum_up (const Turns *self, const Runs *unused, const GArray *lapses)
{
  KernelCoverage sum = { 0 };

  for (guint i = 0; i < self->book->n; i++)
    {
      const Run *run = &self->book->runs[i];

      sum.cover += (double)run->amount * (run->until - run->from + 1) / self->needs[run->need].quantity;
    }
  for (guint i = 0; i < unused->n; i++)
    sum.unused += (double)unused->runs[i].amount * (unused->runs[i].until - unused->runs[i].from + 1);
  for (guint i = 0; i < lapses->len; i++)
    sum.lapses += g_array_index (lapses, KernelLapse, i).amount;
  return sum;
}

KernelCoverage
kernel_coverage_turns (const BenchPlan *bench, gint as_of)
{
  Turns self = { .bench = bench, .as_of = as_of };
  Runs book = { 0 }, unused = { 0 };
  g_autoptr (GArray) lapses = g_array_new (FALSE, FALSE, sizeof (KernelLapse));
  g_autofree gint32 *lasting = NULL;
  g_autofree gint32 *missing = NULL;
  KernelCoverage sum;

  order_deliveries (&self);
  read_needs (&self);
  lasting = g_new (gint32, self.n_cells + 1);
  missing = g_new (gint32, self.n_cells + 1);
  open_needs (&self, lasting);
  give_lasting (&self);
  open_needs (&self, missing);
  self.book = &book;
  give_counted (&self, &unused);
  keep_lapses (&self, lasting, lapses);
  give_planned (&self);
  sum = sum_up (&self, &unused, lapses);
  g_free (book.runs);
  g_free (unused.runs);
  g_free (self.turns);
  g_free (self.needs);
  g_free (self.place_of);
  g_free (self.pairs);
  g_free (self.first_of_pair);
  return sum;
}
