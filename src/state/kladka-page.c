/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-view-state.h"

typedef struct {
  const char *name;
  const char *label;
  const char *icon;
  KladkaType type;
} Page;

static const Page pages[KLADKA_N_PAGES] = {
  [KLADKA_PAGE_OVERVIEW] = { "overview", KC_ ("page", "Overview"), "kladka-overview-symbolic", KLADKA_TYPE_NONE },
  [KLADKA_PAGE_NEEDS] = { "needs", KC_ ("page", "Needs"), "kladka-needs-symbolic", KLADKA_TYPE_NEED },
  [KLADKA_PAGE_OFFERS] = { "offers", KC_ ("page", "Offers"), "kladka-offers-symbolic", KLADKA_TYPE_OFFER },
  [KLADKA_PAGE_PROJECTS] = { "projects", KC_ ("page", "Projects"), "kladka-projects-symbolic", KLADKA_TYPE_PROJECT },
  [KLADKA_PAGE_TIMELINE] = { "timeline", KC_ ("page", "Timeline"), "kladka-timeline-symbolic", KLADKA_TYPE_NONE },
  [KLADKA_PAGE_COVERAGE] = { "coverage", KC_ ("page", "Coverage"), "kladka-coverage-symbolic", KLADKA_TYPE_NONE },
  [KLADKA_PAGE_ORGANISATIONS] = { "organisations", KC_ ("page", "Organisations"), "kladka-organisations-symbolic",
                                  KLADKA_TYPE_ORGANISATION },
  [KLADKA_PAGE_CAPABILITIES] = { "capabilities", KC_ ("page", "Capabilities"), "kladka-capabilities-symbolic",
                                 KLADKA_TYPE_CAPABILITY },
  [KLADKA_PAGE_INITIATIVES] = { "initiatives", KC_ ("page", "Initiatives"), "kladka-initiatives-symbolic",
                                KLADKA_TYPE_INITIATIVE },
};

KladkaPage
kladka_page_of_type (KladkaType type)
{
  for (guint page = 0; page < KLADKA_N_PAGES; page++)
    if (pages[page].type == type && type != KLADKA_TYPE_NONE)
      return page;
  return KLADKA_PAGE_OVERVIEW;
}

KladkaType
kladka_page_get_type_of (KladkaPage page)
{
  return pages[page].type;
}

const char *
kladka_page_get_name (KladkaPage page)
{
  return pages[page].name;
}

const char *
kladka_page_get_label (KladkaPage page, const KladkaWords *words)
{
  return kladka_words_get_c (words, "page", pages[page].label);
}

const char *
kladka_page_get_icon (KladkaPage page)
{
  return pages[page].icon;
}
