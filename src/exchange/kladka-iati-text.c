/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-iati-private.h"

#include "kladka-i18n.h"

#include <string.h>

KladkaIatiCount *
kladka_iati_count (GHashTable *counts, const char *name, guint line)
{
  KladkaIatiCount *count = g_hash_table_lookup (counts, name);

  if (count == NULL)
    {
      count = g_new0 (KladkaIatiCount, 1);
      count->line = line;
      g_hash_table_insert (counts, g_strdup (name), count);
    }
  count->n++;
  return count;
}

void
kladka_iati_count_unplaced (KladkaIati *file, const xmlNode *element, const char *around)
{
  g_autofree char *name = kladka_xml_dup_name (element);
  g_autofree char *path = around != NULL ? g_strdup_printf ("%s/%s", around, name) : g_steal_pointer (&name);

  kladka_iati_count (file->unplaced, path, kladka_xml_get_line (element));
}

gboolean
kladka_iati_is_first (KladkaIati *file, const xmlNode *element, KladkaType type)
{
  if (kladka_xml_find_child (element->parent, (const char *)element->name) == element)
    return TRUE;
  kladka_reports_add (
      file->reports, "another", KLADKA_SEVERITY_WARNING, type, kladka_xml_get_line (element),
      g_strdup_printf (_ ("Another <%s> is left out; the first one counts."), (const char *)element->name));
  return FALSE;
}

void
kladka_iati_texts_clear (KladkaIatiTexts *self)
{
  for (guint lang = 0; lang < KLADKA_N_LANGS; lang++)
    g_clear_pointer (&self->in[lang], g_free);
  g_clear_pointer (&self->foreign, g_free);
  g_clear_pointer (&self->foreign_lang, g_free);
}

/* "&#146;" is a control character, but who wrote it meant the apostrophe that Windows has there. */
static gunichar
mend_control (gunichar c)
{
  char byte = (char)c;
  g_autofree char *text = g_convert (&byte, 1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);

  return text != NULL ? g_utf8_get_char (text) : 0;
}

static gboolean
is_bidi_override (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static char *
dup_mended (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x80 && c <= 0x9f)
        c = mend_control (c);
      if (c == 0 || c == 0x7f || (c < 0x20 && c != '\n' && c != '\t') || is_bidi_override (c))
        continue;
      g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

/* Indentation is the file's, not the text's: blanks run together, empty lines to one. */
static char *
dup_settled (const char *text, gboolean lines)
{
  GString *out = g_string_sized_new (strlen (text));
  guint n_breaks = 0;
  gboolean blank = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n' && lines)
        n_breaks++;
      else if (g_ascii_isspace (*p))
        blank = TRUE;
      else
        {
          if (out->len > 0 && n_breaks > 0)
            g_string_append (out, n_breaks > 1 ? "\n\n" : "\n");
          else if (out->len > 0 && blank)
            g_string_append_c (out, ' ');
          n_breaks = 0;
          blank = FALSE;
          g_string_append_c (out, *p);
        }
    }
  return g_string_free (out, FALSE);
}

static void
shorten (KladkaIati *file, char *text, gsize max, guint line)
{
  if (strlen (text) <= max || g_utf8_strlen (text, -1) <= (glong)max)
    return;
  *g_utf8_offset_to_pointer (text, (glong)max) = '\0';
  kladka_reports_add (file->reports, "shortened", KLADKA_SEVERITY_WARNING, KLADKA_TYPE_NONE, line,
                      g_strdup_printf (_ ("A text is longer than %u letters and was cut there."), (guint)max));
}

char *
kladka_iati_dup_clean (KladkaIati *file, const char *text, gsize max, guint line)
{
  gboolean lines = max > KLADKA_IATI_TEXT_MAX;
  g_autofree char *mended = dup_mended (text);
  g_autofree char *settled = dup_settled (mended, lines);

  shorten (file, settled, max, line);
  if (!kladka_text_is_clean (settled, -1, strlen (settled), lines))
    {
      kladka_reports_add (file->reports, "unclean", KLADKA_SEVERITY_WARNING, KLADKA_TYPE_NONE, line,
                          g_strdup (_ ("A text holds characters that cannot be shown, and is left out.")));
      return NULL;
    }
  return *settled != '\0' ? g_steal_pointer (&settled) : NULL;
}

/* "EN", "en-GB", "ENG", "pol" ...; texts that do not say their language count as English, IATI's own. */
static gboolean
parse_lang (const char *code, KladkaLang *ret_lang)
{
  static const char *const long_codes[KLADKA_N_LANGS] = { "eng", "pol", "ukr" };
  g_autofree char *lower = code != NULL ? g_ascii_strdown (code, -1) : NULL;

  *ret_lang = KLADKA_LANG_EN;
  if (lower == NULL)
    return TRUE;
  for (guint lang = 0; lang < KLADKA_N_LANGS; lang++)
    {
      const char *short_code = kladka_lang_get_code (lang);
      gsize length = strlen (short_code);

      if (g_str_equal (lower, long_codes[lang])
          || (g_str_has_prefix (lower, short_code)
              && (lower[length] == '\0' || lower[length] == '-' || lower[length] == '_')))
        {
          *ret_lang = lang;
          return TRUE;
        }
    }
  return FALSE;
}

static void
put (char **slot, const char *text, gboolean joins)
{
  g_autofree char *before = *slot;

  if (before == NULL)
    *slot = g_strdup (text);
  else if (joins && strlen (before) < KLADKA_IATI_LINES_MAX && strstr (before, text) == NULL)
    *slot = g_strconcat (before, "\n\n", text, NULL);
  else
    *slot = g_steal_pointer (&before);
}

