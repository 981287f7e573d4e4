/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Databases that look like plans. Each is refused with its own reason. */

#define _GNU_SOURCE /* memmem() */

#include "hostile.h"

#include <string.h>

#include "kladka-error.h"

typedef struct {
  const char *name;
  const char *sql; /* spoils the good plan */
  int code;
  const char *reason;
} Case;

#define UNSUPPORTED KLADKA_ERROR_UNSUPPORTED
#define DAMAGED KLADKA_ERROR_DAMAGED
#define INVALID KLADKA_ERROR_INVALID
#define TOO_NEW KLADKA_ERROR_TOO_NEW

/* Takes a table's strictness away, does what it forbade, and gives it back. */
#define BEHIND_THE_BACK(table, sql)                                                                                    \
  "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql=replace(sql, 'STRICT, ', '') WHERE name='" table "';"       \
  "PRAGMA writable_schema=RESET;" sql ";"                                                                              \
  "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql=replace(sql, 'WITHOUT', 'STRICT, WITHOUT') "                \
  "WHERE name='" table "'; PRAGMA writable_schema=RESET"

static const Case schema_cases[] = {
  { "rogue-trigger", "CREATE TRIGGER trap AFTER INSERT ON need BEGIN DELETE FROM project; END", UNSUPPORTED, "“trap”" },
  { "view-in-place-of-a-table", "DROP TABLE level; CREATE VIEW level AS SELECT * FROM need", UNSUPPORTED,
    "“level” of this plan is not" },
  { "full-text-table", "CREATE VIRTUAL TABLE words USING fts5(x)", UNSUPPORTED, "“words" },
  { "spatial-table", "CREATE VIRTUAL TABLE boxes USING rtree(id, a, b)", UNSUPPORTED, "“boxes" },
  { "expression-index", "CREATE INDEX costly ON need (length(title_en || title_pl))", UNSUPPORTED, "“costly”" },
  { "extra-table", "CREATE TABLE extra (a)", UNSUPPORTED, "“extra”" },
  { "extra-index", "CREATE INDEX more ON need (title_en)", UNSUPPORTED, "“more”" },
  { "missing-table", "DROP TABLE mapping", UNSUPPORTED, "lacks “mapping”" },
  { "missing-index", "DROP INDEX change_by_record", UNSUPPORTED, "lacks “change_by_record”" },
  { "altered-index", "DROP INDEX change_by_record; CREATE INDEX change_by_record ON change (id)", UNSUPPORTED,
    "“change_by_record” of this plan is not" },
  { "wider-table", "ALTER TABLE need ADD COLUMN more TEXT", UNSUPPORTED, "“need” of this plan is not" },
  { "narrower-table", "ALTER TABLE need DROP COLUMN notes", UNSUPPORTED, "“need” of this plan is not" },
  { "generated-column", "ALTER TABLE offer ADD COLUMN made TEXT AS (hex(title_en))", UNSUPPORTED,
    "“offer” of this plan is not" },
  { "check", "ALTER TABLE offer ADD COLUMN made INTEGER CHECK (made < 5)", UNSUPPORTED, "“offer” of this plan is not" },
  { "altered-text",
    "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql=replace(sql, ', ', ',  ') WHERE name='need'", UNSUPPORTED,
    "“need” of this plan is not" },
  { "statistics", "ANALYZE", UNSUPPORTED, "“sqlite_stat" },
  { "ten-thousand-views",
    "BEGIN; PRAGMA writable_schema=ON; WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) "
    "INSERT INTO sqlite_schema SELECT 'view', 'v' || i, 'v' || i, 0, 'CREATE VIEW v' || i || ' AS SELECT 1' FROM n; "
    "COMMIT",
    UNSUPPORTED, "“v" },
  { "unreadable-schema", "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql='CREATE NONSENSE' WHERE name='need'",
    DAMAGED, "malformed" },
  { "deep-expression",
    "PRAGMA writable_schema=ON; INSERT INTO sqlite_schema SELECT 'view', 'deep', 'deep', 0, 'CREATE VIEW deep AS "
    "SELECT ' "
    "|| replace(hex(zeroblob(3000)), '00', '(') || '1' || replace(hex(zeroblob(3000)), '00', ')')",
    DAMAGED, "malformed" },
  { "shared-root-page",
    "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage=(SELECT rootpage FROM sqlite_schema WHERE "
    "name='need') "
    "WHERE name='offer'",
    DAMAGED, "damaged" },
  { "text-in-a-number", BEHIND_THE_BACK ("need", "UPDATE need SET priority='much'"), DAMAGED, "need.priority" },
  { "infinite-number", BEHIND_THE_BACK ("need", "UPDATE need SET priority=9e999"), DAMAGED, "need.priority" },
  { "bytes-in-a-text", BEHIND_THE_BACK ("need", "UPDATE need SET notes=x'00ff'"), DAMAGED, "need.notes" },
  { "newer-version", "PRAGMA user_version=2", TOO_NEW, "newer" },
  { "no-version", "PRAGMA user_version=0", UNSUPPORTED, "no version" },
  { "negative-version", "PRAGMA user_version=-1", UNSUPPORTED, "no version" },
  { "other-application", "PRAGMA application_id=1", UNSUPPORTED, "another program" },
};

