import json

import pytest

from transflow.config import Layout, Workflow, load, schema
from transflow.errors import ConfigError


def write(tmp_path, text):
    path = tmp_path / "workflow.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_smallest_workflow_has_sensible_defaults(tmp_path):
    workflow = load(write(tmp_path, "locales: {fr: }\n"))
    assert workflow.source.locale == "en"
    assert workflow.gate.require == "draft"
    assert list(workflow.locales) == ["fr"]


def test_the_sample_workflow_names_five_locales():
    from tests.conftest import ROOT

    assert list(load(ROOT / "workflow.yaml").locales) == ["zh-Hans", "fr", "es", "ru", "ar"]


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("locales: {fr: }\nsight: {}\n", 2, "did you mean 'site'"),
        ("locales:\n  fr:\n    enginee: x\n", 3, "did you mean 'engine'"),
        ("locales: {fr: }\ngate:\n  require: approve\n", 3, "gate.require"),
        ("locales: {fr: }\ngate:\n  share: 3\n", 3, "less than or equal to 1"),
        ("locales: {xx-nowhere: }\n", 1, "not a language tag"),
        ("locales: {en: }\n", 1, "en is the source locale"),
        ("locales: {fr: }\nsite: {output: ~/web}\n", 2, "name a folder of the project"),
        ("locales: {fr: }\nsource: {root: $HOME/news}\n", 2, "name a folder of the project"),
        ("source: {}\n", 1, "'locales' is missing"),
        ("locales: {fr: }\nlocales: {es: }\n", 2, "duplicate key"),
        ("locales: {fr: \n", 1, "not valid YAML"),
        ("- fr\n", 1, "must hold keys and values"),
        ("locales: {fr: }\nsite: {title: 2001-02-30}\n", 2, "'2001-02-30' is no timestamp"),
        ("locales:\n  fr:\n  <<: &all {engine: none}\n", 1, "'engine' is not a language tag"),
        ("locales: {fr: }\nsource: {articles: [a*, '']}\n", 2, "names no file"),
        ("locales: {fr: }\nsource: {articles: ['**.md']}\n", 2, "stands for folders"),
        ('locales: {fr: }\nsource: {root: "a\\0b"}\n', 2, "control character"),
        (f"locales: {{fr: }}\nsite: {{output: {'é' * 128}}}\n", 2, "longer than the name"),
    ],
)
def test_a_mistake_is_named_with_its_line(tmp_path, text, line, says):
    path = write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load(path)
    assert says in str(caught.value)
    assert str(caught.value).startswith(f"{path}:"), "an editor can jump there"
    if "not valid" not in says:
        assert f":{line}:" in str(caught.value)


def test_every_mistake_is_reported_at_once(tmp_path):
    path = write(tmp_path, "locales: {fr: }\nsight: {}\ngate: {share: 3}\n")
    with pytest.raises(ConfigError) as caught:
        load(path)
    assert f"{path}:2" in str(caught.value)
    assert f"{path}:3" in str(caught.value)


def test_a_missing_file_says_how_to_begin(tmp_path):
    with pytest.raises(ConfigError, match="transflow init"):
        load(tmp_path / "workflow.yaml")


def test_a_file_in_another_encoding_is_named_with_its_line(tmp_path):
    path = tmp_path / "workflow.yaml"
    path.write_bytes("locales: {fr: }\n# caf\u00e9\n".encode("latin-1"))
    with pytest.raises(ConfigError, match=r"yaml:2: is not UTF-8 \(byte 0xe9\)"):
        load(path)


def test_yaml_makes_no_objects(tmp_path):
    with pytest.raises(ConfigError):
        load(write(tmp_path, "locales: !!python/object/apply:os.system ['true']\n"))


