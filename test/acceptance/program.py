# SPDX-License-Identifier: EUPL-1.2
"""The built program as its users have it: commands, and a server on a free port."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None
DAY = "2026-11-24"
SMALL = ("--children", "1500", "--no-pilots", "--today", DAY)  # a fictional town, as small as tests want it


def run(*words, code=0):
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, env={"LANG": "nl_NL.UTF-8"})
    assert done.returncode == code, f"{words}: exit code {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def fictional(store):
    """The short name and the name of the fictional town in a store."""
    return re.search(r"^(\S+): (.+) \(.*herkomst: fictional\)$", run("ecosystem", "--store", store), flags=re.M).groups()


class Server:
    def __init__(self, store, *options):
        self.log = tempfile.NamedTemporaryFile(suffix=".log")
        self.process = subprocess.Popen([PROGRAM, "serve", "--store", store, "--port", "0", *options], stdout=self.log,
                                        env={"LANG": "nl_NL.UTF-8"})
        until = time.monotonic() + 60
        while not (found := re.search(r"http://[\d.]+:\d+", self.said())):
            assert self.process.poll() is None and time.monotonic() < until, f"the server does not start: {self.said()}"
            time.sleep(0.02)
        self.address = found.group()

    def said(self):
        return pathlib.Path(self.log.name).read_text(encoding="utf-8")

    def get(self, path, **query):
        url = self.address + path + ("?" + urllib.parse.urlencode(query, doseq=True) if query else "")
        try:
            with urllib.request.urlopen(url, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as wrong:
            return wrong.code, wrong.read().decode()

    def page(self, path, **query):
        status, text = self.get(path, **query)
        until = time.monotonic() + 30
        while status == 503 and time.monotonic() < until:  # opportunities are reckoned beside the first answers
            time.sleep(0.1)
            status, text = self.get(path, **query)
        assert status == 200, f"{path} {query}: {status}"
        return text

    def json(self, path, **query):
        return json.loads(self.page(path, **query))

    def all(self, path, **query):
        """The results of every page."""
        results, page = [], 1
        while True:
            answer = self.json(path, pageSize=100, page=page, **query)
            results += answer["results"]
            page += 1
            if len(results) >= answer["total"] or not answer["results"]:
                return results

    def street(self, **query):
        """A street of a venue, as a visitor writes it, that is one place only; with its town and position."""
        for venue in self.all("/api/v1/venues", **query):
            name = re.sub(r" \d+$", "", venue.get("street") or "")
            places = self.json("/api/v1/places", q=name)["results"] if name else []
            if len(places) == 1 and places[0]["name"] == name:
                return places[0]
        raise AssertionError("no street of a venue is found as one place")

    def stop(self):
        self.process.terminate()
        assert self.process.wait(timeout=20) == 0
        return self.said().partition("\n")[2]  # after the line that says where it serves

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.stop()
