#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""`streets export` and `reach` as a researcher has them: the times are those of a plain search over the exported edges,
and wrong input gets a sentence that says what is wrong and where."""
import collections
import csv
import heapq
import pathlib
import random
import re
import shutil
import signal
import struct
import subprocess
import tempfile
import time
import unittest

from program import PROGRAM, SMALL, run

START_UP = {"walk": 0, "bike": 600}  # tenths of a second to unlock and park a bicycle, once a journey
AROUND = 40  # metres


def rows(file):
    with open(file, encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def write(file, doors, heading="id,latitude,longitude"):
    file.write_text("\n".join([heading, *(",".join(door) for door in doors)]) + "\n", encoding="utf-8")
    return file


class Graph:
    """The exported files, and the shortest times over them (E. Dijkstra, Numer. Math. 1, 1959)."""

    def __init__(self, folder):
        self.vertices = [(row["latitude"], row["longitude"]) for row in rows(folder / "vertices.csv")]
        self.edges = collections.defaultdict(list)
        for row in rows(folder / "edges.csv"):
            self.edges[int(row["from"])].append((int(row["to"]), int(row["tenths"])))

    def times(self, start, most):
        times, queue = {start: 0}, [(0, start)]
        while queue:
            time_here, here = heapq.heappop(queue)
            if time_here > times[here]:
                continue
            for there, tenths in self.edges[here]:
                if time_here + tenths <= most and time_here + tenths < times.get(there, most + 1):
                    times[there] = time_here + tenths
                    heapq.heappush(queue, (times[there], there))
        return times

    def to_and_fro(self):
        """The vertices from which the first of the largest part is reached and that are reached from it."""
        against = collections.defaultdict(list)
        for here, edges in self.edges.items():
            for there, _ in edges:
                against[there].append(here)

        def reached(edges, start):
            seen, left = {start}, [start]
            while left:
                for there in edges(left.pop()):
                    if there not in seen:
                        seen.add(there)
                        left.append(there)
            return seen

        best = set()
        for start in range(len(self.vertices)):
            if start not in best:
                part = reached(lambda v: [there for there, _ in self.edges[v]], start) & reached(lambda v: against[v], start)
                best = max(best, part, key=len)
            if len(best) > len(self.vertices) / 2:
                break
        where = collections.Counter(self.vertices)
        return sorted(vertex for vertex in best if where[self.vertices[vertex]] == 1)


class Reach(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.at = pathlib.Path(cls.folder.name)
        cls.store, cls.osm = cls.at / "town.sqlite", cls.at / "town.osm.pbf"
        run("demo", "--store", cls.store, *SMALL, "--osm", cls.osm)
        cls.graphs = {}
        for mode in START_UP:
            run("streets", "export", "--store", cls.store, "--profile", mode, "--age", 10, "--out", cls.at / mode)
            cls.graphs[mode] = Graph(cls.at / mode)
        chance = random.Random(1)
        cls.doors = {name: write(cls.at / f"{name}.csv", [(f"{name}{i}", *cls.near(chance)) for i in range(count)])
                     for name, count in (("home", 300), ("venue", 150))}

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def near(cls, chance):
        """A door somewhere beside a street, within 40 metres of a crossing."""
        latitude, longitude = chance.choice(cls.graphs["walk"].vertices)
        return f"{float(latitude) + chance.uniform(-AROUND, AROUND) * 9e-6:.7f}", longitude

    def reach(self, name, *words, source=None, homes=None, venues=None, code=0):
        out = self.at / name
        told = run("reach", *(source or ("--store", self.store)), "--homes", homes or self.doors["home"], "--venues",
                   venues or self.doors["venue"], "--out", out, *words, code=code)
        return told if code else out

    def test_times_between_crossings_are_the_shortest_over_the_exported_edges(self):
        for mode, minutes in (("walk", 15), ("bike", 10)):
            graph, chance = self.graphs[mode], random.Random(2)
            usable = graph.to_and_fro()
            homes, venues = chance.sample(usable, 300), chance.sample(usable, 200)
            files = [write(self.at / f"{mode}_{what}.csv", [(str(v), *graph.vertices[v]) for v in vertices])
                     for what, vertices in (("homes", homes), ("venues", venues))]
            out = self.reach(f"{mode}_times.csv", "--profile", mode, "--minutes", minutes, homes=files[0], venues=files[1])
            expected = []
            for home in homes:
                times = graph.times(home, minutes * 600 - START_UP[mode])
                expected += [(str(home), str(venue), str(times[venue] + START_UP[mode])) for venue in venues if venue in times]
            self.assertGreater(len(expected), 3000)
            self.assertEqual([tuple(row.values()) for row in rows(out)], expected)

    def test_from_door_to_door_it_is_the_same_as_the_plain_search_to_the_byte(self):
        for mode in START_UP:
            words = ("--profile", mode, "--minutes", 20)
            quick = self.reach(f"{mode}_quick.csv", *words, "--threads", 1).read_bytes()
            self.assertGreater(quick.count(b"\n"), 5000)
            self.assertEqual(quick, self.reach(f"{mode}_shared.csv", *words, "--threads", 3).read_bytes())
            self.assertEqual(quick, self.reach(f"{mode}_plain.csv", *words, "--plain").read_bytes())
            self.assertEqual(quick, self.reach(f"{mode}_file.csv", *words, source=("--osm", self.osm)).read_bytes())

    def test_what_is_kept_beside_the_store_changes_no_answer_when_it_is_lost_or_spoiled(self):
        words, cache = ("--profile", "bike", "--minutes", 20), pathlib.Path(f"{self.store}.cache")
        shutil.rmtree(cache, ignore_errors=True)
        made = self.reach("made.csv", *words).read_bytes()
        (kept,) = cache.iterdir()
        order = kept.read_bytes()
        nodes = len(self.graphs["bike"].vertices)
        self.assertTrue(order.startswith(b"WWORDERS"))
        self.assertEqual(len(order), 80 + 4 * nodes)
        (cache / f"order-{'0' * 32}").write_bytes(b"of streets that are gone")
        told = self.told("read.csv", *words, answer=made)
        self.assertNotIn(str(cache), told)
        self.assertEqual(list(cache.iterdir()), [kept])
        middle = len(order) // 2
        for name, spoiled in {"empty": b"", "short": order[:-1], "long": order + b"x",
                              "flipped": order[:middle] + bytes([order[middle] ^ 1]) + order[middle + 1:],
                              "version": order[:8] + b"\xff" + order[9:], "another": order[:20] + b"z" + order[21:]}.items():
            kept.write_bytes(spoiled)
            self.assertIn(f"{kept} is beschadigd of hoort niet bij deze straten", self.told(f"{name}.csv", *words, answer=made))
            self.assertEqual(kept.read_bytes(), order, name)
        shutil.rmtree(cache)
        cache.write_text("no folder")
        self.assertIn("kan niet worden bewaard", self.told("no_folder.csv", *words, answer=made))
        cache.unlink()
        run("backup", "--store", self.store, self.at / "backup.sqlite")
        self.assertEqual(made, self.reach("backup.csv", *words, source=("--store", self.at / "backup.sqlite")).read_bytes())

    def told(self, name, *words, answer):
        out = self.at / name
        said = run("reach", "--store", self.store, "--homes", self.doors["home"], "--venues", self.doors["venue"], "--out", out, *words)
        self.assertEqual(out.read_bytes(), answer, name)
        return said

    def test_counts_and_weights_are_those_of_the_pairs(self):
        words = ("--profile", "walk", "--minutes", 30)
        pairs = collections.defaultdict(list)
        for row in rows(self.reach("pairs.csv", *words)):
            pairs[row["home"]].append(int(row["tenths"]))
        counted = rows(self.reach("counts.csv", *words, "--counts", "--half", 5))
        self.assertEqual([row["home"] for row in counted], [row["id"] for row in rows(self.doors["home"])])
        for row in counted:
            self.assertEqual(int(row["venues"]), len(pairs[row["home"]]))
            self.assertAlmostEqual(float(row["weighted"]), sum(0.5 ** (t / 3000) for t in pairs[row["home"]]), places=5)

    def test_the_binary_form_says_the_same_as_the_two_tables(self):
        run("streets", "export", "--store", self.store, "--profile", "bike", "--out", self.at / "bike", "--binary")
        data = (self.at / "bike/streets.bin").read_bytes()
        magic, version, nothing, n, m = struct.unpack_from("<8sIIQQ", data)
        self.assertEqual((magic, version, nothing, len(data)), (b"WWSTREET", 1, 0, 32 + 4 * (3 * n + 1 + 3 * m)))
        latitude, longitude = (struct.unpack_from(f"<{n}i", data, 32 + 4 * n * i) for i in (0, 1))
        first = struct.unpack_from(f"<{n + 1}I", data, 32 + 8 * n)
        to, tenths, length = (struct.unpack_from(f"<{m}I", data, 32 + 12 * n + 4 + 4 * m * i) for i in (0, 1, 2))
        self.assertEqual([(round(float(a) * 1e7), round(float(b) * 1e7)) for a, b in self.graphs["bike"].vertices],
                         list(zip(latitude, longitude)))
        edges = [(v, to[e], tenths[e], length[e]) for v in range(n) for e in range(first[v], first[v + 1])]
        self.assertEqual(edges, [tuple(map(int, row.values())) for row in rows(self.at / "bike/edges.csv")])

    def test_nothing_is_written_over(self):
        told = run("streets", "export", "--store", self.store, "--profile", "walk", "--out", self.at / "walk", code=5)
        self.assertIn("vertices.csv bestaat al en wordt niet overschreven", told)
        there = write(self.at / "there.csv", [])
        self.assertIn("bestaat al", self.reach("there.csv", "--profile", "walk", "--minutes", 5, code=5))
        self.assertEqual(there.read_text(), "id,latitude,longitude\n")

    def test_a_door_far_from_streets_is_named_and_reaches_nothing(self):
        homes = write(self.at / "sea.csv", [("zee", "0", "0")])
        words = ("--profile", "walk", "--minutes", "60", "--venues", self.doors["venue"], "--store", self.store)
        told = run("reach", *words, "--homes", homes, "--out", self.at / "from_sea.csv")
        self.assertRegex(told, r"1 woning ligt meer dan 500 meter van een straat en bereikt niets:\n  zee\n")
        self.assertEqual(rows(self.at / "from_sea.csv"), [])
        for step in ("laden", "volgorde", "verbindingen", "profiel", "deuren", "index", "vragen", "schrijven"):
            self.assertRegex(told, rf"(?m)^{step}: \d+,\d\d\d s$")

    def test_wrong_input_is_told_with_its_line_and_nothing_is_written(self):
        words = ("--profile", "walk", "--minutes", 5)
        wrong = write(self.at / "wrong.csv", [("a", "52", "4"), ("a", "95", "4"), ("b", "52", "hier")])
        told = self.reach("no.csv", *words, homes=wrong, code=2)
        for sentence in ("wrong.csv, regel 3, kolom id: a staat ook op regel 2.", "wrong.csv, regel 3, kolom latitude: \"95\" ligt",
                         "wrong.csv, regel 4, kolom longitude: \"hier\" is geen getal."):
            self.assertIn(sentence, told)
        narrow = write(self.at / "narrow.csv", [("a", "52")], "id,latitude")
        self.assertIn("narrow.csv: De kolom longitude ontbreekt.", self.reach("no.csv", *words, venues=narrow, code=2))
        empty = write(self.at / "empty.csv", [])
        self.assertIn("empty.csv staan geen woningen of plekken.", self.reach("no.csv", *words, venues=empty, code=2))
        self.assertIn("gone.csv", self.reach("no.csv", *words, homes=self.at / "gone.csv", code=3))
        self.assertIn("--half gaat alleen samen met --counts.", self.reach("no.csv", *words, "--half", 5, code=2))
        self.assertIn("--osm KAART.osm.pbf of --store", self.reach("no.csv", *words, source=("--source", "x"), code=3))
        self.assertIn("De kaart x is er niet. Wel: ", self.reach("no.csv", *words, "--source", "x", code=3))
        self.assertIn("wrong.csv is niet te lezen", self.reach("no.csv", *words, source=("--osm", wrong), code=2))
        self.assertFalse((self.at / "no.csv").exists())

    def test_ctrl_c_stops_it_and_leaves_no_file(self):
        many = write(self.at / "many.csv", [(f"{name}{i}", *where) for name in "abcdefghij" for i, where in
                                            enumerate(random.Random(3).choices(self.graphs["walk"].vertices, k=3000))])
        with subprocess.Popen([PROGRAM, "reach", "--store", self.store, "--homes", many, "--venues", many, "--profile", "walk",
                               "--minutes", "60", "--plain", "--counts", "--out", self.at / "stopped.csv"],
                              stderr=subprocess.PIPE, text=True, env={"LANG": "nl_NL.UTF-8"}) as process:
            told = ""
            while "index" not in told:  # the questions have begun, and take minutes
                told += process.stderr.readline()
            time.sleep(0.05)
            process.send_signal(signal.SIGINT)
            told += process.stderr.read()
            self.assertEqual(process.wait(timeout=60), 6)
        self.assertIn("Gestopt. Er is niets geschreven.", told)
        self.assertEqual([file.name for file in self.at.iterdir() if re.match(r"stopped", file.name)], [])


if __name__ == "__main__":
    unittest.main()
