# SPDX-License-Identifier: EUPL-1.2
"""script/bill-of-materials writes what the built program is made of, in the shape of CycloneDX 1.5: what its schema asks
of the parts that we use is asked here, since a test fetches no schema."""
import json
import os
import re
import subprocess
import unittest

program = os.environ.get("WEGWIJZER", "build/release/wegwijzer")

# Of the list of SPDX, what occurs. A new one is looked up there first.
SPDX_IDS = {"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "BlueOak-1.0.0", "CC-BY-4.0", "CC0-1.0",
            "EUPL-1.2", "GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-or-later", "ISC", "LGPL-2.0-or-later",
            "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-or-later", "MIT", "MPL-2.0", "OFL-1.1", "OLDAP-2.8",
            "Python-2.0", "Unlicense", "Zlib", "curl"}
FIELDS = {"type", "bom-ref", "name", "version", "description", "scope", "purl", "hashes", "licenses",
          "externalReferences", "properties"}
PURL = re.compile(r"pkg:(deb/debian|npm(/%40[a-z0-9._~-]+)?)/[A-Za-z0-9._~%+-]+@[A-Za-z0-9._~%-]+(\?[a-z]+=[^&]+(&[a-z]+=[^&]+)*)?$")


def written(**environment):
    return subprocess.run(["script/bill-of-materials", "--program", program], check=True, capture_output=True,
                          text=True, env=os.environ | environment).stdout


class BillOfMaterials(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.bill = json.loads(written())
        cls.components = cls.bill["components"]

    def test_has_the_head_that_the_standard_asks(self):
        self.assertEqual(self.bill["bomFormat"], "CycloneDX")
        self.assertEqual(self.bill["specVersion"], "1.5")
        self.assertEqual(self.bill["version"], 1)
        self.assertRegex(self.bill["serialNumber"], r"^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
        self.assertRegex(self.bill["metadata"]["timestamp"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        self.assertEqual(self.bill["metadata"]["component"]["name"], "wegwijzer")
        allowed = {"$schema", "bomFormat", "specVersion", "serialNumber", "version", "metadata", "components", "dependencies"}
        self.assertEqual(set(self.bill) - allowed, set())

    def test_says_of_each_part_what_the_standard_asks(self):
        for one in self.components:
            self.assertEqual(set(one) - FIELDS, set(), one["name"])
            self.assertIn(one["type"], {"application", "library", "data"})
            self.assertIn(one["scope"], {"required", "excluded"})
            self.assertTrue(one["name"] and one["bom-ref"])
            self.assertTrue(one["type"] == "data" or one["version"], one["name"])
            for value in one["properties"]:
                self.assertEqual(set(value), {"name", "value"})

    def test_names_each_part_once(self):
        refs = [one["bom-ref"] for one in self.components] + ["wegwijzer"]
        self.assertEqual(len(refs), len(set(refs)))
        for depends in self.bill["dependencies"]:
            self.assertIn(depends["ref"], refs)
            self.assertEqual(set(depends["dependsOn"]) - set(refs), set())

    def test_gives_addresses_of_packages_that_scanners_know(self):
        for one in self.components:
            if one["type"] != "data":
                self.assertRegex(one["purl"], PURL)
                self.assertEqual(one["purl"], one["bom-ref"])

    def test_gives_licences_by_their_names_in_spdx(self):
        for one in self.components:
            for licence in one.get("licenses", []):
                self.assertEqual(len(licence), 1, one["name"])
                if "license" in licence:
                    self.assertEqual(len(licence["license"]), 1, one["name"])
                    self.assertIn(licence["license"].get("id", "MIT"), SPDX_IDS, one["name"])

    def test_gives_checksums_of_the_length_that_they_have(self):
        for one in self.components:
            for hash_ in one.get("hashes", []):
                self.assertRegex(hash_["content"], r"^[0-9a-f]{128}$")

    def test_holds_every_library_that_the_program_loads(self):
        known = {value["value"] for one in self.components for value in one["properties"]
                 if value["name"] == "wegwijzer:soname" and one["scope"] == "required"}
        asked = subprocess.run(["readelf", "-d", program], check=True, capture_output=True, text=True).stdout
        needed = set(re.findall(r"\(NEEDED\).*\[(.+)\]", asked))
        self.assertIn("libsodium.so.23", needed)
        self.assertEqual(needed - known, set())
        loaded = subprocess.run(["ldd", program], check=True, capture_output=True, text=True).stdout
        self.assertEqual(set(re.findall(r"^\s*(\S+) => /", loaded, re.M)) - known, set())

    def test_holds_every_package_that_is_installed_to_build_it(self):
        named = {one["name"] for one in self.components}
        with open("tools/packages.txt", encoding="utf-8") as file:
            self.assertEqual({line.strip() for line in file if line[0] != "#"} - named, set())

    def test_holds_what_the_pages_bring_and_its_letters(self):
        required = {one["name"]: one for one in self.components if one["scope"] == "required"}
        for name in ("maplibre-gl", "@fontsource-variable/figtree", "@utrecht/component-library-css"):
            self.assertIn(name, required)
        self.assertEqual(required["@fontsource-variable/figtree"]["licenses"], [{"license": {"id": "OFL-1.1"}}])
        for name in ("esbuild", "playwright-core", "libgtest-dev"):
            self.assertNotIn(name, required)

    def test_is_the_same_when_nothing_changed(self):
        self.assertEqual(written(SOURCE_DATE_EPOCH="0"), written(SOURCE_DATE_EPOCH="0"))

    def test_tells_nothing_of_the_machine(self):
        text = json.dumps(self.bill)
        self.assertNotIn(os.getcwd(), text)
        self.assertNotIn(os.path.expanduser("~") + "/", text)


if __name__ == "__main__":
    unittest.main()
