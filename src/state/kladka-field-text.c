/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-field-text.h"

#include "kladka-format.h"

#define N_IN_TITLE 2

guint
kladka_field_get_first_cell (const KladkaTypeInfo *info, const KladkaField *field)
{
  for (guint cell = 0; cell < info->n_cells; cell++)
    if (info->cells[cell].field == field)
      return cell;
  g_return_val_if_reached (0);
}

static char *
dup_text (const KladkaText3 *text, KladkaLang lang)
{
  char *shown = kladka_text3_dup_shown (text, lang);

  return shown != NULL ? shown : g_strdup ("");
}

char *
kladka_field_dup_shown (const KladkaField *field,
                        const KladkaRecord *record,
                        const KladkaPlan *plan,
                        const KladkaWords *words)
{
  KladkaLang lang = kladka_words_get_lang (words);
  gconstpointer member = kladka_record_member (record, field);
  const KladkaRecord *target =
      field->kind == KLADKA_KIND_REF ? kladka_plan_get (plan, *(const KladkaRef *)member) : NULL;

  if (target != NULL)
    return kladka_plan_dup_label (plan, target, lang);
  if (field->kind == KLADKA_KIND_TEXT3)
    return dup_text (member, lang);
  return kladka_record_dup_shown (record, kladka_field_get_first_cell (kladka_type_get (record->type), field), plan,
                                  words);
}

/* Two dates beside one another need to say which is which. */
static char *
dup_detail (const KladkaField *field, const KladkaRecord *record, const KladkaPlan *plan, const KladkaWords *words)
{
  g_autofree char *date = NULL;

  if (field->kind != KLADKA_KIND_DATE)
    return kladka_field_dup_shown (field, record, plan, words);
  date = kladka_words_dup_date_short (words, *(const KladkaDate *)kladka_record_member (record, field));
  if (*date == '\0')
    return g_steal_pointer (&date);
  return g_strdup_printf ("%s: %s", kladka_words_get_c (words, "field", field->label), date);
}

char *
kladka_record_dup_summary (const KladkaRecord *record,
                           const KladkaField *owner,
                           const KladkaPlan *plan,
                           const KladkaWords *words,
                           char **ret_details)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) details = g_string_new (NULL);

  for (guint i = 0, n_found = 0; i < info->n_fields; i++)
    {
      g_autofree char *text = NULL;
      GString *line;

      if (info->fields[i] == owner || !(info->fields[i]->flags & (KLADKA_FIELD_COLUMN | KLADKA_FIELD_NAME)))
        continue;
      text = dup_detail (info->fields[i], record, plan, words);
      if (*text == '\0')
        continue;
      line = n_found++ < N_IN_TITLE ? title : details;
      g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", text);
    }
  if (title->len == 0)
    g_string_append (title, kladka_words_get_c (words, "type", info->label));
  if (ret_details != NULL)
    *ret_details = g_string_free (g_steal_pointer (&details), FALSE);
  return g_string_free (g_steal_pointer (&title), FALSE);
}
