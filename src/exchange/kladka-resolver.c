/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-resolver.h"

struct _KladkaResolver {
  const KladkaPlan *plan;
  KladkaFinder *finder;
  GHashTable *names[KLADKA_N_TYPES]; /* folded text → id; "" where several records have it */
  GHashTable *ids[KLADKA_N_TYPES];   /* ids of the file's records */
};

KladkaResolver *
kladka_resolver_new (const KladkaPlan *plan)
{
  KladkaResolver *self = g_new0 (KladkaResolver, 1);

  self->plan = kladka_plan_ref (plan);
  self->finder = kladka_finder_new (plan);
  for (guint type = 1; type < KLADKA_N_TYPES; type++)
    {
      self->names[type] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      self->ids[type] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  return self;
}

void
kladka_resolver_free (KladkaResolver *self)
{
  for (guint type = 1; type < KLADKA_N_TYPES; type++)
    {
      g_hash_table_unref (self->names[type]);
      g_hash_table_unref (self->ids[type]);
    }
  kladka_finder_free (self->finder);
  kladka_plan_unref ((KladkaPlan *)self->plan);
  g_free (self);
}

KladkaFinder *
kladka_resolver_get_finder (KladkaResolver *self)
{
  return self->finder;
}

static const char *
find_in_plan (KladkaResolver *self, KladkaType type, const char *text, guint *ret_n)
{
  const KladkaRecord *record = kladka_finder_find (self->finder, type, text, ret_n);

  return record != NULL && *ret_n == 1 ? kladka_plan_get_id (self->plan, record) : NULL;
}

void
kladka_resolver_add (KladkaResolver *self, KladkaType type, const char *text, const char *id)
{
  g_autofree char *folded = NULL;
  const char *known;

  if (text == NULL)
    {
      g_hash_table_add (self->ids[type], g_strdup (id));
      return;
    }
  folded = kladka_text_fold (text);
  known = g_hash_table_lookup (self->names[type], folded);
  if (known == NULL)
    g_hash_table_insert (self->names[type], g_steal_pointer (&folded), g_strdup (id));
  else if (!g_str_equal (known, id))
    g_hash_table_insert (self->names[type], g_steal_pointer (&folded), g_strdup (""));
}

static const char *
find_of_type (KladkaResolver *self, KladkaType type, const char *text, const char *folded, guint *ret_n)
{
  const char *own = g_hash_table_lookup (self->names[type], folded);
  const char *id = find_in_plan (self, type, text, ret_n);
  gpointer by_id;

  if (g_hash_table_lookup_extended (self->ids[type], text, &by_id, NULL))
    {
      *ret_n = 1;
      return by_id;
    }
  if (own == NULL || (id != NULL && g_str_equal (own, id)))
    return id;
  *ret_n += *own == '\0' ? 2 : 1;
  return *ret_n == 1 ? own : NULL;
}

const char *
kladka_resolver_find (KladkaResolver *self, KladkaType type, const char *text, guint *ret_n)
{
  g_autofree char *folded = kladka_text_fold (text);
  const char *found = NULL;
  guint total = 0;

  *ret_n = 0;
  if (type != KLADKA_TYPE_ANY)
    return find_of_type (self, type, text, folded, ret_n);
  for (guint each = 1; each < KLADKA_N_TYPES; each++)
    {
      const char *id = find_of_type (self, each, text, folded, ret_n);

      total += *ret_n;
      if (id != NULL)
        found = id;
    }
  *ret_n = total;
  return total == 1 ? found : NULL;
}
