/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem() */

#include "outputs.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "kladka-briefing.h"
#include "kladka-coverage-json.h"
#include "kladka-grid-chart.h"
#include "kladka-timeline.h"
#include "kladka-write.h"

#define AS_OF kladka_day_from_civil (2026, 11, 23)
#define CREATED 1795392000

typedef struct {
  const KladkaPlan *plan;
  KladkaMarking ceiling;
  KladkaWords *words;
  KladkaCoverage *coverage;
  KladkaMeasure *measure;
  GPtrArray *outputs;
} Maker;

static void
free_output (Output *output)
{
  g_free (output->name);
  g_string_free (output->text, TRUE);
  g_free (output);
}

static GString *
add (Maker *self, const char *name, const char *of, gboolean may_be_silent)
{
  Output *output = g_new0 (Output, 1);

  output->name = of != NULL ? g_strconcat (name, " ", of, NULL) : g_strdup (name);
  output->text = g_string_new (NULL);
  output->may_be_silent = may_be_silent;
  g_ptr_array_add (self->outputs, output);
  return output->text;
}

static void
take_bytes (GString *text, GBytes *bytes)
{
  g_string_append_len (text, g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes));
  g_bytes_unref (bytes);
}

static void
take_line (GString *text, char *line)
{
  if (line != NULL)
    g_string_append_printf (text, "%s\n", line);
  g_free (line);
}

static void
add_records (Maker *self)
{
  static const char *const profiles[] = { "CSV", "CSV for spreadsheets" };

  take_bytes (add (self, "JSON", NULL, FALSE), kladka_json_write (self->plan, self->ceiling));
  for (KladkaCsvProfile profile = KLADKA_CSV_PLAIN; profile <= KLADKA_CSV_SHEET; profile++)
    {
      GString *text = add (self, profiles[profile], NULL, FALSE);

      for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
        take_bytes (text, kladka_csv_write (self->plan, type, profile, self->words, self->ceiling));
    }
}

static void
add_table (Maker *self, const char *name, const char *of, KladkaTable *table, gboolean may_be_silent)
{
  GString *text = add (self, name, of, may_be_silent);

  for (KladkaCsvProfile profile = KLADKA_CSV_PLAIN; profile <= KLADKA_CSV_SHEET; profile++)
    take_bytes (text, kladka_table_write_csv (table, profile, self->words));
  g_string_append (text, kladka_table_get_title (table));
  g_string_append (text, kladka_table_get_note (table));
  kladka_table_unref (table);
}

/* Each cell, and each row as a whole. */
static void
add_explanations (Maker *self, const KladkaGrid *grid, GString *text)
{
  for (guint row = 0; row < kladka_grid_get_n_rows (grid); row++)
    for (guint period = 0; period <= kladka_grid_get_n_periods (grid); period++)
      {
        g_autoptr (KladkaExplanation) explanation = kladka_grid_explain (grid, row, period);
        g_auto (GStrv) sentences = kladka_explanation_dup_sentences (explanation, self->plan, self->words);

        take_line (text, g_strjoinv ("\n", sentences));
        if (period < kladka_grid_get_n_periods (grid))
          take_line (text, kladka_grid_chart_dup_cell_words (grid, row, period, self->words, TRUE));
      }
}

/* The dump with every text in the scene, and what tooltips and screen readers say. */
static void
append_scene (GString *text, KladkaScene *scene)
{
  take_line (text, kladka_scene_dup_dump (scene));
  for (guint mark = 0; mark < kladka_scene_get_n_marks (scene); mark++)
    {
      const char *shown = kladka_scene_get_mark (scene, mark)->text;

      take_line (text, g_strdup (shown));
      take_line (text, kladka_scene_dup_words (scene, mark, FALSE));
      take_line (text, kladka_scene_dup_words (scene, mark, TRUE));
    }
  kladka_scene_unref (scene);
}

static void
add_grid_scene (Maker *self, const KladkaGrid *grid, GString *text)
{
  g_autoptr (GArray) rows = kladka_grid_chart_list_rows (grid, NULL);
  KladkaGridView view = { .rows = rows, .width = 2000, .height = 3000, .show_signs = TRUE };

  append_scene (text, kladka_grid_chart_layout (grid, &view, self->measure, self->words));
  append_scene (text, kladka_grid_chart_layout_legend (grid, rows, 2000, self->measure, self->words));
}

static void
add_grids (Maker *self)
{
  const KladkaGrid *grids[KLADKA_N_DIMENSIONS];
  KladkaSpan months = kladka_coverage_get_months (self->coverage);

  for (KladkaDimension dimension = 0; dimension < KLADKA_N_DIMENSIONS; dimension++)
    {
      const char *code = kladka_dimension_get_code (dimension);
      /* Rows by sector have the names of sectors, not of records. */
      gboolean silent = dimension == KLADKA_DIMENSION_SECTOR;
      KladkaGrid *grid = kladka_grid_new (self->coverage, dimension, KLADKA_PERIOD_QUARTER, months);

      grids[dimension] = grid;
      add_table (self, "coverage table by", code, kladka_grid_dup_table (grid, self->words, self->ceiling), silent);
      add_table (self, "coverage list by", code, kladka_grid_dup_list (grid, self->words, self->ceiling), silent);
      add_explanations (self, grid, add (self, "explanation by", code, FALSE));
      add_grid_scene (self, grid, add (self, "coverage chart by", code, silent));
    }
  take_bytes (add (self, "coverage JSON", NULL, FALSE),
              kladka_coverage_dup_json (self->coverage, grids, KLADKA_N_DIMENSIONS, self->ceiling));
  for (KladkaDimension dimension = 0; dimension < KLADKA_N_DIMENSIONS; dimension++)
    kladka_grid_unref ((KladkaGrid *)grids[dimension]);
}

