"""Any CTranslate2 sequence-to-sequence model in a folder, as ctranslate2's converters leave one.

OPUS-MT (Marian) folders have `source.spm` and `target.spm`, NLLB and M2M-100 a
`sentencepiece.bpe.model`. Models of many languages want tokens: where they go and what they look
like is told by the vocabulary itself.
"""

import json
from collections.abc import Sequence
from pathlib import Path

from transflow.config import EngineConfig
from transflow.engines.argos import ModelEngine
from transflow.engines.base import one_word
from transflow.engines.decoder import Decoder
from transflow.engines.pieces import Tokenizer, vocabulary
from transflow.errors import EngineError
from transflow.files import inside

__all__ = ["open_directory"]

_SPM = (
    "sentencepiece.model",
    "source.spm",
    "sentencepiece.bpe.model",
    "spm.model",
    "tokenizer.model",
)
_FLORES = {
    "ar": "arb_Arab", "bg": "bul_Cyrl", "cs": "ces_Latn", "da": "dan_Latn", "de": "deu_Latn",
    "el": "ell_Grek", "en": "eng_Latn", "es": "spa_Latn", "fa": "pes_Arab", "fi": "fin_Latn",
    "fr": "fra_Latn", "he": "heb_Hebr", "hi": "hin_Deva", "hu": "hun_Latn", "id": "ind_Latn",
    "it": "ita_Latn", "ja": "jpn_Jpan", "ko": "kor_Hang", "nl": "nld_Latn", "nb": "nob_Latn",
    "pl": "pol_Latn", "pt": "por_Latn", "ro": "ron_Latn", "ru": "rus_Cyrl", "sv": "swe_Latn",
    "sw": "swh_Latn", "th": "tha_Thai", "tr": "tur_Latn", "uk": "ukr_Cyrl", "vi": "vie_Latn",
    "zh-Hans": "zho_Hans", "zh-Hant": "zho_Hant",
}  # fmt: skip
"""BCP 47 tags as NLLB names languages (FLORES-200)."""
_OPEN: dict[tuple[Path, str, str, int], ModelEngine] = {}


def open_directory(
    config: EngineConfig, source: str, target: str, *, root: Path, argument: str
) -> ModelEngine:
    """The engine in a folder.

    Args:
        config: Settings.
        source: BCP 47 tag.
        target: BCP 47 tag.
        root: The project's folder.
        argument: The model's folder, inside the project or absolute.

    Raises:
        EngineError: If it holds no model, no tokenizer, or does not know a language.
    """
    folder = Path(argument) if Path(argument).is_absolute() else inside(root, argument)
    key = (folder.resolve(), source, target, config.beam)
    if key not in _OPEN:
        _OPEN[key] = _open(config, folder, source, target)
    return _OPEN[key]


def _open(config: EngineConfig, folder: Path, source: str, target: str) -> ModelEngine:
    if not (folder / "model.bin").is_file():
        raise EngineError(
            "holds no CTranslate2 model", where=folder, hint="convert it with ctranslate2's tools"
        )
    spm = next((name for name in _SPM if (folder / name).is_file()), None)
    if spm is None:
        raise EngineError(
            "holds no SentencePiece model",
            where=folder,
            hint=f"put one beside it: {', '.join(_SPM)}",
        )
    reverse = "target.spm" if (folder / "target.spm").is_file() else ""
    known = vocabulary(folder)
    prefix, before, after = _tokens(known, _settings(folder), source, target, folder)
    decoder = Decoder(
        folder,
        Tokenizer(folder, file=spm, reverse=reverse),
        threads=config.threads,
        batch_tokens=config.batch_tokens,
        beam=config.beam,
        prefix=prefix,
        source_prefix=before,
        source_suffix=after,
    )
    name = one_word(f"ctranslate2/{folder.name}@{decoder.fingerprint}")
    return ModelEngine(decoder, name, source, target)


def _tokens(
    known: frozenset[str], settings: dict[str, object], source: str, target: str, folder: Path
) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    """Pieces that begin the target, begin the source and end the source.

    Models converted from Transformers want the end token said (M2M-100, NLLB, and OPUS-MT unless
    `add_source_eos` says that CTranslate2 adds it); OpenNMT's were trained without one.
    """
    end = [] if settings.get("add_source_eos") else ["</s>"]
    for style in (_flores, _m2m):
        if style(target) in known:
            if style(source) not in known:
                raise EngineError(f"the model does not know {source}", where=folder)
            return [style(target)], [style(source)], end
    if "eng_Latn" in known or "__en__" in known:
        raise EngineError(f"the model does not know {target}", where=folder)
    marian = (folder / "source.spm").is_file()
    if any(piece.startswith(">>") and piece.endswith("<<") for piece in known):
        found = [piece for piece in _opus(target) if piece in known]
        if not found:
            raise EngineError(f"the model does not know {target}", where=folder)
        return [], found[:1], end
    return [], [], end if marian else []


def _flores(tag: str) -> str:
    return _FLORES.get(tag) or _FLORES.get(tag.partition("-")[0], "")


def _m2m(tag: str) -> str:
    return f"__{tag.partition('-')[0]}__"


def _opus(tag: str) -> tuple[str, ...]:
    """Names OPUS-MT gives a language: ISO 639-3 with script, ISO 639-3, ISO 639-1."""
    flores = _flores(tag)
    language = flores.partition("_")[0]
    three = {"zho": "cmn", "arb": "ara"}.get(language, language)
    scripted = f"{three}_{flores.partition('_')[2]}"
    return tuple(f">>{name}<<" for name in (scripted, three, language, tag.partition("-")[0]))


def _settings(folder: Path) -> dict[str, object]:
    try:
        settings = json.loads((folder / "config.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return settings if isinstance(settings, dict) else {}
