"""The outlet abc, abc.es."""

from pathlib import Path

from cleaner import from_toml

profiles, rules = from_toml(Path(__file__).with_name("abc.toml"))
