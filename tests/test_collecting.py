"""What is set aside for the collector stays so while documents are read and written in between."""

import gc

from transflow.collecting import set_aside, uncollected


def test_reading_and_writing_take_back_nothing_that_is_set_aside():
    with set_aside():
        with uncollected():
            assert not gc.isenabled()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 1000
        with set_aside():
            pass
        assert gc.get_freeze_count() > 1000
    assert gc.get_freeze_count() == 0


def test_a_collector_that_was_off_stays_off():
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
