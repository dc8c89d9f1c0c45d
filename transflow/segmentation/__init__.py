"""Units to sentences: sentencex, and what it misses as rules, one data file a language."""

from transflow.segmentation.retile import retile
from transflow.segmentation.sentences import CODE, RULES_VERSION, split

__all__ = ["CODE", "RULES_VERSION", "retile", "split"]
