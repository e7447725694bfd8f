#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Works out what the generator of fictional towns needs to draw a neighbourhood: deciles, correlations, spread within a town.

    tools/town_figures.py DATA          prints assets/towns/figures.json
    tools/town_figures.py DATA --check  draws neighbourhoods with those numbers and reports how far they are off

DATA is the folder with cbs/ in it. Empty cells are unknown and are left out, never read as 0.
Standard library only. Everything random has a fixed seed, so that two runs print the same.
"""
import bisect
import collections
import csv
import json
import math
import pathlib
import random
import statistics
import sys

NORMAL = statistics.NormalDist()
URBAN = ("extremely urbanised", "strongly urbanised", "moderately urbanised")
AGES = ["pop_0_14", "pop_15_24", "pop_25_44", "pop_45_64", "pop_65plus"]
BASE = AGES + ["dwelling_value", "dwelling_ownership", "employment_rate", "income_low", "income_high", "edu_appl_sci"]
UTRECHT = ["origin_outside_europe", "origin_europe", "household_size", "one_person_households", "households_with_children",
           "social_share_of_rented", "single_family_dwellings", "cars_per_household", "welfare_benefit"]
AMSTERDAM = ["edu_low"]
FIGURES = BASE + UTRECHT + AMSTERDAM
UNKNOWN = ["single_parent"]  # no buurt or wijk figure in the data; the postcodes of Maastricht hide nearly all of them
# What an extra figure is explained from. pop_45_64 stays out: it is nearly 100 less the other ages.
UTRECHT_FROM = ["pop_0_14", "pop_15_24", "pop_25_44", "pop_65plus", "dwelling_value", "dwelling_ownership"]
AMSTERDAM_FROM = ["pop_0_14", "pop_65plus", "dwelling_ownership", "employment_rate", "income_low", "income_high", "edu_appl_sci"]
LEAST_WIJK = 1000   # inhabitants: more than
LEAST_BUURT = 200   # inhabitants: at least; counts are rounded to 5, so that a share is right to about 1 in 100
RIDGE = 0.1         # on the regression that joins two sources: the ages nearly add up, and without it their weights run wild
# To how much a source rounds a figure: that is undone before the deciles are taken, so that no two deciles fall together.
ROUNDED = {**{name: 1.0 for name in BASE}, "income_low": 0.1, "income_high": 0.1, "household_size": 0.1, "single_family_dwellings": 1.0,
           "cars_per_household": 0.1, "edu_low": 0.1}
LEVELS = [0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99]


def number(text):
    """The number in a cell, or None where the cell is empty."""
    return float(text) if text not in ("", "NA", ".") else None


def share(part, whole):
    return 100 * part / whole if part is not None and whole else None


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def wijken(cbs):
    rows = []
    for row in read(cbs / "nl_wijken_2022.csv"):
        rows.append({**row, **{name: number(row[name]) for name in BASE + ["population", "area_km2", "dwelling_total"]}})
    return rows


def is_urban(row):
    return row["urbanity"] in URBAN and (row["population"] or 0) > LEAST_WIJK


def utrecht(cbs, kind):
    """Utrecht's areas of a kind (Wijk, Buurt) with our names for the figures."""
    rows = []
    for row in read(cbs / "utrecht_kwb_2023.csv"):
        if row["recs"] != kind:
            continue
        get = {name: number(cell) for name, cell in row.items() if name.startswith(("a_", "p_", "g_"))}
        people, households = get["a_inw"], get["a_hh"]
        ages = [get[name] for name in ("a_00_14", "a_15_24", "a_25_44", "a_45_64", "a_65_oo")]
        rows.append({
            "code": row["gwb_code"], "parent": row["gwb_code"][2:8], "population": people, "dwelling_total": get["a_woning"],
            "land_ha": get["a_lan_ha"],
            **{name: share(count, people) for name, count in zip(AGES, ages)},
            "dwelling_value": get["g_wozbag"], "dwelling_ownership": get["p_koopw"],
            "origin_outside_europe": share(get["a_neu_al"], people), "origin_europe": share(get["a_eur_al"], people),
            "household_size": get["g_hhgro"], "one_person_households": share(get["a_1p_hh"], households),
            "households_with_children": share(get["a_hh_m_k"], households),
            "social_share_of_rented": share(get["p_wcorpw"], get["p_huurw"]),
            "single_family_dwellings": get["p_1gezw"], "cars_per_household": get["g_pau_hh"],
            "welfare_benefit": share(get["a_soz_wb"], ages[1] + ages[2] + ages[3])})
    return rows


