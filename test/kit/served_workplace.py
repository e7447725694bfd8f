# SPDX-License-Identifier: EUPL-1.2
"""A served store in which somebody has signed in who keeps the offering of an organisation."""
import http.client
import pathlib
import re
import subprocess
import time
import urllib.parse


class Server:
    """Its log goes to a file: a pipe that nobody empties would stop it."""

    def __init__(self, program, store, *options):
        log = pathlib.Path(f"{store}.log")
        self.process = subprocess.Popen([program, "serve", "--store", store, "--port", "0", *options],
                                        stdout=open(log, "w", encoding="utf-8"), stderr=subprocess.DEVNULL)
        while not (found := re.search(r"http://[\w.]+:(\d+)", log.read_text(encoding="utf-8"))):
            assert self.process.poll() is None, "the server does not start"
            time.sleep(0.02)
        self.port = int(found.group(1))

    def ask(self, method, path, cookie="", form=None):
        """Status, headers and page."""
        body = urllib.parse.urlencode(form) if form is not None else None
        return self.send(method, path, cookie, body, "application/x-www-form-urlencoded" if form is not None else None)

    def send(self, method, path, cookie, body, kind):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Sec-Fetch-Site": "same-origin", "Cookie": f"wegwijzer={cookie}"}
        if kind:
            headers["Content-Type"] = kind
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode("utf-8", "replace")

    def kill(self):
        self.process.kill()
        self.process.wait()


def editor_of_first_organisation(program, server, store):
    """Invites an editor and comes in: the secret of the browser, the short name of the ecosystem, the organisation."""
    _, _, found = server.ask("GET", "/api/v1/organisations?limit=1")
    organisation = re.search(r'"id":\s*"([0-9a-f-]+)"', found).group(1)
    _, _, found = server.ask("GET", "/api/v1/ecosystems")
    slug = re.search(r'"slug":\s*"([\w-]+)"', found).group(1)
    subprocess.run([program, "person", "invite", "--store", store, "--role", "provider_editor", "--mail", "noor@club.example",
                    "--ecosystem", slug, "--organisation", organisation], check=True, capture_output=True)
    _, _, mails = server.ask("GET", "/mail")
    token = re.search(r"invitation\?token=([\w-]+)", mails).group(1)
    _, headers, _ = server.ask("POST", "/invitation", form=[("token", token), ("name", "Noor")])
    return re.search(r"wegwijzer=([^;]+)", headers["Set-Cookie"]).group(1), slug, organisation
