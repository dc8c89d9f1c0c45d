"""What workflow.yaml may say: strict, every key described, also exported as JSON Schema."""

from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from transflow.bcp47 import normalize
from transflow.config.web import original_address, site_address
from transflow.errors import TransflowError
from transflow.model import Severity

__all__ = [
    "EngineConfig",
    "GateConfig",
    "GlossaryConfig",
    "LocaleConfig",
    "MemoryConfig",
    "SiteConfig",
    "SourceConfig",
    "Workflow",
]

_LONGEST = 255
"""Bytes that the name of a file may have on the file systems in use."""


def _tag(value: str) -> str:
    try:
        return normalize(value)
    except TransflowError as cause:
        raise ValueError(str(cause)) from cause


def _folder(value: str) -> str:
    """A folder as it is written: `~` and `$HOME` are a shell's words, and would be folders' names."""
    if value.startswith("~") or "$" in value:
        raise ValueError(f"{value!r} is for a shell to expand: name a folder of the project")
    return _path(value)


def _path(value: str) -> str:
    """A path that a file system can have: 255 bytes a name, no control character (Linux' path_resolution(7))."""
    if any(character < " " for character in value):
        raise ValueError(f"{value!r} holds a control character, which is in no file's name")
    if any(len(name.encode("utf-8", "replace")) > _LONGEST for name in value.split("/")):
        raise ValueError(f"{value[:40]!r}… is longer than the name of a file can be")
    return value


def _pattern(value: str) -> str:
    """A pattern as `pathlib` takes it."""
    names = PurePosixPath(value).parts
    if not names:
        raise ValueError(f"{value!r} names no file")
    if any("**" in name and name != "**" for name in names):
        raise ValueError(f"{value!r}: '**' stands for folders, alone between two '/'")
    return _path(value)


