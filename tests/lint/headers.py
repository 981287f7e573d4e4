# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""headers.py SOURCE_DIR BUILD_DIR: every header compiles alone, seeing only the rooms that its room may include."""

import concurrent.futures
import os
import sys

import rooms
from tap import Tap, run


def flags(top, build, room):
    folders = [folder / 'src' / name for name in [*rooms.MAY_INCLUDE[room], room] for folder in (top, build)]
    return [f'-I{folder}' for folder in folders] + rooms.pkg_config('--cflags', rooms.modules(room))


def compile_alone(header, arguments):
    command = [*rooms.tools(), '-std=gnu17', '-fsyntax-only', '-Wall', '-Werror', '-Wno-unused-function',
               '-Wno-pragma-once-outside-header', *arguments, '-x', 'c', '-include', str(header), os.devnull]
    status, said = run(*command)
    return [] if status == 0 else [said]


def main():
    top, build = rooms.top_from(sys.argv[1]), rooms.top_from(sys.argv[2])
    tap = Tap()
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        jobs = []
        for room in rooms.existing(top):
            arguments = flags(top, build, room)
            jobs += [(room, path, pool.submit(compile_alone, path, arguments))
                     for path in rooms.files(top, room) if path.suffix == '.h']
        for room, path, job in jobs:
            once = [] if '#pragma once' in path.read_text(encoding='utf-8') else ['no #pragma once']
            tap.check(f'/lint/headers/{room}/{path.stem}', job.result() + once)
    tap.end()


main()
