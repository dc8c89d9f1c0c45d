"""Articles in and out: bytes to units and segments, and the same bytes with texts in place.

Sources are never written anew: only the spans of the source whose text was translated are
replaced, so that everything else comes through byte for byte. One file a format.
"""

from transflow.documents.ingest import IngestResult, ingest
from transflow.documents.inline import escape, plain, spans
from transflow.documents.reader import beside, read, read_article

__all__ = ["IngestResult", "beside", "escape", "ingest", "plain", "read", "read_article", "spans"]