def amsterdam(cbs, kind):
    """Amsterdam's wijken (WK) or buurten (BU): share of the households with a low level of education."""
    code, low = "Regiocode (gemeente, wijk, buurt) (code)", "Opleidingsniveau/Laag/Waarde (%)"
    return [{"code": row[code], "parent": row[code][2:8], "edu_low": number(row[low])}
            for row in read(cbs / "amsterdam_ses_woa_2019.csv") if row[code].startswith(kind)]


def complete(rows, names):
    return [row for row in rows if all(row[name] is not None for name in names)]


# --- numbers -----------------------------------------------------------------------------------------------------------

def quantile(ordered, level):
    at = level * (len(ordered) - 1)
    low = min(int(at), len(ordered) - 2)
    return ordered[low] + (at - low) * (ordered[low + 1] - ordered[low])


def spread(values, step):
    """Sorted, with equal values spread evenly over the step to which they were rounded, but not below 0."""
    result = []
    for value, count in sorted(collections.Counter(values).items()):
        result += [max(0.0, value + step * ((i + 0.5) / count - 0.5)) for i in range(count)]
    return sorted(result)


def scores(values):
    """Van der Waerden scores: the normal quantile of rank / (n + 1); equal values share their mean rank. Mean 0, deviation 1."""
    order = sorted(range(len(values)), key=values.__getitem__)
    result = [0.0] * len(values)
    at = 0
    while at < len(order):
        end = at
        while end + 1 < len(order) and values[order[end + 1]] == values[order[at]]:
            end += 1
        for place in order[at:end + 1]:
            result[place] = NORMAL.inv_cdf(((at + end) / 2 + 1) / (len(values) + 1))
        at = end + 1
    mean, deviation = statistics.fmean(result), statistics.pstdev(result)
    return [(value - mean) / deviation for value in result]


def correlation(one, other):
    a, b = statistics.fmean(one), statistics.fmean(other)
    top = sum((x - a) * (y - b) for x, y in zip(one, other))
    return top / math.sqrt(sum((x - a) ** 2 for x in one) * sum((y - b) ** 2 for y in other))


def matrix_of(columns):
    return [[1.0 if i == j else correlation(a, b) for j, b in enumerate(columns)] for i, a in enumerate(columns)]


def correlations(rows, names):
    return matrix_of([scores([row[name] for row in rows]) for name in names])


def scores_within_town(rows, names):
    """Scores over all rows, less the mean of the town, with deviation 1 again. Towns with one row say nothing and are left out."""
    members = collections.defaultdict(list)
    for i, row in enumerate(rows):
        members[row["muni_code"]].append(i)
    kept = [m for m in members.values() if len(m) > 1]
    columns = []
    for name in names:
        score = scores([row[name] for row in rows])
        column = [score[i] - statistics.fmean(score[k] for k in m) for m in kept for i in m]
        deviation = statistics.pstdev(column)
        columns.append([value / deviation for value in column])
    return [rows[i] for m in kept for i in m], columns


def times(one, other):
    return [[sum(a * b for a, b in zip(row, column)) for column in zip(*other)] for row in one]


def transposed(matrix):
    return [list(row) for row in zip(*matrix)]


def cholesky(matrix):
    size = len(matrix)
    root = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1):
            rest = matrix[i][j] - sum(root[i][k] * root[j][k] for k in range(j))
            if i == j and rest <= 0:
                raise ValueError("not positive definite")
            root[i][j] = math.sqrt(rest) if i == j else rest / root[j][j]
    return root


def solved(matrix, right):
    """X with matrix X = right, for a positive definite matrix."""
    root, size = cholesky(matrix), len(matrix)
    columns = []
    for column in zip(*right):
        half = []
        for i in range(size):
            half.append((column[i] - sum(root[i][k] * half[k] for k in range(i))) / root[i][i])
        full = [0.0] * size
        for i in reversed(range(size)):
            full[i] = (half[i] - sum(root[k][i] * full[k] for k in range(i + 1, size))) / root[i][i]
        columns.append(full)
    return transposed(columns)


