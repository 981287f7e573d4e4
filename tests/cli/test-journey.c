/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From a file that somebody sent to a gap that is closed, as a planner's script would go. argv[1] before the options of
 * the test: kladka-cli. */

#include "cli-fixture.h"

#define AS_OF "2026-11-23"

/* Two activities of one publisher as such files come: titles in several languages, a code without a name, a date that
 * is none. */
static const char iati[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<iati-activities version=\"2.03\" generated-datetime=\"2026-10-01T08:00:00Z\">\n"
    " <iati-activity default-currency=\"EUR\" xml:lang=\"en\" last-updated-datetime=\"2026-09-30T10:00:00Z\">\n"
    "  <iati-identifier>XM-EX-1-0001</iati-identifier>\n"
    "  <reporting-org ref=\"XM-EX-1\" type=\"10\"><narrative>Example Agency</narrative></reporting-org>\n"
    "  <title><narrative>Monitoring of court networks</narrative>\n"
    "   <narrative xml:lang=\"pl\">Monitorowanie sieci sądów</narrative>\n"
    "   <narrative xml:lang=\"uk\">Моніторинг мереж судів</narrative></title>\n"
    "  <description type=\"1\"><narrative>Sensors and their operators.</narrative></description>\n"
    "  <participating-org role=\"1\" ref=\"XM-EX-1\" type=\"10\"><narrative>Example Agency</narrative>"
    "</participating-org>\n"
    "  <participating-org role=\"4\" type=\"70\"><narrative>Sensor Works</narrative></participating-org>\n"
    "  <activity-status code=\"2\"/>\n"
    "  <activity-date type=\"1\" iso-date=\"2026-01-01\"/>\n"
    "  <activity-date type=\"2\" iso-date=\"2026-02-16\"/>\n"
    "  <activity-date type=\"3\" iso-date=\"2028-12-31\"/>\n"
    "  <recipient-country code=\"UA\"/>\n"
    "  <transaction ref=\"T1\"><transaction-type code=\"2\"/><transaction-date iso-date=\"2026-01-20\"/>\n"
    "   <value value-date=\"2026-01-20\">1500000.50</value>\n"
    "   <provider-org ref=\"XM-EX-1\"><narrative>Example Agency</narrative></provider-org></transaction>\n"
    "  <transaction ref=\"T2\"><transaction-type code=\"3\"/>\n"
    "   <transaction-date iso-date=\"90110\">2026-05-04</transaction-date>\n"
    "   <value currency=\"USD\" value-date=\"2026-05-04\">200000</value></transaction>\n"
    " </iati-activity>\n"
    " <iati-activity default-currency=\"EUR\" xml:lang=\"en\">\n"
    "  <iati-identifier>XM-EX-1-0002</iati-identifier>\n"
    "  <reporting-org ref=\"XM-EX-1\" type=\"10\"><narrative>Example Agency</narrative></reporting-org>\n"
    "  <title><narrative>Study of rail networks</narrative></title>\n"
    "  <activity-status code=\"1\"/>\n"
    "  <activity-date type=\"1\" iso-date=\"2027-03-01\"/>\n"
    " </iati-activity>\n"
    "</iati-activities>\n";

/* A plan with one need, and the agency's projects. */
static void
begin (Fixture *self)
{
  write_file (self, "agency.xml", iati);
  write_file (self, "organisations.csv",
              "short_name,name,name:uk,kind,country\nSJA,State Judicial Administration,"
              "Державна судова адміністрація,government,UA\n");
  write_file (self, "needs.csv",
              "reference,title,title:pl,stage,recipient,capability,quantity,wanted from,wanted until,priority\n"
              "N-1,Monitoring of courts,Monitorowanie sądów,verified,SJA,DE.CM,20,2026-01,2028-12,4\n");
  run (self, "new", "plan.kladka", "--title", "Journey", NULL);
  g_assert_cmpint (self->status, ==, 0);
  run (self, "import", "--strict", "plan.kladka", "organisations.csv", "needs.csv", NULL);
  g_assert_cmpint (self->status, ==, 0);
}

static char *export(Fixture *self)
{
  run (self, "export", "plan.kladka", "--ceiling", "RED", NULL);
  g_assert_cmpint (self->status, ==, 0);
  return g_strdup (self->out);
}

static void
test_iati_goes_in_once (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after_dry_run = NULL;
  g_autofree char *after = NULL;
  g_autofree char *after_twice = NULL;

  begin (self);
  before = export(self);
  run (self, "import", "--dry-run", "plan.kladka", "agency.xml", NULL);
  g_assert_cmpint (self->status, ==, 0);
  assert_holds (self->out, "new 8");
  /* The date that is none: its line, what stood there, and what stood beside it. */
  assert_holds (self->err, "agency.xml:21:");
  assert_holds (self->err, "90110");
  assert_holds (self->err, "2026-05-04");
  after_dry_run = export(self);
  g_assert_cmpstr (after_dry_run, ==, before);
  run (self, "import", "plan.kladka", "agency.xml", NULL);
  g_assert_cmpint (self->status, ==, 0);
  after = export(self);
  assert_holds (after, "Моніторинг мереж судів");
  assert_holds (after, "\"amount_minor\": 150000050");
  assert_holds (after, "Sensor Works");
  run (self, "import", "plan.kladka", "agency.xml", NULL);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_null (strstr (self->out, "new 1"));
  after_twice = export(self);
  g_assert_cmpstr (after_twice, ==, after);
}

/* The row of DE.CM in 2027, as the table for people has it. */
static char *
get_row (Fixture *self)
{
  g_auto (GStrv) lines = NULL;

  run (self, "coverage", "plan.kladka", "--from", "2027", "--until", "2027", "--unit", "year", "--as-of", AS_OF,
       "--format", "csv", NULL);
  g_assert_cmpint (self->status, ==, 0);
  lines = g_strsplit (self->out, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], "DE.CM") != NULL)
      return g_strdup (lines[i]);
  g_assert_not_reached ();
}

