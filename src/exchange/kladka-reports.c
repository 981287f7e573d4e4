/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-reports.h"

#include "kladka-i18n.h"

/* Each is listed with its line, as far as somebody could still read the list. */
#define LISTED_MAX 1000

typedef struct {
  KladkaSeverity severity;
  KladkaType type;
  guint n;
  guint last_line; /* of the last one that was listed */
} Group;

struct _KladkaReports {
  GPtrArray *problems;
  GHashTable *groups; /* name → Group */
};

KladkaReports *
kladka_reports_new (GPtrArray *problems)
{
  KladkaReports *self = g_new0 (KladkaReports, 1);

  self->problems = problems;
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  return self;
}

void
kladka_reports_add (KladkaReports *self,
                    const char *name,
                    KladkaSeverity severity,
                    KladkaType type,
                    guint line,
                    char *take_text)
{
  Group *group = g_hash_table_lookup (self->groups, name);

  if (group == NULL)
    {
      group = g_new0 (Group, 1);
      group->severity = severity;
      group->type = type;
      g_hash_table_insert (self->groups, (gpointer)name, group);
    }
  if (group->n++ >= LISTED_MAX)
    {
      g_free (take_text);
      return;
    }
  group->last_line = line;
  kladka_problems_add (self->problems, severity, type, NULL, -1, line, take_text);
}

static void
add_rest (KladkaReports *self, const Group *group)
{
  guint rest = group->n - LISTED_MAX;

  kladka_problems_add (self->problems, group->severity, group->type, NULL, -1, group->last_line,
                       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And after this line %u more like it.",
                                                     "And after this line %u more like it.", rest),
                                        rest));
}

void
kladka_reports_end (KladkaReports *self)
{
  GHashTableIter iter;
  gpointer group;

  g_hash_table_iter_init (&iter, self->groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    if (((Group *)group)->n > LISTED_MAX)
      add_rest (self, group);
  g_hash_table_unref (self->groups);
  g_free (self);
}
