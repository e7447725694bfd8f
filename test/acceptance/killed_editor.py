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

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "kit"))
from forms import fields_of, with_title  # noqa: E402
from mail_stand_in import MailStandIn  # noqa: E402
from served_workplace import Server, editor_of_first_organisation  # noqa: E402

program = pathlib.Path(sys.argv[1]).resolve()
kills = int(os.environ.get("KILLS", "12"))
chance = random.Random(20261130)


def run(*words):
    subprocess.run([program, *words], check=True, capture_output=True)


def edit_until_killed(store, cookie, path, said, round_number):
    server = Server(program, store, "--mail", "show")
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
    server = Server(program, store, "--mail", "show")
    cookie, slug, organisation = editor_of_first_organisation(program, server, store)
    new = f"/workplace/{slug}/organisations/{organisation}/offerings/new"
    _, _, page = server.ask("GET", new, cookie)
    fields = [(name, "unknown" if name == "when" else value) for name, value in with_title(fields_of(page), "Begin")]
    status, headers, page = server.ask("POST", new, cookie, fields + [("do", "keep")])
    assert status == 303, page
    path = f"/workplace/{slug}/offerings/" + re.search(r"of=([0-9a-f-]+)", headers["Location"]).group(1)
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
        server = Server(program, store, *options)
        time.sleep(chance.uniform(0, 0.08))
        server.kill()
    server = Server(program, store, *options)
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
