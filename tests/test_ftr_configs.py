"""Site configurations of many kinds, read by the same eyes: each becomes the rules it asks for, and tells the rest."""

import pytest
from site_configs import CONFIGS, Config

from cleaner import Cleaner, discover, load_plugin
from cleaner.ftr import Converted, convert
from cleaner.testing import samples


def converted(config: Config) -> Converted:
    return convert(f"{config.host}.txt", config.text)


def test_they_are_many():
    assert len(CONFIGS) >= 40
    assert len({config.host for config in CONFIGS}) == len(CONFIGS)


@pytest.mark.parametrize("config", CONFIGS, ids=lambda config: config.host)
def test_rules(config, tmp_path):
    done = converted(config)
    path = tmp_path / f"{done.name}.toml"
    path.write_text(done.toml, encoding="utf-8")
    outlet = load_plugin(path)
    rules = next(plugin.rules for plugin in Cleaner([*discover(), outlet]).plugins if plugin.name == done.name)
    assert [rule.outside for rule in rules if rule.outside] == [config.article] * bool(config.article)
    assert [rule.css for rule in rules if rule.css] == list(config.strips)
    assert len(rules) == done.rules
    for sample in samples(outlet):
        sample.check()


@pytest.mark.parametrize("config", CONFIGS, ids=lambda config: config.host)
def test_what_is_left(config):
    told = [f"{one.line}: {one.why}" for one in converted(config).left]
    assert [one.partition(":")[0] for one in told] == [one.partition(":")[0] for one in config.left]
    assert [part for part, one in zip(config.left, told, strict=True) if part.partition(": ")[2] not in one] == []
