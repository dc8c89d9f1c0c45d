"""What `transflow merge-driver` does, for git to call in a test."""

import sys
from pathlib import Path

from transflow.catalogs import run_driver

if __name__ == "__main__":
    base, ours, theirs, name = sys.argv[1:]
    sys.exit(run_driver(Path(base), Path(ours), Path(theirs), name))
