"""`python -m cleaner.cli`: the command without its script."""

from cleaner.cli import main

main(prog_name="cleaner")