static const Case content_cases[] = {
  { "parent-circle",
    "INSERT INTO capability (id, title_en, parent) VALUES ('a', 'A', 'b'), ('b', 'B', 'c'), ('c', 'C', 'a')", INVALID,
    "above itself" },
  { "own-parent", "UPDATE organisation SET part_of=id", INVALID, "Part of" },
  { "dangling-parent", "INSERT INTO capability (id, title_en, parent) VALUES ('a', 'Lonely', 'ghost')", INVALID,
    "Capability “Lonely” (a) stands below “ghost”" },
  { "dangling-parent-of-an-organisation", "UPDATE organisation SET part_of='ghost' WHERE id='organisation-1'", INVALID,
    "(organisation-1) stands below “ghost”" },
  { "parent-of-another-kind", "UPDATE organisation SET part_of='need-1' WHERE id='organisation-1'", INVALID,
    "(organisation-1) stands below “need-1”" },
  { "dangling-parent-of-what-was-deleted",
    "INSERT INTO capability (id, title_en, parent, deleted) VALUES ('a', 'Lonely', 'ghost', 1)", INVALID,
    "(a) stands below “ghost”" },
  { "impossible-day", "UPDATE need SET wanted_from='2026-02-30'", INVALID, "need-1”, Wanted from" },
  { "impossible-year", "UPDATE need SET wanted_until='9999999'", INVALID, "Wanted until" },
  { "blanks-in-a-date", "UPDATE need SET wanted_until=' 2027'", INVALID, "Wanted until" },
  { "nul-in-a-date", "UPDATE need SET wanted_until='2027' || char(0)", INVALID, "Wanted until" },
  { "bidi-override", "UPDATE need SET title_en='ab' || char(0x202e) || 'cd'", INVALID, "need-1”, Title" },
  { "bidi-isolate", "UPDATE need SET title_pl='ab' || char(0x2067) || 'cd'", INVALID, "Title" },
  { "nul", "UPDATE need SET title_en='ab' || char(0) || 'cd'", INVALID, "Title" },
  { "bell", "UPDATE project SET title_en='ab' || char(7)", INVALID, "project-1”, Title" },
  { "terminal-escape", "UPDATE project SET title_uk=char(27) || '[2J'", INVALID, "project-1”, Title" },
  { "line-in-a-title", "UPDATE project SET title_en='a' || char(10) || 'b'", INVALID, "Title" },
  { "overlong-utf-8", "UPDATE need SET notes=CAST(x'61c0af62' AS TEXT)", INVALID, "Notes" },
  { "half-a-letter", "UPDATE need SET notes=CAST(x'61d0' AS TEXT)", INVALID, "Notes" },
  { "surrogate", "UPDATE need SET notes=CAST(x'eda080' AS TEXT)", INVALID, "Notes" },
  { "combining-marks", "UPDATE need SET notes='a' || replace(hex(zeroblob(100000)), '00', char(0x301))", INVALID,
    "Notes" },
  { "long-title", "UPDATE need SET title_en=replace(hex(zeroblob(10000000)), '0', 'a')", INVALID, "too long" },
  { "unknown-marking", "UPDATE need SET marking='TLP:BLACK'", INVALID, "Marking" },
  { "unknown-stage", "UPDATE need SET stage='whatever'", INVALID, "Stage" },
  { "unknown-help", "UPDATE need SET help_kinds='training sorcery'", INVALID, "Kinds of help" },
  { "negative-quantity", "UPDATE need SET quantity=-5", INVALID, "Quantity wanted" },
  { "no-quantity", "UPDATE need SET quantity=0", INVALID, "Quantity wanted" },
  { "absurd-amount", "UPDATE need SET estimated_cost_minor=9223372036854775807", INVALID, "Estimated cost" },
  { "least-amount", "UPDATE need SET estimated_cost_minor=-9223372036854775808", INVALID, "Estimated cost" },
  { "amount-without-currency", "UPDATE need SET estimated_cost_currency=NULL", INVALID, "belong together" },
  { "unknown-currency", "UPDATE need SET estimated_cost_currency='XQX'", INVALID, "currency" },
  { "long-currency", "UPDATE need SET estimated_cost_currency='EUROPEAN'", INVALID, "Estimated cost" },
  { "neither-yes-nor-no", "UPDATE need SET deleted=7", INVALID, "Deleted" },
  { "tags-twice", "UPDATE need SET tags='a,a'", INVALID, "Tags" },
  { "weights-of-nothing", "UPDATE plan SET weights='9=1'", INVALID, "weights" },
  { "no-id", "INSERT INTO level (id) VALUES ('')", INVALID, "identifier" },
  { "strange-id", "INSERT INTO level (id) VALUES ('../../x')", INVALID, "“../../x” cannot be" },
  { "id-twice", "INSERT INTO level (id) VALUES ('need-1')", INVALID, "“need-1” belongs to two" },
  { "reference-that-is-none", "UPDATE delivery SET project='a b'", INVALID, "Project" },
  { "two-plans", "INSERT INTO plan (id, title_en) VALUES ('plan-2', 'Other')", INVALID, "more than one plan" },
  { "no-plan", "DELETE FROM plan", INVALID, "no plan" },
  { "deleted-plan", "UPDATE plan SET deleted=1", INVALID, "no plan" },
  { "journal-no-json", "UPDATE change SET cells='{' WHERE step=2 AND ordinal=1", DAMAGED, "history" },
  { "journal-deep-json", "UPDATE change SET cells=replace(hex(zeroblob(100000)), '00', '[') WHERE step=2 AND ordinal=1",
    DAMAGED, "history" },
  { "journal-strange-cell", "UPDATE change SET cells='{\"no_such\":[null,1]}' WHERE step=2 AND ordinal=1", DAMAGED,
    "history" },
  { "journal-strange-type", "UPDATE change SET type='sorcery' WHERE step=2 AND ordinal=1", DAMAGED, "history" },
  { "journal-strange-record", "UPDATE change SET id='a b' WHERE step=2 AND ordinal=1", DAMAGED, "history" },
  { "journal-half-creates", "UPDATE change SET creates=3 WHERE step=2 AND ordinal=1", DAMAGED, "history" },
  { "journal-change-of-no-step", "INSERT INTO change VALUES (99, 0, 'need', 'n', 0, '{}')", DAMAGED, "history" },
  { "journal-change-before-all", "INSERT INTO change VALUES (-5, 0, 'need', 'n', 0, '{}')", DAMAGED, "history" },
  { "journal-record-twice",
    "INSERT INTO change SELECT step, 9999, type, id, creates, cells FROM change WHERE step=2 LIMIT 1", DAMAGED,
    "history" },
  { "journal-old-value-of-a-new-record",
    "UPDATE change SET cells='{\"notes\":[\"a\",\"b\"]}', creates=1 WHERE step=2 AND ordinal=1", DAMAGED, "history" },
  { "journal-impossible-day",
    "UPDATE change SET cells='{\"wanted_from\":[null,\"2026-02-30\"]}' WHERE step=2 AND type='need'", DAMAGED,
    "history" },
  { "journal-unknown-choice", "UPDATE change SET cells='{\"stage\":[null,\"x\"]}' WHERE step=2 AND type='need'",
    DAMAGED, "history" },
  { "journal-number-out-of-range", "UPDATE change SET cells='{\"priority\":[null,9]}' WHERE step=2 AND type='need'",
    DAMAGED, "history" },
  { "journal-bidi",
    "UPDATE change SET cells='{\"notes\":[null,\"' || char(0x202e) || '\"]}' WHERE step=2 AND ordinal=1", DAMAGED,
    "history" },
  { "journal-more-behind", "UPDATE change SET cells=cells || 'x' WHERE step=2 AND ordinal=1", DAMAGED, "history" },
  { "journal-cell-twice",
    "UPDATE change SET cells='{\"notes\":[null,\"a\"],\"notes\":[null,\"b\"]}' WHERE step=2 AND ordinal=1", DAMAGED,
    "history" },
  { "journal-gap", "UPDATE step SET seq=9 WHERE seq=2; UPDATE change SET step=9 WHERE step=2", DAMAGED, "history" },
  { "journal-strange-parent", "UPDATE step SET parent='nobody' WHERE seq=2", DAMAGED, "history" },
  { "journal-takes-back-nothing", "UPDATE step SET undoes='nobody' WHERE seq=2", DAMAGED, "history" },
  { "journal-step-twice", "UPDATE step SET id=(SELECT id FROM step WHERE seq=1) WHERE seq=2", DAMAGED, "history" },
  { "journal-args-no-list", "UPDATE step SET args='{}'", DAMAGED, "history" },
  { "journal-args-deep", "UPDATE step SET args=replace(hex(zeroblob(30000)), '00', '[')", DAMAGED, "history" },
  { "journal-args-numbers", "UPDATE step SET args='[1]'", DAMAGED, "history" },
  { "journal-args-escape", "UPDATE step SET args='[\"\\u001b[2J\"]'", DAMAGED, "history" },
  { "journal-verb-bell", "UPDATE step SET verb=char(7)", DAMAGED, "history" },
  { "journal-author-bidi", "UPDATE step SET author=char(0x202e)", DAMAGED, "history" },
};

