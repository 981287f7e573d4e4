/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-style.h"

static const char *const style_names[] = { "light", "dark", "contrast", "contrast dark", "paper", "grey" };

/* The first four carry dim text too. */
static const KladkaInk text_grounds[] = {
  KLADKA_INK_BACKGROUND,    KLADKA_INK_ROW,         KLADKA_INK_LANE,
  KLADKA_INK_RULER,         KLADKA_INK_BUBBLE,      KLADKA_INK_BAR_DELIVERING,
  KLADKA_INK_BAR_COMMITTED, KLADKA_INK_BAR_PLANNED, KLADKA_INK_BAR_STOPPED,
};

static double
get_contrast_on (const KladkaStyle *style, const KladkaColour *text, const KladkaColour *fill)
{
  KladkaColour ground = kladka_colour_blend (fill, &style->looks[KLADKA_INK_BACKGROUND].fill);

  return kladka_colour_get_contrast (text, &ground);
}

static void
check_contrast (const KladkaStyle *style, KladkaInk text, KladkaInk ground)
{
  g_test_message ("%s: text of %d on %d", style_names[style->kind], text, ground);
  g_assert_cmpfloat (get_contrast_on (style, &style->looks[text].text, &style->looks[ground].fill), >=, 4.5);
}

static void
test_text_stands_out (void)
{
  for (guint kind = 0; kind < KLADKA_N_STYLES; kind++)
    {
      KladkaStyle style;

      kladka_style_init (&style, kind);
      for (KladkaInk ink = KLADKA_INK_STATE_NOT_RECORDED; ink <= KLADKA_INK_STATE_COVERED; ink++)
        check_contrast (&style, ink, ink);
      for (guint i = 0; i < G_N_ELEMENTS (text_grounds); i++)
        check_contrast (&style, text_grounds[i], text_grounds[i]);
      for (guint i = 0; i < 4; i++)
        check_contrast (&style, KLADKA_INK_TEXT_DIM, text_grounds[i]);
    }
}

/* Even on grey paper and for those who see no colours. */
static void
test_states_differ_without_colour (void)
{
  for (guint kind = 0; kind < KLADKA_N_STYLES; kind++)
    {
      KladkaStyle style;

      kladka_style_init (&style, kind);
      for (KladkaInk a = KLADKA_INK_STATE_UNASKED; a <= KLADKA_INK_STATE_COVERED; a++)
        for (KladkaInk b = a + 1; b <= KLADKA_INK_STATE_COVERED; b++)
          {
            const KladkaLook *of_a = &style.looks[a], *of_b = &style.looks[b];
            g_test_message ("%s: %d and %d", style_names[kind], a, b);
            g_assert_true (of_a->hatch != of_b->hatch || kladka_colour_get_contrast (&of_a->fill, &of_b->fill) >= 1.2);
          }
    }
}

static void
test_grey_has_no_colour (void)
{
  KladkaStyle style;

  kladka_style_init (&style, KLADKA_STYLE_GREY);
  for (KladkaInk ink = KLADKA_INK_BACKGROUND; ink <= KLADKA_INK_SUPPLY_PLANNED; ink++)
    {
      const KladkaColour *it = &style.looks[ink].fill;
      g_test_message ("ink %d", ink);
      g_assert_cmpfloat (MAX (it->red, MAX (it->green, it->blue)) - MIN (it->red, MIN (it->green, it->blue)), <, 0.04);
    }
}

static void
test_theme_is_taken_over (void)
{
  KladkaColour background = { 0.1, 0.1, 0.1, 1 }, text = { 1, 1, 1, 0.9 }, accent = { 0.2, 0.5, 0.9, 1 };
  KladkaStyle style;

  kladka_style_init (&style, KLADKA_STYLE_DARK);
  kladka_style_set_theme (&style, &background, &text, &accent);
  g_assert_cmpfloat (style.looks[KLADKA_INK_BACKGROUND].fill.red, ==, 0.1);
  g_assert_cmpfloat_with_epsilon (style.looks[KLADKA_INK_TEXT].text.red, 0.91, 1e-9);
  g_assert_cmpfloat (style.looks[KLADKA_INK_SELECTED].stroke.blue, ==, 0.9);
  g_assert_cmpfloat_with_epsilon (style.looks[KLADKA_INK_FOCUS].stroke.red, 0.91, 1e-9);
  g_assert_cmpfloat (style.looks[KLADKA_INK_SELECTED].fill.alpha, <, 0.5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/style/text-stands-out-from-its-ground", test_text_stands_out);
  g_test_add_func ("/chart/style/states-differ-without-colour", test_states_differ_without_colour);
  g_test_add_func ("/chart/style/grey-has-no-colour", test_grey_has_no_colour);
  g_test_add_func ("/chart/style/theme-is-taken-over", test_theme_is_taken_over);
  return g_test_run ();
}
