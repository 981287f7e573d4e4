# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""po.py SOURCE_DIR XGETTEXT_ARGUMENT...: the translations are whole, and of what the sources say."""

import csv
import pathlib
import re
import sys
import tempfile
import xml.etree.ElementTree as tree

import rooms
from catalogue import entries, names, too_equal
from tap import Tap, run

# What meson's preset `glib` adds (mesonbuild: i18n), for this run of our own.
PRESET = ['--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
          '--keyword=NC_:1c,2', '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3']
MARKED = re.compile(r'(?<![\w#])(?:_|N_|C_|NC_|KC_|KN_|ngettext|g_dngettext|kladka_words_get(?:_c|_n)?)'
                    r' \((?:[^()"]*,)?\s*"')


def marked_files(top):
    for path in sorted((top / 'src').rglob('*.c')):
        if MARKED.search(path.read_text(encoding='utf-8')):
            yield path
    for path in sorted((top / 'src').rglob('*.ui')):
        if 'translatable="yes"' in path.read_text(encoding='utf-8'):
            yield path
    yield from sorted((top / 'data').glob('*.in'))


def sources(top, arguments):
    """What xgettext finds now."""
    with tempfile.TemporaryDirectory() as folder:
        pot = pathlib.Path(folder) / 'kladka.pot'
        status, said = run('xgettext', '-o', pot, f'--directory={top}', f'--files-from={top / "po" / "POTFILES"}',
                           *PRESET, *arguments)
        return (entries(pot) if status == 0 and pot.exists() else {}), ([] if status == 0 else [said])


def show(keys):
    return [f'{context}: {text}' if context else text for context, text in sorted(keys)]


def check_catalogue(tap, top, lang, wanted):
    path = top / 'po' / f'{lang}.po'
    found = entries(path)
    status, said = run('msgfmt', '--check', '--check-accelerators=_', '-o', '/dev/null', path)
    tap.check(f'/lint/po/{lang}/is-well-formed', [] if status == 0 else [said])
    tap.check(f'/lint/po/{lang}/has-every-text-of-the-sources', show(wanted.keys() - found.keys()))
    tap.check(f'/lint/po/{lang}/has-nothing-else', show(found.keys() - wanted.keys()))
    tap.check(f'/lint/po/{lang}/is-translated',
              show(key for key, (_, values) in found.items() if not all(values) or not values))
    tap.check(f'/lint/po/{lang}/has-nothing-fuzzy',
              show(key for key, (comments, _) in found.items() if re.search(r'^#,.*\bfuzzy\b', comments, re.MULTILINE)))
    own = [(key[1], key[1] if key[1] in values else None) for key, (_, values) in found.items() if key[1] not in names()]
    tap.check(f'/lint/po/{lang}/says-it-in-its-own-words', too_equal(own))
    tap.check(f'/lint/po/{lang}/mnemonics-are-one-to-a-menu', mnemonics(top, found))
    tap.check(f'/lint/po/{lang}/keeps-colons-and-dots', punctuation(found))


def punctuation(found):
    """A sentence stays a sentence, an ellipsis an ellipsis."""
    for (context, text), (_, values) in sorted(found.items()):
        for value in values:
            if value and text[-1] in '…:' and value[-1] != text[-1]:
                yield f'{text} → {value}'


def menus(top):
    """(file and id, labels) of every menu that is written down."""
    for path in sorted((top / 'src').rglob('*.ui')):
        for menu in tree.parse(path).getroot().iter('menu'):
            yield (f'{path.name} {menu.get("id")}',
                   [label.text for label in menu.iter('attribute') if label.get('translatable') == 'yes'])


def mnemonics(top, found):
    """Two labels of one menu with the same letter; @found: nothing for English."""
    for where, labels in menus(top):
        taken = {}
        for label in labels:
            own = found.get(('', label), ('', [label]))[1][0]
            letter = re.search(r'_(.)', own)
            if letter and taken.setdefault(letter.group(1).lower(), own) != own:
                yield f'{where}: {taken[letter.group(1).lower()]}, {own}'


def data_words(top, lang):
    """(English, translation) of what the sample plan and the capabilities say in both."""
    for path in sorted((top / 'data').rglob('*.csv')):
        with open(path, encoding='utf-8', newline='') as file:
            for row in csv.DictReader(file):
                for head in row:
                    stem, _, english = head.partition(':')
                    own = row.get(f'{stem}:{lang}')
                    if english == 'en' and row[head] and own:
                        yield row[head], own


def main():
    top, arguments = rooms.top_from(sys.argv[1]), sys.argv[2:]
    tap = Tap()
    listed = [line for line in (top / 'po' / 'POTFILES').read_text().splitlines() if line and not line.startswith('#')]
    marked = [str(path.relative_to(top)) for path in marked_files(top)]
    tap.check('/lint/po/potfiles-lists-what-has-texts', (path for path in marked if path not in listed))
    tap.check('/lint/po/potfiles-lists-what-exists', (path for path in listed if not (top / path).exists()))
    tap.check('/lint/po/potfiles-is-sorted', [] if listed == sorted(set(listed)) else ['sort -u'])
    wanted, problems = sources(top, arguments)
    tap.check('/lint/po/xgettext-reads-the-sources', problems or ([] if wanted else ['no texts at all']))
    tap.check('/lint/po/en/mnemonics-are-one-to-a-menu', mnemonics(top, {}))
    for lang in (top / 'po' / 'LINGUAS').read_text().split():
        check_catalogue(tap, top, lang, wanted)
        tap.check(f'/lint/po/{lang}/data-says-it-in-its-own-words', too_equal(data_words(top, lang)))
    tap.end()


main()