static void
test_case (StoreFixture *fixture, gconstpointer data)
{
  const Case *spoilt = data;
  g_autofree char *path = store_fixture_path (fixture, "plan.kladka");
  hostile_exec (path, spoilt->sql);
  hostile_assert_refused (fixture, "plan.kladka", 0, spoilt->code, spoilt->reason);
}

/* SQL cannot write one: a number to be found again, and its bytes changed. */
static void
test_not_a_number (StoreFixture *fixture, gconstpointer data)
{
  static const guint8 number[] = { 0x7e, 0x37, 0xe4, 0x3c, 0x88, 0x00, 0x75, 0x9c }; /* 1e300 */
  static const guint8 no_number[] = { 0x7f, 0xf8, 0, 0, 0, 0, 0, 0 };
  g_autofree char *path = store_fixture_path (fixture, "plan.kladka");
  g_autofree char *bytes = NULL;
  gsize size;
  hostile_exec (path, BEHIND_THE_BACK ("need", "UPDATE need SET priority=1e300"));
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  const char *at = memmem (bytes, size, number, sizeof number);
  g_assert_nonnull (at);
  hostile_patch (path, at - bytes, no_number, sizeof no_number);
  hostile_assert_refused (fixture, "plan.kladka", 0, KLADKA_ERROR_DAMAGED, "need.priority");
}

