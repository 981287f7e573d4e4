/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-briefing-private.h"

#include <math.h>

#define MAX_GAPS 60
#define ROW_PADDING 5
#define RULE 0.4

typedef struct {
  const char *title; /* context "briefing" */
  double share;      /* of the width */
  guint flags;
  char *(*dup_text) (KladkaBriefing *self, const KladkaGap *gap, guint rank);
} Column;

static char *
dup_rank (KladkaBriefing *self, const KladkaGap *gap, guint rank)
{
  return kladka_words_dup_integer (self->words, rank + 1);
}

static char *
dup_reference (KladkaBriefing *self, const KladkaGap *gap, guint rank)
{
  return g_strdup (gap->need->reference != NULL ? gap->need->reference : "");
}

static char *
dup_title (KladkaBriefing *self, const KladkaGap *gap, guint rank)
{
  const char *title = kladka_record_get_name (&gap->need->base, kladka_words_get_lang (self->words));

  return g_strdup (title != NULL ? title : "");
}

static char *
dup_label_of (KladkaBriefing *self, KladkaRef ref)
{
  const KladkaRecord *record = kladka_plan_get (self->plan, ref);

  return g_strdup (record != NULL ? kladka_plan_get_label (self->plan, record, kladka_words_get_lang (self->words))
                                  : "");
}

static char *
dup_recipient (KladkaBriefing *self, const KladkaGap *gap, guint rank)
{
  return dup_label_of (self, gap->need->recipient != 0 ? gap->need->recipient : gap->need->beneficiary);
}

static char *
dup_capability (KladkaBriefing *self, const KladkaGap *gap, guint rank)
{
  return dup_label_of (self, gap->need->capability);
}

static char *
dup_priority (KladkaBriefing *self, const KladkaGap *gap, guint rank)
{
  return gap->need->priority == KLADKA_INT_NONE ? g_strdup ("–")
                                                : kladka_words_dup_integer (self->words, gap->need->priority);
}

static char *
dup_wanted (KladkaBriefing *self, const KladkaGap *gap, guint rank)
{
  g_autofree char *from = kladka_words_dup_date_short (self->words, gap->need->wanted_from);
  g_autofree char *until = kladka_words_dup_date_short (self->words, gap->need->wanted_until);
  const char *open = kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "open"));

  if (*from == '\0' && *until == '\0')
    return g_strdup (open);
  return g_strdup_printf ("%s – %s", *from != '\0' ? from : "…", *until != '\0' ? until : open);
}

static char *
dup_cover (KladkaBriefing *self, const KladkaGap *gap, guint rank)
{
  return kladka_words_dup_percent (self->words, (int)lrint (gap->cover * 1000));
}

static char *
dup_gap_months (KladkaBriefing *self, const KladkaGap *gap, guint rank)
{
  return kladka_words_dup_decimal (self->words, llrint (gap->gap_months * 10), 1, 1);
}

static const Column columns[] = {
  { "", 0.035, KLADKA_SHEET_END, dup_rank },
  { KC_ ("briefing", "Reference"), 0.075, KLADKA_SHEET_START, dup_reference },
  { KC_ ("briefing", "Need"), 0.285, KLADKA_SHEET_START, dup_title },
  { KC_ ("briefing", "Recipient"), 0.165, KLADKA_SHEET_START, dup_recipient },
  { KC_ ("briefing", "Capability"), 0.095, KLADKA_SHEET_START, dup_capability },
  { KC_ ("briefing", "Priority"), 0.065, KLADKA_SHEET_END, dup_priority },
  { KC_ ("briefing", "Wanted"), 0.14, KLADKA_SHEET_START, dup_wanted },
  { KC_ ("briefing", "Cover"), 0.06, KLADKA_SHEET_END, dup_cover },
  { KC_ ("briefing", "Gap-months"), 0.08, KLADKA_SHEET_END, dup_gap_months },
};

static double
get_row_height (KladkaBriefing *self)
{
  return kladka_measure_get_line_height (self->tools.measure, KLADKA_FONT_SMALL) + ROW_PADDING;
}