static void
explain (Fixture *self)
{
  run (self, "coverage", "plan.kladka", "--explain", "DE.CM", "--from", "2027", "--until", "2027", "--unit", "year",
       "--as-of", AS_OF, NULL);
  g_assert_cmpint (self->status, ==, 0);
}

static void
test_a_delivery_closes_the_gap (Fixture *self, gconstpointer data)
{
  g_autofree char *gap = NULL;
  g_autofree char *partly = NULL;
  g_autofree char *covered = NULL;

  begin (self);
  run (self, "import", "plan.kladka", "agency.xml", NULL);
  gap = get_row (self);
  explain (self);
  assert_holds (self->out, "Gap: cover 0%");
  write_file (self, "first.csv",
              "id,project,capability,recipient,need,quantity,delivered on,sustained until\n"
              "delivery-1,XM-EX-1-0001,DE.CM,SJA,N-1,15,2026-06-30,2028-12\n");
  run (self, "import", "--strict", "--type", "deliveries", "plan.kladka", "first.csv", NULL);
  g_assert_cmpint (self->status, ==, 0);
  partly = get_row (self);
  explain (self);
  assert_holds (self->out, "Partly covered: cover 75%");
  assert_holds (self->out, "15 of 20 =\u00a075%, Delivering");
  /* A changed row is a change, not a second delivery. */
  write_file (self, "second.csv", "id,project,capability,quantity\ndelivery-1,XM-EX-1-0001,DE.CM,20\n");
  run (self, "import", "--strict", "--type", "deliveries", "plan.kladka", "second.csv", NULL);
  g_assert_cmpint (self->status, ==, 0);
  assert_holds (self->out, "changed 1");
  covered = get_row (self);
  explain (self);
  assert_holds (self->out, "Covered: cover 100%");
  g_assert_cmpstr (gap, !=, partly);
  g_assert_cmpstr (partly, !=, covered);
}

/* All there was to say is on the page, in the language of the page. */
static void
test_the_briefing_says_so (Fixture *self, gconstpointer data)
{
  g_autofree char *tool = g_find_program_in_path ("pdftotext");
  g_autofree char *path = g_build_filename (self->folder, "page.pdf", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GSubprocess) process = NULL;

  begin (self);
  run (self, "import", "plan.kladka", "agency.xml", NULL);
  run (self, "briefing", "plan.kladka", "--language", "pl", "--as-of", AS_OF, "--output", "page.pdf", NULL);
  g_assert_cmpint (self->status, ==, 0);
  if (tool == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return;
    }
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, tool, path, "-", NULL);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &text, NULL, NULL));
  assert_holds (text, "Monitorowanie sieci sądów");
  assert_holds (text, "Monitorowanie sądów");
  assert_holds (text, "23 listopada 2026");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/cli/journey/iati-goes-in-once", test_iati_goes_in_once);
  ADD ("/cli/journey/a-delivery-closes-the-gap", test_a_delivery_closes_the_gap);
  ADD ("/cli/journey/the-briefing-says-so", test_the_briefing_says_so);
  return g_test_run ();
}
