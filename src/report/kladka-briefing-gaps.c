/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-briefing-private.h"

#include <math.h>

#define MAX_GAPS 60
#define TOP_GAPS 8
#define MAX_LINES 6
#define ROW_PADDING 5
#define COLUMN_GAP 10
#define COLUMN_MOST 0.22 /* of the table's width, where a text alone would have more */
#define NARROW 32        /* times the size of a text: what the texts must have, or one column less */
#define RULE 0.4

typedef struct {
  const char *title; /* context "briefing" */
  double share;      /* of what the others leave; 0 = as wide as its texts */
  guint flags;
  gboolean wide_only; /* left out where the page is narrow */
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
  char *title = kladka_record_dup_name (&gap->need->base, kladka_words_get_lang (self->words));

  return title != NULL ? title : g_strdup ("");
}

/* In full and in the reader's language: who reads this page knows neither codes nor foreign abbreviations. */
static char *
dup_name_of (KladkaBriefing *self, KladkaRef ref)
{
  const KladkaRecord *record = kladka_plan_get (self->plan, ref);

  return record != NULL ? kladka_plan_dup_name (self->plan, record, kladka_words_get_lang (self->words))
                        : g_strdup ("");
}

static char *
dup_recipient (KladkaBriefing *self, const KladkaGap *gap, guint rank)
{
  return dup_name_of (self, gap->need->recipient != 0 ? gap->need->recipient : gap->need->beneficiary);
}

static char *
dup_capability (KladkaBriefing *self, const KladkaGap *gap, guint rank)
{
  return dup_name_of (self, gap->need->capability);
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
  return kladka_words_dup_share (self->words, gap->cover);
}

static char *
dup_gap_months (KladkaBriefing *self, const KladkaGap *gap, guint rank)
{
  return kladka_words_dup_decimal (self->words, llrint (gap->gap_months * 10), 1, 1);
}

static const Column columns[] = {
  { "", 0, KLADKA_SHEET_END, FALSE, dup_rank },
  { KC_ ("briefing", "Reference"), 0, KLADKA_SHEET_START, FALSE, dup_reference },
  { KC_ ("briefing", "Need"), 0.37, KLADKA_SHEET_START, FALSE, dup_title },
  { KC_ ("briefing", "Recipient"), 0.28, KLADKA_SHEET_START, FALSE, dup_recipient },
  { KC_ ("briefing", "Capability"), 0.35, KLADKA_SHEET_START, TRUE, dup_capability },
  { KC_ ("briefing", "Priority"), 0, KLADKA_SHEET_END, FALSE, dup_priority },
  { KC_ ("briefing", "Wanted"), 0, KLADKA_SHEET_START, FALSE, dup_wanted },
  { KC_ ("briefing", "Cover"), 0, KLADKA_SHEET_END, FALSE, dup_cover },
  { KC_ ("briefing", "Gap-months"), 0, KLADKA_SHEET_END, FALSE, dup_gap_months },
};
#define N_COLUMNS G_N_ELEMENTS (columns)

typedef struct {
  KladkaBriefing *self;
  const GArray *gaps; /* KladkaGap */
  guint n;
  double x[N_COLUMNS]; /* from the left edge of the body */
  double width[N_COLUMNS];
  gboolean narrow;
  double head_height;
} Table;

static const char *
get_title (const Table *it, guint column)
{
  const char *title = columns[column].title;

  return *title != '\0' ? kladka_words_get_c (it->self->words, "briefing", title) : "";
}

/* Heads are wrapped between words, never within. */
static double
get_widest_word (const Table *it, guint column)
{
  g_auto (GStrv) words = g_strsplit (get_title (it, column), " ", -1);
  double widest = 0;

  for (char **word = words; *word != NULL; word++)
    widest = MAX (widest, kladka_measure_get_width (it->self->tools.measure, KLADKA_FONT_SMALL_BOLD, *word));
  return widest;
}

static double
get_widest_text (const Table *it, guint column)
{
  double widest = 0;

  for (guint i = 0; i < it->n; i++)
    {
      g_autofree char *text = columns[column].dup_text (it->self, &g_array_index (it->gaps, KladkaGap, i), i);
      widest = MAX (widest, kladka_measure_get_width (it->self->tools.measure, KLADKA_FONT_SMALL, text));
    }
  return widest;
}

static gboolean
is_shown (const Table *it, guint column)
{
  return !it->narrow || !columns[column].wide_only;
}

