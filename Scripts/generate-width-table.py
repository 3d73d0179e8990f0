#!/usr/bin/env python3
"""Writes Sources/Canvas/WidthTable.swift from Python's Unicode data.

The table follows Unicode 14, the version of Debian 12's C library: ncurses asks that library for
the width of what it prints, so a character that is newer must count as unknown here too.
With --check the table is compared with the C library's wcwidth instead, and differences are listed.
"""
import ctypes
import locale
import sys
import unicodedata

NARROW, ZERO, WIDE, HIDDEN, SPACE, SPACING = range(6)
NAMES = ["narrow", "zero", "wide", "hidden", "space", "spacing"]


# One column by Unicode, two by the C library: whatever a terminal does, it is doubtful.
DOUBTFUL = [(0x302E, 0x302F), (0x3248, 0x324F), (0x4DC0, 0x4DFF), (0x16FE0, 0x16FFF)]


def width_class(code):
    char = chr(code)
    if any(first <= code <= last for first, last in DOUBTFUL):
        return HIDDEN
    category = unicodedata.category(char)
    if category in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
        return HIDDEN
    if code == 0x3000:
        return WIDE
    if category == "Zs":
        return SPACE
    # Vowels and finals of Hangul, written as separate letters, join the syllable before them.
    if 0x1160 <= code <= 0x11FF or 0xD7B0 <= code <= 0xD7FB:
        return ZERO
    if category in ("Mn", "Me"):
        return ZERO
    if category == "Mc":
        return SPACING
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return WIDE
    return NARROW


def runs():
    previous = None
    for code in range(0x110000):
        found = width_class(code)
        if found != previous:
            yield code, found
            previous = found


def write(path):
    entries = [f"0x{code << 3 | kind:06X}" for code, kind in runs()]
    with open(path, "w", encoding="utf-8") as out:
        out.write("// Made by Scripts/generate-width-table.py: do not edit.\n\n")
        out.write("extension WidthClass {\n")
        out.write(f"  /// Unicode {unicodedata.unidata_version}. Each entry is where a run of scalars of one\n")
        out.write("  /// class starts: the scalar, shifted left by three, and the class.\n")
        out.write("  static let runs: [UInt32] = [\n")
        for start in range(0, len(entries), 9):
            out.write("    " + ", ".join(entries[start : start + 9]) + ",\n")
        out.write("  ]\n}\n")
    print(f"{len(entries)} runs")


def check():
    locale.setlocale(locale.LC_CTYPE, "C.utf8")
    wcwidth = ctypes.CDLL(None).wcwidth
    wcwidth.argtypes = [ctypes.c_uint32]
    expected = {NARROW: 1, ZERO: 0, WIDE: 2, SPACE: 1, SPACING: 1}
    differences = 0
    for code in range(0x110000):
        kind = width_class(code)
        if kind == HIDDEN:
            continue  # never sent to the terminal
        if wcwidth(code) != expected[kind]:
            differences += 1
            print(f"U+{code:04X} {unicodedata.name(chr(code), '?')}: {NAMES[kind]}, libc {wcwidth(code)}")
    print(f"{differences} differences")


if "--check" in sys.argv:
    check()
else:
    write("Sources/Canvas/WidthTable.swift")
