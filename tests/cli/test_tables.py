"""Tables, small and large."""

from rich.table import Table

from transflow.cli.console import print_table


def test_a_large_table_has_every_row_in_plain_columns(capsys):
    table = Table("article", "locale")
    for number in range(600):
        table.add_row(f"report-{number}", "fr")
    print_table(table)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "article     locale"
    assert lines[1] == "report-0    fr"
    assert len(lines) == 601


def test_a_small_table_is_set_with_lines(capsys):
    table = Table("article", "locale")
    table.add_row("visit", "fr")
    print_table(table)
    assert "visit" in capsys.readouterr().out
