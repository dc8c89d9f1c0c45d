"""A small project on disk, and catalogs for it, shared by the tests of this folder."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from transflow.config.schema import SourceConfig, Workflow
from transflow.documents import read
from transflow.model import Article, Entry, Finding, Provenance, State
from transflow.publishing import PublishReport, publish

from .test_images import png

NOW = datetime(2024, 9, 1, 12, 0, tzinfo=UTC)

BOATS = """---
title: Boats and nets
date: 2024-05-03
summary: A page about boats.
author: Harbour Desk
tags: [sea]
image:
  src: images/boat.png
  alt: A boat
  caption: The boat at noon.
---

Boats are old. Read about [tides](tide.md#high-water), [deep reefs](deep/reef.md) and
[the web](https://example.com/?a=1&b=2).

## Care

Oil the wood. Use `boat --oil`.

| Part | Year |
|---|---:|
| Mast | 1999 |

## Nets

- [x] Mend them

![Net](images/net.png "Ten nets")
"""
TIDE = """# Tides

## High water

It rises twice. See [boats](boats.md).
"""
REEF = """---
title: The reef
date: 2024-06-01
---

Fish live in [the reef](#fish), near [boats](../boats.md#care).

## Fish

They swim ![chart](../images/net.png).
"""
FILES = {"boats.md": BOATS, "tide.md": TIDE, "deep/reef.md": REEF}


@dataclass
class Newsroom:
    """A project and the states of its catalogs' entries."""

    root: Path
    settings: dict = field(default_factory=dict)
    catalogs: dict = field(default_factory=dict)
    findings: dict = field(default_factory=dict)
    now: datetime = NOW
    apart: set = field(default_factory=set)
    """Folders that hold no articles."""

    @classmethod
    def make(cls, root: Path, files=None, **settings) -> "Newsroom":
        room = cls(root)
        room.settings = {
            "locales": {"fr": {}, "ar": {}},
            "gate": {"require": "draft", "share": 1.0},
            "site": {"title": "Harbour News", "base_url": "https://news.example.org"},
        } | settings
        for name, text in (files or FILES).items():
            room.write(name, text)
        for name in ("boat.png", "net.png"):
            room.write(f"images/{name}", png(8, 4))
        return room

    def write(self, name, content) -> None:
        path = self.root / "articles" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def articles(self) -> list[Article]:
        paths = sorted(
            path
            for path in (self.root / "articles").rglob("*")
            if path.suffix in {".md", ".markdown", ".mdx", ".html", ".htm", ".txt"}
            and not self.apart.intersection(path.parts)
        )
        return [
            read(
                path.read_bytes(),
                path=path.relative_to(self.root).as_posix(),
                locale="en",
                source=SourceConfig(),
            )
            for path in paths
        ]

    def translate(self, locale, *ids, state=State.APPROVED, texts=None, tag=None) -> None:
        """Entries for articles: `[fr] text`, or what `texts` says."""
        for article in self.articles():
            if not ids or article.id in ids:
                self.catalogs[article.id, locale] = [
                    _entry(segment, tag or locale, state, (texts or {}).get(segment.text), number)
                    for number, segment in enumerate(article.segments)
                ]

    def publish(self, **options) -> PublishReport:
        return publish(
            Workflow.model_validate(self.settings),
            self.articles(),
            self.catalogs,
            self.findings,
            root=self.root,
            now=self.now,
            **options,
        )

    def page(self, address) -> str:
        return (self.root / "public" / address / "index.html").read_text()

    def files(self) -> dict[str, bytes]:
        base = self.root / "public"
        return {
            path.relative_to(base).as_posix(): path.read_bytes()
            for path in base.rglob("*")
            if path.is_file()
        }


def _entry(segment, locale, state, text, number) -> Entry:
    text = text if text is not None else f"{segment.text} {locale}"
    return Entry(
        segment.text,
        "" if state is State.UNTRANSLATED else text,
        state,
        fuzzy=state not in {State.APPROVED, State.TRANSLATED},
        draft=text if state is State.CHANGED else "",
        line=10 + number,
        provenance=Provenance(engine=f"argos/en_{locale}@1.0"),
    )


def found(rule, severity, **where) -> Finding:
    return Finding(rule, severity, "something is wrong", **where)
