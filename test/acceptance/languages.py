# SPDX-License-Identifier: EUPL-1.2
"""A language of the operator's own: one file in a folder, made by msgfmt, and its pages are there."""
import pathlib
import subprocess
import tempfile
import unittest

import program

HEADER = '''msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
'''


def text(key, said):
    return f'msgid "{key}"\nmsgstr "{said}"\n'


class Languages(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.store = self.folder / "demo.sqlite"
        program.run("demo", "--store", self.store, *program.SMALL)

    def compile(self, name, *texts):
        catalogue = self.folder / "made.po"
        catalogue.write_text("\n".join([HEADER, *texts]), encoding="utf-8")
        subprocess.run(["msgfmt", "-o", self.folder / name, catalogue], check=True)

    def test_come_from_a_file_and_say_the_rest_in_english(self):
        self.compile("pap.mo", text("language.name", "Papiamentu"), text("language.direction", "ltr"),
                     text("nav.about", "Splikashon"))
        with program.Server(self.store, "--translations", str(self.folder)) as server:
            page = server.page("/pap/about")
            for said in ('<html lang="pap" dir="ltr">', "Splikashon</a>", "How we work out the travel time"):
                self.assertIn(said, page)
            self.assertIn('hreflang="pap" href="/pap">Papiamentu</a>', server.page("/"))
            self.assertIn("<h1>عن Wegwijzer</h1>", server.page("/ar/about"))

    def test_that_are_half_a_file_stop_the_start(self):
        self.compile("pap.mo", text("language.name", "Papiamentu"))
        serve = ["serve", "--store", self.store, "--port", "0", "--translations", self.folder]
        self.assertIn("welke kant", program.run(*serve, code=2))
        (self.folder / "pap.mo").write_bytes((self.folder / "pap.mo").read_bytes()[:60])
        self.assertIn("Het vertaalbestand pap.mo is beschadigd", program.run(*serve, code=2))


if __name__ == "__main__":
    unittest.main()
