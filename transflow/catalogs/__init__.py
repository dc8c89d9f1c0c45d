"""PO files: read without losing a byte, merged without losing a word, states derived from them.

The doors for the pipeline, in the order a run uses them: `load_or_none`, `renames`, `messages`,
`merge`, `Catalog.with_drafts`, `save` (or `update`, which reads again if an editor saved in
between), `template`; for commands: `approve`, `reject`, `Reviews`.
"""

from transflow.catalogs.actions import Decision, agreed, approve, reject
from transflow.catalogs.bundle import bundled, noted, unbundled
from transflow.catalogs.catalog import Catalog, parse
from transflow.catalogs.conflicts import unsettled
from transflow.catalogs.drafts import IN_CONTEXT
from transflow.catalogs.driver import merge_driver, run_driver
from transflow.catalogs.header import NOBODY
from transflow.catalogs.incoming import Incoming, incorporate, is_touched
from transflow.catalogs.merge import Merge, merge
from transflow.catalogs.messages import ASIDE, messages
from transflow.catalogs.provenance import digest, pair_digest
from transflow.catalogs.recovery import recover, set_aside
from transflow.catalogs.renames import renames
from transflow.catalogs.reviews import Reviews
from transflow.catalogs.states import HUMAN, REMEMBERED, Rules
from transflow.catalogs.store import StaleCatalogError, load_or_none, read, remove, save, update
from transflow.catalogs.suggestions import Suggestion, suggested
from transflow.catalogs.template import template
from transflow.catalogs.xliff import dump_xliff
from transflow.catalogs.xliff_reader import parse_xliff

__all__ = [
    "ASIDE",
    "HUMAN",
    "IN_CONTEXT",
    "NOBODY",
    "REMEMBERED",
    "Catalog",
    "Decision",
    "Incoming",
    "Merge",
    "Reviews",
    "Rules",
    "StaleCatalogError",
    "Suggestion",
    "agreed",
    "approve",
    "bundled",
    "digest",
    "dump_xliff",
    "incorporate",
    "is_touched",
    "load_or_none",
    "merge",
    "merge_driver",
    "messages",
    "noted",
    "pair_digest",
    "parse",
    "parse_xliff",
    "read",
    "recover",
    "reject",
    "remove",
    "renames",
    "run_driver",
    "save",
    "set_aside",
    "suggested",
    "template",
    "unbundled",
    "unsettled",
    "update",
]
