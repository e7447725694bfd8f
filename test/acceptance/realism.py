#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The streets of a fictional town lie within the range of real ones, or assets/towns/deviations.csv says why not."""
import pathlib
import sys
import tempfile
import unittest

from program import run

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "tools"))
sys.dont_write_bytecode = True
import realism_tables  # noqa: E402

MOST_OUT = 150  # of 317 figures; lower it when a town comes nearer to real ones


class Realism(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            store = pathlib.Path(folder) / "town.sqlite"
            run("demo", "--store", store, "--seed", 1, "--no-pilots", "--today", "2026-11-24")
            figures = pathlib.Path(folder) / "figures.csv"
            figures.write_text(run("check", "streets", "--store", store, "--csv"), encoding="utf-8")
            cls.rows = realism_tables.rows(figures)
        cls.out = [row for row in cls.rows if realism_tables.compared(row) is False]

    def test_every_figure_out_of_range_has_a_reason(self):
        without = [f"{row['pattern']} {row['figure']} {row['value']}" for row in self.out if not realism_tables.reason(row)]
        self.assertEqual(without, [])

    def test_no_more_figures_are_out_of_range_than_we_say(self):
        self.assertGreater(len([row for row in self.rows if realism_tables.compared(row) is not None]), 300)
        self.assertLessEqual(len(self.out), MOST_OUT)


if __name__ == "__main__":
    unittest.main()
