#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""kill -9 at a random moment: the store opens, is sound, has every acknowledged write whole and no other in part.
By turns an import of rows, an unpacking of an export, and a server that takes corrections from
visitors. KILLS (default 40) says how often."""
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SMALL = ("--children", "1500", "--no-pilots", "--today", "2026-11-24")
KILLS = int(os.environ.get("KILLS", "40"))
ROWS = 300
chance = random.Random(20261124)


def run(*words):
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True)
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"


def timed(*words):
    began = time.monotonic()
    run(*words)
    return time.monotonic() - began


def killed_after(seconds, *words):
    """True when the command was killed, False when it ended by itself and so acknowledged its work."""
    process = subprocess.Popen([PROGRAM, *map(str, words)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    process.kill()
    return process.wait() != 0


def query(store, sql):
    with sqlite3.connect(store) as database:
        return database.execute(sql).fetchall()


class Rows:
    """Organisations of a spreadsheet: each batch is there with all its rows, or not at all."""
    def __init__(self, folder):
        self.store, self.file = folder / "rows.sqlite", folder / "rows.csv"
        self.batch, self.acknowledged = 0, set()
        self.whole = timed(*self.command())
        self.acknowledged.add(0)

    def command(self):
        self.file.write_text("naam;rol\n" + "".join(f"Club {self.batch} {i};aanbieder\n" for i in range(ROWS)))
        return "import", "organisations", self.file, "--store", self.store, "--ecosystem", "proef"

    def kill(self):
        self.batch += 1
        killed = killed_after(chance.uniform(0, self.whole * 1.1), *self.command())
        if not killed:
            self.acknowledged.add(self.batch)
        found = {}
        for (name,) in query(self.store, "SELECT name FROM organisation"):
            found[int(name.split()[1])] = found.get(int(name.split()[1]), 0) + 1
        assert set(found.values()) <= {ROWS}, f"half an import: {found}"
        assert self.acknowledged <= set(found), f"an acknowledged import is gone: {self.acknowledged - set(found)}"
        return killed


class Unpacking:
    """An export put in an empty store: everything, or an empty store that takes it the next time."""
    def __init__(self, folder):
        demo, self.export, self.store = folder / "demo.sqlite", folder / "export", folder / "unpacked.sqlite"
        run("demo", "--store", demo, *SMALL)
        run("export", "--store", demo, self.export)
        self.tables = ("organisation", "venue", "offering", "audit", "area")
        self.all = self.counts(demo)
        self.whole = timed("import", "export", self.export, "--store", self.store)

    def counts(self, store):
        return [query(store, f"SELECT count(*) FROM {table}")[0][0] for table in self.tables]

    def kill(self):
        for old in self.store.parent.glob("unpacked.sqlite*"):  # also what an earlier kill left beside it
            old.unlink()
        killed = killed_after(chance.uniform(0, self.whole * 1.1), "import", "export", self.export, "--store", self.store)
        if self.store.exists() and query(self.store, "SELECT 1 FROM sqlite_master WHERE name = 'area'"):
            found = self.counts(self.store)
            assert found in (self.all, [0] * len(self.all)), f"half an export: {found}"
            assert killed or found == self.all
            if found != self.all:
                run("import", "export", self.export, "--store", self.store)
        return killed


class Corrections:
    """A server that takes corrections: each that was answered with 303 is there, and each that is there is whole."""
    def __init__(self, folder):
        self.store, self.next, self.acknowledged = folder / "served.sqlite", 0, set()
        run("demo", "--store", self.store, *SMALL)

    def send_until_gone(self, address, sent):
        while True:
            number = self.next
            self.next += 1
            message = f"melding {number} " + "x" * 500
            form = urllib.parse.urlencode({"page": "/about", "message": message}).encode()
            try:
                urllib.request.urlopen(address + "/corrections", form, timeout=10).read()
            except OSError:
                return
            sent.add(message)

    def kill(self):
        # So many may wait at most: what was looked at makes room.
        query(self.store, "DELETE FROM suggestion")
        sent = set()
        server = subprocess.Popen([PROGRAM, "serve", "--store", self.store, "--port", "0", "--burst", "100000"],
                                  stdout=subprocess.PIPE, text=True)
        address = re.search(r"http://[\d.]+:\d+", server.stdout.readline()).group()
        sender = threading.Thread(target=self.send_until_gone, args=(address, sent))
        sender.start()
        time.sleep(chance.uniform(0, 0.3))
        server.kill()
        server.wait()
        sender.join()
        server.stdout.close()
        kept = {message for (message,) in query(self.store, "SELECT message FROM suggestion")}
        assert sent <= kept, f"acknowledged corrections are gone: {len(sent - kept)}"
        self.acknowledged |= sent
        assert all(re.fullmatch(r"melding \d+ x{500}", message) for message in kept), "half a correction"
        return True


folder = pathlib.Path(tempfile.mkdtemp())
try:
    kinds = [Rows(folder), Corrections(folder), Unpacking(folder)]
    killed = 0
    for turn in range(KILLS):
        kind = kinds[turn % len(kinds)]
        killed += kind.kill()
        if turn % 30 < len(kinds) and query(kind.store, "SELECT 1 FROM sqlite_master WHERE name = 'area'"):
            run("check", "--store", kind.store)
    for kind in kinds[:2]:
        run("check", "--store", kind.store)
finally:
    shutil.rmtree(folder)
print(f"{KILLS} times, {killed} killed before their end; {len(kinds[0].acknowledged)} imports and "
      f"{len(kinds[1].acknowledged)} corrections acknowledged, none lost, nothing half written")
sys.exit(0 if killed > 0 else 1)
