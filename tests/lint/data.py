# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""data.py SOURCE_DIR BUILD_DIR: what the desktop is told about Kladka is valid."""

import pathlib
import re
import sys
import tempfile
import xml.etree.ElementTree as tree

import rooms
from tap import Tap, run, run_check

ID = 'org.kladka.Kladka'
MIME = '{http://www.freedesktop.org/standards/shared-mime-info}'


def mime_problems(path):
    """As the store writes it: SQLite's header, application id 'KLDK' at byte 68, ending .kladka."""
    kind = tree.parse(path).getroot().find(f'{MIME}mime-type')
    inner = kind.find(f'{MIME}magic/{MIME}match/{MIME}match')
    if kind.get('type') != 'application/vnd.kladka.plan':
        yield f'type {kind.get("type")}'
    if int(inner.get('value'), 16) != int.from_bytes(b'KLDK', 'big') or inner.get('offset') != '68':
        yield 'the magic number is not KLDK at 68'
    if kind.find(f'{MIME}glob').get('pattern') != '*.kladka':
        yield 'the ending is not .kladka'
    if kind.find(f'{MIME}sub-class-of').get('type') != 'application/vnd.sqlite3':
        yield 'not a kind of SQLite file'


def check_mime(tap, path):
    with tempfile.TemporaryDirectory() as folder:
        packages = pathlib.Path(folder) / 'packages'
        packages.mkdir()
        (packages / path.name).write_bytes(path.read_bytes())
        run_check(tap, '/lint/data/mime-type-compiles', 'update-mime-database', folder)
    tap.check('/lint/data/mime-type-is-the-stores', mime_problems(path))


def icon_problems(path):
    root = tree.parse(path).getroot()
    if root.get('viewBox') is None or root.get('width') is None:
        yield 'no size'
    if path.name.endswith('-symbolic.svg') and root.get('width') != '16':
        yield 'symbolic icons are 16 pixels'
    if re.search(r'(?:href|url)\s*[=(]\s*["\']?(?:https?|file):', path.read_text(encoding='utf-8')):
        yield 'it points outside'


def main():
    top, build = rooms.top_from(sys.argv[1]), rooms.top_from(sys.argv[2])
    tap = Tap()
    made = build / 'data'
    run_check(tap, '/lint/data/desktop-file', 'desktop-file-validate', made / f'{ID}.desktop')
    run_check(tap, '/lint/data/metainfo', 'appstreamcli', 'validate', '--no-net', '--no-color', made / f'{ID}.metainfo.xml')
    with tempfile.TemporaryDirectory() as folder:
        run_check(tap, '/lint/data/schema', 'glib-compile-schemas', '--strict', f'--targetdir={folder}', top / 'data')
    check_mime(tap, made / f'{ID}.xml')
    for path in sorted((top / 'data' / 'icons').rglob('*.svg')):
        tap.check(f'/lint/data/icon/{path.stem}', icon_problems(path))
    version = re.search(r"version: '([^']+)'", (top / 'meson.build').read_text(encoding='utf-8')).group(1)
    newest = tree.parse(made / f'{ID}.metainfo.xml').getroot().find('releases/release').get('version')
    tap.check('/lint/data/metainfo-tells-of-this-version', [] if newest == version else [f'{newest}, not {version}'])
    tap.end()


main()
