"""Loading: what a plugin author can get wrong is an error at load that names plugin, distribution and the mend."""

import textwrap
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

import cleaner.discovery
from cleaner import Cleaner, CleanerError, Plugin, PluginError, ProfileError, discover, load_plugin

HEADER = "from cleaner import *\nfrom cleaner import Fact, Mark, Profile, Rule, hookimpl\n"
GOOD = """
@hookimpl
def profiles():
    return [Profile("times", plugins=("times",))]
"""
HOOK = "@hookimpl\ndef find_metadata(page): ..."


def plugin(source: str, name: str = "times") -> Plugin:
    module = ModuleType(name)
    exec(HEADER + textwrap.dedent(source), vars(module))
    return Plugin(name, module, "times-dist", "1.2")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("@hookimpl\ndef remove_captoins(page): ...", "no hook 'remove_captoins'; did you mean 'remove_captions'"),
        ("@hookimpl\ndef something(page): ...", "no hook 'something'; the hooks are profiles, rules"),
        ("@hookimpl\ndef remove_captions(lines): ...", r"must be remove_captions\(page\)"),
        ("@hookimpl\ndef remove_captions(): ...", r"must be remove_captions\(page\)"),
        ("@hookimpl\ndef remove_captions(page=None): ...", "without defaults"),
        ("@hookimpl\ndef remove_captions(page, extra=1): ...", r"must be remove_captions\(page\)"),
        ("@hookimpl\ndef remove_captions(*, page): ...", r"must be remove_captions\(page\)"),
        ("@hookimpl(tryfirst=True)\ndef remove_captions(page): ...", "without options"),
        ("", "has no hooks: put @hookimpl above"),
        ("def remove_captions(page): ...", "not marked; put @hookimpl above"),
        ("@hookimpl\ndef rules():\n    return [Rule('x', 'captions')]", "rule 'x': give exactly one of css"),
        ("@hookimpl\ndef rules():\n    return ['x']", "must give Rule objects, not 'x'"),
        ("@hookimpl\ndef rules():\n    1 / 0", "ZeroDivisionError"),
        (
            "@hookimpl\ndef rules():\n    return [Rule('x', 'captions', line='a', sample='a')] * 2",
            "two rules are named 'x'",
        ),
        ("@hookimpl\ndef rules():\n    return [Rule('x', 'captions', css='p::(', sample='a')]", "rule 'x': css"),
        ("@hookimpl\ndef rules():\n    return [Rule('x', 'captions', css='p, body', sample='a')]", "whole page"),
        ("@hookimpl\ndef profiles():\n    return [Profile('x', ())]", "names no plugins"),
    ],
)
def test_a_mistake_is_an_error_at_load(source: str, message: str) -> None:
    with pytest.raises(PluginError, match=message) as raised:
        Cleaner([plugin(source)])
    assert "plugin 'times' (times-dist 1.2)" in str(raised.value)
    assert raised.value.plugin == "times"


def test_two_plugins_of_one_name() -> None:
    with pytest.raises(PluginError, match="same name as plugin 'times'"):
        Cleaner([plugin(GOOD), plugin(GOOD)])


def test_two_profiles_of_one_name() -> None:
    with pytest.raises(ProfileError, match="declared by plugin 'other' and by 'times'"):
        Cleaner([plugin(GOOD), plugin(GOOD, "other")])


def test_a_missing_plugin_names_the_profile() -> None:
    with pytest.raises(ProfileError, match="profile 'a' needs plugin 'gone', which is not installed"):
        Cleaner([plugin("@hookimpl\ndef profiles():\n    return [Profile('a', ('gone', 'times'))]")])
    with pytest.raises(ProfileError, match=r"'tiems', which is not installed; did you mean 'times'\? Installed"):
        Cleaner([plugin("@hookimpl\ndef profiles():\n    return [Profile('a', ('tiems',))]")])


def test_a_plugin_that_its_own_profile_calls_by_another_name(tmp_path: Path) -> None:
    path = tmp_path / "ok.toml"
    path.write_text('[profile]\nname = "t"\nplugins = ["t", "blog"]\n')
    with pytest.raises(ProfileError, match=r"needs plugin 't', .*; its own plugin is called 'ok', after its file"):
        Cleaner([*discover(), load_plugin(path)])


@pytest.mark.parametrize("where", ["profile", "cleaner"])
def test_switching_off_what_does_not_exist(where: str) -> None:
    rules = "@hookimpl\ndef rules():\n    return [Rule('credit', 'captions', line='a', sample='a')]\n"
    off = ", without=frozenset({'times/credits'})" if where == "profile" else ""
    source = rules + f"@hookimpl\ndef profiles():\n    return [Profile('times', ('times',){off})]"
    with pytest.raises(
        ProfileError, match="no rule or hook 'times/credits' to switch off; did you mean 'times/credit'"
    ):
        Cleaner([plugin(source)], without=["times/credits"] if where == "cleaner" else [])


