/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* encode-symbolic FOLDER SVG...: of each symbolic icon of one colour the picture of 16 pixels that GTK shows without
 * starting an SVG library, FOLDER/NAME.symbolic.png. Its alpha is the icon; red, green and blue would say how much of
 * it is in the colours of success, warning and error. Larger sizes are still drawn from the SVG. */

#include <gdk-pixbuf/gdk-pixbuf.h>

#define SIZE 16

static void
clear_colours (GdkPixbuf *icon)
{
  guint8 *pixels = gdk_pixbuf_get_pixels (icon);
  int stride = gdk_pixbuf_get_rowstride (icon);

  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      for (int channel = 0; channel < 3; channel++)
        pixels[y * stride + 4 * x + channel] = 0;
}

static gboolean
encode (const char *folder, const char *svg, GError **error)
{
  g_autoptr (GdkPixbuf) icon = gdk_pixbuf_new_from_file_at_scale (svg, SIZE, SIZE, FALSE, error);
  g_autofree char *name = g_path_get_basename (svg);
  g_autofree char *picture = NULL;
  g_autofree char *path = NULL;

  if (icon == NULL)
    return FALSE;
  g_return_val_if_fail (gdk_pixbuf_get_has_alpha (icon) && g_str_has_suffix (name, ".svg"), FALSE);
  clear_colours (icon);
  name[strlen (name) - strlen (".svg")] = '\0';
  picture = g_strconcat (name, ".symbolic.png", NULL);
  path = g_build_filename (folder, picture, NULL);
  return gdk_pixbuf_save (icon, path, "png", error, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  for (int i = 2; i < argc; i++)
    if (!encode (argv[1], argv[i], &error))
      {
        g_printerr ("%s: %s\n", argv[i], error != NULL ? error->message : "no picture");
        return 1;
      }
  return 0;
}