/* So that the others are refused for what was done to them. */
static void
test_good (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = store_fixture_path (fixture, "plan.kladka");
  hostile_exec (path, "UPDATE need SET title_en='Edited elsewhere', recipient='nobody-knows'");
  g_autoptr (KladkaDocument) document = store_fixture_open (fixture, "plan.kladka");
  const KladkaNeed *need = (const KladkaNeed *)kladka_plan_find (kladka_document_get_plan (document), "need-1");
  g_assert_cmpstr (need->title.in[KLADKA_LANG_EN], ==, "Edited elsewhere");
}

/* Where the history says what stood above a record, nobody sees it before it is taken back. */
static void
test_ghost_in_history (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = store_fixture_path (fixture, "plan.kladka");
  g_autoptr (GFile) file = store_fixture_file (fixture, "plan.kladka");
  g_autoptr (GError) error = NULL;
  hostile_exec (path, "INSERT INTO step SELECT 3, 'step-3', id, time, author, verb, args, NULL FROM step WHERE seq=2; "
                      "INSERT INTO change VALUES (3, 0, 'organisation', 'organisation-1', 0, "
                      "'{\"part_of\":[\"ghost\",null]}')");
  g_autoptr (KladkaDocument) document = store_fixture_open (fixture, "plan.kladka");
  g_autoptr (KladkaPlan) before = kladka_plan_ref (kladka_document_get_plan (document));
  g_assert_false (kladka_document_undo_sync (document, &error));
  g_assert_error (error, KLADKA_ERROR, KLADKA_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "(organisation-1) stands below “ghost”"));
  g_assert_true (kladka_document_get_plan (document) == before);
  store_fixture_save (document, file);
}

