# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""layering.py SOURCE_DIR: every #include of src/ is one that its room may say."""

import re
import sys

import rooms
from tap import Tap


def owners(top):
    """Header name → the rooms that have one of that name."""
    found = {}
    for room in rooms.existing(top):
        for path in rooms.files(top, room):
            if path.suffix == '.h':
                found.setdefault(path.name, set()).add(room)
    return found


def system_problem(room, path, name):
    for pattern, allowed in rooms.SYSTEM:
        if re.match(pattern, name):
            inside = path.suffix == '.c' or path.name.endswith('-private.h')
            if room not in allowed and not (inside and f'{room}.c' in allowed):
                return f'{path}: <{name}> is not for room {room}'
    return None


def problems(top, room, path, owner_of):
    shown = path.relative_to(top)
    for mark, name in rooms.INCLUDE.findall(path.read_text(encoding='utf-8')):
        if mark == '<':
            problem = system_problem(room, shown, name)
            if problem:
                yield problem
        elif '/' in name:
            yield f'{shown}: "{name}": a room includes headers by their name alone'
        elif name in owner_of:
            if not owner_of[name] & {room, *rooms.MAY_INCLUDE[room]}:
                yield f'{shown}: "{name}" is of room {" ".join(owner_of[name])}, which {room} may not include'
        elif not name.endswith(('-resource.h', '-resources.h')):  # made by the build, of the room's own files
            yield f'{shown}: "{name}" is no header of this house'


def main():
    top = rooms.top_from(sys.argv[1])
    tap = Tap()
    owner_of = owners(top)
    tap.check('/lint/layering/no-two-headers-of-one-name',
              (f'{name}: {" ".join(sorted(where))}' for name, where in owner_of.items() if len(where) > 1))
    strangers = sorted(path.name for path in (top / 'src').iterdir() if path.is_dir() and path.name not in rooms.ORDER)
    tap.check('/lint/layering/no-unknown-room', strangers)
    for room in rooms.existing(top):
        tap.check(f'/lint/layering/{room}', (problem for path in rooms.files(top, room)
                                             for problem in problems(top, room, path, owner_of)))
    for room in rooms.built(top):
        tap.check(f'/lint/layering/{room}-builds-every-file', unlisted(top, room))
    tap.end()


def unlisted(top, room):
    text = (top / 'src' / room / 'meson.build').read_text(encoding='utf-8')
    return (f'{path.relative_to(top)} is not built' for path in rooms.files(top, room)
            if path.suffix == '.c' and path.name not in text and f"'{path.stem}'" not in text
            and f"'{path.stem.removeprefix('kladka-')}'" not in text)


main()
