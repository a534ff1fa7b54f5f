"""How heavy a German text is: the readability index LIX, and the sentences of a page.

LIX is the number of words in a sentence plus the percentage of words with more than six letters. Unlike the Wiener
Sachtextformel it counts no syllables, which no program does safely in German compounds; so a writer can check it by
hand. Below 40 is easy to read, newspapers have some 50, laws 60 and more.
"""

import re
from collections.abc import Iterator

import html5lib

HTML = "{http://www.w3.org/1999/xhtml}"
INLINE = {"a", "abbr", "b", "em", "small", "span", "strong", "time"}
# Neither the day of a date ends a sentence nor "a. d." or "St." in a name.
SENTENCE = re.compile(r".+?(?:(?<!\d)(?<!\b\w)(?<!\bSt)[.!?](?=\s)|[.!?]$)")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
LONG = 6


def lix(sentences: list[str]) -> float:
    words = [word for sentence in sentences for word in WORD.findall(sentence)]
    return len(words) / len(sentences) + 100 * sum(len(word) > LONG for word in words) / len(words)


def sentences_of(page: str) -> list[str]:
    """The whole sentences of a page's main part; names, headings and links without a full stop are none."""
    main = html5lib.parse(page).find(f".//{HTML}main")
    text = re.sub(r"[^\S\n]+", " ", "".join(_texts(main)))
    found = [sentence.strip() for line in text.split("\n") for sentence in SENTENCE.findall(line)]
    return [sentence for sentence in found if WORD.search(sentence)]


def _texts(element) -> Iterator[str]:
    """The text of an element, with a line break where a block begins or ends."""
    if not isinstance(element.tag, str) or not element.tag.startswith(HTML):  # a comment or a drawing
        return
    edge = "" if element.tag.removeprefix(HTML) in INLINE else "\n"
    yield edge + re.sub(r"\s+", " ", element.text or "")
    for child in element:
        yield from _texts(child)
        yield re.sub(r"\s+", " ", child.tail or "")
    yield edge
