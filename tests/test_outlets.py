"""Outlets as TOML files: they clean as the same plugin in Python does, and a mistake names file, line and mend."""

import tomllib
from pathlib import Path

import pytest

from cleaner import Cleaner, Extent, PluginError, Profile, Rule, load_plugin
from cleaner.outlets import profile_toml, rule_toml, toml_value
from cleaner.testing import Promises, samples

OUTLET = r"""
# The Harbour Gazette.
[profile]
name = "gazette"
plugins = ["gazette"]
hosts = ["gazette.example"]
fingerprints = ["High water", 'No\. \d+']
without = ["gazette/off"]

[[rules]]
name = "tide"
stage = "navigation"
line = 'High water|\d\d:\d\d, \d\.\d m'
sample = "06:12, 3.9 m"
spares = "High waters"
why = "tide table"

[[rules]]
name = "tides"
stage = "navigation"
css = ".tides"
sample = '''
<div class="tides">
[[rules]]
</div>'''

  [[ rules ]] # indented
name = "labels"
stage = "navigation"
phrases = ["In other harbours", "More"]
sample = "More"
extent = "after"
given = "Imprint"

[[rules]]
name = "off"
stage = "credits"
words = ["share", "site top"]
sample = "<p class=share>Share</p>"
"""
DUMP = "High water\n\n06:12, 3.9 m\n\nThe ferry crossed again.\n\nMore\n\nA bicycle\n\nImprint\n"


@pytest.fixture
def outlet(tmp_path) -> Path:
    path = tmp_path / "gazette.toml"
    path.write_text(OUTLET)
    return path


def test_it_says_what_python_says(outlet):
    (loaded,) = Cleaner([load_plugin(outlet)]).plugins
    assert loaded.name == "gazette"
    assert loaded.profiles == (
        Profile(
            "gazette",
            ("gazette",),
            hosts=("gazette.example",),
            fingerprints=("High water", r"No\. \d+"),
            without=frozenset({"gazette/off"}),
        ),
    )
    assert loaded.rules == (
        Rule(
            "tide",
            "navigation",
            line=r"High water|\d\d:\d\d, \d\.\d m",
            sample="06:12, 3.9 m",
            spares="High waters",
            why="tide table",
        ),
        Rule("tides", "navigation", css=".tides", sample='<div class="tides">\n[[rules]]\n</div>'),
        Rule(
            "labels",
            "navigation",
            phrases=frozenset({"In other harbours", "More"}),
            sample="More",
            extent=Extent.AFTER,
            given="Imprint",
        ),
        Rule("off", "credits", words=frozenset({"share", "site top"}), sample="<p class=share>Share</p>"),
    )


def test_a_rule_knows_its_line(outlet):
    (loaded,) = Cleaner([load_plugin(outlet)]).plugins
    lines = OUTLET.splitlines()
    places = [rule.place.rpartition(":") for rule in loaded.rules]
    assert {file for file, _, _ in places} == {str(outlet)}
    named = [lines[int(number)] for _, _, number in places]  # the line below a header, counting from 0
    assert named == [f'name = "{name}"' for name in ("tide", "tides", "labels", "off")]


def test_it_cleans_and_keeps_the_promises(outlet):
    cleaner = Cleaner([load_plugin(outlet)], without=["gazette/labels"])
    assert cleaner.clean(DUMP, profile="gazette").text == "The ferry crossed again.\n\nMore\n\nA bicycle\n\nImprint"
    cleaner = Cleaner([load_plugin(outlet)])
    result = cleaner.clean(DUMP, profile="gazette")
    assert result.text == "The ferry crossed again."
    assert result.removals[0].why == "tide table"
    for sample in samples(load_plugin(outlet)):
        sample.check()
    blog = (
        "from cleaner import Profile, hookimpl\n@hookimpl\ndef profiles():\n    return [Profile('blog', ('gazette',))]"
    )
    (outlet.parent / "blog_profile.py").write_text(blog)
    promises = Promises(Cleaner([load_plugin(outlet), load_plugin(outlet.parent / "blog_profile.py")]), "gazette")
    promises.check(DUMP)
    promises.elsewhere([DUMP])


def test_a_package_says_one_line(outlet):
    package = outlet.parent / "gazette_package.py"
    package.write_text(
        "from pathlib import Path\nfrom cleaner import from_toml\n"
        "profiles, rules = from_toml(Path(__file__).with_name('gazette.toml'))\n"
    )
    outlet.write_text(OUTLET.replace('"gazette"', '"gazette_package"').replace("gazette/off", "gazette_package/off"))
    cleaner = Cleaner([load_plugin(package)])
    assert cleaner.clean(DUMP, url="https://gazette.example/a").text == "The ferry crossed again."


def test_tables_in_one_line_are_outlets_too(tmp_path):
    path = tmp_path / "short.toml"
    path.write_text('rules = [{name = "ad", stage = "navigation", line = "Ad", sample = "Ad"}]\n')
    (loaded,) = Cleaner([load_plugin(path)]).plugins
    assert [(rule.name, rule.place) for rule in loaded.rules] == [("ad", str(path))]
    path.write_text("")
    (loaded,) = Cleaner([load_plugin(path)]).plugins
    assert (loaded.rules, loaded.profiles) == ((), ())


