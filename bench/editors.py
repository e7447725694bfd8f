#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Many editors at once on one server: nothing is lost, and how long they wait.

    bench/editors.py build/release/wegwijzer [EDITORS [ROUNDS [PAUSE]]]

Makes a small town and invites EDITORS (500) people, spread over its organisations. Each keeps one offering of their own
and shares a second one with the others of the organisation. Each opens its form, changes it and keeps it, ROUNDS (5)
times, with a pause of PAUSE (5) seconds on average in between; every fifth time also the shared one. Then it reads every record back: each own one must say the last thing its editor wrote, and the
histories of the shared ones must hold every change that was answered with yes. Prints how long the answers took."""
import asyncio
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "test" / "kit"))
from forms import fields_of, with_title  # noqa: E402

program = pathlib.Path(sys.argv[1]).resolve()
editors = int(sys.argv[2]) if len(sys.argv) > 2 else 500
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
pause = float(sys.argv[4]) if len(sys.argv) > 4 else 5.0
random.seed(1)


async def ask(address, method, path, cookie="", form=None):
    """Status, headers and body; the connection is not kept."""
    body = urllib.parse.urlencode(form).encode() if form is not None else b""
    reader, writer = await asyncio.open_connection(*address)
    head = f"{method} {path} HTTP/1.1\r\nHost: {address[0]}:{address[1]}\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n"
    if cookie:
        head += f"Cookie: wegwijzer={cookie}\r\n"
    if form is not None:
        head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
    writer.write(head.encode() + b"\r\n" + body)
    await writer.drain()
    answer = await reader.read()
    writer.close()
    top, _, rest = answer.partition(b"\r\n\r\n")
    lines = top.decode().split("\r\n")
    return int(lines[0].split()[1]), dict(line.split(": ", 1) for line in lines[1:]), rest.decode("utf-8", "replace")


class Editor:
    def __init__(self, number, cookie, base):
        self.number, self.cookie, self.base = number, cookie, base
        self.own = self.last = self.shared = None
        self.yes = 0  # changes of the shared one that were kept


async def change(address, editor, path, title, waits):
    """Opens the form and keeps it with another title; asked which version stays, it takes its own."""
    begin = time.perf_counter()
    _, _, page = await ask(address, "GET", path, editor.cookie)
    waits["open"].append(time.perf_counter() - begin)
    fields = with_title(fields_of(page), title)
    for _ in range(50):
        begin = time.perf_counter()
        status, _, page = await ask(address, "POST", path, editor.cookie, fields + [("do", "keep")])
        waits["keep"].append(time.perf_counter() - begin)
        if status == 303:
            return True
        if status != 409:
            raise SystemExit(f"{path}: {status}\n{page[:2000]}")
        waits["asked"] += 1
        fields = fields_of(page)
    return False


async def make_own(address, editor, title):
    base = editor.base
    _, _, page = await ask(address, "GET", base + "/offerings/new", editor.cookie)
    fields = [(n, "unknown" if n == "when" else v) for n, v in with_title(fields_of(page), title)]
    status, headers, page = await ask(address, "POST", base + "/offerings/new", editor.cookie, fields + [("do", "keep")])
    assert status == 303, page[:2000]
    return re.search(r"of=([0-9a-f-]+)", headers["Location"]).group(1)


async def work(address, editor, slug, waits):
    for turn in range(rounds):
        await asyncio.sleep(random.uniform(0, 2 * pause))
        title = f"Eigen {editor.number} keer {turn}"
        assert await change(address, editor, f"/workplace/{slug}/offerings/{editor.own}", title, waits)
        editor.last = title
        if (editor.number + turn) % 5 == 0 and await change(address, editor, f"/workplace/{slug}/offerings/{editor.shared}",
                                                    f"Samen {editor.number} keer {turn}", waits):
            editor.yes += 1


def told(name, seconds):
    ordered = sorted(seconds)
    at = lambda share: 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]
    print(f"{name}: {len(ordered)} answers, median {at(0.5):.0f} ms, p95 {at(0.95):.0f} ms, p99 {at(0.99):.0f} ms, "
          f"longest {at(1):.0f} ms")


async def main(folder):
    store = folder / "store.sqlite"
    run = lambda *words: subprocess.run([program, *words, "--store", store], check=True, capture_output=True, text=True)
    run("demo", "--children", "1500")
    log = folder / "log"
    with open(log, "w", encoding="utf-8") as out:  # a pipe that nobody empties would stop the server
        server = subprocess.Popen([program, "serve", "--store", store, "--port", "0", "--mail", "show",
                                   "--requests-per-second", "100000", "--burst", "100000"], stdout=out,
                                  stderr=subprocess.DEVNULL)
    try:
        while not (found := re.search(r"http://([\w.]+):(\d+)", log.read_text(encoding="utf-8"))):
            time.sleep(0.1)
        address = (found.group(1), int(found.group(2)))
        web = lambda path: json.load(urllib.request.urlopen(f"http://{address[0]}:{address[1]}{path}"))
        slug = web("/api/v1/ecosystems")["results"][0]["slug"]
        organisations = [one["id"] for one in web("/api/v1/organisations?limit=50")["results"]]
        bases = [f"/workplace/{slug}/organisations/{one}" for one in organisations]
        people = []
        for number in range(editors):
            run("person", "invite", "--role", "provider_editor", "--mail", f"e{number}@club.example", "--ecosystem", slug,
                "--organisation", organisations[number % len(organisations)])
        _, _, mails = await ask(address, "GET", "/mail")
        for number, token in enumerate(dict.fromkeys(re.findall(r"invitation\?token=([\w-]+)", mails))):
            _, headers, _ = await ask(address, "POST", "/invitation", form=[("token", token), ("name", f"Editor {number}")])
            people.append(Editor(number, re.search(r"wegwijzer=([^;]+)", headers["Set-Cookie"]).group(1),
                                 bases[number % len(bases)]))
        assert len(people) == editors, len(people)
        shared = {}
        for editor in people:
            editor.own = await make_own(address, editor, f"Eigen {editor.number}")
            if editor.base not in shared:
                shared[editor.base] = await make_own(address, editor, "Samen")
            editor.shared = shared[editor.base]
        waits = {"open": [], "keep": [], "asked": 0}
        begin = time.perf_counter()
        await asyncio.gather(*(work(address, editor, slug, waits) for editor in people))
        took = time.perf_counter() - begin
        told("opening a form", waits["open"])
        told("keeping it", waits["keep"])
        print(f"{editors} editors, {took:.0f} s, {waits['asked']} times asked which version stays")
        lost = 0
        for editor in people:
            _, _, page = await ask(address, "GET", f"/workplace/{slug}/offerings/{editor.own}", editor.cookie)
            lost += dict(fields_of(page))["title"] != editor.last
        kept = 0
        for base, one in shared.items():
            cookie = next(editor.cookie for editor in people if editor.base == base)
            _, _, history = await ask(address, "GET", f"/workplace/{slug}/offerings/{one}/history", cookie)
            kept += len(set(re.findall(r"<ins>(Samen \d+ keer \d+)</ins>", history)))
        promised = sum(editor.yes for editor in people)
        print(f"lost: {lost} of {editors} own records; shared ones: {kept} of {promised} promised changes in their histories")
        return 1 if lost or kept != promised else 0
    finally:
        server.terminate()
        server.wait()


with tempfile.TemporaryDirectory() as name:
    sys.exit(asyncio.run(main(pathlib.Path(name))))
