# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the .po files say, for the lint scripts that compare texts with them."""

import pathlib
import re

ENTRY = re.compile(r'(?ms)^((?:#[^\n]*\n)*)(?:msgctxt ((?:"[^\n]*"\n)+))?msgid ((?:"[^\n]*"\n)+)'
                   r'(?:msgid_plural ((?:"[^\n]*"\n)+))?((?:msgstr(?:\[\d+\])? (?:"[^\n]*"\n?)+)+)')
EQUAL_AT_MOST = 0.05


def join(quoted):
    return ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', quoted or ''))


def entries(path):
    """(context, id) → (comments, translations) of a .po file, without its header and dropped entries."""
    found = {}
    text = '\n'.join(line for line in path.read_text(encoding='utf-8').splitlines() if not line.startswith('#~')) + '\n'
    for comments, context, identity, _, translations in ENTRY.findall(text):
        values = [join(value) for value in re.findall(r'msgstr(?:\[\d+\])? ((?:"[^\n]*"\n?)+)', translations)]
        if join(identity):
            found[(join(context), join(identity))] = (comments, values)
    return found


def names():
    """Texts that are the same in every language."""
    path = pathlib.Path(__file__).parent / 'names.txt'
    return {line for line in path.read_text(encoding='utf-8').splitlines() if line and not line.startswith('#')}


def too_equal(pairs):
    """The texts of (English, translation) that are alike, where they are more than may be."""
    pairs = list(pairs)
    equal = [text for text, value in pairs if text == value]
    return equal if len(equal) > EQUAL_AT_MOST * max(len(pairs), 1) else []
