"""Whether this processor can decode at all, tried where a crash costs nothing.

CTranslate2 and SentencePiece are built for processors with certain instructions; on an old or a
virtual one the process dies by a signal, without a word.
"""

import signal
import subprocess
import sys

__all__ = ["probe"]

_CODE = (
    "import ctranslate2, sentencepiece;"
    "assert ctranslate2.get_supported_compute_types('cpu');"
    "import numpy; a = ctranslate2.StorageView.from_array(numpy.ones((8, 8), dtype='float32'))"
)
_PATIENCE = 120.0


def probe(code: str = _CODE) -> str:
    """Load the decoder in a child process.

    Args:
        code: What the child runs; for tests.

    Returns:
        What is wrong, in words for a person; empty if all is well.
    """
    try:
        child = subprocess.run(
            [sys.executable, "-c", code],
            check=False,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return f"the decoder did not start within {_PATIENCE:.0f} seconds"
    if child.returncode == 0:
        return ""
    if child.returncode < 0:
        name = signal.Signals(-child.returncode).name
        return (
            f"the decoder died by {name}: this processor, or the virtual machine's model of one,"
            " may lack instructions it needs (SSE 4.1, AVX)"
        )
    last = child.stderr.strip().splitlines()[-1:] or ["without a word"]
    return f"the decoder cannot be loaded: {last[0]}"
