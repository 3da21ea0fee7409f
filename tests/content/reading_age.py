"""How old a reader has to be, roughly: two published formulas that need no dictionary.
Both give a US school grade; grade 6 is age 11 to 12."""

import re


def sentences(text: str) -> list[str]:
    """The sentences of a text; a closing quotation mark belongs to the one it ends."""
    return [part for part in re.split(r"(?<=[.?])[’”]?\s+", text) if re.search(r"\w", part)]


def words(text: str) -> list[str]:
    """The words of a text; "nobody’s" and "pop-up" are one each."""
    return re.findall(r"\w+(?:[’'-]\w+)*", text)


def automated_readability(text: str) -> float:
    """Automated Readability Index (1967): characters per word, words per sentence."""
    count = len(words(text))
    return 4.71 * sum(map(str.isalnum, text)) / count + 0.5 * count / len(sentences(text)) - 21.43


def coleman_liau(text: str) -> float:
    """Coleman–Liau index (1975): letters and sentences per hundred words."""
    hundreds = len(words(text)) / 100
    letters = sum(map(str.isalpha, text))
    return 0.0588 * letters / hundreds - 0.296 * len(sentences(text)) / hundreds - 15.8
