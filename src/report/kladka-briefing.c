/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-briefing-private.h"

#define POINTS_PER_MM (72 / 25.4)
#define MARGIN 36
#define HEADER 22
#define FOOTER_GAP 10
#define TEXT_SIZE 9.25 /* the marking is 1.3 of it: twelve points, as TLP asks */
#define CHART_SIZE 14.667
#define CHART_TEXT 8
#define A3_FACTOR 1.2
#define SMALL 0.85

typedef struct {
  double width;
  double height;
  double factor; /* of texts */
} Paper;

static const Paper papers[] = { [KLADKA_PAPER_A4] = { 210, 297, 1 }, [KLADKA_PAPER_A3] = { 297, 420, A3_FACTOR } };

static const KladkaColour black = { 0, 0, 0, 1 };
static const KladkaColour white = { 1, 1, 1, 1 };

/* TLP 2.0: the colour of the label, always on black. */
static const KladkaColour marking_colours[] = {
  [KLADKA_MARKING_NONE] = { 1, 1, 1, 1 },
  [KLADKA_MARKING_CLEAR] = { 1, 1, 1, 1 },
  [KLADKA_MARKING_GREEN] = { 0x33 / 255.0, 1, 0, 1 },
  [KLADKA_MARKING_AMBER] = { 1, 0xc0 / 255.0, 0, 1 },
  [KLADKA_MARKING_AMBER_STRICT] = { 1, 0xc0 / 255.0, 0, 1 },
  [KLADKA_MARKING_RED] = { 1, 0x2b / 255.0, 0x2b / 255.0, 1 },
};

static void
set_paper (KladkaBriefing *self)
{
  const Paper *paper = &papers[self->spec.paper];
  double wide = (self->spec.landscape ? paper->height : paper->width) * POINTS_PER_MM;
  double high = (self->spec.landscape ? paper->width : paper->height) * POINTS_PER_MM;

  self->width = wide;
  self->height = high;
  self->body = (KladkaBox){ MARGIN, MARGIN + HEADER, wide - 2 * MARGIN, high - 2 * MARGIN - HEADER };
}

static void
make_tools (KladkaBriefing *self)
{
  const char *family = self->spec.font_family != NULL ? self->spec.font_family : "Inter, Cantarell, Sans";
  double factor = papers[self->spec.paper].factor;

  self->tools.measure = kladka_measure_new_pango (family, TEXT_SIZE * factor);
  self->tools.store = kladka_text_store_new (self->tools.measure);
  self->tools.chart_measure = kladka_measure_new_pango (family, CHART_SIZE);
  self->tools.chart_store = kladka_text_store_new (self->tools.chart_measure);
  self->tools.chart_scale = CHART_TEXT * factor / CHART_SIZE;
  kladka_style_init (&self->tools.style, self->spec.grey ? KLADKA_STYLE_GREY : KLADKA_STYLE_PAPER);
}

static char *
dup_title (const KladkaPlan *plan, const KladkaWords *words)
{
  const KladkaPlanInfo *info = kladka_plan_get_info (plan);
  char *title = info != NULL ? kladka_text3_dup_shown (&info->title, kladka_words_get_lang (words)) : NULL;

  return title != NULL ? title : g_strdup (kladka_words_get_c (words, "briefing", KC_ ("briefing", "Briefing")));
}

static void
clear_chapter_cb (gpointer data)
{
  g_free (((KladkaChapter *)data)->title);
}

KladkaBriefing *
kladka_briefing_ref (KladkaBriefing *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
kladka_briefing_unref (KladkaBriefing *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->sheets);
  g_array_unref (self->chapters);
  kladka_text_store_free (self->tools.store);
  kladka_text_store_free (self->tools.chart_store);
  kladka_measure_unref (self->tools.measure);
  kladka_measure_unref (self->tools.chart_measure);
  kladka_coverage_unref (self->coverage);
  kladka_words_unref (self->words);
  kladka_plan_unref (self->plan);
  g_free (self->title);
  g_free (self->foot_text);
  g_free (self);
}

guint
kladka_briefing_get_n_pages (const KladkaBriefing *self)
{
  return self->sheets->len;
}

void
kladka_briefing_get_page_size (const KladkaBriefing *self, double *ret_width, double *ret_height)
{
  *ret_width = self->width;
  *ret_height = self->height;
}

const char *
kladka_briefing_get_title (const KladkaBriefing *self)
{
  return self->title;
}

double
kladka_briefing_get_smallest_text (const KladkaBriefing *self)
{
  double factor = papers[self->spec.paper].factor;

  return MIN (TEXT_SIZE, CHART_TEXT) * SMALL * factor;
}