def smallest_eigenvalue(matrix):
    """By inverse iteration."""
    vector = [[1.0 + 0.01 * i] for i in range(len(matrix))]
    for _ in range(200):
        vector = solved(matrix, vector)
        length = math.sqrt(sum(x[0] ** 2 for x in vector))
        vector = [[x[0] / length] for x in vector]
    return times(transposed(vector), times(matrix, vector))[0][0]


def widened(joint, names, rows, given, extra):
    """Adds the figures `extra` to a correlation matrix. The rows of another source tell how they hang together with `given`
    (ridge regression on normal scores) and with one another (what the regression leaves over); whatever else is in the matrix is
    taken to touch them only through `given`. The result is positive definite by construction and leaves `joint` as it was."""
    rows = complete(rows, given + extra)
    here = correlations(rows, given + extra)
    split = len(given)
    cc = [row[:split] for row in here[:split]]
    cx = [row[split:] for row in here[:split]]
    weights = transposed(solved([[value + (RIDGE if i == j else 0) for j, value in enumerate(row)] for i, row in enumerate(cc)], cx))
    both, square = times(weights, cx), times(times(weights, cc), transposed(weights))
    left = [[here[split + i][split + j] - both[i][j] - both[j][i] + square[i][j] for j in range(len(extra))] for i in range(len(extra))]
    at = [names.index(name) for name in given]
    cross = times(weights, [joint[i] for i in at])                        # extra x all that was there
    block = times([[row[i] for i in at] for row in cross], transposed(weights))
    block = [[block[i][j] + left[i][j] for j in range(len(extra))] for i in range(len(extra))]
    deviation = [math.sqrt(block[i][i]) for i in range(len(extra))]
    cross = [[value / deviation[i] for value in row] for i, row in enumerate(cross)]
    block = [[block[i][j] / (deviation[i] * deviation[j]) for j in range(len(extra))] for i in range(len(extra))]
    result = [joint[i] + [row[i] for row in cross] for i in range(len(joint))]
    result += [cross[i] + block[i] for i in range(len(extra))]
    moved = {extra[i]: round(max((cross[i][at[k]] - cx[k][i] for k in range(split)), key=abs), 3) for i in range(len(extra))}
    return result, len(rows), moved


def variance_within(values, groups):
    """Share of the variance inside groups (one-way random effects, groups of unequal size)."""
    members = collections.defaultdict(list)
    for value, group in zip(values, groups):
        members[group].append(value)
    total, count = len(values), len(members)
    inside = sum((value - statistics.fmean(m)) ** 2 for m in members.values() for value in m) / (total - count)
    centre = statistics.fmean(values)
    between = sum(len(m) * (statistics.fmean(m) - centre) ** 2 for m in members.values()) / (count - 1)
    size = (total - sum(len(m) ** 2 for m in members.values()) / total) / (count - 1)
    return inside / (inside + max(0.0, (between - inside) / size))


# --- neighbours --------------------------------------------------------------------------------------------------------

def bordering(path):
    """Pairs of wijken of one gemeente that share a piece of border (two corners that follow one another in both)."""
    with open(path, encoding="utf-8") as file:
        features = json.load(file)["features"]
    owners, town = collections.defaultdict(set), {}
    for feature in features:
        code, shape = feature["properties"]["code"], feature["geometry"]
        town[code] = feature["properties"]["muni_code"]
        parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        for ring in (ring for part in parts for ring in part):
            for one, other in zip(ring, ring[1:]):
                owners[frozenset((tuple(one), tuple(other)))].add(code)
    pairs = {tuple(sorted(codes)) for codes in owners.values() if len(codes) == 2}
    return sorted(pair for pair in pairs if town[pair[0]] == town[pair[1]])


def beside(points):
    """Pairs of label points with no third point in the circle between them (Gabriel graph)."""
    def squared(one, other):
        east = (one[0] - other[0]) * math.cos(math.radians((one[1] + other[1]) / 2))
        return east ** 2 + (one[1] - other[1]) ** 2
    codes = sorted(points)
    return [(a, b) for i, a in enumerate(codes) for b in codes[i + 1:]
            if all(squared(points[a], points[c]) + squared(points[b], points[c]) > squared(points[a], points[b])
                   for c in codes if c not in (a, b))]