static KladkaBox
get_cell_box (const KladkaBox *row, guint column)
{
  KladkaBox box = *row;

  for (guint i = 0; i < column; i++)
    box.x += columns[i].share * row->width;
  box.width = columns[column].share * row->width - 8;
  return box;
}

static void
add_heads (KladkaBriefing *self, KladkaSheet *sheet, KladkaBox row)
{
  static const KladkaColour rule = { 0.35, 0.35, 0.38, 1 };

  kladka_sheet_open (sheet, "TR");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    kladka_sheet_text (sheet, "TH", KLADKA_FONT_SMALL_BOLD, columns[i].flags, NULL, get_cell_box (&row, i),
                       *columns[i].title != '\0' ? kladka_words_get_c (self->words, "briefing", columns[i].title) : "");
  kladka_sheet_close (sheet, "TR");
  kladka_sheet_box (sheet, &rule, (KladkaBox){ row.x, row.y + row.height - 1, row.width, 2 * RULE });
}

static void
add_gap (KladkaBriefing *self, KladkaSheet *sheet, KladkaBox row, const KladkaGap *gap, guint rank)
{
  static const KladkaColour rule = { 0.85, 0.85, 0.87, 1 };

  kladka_sheet_open (sheet, "TR");
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *text = columns[i].dup_text (self, gap, rank);
      kladka_sheet_text (sheet, "TD", KLADKA_FONT_SMALL, columns[i].flags, NULL, get_cell_box (&row, i), text);
    }
  kladka_sheet_close (sheet, "TR");
  kladka_sheet_box (sheet, &rule, (KladkaBox){ row.x, row.y + row.height - RULE, row.width, RULE });
}

/* As many rows as the page holds; returns how many. */
static guint
add_table_page (KladkaBriefing *self,
                const char *heading,
                const char *subheading,
                const GArray *gaps,
                guint first,
                guint n)
{
  KladkaBox body;
  KladkaSheet *sheet = kladka_briefing_begin_page (self, heading, subheading, &body);
  double height = get_row_height (self);
  guint fits = (guint)MAX (floor (body.height / height) - 1, 1);
  KladkaBox row = { body.x, body.y, body.width, height };
  guint end = MIN (first + fits, n);

  kladka_sheet_open (sheet, "Table");
  add_heads (self, sheet, row);
  for (guint i = first; i < end; i++)
    {
      row.y += height;
      add_gap (self, sheet, row, &g_array_index (gaps, KladkaGap, i), i);
    }
  kladka_sheet_close (sheet, "Table");
  return end - first;
}

static char *
dup_subheading (KladkaBriefing *self, guint n_gaps)
{
  g_autofree char *number = kladka_words_dup_integer (self->words, n_gaps);

  if (n_gaps == 0)
    return g_strdup (kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "No need that counts has a gap.")));
  if (n_gaps <= MAX_GAPS)
    return g_strdup (kladka_words_get_c (
        self->words, "briefing",
        KC_ ("briefing",
             "Gap-months: weight of the need times what is not covered, summed over its months from now on.")));
  return g_strdup_printf (
      kladka_words_get_c (self->words, "briefing",
                          KC_ ("briefing", "The first %u of %s needs with a gap, by gap-months from now on.")),
      MAX_GAPS, number);
}

void
kladka_briefing_add_gaps (KladkaBriefing *self)
{
  const char *heading = kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "The largest gaps"));
  KladkaSpan months = self->months;
  g_autoptr (GArray) gaps = NULL;
  g_autofree char *subheading = NULL;
  guint n, done = 0;

  months.from = MAX (months.from, kladka_month_of_day (self->spec.coverage.as_of));
  gaps = kladka_coverage_dup_gaps (self->coverage, months);
  n = MIN (gaps->len, MAX_GAPS);
  subheading = dup_subheading (self, gaps->len);
  kladka_briefing_begin_chapter (self, heading);
  do
    done += add_table_page (self, heading, subheading, gaps, done, n);
  while (done < n);
}
