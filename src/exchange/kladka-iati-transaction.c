/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-iati-private.h"

#include "kladka-i18n.h"
#include "kladka-id.h"

#include <string.h>

#define MINOR_MAX G_GINT64_CONSTANT (100000000000000000)
#define DIGITS_MAX 12

/* What a code of TransactionType, or a word of the first files, means here. Money that comes in is the giver's
 * disbursement or commitment seen from the other side: taken over too, it would count twice. */
typedef struct {
  const char *code;
  const char *kind; /* NULL: no place here */
} Meaning;

static const Meaning meanings[] = {
  { "2", "commitment" },
  { "3", "disbursement" },
  { "4", "expenditure" },
  { "12", "pledge" },
  { "13", "pledge" },
  { "c", "commitment" },
  { "d", "disbursement" },
  { "e", "expenditure" },
  { "commitment", "commitment" },
  { "disbursement", "disbursement" },
  { "disbursment", "disbursement" },
  { "expenditure", "expenditure" },
  { "pledge", "pledge" },
};
static const char *const incoming[] = { "1", "11", "if", "incoming funds", "incoming commitment", NULL };

static const Meaning *
find_meaning (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (g_str_equal (meanings[i].code, code))
      return &meanings[i];
  return NULL;
}

/* <transaction-type code="3"/>; the text in it; or the attribute that the first files had. */
static char *
dup_code (const xmlNode *transaction)
{
  const xmlNode *element = kladka_xml_find_child (transaction, "transaction-type");
  char *code = element != NULL ? kladka_xml_dup_attribute (element, "code") : NULL;

  if (code == NULL && element != NULL)
    code = kladka_xml_dup_text (element);
  return code != NULL ? code : kladka_xml_dup_attribute (transaction, "type");
}

static void
report_left_out (KladkaIati *file, const xmlNode *transaction, const char *code)
{
  guint line = kladka_xml_get_line (transaction);
  g_autofree char *lower = code != NULL ? g_ascii_strdown (code, -1) : NULL;
  g_autofree char *shown = code != NULL ? kladka_text_dup_shown (code, 30) : NULL;

  if (lower != NULL && g_strv_contains (incoming, lower))
    kladka_reports_add (
        file->reports, "incoming", KLADKA_SEVERITY_NOTE, KLADKA_TYPE_TRANSACTION, line,
        g_strdup_printf (_ ("Incoming money (type %s) is left out: with the giver's own transaction it would count "
                            "twice."),
                         shown));
  else if (code != NULL)
    kladka_reports_add (
        file->reports, "other transaction", KLADKA_SEVERITY_WARNING, KLADKA_TYPE_TRANSACTION, line,
        g_strdup_printf (_ ("The transaction is of type “%s”, for which a plan has no place, and is left out."),
                         shown));
  else
    kladka_reports_add (file->reports, "untyped transaction", KLADKA_SEVERITY_WARNING, KLADKA_TYPE_TRANSACTION, line,
                        g_strdup (_ ("The transaction does not say its type and is left out.")));
}

static void
report_amount (KladkaIati *file, const char *group, guint line, char *take_text)
{
  kladka_reports_add (file->reports, group, KLADKA_SEVERITY_WARNING, KLADKA_TYPE_TRANSACTION, line, take_text);
}

/* NULL where neither the amount nor the activity says one that is known. */
static char *
dup_currency (KladkaIati *file, const xmlNode *activity, const xmlNode *value)
{
  guint line = kladka_xml_get_line (value);
  g_autofree char *said = kladka_xml_dup_attribute (value, "currency");
  g_autofree char *code =
      said != NULL ? g_steal_pointer (&said) : kladka_xml_dup_attribute (activity, "default-currency");
  g_autofree char *upper = code != NULL ? g_ascii_strup (code, -1) : NULL;
  g_autofree char *shown = code != NULL ? kladka_text_dup_shown (code, 20) : NULL;

  if (upper != NULL && kladka_currency_is_valid (upper))
    return g_steal_pointer (&upper);
  if (code != NULL)
    report_amount (file, "unknown currency", line,
                   g_strdup_printf (_ ("“%s” is no currency; the amount is left empty."), shown));
  else
    report_amount (file, "no currency", line,
                   g_strdup (_ ("Neither the amount nor the activity says a currency; the amount is left empty.")));
  return NULL;
}

