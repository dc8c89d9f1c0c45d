"""Segments to drafts: engine, terms, literals, spans."""

from transflow.translation.request import DraftCache, Request
from transflow.translation.translator import Translator

__all__ = ["DraftCache", "Request", "Translator"]
