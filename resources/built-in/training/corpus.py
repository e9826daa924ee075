# SPDX-License-Identifier: GPL-3.0-or-later
"""The corpus: a folder of UTF-8 text files, one book a file, one paragraph a line.

Files whose name begins with `A_` are children's stories, `B_` novels. The books in
HELD_OUT are never seen by the tokenizer or by the model; probe.py measures on them.
"""
from pathlib import Path

HELD_OUT = (
    "A_macdonald_princess_goblin",          # an author the training books do not have at all
    "A_nesbit_book_of_dragons",
    "B_doyle_the_adventure_of_the_blue_carbuncle",
    "B_wells_time_machine",
)


def read_book(path):
    """The text of a book, its paragraphs joined by single line feeds."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    return "\n".join(line.strip() for line in lines if line.strip()) + "\n"


def books(folder, held_out=False):
    """Sorted list of (name, text): the training books, or the held-out ones."""
    paths = sorted(p for p in Path(folder).glob("*.txt") if (p.stem in HELD_OUT) == held_out)
    if not paths:
        raise SystemExit(f"no {'held-out ' if held_out else ''}books (*.txt) in {folder}")
    return [(p.stem, read_book(p)) for p in paths]
