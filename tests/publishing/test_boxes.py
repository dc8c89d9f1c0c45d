"""Boxes, folded text and tabs that authors know from MkDocs and Docusaurus, on real pages."""

import pytest

from transflow.model import State

from .newsroom import Newsroom

ARTICLE = """---
title: Boxes
---

[TOC]

!!! warning "Keep it **secret** & safe"
    Do not tell.

!!! danger
    High voltage.

!!! note ""
    Bare.

???+ tip "Open me"
    Hidden text.

    !!! note "Nested"
        Deep text.

    Outer again.

::: details Click
More.
:::

:::tip[Bracket title]
Use a lid.
:::

=== "Linux"

    Run `a`.

1. First

    !!! note "In a list"
        Listed text.

2. Second

```
!!! note "Code"
[TOC]
```
"""


@pytest.fixture
def room(tmp_path):
    room = Newsroom.make(tmp_path, {"boxes.md": ARTICLE})
    room.settings["locales"] = {"fr": {}, "ar": {}}
    room.translate("fr", state=State.DRAFT)
    room.translate("ar")
    room.publish()
    return room


@pytest.mark.parametrize(
    ("locale", "caution", "said"),
    [("en", "Caution", ""), ("fr", "Attention", " fr"), ("ar", "احترس", " ar")],
)
def test_admonitions_are_boxes_in_every_locale(room, locale, caution, said):
    page = room.page(f"{locale}/boxes")
    body = page[page.index('<div class="body"') :]
    assert body.count('class="markdown-alert ') == 8
    assert "markdown-alert-warning" in body
    assert "Keep it <strong>secret</strong> &amp; safe" + said in body
    assert f'<p class="markdown-alert-title">{caution}</p>' in body
    assert '<details class="markdown-alert markdown-alert-tip" open>' in body
    assert '<div class="tab"><p class="tab-title">' in body
    for shown in ("!!! w", "???", ":::", "===", "<p>[TOC]"):
        assert shown not in body
    assert '!!! note "Code"\n[TOC]' in body, "code stays as it is"
    assert body.count("<div") == body.count("</div>")
    assert "class>" not in body


def test_a_box_holds_what_its_author_put_into_it(room):
    body = room.page("en/boxes")
    details = body[body.index("<details") : body.index("</details>")]
    assert [details.count(text) for text in ("Hidden text", "Deep text", "Outer again")] == [
        1,
        1,
        1,
    ]
    assert details.index("Deep text") < details.index("</div>") < details.index("Outer again")
    item = body[body.index("First") : body.index("Second")]
    assert '<p class="markdown-alert-title">In a list</p>' in item
    bare = body[: body.index("Bare.")].rpartition("<div")[2]
    assert "markdown-alert-title" not in bare


def test_the_title_of_a_box_says_that_nobody_has_read_it(room):
    assert (
        '<p class="markdown-alert-title"><span data-state="draft">Bracket title fr</span></p>'
        in room.page("fr/boxes")
    )


def test_boxes_in_lists_in_boxes_and_what_only_looks_like_one(tmp_path):
    text = (
        "# T\n\n!!! note\n    - item\n\n        !!! tip\n            Deep.\n\n"
        ":::warning\n\n!!! tip\n    In a fence.\n\n:::\n\n"
        "Text\n\n    !!! note\n        Code.\n\nNo end:\n\n:::tip\n"
    )
    room = Newsroom.make(tmp_path, {"boxes.md": text})
    room.publish()
    page = room.page("en/boxes")
    item = page[page.index("<li>\n<p>item") : page.index("</li>\n</ul>\n</div>")]
    assert "markdown-alert-tip" in item
    assert "Deep." in item
    warning = page[page.index("markdown-alert-warning") :]
    assert warning.index("markdown-alert-tip") < warning.index("In a fence.")
    assert page.count('class="markdown-alert ') == 4
    assert ":::tip" in page, "a fence that nobody closed is text"