/* Widths of the columns that are as wide as their texts. Returns what they leave. */
static double
measure_texts (Table *it)
{
  double all = it->self->body.width, left = all + COLUMN_GAP;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (columns[i].share <= 0)
        it->width[i] = MAX (get_widest_word (it, i), MIN (get_widest_text (it, i), all * COLUMN_MOST)) + 1;
      left -= it->width[i] + COLUMN_GAP;
    }
  it->narrow = left < NARROW * kladka_measure_get_size (it->self->tools.measure);
  return it->narrow ? left + COLUMN_GAP : left;
}

static void
measure_columns (Table *it)
{
  KladkaMeasure *measure = it->self->tools.measure;
  double left = measure_texts (it), shares = 0, x = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    shares += is_shown (it, i) ? columns[i].share : 0;
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      if (!is_shown (it, i))
        continue;
      if (columns[i].share > 0)
        it->width[i] = floor (columns[i].share / shares * left);
      it->x[i] = x;
      x += it->width[i] + COLUMN_GAP;
      it->head_height = MAX (it->head_height, kladka_measure_get_height (measure, KLADKA_FONT_SMALL_BOLD,
                                                                         get_title (it, i), it->width[i]));
    }
  it->head_height += ROW_PADDING;
}

/* Texts go over a few lines; one that needs more is cut, on one line. */
static gboolean
is_wrapped (KladkaBriefing *self, KladkaFont font, const char *text, double width, double *ret_height)
{
  double line = kladka_measure_get_line_height (self->tools.measure, font);
  double height = kladka_measure_get_height (self->tools.measure, font, text, width);
  gboolean wrapped = height <= MAX_LINES * line + 1;

  *ret_height = wrapped ? height : line;
  return wrapped;
}

static gboolean
is_cell_wrapped (const Table *it, guint column, const char *text, double *ret_height)
{
  *ret_height = kladka_measure_get_line_height (it->self->tools.measure, KLADKA_FONT_SMALL);
  return columns[column].share > 0 && is_wrapped (it->self, KLADKA_FONT_SMALL, text, it->width[column], ret_height);
}

static double
get_row_height (const Table *it, guint row)
{
  double most = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *text = columns[i].dup_text (it->self, &g_array_index (it->gaps, KladkaGap, row), row);
      double height;

      is_cell_wrapped (it, i, text, &height);
      if (is_shown (it, i))
        most = MAX (most, height);
    }
  return most + ROW_PADDING;
}

static void
add_heads (const Table *it, KladkaSheet *sheet, KladkaBox row)
{
  static const KladkaColour rule = { 0.35, 0.35, 0.38, 1 };

  kladka_sheet_open (sheet, "TR");
  for (guint i = 0; i < N_COLUMNS; i++)
    if (is_shown (it, i))
      kladka_sheet_text (sheet, "TH", KLADKA_FONT_SMALL_BOLD, columns[i].flags | KLADKA_SHEET_WRAP, NULL,
                         (KladkaBox){ row.x + it->x[i], row.y, it->width[i], row.height }, get_title (it, i));
  kladka_sheet_close (sheet, "TR");
  kladka_sheet_box (sheet, &rule, (KladkaBox){ row.x, row.y + row.height - 1, row.width, 2 * RULE });
}

static void
add_gap (const Table *it, KladkaSheet *sheet, KladkaBox row, guint rank)
{
  static const KladkaColour rule = { 0.85, 0.85, 0.87, 1 };

  kladka_sheet_open (sheet, "TR");
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *text = columns[i].dup_text (it->self, &g_array_index (it->gaps, KladkaGap, rank), rank);
      KladkaBox box = { row.x + it->x[i], row.y + ROW_PADDING / 2.0, it->width[i], 0 };
      gboolean wrapped = is_cell_wrapped (it, i, text, &box.height);

      if (is_shown (it, i))
        kladka_sheet_text (sheet, "TD", KLADKA_FONT_SMALL, columns[i].flags | (wrapped ? KLADKA_SHEET_WRAP : 0), NULL,
                           box, text);
    }
  kladka_sheet_close (sheet, "TR");
  kladka_sheet_box (sheet, &rule, (KladkaBox){ row.x, row.y + row.height - RULE, row.width, RULE });
}

/* How high the rows of the page that begins with @first are together: all pages are about as full as each other. */
static double
find_page_height (const Table *it, guint first, double most)
{
  double all = 0;

  for (guint i = first; i < it->n; i++)
    all += get_row_height (it, i);
  return all > most ? all / ceil (all / most) : most;
}

