from transflow.engines.probe import probe


def test_this_machine_decodes():
    assert probe() == ""


def test_a_processor_that_lacks_instructions_is_said():
    assert "SIGILL" in probe("import os, signal; os.kill(os.getpid(), signal.SIGILL)")


def test_a_library_that_does_not_load_is_said():
    assert "no such thing" in probe("raise ImportError('no such thing')")
