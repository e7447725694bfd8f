# SPDX-License-Identifier: EUPL-1.2
"""The built program as its users have it: commands, and a server on a free port."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request

PROGRAM = pathlib.Path(sys.argv.pop(1)).resolve() if len(sys.argv) > 1 else None


def run(*words, code=0):
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, env={"LANG": "nl_NL.UTF-8"})
    assert done.returncode == code, f"{words}: exit code {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


class Server:
    def __init__(self, store, *options):
        self.log = tempfile.NamedTemporaryFile("w+", suffix=".log")
        self.process = subprocess.Popen([PROGRAM, "serve", "--store", store, "--port", "0", *options], stdout=subprocess.PIPE,
                                        text=True, env={"LANG": "nl_NL.UTF-8"})
        self.lines = []
        line = self.process.stdout.readline()
        found = re.search(r"http://[\d.]+:\d+", line)
        assert found, f"the server does not start: {line}"
        self.address = found.group()

    def get(self, path, **query):
        url = self.address + path + ("?" + urllib.parse.urlencode(query, doseq=True) if query else "")
        try:
            with urllib.request.urlopen(url, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as wrong:
            return wrong.code, wrong.read().decode()

    def page(self, path, **query):
        status, text = self.get(path, **query)
        assert status == 200, f"{path} {query}: {status}"
        return text

    def json(self, path, **query):
        return json.loads(self.page(path, **query))

    def stop(self):
        self.process.terminate()
        rest = self.process.communicate(timeout=20)[0]
        assert self.process.returncode == 0
        return rest

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.stop()
