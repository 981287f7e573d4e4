/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-share.h"

#include <string.h>

#define WHOLE 10000 /* hundredths of a percent */

typedef struct {
  const KladkaOrganisation *organisation;
  const char *id;
  gint64 given;
  guint n_missing;
} Part;

static Part *
find_part (GArray *parts, const KladkaPlan *plan, const KladkaOrganisation *organisation)
{
  Part part = { organisation, kladka_plan_get_id (plan, &organisation->base), 0, 0 };

  for (guint i = 0; i < parts->len; i++)
    if (g_array_index (parts, Part, i).organisation == organisation)
      return &g_array_index (parts, Part, i);
  g_array_append_val (parts, part);
  return &g_array_index (parts, Part, parts->len - 1);
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Part *)a)->id, ((const Part *)b)->id);
}

/* An organisation that takes part twice in one role has the sum. */
static GArray *
read_parts (const KladkaPlan *plan, const KladkaProject *project, KladkaRole role)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  guint n;
  const KladkaRecord *const *records =
      kladka_plan_get_owned (plan, KLADKA_TYPE_PARTICIPATION, "project", project->base.ref, &n);

  for (guint i = 0; i < n; i++)
    {
      const KladkaParticipation *participation = (const KladkaParticipation *)records[i];
      const KladkaOrganisation *organisation = kladka_plan_organisation (plan, participation->organisation);

      if (participation->role != role || organisation == NULL)
        continue;
      if (participation->share == KLADKA_INT_NONE)
        find_part (parts, plan, organisation)->n_missing++;
      else
        find_part (parts, plan, organisation)->given += MAX (participation->share, 0);
    }
  g_array_sort (parts, compare_parts);
  return parts;
}

GArray *
kladka_share_list_new (const KladkaPlan *plan, const KladkaProject *project, KladkaRole role)
{
  g_autoptr (GArray) parts = read_parts (plan, project, role);
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (KladkaShare));
  gint64 given = 0;
  guint n_missing = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      given += g_array_index (parts, Part, i).given;
      n_missing += g_array_index (parts, Part, i).n_missing;
    }
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      KladkaShare share = { part->organisation->base.ref, 0 };

      if (n_missing > 0 && given < WHOLE)
        share.share = (part->given + (double)(WHOLE - given) * part->n_missing / n_missing) / WHOLE;
      else if (given > 0)
        share.share = (double)part->given / given;
      else
        share.share = 1.0 / parts->len; /* all say 0 %: nobody can be told from the others */
      g_array_append_val (shares, share);
    }
  return shares;
}

static int
compare_donors (const KladkaPlan *plan, const KladkaShare *a, const KladkaShare *b)
{
  const char *left = kladka_record_get_short (kladka_plan_get (plan, a->organisation));
  const char *right = kladka_record_get_short (kladka_plan_get (plan, b->organisation));

  if (a->share != b->share)
    return a->share > b->share ? -1 : 1;
  if (left == NULL || right == NULL)
    return (left == NULL) - (right == NULL);
  return strcmp (left, right);
}

const KladkaOrganisation *
kladka_share_get_lead_donor (const KladkaPlan *plan, const KladkaProject *project)
{
  g_autoptr (GArray) shares = kladka_share_list_new (plan, project, KLADKA_ROLE_FUNDING);
  const KladkaShare *lead = NULL;

  for (guint i = 0; i < shares->len; i++)
    if (lead == NULL || compare_donors (plan, &g_array_index (shares, KladkaShare, i), lead) < 0)
      lead = &g_array_index (shares, KladkaShare, i);
  return lead != NULL ? kladka_plan_organisation (plan, lead->organisation) : NULL;
}
