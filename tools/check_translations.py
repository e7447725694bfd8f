#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Every language is complete (test translations.complete). Dutch and English have the same keys with the same named
holes, every key that the sources use is there, and no key is there that nothing uses. Each further language in
assets/translations, and each .po file named behind the root, has a text for all that a page can say and for each word
of the vocabularies, in all its plural forms. What only the command line says stands in only_commands.txt, and what only
who signs in reads in only_staff.txt.

    tools/check_translations.py . [/home/somebody/tr.po …]"""
import csv
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
folder = root / "assets/translations"
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
    if list(entries) != sorted(entries):
        problems.append(f"{path}: the keys are not in order")
    return entries


def holes(texts):
    return {hole for text in texts for hole in re.findall(r"\{(\w+)\}", text)}


def report(path, what, keys):
    if keys:
        problems.append(f"{path}: {len(keys)} {what}: {', '.join(sorted(keys))}")


def compare(path, wanted, found, forms):
    """`wanted` are Dutch texts, or English names of vocabularies, by key; `forms` is how many a plural has."""
    both = wanted.keys() & found.keys()
    report(path, "texts are missing", wanted.keys() - found.keys())
    report(path, "keys are of no Dutch text and no vocabulary", found.keys() - wanted.keys())
    report(path, "texts are empty", [key for key in both if not all(found[key])])
    # Another form than the last may leave out the number: "one minute".
    report(path, "texts have other {holes} than in Dutch", [
        key for key in both if holes(found[key][-1:]) != holes(wanted[key][-1:]) or holes(found[key]) > holes(wanted[key])])
    report(path, f"texts do not have {forms} plural forms where Dutch has a plural, or have them where it has none", [
        key for key in both if len(found[key]) != (forms if len(wanted[key]) > 1 else 1)])


def plural_forms(path):
    return int(re.search(r"nplurals=(\d+)", path.read_text(encoding="utf-8")).group(1))


def vocabulary():
    """The keys by which a further language names the words of assets/vocabulary, which are in Dutch and English."""
    keys = {}
    for name, file, code, column in [
            ("theme", "themes", "code", "en"), ("venue_kind", "venue_kinds", "kind", "en"),
            ("spoken", "languages", "code", "en"), ("fund", "funds", "code", "en"),
            ("fund_about", "funds", "code", "about_en"), ("fund_needs", "funds", "code", "needs_en")]:
        with open(root / f"assets/vocabulary/{file}.csv", encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows, delimiter=";"):
                keys[f"{name}:{row[code]}"] = [row[column]]
    return keys


dutch = catalogue(folder / "nl.po")
compare(folder / "en.po", dutch, catalogue(folder / "en.po"), plural_forms(folder / "en.po"))
report(folder / "nl.po", "texts are empty", [key for key in dutch if not all(dutch[key])])



def listed(name):
    return [line for line in (folder / name).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]


words = listed("only_commands.txt")


def of_commands(key, word):
    return key.startswith(word) if word.endswith(".") else key == word


only_commands = {key for key in dutch if any(of_commands(key, word) for word in words)}
report(folder / "only_commands.txt", "lines are of no key",
       [word for word in words if not any(of_commands(key, word) for key in dutch)])
staff = listed("only_staff.txt")
only_staff = {key for key in dutch if any(of_commands(key, word) for word in staff)}
pages = {key: texts for key, texts in dutch.items() if key not in only_commands | only_staff} | vocabulary()
further = [path for path in sorted(folder.glob("*.po")) if path.stem not in ("nl", "en")]
for path in further + [pathlib.Path(name) for name in sys.argv[2:]]:
    compare(path, pages, catalogue(path), plural_forms(path))

sources, web = "", ""
for path in sorted((root / "src").rglob("*.[hc]*")):
    if not path.name.endswith("_test.cc"):
        text = re.sub(r"^\s*#include.*$", "", path.read_text(encoding="utf-8"), flags=re.M)
        sources += text
        web += text if "src/web/" in path.as_posix() else ""
texts = set(re.findall(r'"([a-z][\w]*(?:\.[\w]+)*\.?)"', sources))
report(folder / "only_commands.txt", "keys are said by a page (src/web), so every language needs them",
       only_commands & set(re.findall(r'"([a-z]\w*(?:\.\w+)+)"', web)))
dotted = {text for text in texts if re.fullmatch(r"[a-z_]+(\.\w*[a-z0-9])+", text)}
kinds = {key.split(".")[0] for key in dutch}
files = re.compile(r"\.(csv|txt|json|geojson|svg|css|mo|po|sql|ics|pbf|bin|pdf)$")
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