Tag = Annotated[str, AfterValidator(_tag)]
Folder = Annotated[str, AfterValidator(_folder)]
Pattern = Annotated[str, AfterValidator(_pattern)]
Share = Annotated[float, Field(ge=0, le=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SourceConfig(_Strict):
    """The originals."""

    locale: Tag = Field("en", description="BCP 47 tag of the language the articles are written in.")
    root: Folder = Field("articles", description="Folder of the articles; ids are paths under it.")
    articles: list[Pattern] = Field(
        ["**/*.md", "**/*.markdown", "**/*.mdx", "**/*.html", "**/*.htm", "**/*.txt"],
        description="Globs under `root` that name the articles.",
        min_length=1,
    )
    front_matter: list[str] = Field(
        ["title", "summary", "description", "image.alt", "image.caption"],
        description="Front-matter values to translate, as dotted keys; lists are entered.",
    )
    segmentation: Literal["sentence", "paragraph"] = Field(
        "sentence", description="What one PO entry holds."
    )
    svg_text: bool = Field(False, description="Translate text inside inline SVG.")
    pre_text: bool = Field(False, description="Translate text inside HTML `pre`.")
    tag_arguments: list[str] = Field(
        [],
        description="Arguments of Hugo's, Jekyll's and such template tags to translate: caption, alt, title.",
    )


class LocaleConfig(_Strict):
    """One target locale."""

    engine: str | dict[str, str] | None = Field(
        None,
        description="`none`: people translate from the start; `{libretranslate: URL}` or "
        "`{ctranslate2: FOLDER}`: that engine for this locale; absent: the engine named above.",
    )
    required: bool = Field(False, description="Exit code 1 if any page of this locale is missing.")
    number_style: Literal["locale", "compact", "source"] = Field(
        "locale",
        description="Numbers in drafts: grouped as the locale does (28 000), from 10,000 with a word "
        "where that is exact (2.8万, 28 mil), or as written.",
    )
    digits: str = Field("", description="CLDR numbering system for page furniture, e.g. `arab`.")


class GlossaryConfig(_Strict):
    """Terminology."""

    files: list[Pattern] = Field(
        ["glossary/*.csv", "glossary/*.tbx"],
        description="Globs of CSV or TBX files, read in order.",
    )
    enforce: bool = Field(True, description="Put approved terms into drafts.")


class EngineConfig(_Strict):
    """The machine translator."""

    name: str | dict[str, str] = Field(
        "argos",
        description="`argos`, `none`, `{libretranslate: URL}`, `{ctranslate2: FOLDER}`, or a name "
        "registered under the entry point `transflow.engines`.",
    )
    packages: Folder = Field("models", description="Folder of the project's own .argosmodel files.")
    pins: dict[str, str] = Field(
        {}, description="Pair -> package and version, as `transflow models pin` writes it."
    )
    beam: int = Field(2, ge=1, le=16, description="Beam width of free decoding.")
    threads: int = Field(0, ge=0, description="Processor cores to use; 0 for all.")
    batch_tokens: int = Field(2048, ge=64, description="Source tokens in one batch.")
    max_tokens: int = Field(200, ge=16, description="Longer segments are cut at clauses.")
    timeout: float = Field(
        300,
        ge=0,
        description="Seconds that a server, or an engine of another package, may take for 64 sentences; "
        "0 for no limit.",
    )
    on_suspect: Literal["flag", "empty"] = Field(
        "flag", description="A draft that stays suspect is kept with a finding, or left empty."
    )


class MemoryConfig(_Strict):
    """Earlier translations."""

    tmx: list[Pattern] = Field(
        [], description="Committed TMX files or PO compendia that serve as memory."
    )
    exact: Literal["draft", "suggest", "off"] = Field(
        "draft", description="An exact match becomes the draft, a comment, or nothing."
    )
    fuzzy: Literal["suggest", "off"] = Field(
        "suggest", description="What a like sentence had, from the threshold on, as a comment."
    )
    threshold: int = Field(
        75, ge=50, le=99, description="Least similarity in percent of a fuzzy match."
    )


class GateConfig(_Strict):
    """What a page must satisfy to be published."""

    require: Literal["approved", "edited", "draft"] = Field(
        "draft", description="The least state a sentence counts with."
    )
    share: Share = Field(
        1.0, description="Least share of a page's sentences in that state or better."
    )
    findings: Literal["error", "warning", "none"] = Field(
        "error",
        description="A draft with a finding of this severity or worse is not shown; a person's text "
        "with one closes the gate for its page.",
    )
    terms: bool = Field(
        True, description="The same for a missing approved term, whatever its severity."
    )
    on_change: Literal["mixed", "keep", "withdraw"] = Field(
        "mixed", description="What a page does when its article changed after it was out."
    )


class SiteConfig(_Strict):
    """The published pages."""

    title: str | dict[str, str] = Field("News", description="Name of the site, or one per locale.")
    description: str | dict[str, str] = Field(
        "", description="One sentence about the site for search engines, or one per locale."
    )
    base_url: Annotated[str, AfterValidator(site_address)] = Field(
        "", description="Absolute address of the site's root, for canonical links, sitemap, feed."
    )
    output: Folder = Field("public", description="Folder the pages are written to.")
    source: Annotated[str, AfterValidator(original_address)] = Field(
        "publish",
        description="`publish`: the originals are pages too; or a URL pattern with {id} and {slug}.",
    )
    outputs: list[Literal["html", "source", "hugo", "mkdocs", "docusaurus"]] = Field(["html"])
    notices: Literal["body", "data"] = Field(
        "body",
        description="Where outputs for site generators say how a page was made: `body`, on top of its "
        "text; `data`, in front matter alone, for a theme that shows it.",
    )
    templates: Folder = Field("site/templates", description="Folder of overriding templates.")
    assets: list[Pattern] = Field(
        [], description="Globs of further files to copy, under the source root."
    )
    required: list[str] = Field(
        [], description="Article ids whose pages must be published in every locale (else exit 1)."
    )
    page_size: int = Field(
        24,
        ge=1,
        description="Articles on a page of a list. A front page has at least as many and fewer than "
        "twice as many; older ones are on archive pages, which keep their addresses.",
    )
    search: bool = Field(False, description="Build a static search index (extra `search`).")
    index: Literal["all", "reviewed"] = Field(
        "all",
        description="`reviewed`: pages with unreviewed machine text ask search engines to leave "
        "them out, and are in no sitemap and no hreflang.",
    )
    feed: bool = Field(True, description="Write an Atom feed for each locale.")
    publisher: str = Field("", description="Organisation named in metadata; the title if empty.")
    authoritative: bool = Field(
        True, description="Say in notices that the original is authoritative."
    )


class Workflow(_Strict):
    """workflow.yaml."""

    source: SourceConfig = SourceConfig()
    locales: dict[Tag, LocaleConfig] = Field(
        description="Target locales, BCP 47, in the order of the language switcher.", min_length=1
    )
    glossary: GlossaryConfig = GlossaryConfig()
    engine: EngineConfig = EngineConfig()
    memory: MemoryConfig = MemoryConfig()
    review: Literal["single", "two-step"] = Field(
        "single", description="Whether an entry without the fuzzy flag is approved at once."
    )
    checks: dict[str, Severity | Literal["off"]] = Field(
        {}, description="Rule -> severity, where it differs from the rule's own."
    )
    gate: GateConfig = GateConfig()
    site: SiteConfig = SiteConfig()

    @model_validator(mode="after")
    def _targets_are_not_source(self) -> "Workflow":
        if self.source.locale in self.locales:
            raise ValueError(f"locales: {self.source.locale} is the source locale")
        return self
