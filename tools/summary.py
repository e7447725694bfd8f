#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Adds up the results of ctest and names what failed, with the end of what it printed.

Skipped tests are counted; with the shared data present a skip is a failure.
"""
import os
import pathlib
import sys
import xml.etree.ElementTree as xml

LINES_OF_A_FAILURE = 25  # what is kept of a long run is often only its end: this summary

passed = failed = skipped = 0
skips = []
failures = []
for path in sys.argv[1:]:
    if not pathlib.Path(path).exists():
        print(f"{path} is missing")
        failed += 1
        continue
    for case in xml.parse(path).getroot().iter("testcase"):
        if case.get("status") == "fail" or case.find("failure") is not None:
            failed += 1
            failures.append((case.get("name"), case.findtext("system-out") or ""))
        elif case.find("skipped") is not None or case.get("status") == "notrun":
            skipped += 1
            skips.append(case.get("name"))
        else:
            passed += 1
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