static gint64
power_of_ten (int digits)
{
  gint64 power = 1;

  while (digits-- > 0)
    power *= 10;
  return power;
}

/* A plain number, exactly, or rounded half to even where it has more decimals than the currency. */
static gboolean
parse_amount (const char *text, int digits, gint64 *ret_minor, gboolean *ret_rounded)
{
  g_autofree char *plain = g_strdup (*text == '+' ? text + 1 : text);
  char *point = strchr (plain, '.');
  gsize n = point != NULL ? strlen (point + 1) : 0;
  gint64 scaled;

  *ret_rounded = FALSE;
  while (point != NULL && n > 0 && point[n] == '0')
    point[n--] = '\0';
  if (point != NULL && n == 0)
    *point = '\0';
  if ((int)n <= digits)
    return kladka_decimal_parse_file (plain, digits, ret_minor);
  if (n > DIGITS_MAX)
    {
      if (strspn (point + 1, "0123456789") != n)
        return FALSE;
      point[DIGITS_MAX + 1] = '\0';
      n = DIGITS_MAX;
    }
  *ret_rounded = TRUE;
  return kladka_decimal_parse_file (plain, n, &scaled)
         && kladka_mul_div (scaled, 1, power_of_ten (n - digits), ret_minor);
}

/* Both parts as the file form of money has them; NULL where there is no amount. */
static char *
dup_amount (KladkaIati *file, const xmlNode *activity, const xmlNode *value)
{
  guint line = kladka_xml_get_line (value);
  g_autofree char *text = kladka_xml_dup_text (value);
  g_autofree char *shown = text != NULL ? kladka_text_dup_shown (text, 40) : NULL;
  g_autofree char *currency = text != NULL ? dup_currency (file, activity, value) : NULL;
  gboolean rounded;
  gint64 minor;

  if (text == NULL)
    report_amount (file, "no amount", line, g_strdup (_ ("The transaction has no amount; it is left empty.")));
  if (currency == NULL)
    return NULL;
  if (!parse_amount (text, kladka_currency_get_digits (currency), &minor, &rounded) || ABS (minor) > MINOR_MAX)
    {
      report_amount (file, "bad amount", line, g_strdup_printf (_ ("“%s” is no amount; it is left empty."), shown));
      return NULL;
    }
  if (rounded)
    kladka_reports_add (file->reports, "rounded", KLADKA_SEVERITY_NOTE, KLADKA_TYPE_TRANSACTION, line,
                        g_strdup_printf (_ ("The amount %s was rounded to the smallest unit of %s."), shown, currency));
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", minor, currency);
}

/* A date that is there but unreadable stays empty; only where there is none does the day of the value stand for it. */
static char *
dup_day (KladkaIati *file, const xmlNode *transaction, const xmlNode *value)
{
  const xmlNode *element = kladka_xml_find_child (transaction, "transaction-date");
  g_autofree char *said = element != NULL ? kladka_xml_dup_attribute (element, "iso-date") : NULL;
  g_autofree char *text = element != NULL ? kladka_xml_dup_text (element) : NULL;

  if (said != NULL || text != NULL)
    return kladka_iati_dup_day (file, element, "iso-date", KLADKA_TYPE_TRANSACTION);
  return value != NULL ? kladka_iati_dup_day (file, value, "value-date", KLADKA_TYPE_TRANSACTION) : NULL;
}

static char *
dup_description (KladkaIati *file, const xmlNode *transaction)
{
  const xmlNode *element = kladka_xml_find_child (transaction, "description");
  g_auto (KladkaIatiTexts) texts = { 0 };
  g_autofree char *taken = NULL;

  if (element == NULL)
    return NULL;
  kladka_iati_texts_read (&texts, file, element, TRUE);
  kladka_iati_texts_settle (&texts, file, kladka_xml_get_line (element));
  for (guint lang = 0; lang < KLADKA_N_LANGS; lang++)
    {
      if (taken == NULL)
        taken = g_steal_pointer (&texts.in[lang]);
      else if (texts.in[lang] != NULL)
        kladka_reports_add (file->reports, "one language", KLADKA_SEVERITY_NOTE, KLADKA_TYPE_TRANSACTION,
                            kladka_xml_get_line (element),
                            g_strdup (_ ("A transaction has one description; that in another language is left out.")));
    }
  return g_steal_pointer (&taken);
}

