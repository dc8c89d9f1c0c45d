"""Random histories: whatever people, tools and authors do, no command loses a person's words.

The machine keeps its own book of what people wrote. After every command each text that was in the
file before is there after, as a msgstr, under `#~` or in a comment, and no approved text differs.

`TRANSFLOW_HISTORIES=2000 pytest tests/catalogs/test_histories.py` runs as many as one likes, of 30
steps each.
"""

import os
import subprocess

import polib
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.catalogs.build import LATER, draft_of, message, read
from transflow.catalogs import approve, incorporate, merge, merge_driver, parse, reject
from transflow.catalogs.block import evolve
from transflow.catalogs.states import is_human
from transflow.model import Draft, State

COUNT = int(os.environ.get("TRANSFLOW_HISTORIES", "60"))
pytestmark = pytest.mark.timeout(600 + COUNT)
PHRASES = [
    "The tide is low.",
    "The tide is not low.",
    "Ten boats came in.",
    "Eleven boats came in.",
    "Ten boats came in and left again.",
    "The bank is closed.",
    "The bank is closed today.",
    "Open",
    "Salt.",
    'He said "go" \\ stay.',
]
WORDS = ["Marée basse.", "Dix bateaux.", "Fermé.", 'Dit "va" \\ reste.', "Ligne\nsuivante", "Sel"]
NOTES = ["checked by K.", "banc, not banque", "see p. 3"]


