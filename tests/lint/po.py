# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""po.py SOURCE_DIR XGETTEXT_ARGUMENT...: the translations are whole, and of what the sources say."""

import pathlib
import re
import sys
import tempfile

import rooms
from tap import Tap, run

# What meson's preset `glib` adds (mesonbuild: i18n), for this run of our own.
PRESET = ['--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2',
          '--keyword=NC_:1c,2', '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3']
MARKED = re.compile(r'(?<![\w#])(?:_|N_|C_|NC_|KC_|KN_|ngettext|g_dngettext|kladka_words_get(?:_c|_n)?)'
                    r' \((?:[^()"]*,)?\s*"')
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


def check_catalogue(tap, top, lang, wanted, names):
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
    equal = [key for key, (_, values) in found.items() if key[1] not in names and key[1] in values]
    many = len(equal) > EQUAL_AT_MOST * max(len(found), 1)
    tap.check(f'/lint/po/{lang}/says-it-in-its-own-words', show(equal) if many else [])
    tap.check(f'/lint/po/{lang}/keeps-colons-and-dots', punctuation(found))


def punctuation(found):
    """A sentence stays a sentence, an ellipsis an ellipsis."""
    for (context, text), (_, values) in sorted(found.items()):
        for value in values:
            if value and text[-1] in '…:' and value[-1] != text[-1]:
                yield f'{text} → {value}'


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
    names = {line for line in (pathlib.Path(__file__).parent / 'names.txt').read_text(encoding='utf-8').splitlines()
             if line and not line.startswith('#')}
    for lang in (top / 'po' / 'LINGUAS').read_text().split():
        check_catalogue(tap, top, lang, wanted, names)
    tap.end()


main()
