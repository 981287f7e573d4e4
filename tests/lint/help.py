# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""help.py SOURCE_DIR: every page of the manual is well-formed, and every language has the same pages and ids."""

import sys
import xml.etree.ElementTree as ET

import rooms
from tap import Tap, run_check

LANGUAGES = ('C', 'pl', 'uk')


def ids(folder):
    """page → its ids in their order, or what is wrong with it."""
    found = {}
    for path in sorted(folder.glob('*.page')):
        try:
            found[path.name] = [node.get('id') for node in ET.parse(path).iter() if node.get('id')]
        except ET.ParseError as error:
            found[path.name] = [str(error)]
    return found


def differences(first, other):
    for page in sorted(first.keys() | other.keys()):
        if first.get(page) != other.get(page):
            yield f'{page}: {first.get(page, "missing")} in C, here {other.get(page, "missing")}'


def main():
    folder = rooms.top_from(sys.argv[1]) / 'help'
    tap = Tap()
    for lang in LANGUAGES:
        run_check(tap, f'/lint/help/{lang}-is-well-formed', 'xmllint', '--noout', *sorted((folder / lang).glob('*.page')))
    first = ids(folder / 'C')
    tap.check('/lint/help/C-has-an-index', [] if 'index.page' in first else ['index.page is missing'])
    tap.check('/lint/help/ids-are-those-of-their-files',
              [page for page, found in first.items() if f'{found[0]}.page' != page])
    for lang in LANGUAGES[1:]:
        tap.check(f'/lint/help/{lang}-has-the-pages-and-ids-of-C', differences(first, ids(folder / lang)))
    tap.end()


main()
