# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""files.py SOURCE_DIR: each file says whose it is, names no machine, is formatted, and stands where files may stand."""

import os
import pathlib
import re
import sys

import rooms
from tap import Tap, run

TOP_LEVEL = {'dev', 'README.md', 'COPYING', 'HACKING.md', 'meson.build', 'meson_options.txt', '.ci', '.clang-format',
             '.editorconfig', '.gitignore', 'src', 'data', 'po', 'tests', 'bench', 'help'}
NOT_OURS = {'.git', 'build', 'out'}
WITH_HEADER = {'.c', '.h', '.py', '.ui', '.xml', '.svg', '.sh', '.css', '.po'}
CODE = {'.c', '.h'}
# A path of somebody's machine has no place in a project.
MACHINE_PATH = re.compile(r'(?<![\w.~/-])/(?:work|home|root|Users|mnt)/[\w.]')


def all_files(top):
    for folder, names, files in os.walk(top):
        if pathlib.Path(folder) == top:
            names[:] = [name for name in names if name not in NOT_OURS and not name.startswith('build')]
        names[:] = [name for name in names if name != '__pycache__']
        for name in files:
            path = pathlib.Path(folder) / name
            if path.relative_to(top).parts[0] != '.git':
                yield path


def text_of(path):
    data = path.read_bytes()
    return None if b'\0' in data[:8192] else data.decode('utf-8', errors='replace')


def wants_header(top, path):
    relative = path.relative_to(top)
    if relative.parts[:2] in (('data', 'sample'), ('data', 'capabilities'), ('data', 'screenshots'), ('tests', 'data')):
        return False
    if relative.parts[0] == 'tests' and 'corpus' in relative.parts:
        return False
    return path.suffix in WITH_HEADER or path.name in ('meson.build', 'meson_options.txt', 'dev', 'xrun')


def no_header(top, path, text):
    head = '\n'.join(text.splitlines()[:8])
    return wants_header(top, path) and not ('SPDX-FileCopyrightText:' in head
                                            and 'SPDX-License-Identifier: GPL-3.0-or-later' in head)


def format_problems(top, files):
    config = top / '.clang-format'
    status, said = run('clang-format', f'--style=file:{config}', '--dry-run', '-Werror', '--ferror-limit=3', *files)
    if status == 0:
        return []
    wrong = sorted(set(re.findall(r'^(\S+?):\d+:\d+: error', said, re.MULTILINE)))
    return [f'{os.path.relpath(path, top)}: ./dev format' for path in wrong] or [said]


def check_format(tap, top, files):
    try:
        _, version = run('clang-format', '--version')
    except FileNotFoundError:
        version = 'none'
    if ' 14.' not in version:
        tap.skip('/lint/files/clang-format', 'clang-format 14 is the judge')
        return
    for folder in ('src', 'tests', 'bench'):
        mine = [path for path in files if path.suffix in CODE and path.relative_to(top).parts[0] == folder]
        if mine:
            tap.check(f'/lint/files/clang-format-{folder}', format_problems(top, mine))


def packages(top, group):
    text = (top / 'dev').read_text(encoding='utf-8')
    return re.search(rf'packages_{group}=\(([^)]*)\)', text).group(1).split()


def readme_problems(top):
    """The README names what `dev` would install."""
    told = re.findall(r'`sudo (apt-get|dnf) install ([^`]*)`', (top / 'README.md').read_text(encoding='utf-8'))
    named = {tool: {word for word in words.split() if not word.startswith('--')} for tool, words in told}
    yield from (f'not named for Debian: {name}' for name in sorted(set(packages(top, 'build')) ^ named.get('apt-get', set())))
    yield from (f'not in dev: {name}' for name in sorted(named.get('dnf', {'dnf'}) - set(packages(top, 'fedora'))))


def main():
    top = rooms.top_from(sys.argv[1])
    tap = Tap()
    files = sorted(all_files(top))
    texts = {path: text for path in files if (text := text_of(path)) is not None}
    shown = {path: str(path.relative_to(top)) for path in files}
    tap.check('/lint/files/top-level-is-as-agreed',
              sorted({path.relative_to(top).parts[0] for path in files} - TOP_LEVEL))
    tap.check('/lint/files/every-file-says-whose-it-is',
              (shown[path] for path, text in texts.items() if no_header(top, path, text)))
    tap.check('/lint/files/no-path-of-a-machine',
              (f'{shown[path]}:{text[:match.start()].count(chr(10)) + 1}: {match.group(0)}'
               for path, text in texts.items() if path.name != 'files.py' for match in MACHINE_PATH.finditer(text)))
    tap.check('/lint/files/text-is-utf-8-and-ends-in-a-newline',
              (shown[path] for path, text in texts.items()
               if path.suffix in WITH_HEADER | {'.md', '.build'} and ('\ufffd' in text or not text.endswith('\n'))))
    tap.check('/lint/files/no-blanks-at-line-ends',
              (f'{shown[path]}:{number}' for path, text in texts.items()
               if path.suffix in WITH_HEADER - {'.po', '.svg'} and wants_header(top, path)
               for number, line in enumerate(text.split('\n'), 1) if line != line.rstrip()))
    tap.check('/lint/files/no-textdomain',
              (shown[path] for path, text in texts.items() if path.suffix in CODE and re.search(r'\btextdomain \(', text)))
    tap.check('/lint/files/readme-names-the-packages', readme_problems(top))
    check_format(tap, top, files)
    tap.end()


main()
