# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The rooms of the house and what each may include (HACKING.md, "Rooms"). The one copy that is checked."""

import os
import pathlib
import re
import shlex
import subprocess

ORDER = ['base', 'model', 'analysis', 'store', 'exchange', 'chart', 'report', 'state', 'cli', 'ui']

MAY_INCLUDE = {
    'base': [],
    'model': ['base'],
    'analysis': ['base', 'model'],
    'store': ['base', 'model'],
    'exchange': ['base', 'model'],
    'chart': ['base', 'model', 'analysis'],
    'report': ['base', 'model', 'analysis', 'chart'],
    'state': ['base', 'model', 'analysis', 'chart'],
    'cli': ['base', 'model', 'analysis', 'store', 'exchange', 'chart', 'report'],
    'ui': ['base', 'model', 'analysis', 'store', 'exchange', 'chart', 'report', 'state'],
}

# pkg-config modules a room brings along; it also gets those of the rooms it includes.
MODULES = {
    'base': ['glib-2.0', 'gobject-2.0', 'gio-2.0', 'gio-unix-2.0'],
    'model': ['json-glib-1.0'],
    'analysis': [],
    'store': ['sqlite3'],
    'exchange': ['json-glib-1.0', 'libxml-2.0'],
    'chart': ['cairo', 'pango', 'pangocairo'],
    'report': ['cairo', 'cairo-pdf', 'cairo-svg', 'cairo-png', 'pango', 'pangocairo'],
    'state': [],
    'cli': [],
    'ui': ['gtk4', 'gtk4-unix-print', 'libadwaita-1'],
}
# Linked by a room but no business of those who include it.
PRIVATE_MODULES = {'base': ['icu-i18n', 'icu-uc'], 'model': ['json-glib-1.0'], 'store': ['sqlite3'],
                   'exchange': ['json-glib-1.0', 'libxml-2.0']}

# System headers, by the beginning of their name, that only these rooms may include (with `.c`: only in .c files and -private headers).
SYSTEM = [
    (r'sqlite3', {'store'}),
    (r'(gtk|gdk|gsk|adwaita)\b', {'ui'}),
    (r'(cairo|pango)', {'chart', 'report', 'ui'}),
    (r'unicode/', {'base.c'}),
    (r'json-glib/', {'model', 'exchange', 'store', 'cli'}),
    (r'(libxml/|xlsxwriter|archive|zip|libical/)', {'exchange'}),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def existing(top):
    return [room for room in ORDER if (top / 'src' / room).is_dir()]


def built(top):
    """The rooms that have something to build yet."""
    return [room for room in existing(top) if any(path.suffix == '.c' for path in files(top, room))]


def files(top, room):
    """The room's C files and headers."""
    return sorted(path for path in (top / 'src' / room).rglob('*') if path.suffix in ('.c', '.h'))


def modules(room, linking=False):
    found = []
    for other in MAY_INCLUDE[room] + [room]:
        public = [name for name in MODULES[other] if other == room or name not in PRIVATE_MODULES.get(other, [])]
        found += public + (PRIVATE_MODULES.get(other, []) if linking else [])
    return list(dict.fromkeys(found))


def pkg_config(what, names):
    done = subprocess.run(['pkg-config', what, *names], stdout=subprocess.PIPE, text=True, check=True)
    return shlex.split(done.stdout)


def tools():
    return shlex.split(os.environ.get('CC', 'cc'))


def top_from(argument):
    return pathlib.Path(argument).resolve()
