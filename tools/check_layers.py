#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Every #include in src/ is granted by its layer's line in CMakeLists.txt, and what is behind a door stays there (test
architecture.layers)."""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
table = re.sub(r"#.*", "", (root / "CMakeLists.txt").read_text())
layers = {}
for name, line in re.findall(r"add_layer\((\w+)([^)]*)\)", table):
    words, granted = "", {"USES": [], "LINKS": [], "HEADERS": [], "LABELS": [], "TESTS_USE": []}
    for word in line.split():
        if word in granted:
            words = word
        else:
            granted[words].append(word)
    layers[name] = (set(granted["USES"]) | {name}, granted["HEADERS"], granted["TESTS_USE"])

# Words that only these folders say: numbers about real children leave by the door of disclosure, and an export of
# what was published is put back. Noise that can be foreseen is for children who do not exist.
doors = {r"kept_releases": ("ports", "storage", "disclosure", "usecases/archive"),
         r"(class|struct)\s+(Publisher|ChildTable|ChildCount)\b": ("disclosure",),
         r"FictionalEntropy": ("usecases/demo",)}

problems = 0
for file in sorted((root / "src").rglob("*.[hc]*")):
    layer = file.relative_to(root / "src").parts[0]
    if layer not in layers:
        problems += 1
        print(f"{file}: folder {layer} is not a layer of CMakeLists.txt")
        continue
    uses, headers, tests_use = layers[layer]
    test = file.name.endswith("_test.cc")
    for number, text in enumerate(file.read_text().splitlines(), 1):
        for word, folders in doors.items():
            said = re.search(word, text)
            if said and not file.relative_to(root / "src").as_posix().startswith(tuple(f"{one}/" for one in folders)):
                problems += 1
                print(f"{file.relative_to(root)}:{number}: only {', '.join(folders)} may say {said[0]}")
        found = re.match(r'\s*#include\s+([<"])([^>"]+)[>"]', text)
        if not found:
            continue
        quote, path = found.groups()
        first = path.split("/")[0]
        if quote == '"':
            ok = first in uses or (test and first in {"kit", *tests_use})
        else:
            standard = "/" not in path and "." not in path
            ok = standard or any(path == h or path.startswith(h + "/") for h in headers)
            ok = ok or (test and first in {"gtest", "gmock", "rapidcheck", "rapidcheck.h", "sys"})
        if not ok:
            problems += 1
            print(f"{file.relative_to(root)}:{number}: layer {layer} may not include {path}")
sys.exit(1 if problems else 0)
