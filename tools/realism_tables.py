#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The tables of docs/realism.md, from assets/towns and further files that `wegwijzer check streets --csv` wrote:
tools/realism_tables.py [NAME=FILE.csv ...]. In brackets: what says nothing about real streets. Beside each further
town stands `within` or the reason from assets/towns/deviations.csv; a deviation without a reason ends with 1."""
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
real = rows(root / "assets/towns/real_networks.csv")
reasons = rows(root / "assets/towns/deviations.csv")


def is_proof(row):
    excepted = sources[row["network"]]["no_proof"].split()
    said = (row["figure"], f"{row['pattern']}:{row['figure']}")
    return int(row["sample"]) >= smallest_sample and not any(name.startswith(begin) for name in said for begin in excepted)


def compared(row):
    """None where there is nothing to compare with, else whether the figure lies within the range of the real places."""
    values = [float(one["value"]) for one in real
              if (one["pattern"], one["figure"]) == (row["pattern"], row["figure"]) and is_proof(one)]
    if int(row["sample"]) < smallest_sample or not values: return None
    return min(values) <= float(row["value"]) <= max(values)


def reason(row):
    """That of the pattern before that of all, of these the one that says most of the name of the figure."""
    fitting = [one for one in reasons if one["pattern"] in ("", row["pattern"]) and row["figure"].startswith(one["figure"])]
    return max(fitting, key=lambda one: (one["pattern"] != "", len(one["figure"])), default={"reason": None})["reason"]


def verdict(row):
    is_within = compared(row) if row else None
    return "–" if is_within is None else "within" if is_within else reason(row) or "NO REASON"


def shown(row):
    if row is None: return "–"
    value = float(row["value"])
    text = f"{value:.1%}" if shares.match(row["figure"]) else f"{value:.2f}" if "detour" in row["figure"] else f"{value:.1f}"
    return text if row["network"] not in sources or is_proof(row) else f"({text})"


def show(towns):
    names = {network: row["name"] for network, row in sources.items()} | {name: name for name in towns}
    figures = real + [{**row, "network": name} for name, path in towns.items() for row in rows(path)]
    english = dict(re.findall(r'msgid "(.*)"\nmsgstr "(.*)"', (root / "assets/translations/en.po").read_text(encoding="utf-8")))
    found = {(row["network"], row["pattern"], row["figure"]): row for row in figures}
    for pattern in ("everywhere", "built_up", "core", "grid", "cul_de_sac", "edge", "rural"):
        print(f"### {english['street_pattern.' + pattern]}")
        print("| |" + "|".join(names.values()) + "|" + "".join(f"{name} and the real range|" for name in towns))
        print("|---|" + "--:|" * len(names) + "---|" * len(towns))
        for figure in dict.fromkeys(row["figure"] for row in figures if row["pattern"] == pattern):
            cells = [found.get((network, pattern, figure)) for network in names]
            if any(cell and float(cell["value"]) for cell in cells):
                said = [verdict(found.get((name, pattern, figure))) for name in towns]
                print(f"|{english['street_figure.' + figure]}|" + "|".join([*map(shown, cells), *said]) + "|")
        print()


def main():
    towns = dict(argument.split("=", 1) for argument in sys.argv[1:])
    show(towns)
    without = [row for path in towns.values() for row in rows(path) if verdict(row) == "NO REASON"]
    for row in without: print(f"{row['pattern']} {row['figure']} is out of range without a reason", file=sys.stderr)
    return 1 if without else 0


if __name__ == "__main__":
    sys.exit(main())