def test_a_hook_can_be_switched_off_like_a_rule() -> None:
    marking = "@hookimpl\ndef remove_credits(page):\n    yield from (Mark(line, 'x') for line in page.lines)"
    cleaner = Cleaner([plugin(GOOD + marking)], without=["times/remove_credits"])
    assert cleaner.clean("Body", profile="times").text == "Body"


def test_steps_follow_stages_then_the_profile() -> None:
    first = plugin("@hookimpl\ndef profiles():\n    return [Profile('p', ('zeta', 'alpha'))]", "zeta")
    plan = Cleaner([plugin(HOOK, "alpha"), first]).plan("p")
    assert [(step.stage, step.plugin) for step in plan.steps][:4] == [
        ("navigation", "zeta"),
        ("navigation", "alpha"),
        ("captions", "zeta"),
        ("captions", "alpha"),
    ]


def test_the_order_plugins_are_given_in_decides_nothing() -> None:
    one, other = plugin(GOOD), plugin(HOOK, "other")
    assert Cleaner([one, other]).plugins == Cleaner([other, one]).plugins


class TestDiscovery:
    def test_built_in_plugins_come_in_by_entry_point(self) -> None:
        found = discover()
        assert [p.name for p in found if p.distribution == "outlet-cleaner"] == ["blog", "dw", "rferl"]
        assert [p.name for p in found] == sorted(p.name for p in found)

    def test_a_name_declared_twice(self, monkeypatch: pytest.MonkeyPatch) -> None:
        entries = [EntryPoint("times", "a", "cleaner"), EntryPoint("times", "b", "cleaner")]
        monkeypatch.setattr(cleaner.discovery, "entry_points", lambda group: entries)
        with pytest.raises(PluginError, match="plugin 'times' comes with a and with b"):
            discover()

    @pytest.mark.parametrize(
        ("value", "message"),
        [("no_such_module_x", "cannot be imported: ModuleNotFound"), ("json:dumps", "must name a module")],
    )
    def test_an_entry_point_that_does_not_load(self, monkeypatch: pytest.MonkeyPatch, value: str, message: str) -> None:
        monkeypatch.setattr(cleaner.discovery, "entry_points", lambda group: [EntryPoint("times", value, "cleaner")])
        with pytest.raises(PluginError, match=message):
            discover()

    def test_a_plugin_in_a_file(self, tmp_path: Path) -> None:
        path = tmp_path / "times.py"
        path.write_text(HEADER + GOOD)
        assert Cleaner([load_plugin(path)]).profiles[0].name == "times"

    @pytest.mark.parametrize("text", ["1 / 0", "import no_such_module_x", "open('nowhere')", "def"])
    def test_a_file_that_does_not_load(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "times.py"
        path.write_text(text)
        with pytest.raises(PluginError, match=r"times\.py\) cannot be imported: .*; mend it$"):
            load_plugin(path)

    @pytest.mark.parametrize(
        ("where", "message"),
        [
            ("nothere.py", r"plugin 'nothere' \(nothere.py\) is not there: no such file$"),
            ("nothere.toml", r"\(nothere.toml\) is not there: no such file$"),
            ("there.txt", "is no plugin: give a .py or a .toml file, or the name of a module$"),
            ("no/where.txt", "is no plugin: give a .py or a .toml file, or the name of a module$"),
            ("../up", "is no plugin: give a .py or a .toml file, or the name of a module$"),
            ("no_such_module_x", "is not there: no such module; a file ends in .py or .toml$"),
            ("json.no_such", "is not there: no such module"),
            ("rfrel", r"is not there: no such module; did you mean 'rferl'\?$"),
            ("rferl", "is installed, and used without being loaded$"),
            ("imports", "cannot be imported: ModuleNotFoundError: .*'no_such_module_x'; mend it$"),
        ],
    )
    def test_a_plugin_that_is_not_there(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, message: str
    ) -> None:
        (tmp_path / "there.txt").touch()
        (tmp_path / "imports.py").write_text("import no_such_module_x")
        monkeypatch.chdir(tmp_path)
        monkeypatch.syspath_prepend(tmp_path)
        with pytest.raises(PluginError, match=message):
            load_plugin(where)

    def test_every_mistake_is_one_kind_of_error(self) -> None:
        assert issubclass(PluginError, CleanerError)
        assert issubclass(ProfileError, CleanerError)
