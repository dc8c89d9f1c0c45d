"""From attention over pieces to aligned words with character offsets."""

from collections.abc import Sequence

__all__ = ["Alignment", "compose", "word_alignment"]

Alignment = tuple[tuple[int, int, int, int], ...]
"""(source start, source end, target start, target end) of aligned words."""

_LEAST = 0.08
"""Attention below this says nothing; the source's end token takes what is left."""


def word_alignment(
    source: str,
    source_offsets: Sequence[tuple[int, int]],
    target: str,
    target_offsets: Sequence[tuple[int, int]],
    attention: Sequence[Sequence[float]],
) -> Alignment:
    """Link each target word to the source word its pieces attend to most.

    A source word that no target word chose is linked to the target word that attends to it most,
    if that is more than noise; so links are many-to-many only where words are.

    Args:
        source: Source text.
        source_offsets: Range of each source piece in it.
        target: Target text.
        target_offsets: Range of each target piece in it.
        attention: One row a target piece, one weight a source piece.
    """
    from_words = _words(source, source_offsets)
    to_words = _words(target, target_offsets)
    if not from_words or not to_words or not attention:
        return ()
    rows = list(attention)
    columns = [froms for froms, _ in from_words]
    table = [_weights([rows[at] for at in tos], columns) for tos, _ in to_words]
    links: set[tuple[int, int]] = set()
    for row, weights in enumerate(table):
        column = max(range(len(weights)), key=weights.__getitem__)
        if weights[column] >= _LEAST:
            links.add((column, row))
    linked = {column for column, _ in links}
    for column in range(len(from_words)):
        if column not in linked:
            row = max(range(len(table)), key=lambda at: table[at][column])
            if table[row][column] >= _LEAST:
                links.add((column, row))
    return tuple(
        (*from_words[column][1], *to_words[row][1])
        for column, row in sorted(links, key=lambda link: (link[1], link[0]))
    )


def compose(first: Alignment, second: Alignment) -> Alignment:
    """Alignment of a translation through a middle language."""
    links = {
        (a, b, g, h) for (a, b, c, d) in first for (e, f, g, h) in second if max(c, e) < min(d, f)
    }
    return tuple(sorted(links, key=lambda link: (link[2], link[0])))


def _words(
    text: str, offsets: Sequence[tuple[int, int]]
) -> list[tuple[list[int], tuple[int, int]]]:
    """Pieces grouped to words (runs without white space; single pieces in scripts without)."""
    words: list[tuple[list[int], tuple[int, int]]] = []
    for index, (begin, stop) in enumerate(offsets):
        start, end = begin, stop
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start >= end:
            continue
        if words:
            pieces, (word_start, word_end) = words[-1]
            joined = start <= word_end and text[start].isalnum() and text[word_end - 1].isalnum()
            overlap = start < word_end
            if overlap or (joined and not _spaceless(text[start])):
                words[-1] = ([*pieces, index], (word_start, max(word_end, end)))
                continue
        words.append(([index], (start, end)))
    return words


def _spaceless(letter: str) -> bool:
    """Whether a letter belongs to a script that writes no spaces between words."""
    return (
        "\u2e80" <= letter <= "\u9fff"
        or "\uac00" > letter >= "\u3040"
        or "\u0e00" <= letter < "\u0f00"
    )


def _weights(rows: Sequence[Sequence[float]], words: Sequence[Sequence[int]]) -> list[float]:
    """Attention of a target word on each source word: mean over its pieces, summed over theirs."""
    total = rows[0] if len(rows) == 1 else [sum(weights) for weights in zip(*rows, strict=True)]
    size = len(rows)
    return [  # most words are one piece, and this is asked for each word of a draft
        (total[columns[0]] if len(columns) == 1 else sum([total[at] for at in columns])) / size
        for columns in words
    ]
