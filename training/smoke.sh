#!/bin/sh
# Every step of the model recipe on a few hundred pairs. Uses $TRAINING_PYTHON if it is set, else
# makes build/training-venv with what training/requirements.txt lists.
set -eu
export OMP_WAIT_POLICY=PASSIVE
cd "$(dirname "$0")/.."
if [ -z "${TRAINING_PYTHON:-}" ]; then
    TRAINING_PYTHON=build/training-venv/bin/python
    if ! "$TRAINING_PYTHON" -c 'import torch, sentencepiece, ctranslate2, sacrebleu, polib' 2>/dev/null; then
        echo "Making build/training-venv (torch is large) ..."
        "${PYTHON:-python3}" -m venv build/training-venv
        "$TRAINING_PYTHON" -m pip install --disable-pip-version-check -q -r training/requirements.txt
    fi
fi
exec "$TRAINING_PYTHON" -m training.smoke "$@"
