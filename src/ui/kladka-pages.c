/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "kladka-coverage-page.h"
#include "kladka-explain-pane.h"
#include "kladka-overview-page.h"
#include "kladka-pages.h"
#include "kladka-record-pane.h"
#include "kladka-table-page.h"
#include "kladka-timeline-page.h"

static GtkWidget *
new_placeholder (KladkaPage page, KladkaViewState *state)
{
  return g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", kladka_page_get_icon (page), "title",
                       kladka_page_get_label (page, kladka_view_state_get_words (state)), NULL);
}

GtkWidget *
kladka_page_widget_new (KladkaPage page, KladkaViewState *state, GSettings *settings)
{
  switch (page)
    {
    case KLADKA_PAGE_OVERVIEW:
      return kladka_overview_page_new (state);
    case KLADKA_PAGE_NEEDS:
    case KLADKA_PAGE_OFFERS:
    case KLADKA_PAGE_PROJECTS:
    case KLADKA_PAGE_ORGANISATIONS:
    case KLADKA_PAGE_CAPABILITIES:
    case KLADKA_PAGE_INITIATIVES:
      return kladka_table_page_new (state, page, settings);
    case KLADKA_PAGE_TIMELINE:
      return kladka_timeline_page_new (state);
    case KLADKA_PAGE_COVERAGE:
      return kladka_coverage_page_new (state);
    default:
      return new_placeholder (page, state);
    }
}

GtkWidget *
kladka_record_pane_widget_new (KladkaViewState *state)
{
  return kladka_record_pane_new (state);
}

GtkWidget *
kladka_explain_pane_widget_new (KladkaViewState *state)
{
  return kladka_explain_pane_new (state);
}
