# SPDX-License-Identifier: EUPL-1.2
"""A served store in which somebody has signed in who keeps the offering of an organisation."""
import base64
import hmac
import http.client
import pathlib
import re
import struct
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


def first_ecosystem(server):
    _, _, found = server.ask("GET", "/api/v1/ecosystems")
    return re.search(r'"slug":\s*"([\w-]+)"', found).group(1)


def cookie_of(headers):
    return re.search(r"wegwijzer=([^;]+)", headers["Set-Cookie"]).group(1)


def comes_in(program, server, store, role, mail, *place):
    """Invites somebody, who says yes: the secret of the browser."""
    subprocess.run([program, "person", "invite", "--store", store, "--role", role, "--mail", mail, *place], check=True,
                   capture_output=True)
    _, _, mails = server.ask("GET", "/mail")
    token = re.findall(r"invitation\?token=([\w-]+)", mails)[-1]
    _, headers, _ = server.ask("POST", "/invitation", form=[("token", token), ("name", "Noor")])
    return cookie_of(headers)


def editor_of_first_organisation(program, server, store):
    """An editor who has come in: the secret of the browser, the short name of the ecosystem, the organisation."""
    _, _, found = server.ask("GET", "/api/v1/organisations?limit=1")
    organisation = re.search(r'"id":\s*"([0-9a-f-]+)"', found).group(1)
    slug = first_ecosystem(server)
    cookie = comes_in(program, server, store, "provider_editor", "noor@club.example", "--ecosystem", slug, "--organisation",
                      organisation)
    return cookie, slug, organisation


def one_time_code(secret):
    """By RFC 6238, of now."""
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", int(time.time()) // 30), "sha1")
    at = digest[19] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7fffffff) % 1_000_000:06}"


def coordinator(program, server, store, mail="lea@net.example"):
    """A coordinator who has come in with a second factor: the secret of the browser, the short name of the ecosystem."""
    slug = first_ecosystem(server)
    cookie = comes_in(program, server, store, "coordinator", mail, "--ecosystem", slug)
    _, _, page = server.ask("GET", "/account/second-factor", cookie)
    secret = re.search(r'id="secret"[^>]*>([A-Z2-7 ]+)<', page).group(1).replace(" ", "")
    form = re.search(r'name="form" value="([^"]+)"', page).group(1)
    path = re.search(r'<form [^>]*action="(/account/second-factor[^"]*)"', page).group(1)
    _, headers, _ = server.ask("POST", path, cookie, [("form", form), ("secret", secret), ("code", one_time_code(secret))])
    return cookie_of(headers) if headers["Set-Cookie"] else cookie, slug