TIDE = 'name = "tide"\nstage = "navigation"'


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            'why = "tide table"',
            'wy = "x"',
            r"gazette\.toml:10: rule 'tide': there is no field 'wy'; did you mean 'why'\?",
        ),
        ('why = "tide table"', 'place = "x"', "rule 'tide': there is no field 'place'; there are name, stage, css"),
        ('why = "tide table"', "why = 3", "rule 'tide': why must be a string, not 3"),
        (TIDE, 'stage = "navigation"', r"gazette\.toml:10: rule 1: give the field 'name'"),
        (TIDE, 'name = "tide"', r"gazette\.toml:10: rule 'tide': give the field 'stage'"),
        ('"06:12, 3.9 m"', '"noon"', r"gazette\.toml:10: rule 'tide' does not match its own sample: 'noon'"),
        ('"High waters"', '"High water"', r"gazette\.toml:10: rule 'tide' matches the line it must spare"),
        ('".tides"', '"p::("', r"gazette\.toml:18: rule 'tides': css='p::\('"),
        ('".tides"', '"p, body"', r"gazette\.toml:18: rule 'tides': .* whole page"),
        ('name = "tides"', 'name = "tide"', r"gazette\.toml:18: two rules are named 'tide'"),
        ('["In other harbours", "More"]', '"More"', r"gazette\.toml:27: rule 'labels': phrases must be a list of str"),
        ('"after"', '"beyond"', "rule 'labels': extent must be one of line, after, before, not 'beyond'"),
        ('["share", "site top"]', "[1]", r"gazette\.toml:35: rule 'off': words must be a list of strings, not \[1\]"),
        ('hosts = ["gazette', 'host = ["gazette', r"gazette\.toml:3: profile 'gazette': .*did you mean 'hosts'"),
        ('plugins = ["gazette"]', "", r"gazette\.toml:3: profile 'gazette': give the field 'plugins'"),
        ('plugins = ["gazette"]', "plugins = []", r"gazette\.toml:3: profile 'gazette' names no plugins"),
        ("[[ rules ]]", "[[ rule ]]", r"gazette\.toml: there is no table 'rule'; did you mean 'rules'\?"),
        ("[profile]", "[[profile]]", r"gazette\.toml: write profile as \[profile\], with the fields below it"),
        ("[profile]", "[profile", r"not a TOML file: .*line 3"),
    ],
)
def test_a_mistake_names_the_place_and_the_mend(outlet, old, new, told):
    assert old in OUTLET
    outlet.write_text(OUTLET.replace(old, new, 1))
    with pytest.raises(PluginError, match=told) as raised:
        Cleaner([load_plugin(outlet)])
    assert str(raised.value).startswith("plugin 'gazette' (")


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"\xff", "not a TOML file"), (b"rules = 3", r"write rules as \[\[rules"), (b"profile = 3", "write p")],
)
def test_what_is_no_outlet(tmp_path, content, told):
    path = tmp_path / "paper.toml"
    path.write_bytes(content)
    with pytest.raises(PluginError, match=told):
        Cleaner([load_plugin(path)])


def test_no_such_file(tmp_path):
    with pytest.raises(PluginError, match="no such file"):
        load_plugin(tmp_path / "none.toml")


ODD = "back\\slash 'single' \"double\" \"\"\" ''' tab\t line\n nul\0 del\x7f é \u2028 𝄞"


def test_what_is_written_is_read_again(tmp_path):
    profile = Profile(
        "odd", ("odd", "blog"), fingerprints=(r"No\. \d+", "It's"), without=frozenset({"odd/line", "odd/extent"})
    )
    rules = [
        Rule("line", "captions", line=r"(?:Photo|It's) \d+: \"x\"", sample='Photo 1: "x"', why=ODD),
        Rule("phrases", "leftovers", phrases=frozenset({ODD, *map(str, range(40))}), sample="3", spares="x"),
        Rule("extent", "credits", line="End", extent=Extent.BEFORE, given="Start", sample="End"),
    ]
    path = tmp_path / "odd.toml"
    path.write_text("\n".join((profile_toml(profile), *map(rule_toml, rules))), encoding="utf-8")
    _, loaded = Cleaner([load_plugin("cleaner_blog"), load_plugin(path)]).plugins
    assert loaded.profiles == (profile,)
    assert loaded.rules == tuple(rules)


def test_how_it_is_written():
    rule = Rule("credit", "captions", line=r"Image: \w+", sample="Image: A", spares="Image: it's a B")
    assert rule_toml(rule) == (
        "[[rules]]\n"
        'name = "credit"\n'
        'stage = "captions"\n'
        "line = 'Image: \\w+'\n"
        'sample = "Image: A"\n'
        'spares = "Image: it\'s a B"\n'
    )
    assert toml_value(("b", "a")) == '["b", "a"]'
    assert toml_value(frozenset({"b", "a"})) == '["a", "b"]'
    assert tomllib.loads(f"x = {toml_value(ODD)}") == {"x": ODD}
