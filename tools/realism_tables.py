#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The tables of docs/realism.md, from assets/towns and further files that `wegwijzer check streets --csv` wrote:
tools/realism_tables.py [NAME=FILE.csv ...]. In brackets: what says nothing about real streets."""
import csv
import pathlib
import re
import sys

root = pathlib.Path(__file__).resolve().parent.parent
smallest_sample = 30
shares = re.compile("squares|named|largest_part|.*_blind|.*_arcs_|class_")


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


sources = {row["network"]: row for row in rows(root / "assets/towns/real_sources.csv")}
names = {network: row["name"] for network, row in sources.items()}
figures = rows(root / "assets/towns/real_networks.csv")
for argument in sys.argv[1:]:
    name, path = argument.split("=", 1)
    for row in rows(path):
        figures.append({**row, "network": name})
    names[name] = name
english = dict(re.findall(r'msgid "(.*)"\nmsgstr "(.*)"', (root / "assets/translations/en.po").read_text(encoding="utf-8")))
found = {(row["network"], row["pattern"], row["figure"]): row for row in figures}


def shown(row):
    if row is None:
        return "–"
    value = float(row["value"])
    text = f"{value:.1%}" if shares.match(row["figure"]) else f"{value:.2f}" if "detour" in row["figure"] else f"{value:.1f}"
    excepted = sources.get(row["network"], {}).get("no_proof", "").split()
    said = (row["figure"], f"{row['pattern']}:{row['figure']}")
    proof = int(row["sample"]) >= smallest_sample and not any(name.startswith(begin) for name in said for begin in excepted)
    return text if proof or row["network"] not in sources else f"({text})"


for pattern in ("everywhere", "built_up", "core", "grid", "cul_de_sac", "edge", "rural"):
    print(f"### {english['street_pattern.' + pattern]}")
    print("| |" + "|".join(names.values()) + "|\n|---|" + "--:|" * len(names))
    for figure in dict.fromkeys(row["figure"] for row in figures if row["pattern"] == pattern):
        cells = [found.get((network, pattern, figure)) for network in names]
        if any(cell and float(cell["value"]) for cell in cells):
            print(f"|{english['street_figure.' + figure]}|" + "|".join(map(shown, cells)) + "|")
    print()
