"""The everyday words of some languages: an entry that is one of them is likely a mistake."""

from collections.abc import Mapping

__all__ = ["STOPWORDS"]

_WORDS = {
    "en": "a an the and or but if of on in at by to for from with as is are was were be been it its this that these those he she they we you i not no do does did has have had will would can could may might who whom which what when where how all any each every some more most other than then there here so such only own same too very up down out over under again into about",
    "fr": "le la les l un une des de du d et ou mais si à au aux en dans par pour sur avec sans est sont était étaient être il elle ils elles nous vous je tu on ne pas ce cet cette ces qui que quoi dont où son sa ses leur leurs plus très tout tous",
    "es": "el la los las un una unos unas de del y o pero si a al en por para sobre con sin es son era eran ser él ella ellos ellas nosotros yo tú no este esta estos estas ese esa que quien cual donde su sus más muy todo todos lo se",
    "de": "der die das ein eine und oder aber wenn von zu im in am an auf mit für ist sind war waren sein er sie es wir ihr ich nicht kein dieser diese dieses wer was wo wie",
    "ru": "и или но если в во на с со из к ко у о об от до за по для не нет он она оно они мы вы я ты это этот эта эти кто что где как его её их быть был была были",
    "ar": "و أو في من إلى على عن مع هو هي هم هن نحن أنت أنا هذا هذه ذلك تلك لا ما لم لن إن أن كان كانت",
    "zh": "的 了 和 与 或 在 是 不 我 你 他 她 它 们 这 那 有 也 就 都 而 及",
}  # fmt: skip

STOPWORDS: Mapping[str, frozenset[str]] = {
    code: frozenset(text.split()) for code, text in _WORDS.items()
}
"""Language -> folded words."""
