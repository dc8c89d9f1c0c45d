"""Marks by engines that only translate."""

from tests.translation.boxes import Scripted
from transflow.documents import spans
from transflow.glossary import Glossary
from transflow.translation import Request, Translator


def test_a_black_box_is_asked_for_the_words_of_a_mark_alone():
    source = "The *treaty* protects **farmers**, see [https://x.example](https://x.example)."
    alone = {"treaty": "条约", "farmers": "农民们"}
    box = Scripted(
        lambda text: alone.get(text) or f"农民受该条约保护，见{text.partition('see ')[2]}",
        target="zh-Hans",
    )
    request = Request(source, spans(source, "markdown"))
    (draft,) = Translator(box, Glossary(), locale="zh-Hans").translate([request])
    assert draft.text == "**农民**受该*条约*保护，见[https://x.example](https://x.example)。"
    assert not any("x.example" in text for text in box.asked)
