/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "../model/fixture.h"
#include "import.h"

#include <string.h>

typedef struct {
  KladkaDrafts *drafts;
  KladkaPlan *plan;
  KladkaWords *words;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->drafts = kladka_drafts_new ("test");
  self->drafts->partial = TRUE;
  self->plan = kladka_plan_new_empty ();
  self->words = import_words (KLADKA_LANG_EN);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  kladka_drafts_free (self->drafts);
  kladka_plan_unref (self->plan);
  kladka_words_unref (self->words);
}

static KladkaDraft *
add_organisation (Fixture *self, const char *key, const char *name, const char *identifier)
{
  KladkaDraft *draft = kladka_drafts_add (self->drafts, KLADKA_TYPE_ORGANISATION, NULL, self->drafts->drafts->len + 1);

  draft->key = g_strdup (key);
  kladka_draft_set (draft, "name_en", name, FALSE, draft->line);
  if (identifier != NULL)
    kladka_draft_set (draft, "iati_identifier", identifier, FALSE, draft->line);
  return draft;
}

static KladkaDraft *
add_need (Fixture *self, const char *id, const char *recipient)
{
  KladkaDraft *draft = kladka_drafts_add (self->drafts, KLADKA_TYPE_NEED, id, self->drafts->drafts->len + 1);

  kladka_draft_set (draft, "title_en", "A need", FALSE, draft->line);
  kladka_draft_set (draft, "stage", "draft", FALSE, draft->line);
  kladka_draft_set (draft, "recipient", recipient, FALSE, draft->line);
  return draft;
}

static void
take (Fixture *self)
{
  g_auto (Import) import = import_drafts (self->drafts, &self->plan, KLADKA_LANG_EN);

  g_ptr_array_set_size (self->drafts->drafts, 0);
}

static void
test_told_by_name (Fixture *self, gconstpointer data)
{
  KladkaDraft *draft;

  add_organisation (self, NULL, "Estonia", NULL);
  take (self);
  draft = add_organisation (self, NULL, "ESTONIA", NULL);
  kladka_draft_set (draft, "country", "EE", FALSE, 1);
  {
    g_autoptr (KladkaPreview) preview = kladka_preview_new (self->drafts, self->plan, self->words);
    const KladkaPreviewItem *item = kladka_preview_get_item (preview, 0);

    g_assert_cmpint (item->state, ==, KLADKA_PREVIEW_CHANGED);
    import_assert_says (item->text, "ESTONIA");
    import_assert_says (item->text, "EE");
  }
}

/* Whoever passes on what is wrong with a file must know how high that is. */
static void
test_as_high_as_what_it_speaks_of (Fixture *self, gconstpointer data)
{
  KladkaDraft *draft;

  add_organisation (self, NULL, "Estonia", NULL);
  {
    g_autoptr (KladkaPreview) preview = kladka_preview_new (self->drafts, self->plan, self->words);

    g_assert_cmpint (kladka_preview_get_marking (preview), ==, KLADKA_MARKING_AMBER);
  }
  draft = add_organisation (self, NULL, "Latvia", NULL);
  kladka_draft_set (draft, "marking", "TLP:RED", FALSE, 2);
  {
    g_autoptr (KladkaPreview) preview = kladka_preview_new (self->drafts, self->plan, self->words);

    g_assert_cmpint (kladka_preview_get_marking (preview), ==, KLADKA_MARKING_RED);
  }
  take (self);
  add_organisation (self, NULL, "Lithuania", NULL);
  {
    g_autoptr (KladkaPreview) preview = kladka_preview_new (self->drafts, self->plan, self->words);

    g_assert_cmpint (kladka_preview_get_marking (preview), ==, KLADKA_MARKING_RED);
  }
}

static void
test_gives_way (Fixture *self, gconstpointer data)
{
  KladkaDraft *draft;

  add_organisation (self, NULL, "Estonia", NULL);
  take (self);
  draft = add_organisation (self, "key", "ESTONIA", "XM-1");
  draft->gives_way = TRUE;
  take (self);
  g_assert_cmpuint (kladka_plan_get_n_records (self->plan, KLADKA_TYPE_ORGANISATION), ==, 1);
  import_assert (self->plan, KLADKA_TYPE_ORGANISATION, "Estonia", "name_en", "Estonia");
  import_assert (self->plan, KLADKA_TYPE_ORGANISATION, "Estonia", "iati_identifier", "XM-1");
}

