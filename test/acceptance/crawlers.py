# SPDX-License-Identifier: EUPL-1.2
"""What a search engine gets from the built program: robots.txt, a sitemap that an XML parser reads, and pages that are
where the sitemap says."""
import pathlib
import sys
import tempfile
import unittest
import xml.etree.ElementTree

import program

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
ADDRESS = "https://wegwijzer.example"


def addresses(text):
    return [place.text for place in xml.etree.ElementTree.fromstring(text.encode()).iter(MAP + "loc")]


class Crawlers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.store = pathlib.Path(cls.folder.name) / "demo.sqlite"
        program.run("demo", "--store", cls.store, *program.SMALL)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_every_page_of_the_sitemap_is_there(self):
        with program.Server(self.store, "--public-address", ADDRESS) as server:
            self.assertIn(f"Sitemap: {ADDRESS}/sitemap.xml", server.page("/robots.txt"))
            parts = addresses(server.page("/sitemap.xml"))
            found = [place for part in parts for place in addresses(server.page(part.removeprefix(ADDRESS)))]
            self.assertEqual(len(found), len(set(found)))
            self.assertGreater(len(found), 100)
            for place in found[:: max(1, len(found) // 40)]:
                self.assertIn(f'<link rel="canonical" href="{place}">', server.page(place.removeprefix(ADDRESS)), place)

    def test_alternates_name_each_other(self):
        with program.Server(self.store, "--public-address", ADDRESS) as server:
            tree = xml.etree.ElementTree.fromstring(server.page("/sitemaps/1.xml").encode())
            named = {}
            for entry in tree.iter(MAP + "url"):
                links = {link.get("hreflang"): link.get("href") for link in entry.iter(LINK)}
                self.assertEqual(set(links), {"nl", "en", "ar", "x-default"})
                named[entry.find(MAP + "loc").text] = links
            for place, links in named.items():
                self.assertIn(place, links.values())
                for language in ("en", "ar"):
                    self.assertEqual(named[links[language]], links)

    def test_without_an_address_there_is_no_sitemap(self):
        with program.Server(self.store) as server:
            self.assertEqual(server.get("/sitemap.xml")[0], 404)
            self.assertNotIn("Sitemap", server.page("/robots.txt"))
        said = program.run("serve", "--store", self.store, "--public-address", "wegwijzer.example/pad", code=2)
        self.assertIn("geen adres van een website", said)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
