"""A small real engine, by entry point as docs/engines.md says: it costs nothing, and has versions."""

from collections.abc import Sequence
from pathlib import Path

from transflow.config import EngineConfig
from transflow.engines.registry import GROUP
from transflow.model import Draft

__all__ = ["Toy", "register"]


FRENCH = {
    "Report": "Rapport",
    "The tide is low.": "La marée est basse.",
    "The tide is not low.": "La marée n’est pas basse.",
    "Ten boats came in.": "Dix bateaux sont entrés.",
    "Eleven boats came in.": "Onze bateaux sont entrés.",
    "12 boats came in by 4 March 2024.": "12 bateaux sont entrés avant le 4 mars 2024.",
    "13 boats came in by 5 March 2024.": "13 bateaux sont entrés avant le 5 mars 2024.",
    "The bank is closed.": "La banque est fermée.",
    "The bank is closed today.": "La banque est fermée aujourd’hui.",
    "Salt is sold here, and nobody saw it.": "On vend du sel ici, et personne ne l’a vu.",
    "The Patent Cooperation Treaty has members.": "Le Traité de coopération en matière de brevets "
    "a des membres.",
    'He said "go" to the visitors of https://example.org/a.': "Il a dit « allez » aux visiteurs de "
    "https://example.org/a.",
    "Visitors came from everywhere.": "Des visiteurs sont venus de partout.",
    "The harbour is old.": "Le port est vieux.",
    "The ships are new.": "Les navires sont neufs.",
    "The harbour is old and the ships are new.": "Le port est vieux et les navires sont neufs.",
    "Rain fell at night.": "La pluie est tombée la nuit.",
    "Nobody slept.": "Personne n’a dormi.",
    "Rain fell at night and nobody slept.": "La pluie est tombée la nuit et personne n’a dormi.",
}


class Toy:
    """A table of sentences; its two versions differ in one letter."""

    def __init__(
        self, config: EngineConfig, source: str, target: str, *, root: Path, argument: str
    ) -> None:
        self.name = f"toy/{source}_{target}@{argument}"
        self.source, self.target, self._version = source, target, argument

    def translate(self, texts: Sequence[str]) -> list[Draft]:
        return [Draft(self._said(FRENCH.get(text, text))) for text in texts]

    def _said(self, text: str) -> str:
        return text.replace("e", "é", 1) if self._version == "beta" else text


def register(folder: Path) -> Path:
    """Install it as a distribution of its own; the folder that belongs on the path."""
    info = folder / "toy_engine-1.0.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: toy-engine\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[{GROUP}]\ntoy = {__name__}:Toy\n")
    return folder
