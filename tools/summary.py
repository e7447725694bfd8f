#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Adds up the results of ctest and names what failed, with the end of what it printed.

A shard of a test program ("web.1of4") counts as the tests that it told of, in told/ of its build; one that died before
it told of them has failed. Skipped tests are counted; with the shared data present a skip is a failure.
"""
import os
import pathlib
import re
import sys
import xml.etree.ElementTree as xml

LINES_OF_A_FAILURE = 25  # what is kept of a long run is often only its end: this summary

passed = failed = skipped = 0
skips = []
failures = []


def told_by(path, shard):
    """The results of the tests of a shard, or none when it ended before it told."""
    file = path.with_suffix("") / "told" / f"{shard.get('name')}.xml"
    if not re.fullmatch(r"\w+\.\d+of\d+", shard.get("name")) or not file.exists():
        return None
    return [(f"{case.get('classname')}.{case.get('name')}", result_of(case), "\n".join(one.text or "" for one in case.iter("failure")))
            for case in xml.parse(file).getroot().iter("testcase")]


def result_of(case):
    if case.get("status") == "fail" or case.find("failure") is not None:
        return "failed"
    skip = case.find("skipped") is not None or case.get("status") == "notrun" or case.get("result") == "skipped"
    return "skipped" if skip else "passed"


for path in map(pathlib.Path, sys.argv[1:]):
    if not path.exists():
        print(f"{path} is missing")
        failed += 1
        continue
    for case in xml.parse(path).getroot().iter("testcase"):
        whole = (case.get("name"), result_of(case), case.findtext("system-out") or "")
        told = told_by(path, case)
        # What fails without a test that did, such as a leak at the end, has failed too.
        if told is None or (whole[1] == "failed" and all(result != "failed" for _, result, _ in told)):
            told = (told or []) + [whole]
        for name, result, printed in told:
            passed += result == "passed"
            if result == "failed":
                failed += 1
                failures.append((name, printed))
            if result == "skipped":
                skipped += 1
                skips.append(name)
data = pathlib.Path(os.environ.get("WEGWIJZER_DATA", "../shared/data"))
for name, printed in failures:
    print(f"failed: {name}")
    telling = [line for line in printed.rstrip().splitlines() if line.strip()]
    print("\n".join("    " + line[:200] for line in telling[-LINES_OF_A_FAILURE:]))
for name in skips:
    print(f"skipped: {name}")
if skipped:
    print(f"The shared data are {'here: a skip is a failure' if data.exists() else 'not here'} ({data}).")
print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(1 if failed or passed == 0 or (skipped and data.exists()) else 0)
