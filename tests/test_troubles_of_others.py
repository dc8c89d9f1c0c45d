"""Which test shows each trouble that people report of machine translation and glossaries elsewhere.

The numbers are those of a collection of such reports, kept outside. Where two tests share a
trouble, the second is the one with real models or real files.
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent
SHOWN = {
    "T01": ["translation/test_cases.py::test_one_word_three_times"],
    "T02": ["translation/test_cases.py::test_one_word_gives_a_page"],
    "T04": ["translation/test_cases.py::test_stage_directions"],
    "T05": ["translation/test_cases.py::test_page_furniture",
            "translation/test_translator.py::test_a_unit_that_is_a_term_is_taken_from_the_glossary"],
    "T07": ["translation/test_cases.py::test_only_a_sign_comes_back"],
    "T08": ["translation/test_cases.py::test_text_after_an_emoji_stays"],
    "T10": ["translation/test_cases.py::test_two_thousand_words_without_a_stop",
            "translation/test_clauses.py::test_cuts_at_the_best_boundary"],
    "T11": ["translation/test_cases.py::test_no_sentence_of_a_paragraph_is_dropped"],
    "T13": ["translation/test_cases.py::test_the_shortest_units_are_never_empty"],
    "T14": ["translation/test_cases.py::test_an_echo_is_asked_again_in_other_words"],
    "T16": ["translation/test_cases.py::test_title_case_that_stops_an_engine"],
    "T17": ["translation/test_cases.py::test_capitals_inside_words_are_kept"],
    "T19": ["translation/test_cases.py::test_names_that_are_not_to_be_translated",
            "translation/test_cases.py::test_a_firm_of_the_glossary_is_not_sent",
            "glossary/test_suggest.py::test_names_without_an_entry_are_listed"],
    "T20": ["translation/test_cases.py::test_numbers_by_value",
            "translation/test_cases.py::test_a_chinese_scale_by_value",
            "translation/test_cases.py::test_a_digit_dropped"],
    "T22": ["translation/test_cases.py::test_prices_are_never_sent"],
    "T23": ["translation/test_cases.py::test_a_row_of_numbers_is_never_sent"],
    "T25": ["translation/test_cases.py::test_chinese_stops_are_no_part_of_an_address"],
    "T26": ["translation/test_cases.py::test_placeholders_never_reach_an_engine",
            "translation/test_cases.py::test_a_literal_that_comes_back_as_it_is_stands_once",
            "test_pipeline.py::test_every_catalog_passes_msgfmt_without_a_warning"],
    "T28": ["translation/test_cases.py::test_one_sentence_whatever_tags_are_in_it"],
    "T29": ["translation/test_cases.py::test_tags_come_back_whole_nested_and_full",
            "translation/test_spans.py::test_every_mark_comes_back_once_and_nested"],
    "T31": ["translation/test_cases.py::test_stand_ins_for_terms_that_come_back_spoilt",
            "translation/test_standins.py::test_no_mark_collides_with_the_source",
            "translation/test_challenge.py::test_literals_of_all_kinds"],
    "T32": ["translation/test_cases.py::test_white_space_and_line_ends",
            "translation/test_clauses.py::test_joined_as_the_language_spaces"],
    "T34": ["engines/test_locales.py::test_codes_as_tags", "engines/test_argos.py::test_no_package"],
    "T35": ["translation/test_cases.py::test_the_other_chinese_script",
            "engines/test_convert.py::test_traditional_from_a_simplified_package"],
    "T37": ["engines/test_offline.py::test_with_every_socket_call_forbidden",
            "engines/test_offline.py::test_in_a_namespace_without_network"],
    "T38": ["engines/test_archive.py::test_two_at_once", "engines/test_archive.py::test_cut_short",
            "engines/test_archive.py::test_no_member_outside",
            "engines/test_archive.py::test_no_metadata",
            "engines/test_packages.py::test_broken_folders_are_listed_and_harm_nothing"],
    "T40": ["engines/test_argos.py::test_no_package", "engines/test_argos.py::test_pivot"],
    "T41": ["engines/test_argos.py::test_one_model_a_process"],
    "T43": ["engines/test_probe.py::test_a_processor_that_lacks_instructions_is_said"],
    "T44": ["translation/test_cases.py::test_unchanged_sentences_do_not_depend_on_their_neighbours",
            "engines/test_argos.py::test_a_draft_does_not_depend_on_its_neighbours"],
    "T46": ["glossary/test_matcher.py::test_latin_letters_between_chinese_ones_are_words_of_their_own",
            "glossary/test_matcher.py::test_beside_punctuation",
            "glossary/test_matcher.py::test_never_inside_a_word"],
    "T47": ["glossary/test_matcher.py::test_terms_are_data_never_patterns"],
    "T49": ["glossary/test_matcher.py::test_case_as_the_term_asks",
            "translation/test_termforms.py::test_the_letter_case_follows_the_source_and_the_place",
            "glossary/test_cases.py::test_both_parties_of_a_contract_keep_their_words_and_are_counted"],
    "T50": ["glossary/test_matcher.py::test_capitals_of_an_acronym_count_by_default"],
    "T52": ["glossary/test_verify.py::test_preferred_and_admitted_forms_and_their_inflections_count",
            "glossary/test_matcher.py::test_inflected_forms_count_and_other_words_do_not"],
    "T53": ["glossary/test_cases.py::test_a_form_of_the_plural_entry_is_asked_for_what_its_own_source_says"],
    "T55": ["glossary/test_matcher.py::test_nothing_inside_placeholders_entities_tags_addresses_or_code"],
    "T56": ["glossary/test_cases.py::test_marking_terms_never_changes_the_text"],
    "T58": ["glossary/test_verify.py::test_as_often_as_the_source_has_it"],
    "T59": ["glossary/test_verify.py::test_any_rendering_of_a_homograph_will_do",
            "glossary/test_glossary.py::test_contradicting_rows_are_an_error_with_both_lines",
            "glossary/test_glossary.py::test_identical_rows_are_one_and_the_others_load"],
    "T61": ["glossary/test_cases.py::test_forbidden_words_in_every_guise",
            "glossary/test_tbx.py::test_forbidden_travels_as_deprecated_and_old_as_superseded"],
    "T62": ["glossary/test_cases.py::test_a_full_name_with_its_acronym_in_brackets",
            "glossary/test_cases.py::test_one_target_for_name_and_acronym_is_written_once"],
    "T64": ["glossary/test_cases.py::test_what_spreadsheets_save_is_read_alike",
            "glossary/test_cases.py::test_the_locale_of_the_machine_changes_nothing",
            "glossary/test_cases.py::test_another_code_page_is_refused_with_its_line_and_read_when_it_is_named"],
    "T65": ["glossary/test_csv.py::test_quotes_tabs_line_breaks_and_stray_spaces",
            "glossary/test_csv.py::test_every_mistake_of_a_file_is_reported_at_once",
            "glossary/test_mistaken.py::test_what_it_is_and_what_to_do"],
    "T67": ["glossary/test_glossary.py::test_a_file_with_columns_and_no_row_is_a_beginning_and_told",
            "glossary/test_glossary.py::test_a_glossary_that_serves_no_locale_in_use_is_an_error"],
    "T68": ["glossary/test_tbx.py::test_every_shape_gives_the_same_term",
            "glossary/test_tbx.py::test_what_cannot_be_read_says_why"],
    "T70": ["glossary/test_cases.py::test_regions_share_a_column_and_scripts_and_directions_do_not"],
}  # fmt: skip
OTHERWISE = {
    "T01": "a loop goes out and its finding stays; the msgstr is empty with `on_suspect: empty` only",
    "T29": "markup that has to go by guess is placed nonetheless, with a finding that says so",
    "T41": "memory from 100 to 10,000 articles is printed by benchmarks.scale, not asserted here",
    "T53": "catalogs have no plural entries, since articles have none",
    "T65": "an empty target is no error: no term is asked for in that language; lint names it",
    "T67": "a table with columns and no row is a beginning: a warning, and each run says so",
    "T70": "the reverse direction needs no option: any column may be the source",
}
"""Where ours is another way, and why."""


@pytest.mark.parametrize("trouble", SHOWN)
def test_each_trouble_has_its_test(trouble: str):
    for name in SHOWN[trouble]:
        path, _, function = name.partition("::")
        text = (ROOT / path).read_text("utf-8")
        assert re.search(rf"^(?:async )?def {function}\(", text, re.MULTILINE), name


def test_what_is_otherwise_has_a_test_too():
    assert set(OTHERWISE) <= set(SHOWN)