static void
test_identifiers_tell_apart (Fixture *self, gconstpointer data)
{
  add_organisation (self, "one", "Ministry of Health", "PL-1");
  take (self);
  add_organisation (self, "two", "Ministry of Health", "EE-1");
  take (self);
  g_assert_cmpuint (kladka_plan_get_n_records (self->plan, KLADKA_TYPE_ORGANISATION), ==, 2);
  add_organisation (self, "one", "Ministry of Health", "PL-1");
  add_organisation (self, "three", "Another name", "EE-1");
  take (self);
  g_assert_cmpuint (kladka_plan_get_n_records (self->plan, KLADKA_TYPE_ORGANISATION), ==, 2);
}

static void
test_key_survives_renaming (Fixture *self, gconstpointer data)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();
  const KladkaRecord *record;

  add_organisation (self, "one", "Old", NULL)->gives_way = TRUE;
  take (self);
  record = import_find (self->plan, KLADKA_TYPE_ORGANISATION, "Old");
  fixture_text (edits, KLADKA_TYPE_ORGANISATION, kladka_plan_get_id (self->plan, record), "name_en", "New");
  {
    KladkaPlan *next = fixture_apply (self->plan, edits, NULL);

    kladka_plan_unref (self->plan);
    self->plan = next;
  }
  add_organisation (self, "one", "Old", NULL)->gives_way = TRUE;
  take (self);
  g_assert_cmpuint (kladka_plan_get_n_records (self->plan, KLADKA_TYPE_ORGANISATION), ==, 1);
}

static void
test_deleted_comes_back (Fixture *self, gconstpointer data)
{
  g_autoptr (KladkaEdits) edits = kladka_edits_new ();

  add_organisation (self, "one", "Estonia", NULL);
  take (self);
  kladka_edits_delete (edits, self->plan, import_find (self->plan, KLADKA_TYPE_ORGANISATION, "Estonia"));
  {
    KladkaPlan *next = fixture_apply (self->plan, edits, NULL);

    kladka_plan_unref (self->plan);
    self->plan = next;
  }
  g_assert_cmpuint (kladka_plan_get_n_records (self->plan, KLADKA_TYPE_ORGANISATION), ==, 0);
  add_organisation (self, "one", "Estonia", NULL);
  take (self);
  g_assert_cmpuint (kladka_plan_get_n_records (self->plan, KLADKA_TYPE_ORGANISATION), ==, 1);
}

static void
test_refusals_spread (Fixture *self, gconstpointer data)
{
  KladkaDraft *organisation = add_organisation (self, "one", "Estonia", NULL);
  KladkaDraft *day;

  kladka_draft_set (organisation, "country", "no country at all", TRUE, 1);
  kladka_draft_set (organisation, "kind", "magic", TRUE, 1);
  add_need (self, "n", "Estonia");
  day = kladka_drafts_add (self->drafts, KLADKA_TYPE_STAGE_DAY, "d", 3);
  kladka_draft_set (day, "need", "n", FALSE, 3);
  kladka_draft_set (day, "stage", "draft", FALSE, 3);
  kladka_draft_set (day, "reached_on", "2027", FALSE, 3);
  {
    g_auto (Import) import = import_drafts (self->drafts, &self->plan, KLADKA_LANG_EN);

    import_assert_counts (import, 0, 0, 0, 3);
    import_assert_says (import.problems, "2: It refers to the record in line 1");
    import_assert_says (import.problems, "3: It refers to the record in line 2");
  }
}

static void
test_twins (Fixture *self, gconstpointer data)
{
  add_organisation (self, "one", "Estonia", NULL);
  add_organisation (self, "one", "Estonia again", NULL);
  {
    g_auto (Import) import = import_drafts (self->drafts, &self->plan, KLADKA_LANG_EN);

    import_assert_counts (import, 1, 0, 0, 1);
    import_assert_says (import.problems, "2: The same record already stands in line 1.");
  }
}

