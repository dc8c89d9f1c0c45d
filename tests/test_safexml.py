import pytest

from transflow.errors import GlossaryError
from transflow.safexml import parse


def test_names_keep_their_namespace():
    root = parse(b'<a xmlns="urn:x" xml:lang="fr"><b>t&amp;</b></a>', "x.tbx")
    assert root.tag == "{urn:x}a"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"
    assert root[0].text == "t&"


@pytest.mark.parametrize(
    "dtd",
    [
        b'<!DOCTYPE a [<!ENTITY x "yyyyyyyy"><!ENTITY z "&x;&x;&x;">]><a>&z;</a>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    ],
)
def test_entities_are_refused(dtd):
    with pytest.raises(GlossaryError, match="declares XML entities"):
        parse(dtd, "x.tbx", GlossaryError)


def test_a_document_type_alone_is_no_danger():
    assert parse(b'<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif/>', "x").tag == "martif"


def test_what_is_not_well_formed_is_named_with_its_line():
    with pytest.raises(GlossaryError, match=r"x\.tbx:2: is not well-formed"):
        parse(b"<a>\n<b></a>", "x.tbx", GlossaryError)


def test_an_entity_that_is_declared_elsewhere_is_no_gap_in_a_term():
    """The document type is never fetched, so what it declares is not known: "caf", said nobody."""
    data = b'<!DOCTYPE martif SYSTEM "TBX.dtd">\n<martif>\n<term>caf&eacute;</term></martif>'
    with pytest.raises(GlossaryError, match=r"x\.tbx:3: names the entity &eacute;"):
        parse(data, "x.tbx", GlossaryError)


@pytest.mark.parametrize("encoding", ["undefined", "idna", "utf-7", "Shift_JIS", "none-such"])
def test_an_encoding_that_the_parser_lacks_is_told(encoding):
    with pytest.raises(GlossaryError, match=r"x\.tbx:1: .*encoding"):
        parse(
            f'<?xml version="1.0" encoding="{encoding}"?><martif/>'.encode(), "x.tbx", GlossaryError
        )