def of_neighbours(values, pairs):
    """Correlation over pairs, each taken both ways; `values` by code."""
    pairs = [(values[a], values[b]) for a, b in pairs if a in values and b in values]
    pairs += [(b, a) for a, b in pairs]
    return len(pairs) // 2, correlation([a for a, _ in pairs], [b for _, b in pairs])


# --- kinds of neighbourhood --------------------------------------------------------------------------------------------

def kind(row, dear):
    """The first that fits. The limits are our own choice; only the figures that come out are measured."""
    name = row["name"].lower()
    if "centrum" in name or "binnenstad" in name:
        return "centre"
    if row["pop_15_24"] >= 22:
        return "students"
    if row["pop_0_14"] >= 21:
        return "young_families"
    if row["pop_65plus"] >= 28:
        return "older_residents"
    if row["dwelling_value"] >= dear:
        return "dear"
    if row["dwelling_ownership"] <= 40:
        return "rented"
    return "mixed"


def shifts(rows, columns, dear, joint):
    """Share of the wijken of each kind and their mean scores; the extra figures follow from the correlations."""
    members = collections.defaultdict(list)
    for i, row in enumerate(rows):
        members[kind(row, dear)].append(i)
    size = len(BASE)
    base, cross = [row[:size] for row in joint[:size]], [row[size:] for row in joint[:size]]
    result = {}
    for name in sorted(members, key=lambda name: -len(members[name])):
        mean = [statistics.fmean(column[i] for i in members[name]) for column in columns]
        follow = times([[x[0] for x in solved(base, [[value] for value in mean])]], cross)[0]
        result[name] = {"wijken": len(members[name]), "share": round(len(members[name]) / len(rows), 4),
                        "mean_score": {figure: round(value, 3) for figure, value in zip(FIGURES, mean + follow)}}
    return result


def less_kinds(joint, kinds):
    """The covariance inside a kind: what is left of the correlations when the means of the kinds are taken out."""
    size = len(joint)
    return [[joint[i][j] - sum(k["share"] * k["mean_score"][FIGURES[i]] * k["mean_score"][FIGURES[j]] for k in kinds.values())
             for j in range(size)] for i in range(size)]


# --- all together ------------------------------------------------------------------------------------------------------