static void
test_suspects (Fixture *self, gconstpointer data)
{
  KladkaDraft *parent = kladka_drafts_add (self->drafts, KLADKA_TYPE_CAPABILITY, NULL, 1);
  KladkaDraft *child = kladka_drafts_add (self->drafts, KLADKA_TYPE_CAPABILITY, NULL, 2);

  parent->key = g_strdup ("parent");
  parent->suspect = g_strdup ("probably withdrawn");
  child->key = g_strdup ("child");
  child->suspect = g_strdup ("probably withdrawn");
  kladka_draft_set (parent, "title_en", "Parent", TRUE, 1);
  kladka_draft_set (child, "title_en", "Child", TRUE, 2);
  kladka_draft_set (child, "parent", "parent", TRUE, 2);
  {
    g_autoptr (KladkaPreview) preview = kladka_preview_new (self->drafts, self->plan, self->words);
    g_autoptr (KladkaEdits) none = kladka_preview_dup_edits (preview);
    g_autoptr (KladkaEdits) both = NULL;
    g_autoptr (KladkaPlan) next = NULL;

    g_assert_cmpuint (kladka_preview_count (preview, KLADKA_PREVIEW_SUSPECT), ==, 2);
    g_assert_cmpstr (kladka_preview_get_item (preview, 1)->text, ==, "probably withdrawn");
    g_assert_cmpuint (kladka_edits_get_n (none), ==, 0);
    kladka_preview_set_ticked (preview, 1, TRUE);
    both = kladka_preview_dup_edits (preview);
    g_assert_cmpuint (kladka_preview_count_taken (preview), ==, 2);
    next = fixture_apply (self->plan, both, NULL);
    /* The child needs its parent, ticked or not. */
    g_assert_cmpuint (kladka_plan_get_n_records (next, KLADKA_TYPE_CAPABILITY), ==, 2);
  }
}

static void
test_unticked_stay_out (Fixture *self, gconstpointer data)
{
  add_organisation (self, "one", "Estonia", NULL);
  add_organisation (self, "two", "Poland", NULL);
  {
    g_autoptr (KladkaPreview) preview = kladka_preview_new (self->drafts, self->plan, self->words);
    g_autoptr (KladkaEdits) edits = NULL;
    g_autoptr (KladkaPlan) next = NULL;

    g_assert_cmpstr (kladka_preview_get_item (preview, 0)->label, ==, "Estonia");
    kladka_preview_set_ticked (preview, 0, FALSE);
    edits = kladka_preview_dup_edits (preview);
    g_assert_cmpuint (kladka_preview_count_taken (preview), ==, 1);
    next = fixture_apply (self->plan, edits, NULL);
    g_assert_cmpuint (kladka_plan_get_n_records (next, KLADKA_TYPE_ORGANISATION), ==, 1);
    import_find (next, KLADKA_TYPE_ORGANISATION, "Poland");
  }
}

static void
test_ambiguous_reference (Fixture *self, gconstpointer data)
{
  add_organisation (self, "one", "Ministry", "A")->gives_way = TRUE;
  add_organisation (self, "two", "Ministry", "B")->gives_way = TRUE;
  add_need (self, "n", "Ministry");
  add_need (self, "m", "A");
  {
    g_auto (Import) import = import_drafts (self->drafts, &self->plan, KLADKA_LANG_EN);

    import_assert_counts (import, 3, 0, 0, 1);
    import_assert_says (import.problems, "3: Recipient: “Ministry” fits 2 records");
  }
}

static void
test_long_chain (Fixture *self, gconstpointer data)
{
  /* The last of 20,000 is refused, and all before it lean on it, each on the next. */
  guint n = 20000;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);
      g_autofree char *next = g_strdup_printf ("c%u", i + 1);
      KladkaDraft *draft = kladka_drafts_add (self->drafts, KLADKA_TYPE_CAPABILITY, id, i + 1);

      kladka_draft_set (draft, "title_en", "Link", TRUE, i + 1);
      if (i + 1 < n)
        kladka_draft_set (draft, "parent", next, TRUE, i + 1);
      else
        kladka_draft_set (draft, "confidence", "magic", TRUE, i + 1);
    }
  {
    g_autoptr (KladkaPreview) preview = kladka_preview_new (self->drafts, self->plan, self->words);

    g_assert_cmpuint (kladka_preview_count (preview, KLADKA_PREVIEW_LEFT_OUT), ==, n);
  }
}

int
main (int argc, char *argv[])
{
#define ADD(name, function) g_test_add ("/exchange/preview/" name, Fixture, NULL, set_up, function, tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("organisations-are-told-by-name", test_told_by_name);
  ADD ("as-high-as-what-it-speaks-of", test_as_high_as_what_it_speaks_of);
  ADD ("foreign-files-give-way", test_gives_way);
  ADD ("identifiers-tell-apart", test_identifiers_tell_apart);
  ADD ("key-survives-renaming", test_key_survives_renaming);
  ADD ("deleted-comes-back", test_deleted_comes_back);
  ADD ("refusals-spread", test_refusals_spread);
  ADD ("twins-are-told", test_twins);
  ADD ("suspects-are-unticked", test_suspects);
  ADD ("unticked-stay-out", test_unticked_stay_out);
  ADD ("ambiguous-reference-is-refused", test_ambiguous_reference);
  ADD ("long-chain-of-refusals-is-quick", test_long_chain);
  return g_test_run ();
}
