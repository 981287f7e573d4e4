/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-coverage-json.h"

#include "kladka-coverage-private.h"
#include "kladka-json-out.h"

#define MONTH_MAX 16

static const char *
print_month (gint32 month, char *buffer)
{
  g_snprintf (buffer, MONTH_MAX, "%04d-%02d", month / 12, month % 12 + 1);
  return buffer;
}

/* For people: both months belong to it. */
static void
write_months (KladkaJsonOut *out, KladkaSpan months)
{
  char buffer[MONTH_MAX];

  if (months.from >= months.to)
    return;
  kladka_json_out_text (out, "from", print_month (months.from, buffer));
  kladka_json_out_text (out, "until", print_month (months.to - 1, buffer));
}

static void
write_plan (KladkaJsonOut *out, const KladkaPlan *plan)
{
  static const char *const keys[KLADKA_N_LANGS] = { "title_en", "title_pl", "title_uk" };
  const KladkaPlanInfo *info = kladka_plan_get_info (plan);

  kladka_json_out_open (out, "plan", '{');
  for (guint i = 0; info != NULL && i < KLADKA_N_LANGS; i++)
    kladka_json_out_text (out, keys[i], info->title.in[i]);
  if (info != NULL)
    kladka_json_out_text (out, "id", kladka_plan_get_id (plan, &info->base));
  kladka_json_out_close (out, '}');
}

static void
write_boundary (KladkaJsonOut *out, const KladkaCoverage *coverage, KladkaMarking ceiling)
{
  char day[KLADKA_DATE_TEXT_MAX];

  kladka_json_out_text (out, "format", "kladka-coverage");
  kladka_json_out_integer (out, "version", 1);
  write_plan (out, coverage->plan);
  kladka_json_out_text (out, "as_of", kladka_date_print_file (kladka_date_new_from_day (coverage->spec.as_of), day));
  kladka_json_out_bool (out, "include_unverified", coverage->spec.include_unverified);
  kladka_json_out_text (out, "line", kladka_certainty_get_code (coverage->spec.line));
  kladka_json_out_text (out, "ceiling", kladka_marking_get_label (ceiling));
  write_months (out, coverage->months);
}

static void
write_by_certainty (KladkaJsonOut *out, const double *by)
{
  kladka_json_out_open (out, "by_certainty", '{');
  for (guint certainty = 0; certainty < KLADKA_N_CERTAINTIES; certainty++)
    kladka_json_out_number (out, kladka_certainty_get_code (certainty), by[certainty]);
  kladka_json_out_close (out, '}');
}

static void
write_givings (KladkaJsonOut *out,
               const KladkaCoverage *coverage,
               guint need,
               const KladkaStretches *room,
               const KladkaStretch *stretch)
{
  kladka_json_out_open (out, "given", '[');
  for (guint i = 0; i < stretch->n; i++)
    {
      const KladkaGift *gift = kladka_stretches_get_gift (room, stretch, i);
      const KladkaDelivery *delivery = kladka_coverage_get_supply (coverage, gift->supply)->delivery;

      kladka_json_out_open (out, NULL, '{');
      kladka_json_out_text (out, "delivery", kladka_plan_get_id (coverage->plan, &delivery->base));
      kladka_json_out_text (out, "certainty", kladka_certainty_get_code (gift->certainty));
      if (gift->measured)
        kladka_json_out_integer (out, "quantity", gift->amount);
      kladka_json_out_number (out, "share", kladka_coverage_get_gift_share (coverage, need, gift));
      kladka_json_out_close (out, '}');
    }
  kladka_json_out_close (out, ']');
}

static void
write_month (KladkaJsonOut *out,
             const KladkaCoverage *coverage,
             guint need,
             const KladkaStretches *room,
             const KladkaStretch *stretch,
             gint32 month)
{
  char buffer[MONTH_MAX];

  kladka_json_out_open (out, NULL, '{');
  kladka_json_out_text (out, "month", print_month (month, buffer));
  kladka_json_out_number (out, "cover", stretch->counted);
  write_by_certainty (out, stretch->cover);
  kladka_json_out_number (out, "lost", stretch->lost);
  kladka_json_out_number (out, "lapse", kladka_coverage_get_lapse (coverage, need, month));
  kladka_json_out_bool (out, "amount_unknown", kladka_coverage_is_amount_unknown (coverage, need, month));
  write_givings (out, coverage, need, room, stretch);
  kladka_json_out_close (out, '}');
}

static void
write_need (KladkaJsonOut *out, const KladkaCoverage *coverage, guint need, KladkaStretches *room)
{
  const KladkaDemand *demand = kladka_coverage_get_demand (coverage, need);

  kladka_stretches_read (room, coverage, need);
  kladka_json_out_open (out, NULL, '{');
  kladka_json_out_text (out, "id", kladka_plan_get_id (coverage->plan, &demand->need->base));
  kladka_json_out_text (out, "reference", demand->need->reference);
  kladka_json_out_integer (out, "weight", demand->weight);
  if (demand->wanted > 0)
    kladka_json_out_integer (out, "quantity", demand->wanted);
  kladka_json_out_open (out, "months", '[');
  for (guint i = 0; i < room->stretches->len; i++)
    {
      const KladkaStretch *stretch = kladka_stretches_get (room, i);

      for (gint32 month = stretch->from; month < stretch->to; month++)
        write_month (out, coverage, need, room, stretch, month);
    }
  kladka_json_out_close (out, ']');
  kladka_json_out_close (out, '}');
}