def figures(cbs):
    every = wijken(cbs)
    urban = [row for row in every if is_urban(row)]
    full = complete(urban, BASE)
    buurten = [row for row in utrecht(cbs, "Buurt") if row["population"] >= LEAST_BUURT]
    by_code = {row["code"]: row for row in every}
    educated = [{**by_code[row["code"]], **row} for row in amsterdam(cbs, "WK") if row["code"] in by_code]
    educated = [row for row in educated if (row["population"] or 0) > LEAST_WIJK]

    def with_extra(joint):
        joint, count_utrecht, moved = widened(joint, BASE, buurten, UTRECHT_FROM, UTRECHT)
        joint, count_amsterdam, moved_too = widened(joint, BASE + UTRECHT, educated, AMSTERDAM_FROM, AMSTERDAM)
        joint = [[round(value, 4) for value in row] for row in joint]
        cholesky(joint)
        return joint, count_utrecht, count_amsterdam, {**moved, **moved_too}

    joint, from_utrecht, from_amsterdam, moved = with_extra(correlations(full, BASE))
    local_rows, local_scores = scores_within_town(full, BASE)
    local, _, _, local_moved = with_extra(matrix_of(local_scores))

    source = {**{name: urban for name in BASE}, **{name: buurten for name in UTRECHT}, **{name: educated for name in AMSTERDAM}}
    known = {name: spread([row[name] for row in source[name] if row[name] is not None], ROUNDED.get(name, 0.0)) for name in FIGURES}
    tails = {name: [round(quantile(known[name], level), 2) for level in (0.05, 0.95)] for name in FIGURES}
    deciles = {name: [round(quantile(known[name], level), 2) for level in LEVELS] for name in FIGURES}

    towns = collections.Counter()
    for row in every:
        towns[row["muni_code"]] += row["population"] or 0
    medium = [row for row in full if 50_000 <= towns[row["muni_code"]] <= 200_000]
    within = {}
    for name in BASE:
        score = scores([row[name] for row in full])
        place = {row["code"]: value for row, value in zip(full, score)}
        within[name] = {
            "all": round(variance_within(score, [row["muni_code"] for row in full]), 3),
            "towns_50_to_200_thousand": round(variance_within([place[row["code"]] for row in medium],
                                                              [row["muni_code"] for row in medium]), 3)}
    for name in UTRECHT + AMSTERDAM:
        within[name] = None

    finer = {}
    for name in AGES + ["dwelling_value", "dwelling_ownership"] + UTRECHT:
        rows = complete(buurten, [name])
        finer[name] = round(variance_within(scores([row[name] for row in rows]), [row["parent"] for row in rows]), 3)
    low = complete(amsterdam(cbs, "BU"), AMSTERDAM)
    finer["edu_low"] = round(variance_within(scores([row["edu_low"] for row in low]), [row["parent"] for row in low]), 3)

    pairs = bordering(cbs / "nl_wijken_2022.geojson")
    size = collections.Counter(row["muni_code"] for row in full)
    near = {}
    for name in BASE:
        score = dict(zip((row["code"] for row in full), scores([row[name] for row in full])))
        members = collections.defaultdict(list)
        for row in full:
            if size[row["muni_code"]] >= 8:
                members[row["muni_code"]].append(row["code"])
        mean = {town: statistics.fmean(score[code] for code in codes) for town, codes in members.items()}
        centred = {code: score[code] - mean[town] for town, codes in members.items() for code in codes}
        count, value = of_neighbours(score, pairs)
        inner_count, inner = of_neighbours(centred, pairs)
        near[name] = {"pairs": count, "correlation": round(value, 3),
                      "pairs_within_town": inner_count, "correlation_within_town": round(inner, 3)}
    chance = statistics.fmean(-1 / (count - 1) for count in size.values() if count >= 8 for _ in range(count))
    labels = {row["buurt_code"]: (float(row["lon"]), float(row["lat"])) for row in read(cbs / "nl_buurt_points_2014.csv")}
    side = beside({row["code"]: labels[row["code"]] for row in buurten if row["code"] in labels})
    near_buurten = {}
    for name in AGES + ["dwelling_value", "dwelling_ownership"] + UTRECHT:
        rows = complete(buurten, [name])
        count, value = of_neighbours(dict(zip((row["code"] for row in rows), scores([row[name] for row in rows]))), side)
        near_buurten[name] = {"pairs": count, "correlation": round(value, 3)}

    place = {name: dict(zip((row["code"] for row in full), scores([row[name] for row in full]))) for name in BASE}
    urbanity = {}
    for label in URBAN + ("hardly urbanised", "not urbanised"):
        rows = [row for row in every if row["urbanity"] == label and (row["population"] or 0) > LEAST_WIJK]
        urbanity[label] = {"wijken": len(rows), "mean": {}, "mean_score": {}}
        for name in BASE:
            values = [row[name] for row in rows if row[name] is not None]
            urbanity[label]["mean"][name] = round(statistics.fmean(values), 2)
            values = [place[name][row["code"]] for row in rows if row["code"] in place[name]]
            if values:
                urbanity[label]["mean_score"][name] = round(statistics.fmean(values), 3)

    dear = quantile(sorted(row["dwelling_value"] for row in full), 0.9)
    kinds = shifts(full, [scores([row[name] for row in full]) for name in BASE], dear, joint)
    local_kinds = shifts(local_rows, local_scores, dear, local)
    return {
        "figures": FIGURES, "unknown": UNKNOWN, "levels": LEVELS, "deciles": deciles, "tails": tails,
        "correlation": joint, "correlation_within_town": local,
        "within_town_share": within, "buurt_share_within_wijk": finer,
        "spatial": {"wijken": near, "expected_by_chance_within_town": round(chance, 3), "buurten_utrecht": near_buurten},
        "urbanity": urbanity, "kinds": kinds, "kinds_within_town": local_kinds,
        "samples": {
            "wijken_urban_and_large_enough": len(urban), "wijken_complete": len(full),
            "towns": len({row["muni_code"] for row in full}),
            "wijken_in_towns_with_two_or_more": len(local_rows),
            "wijken_in_towns_50_to_200_thousand": len(medium), "towns_50_to_200_thousand": len({row["muni_code"] for row in medium}),
            "buurten_utrecht": len(buurten), "buurten_utrecht_complete": from_utrecht,
            "wijken_amsterdam_complete": from_amsterdam, "buurten_amsterdam_edu_low": len(low),
            "values": {name: len(known[name]) for name in FIGURES},
            "mean": {name: round(statistics.fmean(known[name]), 2) for name in FIGURES},
            "deviation": {name: round(statistics.pstdev(known[name]), 2) for name in FIGURES}},
        "matrix": {
            "smallest_eigenvalue": round(smallest_eigenvalue(joint), 4),
            "smallest_eigenvalue_inside_kinds": round(smallest_eigenvalue(less_kinds(joint, kinds)), 4),
            "smallest_eigenvalue_within_town_inside_kinds": round(smallest_eigenvalue(less_kinds(local, local_kinds)), 4),
            "smallest_eigenvalue_within_town": round(smallest_eigenvalue(local), 4),
            "largest_change_against_source": moved, "largest_change_against_source_within_town": local_moved}}


