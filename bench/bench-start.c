/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-start empty | kladka [FILE]: prints on one line the CPU milliseconds since the process began until its first
 * frame, those until the first frame with the content of its page (plan and coverage in it), and the kilobytes it
 * keeps. A process of its own each time, because a toolkit is started once. */

#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "kladka-application.h"
#include "kladka-window.h"

typedef struct {
  GtkWindow *window;
  double first_ms; /* 0: nothing was painted yet */
} Start;

static double
get_cpu_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3
         + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static long
get_resident_kb (void)
{
  g_autofree char *text = NULL;
  const char *line;
  long kb = 0;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return 0;
  line = strstr (text, "VmRSS:");
  if (line != NULL)
    sscanf (line, "VmRSS: %ld", &kb);
  return kb;
}

static gboolean
has_content (const Start *start)
{
  if (!KLADKA_IS_WINDOW (start->window))
    return TRUE;
  return kladka_window_is_complete (KLADKA_WINDOW (start->window))
         && !kladka_view_state_is_computing (kladka_window_get_state (KLADKA_WINDOW (start->window)));
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer data)
{
  Start *start = data;

  if (start->first_ms == 0)
    start->first_ms = get_cpu_ms ();
  if (!has_content (start))
    return;
  printf ("%.1f %.1f %ld\n", start->first_ms, get_cpu_ms (), get_resident_kb ());
  fflush (stdout);
  _exit (0);
}

static void
map_cb (GtkWidget *window, Start *start)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint_cb), start);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, Start *start)
{
  if (start->window != NULL)
    return;
  start->window = window;
  g_signal_connect (window, "map", G_CALLBACK (map_cb), start);
}

static void
show_empty_cb (GtkApplication *application, gpointer data)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 700);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  gboolean empty = argc > 1 && g_str_equal (argv[1], "empty");
  Start start = { NULL, 0 };
  g_autoptr (GtkApplication) application = NULL;

  if (empty)
    {
      application = GTK_APPLICATION (adw_application_new ("org.kladka.Empty", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (show_empty_cb), NULL);
    }
  else
    application = GTK_APPLICATION (kladka_application_new ());
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &start);
  argv[1] = argv[0];
  return g_application_run (G_APPLICATION (application), argc - 1, argv + 1);
}
