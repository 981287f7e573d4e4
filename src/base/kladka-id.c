/* SPDX-FileCopyrightText: 2026 The Kladka authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kladka-id.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#define ID_BYTES 16

static char *
print_hex (const guint8 *bytes, gsize length)
{
  static const char digits[] = "0123456789abcdef";
  char *hex = g_malloc (2 * length + 1);

  for (gsize i = 0; i < length; i++)
    {
      hex[2 * i] = digits[bytes[i] >> 4];
      hex[2 * i + 1] = digits[bytes[i] & 15];
    }
  hex[2 * length] = '\0';
  return hex;
}

char *
kladka_id_new (void)
{
  guint8 bytes[ID_BYTES];
  gsize filled = 0;

  while (filled < sizeof bytes)
    {
      ssize_t got = getrandom (bytes + filled, sizeof bytes - filled, 0);
      if (got > 0)
        filled += got;
      else if (errno != EINTR)
        g_error ("the system gives no random numbers: %s", g_strerror (errno));
    }
  return print_hex (bytes, sizeof bytes);
}

char *
kladka_id_new_for (const char *const *parts)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  /* The length before each part keeps ("ab", "c") and ("a", "bc") apart. */
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      guint64 size = GUINT64_TO_LE (strlen (parts[i]));
      g_checksum_update (sum, (const guchar *)&size, sizeof size);
      g_checksum_update (sum, (const guchar *)parts[i], strlen (parts[i]));
    }
  g_checksum_get_digest (sum, digest, &length);
  return print_hex (digest, ID_BYTES);
}

gboolean
kladka_id_is_valid (const char *id)
{
  gsize length = 0;

  if (id == NULL)
    return FALSE;
  for (; id[length] != '\0'; length++)
    {
      char c = id[length];
      if (length == KLADKA_ID_MAX || (!g_ascii_isalnum (c) && c != '.' && c != '_' && c != '-'))
        return FALSE;
    }
  return length > 0;
}