# --- check -------------------------------------------------------------------------------------------------------------

KNOTS = [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]


def marginal(result, name, tailed):
    """Chances and values between which a straight line is drawn. Without tails the eleven numbers alone, of which the first
    stands for a chance of 0 and the last for a chance of 1; with them also 5% and 95%, and 1% and 99% where they belong."""
    ten, tails = result["deciles"][name], result["tails"][name]
    if not tailed:
        return KNOTS, ten
    return [0.0, 0.01, 0.05] + KNOTS[1:-1] + [0.95, 0.99, 1.0], [ten[0], ten[0], tails[0]] + ten[1:-1] + [tails[1], ten[-1], ten[-1]]


def drawn(result, count, seed, matrix="correlation", tailed=False):
    """Neighbourhoods as the generator draws them."""
    chance, root, size = random.Random(seed), cholesky(result[matrix]), len(FIGURES)
    shape = {name: marginal(result, name, tailed) for name in FIGURES}
    rows = []
    for _ in range(count):
        free = [chance.gauss(0, 1) for _ in range(size)]
        score = [sum(root[i][k] * free[k] for k in range(i + 1)) for i in range(size)]
        row = {}
        for name, value in zip(FIGURES, score):
            at, (knots, values) = NORMAL.cdf(value), shape[name]
            low = min(bisect.bisect_right(knots, at), len(knots) - 1) - 1
            row[name] = values[low] + (at - knots[low]) / (knots[low + 1] - knots[low]) * (values[low + 1] - values[low])
        rows.append(row)
    return rows