void
kladka_briefing_draw_page (KladkaBriefing *self, cairo_t *cr, guint page)
{
  g_return_if_fail (page < self->sheets->len);

  cairo_save (cr);
  kladka_sheet_draw (g_ptr_array_index (self->sheets, page), cr, &self->tools);
  cairo_restore (cr);
}

void
kladka_briefing_begin_chapter (KladkaBriefing *self, const char *title)
{
  KladkaChapter chapter = { self->sheets->len, g_strdup (title) };

  g_array_append_val (self->chapters, chapter);
}

/* The first page has the larger title. What is too long for two lines is set smaller; what is far too long is cut. */
static double
add_heading (KladkaBriefing *self, KladkaSheet *sheet, KladkaBox box, const char *text)
{
  KladkaFont font =
      self->sheets->len == 1 && (self->spec.parts & KLADKA_BRIEFING_FIGURES) ? KLADKA_FONT_TITLE : KLADKA_FONT_HEADING;
  KladkaMeasure *measure = self->tools.measure;
  double height = kladka_measure_get_height (measure, font, text, box.width);

  if (height > 2 * kladka_measure_get_line_height (measure, font) + 1)
    {
      font = KLADKA_FONT_HEADING;
      height = kladka_measure_get_height (measure, font, text, box.width);
    }
  box.height = MIN (height, 2 * kladka_measure_get_line_height (measure, font));
  kladka_sheet_text (sheet, "H1", font, height <= box.height + 1 ? KLADKA_SHEET_WRAP : KLADKA_SHEET_START, NULL, box,
                     text);
  return box.height;
}

KladkaSheet *
kladka_briefing_begin_page (KladkaBriefing *self, const char *heading, const char *subheading, KladkaBox *ret_body)
{
  KladkaSheet *sheet = kladka_sheet_new ();
  double small = kladka_measure_get_line_height (self->tools.measure, KLADKA_FONT_SMALL);
  KladkaBox box = self->body;
  double used;

  g_ptr_array_add (self->sheets, sheet);
  used = add_heading (self, sheet, box, heading);
  box.y += used;
  box.height = small;
  kladka_sheet_text (sheet, "P", KLADKA_FONT_SMALL, KLADKA_SHEET_DIM, NULL, box, subheading);
  used += small + 8;
  *ret_body = (KladkaBox){ self->body.x, self->body.y + used, self->body.width, self->body.height - used };
  return sheet;
}

static double
get_marking_width (KladkaBriefing *self)
{
  return kladka_measure_get_width (self->tools.measure, KLADKA_FONT_HEADING,
                                   kladka_marking_get_label (self->spec.ceiling))
         + 12;
}

/* The label in its colour on black, at the right edge of @box. Returns its width. */
static double
add_marking (KladkaBriefing *self, KladkaSheet *sheet, KladkaBox box)
{
  const char *label = kladka_marking_get_label (self->spec.ceiling);
  double width = get_marking_width (self);
  KladkaBox plate = { box.x + box.width - width, box.y, width, box.height };

  kladka_sheet_box (sheet, &black, plate);
  kladka_sheet_text (sheet, "P", KLADKA_FONT_HEADING, KLADKA_SHEET_CENTRE,
                     self->spec.grey ? &white : &marking_colours[self->spec.ceiling], plate, label);
  return width;
}

static void
add_header (KladkaBriefing *self, KladkaSheet *sheet, gboolean with_title)
{
  double line = kladka_measure_get_line_height (self->tools.measure, KLADKA_FONT_HEADING) + 2;
  KladkaBox box = { MARGIN, MARGIN - 8, self->body.width, line };
  double width = add_marking (self, sheet, box);

  box.width -= width + 12;
  if (with_title)
    kladka_sheet_text (sheet, "P", KLADKA_FONT_SMALL, KLADKA_SHEET_DIM, NULL, box, self->title);
}

/* What every figure rests on. */
static char *
dup_basis (KladkaBriefing *self)
{
  g_autofree char *day = kladka_words_dup_date (self->words, kladka_date_new_from_day (self->spec.coverage.as_of));
  g_autofree char *as_of =
      g_strdup_printf (kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "As of: %s")), day);
  const char *needs =
      self->spec.coverage.include_unverified
          ? kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "unverified needs are included"))
          : kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "only verified needs count"));
  const char *line =
      self->spec.coverage.line == KLADKA_CERTAINTY_PLANNED
          ? kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "planned supply is counted"))
          : kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "planned supply is not counted"));

  return g_strjoin (" · ", as_of, needs, line, NULL);
}