class Histories(RuleBasedStateMachine):
    """One catalog over years."""

    @initialize()
    def begin(self):
        self.article = ["The tide is low.", "Ten boats came in.", "The bank is closed.", "Salt."]
        self.concepts = {}
        self.memory = {}
        self.engine = "argos/en_fr@1.0"
        self.data = self.branch = self.base = None
        self.count = 0
        self.written = set()
        self.notes = set()
        self.command()

    # What authors do.

    @rule(at=st.integers(0, 9), phrase=st.sampled_from(PHRASES))
    def author_replaces(self, at, phrase):
        if phrase not in self.article and self.article:
            self.article[at % len(self.article)] = phrase

    @rule(at=st.integers(0, 9), phrase=st.sampled_from(PHRASES))
    def author_inserts(self, at, phrase):
        if phrase not in self.article:
            self.article.insert(at % (len(self.article) + 1), phrase)

    @rule(at=st.integers(0, 9))
    def author_deletes(self, at):
        if len(self.article) > 1:
            del self.article[at % len(self.article)]

    @rule(order=st.randoms(use_true_random=False))
    def author_shuffles(self, order):
        order.shuffle(self.article)

    # What people do in an editor.

    @rule(at=st.integers(0, 9), words=st.sampled_from(WORDS), flag=st.booleans())
    def person_writes(self, at, words, flag):
        self.count += 1
        text = f"{words} ({self.count})"
        self.written.add(text)
        self.touch(at, msgstr=(text,), flag=flag)

    @rule(at=st.integers(0, 9))
    def person_clears_the_flag(self, at):
        self.touch(at, flag=False)

    @rule(at=st.integers(0, 9))
    def person_sets_the_flag(self, at):
        self.touch(at, flag=True)

    @rule(at=st.integers(0, 9), note=st.sampled_from(NOTES))
    def person_comments(self, at, note):
        self.count += 1
        self.notes.add(f"{note} ({self.count})")
        self.touch(at, note=f"{note} ({self.count})")

    # What tools do.

    @rule()
    def tool_clears_every_flag(self):
        self.each(lambda b: evolve(b, flags=()))

    @rule()
    def tool_drops_previous_texts(self):
        self.each(lambda b: evolve(b, previous_msgid=None, previous_msgctxt=None))

    @rule()
    def tool_drops_provenance(self):
        self.each(
            lambda b: evolve(b, comments=tuple(c for c in b.comments if "transflow:" not in c))
        )

    @rule()
    def tool_doubles_provenance(self):
        def doubled(block):
            ours = [c for c in block.comments if "transflow:" in c]
            return evolve(block, comments=(*block.comments, *ours[:1])) if len(ours) == 1 else block

        self.each(doubled)

    @rule(one=st.integers(0, 9), other=st.integers(0, 9))
    def git_glues_an_old_translation_to_another_sentence(self, one, other):
        catalog = read(self.data)
        live = [b for b in catalog.blocks if not b.obsolete]
        first, second = live[one % len(live)], live[other % len(live)]
        if first is not second:
            glued = evolve(first, msgstr=second.msgstr, comments=second.comments, flags=())
            self.swap(first, glued)

    # What transflow does.

    @rule(redraw=st.booleans(), drafts=st.booleans())
    def command(self, redraw=False, drafts=True):
        wanted = tuple(message(t, concepts=self.concepts.get(t, "")) for t in self.article)
        old = None if self.data is None else parse(self.data, "tide.po")
        merged = merge(
            old, wanted, locale="fr", article_id="tide", today=LATER, engine=self.engine,
            redraw=redraw,
        )  # fmt: skip
        catalog = merged.catalog
        if drafts:
            made = {("", m.msgid): self.drafted(m.msgid) for m in merged.work}
            catalog = catalog.with_drafts(made, merged.work, LATER)
        self.judge(catalog.dump())
        again = merge(
            read(catalog.dump()), wanted, locale="fr", article_id="tide", today=LATER,
            engine=self.engine,
        )  # fmt: skip
        assert again.catalog.dump() == catalog.dump(), "a second run changed something"
        if drafts:
            assert again.work == ()
        assert [e.msgid for e in catalog.entries] == self.article

    def drafted(self, msgid):
        """What the machine proposes; for some sentences words of a person that the memory has."""
        if remembered := self.memory.get(msgid):
            return Draft(remembered, origin="memory")
        return Draft(draft_of(msgid), origin=self.engine)

    @rule(phrase=st.sampled_from(PHRASES), words=st.sampled_from(WORDS))
    def person_confirms_it_in_another_article(self, phrase, words):
        self.count += 1
        self.memory[phrase] = f"{words} ({self.count})"
        self.written.add(self.memory[phrase])

    @rule(phrase=st.sampled_from(PHRASES))
    def person_deletes_it_in_another_article(self, phrase):
        self.memory.pop(phrase, None)

    @rule(at=st.integers(0, 9))
    def command_approves(self, at):
        catalog = read(self.data)
        entry = catalog.entries[at % len(catalog.entries)]
        done = approve(catalog, who="A", today=LATER, keys=[entry.key])
        self.judge(done.catalog.dump())

    @rule()
    def command_approves_all(self):
        self.judge(approve(read(self.data), who="A", today=LATER).catalog.dump())

    @rule(at=st.integers(0, 9))
    def command_rejects(self, at):
        catalog = read(self.data)
        entry = catalog.entries[at % len(catalog.entries)]
        done = reject(catalog, who="A", today=LATER, keys=[entry.key], why="no")
        self.judge(done.catalog.dump(), rejected=entry.key)

    @rule(phrase=st.sampled_from(PHRASES), value=st.sampled_from(["", "aaaa1111", "bbbb2222"]))
    def glossary_changes(self, phrase, value):
        self.concepts[phrase] = value

    @rule(version=st.sampled_from(["1.0", "2.0"]))
    def engine_changes(self, version):
        self.engine = f"argos/en_fr@{version}"

    @rule()
    def a_branch_begins(self):
        self.base = self.branch = self.data

    @rule(at=st.integers(0, 9), words=st.sampled_from(WORDS), flag=st.booleans())
    def person_writes_on_the_branch(self, at, words, flag):
        if self.branch is not None:
            here, self.data = self.data, self.branch
            self.person_writes(at, words, flag)
            self.branch, self.data = self.data, here

    @rule()
    def git_merges_the_branch(self):
        if self.branch is not None:
            merged, conflict = merge_driver(self.base, self.data, self.branch)
            base, ours, theirs = (self.places(x) for x in (self.base, self.data, self.branch))
            deleted = base - (ours & theirs)
            lost = {text for _, text in (ours | theirs) - deleted} - self.there(merged)
            assert not lost, f"lost: {lost}"
            assert conflict == (merged.count(b"# conflict,") > self.data.count(b"# conflict,"))
            self.data, self.branch = merged, None

    @rule()
    def command_takes_the_branch_as_a_returned_file(self):
        if self.branch is not None:
            done = incorporate(read(self.data), read(self.branch), today=LATER)
            after = done.catalog.dump()
            lost = self.there(self.branch) - self.there(after) - self.there(self.base)
            assert not lost, f"lost: {lost}"
            kept = self.there(self.data) - self.there(after)
            assert kept <= self.there(self.base), "only what was exported may be corrected"
            self.data, self.branch = after, None

    # The book.

    def judge(self, after, rejected=None):
        if self.data is not None:
            lost = self.there(self.data) - self.there(after)
            assert not lost, f"lost: {lost}"
            self.approved_texts_are_the_same(after, rejected)
        self.data = after

    def approved_texts_are_the_same(self, after, rejected):
        now = {entry.key: entry for entry in read(after).entries}
        for entry in read(self.data).entries:
            if entry.state is State.APPROVED and entry.key in now:
                assert now[entry.key].msgstr == entry.msgstr
                assert now[entry.key].state is State.APPROVED or entry.key == rejected

    def there(self, data):
        catalog = read(data)
        strings = {form for block in catalog.blocks for form in block.msgstr}
        comments = [comment for block in catalog.blocks for comment in block.comments]
        texts = {
            text
            for text in self.written
            if text in strings or any(polib.escape(text) in c for c in comments)
        }
        notes = {note for note in self.notes if any(note in c for c in comments)}
        vouched = {b.msgstr[0] for b in catalog.blocks if is_human(b) and not b.fuzzy}
        return texts | notes | {v for v in vouched if v in self.written}

    def places(self, data):
        """(key, text): who deletes one of two equal texts deletes that one."""
        return {
            ((block.msgctxt, block.msgid), text)
            for block in read(data).blocks
            for text in self.written | self.notes
            if text in block.msgstr or any(polib.escape(text) in c for c in block.comments)
        }

    @invariant()
    def gettext_and_polib_can_read_it(self):
        if getattr(self, "data", None):
            entries = polib.pofile(self.data.decode())
            keys = [(e.msgctxt, e.msgid) for e in entries]
            assert len(keys) == len(set(keys))

    def teardown(self):
        if getattr(self, "data", None):
            done = subprocess.run(
                ["msgfmt", "--check", "-o", "/dev/null", "-"],
                input=self.data, capture_output=True, check=False,
            )  # fmt: skip
            assert (done.returncode, done.stderr) == (0, b""), done.stderr.decode()

    def touch(self, at, *, msgstr=None, flag=None, note=None):
        live = [b for b in read(self.data).blocks if not b.obsolete]
        block = live[at % len(live)]
        flags = block.flags if flag is None else (("fuzzy",) if flag else ())
        comments = block.comments if note is None else (f" {note}", *block.comments)
        self.swap(
            block, evolve(block, msgstr=msgstr or block.msgstr, flags=flags, comments=comments)
        )

    def swap(self, old, new):
        self.each(lambda b: new if (b.msgid, b.obsolete) == (old.msgid, old.obsolete) else b)

    def each(self, change):
        catalog = read(self.data)
        self.data = catalog.changed(tuple(change(b) for b in catalog.blocks), None).dump()


Histories.TestCase.settings = settings(
    max_examples=COUNT,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestHistories = Histories.TestCase
