"""Published articles for other site generators, one file a generator.

Each module has one function, `files`, that yields (path under the output folder, content).
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from transflow.publishing.outputs import docusaurus, hugo, mkdocs, source
from transflow.publishing.outputs.export import Export

__all__ = ["OUTPUTS", "Export"]

OUTPUTS: Mapping[str, Callable[[Export], Iterator[tuple[str, bytes]]]] = MappingProxyType(
    {
        "source": source.files,
        "hugo": hugo.files,
        "mkdocs": mkdocs.files,
        "docusaurus": docusaurus.files,
    }
)
"""Name in `site.outputs` -> what makes the files."""
