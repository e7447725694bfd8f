#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Row R2 of the domain: the ecosystem through the eyes of one child. The command analyse, the pages and the API give the
same numbers, a change in the store is soon in them, and wrong input is told."""
import csv
import pathlib
import signal
import subprocess
import tempfile
import time
import unittest

import program
from program import SMALL, Server, run


def number(text):
    return float(text.replace(",", "."))


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


class Opportunity(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.at = pathlib.Path(cls.folder.name)
        cls.store = cls.at / "demo.sqlite"
        run("demo", "--store", cls.store, *SMALL)
        cls.told = run("analyse", "--store", cls.store, "--out", cls.at / "all.csv")
        cls.rows = rows_of(cls.at / "all.csv")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def reckoned(self, server, path, **query):
        """An answer about opportunities, which are there a moment after the start."""
        for _ in range(300):
            status, _ = server.get(path, **query)
            if status != 503:
                return server.json(path, **query)
            time.sleep(0.1)
        self.fail("opportunities are never reckoned")

    def test_every_area_has_a_row_for_each_kind_of_child(self):
        areas = {row["area"] for row in self.rows}
        self.assertEqual(len(self.rows), 132 * len(areas))
        self.assertIn(f"{len(self.rows)} rijen", self.told)
        for row in self.rows:
            stages = [number(row[name]) for name in ("exists", "reach", "known", "welcome", "possible", "supported")]
            self.assertEqual(stages, sorted(stages, reverse=True), row["area"])

    def test_a_child_without_a_bicycle_has_less_and_one_with_little_money_no_more(self):
        by_profile = {}
        for row in self.rows:
            if row["area"].startswith("GM"):
                by_profile[row["profile"]] = number(row["supported"])
        self.assertLess(by_profile["12-foot-enough-dutch"], by_profile["12-bicycle-enough-dutch"])
        self.assertLessEqual(by_profile["9-bicycle-little-dutch"], by_profile["9-bicycle-enough-dutch"])
        self.assertLess(by_profile["9-bicycle-enough-other"], by_profile["9-bicycle-enough-dutch"])

    def test_pages_and_api_say_what_the_file_says(self):
        out = self.at / "together.csv"
        run("analyse", "--store", self.store, "--all-children", "--out", out)
        row = next(row for row in rows_of(out) if row["area"].startswith("BU") and number(row["children"]) > 10)
        with Server(self.store) as server:
            answer = self.reckoned(server, f"/api/v1/areas/{row['area']}/opportunity")
            self.assertAlmostEqual(answer["funnel"]["supported"], number(row["supported"]), delta=1e-4)
            self.assertAlmostEqual(answer["againstWhole"]["presence"], number(row["against_presence"]), delta=1e-4)
            self.assertAlmostEqual(sum(one["funnel"]["supported"] for one in answer["offerings"]),
                                   answer["funnel"]["supported"], delta=1e-9)
            page = server.page(f"/opportunity/{row['area']}")
            self.assertIn(f"{answer['funnel']['supported']:.1f}".replace(".", ","), page)
            table = server.page(f"/opportunity/{row['area']}/table.csv")
            self.assertEqual(len(table.splitlines()), 1 + len(answer["offerings"]))
            gemeente = server.json(f"/api/v1/areas/{answer['whole']['area']}/opportunity")
            self.assertEqual(gemeente["funnel"], answer["whole"]["funnel"])

    def test_one_area_is_written_beside_the_whole_gemeente(self):
        area = next(row["area"] for row in self.rows if row["area"].startswith("WK"))
        out = self.at / "one.csv"
        run("analyse", "--store", self.store, "--area", area, "--out", out)
        one = {(row["area"], row["profile"]): row for row in rows_of(out)}
        self.assertTrue(all(code == area or code.startswith("BU" + area[2:]) for code, _ in one))
        for row in self.rows:
            if (row["area"], row["profile"]) in one:
                self.assertEqual(one[row["area"], row["profile"]], row)

    def test_a_change_in_the_store_is_soon_in_the_numbers(self):
        store = self.at / "changed.sqlite"
        run("backup", store, "--store", self.store)
        area = next(row["area"] for row in self.rows if row["area"].startswith("BU") and number(row["supported"]) > 0)
        path = f"/api/v1/areas/{area}/opportunity"
        with Server(store) as server:
            before = self.reckoned(server, path)
            best = before["offerings"][0]["offering"]
            run("archive", "offering", best, "--store", store)
            for _ in range(300):
                after = server.json(path)
                if all(one["offering"] != best for one in after["offerings"]):
                    break
                time.sleep(0.1)
            else:
                self.fail("the offering stays")
            self.assertLess(after["funnel"]["exists"], before["funnel"]["exists"])

    def test_a_municipality_sets_its_own_parameters(self):
        own = self.at / "own.csv"
        own.write_text("parameter;waarde;bron\nfound_by_searching;0,5;eigen onderzoek\n", encoding="utf-8")
        out = self.at / "own_out.csv"
        run("analyse", "--store", self.store, "--parameters", own, "--all-children", "--out", out)
        usual = self.at / "usual_out.csv"
        run("analyse", "--store", self.store, "--all-children", "--out", usual)
        for one, other in zip(rows_of(out), rows_of(usual)):
            self.assertEqual(one["reach"], other["reach"])
            self.assertGreater(number(one["known"]), number(other["known"]))

    def test_wrong_input_is_told_and_nothing_is_written(self):
        own, out = self.at / "wrong.csv", self.at / "nothing.csv"
        own.write_text("parameter;waarde;bron\nwaiver_work;0,5;ik\nwaiver_works;1,5;ik\nhalf_at;8;\n", encoding="utf-8")
        told = run("analyse", "--store", self.store, "--parameters", own, "--out", out, code=2)
        for words in ("regel 2", "waiver_work is geen parameter", "regel 3", "waiver_works kan niet 1.5 zijn", "regel 4"):
            self.assertIn(words, told)
        self.assertIn("GM99", run("analyse", "--store", self.store, "--area", "GM99", "--out", out, code=2))
        run("analyse", "--store", self.store, "--area", "GM9999", "--out", out, code=3)
        self.assertFalse(out.exists())
        run("analyse", "--store", self.at / "niets.sqlite", "--out", out, code=3)
        out.write_text("mijn werk", encoding="utf-8")
        self.assertIn("nothing.csv", run("analyse", "--store", self.store, "--out", out, code=5))
        self.assertEqual(out.read_text(encoding="utf-8"), "mijn werk")
        told = run("serve", "--store", self.store, "--parameters", own, code=2)
        self.assertIn("regel 3", told)

    def test_ctrl_c_stops_it_and_leaves_no_file(self):
        out = self.at / "stopped.csv"
        process = subprocess.Popen([program.PROGRAM, "analyse", "--store", self.store, "--out", out],
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={"LANG": "nl_NL.UTF-8"})
        time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        left = [path.name for path in self.at.iterdir() if path.name.startswith("stopped")]
        self.assertIn(left, ([], ["stopped.csv"]))  # stopped, or done before it was asked
        self.assertEqual(bool(left), process.returncode == 0)


if __name__ == "__main__":
    unittest.main()
