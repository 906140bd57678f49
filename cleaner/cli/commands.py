"""The commands and their options."""

from __future__ import annotations

import click

from cleaner.batch import Settings
from cleaner.cli.explain import explain_page
from cleaner.cli.group import Commands
from cleaner.cli.options import engine_options, json_option, make_engine, page_options, plugin_option
from cleaner.cli.run import Wanted, run_pages
from cleaner.cli.target import choose
from cleaner.cli.terminal import show
from cleaner.report import Sheet, plan_list, plan_sheet, plugin_list, plugin_sheet, profile_list, profile_sheet
from cleaner.sinks import to_json


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="outlet-cleaner", prog_name="cleaner")
def main() -> None:
    """Clean text out of scraped news and blog pages, HTML and text dumps alike.

    \b
    cleaner run pages/ --out clean/        clean a folder of pages
    cleaner explain page.html              see why each line stayed or left
    cleaner profiles                       which outlets are known
    cleaner COMMAND --help                 options and examples of a command

    Exit codes: 0 all cleaned, 1 some pages failed (each is named), 2 wrong use, 130 interrupted.
    """  # noqa: D301


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, readable=False, allow_dash=True))
@click.option("--out", "-o", metavar="PATH", help="Folder for text, file for jsonl; - is standard output.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="text: NAME.txt and NAME.json for each page. jsonl: one JSON object per page and line.",
)
@click.option(
    "--exclude",
    multiple=True,
    metavar="GLOB",
    help="Pass over files and folders found in a folder whose name or path below it matches. May be repeated.",
)
@click.option("--ledger", is_flag=True, help="Put every removed line, with rule and reason, into the JSON.")
@click.option("--quiet", "-q", is_flag=True, help="Name failed pages only: no progress bar, no summary.")
@page_options
@engine_options
def run(
    paths: tuple[str, ...],
    out: str | None,
    form: str,
    exclude: tuple[str, ...],
    ledger: bool,
    quiet: bool,
    profile: str | None,
    url: str | None,
    kind: str,
    careful: bool,
    plugins: tuple[str, ...],
    without: tuple[str, ...],
) -> None:
    """Clean files and folders; - is standard input.

    Folders are searched for .html, .htm, .xhtml and .txt, each also as .gz; links to folders are
    not followed. The output mirrors them: NAME.txt holds the text, NAME.json profile, status,
    metadata and counts. NAME is the whole file name where the short one is not unique. Each file
    appears whole or not at all, and never in place of an input.

    \b
    Examples:
      cleaner run pages/ --out clean/
      cleaner run a.html b.txt.gz more/ --out clean/ --ledger
      cleaner run dumps/ --out clean/ --careful
      cleaner run site/ --exclude 'drafts' --exclude '*.min.html' --out clean/
      cleaner run pages/ --format jsonl --out pages.jsonl
      cleaner run pages/ --format jsonl | jq .metadata.title
      curl -s https://www.example.org/post | cleaner run - --url https://www.example.org/post
    """  # noqa: D301
    target = choose(out, form, paths)
    engine = make_engine(plugins, without, profile, careful=careful)
    code = run_pages(engine, Wanted(paths, exclude), target, Settings(url, profile, kind, ledger), quiet)
    click.get_current_context().exit(code)


@main.command()
@click.argument("file", type=click.Path(exists=True, readable=False, dir_okay=False, allow_dash=True))
@click.option("--removed", is_flag=True, help="Show only the lines that left.")
@json_option
@page_options
@engine_options
def explain(
    file: str,
    removed: bool,
    as_json: bool,
    profile: str | None,
    url: str | None,
    kind: str,
    careful: bool,
    plugins: tuple[str, ...],
    without: tuple[str, ...],
) -> None:
    """Show every line of a page with its fate, and the reason.

    Beside each removed line stand the stage, the rule or hook that took it, and why.

    \b
    Examples:
      cleaner explain page.html
      cleaner explain dump.txt --profile dw --removed
      cleaner explain page.html --without blog/related
      cleaner explain dump.txt --careful
      cleaner explain page.html --json | jq '.lines[] | select(.fate == "removed")'
    """  # noqa: D301
    engine = make_engine(plugins, without, profile, careful=careful)
    explain_page(engine, file, Settings(url, profile, kind), removed, as_json)


@main.command()
@click.argument("name", required=False)
@json_option
@engine_options
def profiles(name: str | None, as_json: bool, plugins: tuple[str, ...], without: tuple[str, ...]) -> None:
    """List the profiles, or show what one does.

    The plan of a profile is every rule and hook, in the order in which they run.

    \b
    Examples:
      cleaner profiles
      cleaner profiles dw
      cleaner profiles dw --without blog/related
    """  # noqa: D301
    engine = make_engine(plugins, without)
    if name is None:
        _output(as_json, profile_list(engine.profiles), profile_sheet(engine.profiles))
    else:
        plan = engine.plan(name)
        _output(as_json, plan_list(plan), plan_sheet(plan))


@main.command("plugins")
@json_option
@plugin_option
def list_plugins(as_json: bool, plugins: tuple[str, ...]) -> None:
    """List the plugins, their hooks and rules.

    \b
    Examples:
      cleaner plugins
      cleaner plugins --plugin my_outlet.py --json
    """  # noqa: D301
    found = make_engine(plugins, ()).plugins
    _output(as_json, plugin_list(found), plugin_sheet(found))


def _output(as_json: bool, value: object, sheet: Sheet) -> None:
    if as_json:
        click.echo(to_json(value, indent=1))
    else:
        show(sheet)
