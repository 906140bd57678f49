"""Reports in a real browser: nothing leaves the page, nothing runs but our script, filters and keys work.

Needs Chromium and its driver (Debian: `apt-get install chromium chromium-driver`).
"""

import json
import shutil
from collections.abc import Callable

import pytest
from selenium import webdriver
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait
from test_view import PAGE, PLUGIN, Desk, hostile, running

import cleaner
from cleaner.view import page_report

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage"
).split()
PATIENCE = 60
"""Seconds; a machine may be busy."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="needs chromium and chromedriver (chromium-driver)"),
]

# What a hostile page would call, and what it would do to be noticed.
SPY = """
window.ran = [];
window.boom = (what) => window.ran.push(what);
document.addEventListener("securitypolicyviolation", (event) => window.ran.push(event.violatedDirective));
"""


class Browser:
    """A browser that remembers what its pages asked for and complained about."""

    def __init__(self) -> None:
        options = webdriver.ChromeOptions()
        options.binary_location = CHROMIUM
        for argument in QUIET:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options, webdriver.ChromeService(DRIVER))
        self.driver.set_page_load_timeout(PATIENCE)
        self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": SPY})

    def open(self, url: str, width: int = 1280, height: int = 900) -> None:
        """Go to a page that is not there yet, in a window of this size."""
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        self.driver.get("about:blank")
        self.forget()
        self.driver.get(url)

    def emulate(self, **media: object) -> None:
        """Print, or a dark room."""
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)

    def forget(self) -> None:
        """Empty the logs."""
        for kind in ("browser", "performance"):
            self.driver.get_log(kind)

    def complaints(self) -> list[str]:
        """What stands in the console."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Every URL that was asked for since the last look."""
        events = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        return [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]

    def js(self, code: str):
        """What a script returns."""
        return self.driver.execute_script(f"return {code}")

    def press(self, *keys: str) -> None:
        """Type, wherever the focus is."""
        for key in keys:
            self.driver.switch_to.active_element.send_keys(key)

    def wait(self, told: Callable[[], object]) -> None:
        """Until something is so."""
        WebDriverWait(self.driver, PATIENCE).until(lambda _: told())

    def shown(self) -> list[int]:
        """The numbers of the lines that can be seen."""
        return self.js("[...document.querySelectorAll('.line')].filter(l => l.offsetParent).map(l => +l.id.slice(5))")

    def reasons(self) -> list[int]:
        """The numbers of the lines whose reason can be seen."""
        return self.js(
            "[...document.querySelectorAll('.line')]"
            ".filter(l => l.querySelector('.why').getClientRects().length).map(l => +l.id.slice(5))"
        )

    def choose(self, name: str, value: str) -> None:
        """Choose from a list, as a person does."""
        self.driver.find_element("css selector", f"select[name={name}] option[value='{value}']").click()


@pytest.fixture(scope="module")
def browser():
    one = Browser()
    yield one
    one.driver.quit()


@pytest.fixture
def report(tmp_path) -> str:
    path = tmp_path / "report.html"
    path.write_text(page_report(cleaner.clean(PAGE), "kiln.html"), encoding="utf-8")
    return path.as_uri()


def test_a_report_asks_for_nothing_and_complains_of_nothing(browser, report):
    browser.open(report)
    assert browser.shown() == [0, 1, 2, 3, 4]
    assert [url for url in browser.requests() if not url.startswith("data:")] == [report]
    assert browser.complaints() == []
    assert browser.js("window.ran") == []


def test_filters(browser, report):
    browser.open(report)
    stage = "form [name=stage][value={}]"
    browser.driver.find_element("css selector", stage.format("kept")).click()
    assert browser.shown() == [0, 1, 4]
    assert browser.js("document.getElementById('shown').textContent") == "3 of 5 lines shown"
    browser.driver.find_element("css selector", stage.format("captions")).click()
    assert browser.shown() == [0, 1]
    browser.choose("rule", "blog/menu")
    assert browser.shown() == [0]
    browser.driver.refresh()
    assert browser.shown() == [0], "the address remembers"
    browser.driver.find_element("css selector", "button[type=reset]").click()
    browser.wait(lambda: browser.shown() == [0, 1, 2, 3, 4])
    browser.choose("plugin", "blog")
    assert browser.shown() == [0, 1, 4]
    assert browser.complaints() == []


