/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What every display test stands on: xrun's display, its fonts, and the schema and icons of the build tree. */

#include <adwaita.h>

static void
wait_until_mapped (GtkWidget *window)
{
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  while (!gtk_widget_get_mapped (window) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_window_opens (void)
{
  GtkWidget *window = g_object_ref_sink (adw_window_new ());

  gtk_window_present (GTK_WINDOW (window));
  wait_until_mapped (window);
  g_assert_true (gtk_widget_get_mapped (window));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (window);
}

static void
test_inter_is_the_only_font (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));
  PangoContext *context = gtk_widget_get_pango_context (label);
  g_autofree PangoFontFamily **families = NULL;
  int n_families = 0;
  gboolean seen = FALSE;

  pango_context_list_families (context, &families, &n_families);
  for (int i = 0; i < n_families; i++)
    {
      const char *name = pango_font_family_get_name (families[i]);

      if (g_str_has_prefix (name, "Inter"))
        seen = TRUE;
      else /* Pango lists its generic names besides */
        g_assert_true (g_ascii_islower (name[0]) || g_str_equal (name, "Sans") || g_str_equal (name, "Serif")
                       || g_str_equal (name, "Monospace") || g_str_equal (name, "System-ui"));
    }
  g_assert_true (seen);
}

static void
test_font_has_all_letters (void)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (label, "Zażółć gęślą jaźń ЖИВІ Ґанок їжак є ’ ₴ zł € → ≥ ✓ …");

  g_assert_cmpint (pango_layout_get_unknown_glyphs_count (layout), ==, 0);
}

static void
test_schema_is_found (void)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.kladka.Kladka");
  g_autofree char *language = g_settings_get_string (settings, "language");

  g_assert_cmpstr (language, ==, "");
  g_assert_true (g_settings_set_string (settings, "language", "uk"));
}

static void
test_every_page_has_its_icon (void)
{
  static const char *const pages[] = { "overview", "needs",         "offers",       "projects",   "timeline",
                                       "coverage", "organisations", "capabilities", "initiatives" };
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  gtk_icon_theme_add_resource_path (theme, "/org/kladka/Kladka/icons");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *name = g_strdup_printf ("kladka-%s-symbolic", pages[i]);

      if (!gtk_icon_theme_has_icon (theme, name))
        g_error ("no icon %s", name);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/stage/window-opens-and-is-gone", test_window_opens);
  g_test_add_func ("/stage/inter-is-the-only-font", test_inter_is_the_only_font);
  g_test_add_func ("/stage/font-has-all-letters", test_font_has_all_letters);
  g_test_add_func ("/stage/schema-is-found", test_schema_is_found);
  g_test_add_func ("/stage/every-page-has-its-icon", test_every_page_has_its_icon);
  return g_test_run ();
}
