#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Multiplies a town: writes organisaties.csv and aanbod.csv with N seeded offerings around a point, to import and measure.
   bench/many_offerings.py 20000 52.0116 4.3571 FOLDER"""
import pathlib
import random
import sys

number, latitude, longitude, folder = int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3]), pathlib.Path(sys.argv[4])
chance = random.Random(20261124)
themes = ["natuur", "techniek", "robotica", "muziek", "dans", "koken en eten", "dieren", "programmeren"]
days = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
stages = ["kennismaken", "verdiepen", "lid worden"]
folder.mkdir(parents=True, exist_ok=True)
clubs = max(1, number // 20)
with open(folder / "organisaties.csv", "w", encoding="utf-8") as out:
    out.write("naam;rol;sector;locatie;breedtegraad;lengtegraad\n")
    for club in range(clubs):
        at = latitude + chance.gauss(0, 0.015), longitude + chance.gauss(0, 0.02)
        out.write(f"Club {club};aanbieder;cultuur;Zaal {club};{at[0]:.6f};{at[1]:.6f}\n")
with open(folder / "aanbod.csv", "w", encoding="utf-8") as out:
    out.write("nummer;titel;organisatie;locatie;soort;thema's;trap;niveau;leeftijd;prijs;per;wanneer;omschrijving\n")
    for i in range(number):
        club, low = i % clubs, chance.randint(4, 10)
        hour = chance.randint(9, 19)
        price = chance.choice(["gratis", "2,50", "7,50", "", "12"])
        out.write(f"{i};Activiteit {i};Club {club};Zaal {club};club;{chance.choice(themes)};{chance.choice(stages)};{chance.randint(1, 3)};"
                  f"{low}-{low + 4};{price};{'keer' if price else ''};elke {chance.choice(days)} {hour}:00-{hour + 1}:00, niet in schoolvakanties;Verzonnen activiteit nummer {i}.\n")