static void
write_marks (KladkaJsonOut *out, guint marks)
{
  kladka_json_out_open (out, "marks", '[');
  for (guint mark = KLADKA_MARK_LAPSING; mark <= KLADKA_MARK_NOT_MEASURED; mark <<= 1)
    if (marks & mark)
      kladka_json_out_text (out, NULL, kladka_mark_get_code (mark));
  kladka_json_out_close (out, ']');
}

/* Unknown is never written as zero: figures stand only where somebody asks. */
static void
write_cell (KladkaJsonOut *out, const KladkaCoverageCell *cell)
{
  kladka_json_out_text (out, "state", kladka_state_get_code (cell->state));
  write_marks (out, cell->marks);
  kladka_json_out_bool (out, "unused_supply", cell->has_unused);
  kladka_json_out_number (out, "weight", cell->weight);
  if (cell->weight <= 0)
    return;
  kladka_json_out_number (out, "cover", cell->cover);
  write_by_certainty (out, cell->by);
  kladka_json_out_number (out, "lost", cell->lost);
  kladka_json_out_number (out, "gap_months", cell->gap_months);
}

/* What the row is: a record's id, a sector's code or a tag; none of them in the row of what lacks one. */
static void
write_row_key (KladkaJsonOut *out, const KladkaGrid *grid, const KladkaGridRow *row)
{
  const KladkaPlan *plan = kladka_coverage_get_plan (kladka_grid_get_coverage (grid));

  if (row->ref != 0)
    {
      kladka_json_out_text (out, "id", kladka_plan_get_id (plan, kladka_plan_get (plan, row->ref)));
      kladka_json_out_text (out, "short", kladka_record_get_short (kladka_plan_get (plan, row->ref)));
    }
  if (row->choice != 0)
    kladka_json_out_text (out, "sector", kladka_choices_sector.choices[row->choice - 1].code);
  kladka_json_out_text (out, "tag", row->tag);
  if (row->none)
    kladka_json_out_bool (out, "none", TRUE);
  if (row->parent >= 0)
    kladka_json_out_text (
        out, "parent", kladka_plan_get_id (plan, kladka_plan_get (plan, kladka_grid_get_row (grid, row->parent)->ref)));
}

static void
write_row (KladkaJsonOut *out, const KladkaGrid *grid, guint row)
{
  kladka_json_out_open (out, NULL, '{');
  write_row_key (out, grid, kladka_grid_get_row (grid, row));
  kladka_json_out_open (out, "total", '{');
  write_cell (out, kladka_grid_get_row_total (grid, row));
  kladka_json_out_close (out, '}');
  kladka_json_out_open (out, "periods", '[');
  for (guint i = 0; i < kladka_grid_get_n_periods (grid); i++)
    {
      kladka_json_out_open (out, NULL, '{');
      write_months (out, kladka_grid_get_period (grid, i));
      write_cell (out, kladka_grid_get_cell (grid, row, i));
      kladka_json_out_close (out, '}');
    }
  kladka_json_out_close (out, ']');
  kladka_json_out_close (out, '}');
}

static void
write_grid (KladkaJsonOut *out, const KladkaGrid *grid)
{
  kladka_json_out_open (out, NULL, '{');
  kladka_json_out_text (out, "by", kladka_dimension_get_code (kladka_grid_get_dimension (grid)));
  kladka_json_out_text (out, "period", kladka_period_unit_get_code (kladka_grid_get_unit (grid)));
  kladka_json_out_open (out, "rows", '[');
  for (guint row = 0; row < kladka_grid_get_n_rows (grid); row++)
    write_row (out, grid, row);
  kladka_json_out_close (out, ']');
  kladka_json_out_close (out, '}');
}

GBytes *
kladka_coverage_dup_json (const KladkaCoverage *self,
                          const KladkaGrid *const *grids,
                          guint n_grids,
                          KladkaMarking ceiling)
{
  g_auto (KladkaStretches) room;
  KladkaJsonOut out;

  kladka_stretches_init (&room);
  kladka_json_out_init (&out);
  kladka_json_out_open (&out, NULL, '{');
  write_boundary (&out, self, ceiling);
  kladka_json_out_open (&out, "needs", '[');
  for (guint need = 0; need < self->demands->len; need++)
    write_need (&out, self, need, &room);
  kladka_json_out_close (&out, ']');
  kladka_json_out_open (&out, "grids", '[');
  for (guint i = 0; i < n_grids; i++)
    write_grid (&out, grids[i]);
  kladka_json_out_close (&out, ']');
  kladka_json_out_close (&out, '}');
  return kladka_json_out_end (&out);
}
