#!/bin/sh
# The engine tests with argostranslate 1.11 in place of argos-translate-lt, in an environment of its own.
set -eu
python=${1:-.venv/bin/python}
place=build/argos-upstream
[ -x "$place/bin/python" ] || "$python" -m venv "$place"
pip="$place/bin/python -m pip --disable-pip-version-check --no-input -q"
$pip install --require-hashes -r requirements-dev.lock
$pip uninstall -y argos-translate-lt
# Its declared requirements are left out on purpose: torch, stanza and spacy are not needed here.
$pip install --no-deps "argostranslate==1.11.*"
$pip install --no-deps --no-build-isolation -e .
"$place/bin/python" -c "from importlib.metadata import version; print('argostranslate', version('argostranslate'))"
"$place/bin/python" -m pytest -q -m "not tools" tests/engines tests/translation tests/test_pipeline.py
"$place/bin/python" -c "import sys; import transflow.engines; assert not {'torch', 'stanza', 'spacy'} & set(sys.modules)"
