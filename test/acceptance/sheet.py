#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Two thousand organisations as a spreadsheet and back: nothing changes when nobody changed anything; what was changed in the
sheet is changed, and nothing else; what was changed here meanwhile stays; all of it goes back in one go."""
import csv
import io
import html
import pathlib
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "kit"))
from served_workplace import Server, coordinator, first_ecosystem  # noqa: E402

program = pathlib.Path(sys.argv[1]).resolve()
COUNT = 2_000
BOUNDARY = "----BoundaryOfTheTest"
chance = random.Random(7)


def run(*words):
    done = subprocess.run([program, *words], capture_output=True, text=True)
    assert done.returncode == 0, f"{words}: {done.stdout}{done.stderr}"


def organisations_file(path):
    """Texts that spreadsheets and readers like to break."""
    odd = ["", "=1+1", "een; twee", 'zegt "ja"', "twee\nregels", "@thuis", "-", "é ü ß ‘’", "'=x", "1,5"]
    with open(path, "w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, delimiter=";")
        rows.writerow(["nummer", "naam", "sector", "omschrijving", "telefoon", "groene laag"])
        for i in range(COUNT):
            rows.writerow([f"N{i}", f"Vereniging {i}", chance.choice(["sport", "cultuur", "natuur", "techniek"]),
                           chance.choice(odd), chance.choice(["", "015 123 45 67", "0031 15 1234567"]),
                           chance.choice(["", "docent, begeleider"])])


class Table:
    def __init__(self, text):
        self.rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
        self.heading = self.rows[0]

    def text(self):
        out = io.StringIO()
        csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(self.rows)
        return "\ufeff" + out.getvalue()

    def column(self, name):
        return self.heading.index(name)

    def by_id(self, *without):
        left_out = {self.column(one) for one in without}
        return {row[0]: [cell for i, cell in enumerate(row) if i not in left_out] for row in self.rows[1:]}


class Desk:
    def __init__(self, server, store):
        self.server = server
        self.cookie, slug = coordinator(program, server, store)
        self.base = f"/workplace/{slug}"

    def sheet(self):
        status, _, text = self.server.ask("GET", f"{self.base}/table/organisation/sheet.csv", self.cookie)
        assert status == 200, status
        return Table(text)

    def form_of(self, page):
        return re.search(r'name="form" value="([^"]+)"', page).group(1)

    def sends(self, text):
        """The page that says what would change."""
        _, _, page = self.server.ask("GET", f"{self.base}/table/organisation/sheet", self.cookie)
        body = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="form"\r\n\r\n{self.form_of(page)}\r\n'
        body += f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="sheet"; filename="t.csv"\r\n\r\n{text}\r\n--{BOUNDARY}--\r\n'
        status, _, page = self.server.send("POST", f"{self.base}/table/organisation/sheet", self.cookie, body.encode(),
                                           f"multipart/form-data; boundary={BOUNDARY}")
        assert status == 200, (status, re.findall(r'role="alert">([^<]*)', page))
        return page

    def keeps(self, page):
        plan = html.unescape(re.search(r'name="plan" value="([^"]*)"', page).group(1))
        status, headers, _ = self.server.ask("POST", f"{self.base}/table/organisation/sheet/keep", self.cookie,
                                             [("form", self.form_of(page)), ("plan", plan)])
        assert status == 303, status
        return headers["Location"]

    def undoes(self, location):
        _, _, page = self.server.ask("GET", location, self.cookie)
        path = re.search(r'action="([^"]*/undo)"', page).group(1)
        status, _, _ = self.server.ask("POST", path, self.cookie, [("form", self.form_of(page))])
        assert status == 303, status

    def writes(self, record, field, value):
        path = f"{self.base}/records/organisation/{record}"
        _, _, page = self.server.ask("GET", path, self.cookie)
        seen = html.unescape(re.search(r'name="seen" value="([^"]*)"', page).group(1))
        name = re.search(r'name="name" type="text" value="([^"]*)"', page).group(1)
        sector = re.search(r'<select id="field-sector".*?<option value="(\w+)" selected', page, re.S).group(1)
        typed = {"name": html.unescape(name), "sector": sector, "roles": "provider", field: value}
        form = [("form", self.form_of(page)), ("seen", seen), *typed.items()]
        status, _, page = self.server.ask("POST", path, self.cookie, form)
        assert status == 303, (status, re.findall(r'class="problem[^>]*>(.*?)</', page))


def numbers_in(page, words):
    return [int(one) for one in re.findall(rf"(\d+) {words}", page)]


def check(server, store):
    desk = Desk(server, store)
    first = desk.sheet()
    ours = [row for row in first.rows[1:] if re.match(r"Vereniging \d+$", row[first.column("Naam")])]
    assert len(ours) == COUNT, len(ours)

    # As it went out.
    page = desk.sends(first.text())
    assert "Er verandert niets." in page and "name=\"plan\"" not in page, "a sheet that nobody changed changes something"
    assert numbers_in(page, "regels zijn hetzelfde gebleven") == [len(first.rows) - 1]

    # Somebody works in it: 500 names, 300 sectors, one nonsense, one new row; here somebody writes as well.
    sheet = desk.sheet()
    names, sectors = chance.sample(ours, 500), chance.sample(ours, 300)
    by_id = {row[0]: row for row in sheet.rows[1:]}
    for row in names:
        by_id[row[0]][sheet.column("Naam")] += " e.o."
    for row in sectors:
        by_id[row[0]][sheet.column("Sector")] = "Museum"
    both, wrong = names[0][0], next(row[0] for row in ours if row not in sectors and row not in names)
    by_id[wrong][sheet.column("Sector")] = "Onzin"
    added = ["" for _ in sheet.heading]
    added[sheet.column("Naam")], added[sheet.column("Sector")] = "Nieuwe club", "Sport"
    sheet.rows.append(added)
    desk.writes(both, "name", "Intussen anders")
    page = desk.sends(sheet.text())
    assert numbers_in(page, "veranderingen") == [799], numbers_in(page, "veranderingen")
    assert "intussen ook veranderd" in page and "Onzin" in page and "1 nieuwe organisatie" in page
    where = desk.keeps(page)

    after = desk.sheet()
    expected = {row[0]: row for row in Table(sheet.text()).rows[1:] if row[0]}
    expected[both][sheet.column("Naam")] = "Intussen anders"
    expected[wrong][sheet.column("Sector")] = next(row for row in ours if row[0] == wrong)[first.column("Sector")]
    stand = sheet.column("Stand van")
    now = after.by_id("Stand van")
    for record, row in expected.items():
        kept = [cell for i, cell in enumerate(row) if i != stand]
        assert now[record] == kept, (record, now[record], kept)
    new = [row for row in after.rows[1:] if row[0] not in expected]
    assert [row[after.column("Naam")] for row in new] == ["Nieuwe club"]

    # Back in one go, but for what somebody else wrote; the new one is off the map.
    desk.undoes(where)
    back = desk.sheet().by_id("Stand van")
    was = first.by_id("Stand van")
    was[both] = [cell if i != first.column("Naam") else "Intussen anders" for i, cell in enumerate(was[both])]
    # Who changed a record by hand gave it the role of a provider; that is as it was for all of these.
    assert back == was, [(one, was[one], back.get(one)) for one in was if back.get(one) != was[one]][:3]


def main():
    with tempfile.TemporaryDirectory() as folder:
        store = str(pathlib.Path(folder) / "map.store")
        run("demo", "--store", store, "--children", "700", "--seed", "5", "--no-pilots")
        spreadsheet = pathlib.Path(folder) / "organisaties.csv"
        organisations_file(spreadsheet)
        server = Server(program, store, "--mail", "show")
        try:
            run("import", "organisations", str(spreadsheet), "--store", store, "--ecosystem", first_ecosystem(server))
            check(server, store)
        finally:
            server.kill()
    print("two thousand organisations went out, came back and stayed what they were")


main()
