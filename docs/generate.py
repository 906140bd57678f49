"""Writes docs/hooks.md and docs/profiles.md from the code: `python docs/generate.py`.

The tests compare both with what this gives, so they cannot go stale.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import cleaner
from cleaner import Cleaner, Profile, Rule, hooks
from cleaner.loading import LoadedPlugin
from cleaner.profiles import DEFAULT_PROFILE

HERE = Path(__file__).parent
NOTE = "<!-- Written by docs/generate.py; change the code and run it again. -->"
TYPES = (
    *(cleaner.Page, cleaner.Line, cleaner.Kind, cleaner.Box, cleaner.Boxes, cleaner.Columns),
    *(cleaner.Tree, cleaner.Element, cleaner.Mark, cleaner.Fact),
)
DATA = (cleaner.Rule, cleaner.Profile)
RESULTS = (cleaner.Cleaned, cleaner.Removal, cleaner.Metadata)


def pages() -> dict[str, str]:
    """The generated pages, by file name."""
    return {
        name: "\n".join((NOTE, "", *lines)) + "\n"
        for name, lines in (("hooks.md", _hooks()), ("profiles.md", _profiles()))
    }


# --- hooks.md: the hook specifications as they are written, and the types they speak of ---------


def _hooks() -> Iterator[str]:
    yield from ("# Hooks", "", inspect.cleandoc(hooks.__doc__ or ""), "")
    for line in inspect.getsource(hooks).splitlines():
        if banner := re.fullmatch(r"# --- (.+?) -+", line):
            yield from (f"## {banner[1]}", "")
        elif definition := re.match(r"def (\w+)", line):
            yield from _hook(definition[1])
    for title, types in (("What a hook sees and yields", TYPES), ("Data", DATA), ("What comes out", RESULTS)):
        yield from (f"## {title}", "")
        for kind in types:
            yield from _type(kind)


def _hook(name: str) -> Iterator[str]:
    function = getattr(hooks, name)
    yield from (f"### `{name}{_signature(function)}`", "", inspect.cleandoc(function.__doc__), "")


def _signature(function: object) -> str:
    return str(inspect.signature(function)).replace("'", "")  # type: ignore[arg-type]


def _type(kind: type) -> Iterator[str]:
    """A class: its docstring (as it stands where it has sections), and its fields with what stands under them."""
    doc = inspect.cleandoc(kind.__doc__ or "")
    yield from (f"### `{kind.__name__}`", "", *(["```text", doc, "```"] if "\n    " in doc else [doc]), "")
    if kind in DATA:
        return
    body = ast.parse(inspect.getsource(kind)).body[0]
    assert isinstance(body, ast.ClassDef)
    yield from _table(("", ""), ((_code(what), why) for what, why in _members(body)))


def _members(body: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for node, after in zip(body.body, [*body.body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign):
            yield ast.unparse(node.target) + ": " + ast.unparse(node.annotation), _doc_below(after)
        elif (
            isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id != "__slots__"
        ):
            yield ast.unparse(node), _doc_below(after)
        elif isinstance(node, ast.FunctionDef) and node.name == "__init__":
            yield from _attributes(node)
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield _shown(node), " ".join((ast.get_docstring(node) or "").split())


def _attributes(init: ast.FunctionDef) -> Iterator[tuple[str, str]]:
    """What `__init__` puts on the object, with its type and what stands under it."""
    types = {argument.arg: ast.unparse(argument.annotation) for argument in init.args.args if argument.annotation}
    for node, after in zip(init.body, [*init.body[1:], None], strict=True):
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        if isinstance(target, ast.Attribute) and not target.attr.startswith("_"):
            given = types.get(target.attr, "")
            kept = isinstance(node.value, ast.Name)  # type: ignore[attr-defined]  # as it was given, None included
            yield f"{target.attr}: {given if kept else given.removesuffix(' | None')}", _doc_below(after)


def _doc_below(node: ast.stmt | None) -> str:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
        return " ".join(node.value.value.split())
    return ""


def _shown(function: ast.FunctionDef) -> str:
    returns = ast.unparse(function.returns) if function.returns else "None"
    if any(isinstance(decorator, ast.Name) and decorator.id == "property" for decorator in function.decorator_list):
        return f"{function.name}: {returns}"
    named = ["*", *map(ast.unparse, function.args.kwonlyargs)] if function.args.kwonlyargs else []
    arguments = [ast.unparse(argument) for argument in function.args.args if argument.arg != "self"] + named
    return f"{function.name}({', '.join(arguments)}) -> {returns}"


# --- profiles.md: who runs for which outlet, and every rule ------------------------------------


def _profiles() -> Iterator[str]:
    engine = Cleaner()
    ours = [plugin for plugin in engine.plugins if plugin.distribution == "outlet-cleaner"]
    known = {profile.name for plugin in ours for profile in plugin.profiles}
    yield from (
        "# Profiles",
        "",
        "`cleaner profiles NAME` prints, for what you have installed, every step in order.",
        "",
    )
    for profile in engine.profiles:
        if profile.name in known:
            yield from _profile(profile)
    yield from ("# Plugins", "", "The stages run in this order: " + ", ".join(cleaner.STAGES) + ".", "")
    for plugin in ours:
        yield from _plugin(plugin)


def _profile(profile: Profile) -> Iterator[str]:
    yield from (f"## `{profile.name}`", "")
    yield from _table(("", ""), (row for row in _profile_rows(profile) if row[1]))


def _profile_rows(profile: Profile) -> Iterator[tuple[str, str]]:
    yield "plugins, in this order", ", ".join(map(_code, profile.plugins))
    yield "recognised by host", ", ".join(profile.hosts)
    yield "by what its pages hold", ", ".join(map(_code, profile.markup))
    yield "in dumps, by two of", f"{len(profile.fingerprints)} fingerprints" if profile.fingerprints else ""
    yield "and used for", "every page that no other profile recognises" if profile.name == DEFAULT_PROFILE else ""
    yield "rules switched off", ", ".join(map(_code, sorted(profile.without)))


def _plugin(plugin: LoadedPlugin) -> Iterator[str]:
    yield from (f"## Plugin `{plugin.name}`", "", "Hooks: " + ", ".join(map(_code, sorted(plugin.hooks))) + ".", "")
    ordered = sorted(plugin.rules, key=lambda rule: cleaner.STAGES.index(rule.stage))
    yield from _table(("rule", "stage", "by", "why", "for example"), map(_rule_row, ordered))


def _rule_row(rule: Rule) -> tuple[str, ...]:
    example = " ".join(rule.sample.split())
    return (
        _code(rule.name),
        rule.stage,
        rule.matcher,
        rule.why,
        _code(example if len(example) <= 80 else example[:77] + "..."),
    )


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "---|" * len(heads)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"
    yield ""


def _code(text: str) -> str:
    """Inline code; a text that holds a backtick needs more of them around it."""
    fence = "``" if "`" in text else "`"
    return f"{fence}{text}{fence}"


if __name__ == "__main__":
    for name, text in pages().items():
        (HERE / name).write_text(text, encoding="utf-8")