char *
kladka_briefing_dup_boundary (const KladkaWords *words, KladkaMarking ceiling, gboolean left_out)
{
  const char *label = kladka_marking_get_label (ceiling);

  if (!left_out)
    return g_strdup_printf (
        kladka_words_get_c (words, "briefing", KC_ ("briefing", "Figures are computed from records up to %s.")), label);
  return g_strdup_printf (
      kladka_words_get_c (words, "briefing",
                          KC_ ("briefing",
                               "Records above %s are left out; figures are computed from what remains: a gap may "
                               "be hidden cover.")),
      label);
}

static char *
dup_page_number (KladkaBriefing *self, guint page, guint n_pages)
{
  return g_strdup_printf (kladka_words_get_c (self->words, "briefing", KC_ ("briefing", "Page %u of %u")), page + 1,
                          n_pages);
}

/* What stands at the foot is never cut: it takes as many lines as it needs, before anything else is laid out. */
static void
reserve_footer (KladkaBriefing *self)
{
  g_autofree char *basis = dup_basis (self);
  g_autofree char *boundary = kladka_briefing_dup_boundary (self->words, self->spec.ceiling, self->spec.left_out);
  g_autofree char *number = dup_page_number (self, 887, 888);
  double lines;

  self->foot_text = g_strdup_printf ("%s\n%s", basis, boundary);
  self->foot.width = self->body.width - get_marking_width (self) - 30
                     - kladka_measure_get_width (self->tools.measure, KLADKA_FONT_SMALL, number);
  lines = kladka_measure_get_height (self->tools.measure, KLADKA_FONT_SMALL, self->foot_text, self->foot.width);
  self->foot.height = MAX (lines, kladka_measure_get_line_height (self->tools.measure, KLADKA_FONT_HEADING)) + 4;
  self->foot.x = MARGIN;
  self->foot.y = self->height - MARGIN - self->foot.height + 8;
  self->body.height = self->foot.y - FOOTER_GAP - self->body.y;
}

static void
add_footer (KladkaBriefing *self, KladkaSheet *sheet, guint page)
{
  static const KladkaColour rule = { 0.75, 0.75, 0.78, 1 };
  double line = kladka_measure_get_line_height (self->tools.measure, KLADKA_FONT_HEADING) + 2;
  g_autofree char *number = dup_page_number (self, page, self->sheets->len);
  KladkaBox box = { MARGIN, self->foot.y + 4, self->body.width, line };
  double width;

  kladka_sheet_box (sheet, &rule, (KladkaBox){ MARGIN, self->foot.y, self->body.width, 0.5 });
  width = add_marking (self, sheet, box) + 10;
  kladka_sheet_text (sheet, "P", KLADKA_FONT_SMALL, KLADKA_SHEET_END, NULL,
                     (KladkaBox){ box.x, box.y, box.width - width, line }, number);
  kladka_sheet_text (sheet, "P", KLADKA_FONT_SMALL, KLADKA_SHEET_DIM | KLADKA_SHEET_WRAP, NULL,
                     (KladkaBox){ box.x, box.y, self->foot.width, self->foot.height }, self->foot_text);
}

void
kladka_briefing_frame_pages (KladkaBriefing *self)
{
  for (guint page = 0; page < self->sheets->len; page++)
    {
      add_header (self, g_ptr_array_index (self->sheets, page),
                  page > 0 || !(self->spec.parts & KLADKA_BRIEFING_FIGURES));
      add_footer (self, g_ptr_array_index (self->sheets, page), page);
    }
}

static void
compose (KladkaBriefing *self)
{
  static void (*const parts[]) (KladkaBriefing *) = { kladka_briefing_add_figures, kladka_briefing_add_grid,
                                                      kladka_briefing_add_gaps, kladka_briefing_add_timeline };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (self->spec.parts & 1u << i)
      parts[i](self);
  kladka_briefing_frame_pages (self);
}

KladkaBriefing *
kladka_briefing_new (const KladkaPlan *plan, const KladkaBriefingSpec *spec, KladkaWords *words)
{
  KladkaBriefing *self = g_new0 (KladkaBriefing, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->plan = kladka_plan_ref (plan);
  self->spec = *spec;
  self->words = kladka_words_ref (words);
  self->coverage = kladka_coverage_new (plan, &spec->coverage);
  self->months = spec->months.to > spec->months.from ? spec->months : kladka_coverage_get_months (self->coverage);
  self->title = dup_title (plan, words);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)kladka_sheet_free);
  self->chapters = g_array_new (FALSE, FALSE, sizeof (KladkaChapter));
  g_array_set_clear_func (self->chapters, clear_chapter_cb);
  set_paper (self);
  make_tools (self);
  reserve_footer (self);
  compose (self);
  self->spec.font_family = NULL; /* borrowed until here */
  return self;
}
