"""The organisation's terms: files, matching in a source, acceptance in a target."""

from transflow.glossary.concept import Case, Concept, Form, FormStatus, TermMatch
from transflow.glossary.glossary import Glossary
from transflow.glossary.lint import lint
from transflow.glossary.requirements import Requirement
from transflow.glossary.verify import Refused, Verdict

__all__ = [
    "Case",
    "Concept",
    "Form",
    "FormStatus",
    "Glossary",
    "Refused",
    "Requirement",
    "TermMatch",
    "Verdict",
    "lint",
]