/* Returns the first row of the next page. */
static guint
add_table_page (const Table *it, const char *heading, const char *subheading, guint first)
{
  KladkaBox body;
  KladkaSheet *sheet = kladka_briefing_begin_page (it->self, heading, subheading, &body);
  KladkaBox row = { body.x, body.y, body.width, it->head_height };
  double top = body.y + it->head_height, end = body.y + body.height, enough;
  guint i = first;

  if (it->n == 0)
    return 0;
  enough = top + find_page_height (it, first, end - top);
  kladka_sheet_open (sheet, "Table");
  add_heads (it, sheet, row);
  for (row.y = top; i < it->n && row.y < enough; i++)
    {
      row.height = get_row_height (it, i);
      if (i > first && row.y + row.height > end)
        break;
      add_gap (it, sheet, row, i);
      row.y += row.height;
    }
  kladka_sheet_close (sheet, "Table");
  return i;
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

/* Of the months shown, from now on. */
static GArray *
list_gaps (KladkaBriefing *self)
{
  KladkaSpan months = self->months;

  months.from = MAX (months.from, kladka_coverage_get_months_ahead (self->coverage).from);
  return kladka_coverage_dup_gaps (self->coverage, months);
}

void
kladka_briefing_add_gaps (KladkaBriefing *self)
{
  const char *heading = kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "The largest gaps"));
  g_autoptr (GArray) gaps = list_gaps (self);
  g_autofree char *subheading = dup_subheading (self, gaps->len);
  Table it = { .self = self, .gaps = gaps, .n = MIN (gaps->len, MAX_GAPS) };
  guint next = 0;

  kladka_briefing_begin_chapter (self, heading);
  measure_columns (&it);
  do
    next = add_table_page (&it, heading, subheading, next);
  while (next < it.n);
}

/* "Central Election Commission · 30% covered · 424.0 gap-months" */
static char *
dup_summary (KladkaBriefing *self, const KladkaGap *gap)
{
  g_autofree char *recipient = dup_recipient (self, gap, 0);
  g_autofree char *share = dup_cover (self, gap, 0);
  g_autofree char *months = dup_gap_months (self, gap, 0);
  g_autofree char *covered =
      g_strdup_printf (kladka_words_get_c (self->words, "overview", KC_ ("overview", "%s covered")), share);
  g_autofree char *missing =
      g_strdup_printf (kladka_words_get_c (self->words, "overview", KC_ ("overview", "%s gap-months")), months);

  return *recipient != '\0' ? g_strjoin (" · ", recipient, covered, missing, NULL)
                            : g_strjoin (" · ", covered, missing, NULL);
}

typedef struct {
  KladkaFont font;
  guint flags;
  const char *text;
  double height;
} Paragraph;

/* Returns how high it is; 0 = it does not fit. */
static double
add_top_gap (KladkaBriefing *self, KladkaSheet *sheet, KladkaBox area, const KladkaGap *gap)
{
  static const KladkaColour rule = { 0.85, 0.85, 0.87, 1 };
  g_autofree char *title = dup_title (self, gap, 0);
  g_autofree char *summary = dup_summary (self, gap);
  Paragraph texts[] = { { KLADKA_FONT_BODY, 0, title }, { KLADKA_FONT_SMALL, KLADKA_SHEET_DIM, summary } };
  double height = 2 * ROW_PADDING;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (is_wrapped (self, texts[i].font, texts[i].text, area.width, &texts[i].height))
        texts[i].flags |= KLADKA_SHEET_WRAP;
      height += texts[i].height;
    }
  if (height > area.height)
    return 0;
  kladka_sheet_box (sheet, &rule, (KladkaBox){ area.x, area.y, area.width, RULE });
  area.y += ROW_PADDING;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      area.height = texts[i].height;
      kladka_sheet_text (sheet, "P", texts[i].font, texts[i].flags, NULL, area, texts[i].text);
      area.y += area.height;
    }
  return height;
}

void
kladka_briefing_add_top_gaps (KladkaBriefing *self, KladkaSheet *sheet, KladkaBox area)
{
  g_autoptr (GArray) gaps = list_gaps (self);
  double used = gaps->len > 0;

  if (gaps->len == 0)
    kladka_sheet_text (
        sheet, "P", KLADKA_FONT_BODY, KLADKA_SHEET_WRAP, NULL, area,
        kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "No need that counts has a gap.")));
  for (guint i = 0; i < MIN (gaps->len, TOP_GAPS) && used > 0; i++)
    {
      used = add_top_gap (self, sheet, area, &g_array_index (gaps, KladkaGap, i));
      area.y += used;
      area.height -= used;
    }
}