def check(result, cbs):
    pairs = [(i, j) for i in range(len(FIGURES)) for j in range(i)]
    for count in (2000, 20000):
        rows = drawn(result, count, 1)
        again = correlations(rows, FIGURES)
        off = {pair: again[pair[0]][pair[1]] - result["correlation"][pair[0]][pair[1]] for pair in pairs}
        worst = max(pairs, key=lambda pair: abs(off[pair]))
        mean_square = math.sqrt(statistics.fmean(value ** 2 for value in off.values()))
        print(f"{count} drawn: correlations off by at most {abs(off[worst]):.3f} ({FIGURES[worst[0]]}, {FIGURES[worst[1]]}), "
              f"root mean square {mean_square:.4f}; chance alone gives about {1 / math.sqrt(count):.4f} for a correlation of 0")
        far = ("", 0, 0.0)
        deepest = ("", 0, 0.0)
        for name in FIGURES:
            values = sorted(row[name] for row in rows)
            for level, knot in list(zip(LEVELS, result["deciles"][name]))[1:-1]:
                below = (sum(v < knot for v in values) + sum(v <= knot for v in values)) / 2 / count
                apart = (quantile(values, level) - knot) / (result["deciles"][name][-2] - result["deciles"][name][1])
                if abs(apart) > abs(far[2]):
                    far = (name, level, apart)
                if abs(below - level) > abs(deepest[2]):
                    deepest = (name, level, below - level)
        print(f"{count} drawn: deciles off by at most {abs(deepest[2]):.4f} in chance ({deepest[0]} at {deepest[1]}); "
              f"chance alone gives about {0.5 / math.sqrt(count):.4f} at the median; "
              f"in the figure itself by at most {100 * abs(far[2]):.1f}% of the way from the 10% to the 90% mark ({far[0]} at {far[1]})")
        for tailed in (False, True):
            those = drawn(result, count, 1, tailed=tailed)
            off_mean = {name: (statistics.fmean(row[name] for row in those) - result["samples"]["mean"][name])
                        / result["samples"]["deviation"][name] for name in FIGURES}
            name = max(FIGURES, key=lambda name: abs(off_mean[name]))
            print(f"{count} drawn, {'with' if tailed else 'without'} the tails at 5% and 95%: means off by at most "
                  f"{off_mean[name]:+.3f} deviations ({name})")
        inner = correlations(drawn(result, count, 2, "correlation_within_town", True), FIGURES)
        print(f"{count} drawn with the matrix within a town: off by at most "
              f"{max(abs(inner[i][j] - result['correlation_within_town'][i][j]) for i, j in pairs):.3f}")
        total = [sum(row[name] for name in AGES) for row in rows]
        print(f"{count} drawn: the five ages add up to {statistics.fmean(total):.1f} on average, deviation "
              f"{statistics.pstdev(total):.1f}, from {min(total):.0f} to {max(total):.0f}")
        rows = [{**row, **{name: 100 * row[name] / sum(row[age] for age in AGES) for name in AGES}} for row in rows]
        again = correlations(rows, FIGURES)
        base = [(i, j) for i, j in pairs if i < len(BASE)]
        worst = max(base, key=lambda pair: abs(again[pair[0]][pair[1]] - result["correlation"][pair[0]][pair[1]]))
        change = abs(again[worst[0]][worst[1]] - result["correlation"][worst[0]][worst[1]])
        print(f"{count} drawn: once the ages are made to add up to 100, correlations off by at most {change:.3f} "
              f"({FIGURES[worst[0]]}, {FIGURES[worst[1]]})")
        far = max((abs(quantile(sorted(row[name] for row in rows), level) - knot), name, level) for name in AGES
                  for level, knot in list(zip(LEVELS, result["deciles"][name]))[1:-1])
        print(f"{count} drawn: and deciles of ages off by at most {far[0]:.2f} points ({far[1]} at {far[2]})")
        odd = sum(row["households_with_children"] + row["one_person_households"] > 100 for row in rows) / count
        print(f"{count} drawn: households of one and with children add up to more than 100 in {100 * odd:.1f} of 100")
        odd = sum(row["income_low"] + row["income_high"] > 100 for row in rows) / count
        print(f"{count} drawn: low and high income add up to more than 100 in {100 * odd:.1f} of 100")
    by_code = {row["code"]: row for row in wijken(cbs)}
    rows = [{**by_code[row["code"]], **{name: row[name] for name in UTRECHT}} for row in utrecht(cbs, "Wijk") if row["code"] in by_code]
    print(f"Utrecht, {len(rows)} wijken: what follows from the assumption that the extra figures touch income, work and learning only")
    print("through ages, value and ownership (all wijken; within a town), against what is there")
    for name in UTRECHT:
        for other in ("employment_rate", "income_low", "income_high", "edu_appl_sci"):
            there = correlation(scores([row[name] for row in rows]), scores([row[other] for row in rows]))
            i, j = FIGURES.index(name), FIGURES.index(other)
            ours = [f"{result[matrix][i][j]:+.2f}" for matrix in ("correlation", "correlation_within_town")]
            print(f"  {name} with {other}: {ours[0]}; {ours[1]}; there {there:+.2f}")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    cbs = pathlib.Path(sys.argv[1]) / "cbs"
    result = figures(cbs)
    if "--check" in sys.argv:
        check(result, cbs)
        return
    text = json.dumps(result, indent=1)
    # A list of numbers goes on one line.
    out, depth = [], 0
    for line in text.splitlines():
        line_end = line.rstrip()
        if depth:
            out[-1] += line_end.strip() + (" " if line_end.endswith(",") else "")
        else:
            out.append(line_end)
        if line_end.endswith("[") and not line_end.strip().startswith('"correlation'):
            depth = 1
        elif depth and line_end.strip().startswith("]"):
            depth = 0
    print("\n".join(out).replace(", ]", "]"))


main()