/* What stands below a deleted record stays there, and comes in with it. */
static void
test_deleted_parent (StoreFixture *fixture, gconstpointer data)
{
  g_autofree char *path = store_fixture_path (fixture, "plan.kladka");
  hostile_exec (path, "INSERT INTO organisation (id, name_en, part_of) VALUES ('below', 'Below', 'organisation-1'); "
                      "UPDATE organisation SET deleted=1 WHERE id='organisation-1'");
  g_autoptr (KladkaDocument) document = store_fixture_open (fixture, "plan.kladka");
  const KladkaRecord *below = kladka_plan_find (kladka_document_get_plan (document), "below");
  g_assert_cmpuint (((const KladkaOrganisation *)below)->part_of, !=, 0);
  store_fixture_name (document, "below", "Renamed");
}

static void
add_cases (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strconcat ("/store/hostile/", cases[i].name, NULL);
      g_test_add (path, StoreFixture, &cases[i], hostile_set_up, test_case, store_fixture_tear_down);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/hostile/a-good-one-is-opened", StoreFixture, NULL, hostile_set_up, test_good,
              store_fixture_tear_down);
  g_test_add ("/store/hostile/not-a-number", StoreFixture, NULL, hostile_set_up, test_not_a_number,
              store_fixture_tear_down);
  g_test_add ("/store/hostile/ghost-in-the-history", StoreFixture, NULL, hostile_set_up, test_ghost_in_history,
              store_fixture_tear_down);
  g_test_add ("/store/hostile/a-deleted-parent-is-no-ghost", StoreFixture, NULL, hostile_set_up, test_deleted_parent,
              store_fixture_tear_down);
  add_cases (schema_cases, G_N_ELEMENTS (schema_cases));
  add_cases (content_cases, G_N_ELEMENTS (content_cases));
  return g_test_run ();
}
