"""From reviewed sentences to pages that say honestly how they were made.

`publish` writes the site; `judge` says whether one article may be a page in one locale.
"""

from transflow.publishing.gate import Reason, Shown, Verdict, judge
from transflow.publishing.report import PageChange, PageResult, PublishReport
from transflow.publishing.site import publish

__all__ = [
    "PageChange",
    "PageResult",
    "PublishReport",
    "Reason",
    "Shown",
    "Verdict",
    "judge",
    "publish",
]
