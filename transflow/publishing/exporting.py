"""Writes the outputs for other site generators into a tree."""

from collections.abc import Collection, Iterable, Iterator

from transflow.config import Layout, Workflow
from transflow.model import Finding
from transflow.publishing.outputs import OUTPUTS, Export
from transflow.publishing.outputs.beside import fingerprint
from transflow.publishing.outputs.export import Exported, Language
from transflow.publishing.outputs.mkdocs_extensions import own_settings
from transflow.publishing.pages import PageMaker
from transflow.publishing.plan import Plan, Planned
from transflow.publishing.tree import Tree, key_of

__all__ = ["Exporter"]


class Exporter:
    """Writes one plan's files for other generators into one tree."""

    def __init__(
        self, workflow: Workflow, layout: Layout, plan: Plan, maker: PageMaker, tree: Tree
    ) -> None:
        self.workflow = workflow
        self.layout = layout
        self.plan = plan
        self.maker = maker
        self.tree = tree

    def write(self, whole: str, assets: Collection[str]) -> list[Finding]:
        """The files of each output, and what was found.

        As long as no page and no picture changed, no file is made again.

        Args:
            whole: A key for all that the pages share.
            assets: The files that pages show, as paths in the project.
        """
        names = [name for name in self.workflow.site.outputs if name != "html"]
        if not names:
            return []
        beside = fingerprint(self.plan.site.root)
        own = own_settings(self.layout.root)
        key = key_of(whole, beside, own, *(page.content for page in self.plan.exported))
        findings: list[Finding] = []
        for name in names:
            if not self.tree.keep_group(name, key):
                dead = self.maker.dead if name == "source" else tuple
                self.tree.put_group(name, key, self._files(name, assets), dead)
            findings += self.tree.told(name)
        return findings

    def _files(self, name: str, assets: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """The files of an output; those of pages that stay as they were are as they were."""
        pages = [page for page in self.plan.exported if page.stale is None]
        files = dict(OUTPUTS[name](self._export(self.plan.exported)))
        if len(pages) == len(self.plan.exported):
            yield from files.items()
            return
        made = dict(OUTPUTS[name](self._export(pages)))
        made.pop("mkdocs/mkdocs.yml", None)  # it switches on what the unread texts are written with
        yield from ((path, data) for path, data in files.items() if path in made)
        pictures = tuple(f"/{source}" for source in assets)
        stays = {path for path in self.tree.there(name) if path.endswith(pictures)}
        if name == "source":  # which has no folder of its own
            stays = {*self.tree.grouped(name)}
            stays |= {f"{locale}{path}" for locale in self.maker.locales for path in pictures}
        for path in sorted(stays | files.keys()):
            before = self.tree.output / path
            if path not in made and before.is_file():
                yield path, before.read_bytes()

    def _export(self, pages: Iterable[Planned]) -> Export:
        languages = tuple(
            Language(locale, self.maker.site_title(locale)) for locale in self.maker.locales
        )
        exported = tuple(self._exported(page) for page in pages)
        return Export(self.workflow, languages, exported, self.plan.site, self.layout.root)

    def _exported(self, page: Planned) -> Exported:
        source = self.workflow.source.locale
        elsewhere = self.plan.site.originals.get(page.article.id)
        return Exported(
            page,
            page.making,
            self.maker.notice(page),
            elsewhere or f"{source}/{page.article.id}",
            self.plan.site.prefix,
            self.workflow.site.notices == "body",
        )
