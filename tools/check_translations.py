#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Dutch and English are complete (test translations.complete): both catalogues have the same keys with the same
named holes, every key that the sources use is there, and no key is there that nothing uses."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
problems = []


def catalogue(path):
    entries, key = {}, None
    for line in path.read_text(encoding="utf-8").splitlines():
        if found := re.match(r'msgid "(.*)"$', line):
            key = found.group(1)
            entries[key] = []
        elif (found := re.match(r'msgstr(?:\[\d\])? "(.*)"$', line)) and key:
            entries[key].append(found.group(1))
    entries.pop("", None)
    return entries


def holes(texts):
    return {hole for text in texts for hole in re.findall(r"\{(\w+)\}", text)}


dutch = catalogue(root / "assets/translations/nl.po")
english = catalogue(root / "assets/translations/en.po")
for key in sorted(dutch.keys() ^ english.keys()):
    problems.append(f"{key}: in one language only")
for key in sorted(dutch.keys() & english.keys()):
    if not all(dutch[key]) or not all(english[key]):
        problems.append(f"{key}: has no text")
    if len(dutch[key]) != len(english[key]):
        problems.append(f"{key}: plural in one language only")
    # The singular may leave out the number, so only the last form is compared.
    if holes(dutch[key][-1:]) != holes(english[key][-1:]):
        problems.append(f"{key}: other {{holes}} in Dutch than in English")

sources = ""
for path in sorted((root / "src").rglob("*.[hc]*")):
    if not path.name.endswith("_test.cc"):
        sources += re.sub(r"^\s*#include.*$", "", path.read_text(encoding="utf-8"), flags=re.M)
texts = set(re.findall(r'"([a-z][\w]*(?:\.[\w]+)*\.?)"', sources))
dotted = {text for text in texts if re.fullmatch(r"[a-z_]+(\.\w*[a-z0-9])+", text)}
kinds = {key.split(".")[0] for key in dutch}
files = re.compile(r"\.(csv|txt|json|geojson|svg|css|mo|po|sql|ics|pbf|bin)$")
for text in sorted(dotted):
    if text.split(".")[0] in kinds and text not in dutch and not files.search(text):
        if not any(key.startswith(text + ".") or key.startswith(text + "_") for key in dutch):
            problems.append(f"{text}: used in the sources, but not translated")


def used(key):
    if key in texts:
        return True
    if re.sub("_(text|nearest)$", "", key) in texts:
        return True
    # Put together in the sources: "stage." + code, "step.to_" + …, choice_phrase(…, "sector.of_", …).
    return any(text.endswith((".", "_")) and key.startswith(text) for text in texts) or re.sub(
        r"\d+$", "", key) + "{}" in sources


for key in sorted(dutch):
    if not used(key):
        problems.append(f"{key}: translated, but used nowhere")
print("\n".join(problems))
sys.exit(1 if problems else 0)
