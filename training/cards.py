"""Step 6: put its card into each package, mark it as a starter model, and write the checksums.

    python -m training.cards build/packages/*.argosmodel --scores scores.json --out models

`--scores` is what `evaluate --json` wrote; each card carries the numbers of its own package.
"""

import argparse
import hashlib
import json
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from training.export import write_package

TEMPLATE = Path(__file__).parent / "card.md"
SETS = {"domain": "domain", "ntrex128": "NTREX-128 (news)", "tico19": "TICO-19 (health)"}


def table(scores: dict[str, Any]) -> str:
    """The scores of one package as a Markdown table."""
    lines = ["| set | sentences | BLEU | chrF2 |", "|---|---|---|---|"]
    for key, title in SETS.items():
        if key in scores:
            of = scores[key]
            lines.append(f"| {title} | {of['sentences']} | {of['bleu']:.1f} | {of['chrf']:.1f} |")
    return "\n".join(lines)


def faults(scores: dict[str, Any]) -> str:
    """What was copied, and what went wrong, in a sentence or two."""
    good, count = (sum(values) for values in zip(*scores["copying"].values(), strict=True))
    kinds = ", ".join(f"{kind} {have} of {of}" for kind, (have, of) in scores["copying"].items())
    return (
        f"Left alone, it copies {good} of {count} numbers, acronyms, addresses, codes, names and\n"
        f"placeholders unharmed ({kinds});\ntransflow protects them by other means. "
        f"Of 1,000 sentences, {scores['empty']} come out empty,\n{scores['loops']} repeat "
        f"themselves and {scores['runaway']} run on."
    )


def card(metadata: dict[str, Any], scores: dict[str, Any], size: str) -> str:
    """The text of a package's README.md."""
    values = {
        "name": metadata["to_name"], "version": metadata["package_version"],
        "tokenizer": "zh" if metadata["to_code"] == "zh" else "13a",
        "domain": str(scores["domain"]["sentences"]), "table": table(scores),
        "faults": faults(scores), "size": size,
    }  # fmt: skip
    text = TEMPLATE.read_text(encoding="utf-8")
    for key, value in values.items():
        text = text.replace("{" + key + "}", value)
    return text


def finish(package: Path, scores: dict[str, Any], size: str, out: Path) -> Path:
    """Write a package again with its card and the mark of a starter model."""
    with TemporaryDirectory() as place:
        with zipfile.ZipFile(package) as archive:
            archive.extractall(place)
        folder = next(Path(place).iterdir())
        path = folder / "metadata.json"
        metadata = json.loads(path.read_text(encoding="utf-8"))
        metadata["transflow"] = {"starter": True}
        path.write_text(json.dumps(metadata, indent=1) + "\n", encoding="utf-8")
        (folder / "README.md").write_text(card(metadata, scores, size), encoding="utf-8")
        write_package(folder, out / package.name)
    return out / package.name


def write_sums(folder: Path) -> None:
    """Write the checksums of all packages of a folder, as `sha256sum` does."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(folder.glob("*.argosmodel"))
    ]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("packages", type=Path, nargs="+", help=".argosmodel files")
    parser.add_argument("--scores", type=Path, required=True, help="what evaluate --json wrote")
    parser.add_argument("--size", default="", help="a sentence on the size of the training")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    scores = {of["package"]: of for of in json.loads(options.scores.read_text(encoding="utf-8"))}
    for package in options.packages:
        made = finish(package, scores[package.name], options.size, options.out)
        print(f"{made} {made.stat().st_size / 1e6:.1f} MB")
    write_sums(options.out)


if __name__ == "__main__":
    main()
