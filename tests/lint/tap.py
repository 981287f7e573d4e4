# SPDX-FileCopyrightText: 2026 The Kladka authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""TAP for the lint scripts: one line per rule and file or room, what is wrong below it as comments."""

import shutil
import subprocess
import sys


class Tap:
    def __init__(self):
        self.number = 0
        self.failed = 0

    def check(self, name, problems):
        """One test: passed if there are no problems."""
        self.number += 1
        problems = list(problems)
        self.failed += bool(problems)
        print(f'{"not ok" if problems else "ok"} {self.number} {name}')
        for problem in problems:
            for line in str(problem).rstrip().splitlines():
                print(f'#   {line}')
        sys.stdout.flush()

    def skip(self, name, why):
        self.number += 1
        print(f'ok {self.number} {name} # SKIP {why}')

    def end(self):
        print(f'1..{self.number}')
        sys.exit(1 if self.failed else 0)


def run(*command, **options):
    """Runs a tool; returns its exit status and all it wrote."""
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          stdin=options.pop('stdin', subprocess.DEVNULL), text=True, errors='replace', check=False,
                          **options)
    return done.returncode, done.stdout


def run_check(tap, name, *command):
    """One test: the tool is content."""
    if not shutil.which(str(command[0])):
        tap.skip(name, f'{command[0]} is not installed')
        return
    status, said = run(*command)
    tap.check(name, [] if status == 0 else [said or f'exit status {status}'])