def test_keys(browser, report):
    browser.open(report)
    browser.press("j")
    focused = "+document.activeElement.closest('.line').id.slice(5)"
    assert browser.js(focused) == 0
    assert browser.reasons() == [0], "shown beside the line that has the focus"
    assert browser.js("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    browser.press("j", Keys.ARROW_DOWN, "k", Keys.ARROW_DOWN, "j")
    assert browser.js(focused) == 3
    browser.press(Keys.ARROW_UP, Keys.HOME, Keys.ARROW_UP)
    assert browser.js(focused) == 0
    browser.press(Keys.ENTER)
    assert browser.js("document.activeElement.getAttribute('aria-expanded')") == "true"
    browser.press(Keys.END)
    assert browser.js(focused) == 4
    assert browser.reasons() == [0, 4], "the reason that was opened stays"
    browser.press(Keys.ESCAPE)
    assert browser.reasons() == [0]
    browser.press(Keys.HOME, Keys.ENTER)
    assert browser.js("document.activeElement.getAttribute('aria-expanded')") == "false"


def test_keys_pass_over_lines_that_are_filtered_out(browser, report):
    browser.open(f"{report}#without=metadata&without=kept")
    browser.press("j", "j")
    assert browser.js("+document.activeElement.closest('.line').id.slice(5)") == 4


def test_one_line_at_a_time_is_in_the_order_of_tab(browser, report):
    browser.open(report)
    assert browser.js("document.querySelectorAll('.line button[tabindex=\"0\"]').length") == 1
    browser.press("j", "j", Keys.TAB)
    assert browser.js("document.activeElement.closest('.line')") is None


def test_a_reason_shows_under_the_pointer(browser, report):
    browser.open(report)
    line = browser.driver.find_elements("css selector", ".line-text")[4]
    webdriver.ActionChains(browser.driver).move_to_element(line).perform()
    assert browser.reasons() == [4]


def test_print_shows_every_reason_and_all_of_the_text(browser, report):
    browser.open(report)
    browser.emulate(media="print")
    try:
        assert browser.reasons() == [0, 1, 2, 3, 4]
        text = "document.querySelector('.text')"
        assert browser.js(f"{text}.scrollHeight <= {text}.clientHeight")
    finally:
        browser.emulate(media="")


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_is_wider_than_the_window(browser, tmp_path, width):
    path = tmp_path / "wide.html"
    wide = PAGE.replace("Home Pots", "w" * 500).replace("Bo Clay", "x" * 300)
    path.write_text(page_report(cleaner.clean(wide), f"{'long' * 60}.html"), encoding="utf-8")
    browser.open(path.as_uri(), width)
    assert browser.js("document.documentElement.scrollWidth <= innerWidth")


def luminance(colour: list[int]) -> float:
    parts = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: list[int], other: list[int]) -> float:
    """As WCAG 2 defines it; 4.5 is enough for text."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


# A canvas turns any colour, such as a mixed one, into red, green and blue.
COLOURS = """[...document.querySelectorAll('.line')].map(line => {
  const pen = document.createElement('canvas').getContext('2d');
  const rgb = (...colours) => {
    for (const colour of colours) { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1); }
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  return [rgb(getComputedStyle(line.querySelector('.line-text')).color),
          rgb(paper, getComputedStyle(line).backgroundColor)];
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_of_every_stage_has_enough_contrast(browser, tmp_path, scheme):
    stages = ("metadata", *cleaner.STAGES)
    lines = tuple(cleaner.Line(number, f"Line {number}") for number in range(len(stages) + 1))
    gone = tuple(cleaner.Removal(line, stage, "x/y", "z") for line, stage in zip(lines, stages, strict=False))
    path = tmp_path / "stages.html"
    path.write_text(page_report(cleaner.Cleaned("x", cleaner.Metadata(), lines, gone, "blog", "ok"), "stages.html"))
    browser.emulate(features=[{"name": "prefers-color-scheme", "value": scheme}])
    try:
        browser.open(path.as_uri())
        pairs = browser.js(COLOURS)
    finally:
        browser.emulate(features=[])
    assert len(pairs) == 8
    assert len({tuple(paper) for _, paper in pairs}) == 8, "each stage has its colour"
    assert [contrast(*pair) for pair in pairs if contrast(*pair) < 4.5] == []
    assert (luminance(pairs[-1][1]) < 0.2) == (scheme == "dark")


def test_each_stage_has_a_pattern_of_its_own(browser, tmp_path):
    stages = ("metadata", *cleaner.STAGES)
    lines = tuple(cleaner.Line(number, f"Line {number}") for number in range(len(stages)))
    gone = tuple(cleaner.Removal(line, stage, "x/y", "z") for line, stage in zip(lines, stages, strict=True))
    path = tmp_path / "stages.html"
    path.write_text(page_report(cleaner.Cleaned("", cleaner.Metadata(), lines, gone, "blog", "empty"), "stages.html"))
    browser.open(path.as_uri())
    shown = "[...document.querySelectorAll('.line')].map(line => getComputedStyle(line, '::before').backgroundImage)"
    assert len(set(browser.js(shown))) == len(stages)


# --- Hostile pages -----------------------------------------------------------


def test_a_hostile_page_runs_nothing(browser, tmp_path):
    path = tmp_path / "hostile.html"
    name = 'x"><script>boom(6)</script><img src=x onerror=boom(7)>\u202e.html'
    path.write_text(page_report(hostile(), name), encoding="utf-8")
    browser.open(path.as_uri())
    browser.press("j", Keys.ENTER)
    browser.driver.execute_script("for (const box of document.querySelectorAll('[name=stage]')) box.click();")
    assert browser.js("window.ran") == []
    assert [url for url in browser.requests() if not url.startswith("data:")] == [path.as_uri()]
    assert browser.complaints() == []


def test_the_policy_stops_what_escaping_would_have_missed(browser, tmp_path):
    """A report into which markup did get: the second wall holds."""
    path = tmp_path / "hole.html"
    hole = (
        "<script>boom(1)</script><img src='http://127.0.0.1:9/x.png' onerror='boom(2)'>"
        "<a id=a href='javascript:boom(3)'>a</a><form id=f action='http://127.0.0.1:9/'></form>"
    )
    report = page_report(cleaner.clean(PAGE), "kiln.html")
    path.write_text(report.replace("<header>", f"{hole}<header>", 1), encoding="utf-8")
    browser.open(path.as_uri())
    browser.driver.execute_script("document.getElementById('a').click(); document.getElementById('f').submit()")
    browser.wait(lambda: len(browser.js("window.ran")) >= 4)
    assert {one for one in browser.js("window.ran") if isinstance(one, int)} == set()
    assert browser.shown() == [0, 1, 2, 3, 4], "our own script runs"
    assert browser.driver.current_url.startswith(path.as_uri())


# --- The live report ---------------------------------------------------------


def test_the_browser_shows_a_saved_plugin_by_itself(browser, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    plugin = tmp_path / "kiln.py"
    plugin.write_text(PLUGIN)
    desk = Desk(tmp_path, plugin)

    def rules() -> list[str]:
        return browser.js("[...document.querySelectorAll('.line .why code')].map(code => code.textContent)")

    with running(desk.live) as port:
        browser.open(f"http://127.0.0.1:{port}/#plugin=kiln")
        assert "kiln/smell" in rules()
        shown = browser.shown()
        plugin.write_text(PLUGIN.replace('"smell"', '"scent"'))
        browser.wait(lambda: "kiln/scent" in rules())
        assert browser.shown() == shown, "filters outlast the change"
        plugin.write_text(PLUGIN.replace('"By noon it rained."', '"By night it rained."'))
        browser.wait(
            lambda: browser.js("document.querySelector('.problem mark')?.textContent ?? ''").startswith("  13")
        )
        assert "kiln/scent" in rules()
        plugin.write_text(PLUGIN)
        browser.wait(lambda: "kiln/smell" in rules() and browser.js("!document.querySelector('.problem')"))
        asked = {url for url in browser.requests() if not url.startswith("data:")}
        assert {url.partition("#")[0] for url in asked} == {
            f"http://127.0.0.1:{port}/",
            f"http://127.0.0.1:{port}/events",
        }
        assert browser.complaints() == []
        browser.driver.get("about:blank")
