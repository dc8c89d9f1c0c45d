"""`python -m transflow`, where the command is not on the path."""

from transflow.cli import main

main()
