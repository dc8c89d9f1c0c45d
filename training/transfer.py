r"""Give a language that the network does not know a start from those that it knows.

    python -m training.transfer CHECKPOINT --data build/training --vocabulary spm.model \
        --new ru,ar --known fr,es --out start.pt

The pieces of a new language begin as the mean of the pieces that translate them in the known
languages, found in the multi-parallel domain text by word alignment (IBM Model 1, both
directions multiplied). The network then translates into the new language word by word from the
first step, and needs a fraction of the training.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sentencepiece import SentencePieceProcessor

from training import checkpoints
from training.corpus import read_rows
from training.vocabulary import start_token

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


def every_pair(left: list[list[int]], right: list[list[int]]) -> tuple[Ints, Ints, Ints, Ints]:
    """All pairs of pieces of aligned sentences: left, right, and the number of either token."""
    lefts, rights, left_numbers, right_numbers = [], [], [], []
    seen_left = seen_right = 0
    for a, b in zip(left, right, strict=True):
        lefts.append(np.repeat(np.array(a), len(b)))
        rights.append(np.tile(np.array(b), len(a)))
        left_numbers.append(np.repeat(np.arange(len(a)), len(b)) + seen_left)
        right_numbers.append(np.tile(np.arange(len(b)), len(a)) + seen_right)
        seen_left += len(a)
        seen_right += len(b)
    parts = (lefts, rights, left_numbers, right_numbers)
    joined = [np.concatenate(part).astype(np.int64) for part in parts]
    return joined[0], joined[1], joined[2], joined[3]


def expected(kinds: Ints, given: Ints, tokens: Ints, size: int, rounds: int = 5) -> Floats:
    """How often each kind of pair is expected to be aligned, by Model 1.

    Args:
        kinds: the kind (distinct pair of pieces) of each pair of tokens.
        given: for each kind, the piece that is translated.
        tokens: for each pair of tokens, the token that must be explained.
        size: size of the vocabulary.
        rounds: rounds of expectation maximization.
    """
    chance: Floats = np.ones(len(given))
    counts: Floats = chance
    for _ in range(rounds):
        weight = chance[kinds]
        total = np.bincount(tokens, weight)
        counts = np.bincount(kinds, weight / total[tokens], minlength=len(given)).astype(float)
        chance = counts / np.bincount(given, counts, minlength=size)[given]
    return counts


def translations(
    known: list[list[int]], new: list[list[int]], size: int
) -> tuple[Ints, Ints, Floats]:
    """Pieces of a known language, pieces of a new one, and how often they translate each other."""
    left, right, left_tokens, right_tokens = every_pair(known, new)
    codes, kinds = np.unique(left * size + right, return_inverse=True)
    given, wanted = codes // size, codes % size
    forth = expected(kinds, given, right_tokens, size)
    back = expected(kinds, wanted, left_tokens, size)
    return given, wanted, np.sqrt(forth * back)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("checkpoint", type=Path, help="checkpoint to start from")
    parser.add_argument("--data", type=Path, required=True, help="folder that `prepare` wrote")
    parser.add_argument("--vocabulary", type=Path, required=True, help="SentencePiece model")
    parser.add_argument("--new", required=True, help="languages to start, comma-separated")
    parser.add_argument("--known", required=True, help="languages that the network knows")
    parser.add_argument("--out", type=Path, required=True, help="checkpoint to write")
    options = parser.parse_args()
    pieces = SentencePieceProcessor(model_file=str(options.vocabulary))
    size = pieces.get_piece_size()
    state = checkpoints.load(options.checkpoint)
    table = state.mean["embedding.weight"].numpy().astype(np.float64)
    norms = np.linalg.norm(table, axis=1)
    rows = list(read_rows(options.data / "domain.tsv"))
    known = options.known.split(",")
    taken: set[int] = set()
    for language in known:
        encoded = pieces.encode([row.targets.get(language, "") for row in rows])
        taken.update(piece for line in encoded for piece in line)
    for new in options.new.split(","):
        total, length, weight = np.zeros_like(table), np.zeros(size), np.zeros(size)
        for language in known:
            both = [row.targets for row in rows if {new, language} <= row.targets.keys()]
            sides = [pieces.encode([texts[code] for texts in both]) for code in (language, new)]
            given, wanted, counts = translations(sides[0], sides[1], size)
            clear = counts > 0.5
            given, wanted, counts = given[clear], wanted[clear], counts[clear] ** 1.5
            np.add.at(total, wanted, counts[:, None] * table[given])
            np.add.at(length, wanted, counts * norms[given])
            np.add.at(weight, wanted, counts)
        fresh = np.array([piece for piece in np.flatnonzero(weight) if piece not in taken])
        mean = total[fresh] / weight[fresh, None]
        scale = length[fresh] / weight[fresh] / np.linalg.norm(mean, axis=1)
        table[fresh] = mean * scale[:, None]
        starts = [pieces.piece_to_id(start_token(code)) for code in known]
        table[pieces.piece_to_id(start_token(new))] = table[starts].mean(0)
        print(f"{new}: {len(fresh)} pieces started from {', '.join(known)}")
    state.mean["embedding.weight"] = torch.from_numpy(table).float()
    checkpoints.save(options.out, checkpoints.Checkpoint(state.shape, dict(state.mean), state.mean))


if __name__ == "__main__":
    main()
