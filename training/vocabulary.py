"""Step 2: one SentencePiece vocabulary for English and all target languages.

    python -m training.vocabulary --data ../shared/data --out spm.model

Text is taken as it is (no folding of full-width punctuation, which Chinese and Japanese need),
digits are pieces of their own so that numbers are copied, and what no piece covers is spelled
in bytes, so that any term can be written.
"""

import argparse
import random
import tempfile
from pathlib import Path

import sentencepiece

from training.cleaning import tidy
from training.corpus import LANGUAGES, read_pairs, read_rows

OWN = Path(__file__).parent / "data"


def start_token(language: str) -> str:
    """The token that starts a translation into a language."""
    return f"<2{language}>"


def sample(
    data: Path, extra: list[Path], languages: list[str], lines: int, seed: int = 1
) -> list[str]:
    """Lines to learn pieces from: some of the bulk of every language, and all of the domain text."""
    order = random.Random(seed)
    texts: list[str] = []
    for language in languages:
        pairs = list(read_pairs(next(data.glob(f"en-{language}.tsv*"))))
        order.shuffle(pairs)
        texts += [pair.target for pair in pairs[:lines]]
        texts += [pair.english for pair in pairs[: lines // 2]]
    tables = [path for folder in extra for path in folder.glob("*.tsv")]
    for path in sorted([*data.glob("domain*/*.tsv"), *tables]):
        for row in read_rows(path):
            texts += [row.english, *(row.targets.get(code, "") for code in languages)]
    return [tidy(text) for text in texts if text]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the parallel text")
    parser.add_argument(
        "--extra", type=Path, nargs="*", default=[OWN], help="other folders of domain tables"
    )
    parser.add_argument("--out", type=Path, required=True, help="the model to write")
    parser.add_argument("--pieces", type=int, default=32_000, help="size of the vocabulary")
    parser.add_argument("--lines", type=int, default=40_000, help="lines of the bulk a language")
    parser.add_argument("--languages", default=",".join(LANGUAGES), help="comma-separated codes")
    options = parser.parse_args()
    languages = options.languages.split(",")
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "text"
        lines = sample(options.data, options.extra, languages, options.lines)
        text.write_text("\n".join(lines), "utf-8")
        sentencepiece.SentencePieceTrainer.train(
            input=str(text), model_prefix=f"{folder}/spm", vocab_size=options.pieces,
            model_type="unigram", normalization_rule_name="identity", character_coverage=0.9999,
            byte_fallback=True, split_digits=True, unk_id=0, bos_id=1, eos_id=2, pad_id=-1,
            control_symbols=[start_token(language) for language in languages],
            hard_vocab_limit=False, minloglevel=1,
        )  # fmt: skip
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_bytes(Path(f"{folder}/spm.model").read_bytes())


if __name__ == "__main__":
    main()
