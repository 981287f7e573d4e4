/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-reports.h"

#include "kladka-i18n.h"

/* A note says what was decided, so a few examples do; a warning is for somebody to mend. */
#define NOTES_MAX 3
#define WARNINGS_MAX 50

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

static guint
get_max (const Group *group)
{
  return group->severity == KLADKA_SEVERITY_NOTE ? NOTES_MAX : WARNINGS_MAX;
}

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
  if (group->n++ >= get_max (group))
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
  guint rest = group->n - get_max (group);

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
    if (((Group *)group)->n > get_max (group))
      add_rest (self, group);
  g_hash_table_unref (self->groups);
  g_free (self);
}
