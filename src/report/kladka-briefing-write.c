/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-briefing-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include "kladka-i18n.h"

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
end_writing (GByteArray *bytes, cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The briefing could not be drawn: %s"),
               cairo_status_to_string (status));
  return NULL;
}

static cairo_status_t
end_surface (cairo_t *cr, cairo_surface_t *surface)
{
  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static void
set_metadata (KladkaBriefing *self, cairo_surface_t *surface, gint64 created)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (created);
  g_autofree char *stamp = when != NULL ? g_date_time_format (when, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Kladka");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, kladka_marking_get_label (self->spec.ceiling));
  if (stamp == NULL)
    return;
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, stamp);
}

static void
add_outline (KladkaBriefing *self, cairo_surface_t *surface)
{
  for (guint i = 0; i < self->chapters->len; i++)
    {
      const KladkaChapter *chapter = &g_array_index (self->chapters, KladkaChapter, i);
      g_autofree char *target = g_strdup_printf ("page=%u pos=[0 0]", chapter->page + 1);

      cairo_pdf_surface_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, chapter->title, target,
                                     CAIRO_PDF_OUTLINE_FLAG_OPEN);
    }
}

GBytes *
kladka_briefing_write_pdf (KladkaBriefing *self, gint64 created, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, self->width, self->height);
  cairo_t *cr = cairo_create (surface);

  set_metadata (self, surface, created);
  cairo_tag_begin (cr, "Document", NULL);
  for (guint page = 0; page < self->sheets->len; page++)
    {
      g_autofree char *label = g_strdup_printf ("%u", page + 1);

      cairo_pdf_surface_set_page_label (surface, label);
      kladka_briefing_draw_page (self, cr, page);
      cairo_show_page (cr);
    }
  cairo_tag_end (cr, "Document");
  add_outline (self, surface);
  return end_writing (bytes, end_surface (cr, surface), error);
}

GBytes *
kladka_briefing_write_png (KladkaBriefing *self, guint page, double scale, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(self->width * scale + 0.5),
                                                         (int)(self->height * scale + 0.5));
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status, ended;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  kladka_briefing_draw_page (self, cr, page);
  status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  ended = end_surface (cr, surface);
  return end_writing (bytes, status != CAIRO_STATUS_SUCCESS ? status : ended, error);
}

GBytes *
kladka_briefing_write_svg (KladkaBriefing *self, guint page, GError **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append_cb, bytes, self->width, self->height);
  cairo_t *cr = cairo_create (surface);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PT);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  kladka_briefing_draw_page (self, cr, page);
  return end_writing (bytes, end_surface (cr, surface), error);
}