def test_the_schema_describes_every_key():
    document = json.loads(schema())
    assert document["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert set(document["properties"]) >= {"source", "locales", "glossary", "engine", "gate"}
    assert document["additionalProperties"] is False


def test_a_few_lines_of_aliases_do_not_become_billions_of_values(tmp_path):
    lines = ["a: &a [x,x,x,x,x,x,x,x,x]"]
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        lines.append(f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]")
    with pytest.raises(ConfigError, match="stands for more than"):
        load(write(tmp_path, "\n".join(lines)))


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript://example.org/%0aalert(1)",
        "data:text/html,x",
        "ftp://example.org/",
        "//example.org/",
        "example.org",
        "/news/",
        "https://",
        "https:///news/",
        "https://example.org:99999/",
        "https://[::1/",
        'https://example.org/"onload=x',
        "https://example.org/a b/",
        "https://user:secret@example.org/",
        "https://example.org/?lang=fr",
        "https://example.org/#top",
    ],
)
def test_the_sites_address_must_be_one_that_pages_can_be_under(tmp_path, address):
    path = write(tmp_path, f"locales: {{fr: }}\nsite:\n  base_url: {json.dumps(address)}\n")
    with pytest.raises(ConfigError, match=r"workflow.yaml:3: site.base_url: "):
        load(path)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://localhost:8000",
        "https://www.example.org/news/",
        "https://例え.jp/",
        "https://[::1]/",
    ],
)
def test_addresses_of_sites(tmp_path, address):
    path = write(tmp_path, f"locales: {{fr: }}\nsite: {{base_url: {json.dumps(address)}}}\n")
    assert load(path).site.base_url == address


@pytest.mark.parametrize(
    "source", ["javascript:{id}", "https://www.example.org/news/", "original", "{id}"]
)
def test_originals_elsewhere_have_a_web_address_each(tmp_path, source):
    path = write(tmp_path, f"locales: {{fr: }}\nsite:\n  source: {json.dumps(source)}\n")
    with pytest.raises(ConfigError, match=r"workflow.yaml:3: site.source: "):
        load(path)


def test_originals_elsewhere_may_be_named_by_id_or_slug(tmp_path):
    path = write(tmp_path, 'locales: {fr: }\nsite: {source: "https://example.org/{slug}.html"}\n')
    assert load(path).site.source == "https://example.org/{slug}.html"


def test_a_pattern_for_what_is_no_article_is_told(tmp_path):
    (tmp_path / "articles").mkdir()
    for name in ("a.md", "b.mdx", "c.MDX", "d.rst"):
        (tmp_path / "articles" / name).write_text("Text.\n")
    layout = Layout(tmp_path, _reading("**/*.mdx"))
    assert [path.name for path in layout.article_files()] == ["b.mdx", "c.MDX"]
    named = Layout(tmp_path, _reading("**/*.rst"))
    with pytest.raises(ConfigError, match=r"does not read \.rst"):
        named.article_files()


def _reading(pattern):
    return Workflow.model_validate({"source": {"articles": [pattern]}, "locales": {"fr": {}}})


def test_what_a_word_may_be_is_told_once(tmp_path):
    (tmp_path / "workflow.yaml").write_text("locales: {fr: {}}\nchecks: {numbers: loud}\n")
    with pytest.raises(ConfigError) as told:
        load(tmp_path / "workflow.yaml")
    assert str(told.value).count("checks.numbers") == 1
    assert all(word in str(told.value) for word in ("'off'", "'info'", "'warning'", "'error'"))


@pytest.mark.parametrize(
    ("output", "told"),
    [
        (".", "is the project itself"),
        ("public/..", "is the project itself"),
        ("articles", "the project's articles"),
        ("Articles/", "the project's articles"),
        ("./articles/site", "the project's articles"),
        ("locales/fr", "the project's catalogs"),
        ("terms", "the project's glossary"),
        ("models", "the project's models"),
        (".git", "the project's history"),
        ("site", "the project's templates"),
    ],
)
def test_the_site_has_a_folder_of_its_own(tmp_path, output, told):
    """A publish replaces that folder, and pages among the articles would be articles."""
    text = f"locales: {{fr: }}\nglossary: {{files: [terms/*.csv]}}\nsite:\n  output: {output}\n"
    with pytest.raises(ConfigError, match=rf"workflow.yaml:4: site.output: .*{told}"):
        load(write(tmp_path, text))


@pytest.mark.parametrize("output", ["articles-site", "build/articles", "public", "_site"])
def test_folders_that_a_site_may_have(tmp_path, output):
    text = f"locales: {{fr: }}\nsource: {{root: .}}\nsite: {{output: {output}}}\n"
    assert load(write(tmp_path, text.replace("{root: .}", "{root: articles}")))
    assert load(write(tmp_path, text))
