#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Pictures that are made to break or to fill a server: each gets a sentence or is cut off, the memory stays within its
bound, and meanwhile pages are answered."""
import concurrent.futures
import pathlib
import re
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "kit"))
from forms import fields_of  # noqa: E402
from served_workplace import Server, editor_of_first_organisation  # noqa: E402

program = pathlib.Path(sys.argv[1]).resolve()
MOST_MEMORY = 400  # MB of the server itself: what it holds of a small town, and four pictures of 20 MB
BOUNDARY = "----BoundaryOfTheTest"


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, rows=None, more=b""):
    """Grey, of one bit a pixel; `rows` of it only, when not all."""
    row = b"\0" + b"\xaa" * ((width + 7) // 8)
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(row) for _ in range(height if rows is None else rows)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + more + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def jpeg_head(width, height):
    """A JPEG that says how large it is, and holds nothing."""
    return b"\xff\xd8\xff\xc2" + struct.pack(">HBHHB", 17, 8, height, width, 3) + b"\1\x22\0\2\x11\1\3\x11\1" + b"\xff\xd9"


def webp_head(width, height):
    return b"RIFF" + struct.pack("<I", 22) + b"WEBPVP8L" + struct.pack("<I", 10) + b"\x2f" + struct.pack(
        "<I", (width - 1) | (height - 1) << 14) + b"\0" * 5


def form_of(token, picture, called="a.png"):
    parts = [("form", token), ("do", "add"), ("description", "Een bord met stukken"), ("consent", "yes")]
    body = b"".join(f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
                    for name, value in parts)
    body += f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="picture"; filename="{called}"\r\n\r\n'.encode()
    return body + picture + f"\r\n--{BOUNDARY}--\r\n".encode()


class Editor:
    def __init__(self, server, store):
        self.server = server
        self.cookie, slug, organisation = editor_of_first_organisation(program, server, store)
        _, _, page = server.ask("GET", f"/workplace/{slug}/organisations/{organisation}", self.cookie)
        offering = re.search(r'id="offering-([0-9a-f-]+)"', page).group(1)
        self.path = f"/workplace/{slug}/offerings/{offering}/pictures"
        _, _, page = server.ask("GET", self.path, self.cookie)
        self.token = re.search(r'name="form" value="([^"]+)"', page).group(1)

    def send(self, picture):
        status, _, page = self.server.send("POST", self.path, self.cookie, form_of(self.token, picture),
                                           f"multipart/form-data; boundary={BOUNDARY}")
        return status, page

    def head(self, length):
        return (f"POST {self.path} HTTP/1.1\r\nHost: x\r\nCookie: wegwijzer={self.cookie}\r\nSec-Fetch-Site: same-origin\r\n"
                f"Content-Type: multipart/form-data; boundary={BOUNDARY}\r\nContent-Length: {length}\r\n\r\n").encode()


def memory(process):
    """The most that the server itself ever held, in MB."""
    return int(re.search(r"VmHWM:\s*(\d+)", pathlib.Path(f"/proc/{process.pid}/status").read_text()).group(1)) // 1024


def refuses_what_is_made_to_break(editor):
    bombs = {
        "a PNG of 30,000 x 30,000": png(30_000, 30_000, rows=1_000),
        "a PNG of 2^31 pixels across": png(8, 8).replace(struct.pack(">I", 8), struct.pack(">I", 2**31 - 1), 1),
        "a PNG whose text unpacks to 128 MB": png(300, 200, more=chunk(b"zTXt", b"a\0\0" + zlib.compress(b"\0" * 2**27, 9))),
        "a PNG cut off": png(3_000, 2_000)[:-200],
        "a JPEG of 65,535 x 65,535": jpeg_head(65_535, 65_535),
        "a WebP of 16,384 x 16,384": webp_head(16_384, 16_384),
        "a script": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "nothing": b"",
        "zeros": b"\0" * 1_000_000,
    }
    for name, bomb in bombs.items():
        begin = time.monotonic()
        status, page = editor.send(bomb)
        said = re.search(r'<li><a href="#field-picture">([^<]+)', page)
        # What only a wasteful reader would choke on may also be a picture.
        refused = status == 400 and said and "MB" not in said.group(1) and "vandaag" not in said.group(1)
        assert refused or (status == 303 and "text" in name), f"{name}: {status} {page[:300]}"
        print(f"{name}: {said.group(1) if said else 'a picture'} ({time.monotonic() - begin:.1f} s)")


def refuses_what_is_too_much(editor):
    status, page = editor.send(b"\xff\xd8" + b"x" * (20 * 2**20 + 1))
    assert status == 400 and "20 MB" in page, status
    status, page = editor.send(b"\xff\xd8" + b"x" * (30 * 2**20))
    assert status == 413, status
    with socket.create_connection(("127.0.0.1", editor.server.port), timeout=10) as one:
        one.sendall(editor.head(10**12))
        assert b" 413 " in one.recv(1000)


def keeps_answering(server, done):
    """How long the start page took at most, asked again and again."""
    worst = 0.0
    while not done.is_set():
        begin = time.monotonic()
        status, _, _ = server.ask("GET", "/offerings")
        assert status == 200, status
        worst = max(worst, time.monotonic() - begin)
        time.sleep(0.05)
    return worst


def many_at_once(editor):
    """Forty of 20 MB at once: some are made, others hear that it is busy, and no more than four are held."""
    done = threading.Event()
    large = b"\x89PNG\r\n\x1a\n" + b"x" * (19 * 2**20)

    def send(_):
        status, page = editor.send(large)
        return "looked at" if "beschadigd" in page else status

    with concurrent.futures.ThreadPoolExecutor(41) as pool:
        watching = pool.submit(keeps_answering, editor.server, done)
        answers = list(pool.map(send, range(40)))
        done.set()
        worst = watching.result()
    assert set(answers) <= {"looked at", 503} and "looked at" in answers, answers
    print(f"forty at once: {answers.count('looked at')} were looked at; the longest page meanwhile took {worst:.2f} s")
    assert worst < 5, worst


def slow_ones_do_not_keep_others_out(editor):
    """Who hangs up half-way gives the place back, without a word."""
    for _ in range(4):
        with socket.create_connection(("127.0.0.1", editor.server.port), timeout=10) as one:
            one.sendall(editor.head(10**7) + b"x" * 100_000)
    end = time.monotonic() + 30
    while (status := editor.send(png(301, 200))[0]) == 503 and time.monotonic() < end:
        time.sleep(0.5)
    assert status == 303, status


with tempfile.TemporaryDirectory() as name:
    store = pathlib.Path(name) / "store.sqlite"
    subprocess.run([program, "demo", "--children", "900", "--no-pilots", "--store", store], check=True, capture_output=True)
    served = Server(program, store, "--mail", "show")
    somebody = Editor(served, store)
    refuses_what_is_made_to_break(somebody)
    refuses_what_is_too_much(somebody)
    slow_ones_do_not_keep_others_out(somebody)
    many_at_once(somebody)
    print(f"the server held {memory(served.process)} MB at most")
    assert memory(served.process) < MOST_MEMORY, memory(served.process)
    left = subprocess.run(["pgrep", "-P", str(served.process.pid)], capture_output=True, text=True, check=False).stdout
    assert not left, f"processes that stayed: {left}"
    served.kill()
    subprocess.run([program, "check", "--store", store], check=True, capture_output=True)
