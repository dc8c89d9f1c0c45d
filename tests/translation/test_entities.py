import pytest

from transflow.translation import entities, literals, standins


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The fee is 5&nbsp;€ a copy.", "The fee is 5 € a copy."),
        ("A soft&shy;ware caf&eacute;", "A software café"),
        ("Un garc&#807;on", "Un garc\u0327on"),
        ("Rock&nbsp;&amp;&nbsp;roll", "Rock 71 roll"),
        ("Research &amp; R&amp;D at AT&amp;T&reg;", "Research 71 83 at 94"),
        ("Use &lt;b&gt; here", "Use 71 here"),
        ("Use &nbsp; between words", "Use 71 between words"),
    ],
)
def test_an_engine_reads_what_an_entity_stands_for(text, read):
    """Letters and blanks are those letters and blanks; a sign is never a number grown onto a word."""
    found = tuple(entities.read(text, literals.find(text)))
    assert standins.mask(text, standins.touching(text, found)).text == read
