#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""kill -9 at a random moment during imports: the store opens, is sound, has every acknowledged import whole and no other
in part. KILLS (default 40) says how often."""
import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
KILLS = int(os.environ.get("KILLS", "40"))
ROWS = 300


def rows(batch):
    return "naam;rol\n" + "".join(f"Club {batch} {i};aanbieder\n" for i in range(ROWS))


def importing(store, file):
    return subprocess.Popen([PROGRAM, "import", "organisations", file, "--store", store, "--ecosystem", "proef"],
                            stdout=subprocess.DEVNULL)


def sound(store):
    checked = subprocess.run([PROGRAM, "check", "--store", store], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr


def counts(store):
    with sqlite3.connect(store) as database:
        names = [name for (name,) in database.execute("SELECT name FROM organisation")]
    per_batch = {}
    for name in names:
        batch = int(name.split()[1])
        per_batch[batch] = per_batch.get(batch, 0) + 1
    return per_batch


chance = random.Random(20261124)
with tempfile.TemporaryDirectory() as folder:
    store, file = pathlib.Path(folder) / "store.sqlite", pathlib.Path(folder) / "rows.csv"
    file.write_text(rows(0))
    began = time.monotonic()
    assert importing(store, file).wait() == 0
    whole = time.monotonic() - began
    acknowledged, killed = {0}, 0
    for batch in range(1, KILLS + 1):
        file.write_text(rows(batch))
        process = importing(store, file)
        time.sleep(chance.uniform(0, whole * 1.1))
        process.kill()
        if process.wait() == 0:
            acknowledged.add(batch)
        else:
            killed += 1
        sound(store) if batch % 10 == 0 else None
        found = counts(store)
        assert set(found.values()) <= {ROWS}, f"half an import: {found}"
        assert acknowledged <= set(found), f"an acknowledged import is gone: {acknowledged - set(found)}"
    sound(store)
print(f"{KILLS} imports, {killed} killed before their end, {len(acknowledged)} acknowledged, nothing lost or half written")
sys.exit(0 if killed > 0 else 1)
