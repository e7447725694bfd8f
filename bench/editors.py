#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Many editors at once on one server: nothing is lost, and how long they wait.

    bench/editors.py build/release/wegwijzer [EDITORS [ROUNDS [PAUSE]]]

Makes a small town, invites EDITORS (500) people who each keep one offering of their own and all share a second one,
and lets each of them open its form, change it and keep it, ROUNDS (5) times, with a pause of PAUSE (5) seconds on
average in between. Then it reads every record back: each own one must say the last thing its editor wrote, and the
history of the shared one must hold every change that was answered with yes. Prints how long the answers took."""
import asyncio
import html
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


def fields_of(page, wanted):
    """What a browser would send of the form of class `wanted`: inputs, chosen options and texts."""
    form = re.search(rf'<form [^>]*class="{wanted}".*?</form>', page, re.S).group(0)
    fields = []
    for tag in re.finditer(r"<input[^>]*>|<textarea([^>]*)>(.*?)</textarea>|<select([^>]*)>(.*?)</select>", form, re.S):
        name = re.search(r'name="([^"]*)"', tag.group(0))
        if not name:
            continue
        if tag.group(0).startswith("<input"):
            kind = re.search(r'type="(\w+)"', tag.group(0)).group(1)
            if kind in ("checkbox", "radio") and not re.search(r"\bchecked\b", tag.group(0)):
                continue
            fields.append((name.group(1), html.unescape(re.search(r'value="([^"]*)"', tag.group(0)).group(1))))
        elif tag.group(0).startswith("<textarea"):
            fields.append((name.group(1), html.unescape(tag.group(2))))
        else:
            chosen = re.search(r'<option value="([^"]*)" selected', tag.group(4))
            fields.append((name.group(1), html.unescape(chosen.group(1)) if chosen else ""))
    return fields


def with_title(fields, title):
    return [(name, title if name == "title" else value) for name, value in fields]


class Editor:
    def __init__(self, number, cookie):
        self.number, self.cookie = number, cookie
        self.own = self.last = None
        self.yes = 0  # changes of the shared one that were kept


async def change(address, editor, path, title, waits):
    """Opens the form and keeps it with another title; asked which version stays, it takes its own."""
    begin = time.perf_counter()
    _, _, page = await ask(address, "GET", path, editor.cookie)
    waits["open"].append(time.perf_counter() - begin)
    fields = with_title(fields_of(page, "work"), title)
    for _ in range(50):
        begin = time.perf_counter()
        status, _, page = await ask(address, "POST", path, editor.cookie, fields + [("do", "keep")])
        waits["keep"].append(time.perf_counter() - begin)
        if status == 303:
            return True
        if status != 409:
            raise SystemExit(f"{path}: {status}\n{page[:2000]}")
        waits["asked"] += 1
        fields = fields_of(page, "work")
    return False


async def make_own(address, editor, base):
    _, _, page = await ask(address, "GET", base + "/offerings/new", editor.cookie)
    fields = [(n, "unknown" if n == "when" else v) for n, v in with_title(fields_of(page, "work"), f"Eigen {editor.number}")]
    status, headers, page = await ask(address, "POST", base + "/offerings/new", editor.cookie, fields + [("do", "keep")])
    assert status == 303, page[:2000]
    return re.search(r"saved=([0-9a-f-]+)", headers["Location"]).group(1)


async def work(address, editor, slug, shared, waits):
    for turn in range(rounds):
        await asyncio.sleep(random.uniform(0, 2 * pause))
        title = f"Eigen {editor.number} keer {turn}"
        assert await change(address, editor, f"/work/{slug}/offerings/{editor.own}", title, waits)
        editor.last = title
        if editor.number % 10 == 0 and await change(address, editor, f"/work/{slug}/offerings/{shared}",
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
    server = subprocess.Popen([program, "serve", "--store", store, "--port", "0", "--mail", "show", "--requests-per-second", "100000",
                               "--burst", "100000"],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        found = re.search(r"http://([\w.]+):(\d+)", server.stdout.readline())
        address = (found.group(1), int(found.group(2)))
        web = lambda path: json.load(urllib.request.urlopen(f"http://{address[0]}:{address[1]}{path}"))
        slug = web("/api/v1/ecosystems")["results"][0]["slug"]
        organisation = web("/api/v1/organisations?limit=1")["results"][0]["id"]
        base = f"/work/{slug}/organisations/{organisation}"
        people = []
        for number in range(editors):
            run("person", "invite", "--role", "provider_editor", "--mail", f"e{number}@club.example", "--ecosystem", slug,
                "--organisation", organisation)
        _, _, mails = await ask(address, "GET", "/mail")
        for number, token in enumerate(dict.fromkeys(re.findall(r"invitation\?token=([\w-]+)", mails))):
            _, headers, _ = await ask(address, "POST", "/invitation", form=[("token", token), ("name", f"Editor {number}")])
            people.append(Editor(number, re.search(r"wegwijzer=([^;]+)", headers["Set-Cookie"]).group(1)))
        assert len(people) == editors, len(people)
        for editor in people:
            editor.own = await make_own(address, editor, base)
        shared = await make_own(address, Editor("samen", people[0].cookie), base)
        waits = {"open": [], "keep": [], "asked": 0}
        begin = time.perf_counter()
        await asyncio.gather(*(work(address, editor, slug, shared, waits) for editor in people))
        took = time.perf_counter() - begin
        told("opening a form", waits["open"])
        told("keeping it", waits["keep"])
        print(f"{editors} editors, {took:.0f} s, {waits['asked']} times asked which version stays")
        lost = 0
        for editor in people:
            _, _, page = await ask(address, "GET", f"/work/{slug}/offerings/{editor.own}", editor.cookie)
            lost += dict(fields_of(page, "work"))["title"] != editor.last
        _, _, history = await ask(address, "GET", f"/work/{slug}/offerings/{shared}/history", people[0].cookie)
        kept = len(set(re.findall(r"<ins>(Samen \d+ keer \d+)</ins>", history)))
        promised = sum(editor.yes for editor in people)
        print(f"lost: {lost} of {editors} own records; shared one: {kept} of {promised} promised changes in its history")
        return 1 if lost or kept != promised else 0
    finally:
        server.terminate()
        server.wait()


with tempfile.TemporaryDirectory() as name:
    sys.exit(asyncio.run(main(pathlib.Path(name))))
