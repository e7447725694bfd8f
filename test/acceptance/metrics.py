# SPDX-License-Identifier: EUPL-1.2
"""Figures for the operator: on a port of their own, not on the public one, and without what visitors asked."""
import pathlib
import socket
import sys
import tempfile
import unittest
import urllib.request

import program


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Metrics(unittest.TestCase):
    def test_are_only_on_their_own_port(self):
        port = free_port()
        with tempfile.TemporaryDirectory() as folder:
            store = pathlib.Path(folder) / "demo.sqlite"
            program.run("demo", "--store", store, *program.SMALL)
            with program.Server(store, "--metrics-port", str(port)) as server:
                self.assertEqual(server.get("/metrics")[0], 404)
                server.page("/offerings", q="geheim")
                server.get("/geheim")
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=20) as answer:
                    self.assertEqual(answer.headers["Content-Type"], "text/plain; version=0.0.4; charset=utf-8")
                    said = answer.read().decode()
            self.assertIn('wegwijzer_requests_total{route="/offerings",status="2xx"} 1\n', said)
            self.assertIn('wegwijzer_requests_total{route="other",status="4xx"} 2\n', said)
            self.assertNotIn("geheim", said)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
