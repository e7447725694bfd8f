#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Server time per request, as the server's own log says it, and what wrk reaches where it is installed.
   bench/requests.py PROGRAM STORE LATITUDE LONGITUDE [REQUESTS]
Every request has another home near that point, so that no answer is the same."""
import json
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

program, store, latitude, longitude = sys.argv[1], sys.argv[2], float(sys.argv[3]), float(sys.argv[4])
number = int(sys.argv[5]) if len(sys.argv) > 5 else 300
chance = random.Random(20261124)

began = time.monotonic()
server = subprocess.Popen([program, "serve", "--store", store, "--port", "0", "--requests-per-second", "100000", "--burst", "100000"],
                          stdout=(log := tempfile.TemporaryFile("w+")))


def said():
    log.seek(0)
    return log.read()


while not (found := re.search(r"http://[\d.]+:\d+", said())):
    time.sleep(0.01)
address = found.group()
print(f"ready after {time.monotonic() - began:.2f} s")


def get(path):
    with urllib.request.urlopen(address + path) as answer:
        return answer.read()


def near():
    return f"near={latitude + chance.gauss(0, 0.01):.6f},{longitude + chance.gauss(0, 0.015):.6f}&age={chance.randint(5, 13)}&minutes=20"


ids = [one["id"] for one in json.loads(get(f"/api/v1/offerings?{near()}&pageSize=100"))["results"]]
paths = {"/offerings": lambda: f"/offerings?{near()}", "/api/v1/offerings": lambda: f"/api/v1/offerings?{near()}",
         "/offerings/{id}": lambda: f"/offerings/{chance.choice(ids)}?{near()}",
         "/api/v1/offerings/{id}/next-steps": lambda: f"/api/v1/offerings/{chance.choice(ids)}/next-steps?{near()}"}
for path in paths.values():  # travel times of each age are worked out when first asked for
    for _ in range(40):
        get(path())
for path in paths.values():
    for _ in range(number):
        get(path())
if shutil.which("wrk"):
    for path in ("/offerings", "/api/v1/offerings"):
        told = subprocess.run(["wrk", "-t1", "-c4", "-d5s", address + paths[path]()], capture_output=True, text=True).stdout
        print(f"wrk -t1 -c4 -d5s {path}: " + re.search(r"Requests/sec:\s+([\d.]+)", told).group(1) + " requests/s")
server.terminate()
server.wait()
took = {}
for line in said().splitlines():
    try:
        entry = json.loads(line)["log"]
    except (ValueError, TypeError):
        continue
    if entry.get("event") == "request" and entry["route"] in paths:
        took.setdefault(entry["route"], []).append(entry["microseconds"] / 1000)
for route, all_times in took.items():
    times = sorted(all_times[40:40 + number])
    print(f"{route}: median {statistics.median(times):.2f} ms, 95% below {times[int(0.95 * len(times))]:.2f} ms ({len(times)} requests)")
