# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""help.py SOURCE_DIR: every page of the manual is well-formed, every language has the same pages and ids, says them in
its own words, and calls what is on the screen as the program does."""

import re
import sys
import xml.etree.ElementTree as ET

import rooms
from catalogue import entries, too_equal
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


def bare(text):
    return text.replace('_', '')


def shown_in(top, lang):
    """What the program shows in a language, without its mnemonics."""
    if lang == 'C':
        return {bare(text) for _, text in entries(top / 'po' / 'pl.po')}
    return {bare(value) for _, values in entries(top / 'po' / f'{lang}.po').values() for value in values}


def unknown_labels(folder, shown):
    for path in sorted(folder.glob('*.page')):
        for node in ET.parse(path).iter():
            if node.tag.endswith('}gui') and ''.join(node.itertext()) not in shown:
                yield f'{path.name}: {"".join(node.itertext())}'


def paragraphs(folder):
    """What is written out on all pages, in their order, but for what one types: that is the same in every language."""
    for path in sorted(folder.glob('*.page')):
        for node in ET.parse(path).iter():
            if node.tag.rpartition('}')[2] in ('p', 'title', 'desc'):
                yield (node.text or '').strip() + ''.join(
                    ('' if child.tag.endswith('}input') else child.text or '') + (child.tail or '') for child in node)


def in_words(pairs):
    return (pair for pair in pairs if re.search(r'[a-z]{3}.* ', pair[0]))


def main():
    top = rooms.top_from(sys.argv[1])
    folder = top / 'help'
    tap = Tap()
    for lang in LANGUAGES:
        run_check(tap, f'/lint/help/{lang}-is-well-formed', 'xmllint', '--noout', *sorted((folder / lang).glob('*.page')))
    first = ids(folder / 'C')
    tap.check('/lint/help/C-has-an-index', [] if 'index.page' in first else ['index.page is missing'])
    tap.check('/lint/help/ids-are-those-of-their-files',
              [page for page, found in first.items() if f'{found[0]}.page' != page])
    for lang in LANGUAGES:
        tap.check(f'/lint/help/{lang}-names-what-the-program-shows', unknown_labels(folder / lang, shown_in(top, lang)))
    for lang in LANGUAGES[1:]:
        tap.check(f'/lint/help/{lang}-says-it-in-its-own-words',
                  too_equal(in_words(zip(paragraphs(folder / 'C'), paragraphs(folder / lang)))))
        tap.check(f'/lint/help/{lang}-has-the-pages-and-ids-of-C', differences(first, ids(folder / lang)))
    tap.end()


main()
