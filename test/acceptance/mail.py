#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""An invitation goes out by SMTP, once, and its secret is kept nowhere."""
import email
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

program = sys.argv[1]
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "kit"))
from mail_stand_in import MailStandIn  # noqa: E402

with tempfile.TemporaryDirectory() as folder:
    store = pathlib.Path(folder) / "s.sqlite"
    subprocess.run([program, "demo", "--store", store, "--pilots"], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    invite = [program, "person", "invite", "--store", store, "--role", "operator", "--mail"]
    assert subprocess.run([*invite, "a@b.example\nBcc: c@d.example"], capture_output=True).returncode != 0
    # An organisation is looked for in one ecosystem; which one is asked for by its name.
    without = subprocess.run([program, "person", "invite", "--store", store, "--role", "organisation_owner", "--mail",
                              "a@b.example", "--organisation", "018f0000-0000-7000-8000-000000000000"],
                             capture_output=True, text=True)
    assert without.returncode != 0 and "--ecosystem" in without.stderr, without
    subprocess.run([*invite, "Anna@B.example"], check=True, stdout=subprocess.DEVNULL)
    assert os.stat(f"{store}.key").st_mode & 0o777 == 0o600

    stand_in = MailStandIn()
    got = stand_in.got
    server = subprocess.Popen([program, "serve", "--store", store, "--port", "0", "--mail", "send", "--mail-server",
                               "127.0.0.1", "--mail-port", str(stand_in.port), "--mail-tls", "none", "--mail-from",
                               "wegwijzer@stad.example", "--public-address", "https://wegwijzer.example"],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    server.stdout.readline()
    end = time.monotonic() + 20
    while not got and time.monotonic() < end:
        time.sleep(0.1)
    time.sleep(3)  # a second one would come now
    server.terminate()
    server.wait()
    assert len(got) == 1, len(got)
    mail = email.message_from_bytes(got[0])
    assert mail["To"] == "<anna@b.example>" and mail["From"] == "Wegwijzer <wegwijzer@stad.example>", mail.items()
    assert re.fullmatch(r"<[0-9a-f-]{36}@stad\.example>", mail["Message-ID"]), mail["Message-ID"]
    text, html = [part.get_payload(decode=True).decode() for part in mail.get_payload()]
    token = re.search(r"https://wegwijzer\.example/invitation\?token=([\w-]{43})\n", text).group(1)
    assert f'href="https://wegwijzer.example/invitation?token={token}"' in html, html
    # Neither in the store nor in what was logged.
    kept = b"".join(path.read_bytes() for path in pathlib.Path(folder).iterdir() if path.is_file())
    assert token.encode() not in kept

    # A lost key is not made anew without a word.
    os.remove(f"{store}.key")
    for command in ([program, "serve", "--store", store, "--port", "0"], [*invite, "bert@b.example"]):
        refused = subprocess.run(command, capture_output=True, text=True, timeout=60)
        assert refused.returncode != 0 and "new-key" in refused.stderr, refused
        assert not os.path.exists(f"{store}.key")
    new_key = [program, "person", "new-key", "--store", store]
    subprocess.run(new_key, check=True, stdout=subprocess.DEVNULL)
    assert os.stat(f"{store}.key").st_mode & 0o777 == 0o600
    assert subprocess.run(new_key, capture_output=True).returncode != 0, "there is one"
    subprocess.run([*invite, "bert@b.example"], check=True, stdout=subprocess.DEVNULL)
