"""Generated documents: the same bytes back, and any translation keeps their structure."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.documents.skeleton import VERBATIM, as_html, skeleton
from transflow.documents import escape, plain, read_article, spans

INLINE = ["word", "Two words.", "**bold**", "*it*", "`co|de`", "[l](u)", "[l](u 'T')", "![a](i.png)",
          "<b>x</b>", "<br>", "https://x.example/a", "&amp;", "&lt;", "\\*", "[^1]", "[ref]", "[t][ref]",
          "{{ t }}", "a_b_c", "中文。", "é", "~~s~~", "  \n", "\n", " ", " ", "!", "**a *b* c**",
          "_it_", "*&nbsp;*", "$x^2$", "[https://x.example]", "(www.x.example)", "[[Page]]", "x^2^", "==m==", "<kbd>k</kbd>",
          "“**q**”", "1\\. ", "\\(a^2\\)", "<me@x.example>", "&#42;", "&copy;"]  # fmt: skip
BLOCKS = ["{}", "# {}", "- {}", "1. {}", "> {}", "> - {}", "| {} | b |\n|---|---|\n| c | d |", "    code",
          "```\n{}\n```", "<div>\n{}\n</div>", "{}\n===", "- a\n\n  {}", "<!-- c -->", "***", "- [ ] {}",
          "> [!NOTE]\n> {}", "Term\n: {}", "- [ref]: /r", "> [ref]: /r\n\n{}", "9. {}\n10. b", "- > {}", "[^1]: {}",
          "END", "<p>{}</p>", "<details>\n\n{}\n\n</details>", "#", "# {} #", "## {} {{#own}}"]  # fmt: skip
TEXTS = ["1. a", "# b", "- c", "a | b", "*x*", "**", "`", "<b>", "[x](y)", "![", "](", "~~", "===", "---",
         "&amp;", "&", "<", "\\", "中。", "Plain words.", "> q", "[ref]", "https://e.example", "```", "_a_",
         "{x}", ":", "+", "!", "|", "  ", "\n", "[^1]:", "[a]: b", "$x$", "é"]  # fmt: skip
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
REFERENCES = "\n\n[ref]: /r 'R'\n\n[^1]: Note.\n"


@st.composite
def markdown(draw):
    parts = []
    for block in draw(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=5)):
        inline = "".join(draw(st.lists(st.sampled_from(INLINE), min_size=1, max_size=5)))
        if block.startswith(("#", "|")):
            inline = " ".join(inline.split())
        parts.append(block.replace("{}", inline))
    return "word\n\n" + "\n\n".join(parts) + draw(st.sampled_from(["", "\n", REFERENCES]))


def translations(draw, article):
    return {
        segment.id: " ".join(draw(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=4)))
        for segment in article.segments
        if draw(st.booleans())
    }


@QUICK
@given(markdown())
def test_markdown_identity(text):
    article = read_article(text.encode(), format="markdown")
    assert article.render({s.id: s.text for s in article.segments}, "fr") == text.encode()


@QUICK
@given(st.data())
def test_any_translation_keeps_the_blocks_of_markdown(data):
    text = data.draw(markdown())
    article = read_article(text.encode(), format="markdown")
    rendered = article.render(translations(data.draw, article), "fr").decode()
    assert blocks(rendered) == blocks(text)


def blocks(text):
    """The block tags of a text; the notes are left out, which a translation may not call."""
    inline = {
        "em",
        "strong",
        "del",
        "a",
        "code",
        "img",
        "b",
        "br",
        "sup",
        "span",
        "kbd",
        "input",
        "me@x.example",
    }
    tags = skeleton(as_html(text).partition('<section class="footnotes"')[0])
    return [tag for tag in tags if tag[:1] == "<" and tag.strip("</>").split(" ")[0] not in inline]


@QUICK
@given(st.data())
def test_spans_written_back_are_the_spans_asked_for(data):
    """Words exchanged around the source's own markup leave the markup as it was."""
    text = data.draw(markdown())
    article = read_article(text.encode(), format="markdown")
    filler = data.draw(st.sampled_from(TEXTS))
    texts = {s.id: f"{filler} {s.text} {filler}" for s in article.segments}
    once = article.render({s.id: f"x {s.text} x" for s in article.segments}, "fr").decode()
    assert skeleton(as_html(once)) == skeleton(as_html(text))
    rendered = article.render(texts, "fr").decode()
    assert blocks(rendered) == blocks(text)


TAGS = ["<p>", "</p>", "<b>", "</b>", "<li>", "<ul>", "</ul>", "<br>", "<a href=x>", "</a>", "<td>", "<img alt='A b'>",
        "<!-- c -->", "<script>", "</script>", "<pre>", "</pre>", "text ", "One. Two.", "&amp;", "&lt;", "<", ">",
        '<p title="T">', "\n", "<svg>", "</svg>", "<textarea>", "</textarea>", "<p translate=no>",
        "<span translate=yes>", "</span>", "<![CDATA[", "]]>", "</", "<a b='", '"', "<?x", "<!d", "中"]  # fmt: skip


@QUICK
@given(st.lists(st.sampled_from(TAGS), min_size=1, max_size=14).map("".join))
def test_html_identity(text):
    if text.strip():
        article = read_article(text.encode(), format="html")
        assert article.render({s.id: s.text for s in article.segments}, "fr") == text.encode()


@QUICK
@given(st.data())
def test_any_translation_keeps_the_tags_of_html(data):
    text = "".join(data.draw(st.lists(st.sampled_from(TAGS), min_size=1, max_size=12)))
    if not text.strip():
        return
    article = read_article(text.encode(), format="html")
    given_texts = {
        s.id: f"<i>{s.text}</i> <script>x</script> & <"
        for s in article.segments
        if data.draw(st.booleans())
    }
    rendered = article.render(given_texts, "fr").decode()
    # What is in `pre` is translated where `translate=yes` says so, or a stray end tag has left it.
    code = VERBATIM - {"pre"}
    assert skeleton(rendered, code) == skeleton(text, code)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40) | st.lists(st.sampled_from(TEXTS), max_size=6).map(" ".join))
def test_escaped_text_is_plain_text(text):
    line = " ".join(text.split())
    for form in ("markdown", "html"):
        native = escape(line, form)
        assert [s for s in spans(native, form) if s.kind not in {"protected", "link"}] == []
        assert plain(native, form) == line