static guint
find_party (KladkaIati *file, const xmlNode *transaction, const char *name)
{
  const xmlNode *element = kladka_xml_find_child (transaction, name);

  return element != NULL ? kladka_iati_orgs_find (file, element) : 0;
}

typedef struct {
  const char *kind;
  char *ref;
  char *day;
  char *amount;
  char *description;
  guint from;
  guint to;
} Transaction;

static void
clear_transaction (Transaction *self)
{
  g_free (self->ref);
  g_free (self->day);
  g_free (self->amount);
  g_free (self->description);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Transaction, clear_transaction)

/* By its own reference; without one, by all that it says, and its number among those that say the same. */
static char *
dup_key (KladkaIati *file, const KladkaIatiActivity *activity, const Transaction *transaction)
{
  const char *parts[] = { activity->key,
                          transaction->kind,
                          transaction->day != NULL ? transaction->day : "",
                          transaction->amount != NULL ? transaction->amount : "",
                          kladka_iati_orgs_get_word (file->orgs, transaction->from),
                          kladka_iati_orgs_get_word (file->orgs, transaction->to),
                          transaction->description != NULL ? transaction->description : "",
                          NULL };
  const char *named[] = { activity->key, transaction->kind, transaction->ref, NULL };
  g_autofree char *word = kladka_id_new_for (transaction->ref != NULL ? named : parts);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (file->keys, word)) + 1;

  g_hash_table_insert (file->keys, g_strdup (word), GUINT_TO_POINTER (n));
  return g_strdup_printf ("iati transaction %s %u", word, n);
}

static void
set (KladkaDraft *draft, const char *cell, const char *text, guint line)
{
  if (text != NULL)
    kladka_draft_set (draft, cell, text, TRUE, line);
}

static void
make_draft (KladkaIati *file, const KladkaIatiActivity *activity, const Transaction *transaction, guint line)
{
  KladkaDraft *draft = kladka_drafts_add (file->drafts, KLADKA_TYPE_TRANSACTION, NULL, line);

  draft->key = dup_key (file, activity, transaction);
  set (draft, "project", activity->key, line);
  set (draft, "kind", transaction->kind, line);
  set (draft, "day", transaction->day, line);
  set (draft, "amount", transaction->amount, line);
  set (draft, "description", transaction->description, line);
  kladka_iati_orgs_refer (file->orgs, draft, "from", transaction->from, line);
  kladka_iati_orgs_refer (file->orgs, draft, "to", transaction->to, line);
}

/* What of a transaction that goes in stays behind. */
static void
tell_left_behind (KladkaIati *file, const xmlNode *node)
{
  static const char *const placed[] = { "transaction-type", "transaction-date", "value", "description",
                                        "provider-org",     "receiver-org",     NULL };

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (child->ns == NULL && g_strv_contains (placed, (const char *)child->name))
        kladka_iati_is_first (file, child, KLADKA_TYPE_TRANSACTION);
      else
        kladka_iati_count_unplaced (file, child, "transaction");
    }
}

void
kladka_iati_read_transaction (KladkaIati *file, const KladkaIatiActivity *activity, const xmlNode *node)
{
  g_autofree char *code = dup_code (node);
  g_autofree char *lower = code != NULL ? g_ascii_strdown (code, -1) : NULL;
  const Meaning *meaning = lower != NULL ? find_meaning (lower) : NULL;
  const xmlNode *value = kladka_xml_find_child (node, "value");
  g_auto (Transaction) transaction = { .ref = kladka_xml_dup_attribute (node, "ref") };
  guint line = kladka_xml_get_line (node);

  transaction.day = dup_day (file, node, value);
  if (meaning == NULL)
    {
      report_left_out (file, node, code);
      return;
    }
  transaction.kind = meaning->kind;
  if (value != NULL)
    transaction.amount = dup_amount (file, activity->node, value);
  else
    report_amount (file, "no amount", line, g_strdup (_ ("The transaction has no amount; it is left empty.")));
  transaction.description = dup_description (file, node);
  transaction.from = find_party (file, node, "provider-org");
  transaction.to = find_party (file, node, "receiver-org");
  /* IATI: who gives and is not named is who reports; of a pledge that comes in, who gets. */
  if (g_str_equal (lower, "13"))
    transaction.to = transaction.to > 0 ? transaction.to : activity->reporter;
  else
    transaction.from = transaction.from > 0 ? transaction.from : activity->reporter;
  make_draft (file, activity, &transaction, line);
  tell_left_behind (file, node);
}
