#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Real open data through the commands (rows R1, R7): Delft, Amsterdam, Alkmaar, the wijken of 2022. Exit code 77 where
the shared data are not there."""
import os
import pathlib
import re
import sys
import tempfile
import unittest

from program import Server, run

DATA = pathlib.Path(os.environ.get("WEGWIJZER_DATA", "../shared/data"))


def counted(told):
    return tuple(int(n) for n in re.search(r"(\d+) nieuw, (\d+) bijgewerkt, (\d+) hetzelfde", told).groups())


class OpenData(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.store = pathlib.Path(self.folder.name) / "store.sqlite"

    def tearDown(self):
        self.folder.cleanup()

    def load(self, format, path, *options, code=0):
        return run("import", format, DATA / path, "--store", self.store, "--ecosystem", "delft", *options, code=code)

    def test_delft_served_with_an_own_offering(self):
        self.load("osm", "delft/delft_derived.osm.pbf", "--name", "Delft")
        self.assertGreater(counted(self.load("places", "delft/delft_leisure_2022.geojson"))[0], 113)
        self.assertEqual(counted(self.load("areas", "cbs/wijken_2022_selected.geojson")), (255, 0, 0))
        rows = pathlib.Path(self.folder.name) / "aanbod.csv"
        clubs = pathlib.Path(self.folder.name) / "organisaties.csv"
        clubs.write_text("naam;rol;breedtegraad;lengtegraad;locatie\nVerzonnen Club;aanbieder;52.0116;4.3571;Verzonnen Zaal\n")
        rows.write_text("titel;organisatie;locatie;leeftijd;prijs;thema's;wanneer\n"
                        "Verzonnen robotclub;Verzonnen Club;Verzonnen Zaal;8-12;gratis;robotica;elke woensdag 14:00-15:30\n")
        run("import", "organisations", clubs, "--store", self.store, "--ecosystem", "delft")
        run("import", "offerings", rows, "--store", self.store, "--ecosystem", "delft")
        with Server(self.store) as server:
            found = server.json("/api/v1/offerings", near="52.0067,4.3638", age=9, minutes=20)
            self.assertEqual([o["title"] for o in found["results"]], ["Verzonnen robotclub"])
            # 0.7 km as the crow flies: at 12 km/h at least 3.5 minutes and one for the bicycle.
            self.assertTrue(4 <= found["results"][0]["travelMinutes"] <= 12, found["results"][0]["travelMinutes"])

    def test_importing_twice_changes_nothing(self):
        for format, path in (("osm", "osm/amsterdam_centre_2026.osm.pbf"), ("schools", "alkmaar/schools_duo_2026.geojson"),
                             ("areas", "alkmaar/wijken_2024.geojson"), ("postcodes", "maastricht/pc6_demographics_2021.csv")):
            first, second = counted(self.load(format, path)), counted(self.load(format, path))
            self.assertGreater(first[0], 0, path)
            self.assertEqual(second, (0, 0, sum(first)), path)

    def test_streets_of_real_towns_have_the_figures_that_were_written_down(self):
        for path in ("delft/delft_derived", "osm/heidelberg_2024", "osm/porto_2015", "osm/amsterdam_centre_2026"):
            self.load("osm", path + ".osm.pbf")
        written = pathlib.Path("assets/towns/real_networks.csv").read_text(encoding="utf-8")
        self.assertEqual(run("check", "streets", "--store", self.store, "--csv"), written)
        told = run("check", "streets", "--store", self.store)
        self.assertIn("Omweg lopend, mediaan", told)
        self.assertRegex(told, r"Kruispunten met 3, lopend .*binnen bereik")

    def test_a_broken_file_leaves_the_store_as_it_was(self):
        self.load("schools", "alkmaar/schools_duo_2026.geojson")
        before = run("check", "--store", self.store)
        broken = pathlib.Path(self.folder.name) / "broken.osm.pbf"
        broken.write_bytes((DATA / "delft/delft_derived.osm.pbf").read_bytes()[:150_000])
        told = run("import", "osm", broken, "--store", self.store, "--ecosystem", "delft", code=2)
        self.assertIn("broken.osm.pbf", told)
        self.assertEqual(run("check", "--store", self.store), before)

    def test_a_dry_run_makes_nothing(self):
        self.load("schools", "alkmaar/schools_duo_2026.geojson")
        before = run("check", "--store", self.store)
        self.assertEqual(counted(self.load("areas", "cbs/nl_wijken_2022.geojson", "--dry-run")), (3340, 0, 0))
        self.assertEqual(run("check", "--store", self.store), before)


if __name__ == "__main__":
    if not DATA.exists():
        print(f"skipped: the shared data are not in {DATA}")
        sys.exit(77)
    unittest.main(verbosity=1)
