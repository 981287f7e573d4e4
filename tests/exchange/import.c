/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "import.h"

#include <string.h>

#include "../model/fixture.h"
#include "kladka-format.h"

KladkaWords *
import_words (KladkaLang lang)
{
  return kladka_words_new (lang, g_getenv ("KLADKA_LOCALE_DIR"));
}

static KladkaDrafts *
read_bytes (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (KladkaWords) words = import_words (KLADKA_LANG_EN);
  KladkaReadOptions options = { .name = name, .words = words };

  return kladka_drafts_read (bytes, &options, NULL, error);
}

static GBytes *
to_bytes (const char *data, gssize length)
{
  return g_bytes_new (data, length < 0 ? strlen (data) : (gsize)length);
}

KladkaDrafts *
import_read (const char *name, const char *data, gssize length)
{
  g_autoptr (GBytes) bytes = to_bytes (data, length);
  g_autoptr (GError) error = NULL;
  KladkaDrafts *drafts = read_bytes (name, bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (drafts);
  return drafts;
}

char *
import_refusal (const char *name, const char *data, gssize length)
{
  g_autoptr (GBytes) bytes = to_bytes (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (KladkaDrafts) drafts = read_bytes (name, bytes, &error);

  g_assert_null (drafts);
  g_assert_nonnull (error);
  return g_strdup (error->message);
}

void
import_clear (Import *self)
{
  g_clear_pointer (&self->problems, g_free);
}

static char *
list_problems (GPtrArray *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const KladkaProblem *problem = problems->pdata[i];

      g_string_append_printf (text, "%u: %s\n", problem->line, problem->text);
    }
  return g_string_free (text, FALSE);
}

Import
import_drafts (const KladkaDrafts *drafts, KladkaPlan **plan, KladkaLang lang)
{
  g_autoptr (KladkaWords) words = import_words (lang);
  g_autoptr (KladkaPreview) preview = kladka_preview_new (drafts, *plan, words);
  g_autoptr (KladkaEdits) edits = kladka_preview_dup_edits (preview);
  Import import = { .problems = list_problems (kladka_preview_get_problems (preview)) };

  for (guint state = 0; state < G_N_ELEMENTS (import.n); state++)
    import.n[state] = kladka_preview_count (preview, state);
  if (kladka_edits_get_n (edits) > 0)
    {
      KladkaPlan *next = fixture_apply (*plan, edits, NULL);

      kladka_plan_unref (*plan);
      *plan = next;
    }
  return import;
}

Import
import_text (const char *name, const char *text, KladkaPlan **plan)
{
  g_autoptr (KladkaDrafts) drafts = import_read (name, text, -1);

  return import_drafts (drafts, plan, KLADKA_LANG_EN);
}

Import
import_bytes (const char *name, GBytes *bytes, KladkaPlan **plan, KladkaLang lang)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autoptr (KladkaDrafts) drafts = import_read (name, data, length);

  return import_drafts (drafts, plan, lang);
}

static void
fill (KladkaEdits *edits, KladkaType type, guint number)
{
  const KladkaTypeInfo *info = kladka_type_get (type);
  g_autofree char *id = g_strdup_printf ("%s-%u", info->name, number);

  kladka_edits_create (edits, type, id);
  for (guint cell = 0; cell < info->n_cells; cell++)
    if (!g_str_equal (info->cells[cell].name, "deleted"))
      kladka_edits_set (edits, type, id, cell, fixture_value (&info->cells[cell], 7 * cell + number));
}

KladkaPlan *
import_plan_full (void)
{
  g_autoptr (KladkaPlan) empty = kladka_plan_new_empty ();
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();

  for (KladkaType type = KLADKA_TYPE_PLAN; type < KLADKA_N_TYPES; type++)
    for (guint number = 1; number <= (type == KLADKA_TYPE_PLAN ? 1 : 3); number++)
      fill (edits, type, number);
  return fixture_apply (empty, edits, NULL);
}

const KladkaRecord *
import_find (const KladkaPlan *plan, KladkaType type, const char *name)
{
  g_autoptr (KladkaFinder) finder = kladka_finder_new (plan);
  guint n = 0;
  const KladkaRecord *record = kladka_finder_find (finder, type, name, &n);

  if (record == NULL)
    g_error ("there is no “%s”", name);
  return record;
}

char *
import_get (const KladkaPlan *plan, const KladkaRecord *record, const char *cell_name)
{
  const KladkaTypeInfo *info = kladka_type_get (record->type);
  int cell = kladka_type_find_cell (info, cell_name);
  g_auto (KladkaValue) value = KLADKA_VALUE_INIT;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_cmpint (cell, >=, 0);
  value = kladka_record_dup_value (record, cell, kladka_plan_get_ids (plan));
  if (!kladka_value_is_set (&value))
    return g_strdup ("");
  first = kladka_value_dup_file (&value, &info->cells[cell], 0);
  if (value.tag != KLADKA_VALUE_MONEY)
    return g_steal_pointer (&first);
  second = kladka_value_dup_file (&value, &info->cells[cell], 1);
  return g_strdup_printf ("%s %s", first, second);
}

char *
import_dup_data_dir (void)
{
  const char *said = g_getenv ("KLADKA_SHARED_DATA");
  g_autofree char *beside = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "data", NULL);
  const char *dir = said != NULL ? said : beside;

  return g_file_test (dir, G_FILE_TEST_IS_DIR) ? g_strdup (dir) : NULL;
}

GBytes *
import_load (const char *path)
{
  g_autofree char *dir = import_dup_data_dir ();
  g_autofree char *full = dir != NULL ? g_build_filename (dir, path, NULL) : NULL;
  g_autofree char *data = NULL;
  gsize length;

  if (full == NULL || !g_file_get_contents (full, &data, &length, NULL))
    {
      g_test_skip ("the real files are not at hand");
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&data), length);
}
