# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""links.py SOURCE_DIR BUILD_DIR: each room links whole with nothing but the rooms and libraries it may use."""

import pathlib
import re
import sys
import tempfile

import rooms
from tap import Tap, run

FORBIDDEN_IN_CLI = re.compile(r'libgtk-|libgdk|libadwaita')


def archive(build, room):
    return build / 'src' / room / f'libkladka-{room}.a'


def link_whole(build, room):
    if not archive(build, room).exists():
        return [f'{archive(build, room)} was not built']
    others = [archive(build, other) for other in rooms.MAY_INCLUDE[room] if archive(build, other).exists()]
    # Into a folder that goes away, never onto a device: a linker may make a file of what it was told to write.
    with tempfile.TemporaryDirectory() as folder:
        status, said = run(*rooms.tools(), '-shared', '-o', pathlib.Path(folder) / 'room.so', '-Wl,-z,defs',
                           '-Wl,--whole-archive', archive(build, room), '-Wl,--no-whole-archive',
                           '-Wl,--start-group', *others, '-Wl,--end-group',
                           *rooms.pkg_config('--libs', rooms.modules(room, linking=True)), '-lm')
    return [] if status == 0 else [said]


def gtk_in(program):
    _, needed = run('readelf', '-d', program)
    _, loaded = run('ldd', program)
    return [line.strip() for line in (needed + loaded).splitlines() if FORBIDDEN_IN_CLI.search(line)]


def main():
    top, build = rooms.top_from(sys.argv[1]), rooms.top_from(sys.argv[2])
    tap = Tap()
    for room in rooms.built(top):
        if room not in ('cli', 'ui') or archive(build, room).exists():
            tap.check(f'/lint/links/{room}-whole-with-its-own-only', link_whole(build, room))
    program = build / 'src' / 'cli' / 'kladka-cli'
    if 'cli' in rooms.built(top):
        tap.check('/lint/links/kladka-cli-is-built', [] if program.exists() else [str(program)])
        tap.check('/lint/links/kladka-cli-links-no-gtk', gtk_in(program))
    tap.end()


main()
