/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ctrl-C, and whoever asks the command to end: what was begun is given up in good order, so that no working copy stays
 * behind. Waiting for signals on a thread of its own may do what a handler may not. */

#include "kladka-cli.h"

#include <signal.h>
#include <unistd.h>

static void
fill (sigset_t *set)
{
  sigemptyset (set);
  sigaddset (set, SIGINT);
  sigaddset (set, SIGTERM);
  sigaddset (set, SIGHUP);
}

/* Whoever asks again after a while does not want to wait. At once, it is the same wish: timeout(1) sends it to the
 * process and to its group. */
static gpointer
wait_cb (gpointer data)
{
  g_autoptr (GCancellable) cancellable = data;
  sigset_t set;
  gint64 asked;
  int signal;

  fill (&set);
  sigwait (&set, &signal);
  g_cancellable_cancel (cancellable);
  asked = g_get_monotonic_time ();
  do
    sigwait (&set, &signal);
  while (g_get_monotonic_time () - asked < G_USEC_PER_SEC);
  _exit (KLADKA_EXIT_INTERRUPTED);
}

GCancellable *
kladka_cli_watch_interrupts (void)
{
  GCancellable *cancellable = g_cancellable_new ();
  sigset_t set;

  fill (&set);
  /* Threads that begin later take after this one. */
  pthread_sigmask (SIG_BLOCK, &set, NULL);
  g_thread_unref (g_thread_new ("interrupts", wait_cb, g_object_ref (cancellable)));
  return cancellable;
}
