"""LibreTranslate on loopback without a network: its own environment's Python runs this file.

At its start it would fetch the models of its sentence splitter; another splitter takes their place.
"""

import re

import libretranslate.init as start
from argostranslate import sbd, translate


class Splitter(sbd.ISentenceBoundaryDetectionModel):
    """Cuts after an end mark."""

    def __init__(self, package=None) -> None:
        super().__init__()

    def split_sentences(self, text):
        return re.split(r"(?<=[.!?])\s+", text)


def main() -> None:
    translate.MiniSBDSentencizer = Splitter
    start.download_models = lambda *_args, **_more: None
    from libretranslate.main import main as serve

    serve()


if __name__ == "__main__":
    main()
