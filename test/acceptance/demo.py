#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Rows R1, R3, R4, R7, R8 and R15 of the domain, told from the outside on the demo town and the towns of the report."""
import csv
import html
import json
import pathlib
import re
import sqlite3
import tempfile
import time
import unittest
import urllib.parse
import urllib.request

from program import SMALL, Server, fictional, run


def links(page):
    return [html.unescape(link) for link in re.findall(r'<h3><a href="([^"]+)"', page)]


def gemeente(areas):
    return next(area["code"] for area in areas if area["kind"] == "gemeente")


class Demo(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.at = pathlib.Path(cls.folder.name)
        cls.store = cls.at / "demo.sqlite"
        told = run("demo", "--store", cls.store)
        cls.counted = {what: int(number) for what, number in re.findall(r"(\w+): (\d+)\.", told)}
        cls.slug, cls.name = fictional(cls.store)
        cls.small = cls.at / "small.sqlite"  # where size does not matter; to be read, or copied and changed
        run("demo", "--store", cls.small, *SMALL)
        cls.small_slug, cls.small_name = fictional(cls.small)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def copy(self, name):
        """The small town in a store of its own."""
        store = self.at / (name + ".sqlite")
        run("backup", store, "--store", self.small)
        return store

    def provider(self):
        """An organisation of the small town, as rows of a file name it."""
        with Server(self.small) as server:
            return server.json("/api/v1/organisations", pageSize=1)["results"][0]["name"]

    def test_r8_a_parent_of_a_nine_year_old_finds_something_and_its_next_step_in_three_requests(self):
        with Server(self.store) as server:
            self.assertIn("Waar woon je?", server.page("/"))
            street = server.street()["name"]
            found = server.page("/offerings", where=street, age=9, minutes=20, mode="bike")
            where = re.escape(html.escape(f"{street}, {self.name}"))
            self.assertRegex(found, rf"<h1>\d+ activiteiten binnen 20 minuten fietsen van {where}</h1>")
            offering = server.page(links(found)[0])
            self.assertIn("Meedoen", offering)
            self.assertIn("En daarna?", offering)
            self.assertTrue(links(offering), "no next step")

    def test_r4_every_next_step_fits_the_age_and_lies_within_the_minutes(self):
        with Server(self.store) as server:
            home = server.street()["point"]
            child = {"near": f"{home['latitude']},{home['longitude']}", "age": 9, "mode": "walk", "minutes": 15}
            for offering in server.json("/api/v1/offerings", pageSize=20, **child)["results"]:
                steps = server.json(f"/api/v1/offerings/{offering['id']}/next-steps", **child)
                for step in steps["deeper"] + steps["broader"]:
                    there = step["offering"]
                    self.assertLessEqual(there["ages"]["from"], 9)
                    self.assertGreaterEqual(there["ages"]["to"], 9)
                    if there["place"] == "at_venue":
                        self.assertLessEqual(there["travelMinutes"], 15)
                for step in steps["deeper"]:
                    self.assertTrue(step["reason"] in ("later_stage", "harder"))

    def test_r8_unknown_is_not_free_and_not_fitting(self):
        with Server(self.store) as server:
            free = server.json("/api/v1/offerings", free="true", pageSize=100)
            self.assertGreater(free["total"], 0)
            self.assertTrue(all(offering["price"]["free"] for offering in free["results"]))

    def test_r8_says_which_parameter_is_wrong(self):
        with Server(self.store) as server:
            status, problem = server.get("/api/v1/offerings", age="negen")
            self.assertEqual(status, 400)
            self.assertEqual(json.loads(problem)["invalidParams"][0]["name"], "age")
            self.assertEqual(server.get("/offerings", minutes="9999")[0], 400)
            self.assertEqual(server.get("/offerings/niets")[0], 404)

    def test_r1_organisations_in_a_list_with_their_role(self):
        with Server(self.store) as server:
            listed = server.all("/api/v1/organisations", ecosystem=self.slug)
            self.assertEqual(len(listed), self.counted["Organisaties"])
            roles = {role for one in listed for role in one["roles"]}
            self.assertEqual(roles, {"provider", "network_partner"})
            self.assertIn(listed[0]["name"], html.unescape(server.page("/organisations", ecosystem=self.slug, q=listed[0]["name"])))

    def test_r15_who_works_with_whom_in_a_town_of_the_report(self):
        with Server(self.store) as server:
            origins = {one["slug"]: one["origin"] for one in server.json("/api/v1/ecosystems")["results"]}
            self.assertEqual(origins[self.slug], "fictional")
            self.assertEqual(origins["tilburg"], "report")
            listed = server.json("/api/v1/ecosystems/tilburg/collaborations", pageSize=100)
            self.assertGreater(listed["total"], 0)
            page = server.page("/e/tilburg/network", show="collaborations", pageSize=100)
            for one in listed["results"]:
                self.assertIn(html.escape(one["about"]["nl"], quote=False), html.unescape(page))
                self.assertTrue(one["reference"])
            partner = server.page("/organisations/" + listed["results"][0]["from"]["id"])
            self.assertIn("Werkt samen met", partner)
            self.assertIn("Uit het rapport Samenwerken aan talentontwikkeling in leerecosystemen (2023)", partner)
            self.assertNotIn("nagekeken", partner)
            self.assertNotIn("bestaan niet echt", partner)
            self.assertEqual(server.get("/api/v1/ecosystems/nergens/facts")[0], 404)

    def test_r3_facts_of_the_report_by_level_each_with_its_reference(self):
        with Server(self.store) as server:
            facts = server.json("/api/v1/ecosystems/tilburg/facts", level="micro", pageSize=100)
            self.assertGreater(facts["total"], 0)
            for fact in facts["results"]:
                self.assertEqual(fact["level"], "micro")
                self.assertTrue(fact["reference"])
            page = html.unescape(server.page("/e/tilburg/facts", level="micro"))
            self.assertIn(facts["results"][0]["text"]["nl"], page)
            english = html.unescape(server.page("/en/e/tilburg/facts", level="micro"))
            self.assertIn(facts["results"][0]["text"]["en"], english)
            status, problem = server.get("/api/v1/ecosystems/tilburg/facts", level="nano")
            self.assertEqual(status, 400)
            self.assertEqual(json.loads(problem)["invalidParams"][0]["name"], "level")

    def test_r8_a_town_of_the_report_has_no_empty_finder(self):
        with Server(self.store) as server:
            for path in ("/e/tilburg", "/e/tilburg/network", "/offerings?ecosystem=tilburg"):
                page = server.page(path)
                self.assertNotIn('action="/offerings"', page, path)
                self.assertIn("Uit het rapport", page, path)
            self.assertIn("Uit het rapport, 2023", server.page("/"))

    def test_the_demo_is_the_town_the_pilots_or_both(self):
        town, pilots = self.at / "town.sqlite", self.at / "pilots.sqlite"
        run("demo", "--store", town, *SMALL)
        run("demo", "--pilots", "--store", pilots)
        slugs = [[one.split(":")[0] for one in run("ecosystem", "--store", store).splitlines()]
                 for store in (town, pilots, self.store)]
        self.assertEqual(slugs[0], [self.slug])
        self.assertNotIn(self.slug, slugs[1])
        self.assertEqual(sorted(slugs[0] + slugs[1]), sorted(slugs[2]))

    def test_r7_a_neighbourhood_says_what_is_here_by_theme_stage_and_age(self):
        with Server(self.store) as server:
            areas = server.all("/api/v1/areas")
            self.assertEqual(len(areas), self.counted["Gebieden"])
            here = server.json(f"/api/v1/areas/{gemeente(areas)}")
            self.assertGreater(here["offerings"], 100)
            for count in ("byTheme", "byStage", "byAge"):
                self.assertGreater(len(here[count]), 2)
            for area in areas:
                self.assertIn(html.escape(area["name"]), server.page(f"/areas/{area['code']}"))

    def test_a_calendar_has_no_event_in_a_school_holiday(self):
        with open("assets/vocabulary/school_holidays.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter=";"))
        with Server(self.store) as server:
            region = next(one for one in server.json("/api/v1/ecosystems")["results"] if one["slug"] == self.slug)["holidayRegion"]
            holidays = [(one["first"], one["last"]) for one in rows if one["region"] == region]
            club = next(o for o in server.all("/api/v1/offerings", ecosystem=self.slug) if o["kind"] == "club"
                        and "niet in schoolvakanties" in server.json(f"/api/v1/offerings/{o['id']}")["schedule"])
            calendar = server.page(f"/offerings/{club['id']}/calendar.ics")
            self.assertIn("BEGIN:VEVENT", calendar)
            days = [f"{day[:4]}-{day[4:6]}-{day[6:]}" for day in re.findall(r"DTSTART:(\d{8})", calendar)]
            self.assertGreater(len(days), 10)
            self.assertFalse([day for day in days for first, last in holidays if first <= day <= last], "an event in a holiday")

    def test_r7_everything_leaves_and_comes_back_the_same(self):
        first, second, store = self.at / "export-1", self.at / "export-2", self.at / "copy.sqlite"
        run("export", first, "--store", self.store)
        run("import", "export", first, "--store", store)
        run("export", second, "--store", store)
        names = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
        self.assertEqual(names, sorted(path.relative_to(second) for path in second.rglob("*") if path.is_file()))
        self.assertGreater(len(names), 10)
        for name in names:
            self.assertEqual((first / name).read_bytes(), (second / name).read_bytes(), name)
        self.assertIn("bestaat al", run("export", first, "--store", self.store, code=5))
        self.assertIn("niet leeg", run("import", "export", first, "--store", store, code=5))
        victim = next(first.rglob("venues.csv"))
        victim.write_bytes(victim.read_bytes()[:-10])
        self.assertIn("venues.csv", run("import", "export", first, "--store", self.at / "other.sqlite", code=2))

    def test_backup_and_restore_while_serving_are_seen_within_two_seconds(self):
        store, backup = self.copy("served"), self.at / "backup.sqlite"
        rows = self.at / "extra.csv"
        rows.write_text("naam;rol\nClub van Later;aanbieder\n")
        with Server(store) as server:
            count = lambda: server.json("/api/v1/organisations", ecosystem=self.small_slug)["total"]
            before = count()
            run("backup", backup, "--store", store)
            run("import", "organisations", rows, "--store", store, "--ecosystem", self.small_slug)
            self.wait_for(lambda: count() == before + 1)
            run("restore", backup, "--store", store)
            self.wait_for(lambda: count() == before)

    def wait_for(self, condition):
        until = time.monotonic() + 2.0
        while not condition():
            self.assertLess(time.monotonic(), until, "not seen within two seconds")
            time.sleep(0.05)

    def test_a_correction_is_kept_without_anything_about_the_visitor(self):
        store = self.copy("corrected")
        with Server(store) as server:
            page = f"/areas/{gemeente(server.all('/api/v1/areas'))}"
            form = urllib.parse.urlencode({"page": page + "?near=54.6,3.4", "message": "De naam klopt niet."}).encode()
            with urllib.request.urlopen(server.address + "/corrections", form) as answer:
                self.assertIn("Bedankt", answer.read().decode())
            empty = urllib.parse.urlencode({"page": "/", "message": " "}).encode()
            with self.assertRaises(urllib.error.HTTPError):
                urllib.request.urlopen(server.address + "/corrections", empty)
        rows = sqlite3.connect(store).execute("SELECT page, message FROM suggestion").fetchall()
        self.assertEqual(rows, [(page, "De naam klopt niet.")])

    def test_the_log_tells_nothing_about_the_visitor(self):
        with Server(self.store) as server:
            street = server.street()
            home = street["point"]["latitude"], street["point"]["longitude"]
            near = f"{home[0]:.5f},{home[1]:.5f}"
            server.page("/offerings", near=near, age=9, where="")
            server.page("/offerings", where=street["name"] + " 12", age=9)
            server.get("/api/v1/offerings", near=near)
            log = server.stop()
        self.assertIn('"route":"/offerings"', log)
        log = re.sub(r'"time":"[^"]*"', "", log)  # in which a fraction of a second could look like a place
        for secret in (f"{home[0]:.3f}"[:-1], f"{home[1]:.4f}"[:-1], street["name"], "near", "age", "127.0.0.1"):
            self.assertNotIn(secret, log)

    def test_wrong_words_on_the_command_line_get_a_sentence(self):
        self.assertIn("bestaat niet", run("check", "--store", self.at / "nergens", code=3))
        self.assertIn("geen soort bestand", run("import", "excel", "x", "--store", self.store, "--ecosystem", "a", code=2))
        self.assertIn("bestaat niet", run("import", "areas", "x", "--store", self.store, "--ecosystem", self.slug, code=3))
        self.assertIn("korte naam", run("import", "areas", "x", "--store", self.store, "--ecosystem", "Water Veen", code=2))
        self.assertIn("staat al", run("demo", "--store", self.store, code=5))

    def test_a_secretary_reads_by_line_and_column_what_is_wrong_and_nothing_is_lost(self):
        rows, provider = self.at / "aanbod.csv", self.provider()
        rows.write_text("titel;organisatie;leeftijd;wanneer;prijs\n"
                        f"Goed;{provider};8-12;elke woensdag 14:00-15:30;2,50\n"
                        f"Fout;{provider};12-8;elke woensdag;veel\n"
                        "Wie;Club die er niet is;8-12;;\n")
        told = run("import", "offerings", rows, "--store", self.small, "--ecosystem", self.small_slug, "--dry-run")
        for words in ("1 nieuw", "regel 3, leeftijd", "regel 3, wanneer", "regel 3, prijs", "regel 4, organisatie"):
            self.assertIn(words, told)

    def test_what_is_no_longer_in_the_file_leaves_the_site_and_comes_back(self):
        store, rows, provider = self.copy("archived"), self.at / "activiteiten.csv", self.provider()
        heading, one, two = "titel;organisatie\n", f"Eerste;{provider}\n", f"Tweede;{provider}\n"
        importing = ("import", "offerings", rows, "--store", store, "--ecosystem", self.small_slug)

        def titles():
            with Server(store) as server:
                return {one["title"]: one["id"] for one in server.all("/api/v1/offerings")}

        others = set(titles())
        rows.write_text(heading + one + two)
        run(*importing)
        rows.write_text(heading + one + "Fout;\n")
        self.assertNotIn("van de site gehaald", run(*importing, "--archive-missing"))
        rows.write_text(heading + one)
        self.assertIn("Tweede", run(*importing, "--archive-missing"))
        before = titles()
        self.assertIn("Eerste", before)
        self.assertNotIn("Tweede", before)
        self.assertEqual(set(before) - {"Eerste"}, others)  # of other organisations, or by another way
        rows.write_text(heading + one + two)
        run(*importing)
        self.assertIn("Tweede", titles())
        self.assertIn("Eerste", run("archive", "offering", before["Eerste"], "--store", store))
        self.assertNotIn("Eerste", titles())
        run("archive", "offering", before["Eerste"], "--undo", "--store", store)
        self.assertIn("Eerste", titles())

    def test_r4_the_program_proposes_next_steps_and_takes_a_no_for_an_answer(self):
        store, slug = self.copy("steps"), self.small_slug

        def steps():
            with Server(store) as server:
                return {one["id"]: one for one in server.all(f"/api/v1/ecosystems/{slug}/next-steps")}

        def propose(*words):
            return int(re.match(r"\d+", run("ecosystem", "propose-steps", slug, *words, "--store", store)).group())

        before = steps()
        self.assertTrue(all(one["proposedBy"] == "partner" for one in before.values()))
        would_be = propose("--dry-run")
        self.assertGreater(would_be, 20)
        self.assertEqual(steps(), before)
        self.assertEqual(propose(), would_be)
        after = steps()
        self.assertEqual({id: one for id, one in after.items() if id in before}, before)
        proposed = [one for id, one in after.items() if id not in before]
        self.assertEqual(len(proposed), would_be)
        for one in proposed:
            self.assertEqual((one["proposedBy"], one["agreed"], one["confirmedOn"]), ("program", False, None))
            self.assertTrue(one["evidence"].endswith(("minuut lopen van de ene plek naar de andere.",
                                                      "minuten lopen van de ene plek naar de andere.", "Op dezelfde plek.")))
        self.assertEqual(propose(), 0)
        agreed, refused = proposed[1], proposed[0]
        run("ecosystem", "agree-step", agreed["id"], "--by", "from", "--store", store)
        run("ecosystem", "agree-step", agreed["id"], "--by", "to", "--store", store)
        agreed = steps()[agreed["id"]]
        self.assertTrue(agreed["agreed"] and agreed["confirmedOn"] and not agreed["stale"])
        run("archive", "next_step", refused["id"], "--store", store)
        self.assertIn("geweigerd", run("ecosystem", "agree-step", refused["id"], "--by", "to", "--store", store, code=5))
        propose()
        self.assertEqual(steps()[agreed["id"]], agreed)
        pairs = [(one["from"]["id"], one["to"]["id"]) for one in steps().values()]
        self.assertNotIn((refused["from"]["id"], refused["to"]["id"]), pairs)
        self.assertEqual(len(set(pairs)), len(pairs))
        self.assertIn("nergens", run("ecosystem", "propose-steps", "nergens", "--store", store, code=3))

    def test_the_operator_sees_and_changes_an_ecosystem(self):
        store, slug = self.copy("ecosystem"), self.small_slug
        self.assertIn(slug, run("ecosystem", "--store", store))
        run("ecosystem", slug, "--name", self.small_name + "-Zuid", "--store", store)
        with Server(store) as server:
            self.assertIn(self.small_name + "-Zuid", server.page(f"/e/{slug}"))
        run("ecosystem", slug, "--public", "no", "--store", store)
        with Server(store) as server:
            self.assertEqual(server.get(f"/e/{slug}")[0], 404)
        self.assertIn("nergens", run("ecosystem", "nergens", "--name", "x", "--store", store, code=3))
        rows = self.at / "organisaties.csv"
        rows.write_text("naam\nClub\n")
        self.assertIn("is er al", run("import", "organisations", rows, "--store", store, "--ecosystem", slug,
                                      "--name", "Anders", code=5))

    def test_a_file_with_settings(self):
        settings = self.at / "wegwijzer.toml"
        settings.write_text(f'[serve]\nport = 0\nburst = 7\ntrusted-proxy = ["10.0.0.0/8"]\nstore = "{self.store}"\n')
        self.assertIn("--store", run("--settings", settings, "check", code=2))
        settings.write_text("[serve]\nprot = 1\n")
        self.assertIn("prot", run("--settings", settings, "serve", code=2))

    def test_every_command_is_in_the_manual(self):
        manual = "".join(pathlib.Path("docs/manual", f"{name}.md").read_text() for name in ("beheer", "onderzoek", "kansen"))
        commands = re.findall(r"^  ([a-z]+) {2,}", run("--help").split("Subcommands:")[1], flags=re.M)
        self.assertGreater(len(commands), 8)
        for command in commands:
            self.assertRegex(manual, rf"(?m)^### .*\b{command}\b")
            for flag in re.findall(r"^  (?:-\w,)?(--[a-z-]+)", run(command, "--help"), flags=re.M):
                if flag != "--help":
                    self.assertIn(flag, manual, f"{command} {flag}")
        for command, flag in (("propose-steps", "--dry-run"), ("agree-step", "--by")):
            self.assertIn(flag, run("ecosystem", command, "--help"))
            self.assertIn(flag, manual)
            self.assertRegex(manual, rf"(?m)^#### ecosystem {command}")


if __name__ == "__main__":
    unittest.main(verbosity=1)