static void
add_timelines (Maker *self)
{
  static const char *const names[] = { "none", "initiative", "donor", "status", "institution" };

  for (KladkaLanes lanes = KLADKA_LANES_NONE; lanes <= KLADKA_LANES_INSTITUTION; lanes++)
    {
      KladkaTimelineRows rows = { .lanes = lanes, .show_projects = TRUE, .show_needs = TRUE };
      g_autoptr (KladkaTimeline) timeline = kladka_timeline_new (self->plan, self->coverage, &rows, self->words);
      KladkaTimelineView view = { .width = 2000,
                                  .height = 20000,
                                  .label_width = 300,
                                  .scale = kladka_scale_new_fit (kladka_timeline_get_days (timeline), 1700),
                                  .as_of = AS_OF };

      append_scene (add (self, "timeline by", names[lanes], FALSE),
                    kladka_timeline_layout (timeline, &view, self->measure, self->words));
    }
}

static void
append_inflated (GString *text, const char *data, gsize size)
{
  g_autoptr (GConverter) inflate = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr (GInputStream) packed = g_memory_input_stream_new_from_data (data, (gssize)size, NULL);
  g_autoptr (GInputStream) unpacked = g_converter_input_stream_new (packed, inflate);
  char buffer[4096];
  gssize n;

  while ((n = g_input_stream_read (unpacked, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_string_append_len (text, buffer, n);
}

/* The file itself and each packed part of it: metadata, outline, structure. */
static void
append_unpacked (GString *text, GBytes *pdf)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  const char *end = data + size;
  const char *at = data;

  g_string_append_len (text, data, (gssize)size);
  while ((at = memmem (at, (gsize)(end - at), "stream\n", 7)) != NULL)
    {
      const char *stop = memmem (at, (gsize)(end - at), "endstream", 9);

      if (stop == NULL)
        break;
      append_inflated (text, at + 7, (gsize)(stop - at) - 7);
      at = stop + 9;
    }
}

/* The text as a reader sees it; nothing where poppler-utils is not installed. */
static void
append_read (GString *text, GBytes *pdf)
{
  g_autofree char *tool = g_find_program_in_path ("pdftotext");
  g_autofree char *path = NULL;
  g_autofree char *out = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  int file = g_file_open_tmp ("kladka-gate-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize)g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  if (tool != NULL)
    {
      process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, tool, "-raw", path, "-", NULL);
      g_assert_no_error (error);
      g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error);
      g_assert_no_error (error);
      g_string_append (text, out);
    }
  g_unlink (path);
}

/* cairo numbers its surfaces over the life of the process. */
static void
append_svg (GString *text, GBytes *svg)
{
  g_autoptr (GRegex) number = g_regex_new ("(?<=surface)[0-9]+", 0, 0, NULL);
  g_autofree char *plain =
      g_regex_replace_literal (number, g_bytes_get_data (svg, NULL), (gssize)g_bytes_get_size (svg), 0, "", 0, NULL);

  g_string_append (text, plain);
  g_bytes_unref (svg);
}

static void
add_briefing (Maker *self)
{
  KladkaBriefingSpec spec = KLADKA_BRIEFING_SPEC (AS_OF, self->ceiling);
  g_autoptr (KladkaBriefing) briefing = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *tool = g_find_program_in_path ("pdftotext");
  GString *pictures = add (self, "pictures", NULL, TRUE);

  spec.font_family = "Inter";
  spec.left_out = TRUE;
  briefing = kladka_briefing_new (self->plan, &spec, self->words);
  pdf = kladka_briefing_write_pdf (briefing, CREATED, NULL);
  append_unpacked (add (self, "PDF, unpacked", NULL, TRUE), pdf);
  append_read (add (self, "PDF, read", NULL, tool == NULL), pdf);
  for (guint page = 0; page < kladka_briefing_get_n_pages (briefing); page++)
    {
      take_bytes (pictures, kladka_briefing_write_png (briefing, page, 0.5, NULL));
      append_svg (pictures, kladka_briefing_write_svg (briefing, page, NULL));
    }
  g_string_append (pictures, kladka_briefing_get_title (briefing));
}

GPtrArray *
outputs_make (const KladkaPlan *plan, KladkaMarking ceiling, KladkaLang lang)
{
  KladkaCoverageSpec spec = { AS_OF, FALSE, KLADKA_CERTAINTY_END_UNKNOWN };
  g_autoptr (KladkaWords) words = kladka_words_new (lang, g_getenv ("KLADKA_LOCALE_DIR"));
  g_autoptr (KladkaCoverage) coverage = kladka_coverage_new (plan, &spec);
  g_autoptr (KladkaMeasure) measure = kladka_measure_new_fixed (10);
  GPtrArray *outputs = g_ptr_array_new_with_free_func ((GDestroyNotify)free_output);
  Maker self = { plan, ceiling, words, coverage, measure, outputs };

  add_records (&self);
  add_grids (&self);
  add_timelines (&self);
  add_briefing (&self);
  return outputs;
}

GPtrArray *
outputs_make_records (const KladkaPlan *plan, KladkaMarking ceiling)
{
  g_autoptr (KladkaWords) words = kladka_words_new (KLADKA_LANG_EN, NULL);
  GPtrArray *outputs = g_ptr_array_new_with_free_func ((GDestroyNotify)free_output);
  Maker self = { .plan = plan, .ceiling = ceiling, .words = words, .outputs = outputs };

  add_records (&self);
  return outputs;
}