static void
put_foreign (KladkaIatiTexts *self, KladkaIati *file, const char *code, const char *text, gboolean joins, guint line)
{
  g_autofree char *lower = g_ascii_strdown (code, -1);

  if (self->foreign_lang == NULL)
    self->foreign_lang = g_strdup (lower);
  if (g_str_equal (self->foreign_lang, lower))
    put (&self->foreign, text, joins);
  else
    kladka_iati_count (file->languages, lower, line)->n_lost++;
}

static void
read_text (KladkaIatiTexts *self, KladkaIati *file, const xmlNode *node, gboolean joins)
{
  g_autofree char *raw = kladka_xml_dup_text (node);
  guint line = kladka_xml_get_line (node);
  gsize max = joins ? KLADKA_IATI_LINES_MAX : KLADKA_IATI_TEXT_MAX;
  g_autofree char *text = raw != NULL ? kladka_iati_dup_clean (file, raw, max, line) : NULL;
  g_autofree char *code = text != NULL ? kladka_xml_dup_lang (node) : NULL;
  KladkaLang lang;

  if (text == NULL)
    return;
  if (parse_lang (code, &lang))
    put (&self->in[lang], text, joins);
  else
    put_foreign (self, file, code, text, joins, line);
}

void
kladka_iati_texts_read (KladkaIatiTexts *self, KladkaIati *file, const xmlNode *element, gboolean joins)
{
  gboolean has_narratives = FALSE;

  for (const xmlNode *child = element->children; child != NULL; child = child->next)
    if (kladka_xml_is (child, "narrative"))
      {
        has_narratives = TRUE;
        read_text (self, file, child, joins);
      }
  if (!has_narratives)
    read_text (self, file, element, joins);
}

gboolean
kladka_iati_texts_settle (KladkaIatiTexts *self, KladkaIati *file, guint line)
{
  gboolean has_own = FALSE;

  for (guint lang = 0; lang < KLADKA_N_LANGS; lang++)
    {
      has_own |= self->in[lang] != NULL;
      if (self->in[lang] != NULL)
        shorten (file, self->in[lang], KLADKA_IATI_LINES_MAX, line);
    }
  if (self->foreign == NULL)
    return has_own;
  kladka_iati_count (file->languages, self->foreign_lang, line)->n_lost += has_own;
  if (!has_own)
    {
      self->in[KLADKA_LANG_EN] = g_steal_pointer (&self->foreign);
      shorten (file, self->in[KLADKA_LANG_EN], KLADKA_IATI_LINES_MAX, line);
    }
  return TRUE;
}

void
kladka_iati_texts_set (const KladkaIatiTexts *self, KladkaDraft *draft, const char *field, guint line)
{
  for (guint lang = 0; lang < KLADKA_N_LANGS; lang++)
    if (self->in[lang] != NULL)
      {
        g_autofree char *cell = g_strdup_printf ("%s_%s", field, kladka_lang_get_code (lang));

        kladka_draft_set (draft, cell, self->in[lang], TRUE, line);
      }
}

/* A day, with or without a time behind it. */
static char *
parse_day (const char *text)
{
  g_autofree char *day = g_strndup (text, 10);
  KladkaDate date;

  if (strlen (text) > 10 && text[10] != 'T' && text[10] != ' ' && text[10] != 'Z' && text[10] != '+')
    return NULL;
  if (!kladka_date_parse_file (day, &date) || date.precision != KLADKA_PRECISION_DAY)
    return NULL;
  return g_steal_pointer (&day);
}

/* <transaction-date iso-date="90110">2020-12-31</…>: the planner sees what stood there and decides. */
static void
report_day (KladkaIati *file, const xmlNode *element, const char *attribute, const char *value, KladkaType type)
{
  g_autofree char *beside = kladka_xml_dup_all_text (element);
  g_autofree char *shown = kladka_text_dup_shown (value, 40);
  g_autofree char *shown_beside = beside != NULL ? kladka_text_dup_shown (beside, 60) : NULL;
  const char *name = (const char *)element->name;

  if (shown_beside != NULL)
    kladka_reports_add (file->reports, "day", KLADKA_SEVERITY_WARNING, type, kladka_xml_get_line (element),
                        g_strdup_printf (_ ("%s=\"%s\" of <%s> is no day and is left empty; beside it stood “%s”."),
                                         attribute, shown, name, shown_beside));
  else
    kladka_reports_add (file->reports, "day", KLADKA_SEVERITY_WARNING, type, kladka_xml_get_line (element),
                        g_strdup_printf (_ ("%s=\"%s\" of <%s> is no day and is left empty."), attribute, shown, name));
}

char *
kladka_iati_dup_day (KladkaIati *file, const xmlNode *element, const char *attribute, KladkaType type)
{
  g_autofree char *value = kladka_xml_dup_attribute (element, attribute);
  g_autofree char *text = value == NULL && g_str_equal (attribute, "iso-date") ? kladka_xml_dup_text (element) : NULL;
  char *day = value != NULL ? parse_day (value) : text != NULL ? parse_day (text) : NULL;

  if (day == NULL && (value != NULL || text != NULL))
    report_day (file, element, attribute, value != NULL ? value : "", type);
  else if (day == NULL && g_str_equal (attribute, "iso-date"))
    kladka_reports_add (file->reports, "empty day", KLADKA_SEVERITY_NOTE, type, kladka_xml_get_line (element),
                        g_strdup_printf (_ ("<%s> holds no day."), (const char *)element->name));
  return day;
}
