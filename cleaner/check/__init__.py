"""Judging a plugin: what is wrong with its rules, profiles and fixtures, and what is doubtful."""

from cleaner.check.findings import ERROR, WARNING, Finding
from cleaner.check.judge import judge_all

__all__ = ["ERROR", "WARNING", "Finding", "judge_all"]
