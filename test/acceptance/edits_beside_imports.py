#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Eight people change the map while files are imported over and over: what was answered with yes is kept, and so is what
the files say of everything that nobody changed; of what both changed the map asks. EDITS (default 15) a person,
IMPORTS (default 8)."""
import csv
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "kit"))
from forms import fields_of  # noqa: E402
from served_workplace import Server, coordinator, first_ecosystem  # noqa: E402

program = pathlib.Path(sys.argv[1]).resolve()
EDITS, IMPORTS = int(os.environ.get("EDITS", "15")), int(os.environ.get("IMPORTS", "8"))
PEOPLE, EACH = 8, 25


def run(*words):
    done = subprocess.run([program, *words], capture_output=True, text=True)
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"
    return done.stdout


def site_in(turn, number):
    return f"https://ronde{turn}.example/{number}"


def write_file(path, turn):
    """Each time another site of all, and another telephone of every fifth."""
    with open(path, "w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, delimiter=";")
        rows.writerow(["nummer", "naam", "sector", "website", "telefoon"])
        for i in range(PEOPLE * EACH):
            phone = f"015 {turn:03} {i // 10:02} {i % 10:02}" if i % 5 == 0 else ""
            rows.writerow([f"N{i}", f"Vereniging {i}", "sport", site_in(turn, i), phone])


class Person:
    """Keeps the telephone numbers of some organisations, one change after the other."""

    def __init__(self, server, cookie, base, number, organisations):
        self.server, self.cookie, self.base = server, cookie, base
        self.number, self.organisations = number, organisations
        self.last, self.yes, self.asked_again, self.failure = {}, 0, 0, None
        self.chance = random.Random(number)

    def change(self, record, phone):
        path = f"{self.base}/records/organisation/{record}"
        for _ in range(40):
            _, _, page = self.server.ask("GET", path, self.cookie)
            fields = [(name, phone if name == "phone" else value) for name, value in fields_of(page)]
            status, _, page = self.server.ask("POST", path, self.cookie, fields)
            if status == 303:
                self.last[record] = phone
                self.yes += 1
                return
            # A source said something else of a field of this form since it was opened.
            told = re.findall(r'class="problem"[^>]*>(.*?)</p>', page)
            assert status == 400 and "ondertussen" in page, (status, told)
            self.asked_again += 1
        raise AssertionError("forty times in a row somebody else was first")

    def work(self):
        try:
            for turn in range(EDITS):
                record = self.chance.choice(self.organisations)
                self.change(record, f"06 {self.number:04} {turn:04}")
        except Exception as failure:  # told by the thread that waits for it
            self.failure = failure


def ids_of(server, cookie, base):
    _, _, sheet = server.ask("GET", f"{base}/table/organisation/sheet.csv", cookie)
    rows = list(csv.reader(sheet.removeprefix("\ufeff").splitlines(), delimiter=";"))
    name = rows[0].index("Naam")
    return {int(row[name].split()[1]): row[0] for row in rows[1:] if re.match(r"Vereniging \d+$", row[name])}


def exported(store, folder):
    run("export", folder, "--store", store)
    [history] = folder.rglob("audit.json")
    [records] = folder.rglob("organisations.json")
    return json.loads(records.read_text("utf-8")), json.loads(history.read_text("utf-8"))


def check(folder, store, people, by_number, conflicts):
    records, history = exported(store, folder / "out")
    kept = {one["id"]: one for one in records}
    expected = {record: phone for person in people for record, phone in person.last.items()}
    lost = [(record, phone, kept[record]["phone"]) for record, phone in expected.items() if kept[record]["phone"] != phone]
    assert not lost, f"{len(lost)} of {len(expected)} are not what their keeper said last: {lost[:3]}"
    for number, record in by_number.items():
        assert kept[record]["website"] == site_in(IMPORTS, number), (number, kept[record])
        if record not in expected and number % 5 == 0:
            assert kept[record]["phone"].startswith(f"015 {IMPORTS:03}"), kept[record]
    lines = [one for one in history if one["field"] == "phone" and one["actor"].startswith("person:")]
    yes = sum(person.yes for person in people)
    assert len(lines) == yes, f"{yes} changes were answered with yes, {len(lines)} stand in the history"
    both = sum(1 for number, record in by_number.items() if record in expected and number % 5 == 0)
    assert conflicts <= both, (conflicts, both)
    again = sum(person.asked_again for person in people)
    print(f"{yes} changes of {PEOPLE} people beside {IMPORTS} imports of {len(by_number)} organisations: none lost; "
          f"{again} times somebody else was first; {conflicts} fields of which a source says something else are asked")


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        store, spreadsheet = folder / "map.store", folder / "organisaties.csv"
        run("demo", "--store", store, "--children", "700", "--seed", "5", "--no-pilots")
        server = Server(program, store, "--mail", "show", "--requests-per-second", "100000", "--burst", "100000")
        try:
            slug = first_ecosystem(server)
            bring = ("import", "organisations", spreadsheet, "--store", store, "--ecosystem", slug)
            write_file(spreadsheet, 0)
            run(*bring)
            cookie, _ = coordinator(program, server, store)
            base = f"/workplace/{slug}"
            by_number = ids_of(server, cookie, base)
            assert len(by_number) == PEOPLE * EACH, len(by_number)
            people = [Person(server, cookie, base, one, [by_number[one * EACH + i] for i in range(EACH)])
                      for one in range(PEOPLE)]
            threads = [threading.Thread(target=person.work) for person in people]
            for thread in threads:
                thread.start()
            for turn in range(1, IMPORTS + 1):
                write_file(spreadsheet, turn)
                run(*bring)
            for thread in threads:
                thread.join()
            for person in people:
                assert not person.failure, person.failure
            _, _, page = server.ask("GET", f"{base}/conflicts", cookie)
            conflicts = len(re.findall(r"<fieldset", page))
        finally:
            server.kill()
        check(folder, store, people, by_number, conflicts)


main()
