"""Segments to drafts: engine, terms, literals, spans."""
