/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-picks.h"

#include <string.h>

typedef struct {
  KladkaPick pick;
  char *folded;
  char *sort_key; /* NULL for choices: they have an order of their own */
} Item;

struct _KladkaPicks {
  GArray *items; /* Item */
};

static void
clear_item (gpointer data)
{
  Item *item = data;

  g_free (item->pick.label);
  g_free (item->pick.detail);
  g_free (item->folded);
  g_free (item->sort_key);
}

static void
take_item (KladkaPicks *self, KladkaPick pick, char *sort_key)
{
  g_autofree char *both = g_strconcat (pick.label, " ", pick.detail, NULL);
  Item item = { pick, kladka_text_fold (both), sort_key };

  g_array_append_val (self->items, item);
}

static void
add_choices (KladkaPicks *self, const KladkaChoices *choices, const KladkaWords *words)
{
  for (guint choice = 1; choice <= choices->n_choices; choice++)
    take_item (self,
               (KladkaPick){ .label = g_strdup (kladka_choices_get_label (choices, choice, words)), .choice = choice },
               NULL);
}

static void
add_yes_and_no (KladkaPicks *self, const KladkaWords *words)
{
  /* As KLADKA_KIND_BOOL counts. */
  take_item (self, (KladkaPick){ .label = g_strdup (kladka_words_get_c (words, "yes or no", "No")), .choice = 1 },
             NULL);
  take_item (self, (KladkaPick){ .label = g_strdup (kladka_words_get_c (words, "yes or no", "Yes")), .choice = 2 },
             NULL);
}

static void
add_record (KladkaPicks *self, const KladkaPlan *plan, const KladkaRecord *record, const KladkaWords *words)
{
  KladkaLang lang = kladka_words_get_lang (words);
  KladkaPick pick = { .label = kladka_plan_dup_label (plan, record, lang), .ref = record->ref };
  g_autofree char *name = kladka_record_dup_name (record, lang);

  if (name != NULL && !g_str_equal (name, pick.label)
      && !g_str_equal (kladka_record_get_name (record, lang), pick.label))
    pick.detail = g_steal_pointer (&name);
  take_item (self, pick, kladka_words_dup_sort_key (words, pick.label));
}

static void
add_records (KladkaPicks *self, const KladkaPlan *plan, KladkaType type, KladkaRef except, const KladkaWords *words)
{
  const KladkaRecord *record;

  for (guint slot = 0; kladka_plan_next (plan, type, &slot, &record);)
    if (record->ref != except)
      add_record (self, plan, record, words);
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *x = a, *y = b;

  return strcmp (x->sort_key, y->sort_key);
}

KladkaPicks *
kladka_picks_new (const KladkaPlan *plan, const KladkaField *field, KladkaRef except, const KladkaWords *words)
{
  KladkaPicks *self = g_new0 (KladkaPicks, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
  if (field->kind == KLADKA_KIND_BOOL)
    add_yes_and_no (self, words);
  else if (field->choices != NULL)
    add_choices (self, field->choices, words);
  else
    {
      KladkaType first = field->ref_type != KLADKA_TYPE_ANY ? field->ref_type : KLADKA_TYPE_ORGANISATION;
      KladkaType last = field->ref_type != KLADKA_TYPE_ANY ? field->ref_type : KLADKA_N_TYPES - 1;

      for (KladkaType type = first; type <= last; type++)
        add_records (self, plan, type, except, words);
      g_array_sort (self->items, compare_items);
    }
  return self;
}

void
kladka_picks_free (KladkaPicks *self)
{
  g_array_unref (self->items);
  g_free (self);
}

guint
kladka_picks_get_n (const KladkaPicks *self)
{
  return self->items->len;
}

const KladkaPick *
kladka_picks_get (const KladkaPicks *self, guint pick)
{
  return &g_array_index (self->items, Item, pick).pick;
}

static gboolean
holds_words (const Item *item, char *const *words)
{
  for (; *words != NULL; words++)
    if (strstr (item->folded, *words) == NULL)
      return FALSE;
  return TRUE;
}

GArray *
kladka_picks_find (const KladkaPicks *self, const char *text, guint max, guint *ret_n_left_out)
{
  g_autofree char *folded = kladka_text_fold (text);
  g_auto (GStrv) words = g_strsplit (g_strstrip (folded), " ", -1);
  GArray *first = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) then = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      if (holds_words (item, words))
        g_array_append_val (g_str_has_prefix (item->folded, folded) ? first : then, i);
    }
  g_array_append_vals (first, then->data, then->len);
  if (ret_n_left_out != NULL)
    *ret_n_left_out = first->len > max ? first->len - max : 0;
  g_array_set_size (first, MIN (first->len, max));
  return first;
}
