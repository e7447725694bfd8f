#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Rows R1, R3, R5, R10, R12 and R17 of the domain as data of fictional towns: what `demo` makes, the files it writes, and
what it refuses."""
import collections
import csv
import html
import json
import pathlib
import re
import signal
import subprocess
import tempfile
import time
import unittest

from program import DAY, PROGRAM, SMALL, Server, fictional, run


def slugs(store):
    return [line.split(":")[0] for line in run("ecosystem", "--store", store).splitlines()]


def rows(file, delimiter=";"):
    with open(file, encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text, delimiter=delimiter))


def sentences(text):
    return [one.strip() for one in re.findall(r".+?(?:[.!?](?=\s|$)|$)", text, flags=re.S) if one.strip()]


def counted(told):
    return tuple(int(number) for number in re.search(r"(\d+) nieuw, (\d+) bijgewerkt, (\d+) hetzelfde", told).groups())


class Towns(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.at = pathlib.Path(cls.folder.name)
        cls.store, cls.csv = cls.at / "town.sqlite", cls.at / "csv"
        cls.osm, cls.areas = cls.at / "town.osm.pbf", cls.at / "town.geojson"
        run("demo", "--store", cls.store, *SMALL, "--osm", cls.osm, "--areas", cls.areas, "--csv", cls.csv)
        cls.slug, cls.name = fictional(cls.store)
        cls.large, cls.large_csv = cls.at / "large.sqlite", cls.at / "large"  # of 100,000 inhabitants, around today
        cls.told = run("demo", "--store", cls.large, "--no-pilots", "--csv", cls.large_csv)
        cls.large_csv /= fictional(cls.large)[0]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_one_seed_and_day_give_identical_bytes_and_another_seed_does_not(self):
        again, other = self.at / "again.sqlite", self.at / "other.sqlite"
        osm, areas, folder = self.at / "again.osm.pbf", self.at / "again.geojson", self.at / "again"
        run("demo", "--store", again, *SMALL, "--seed", 1, "--osm", osm, "--areas", areas, "--csv", folder)
        run("demo", "--store", other, *SMALL, "--seed", 2)
        self.assertEqual(again.read_bytes(), self.store.read_bytes())
        self.assertEqual(osm.read_bytes(), self.osm.read_bytes())
        self.assertEqual(areas.read_bytes(), self.areas.read_bytes())
        names = [path.relative_to(self.csv) for path in self.csv.rglob("*.csv")]
        self.assertEqual(len(names), 4)
        for name in names:
            self.assertEqual((folder / name).read_bytes(), (self.csv / name).read_bytes(), name)
        self.assertNotEqual(other.read_bytes(), self.store.read_bytes())
        self.assertNotEqual(slugs(other), slugs(self.store))

    def test_r3_the_pilots_alone_are_four_cities_of_the_report_with_facts_and_nothing_made_up(self):
        store = self.at / "pilots.sqlite"
        run("demo", "--store", store, "--pilots", "--today", DAY)
        self.assertEqual(slugs(store), ["eindhoven", "groningen", "tilburg", "zwolle"])
        with Server(store) as server:
            self.assertEqual({one["origin"] for one in server.all("/api/v1/ecosystems")}, {"report"})
            for what in ("venues", "offerings", "areas"):
                self.assertEqual(server.json(f"/api/v1/{what}")["total"], 0, what)
            for slug in slugs(store):
                facts = server.all(f"/api/v1/ecosystems/{slug}/facts")
                self.assertTrue(facts)
                self.assertTrue(all(one["reference"] for one in facts))
                self.assertEqual({one["level"] for one in facts if one["level"]} - {"micro", "meso", "macro"}, set())
                self.assertEqual(server.json(f"/api/v1/ecosystems/{slug}/routes")["total"], 0)

    def test_r1_one_town_and_the_cities_of_the_report_unless_asked_otherwise(self):
        store = self.at / "default.sqlite"
        run("demo", "--store", store, "--children", 1500)
        self.assertEqual(len(slugs(store)), 5)
        self.assertEqual(set(slugs(store)) - {"eindhoven", "groningen", "tilburg", "zwolle"}, {fictional(store)[0]})

    def test_two_towns_are_two_ecosystems_with_nothing_in_common(self):
        store, folder = self.at / "two.sqlite", self.at / "two"
        told = run("demo", "--store", store, "--towns", 2, "--children", 3000, "--no-pilots", "--today", DAY, "--csv", folder)
        self.assertEqual(len(slugs(store)), 2)
        self.assertEqual(sorted(path.name for path in folder.iterdir()), slugs(store))
        self.assertIn("tot en met 12: 3000.", told)
        children = collections.Counter()
        for slug in slugs(store):
            for home in rows(folder / slug / "homes.csv", ","):
                children[slug] += sum(int(home[f"age_{age}"]) for age in range(4, 13))
        self.assertEqual(sum(children.values()), 3000)
        with Server(store) as server:
            totals = [server.json("/api/v1/organisations", ecosystem=slug)["total"] for slug in slugs(store)]
            self.assertEqual(sum(totals), server.json("/api/v1/organisations")["total"])
            self.assertGreater(min(totals), 10)

    def test_r1_the_files_of_a_town_are_imported_and_a_second_time_nothing_is_added(self):
        store = self.at / "imported.sqlite"
        made = int(re.search(r"Gebieden: (\d+)", run("demo", "--store", self.at / "count.sqlite", *SMALL)).group(1))
        tagged = {one["kind"] for one in rows("assets/vocabulary/venue_kinds.csv") if one["key"]}
        files = (("areas", self.areas), ("osm", self.osm),
                 *((what, self.csv / self.slug / f"{what}.csv") for what in ("organisations", "offerings", "inquiries")))
        kinds = lambda server: collections.Counter((one["kind"], one["name"]) for one in server.all("/api/v1/venues"))
        for format, file in files:
            command = ("import", format, file, "--store", store, "--ecosystem", "kopie")
            told = run(*command, *(["--fictional"] if format == "areas" else []))
            self.assertNotIn("regel", told)
            self.assertNotIn("fout", told)
            first, second = counted(told), counted(run(*command))
            self.assertGreater(first[0], 0, format)
            self.assertEqual(second, (0, 0, sum(first)), format)
            if format == "osm":
                with Server(store) as copy, Server(self.store) as original:
                    # Each place of a kind that OpenStreetMap has a tag for comes back, once.
                    self.assertEqual(kinds(copy), {what: count for what, count in kinds(original).items() if what[0] in tagged})
        with Server(store) as copy, Server(self.store) as original:
            self.assertEqual(copy.json("/api/v1/areas")["total"], made)
            for what in ("organisations", "offerings"):
                key = "name" if what == "organisations" else "title"
                self.assertEqual(sorted(one[key] for one in copy.all(f"/api/v1/{what}")),
                                 sorted(one[key] for one in original.all(f"/api/v1/{what}")), what)
            street = original.street()
            self.assertIn(self.name, street["context"])
            self.assertTrue(copy.json("/api/v1/places", q=street["name"])["results"])
            near = f"{street['point']['latitude']},{street['point']['longitude']}"
            minutes = [{one["title"]: one["travelMinutes"] for one in server.all("/api/v1/offerings", near=near, minutes=20)}
                       for server in (copy, original)]
            self.assertEqual(minutes[0], minutes[1])

    def test_every_page_of_a_fictional_town_says_that_it_is_fictional(self):
        with Server(self.store) as server:
            seen, queue = {}, [f"/e/{self.slug}", f"/en/e/{self.slug}", f"/ar/e/{self.slug}"]
            kinds, files = collections.Counter(), set()
            while queue and len(seen) < 500:
                path = queue.pop(0)
                kind = re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|(BU|WK|GM)\d+|\?.*|=.*", "*", path)
                if path in seen or kinds[kind] >= 2:
                    continue
                kinds[kind] += 1
                seen[path] = server.page(path)
                links = [html.unescape(link).split("#")[0] for link in re.findall(r'href="(/[^"]*)"', seen[path])]
                queue += [link for link in links if link and not re.search(r"^/assets/|^/api/|\.(ics|pdf|svg|webp|css|csv|json)\b", link)]
                files |= {link for link in links if link.endswith("/method.json")}
            self.assertGreaterEqual(len(seen), 15)
            for kind in ("offerings", "organisations", "venues", "areas", "e"):
                self.assertTrue(any(re.match(rf"(/en|/ar)?/{kind}/", path) for path in seen), kind)
            for path, page in seen.items():
                # As the page says of itself: those of who works with it are in Dutch and English only.
                sentence = {"nl": "Dit is een voorbeeld ({}). De organisaties en activiteiten bestaan niet echt.",
                            "en": "This is an example ({}). The organisations and activities are not real.",
                            "ar": "هذا مثال (\u2066{}\u2069). المنظمات والأنشطة غير حقيقية."}[
                    re.search(r'<html lang="(\w+)"', page)[1]]
                self.assertIn(sentence.format(self.name), html.unescape(page), path)
            self.assertTrue(files)
            for file in files:
                self.assertIn("are made up", server.json(file)["data"]["attribution"], file)

    def test_no_sentence_is_said_twice_in_a_town(self):
        offerings = rows(self.large_csv / "offerings.csv")
        self.assertEqual(len(offerings), int(re.search(r"Activiteiten: (\d+)", self.told).group(1)))
        said = collections.Counter(sentence for one in offerings for column in ("omschrijving", "verwachten")
                                   for sentence in sentences(one[column]))
        self.assertGreater(len(said), 2 * len(offerings))
        self.assertEqual([sentence for sentence, times in said.items() if times > 1], [])
        self.assertTrue(all(one["omschrijving"] for one in offerings))

    def test_r12_a_school_has_as_many_pupils_as_come_from_its_buurten(self):
        folder = self.at / "export"
        run("export", folder, "--store", self.store)
        venues = rows(next(folder.rglob("venues.csv")), ",")
        schools = [one for one in venues if one["catchment"]]
        self.assertTrue(schools)
        with Server(self.store) as server:
            buurten = {one["code"] for one in server.all("/api/v1/areas") if one["kind"] == "buurt"}
            for school in schools:
                parts = re.findall(r"(BU\d{8}) (\d+)", school["catchment"])
                self.assertTrue({code for code, _ in parts} <= buurten)
                pupils = sum(int(number) for _, number in parts)
                self.assertEqual(str(pupils), school["pupils"], school["name"])
                page = server.page(f"/venues/{school['id']}")
                self.assertRegex(page, rf"Leerlingen</dt><dd[^>]*>(<[^>]*>)*{pupils}<")
        self.assertEqual(sum(int(school["pupils"]) for school in schools), 1500)

    def test_r5_r10_a_learning_route_introduces_deepens_and_belongs_by_different_organisations(self):
        slug = fictional(self.large)[0]
        with Server(self.large) as server:
            routes = server.all(f"/api/v1/ecosystems/{slug}/routes")
            self.assertGreater(len(routes), 5)
            for route in routes:
                self.assertEqual([step["stage"] for step in route["steps"]], ["introduce", "deepen", "belong"])
                steps = [server.json(f"/api/v1/offerings/{step['id']}") for step in route["steps"]]
                self.assertEqual(len({step["organisation"]["id"] for step in steps}), 3, route["title"])
                page = html.unescape(server.page(f"/routes/{route['id']}"))
                for step in steps:
                    self.assertIn(step["title"], page)

    def test_r4_what_partners_agreed_on_comes_first_and_is_marked(self):
        slug = fictional(self.large)[0]
        marked = 0
        with Server(self.large, "--burst", "100000") as server:
            edges = server.all(f"/api/v1/ecosystems/{slug}/next-steps")
            self.assertGreater(len(edges), 50)
            self.assertEqual({one["agreed"] for one in edges}, {True, False})
            self.assertEqual({one["stale"] for one in edges}, {True, False})
            for edge in (one for one in edges if one["agreed"]):
                steps = server.json(f"/api/v1/offerings/{edge['from']['id']}/next-steps", minutes=90, mode="bike")["deeper"]
                agreed = [one["agreed"] for one in steps]
                self.assertEqual(agreed, sorted(agreed, reverse=True))
                found = [one["edge"]["id"] for one in steps if one["agreed"]]
                if edge["id"] in found[:4]:
                    marked += 1
                    self.assertIn("Samen afgesproken", server.page(f"/offerings/{edge['from']['id']}", minutes=90, mode="bike"))
                elif edge["id"] not in found:  # over, full or in school time
                    self.assertNotIn(edge["to"]["id"], [one["offering"]["id"] for one in steps])
            self.assertGreater(marked, 20)
            page = html.unescape(server.page(f"/e/{slug}/network", show="steps"))
            self.assertIn("samen afgesproken", page)

    def test_r5_most_offerings_of_a_town_have_a_next_step_to_walk_to_and_some_are_a_dead_end(self):
        asked = dead_ends = deeper = 0
        with Server(self.large, "--burst", "100000") as server:
            for one in server.all("/api/v1/offerings"):
                at = server.json(f"/api/v1/offerings/{one['id']}")["venue"]
                if not at:
                    continue
                near = f"{at['point']['latitude']},{at['point']['longitude']}"
                steps = server.json(f"/api/v1/offerings/{one['id']}/next-steps", near=near, age=9, mode="walk", minutes=10)
                # What is done at home or online can be the next step of anything, anywhere.
                out = [step for step in steps["deeper"] + steps["broader"] if step["offering"]["place"] == "at_venue"]
                asked += 1
                dead_ends += not out
                deeper += bool(steps["deeper"])
        self.assertGreater(asked, 500)
        self.assertTrue(0 < dead_ends < asked / 2, (dead_ends, asked))
        self.assertTrue(asked / 4 < deeper < asked, (deeper, asked))

    def test_r12_every_kind_of_welcome_is_there_and_none_everywhere(self):
        offerings = rows(self.large_csv / "offerings.csv")
        kinds = collections.Counter(kind for one in offerings for kind in one["toegankelijk"].split(", ") if kind)
        self.assertGreaterEqual(len(kinds), 5)
        self.assertLess(max(kinds.values()), len(offerings))
        free = sum(one["prijs"] == "gratis" for one in offerings)
        unknown = sum(not one["prijs"] for one in offerings)
        helped = sum(bool(one["regelingen"]) for one in offerings)
        for some in (free, unknown, helped):
            self.assertGreater(some, 0)
            self.assertLess(some, len(offerings))
        self.assertTrue(all(one["prijs"] not in ("", "gratis") for one in offerings if one["regelingen"]))

    def test_r17_families_hear_of_activities_by_channels_of_several_kinds(self):
        with Server(self.store) as server:
            channels = server.all(f"/api/v1/ecosystems/{self.slug}/channels")
            names = {one["name"] for one in server.all("/api/v1/organisations")}
            self.assertGreaterEqual(len({one["kind"] for one in channels}), 4)
            for channel in channels:
                self.assertTrue({one["name"] for one in channel["lists"]} <= names)
            self.assertTrue(any(channel["lists"] for channel in channels))
            pages = range(1, len(channels) // 20 + 2)  # each page has 20
            network = "".join(html.unescape(server.page(f"/e/{self.slug}/network", show="channels", page=page)) for page in pages)
            self.assertTrue(all(channel["name"] in network for channel in channels))

    def test_wrong_words_get_a_sentence_and_leave_nothing(self):
        there = self.at / "there.osm.pbf"
        there.write_bytes(b"precious")
        nowhere = self.at / "nowhere"
        wrong = ((2, "Vraag om meer kinderen", "--children", "5"), (2, "minder steden", "--towns", "0"),
                 (2, "hoogstens", "--towns", "100000", "--children", "3000000"), (2, "--children: -5", "--children", "-5"),
                 (2, "--size kent ‘village’ niet. Kies uit: town, region, country", "--size", "village"), (2, "Schrijf het zo", "--today", "gisteren"),
                 (2, "gaan niet samen", "--pilots", "--no-pilots"), (2, "--osm", "--pilots", "--osm", self.at / "a.osm.pbf"),
                 (5, "Kies een andere naam", *SMALL, "--osm", there), (5, "Kies een andere naam", *SMALL, "--areas", there),
                 (5, "Kies een andere naam", *SMALL, "--csv", there),
                 (3, "Maak die eerst", *SMALL, "--osm", nowhere / "a.osm.pbf"),
                 (3, "Maak die eerst", *SMALL, "--csv", nowhere / "csv"))
        before = sorted(self.at.iterdir())
        for code, sentence, *words in wrong:
            told = run("demo", "--store", self.at / "wrong.sqlite", *words, code=code)
            self.assertIn(sentence, told)
            self.assertEqual(sorted(self.at.iterdir()), before, words)
        self.assertEqual(there.read_bytes(), b"precious")

    def test_a_store_that_is_there_keeps_what_it_has(self):
        store = self.at / "kept.sqlite"
        run("demo", "--store", store, "--pilots", "--today", DAY)
        for code, sentence, *words in ((5, "nieuwe opslag", "--children", "1500"),
                                       (5, "nieuwe opslag", *SMALL, "--towns", "2"),
                                       (3, "Maak die eerst", *SMALL, "--osm", self.at / "nowhere" / "a.osm.pbf")):
            self.assertIn(sentence, run("demo", "--store", store, *words, code=code))
            self.assertEqual(len(slugs(store)), 4, words)
        run("demo", "--store", store, *SMALL)
        self.assertEqual(len(slugs(store)), 5)
        self.assertIn("staat al", run("demo", "--store", store, *SMALL, code=5))

    def test_ctrl_c_leaves_no_half_store_and_no_half_file(self):
        folder = self.at / "stopped"
        folder.mkdir()
        for seconds in (0.5, 1, 2):
            words = ("demo", "--size", "region", "--store", folder / "region.sqlite", "--osm", folder / "region.osm.pbf",
                     "--areas", folder / "region.geojson", "--csv", folder / "csv")
            process = subprocess.Popen([PROGRAM, *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                       env={"LANG": "nl_NL.UTF-8"})
            time.sleep(seconds)
            process.send_signal(signal.SIGINT)
            told = process.communicate(timeout=120)[0]
            self.assertEqual(process.returncode, 5, told)
            self.assertIn("niets veranderd", told)
            self.assertEqual(list(folder.iterdir()), [])
        store = folder / "there.sqlite"
        run("demo", "--store", store, "--pilots", "--today", DAY)
        process = subprocess.Popen([PROGRAM, "demo", "--store", store, "--children", "60000", "--no-pilots"], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        self.assertEqual((process.wait(timeout=120), len(slugs(store))), (5, 4))

    def test_areas_have_key_figures_that_hang_together(self):
        areas = json.loads(self.areas.read_text(encoding="utf-8"))["features"]
        with Server(self.store) as server:
            listed = server.all("/api/v1/areas")
        self.assertEqual(len(areas), len(listed))
        people = collections.Counter()
        for area in listed:
            people[area["kind"]] += area["figures"].get("population", 0)
        self.assertEqual(people["buurt"], people["wijk"])
        self.assertEqual(people["buurt"], people["gemeente"])


if __name__ == "__main__":
    unittest.main(verbosity=1)
