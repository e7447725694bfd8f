#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Row R2 of the domain: the ecosystem through the eyes of one child. The command analyse, the pages and the API give the
same numbers, a change in the store is soon in them, releases tell what changed and why, and wrong input is told."""
import csv
import hashlib
import pathlib
import re
import signal
import sqlite3
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

    def released(self, store, *words):
        """The id of a new release with few draws."""
        told = run("release", "--store", store, "--area", self.gemeente(), "--draws", "100", *words)
        return re.search(r"uitgave (\S{36}) van", told).group(1)

    def gemeente(self):
        return next(row["area"] for row in self.rows if row["area"].startswith("GM"))

    def compared(self, store, one, other):
        """By what and of which, the change; and all that was told."""
        told = run("releases", "--store", store, "--compare", one, other)
        rows = csv.DictReader(told[told.index("what,"):].splitlines())
        return {(row["what"], row["of"]): row for row in rows}, told

    def test_releases_say_what_changed_and_what_that_comes_from(self):
        store = self.at / "releases.sqlite"
        run("backup", store, "--store", self.store)
        before = self.released(store, "--note", "Eerst")
        with Server(store) as server:
            report = self.reckoned(server, f"/api/v1/areas/{self.gemeente()}/opportunity")
            best = sorted(report["offerings"], key=lambda one: -one["funnel"]["supported"])[:20]
        for one in best:
            run("archive", "offering", one["offering"], "--store", store)
        after = self.released(store, "--note", "Daarna")
        listed = run("releases", "--store", store).splitlines()
        self.assertEqual([line.split()[0] for line in listed], [before, after])
        rows, told = self.compared(store, before, after)
        self.assertNotIn("Scenario", told)
        mean = float(rows["mean", ""]["change"])
        self.assertLess(mean, 0)
        self.assertEqual(rows["mean", ""]["sure"], "yes")
        self.assertLessEqual(float(rows["mean", ""]["change_low"]), mean)
        self.assertLess(float(rows["mean", ""]["change_high"]), 0)
        causes = {of: float(row["change"]) for (what, of), row in rows.items() if what == "change_of_mean"}
        self.assertAlmostEqual(sum(causes.values()), mean, delta=1e-4)
        self.assertEqual(min(causes, key=causes.get), "presence")
        gini = {of: float(row["change"]) for (what, of), row in rows.items() if what == "change_of_gini"}
        self.assertAlmostEqual(sum(gini.values()), float(rows["gini", ""]["change"]), delta=1e-4)
        self.same_after_export(store, before)

    def same_after_export(self, store, release):
        run("export", self.at / "exported", "--store", store)
        copy = self.at / "imported.sqlite"
        run("import", "export", self.at / "exported", "--store", copy)
        self.assertEqual(run("releases", "--store", copy), run("releases", "--store", store))
        run("check", "--store", copy)
        path = f"/opportunity/{self.gemeente()}/releases/{release}/figures.csv"
        with Server(copy) as server:
            figures = server.page(path)
            method = server.json(path.replace("figures.csv", "method.json"))
            self.assertIn("Eerst", server.page(f"/opportunity/{self.gemeente()}/releases"))
        checksum = hashlib.blake2b(figures.encode(), digest_size=16).hexdigest()
        self.assertEqual(method["checksums"]["files"]["figures.csv"], checksum)
        with sqlite3.connect(copy) as database:
            database.execute("UPDATE figure_release SET figures = figures || 'x'")
        database.close()
        self.assertIn(release, run("check", "--store", copy, code=1))

    def test_every_municipality_has_the_figures_of_its_page(self):
        out = self.at / "inequality.csv"
        told = run("inequality", "--store", self.store, "--out", out)
        self.assertIn(str(out), told)
        rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
        self.assertEqual(told.split("Rijen: ")[1].split(".")[0], str(len(rows)))
        here = {(row["indicator"], row["of"]): row["value"] for row in rows if row["place"] == self.gemeente()}
        whole = {(row["indicator"], row["of"]): row["value"] for row in rows if row["place"] == ""}
        with Server(self.store) as server:
            self.reckoned(server, f"/api/v1/areas/{self.gemeente()}/opportunity")
            page = csv.DictReader(server.page(f"/opportunity/{self.gemeente()}/figures.csv").splitlines())
            shown = {(row["indicator"], row["of"]): row["value"] for row in page if row["indicator"] in
                     ("mean", "gini", "theil", "gini_share", "amount", "rank", "lever_least_fifth")}
        self.assertGreater(len(shown), 20)
        self.assertEqual({key: here[key] for key in shown}, shown)
        self.assertEqual(whole["gini", ""], here["gini", ""], "there is one municipality")
        run("inequality", "--store", self.store, "--out", out, code=5)
        buurt = next(row["area"] for row in self.rows if row["area"].startswith("BU"))
        other = self.at / "other.csv"
        self.assertIn(self.gemeente(), run("inequality", "--store", self.store, "--area", buurt, "--out", other, code=2))
        run("inequality", "--store", self.store, "--area", "GM9999", "--out", other, code=3)
        run("inequality", "--store", self.store, "--draws", "5", "--out", other, code=2)
        self.assertFalse(other.exists())

    def test_two_municipalities_together_are_neither_of_them(self):
        store, out = self.at / "two.sqlite", self.at / "two.csv"
        run("demo", "--store", store, "--no-pilots", "--towns", "2", "--children", "1600")
        self.assertIn("Gemeenten: 2.", run("inequality", "--store", store, "--draws", "100", "--out", out))
        rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
        def figure(place, indicator):
            return next(row for row in rows if (row["place"], row["indicator"], row["of"]) == (place, indicator, ""))
        places = sorted({row["place"] for row in rows if row["place"]})
        self.assertEqual(len(places), 2)
        children = [number(figure(place, "children")["value"]) for place in places]
        means = [number(figure(place, "mean")["value"]) for place in places]
        self.assertAlmostEqual(number(figure("", "children")["value"]), sum(children), delta=0.1)
        together = (children[0] * means[0] + children[1] * means[1]) / sum(children)
        self.assertAlmostEqual(number(figure("", "mean")["value"]), together, delta=1e-4)
        for place, mean in zip(places, means):
            row = figure(place, "mean")
            self.assertLess(number(row["low"]), mean)
            self.assertGreater(number(row["high"]), mean)
        self.assertFalse([row for row in rows if not row["place"] and row["indicator"] == "gini_share"])

    def test_other_parameters_make_a_scenario(self):
        store, own = self.at / "scenario.sqlite", self.at / "always.csv"
        run("backup", store, "--store", self.store)
        own.write_text("parameter;waarde;bron\nwaiver_works;1;wat als\n", encoding="utf-8")
        before = self.released(store)
        after = self.released(store, "--parameters", own, "--note", "Als de regeling altijd werkt")
        rows, told = self.compared(store, before, after)
        self.assertIn("waiver_works", told)
        causes = {of: abs(float(row["change"])) for (what, of), row in rows.items() if what == "change_of_mean"}
        self.assertEqual(max(causes, key=causes.get), "access")
        with Server(store) as server:
            page = server.page(f"/opportunity/{self.gemeente()}/releases/compare", **{"from": before, "to": after})
            self.assertIn("(een scenario)", page)

    def test_a_release_that_cannot_be_is_told(self):
        store = self.at / "no_release.sqlite"
        run("backup", store, "--store", self.store)
        buurt = next(row["area"] for row in self.rows if row["area"].startswith("BU"))
        self.assertIn(self.gemeente(), run("release", "--store", store, "--area", buurt, code=2))
        run("release", "--store", store, "--area", "GM9999", code=3)
        run("releases", "--store", store, "--compare", "niets", "niets", code=2)
        self.assertEqual(run("releases", "--store", store), "")

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
