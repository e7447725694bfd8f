#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""kill -9 while somebody edits and while mails go out: what was answered with yes is kept, and no mail is lost or sent
again as another one. KILLS (default 12) says how often."""
import email
import http.client
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "kit"))
from forms import fields_of, with_title  # noqa: E402
from mail_stand_in import MailStandIn  # noqa: E402

program = pathlib.Path(sys.argv[1]).resolve()
kills = int(os.environ.get("KILLS", "12"))
chance = random.Random(20261130)


class Server:
    """Its log goes to a file: a pipe that nobody empties would stop it."""

    def __init__(self, store, *options):
        log = pathlib.Path(f"{store}.log")
        self.process = subprocess.Popen([program, "serve", "--store", store, "--port", "0", *options],
                                        stdout=open(log, "w", encoding="utf-8"), stderr=subprocess.DEVNULL)
        while not (found := re.search(r"http://[\w.]+:(\d+)", log.read_text(encoding="utf-8"))):
            assert self.process.poll() is None, "the server does not start"
            time.sleep(0.02)
        self.port = int(found.group(1))

    def ask(self, method, path, cookie="", form=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Sec-Fetch-Site": "same-origin", "Cookie": f"wegwijzer={cookie}"}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, urllib.parse.urlencode(form) if form is not None else None, headers)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()

    def kill(self):
        self.process.kill()
        self.process.wait()


def run(*words):
    subprocess.run([program, *words], check=True, capture_output=True)


def edit_until_killed(store, cookie, path, said, round_number):
    server = Server(store, "--mail", "show")
    _, _, page = server.ask("GET", path, cookie)
    stored = dict(fields_of(page))["title"]
    assert stored in said[-2:], f"kept is {stored!r}, of which the last were {said[-2:]}"
    said[:] = [stored]
    threading.Timer(chance.uniform(0.05, 0.6), server.kill).start()
    for turn in range(10_000):
        said.append(f"Ronde {round_number} keer {turn}")  # on its way: it may be kept or not
        try:
            status, _, _ = server.ask("POST", path, cookie, with_title(fields_of(page), said[-1]) + [("do", "keep")])
            assert status == 303, status
            del said[:-1]  # answered with yes: this one or a later one
            _, _, page = server.ask("GET", path, cookie)
        except (OSError, http.client.HTTPException):
            break
    server.process.wait()


def edits(folder):
    store = folder / "edits.sqlite"
    run("demo", "--children", "900", "--no-pilots", "--store", store)
    server = Server(store, "--mail", "show")
    _, _, found = server.ask("GET", "/api/v1/organisations?limit=1")
    organisation = re.search(r'"id":\s*"([0-9a-f-]+)"', found).group(1)
    _, _, found = server.ask("GET", "/api/v1/ecosystems")
    slug = re.search(r'"slug":\s*"([\w-]+)"', found).group(1)
    run("person", "invite", "--store", store, "--role", "provider_editor", "--mail", "noor@club.example", "--ecosystem", slug,
        "--organisation", organisation)
    _, _, mails = server.ask("GET", "/mail")
    token = re.search(r"invitation\?token=([\w-]+)", mails).group(1)
    _, headers, _ = server.ask("POST", "/invitation", form=[("token", token), ("name", "Noor")])
    cookie = re.search(r"wegwijzer=([^;]+)", headers["Set-Cookie"]).group(1)
    new = f"/workplace/{slug}/organisations/{organisation}/offerings/new"
    _, _, page = server.ask("GET", new, cookie)
    fields = [(name, "unknown" if name == "when" else value) for name, value in with_title(fields_of(page), "Begin")]
    status, headers, page = server.ask("POST", new, cookie, fields + [("do", "keep")])
    assert status == 303, page
    path = f"/workplace/{slug}/offerings/" + re.search(r"saved=([0-9a-f-]+)", headers["Location"]).group(1)
    server.kill()
    said = ["Begin"]
    for number in range(kills):
        edit_until_killed(store, cookie, path, said, number)
    run("check", "--store", store)


def mails(folder):
    store = folder / "mails.sqlite"
    run("demo", "--pilots", "--store", store)
    receivers = [f"o{number}@b.example" for number in range(25)]
    for one in receivers:
        run("person", "invite", "--store", store, "--role", "operator", "--mail", one)
    stand_in = MailStandIn()
    options = ("--mail", "send", "--mail-server", "127.0.0.1", "--mail-port", str(stand_in.port), "--mail-tls", "none",
               "--mail-from", "wegwijzer@stad.example", "--public-address", "https://wegwijzer.example")
    for _ in range(kills):
        server = Server(store, *options)
        time.sleep(chance.uniform(0, 0.08))
        server.kill()
    server = Server(store, *options)
    end = time.monotonic() + 60
    while len({email.message_from_bytes(one)["To"] for one in stand_in.got}) < len(receivers) and time.monotonic() < end:
        time.sleep(0.1)
    time.sleep(3)  # one more would come now
    server.kill()
    by_receiver = {}
    for one in map(email.message_from_bytes, list(stand_in.got)):
        by_receiver.setdefault(one["To"], set()).add(one["Message-ID"])
    assert len(by_receiver) == len(receivers), by_receiver
    assert all(len(ids) == 1 for ids in by_receiver.values()), "one mail with two names"
    print(f"{len(stand_in.got)} mails for {len(receivers)} receivers, each with one Message-ID")


with tempfile.TemporaryDirectory() as name:
    edits(pathlib.Path(name))
    mails(pathlib.Path(name))
