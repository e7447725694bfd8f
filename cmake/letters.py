# SPDX-License-Identifier: EUPL-1.2
"""letters.py IN.woff2 OUT.ttf WEIGHT FAMILY NAME: one weight of a font that varies, under a family of our own.

Cairo 1.16 writes no font that varies into a PDF, and a font of the same name that a machine happens to have must not come
between. NAME is what a PDF calls it, so that one sees whose letters they are; its licence and makers stay in the file."""
import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

FAMILY, STYLE, FULL, POSTSCRIPT = 1, 2, 4, 6
OTHER_NAMES = (3, 16, 17, 21, 22, 25)


def make(source, out, weight, family, name):
    font = TTFont(source, recalcTimestamp=False)
    font = instantiateVariableFont(font, {"wght": weight})
    options = Options(hinting=False, layout_features=["*"], name_IDs=["*"], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap())
    subsetter.subset(font)
    names = font["name"]
    for other in OTHER_NAMES:
        names.removeNames(nameID=other)
    style = "Bold" if weight >= 700 else "Regular"
    for number, text in ((FAMILY, family), (STYLE, style), (FULL, f"{family} {style}"), (POSTSCRIPT, f"{name}-{style}")):
        names.setName(text, number, 3, 1, 0x409)
    font.flavor = None
    font.save(out)


make(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4], sys.argv[5])
