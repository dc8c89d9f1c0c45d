"""Random histories of a whole project, struck at random moments: promise 3 after every command.

People write, confirm, comment with several programs, revert with git, merge branches, take back
files; authors edit, move, split, join, rename and remove; terms and engines change; caches go.
Each command is a process of its own. Most are struck at one of their calls that change the disk:
killed, killed in the middle of a write, or refused by a full disk, a lost permission, a broken
device; or an editor saves at that moment. After each one every text of a person that was there
before is there: as a translation, as `#~`, or in a comment; and what was approved for a sentence is
approved for it still.

`python -m tests.histories FIRST COUNT` runs as many as one likes, `--fresh` with interpreters of
their own instead of forks.
"""

import gc
import os
import sys

import polib
import pytest

from tests.histories import tracing
from tests.histories.book import look
from tests.histories.commands import RUN
from tests.histories.history import History
from tests.histories.judging import LostError
from tests.histories.server import warm

COUNT = int(os.environ.get("TRANSFLOW_HISTORIES", "12"))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(900),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
    pytest.mark.skipif(not tracing.supported(), reason="no system calls can be traced here"),
]


@pytest.fixture(scope="module", autouse=True)
def _warm(tmp_path_factory):
    before = list(sys.path)
    warm(tmp_path_factory.mktemp("warm"))
    yield
    sys.path[:] = before
    gc.unfreeze()


@pytest.mark.parametrize("seed", range(COUNT))
def test_no_word_is_lost_in_a_history_with_kills_and_faults(tmp_path, seed):
    History(tmp_path, seed).live()


def test_the_same_with_interpreters_of_their_own(tmp_path):
    History(tmp_path, 1, fresh=True).live()


@pytest.mark.parametrize("how", ["full", "denied", "broken", "torn"])
def test_whatever_call_fails_it_is_told_and_the_next_run_completes(tmp_path, how):
    """From each of some calls on; `judge_end` in the history sees that no traceback is shown."""
    history = History(tmp_path, 2)
    history.command(RUN, None)
    for at in range(1, 150, 13):
        history.people.translate()
        history.authors.edit()
        history.command(RUN, tracing.Strike(how, at))
        assert history.command(RUN, None) in {0, 1}, history.log
    assert history.tally.struck.total() > 5


def test_the_book_finds_what_is_missing(tmp_path):
    """The judge itself: a catalog from which a person's words are taken is noticed."""
    history = History(tmp_path, 3)
    history.command(RUN, None)
    history.people.translate()
    before = look(history.folder)
    assert before.words
    for path in history.people.catalogs():
        file = polib.pofile(str(path))
        for entry in file:
            entry.msgstr = ""
        file.save()
    with pytest.raises(LostError, match="words are gone"):
        history.judge(before)
