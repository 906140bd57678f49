"""The commands and their options."""

from __future__ import annotations

from pathlib import Path

import click

from cleaner.batch import Budget, Settings, Setup
from cleaner.cli.check import check
from cleaner.cli.explain import explain_page
from cleaner.cli.group import Commands
from cleaner.cli.html import explain_as_html
from cleaner.cli.import_ftr import import_ftr
from cleaner.cli.inputs import PathOrRecord, input_options, reading_options
from cleaner.cli.learn import learn
from cleaner.cli.new import new
from cleaner.cli.options import (
    careful_option,
    engine_options,
    json_option,
    make_engine,
    page_options,
    plugin_option,
    run_options,
)
from cleaner.cli.reports import compare, stats
from cleaner.cli.run import Manner, Run, Wanted, run_pages
from cleaner.cli.target import FORMS, choose
from cleaner.cli.terminal import show
from cleaner.cli.watch import watch
from cleaner.report import (
    Sheet,
    plan_list,
    plan_sheet,
    plugin_list,
    plugin_sheet,
    printable,
    profile_list,
    profile_sheet,
)
from cleaner.sinks import to_json
from cleaner.sources import Reading


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
@input_options
@click.option("--out", "-o", metavar="PATH", help="Folder for text and markdown, else a file; - is standard output.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    help="text, markdown: NAME.txt or NAME.md, and NAME.json, for each page. jsonl: one JSON object per page and "
    "line. parquet: one row per page. By default what the name of --out says (.jsonl, .jsonl.gz, .jsonl.zst, "
    ".parquet), else text.",
)
@click.option("--ledger", is_flag=True, help="Put every removed line, with rule and reason, into the JSON.")
@run_options
@careful_option
@page_options
@engine_options
def run(
    wanted: Wanted,
    reading: Reading,
    out: str | None,
    form: str | None,
    ledger: bool,
    budget: Budget,
    manner: Manner,
    profile: str | None,
    url: str | None,
    kind: str,
    careful: bool,
    plugins: tuple[str, ...],
    without: tuple[str, ...],
) -> None:
    """Clean files, folders and archives; - is standard input.

    Folders are searched for pages (.html, .htm, .xhtml, .txt, .md, each also as .gz, .bz2, .zst)
    and archives of pages (JSON lines, Parquet, WARC, WET: .jsonl, .ndjson, .parquet, .warc, .wet);
    links to folders are not followed. The output mirrors them: NAME.txt holds the text, NAME.json
    profile, status, metadata and counts. NAME is the whole file name where the short one is not
    unique, and a folder for an archive, with the number of the record below it. Each file appears
    whole or not at all, and never in place of an input.

    Pages are cleaned by worker processes; the output is the same however many there are. A page
    that cannot be read, takes too long or too much memory, or brings down its worker is put aside:
    it is named, listed in aside.jsonl beside the output, and the others go on. A run that was
    stopped, by Ctrl-C or kill -9, goes on where it was with the same command and --resume.

    \b
    Examples:
      cleaner run pages/ --out clean/
      cleaner run a.html b.txt.gz more/ --out clean/ --ledger
      cleaner run dumps/ --out clean/ --careful
      cleaner run site/ --exclude 'drafts' --exclude '*.min.html' --out clean/
      cleaner run site/ --include '*.php' --out clean/
      cleaner run crawl.warc.gz --out pages.jsonl.zst
      cleaner run crawl.warc.gz#17
      cleaner run post.txt --kind text --profile rferl
      cleaner run pages/ --plugin my_outlet.py --without blog/related --out clean/
      cleaner run dump.parquet --field text=body --field url=address --out pages.jsonl
      cleaner run --from-list paths.txt --out clean/
      zcat dump.json.gz | cleaner run - --input-format jsonl --format jsonl
      cleaner run pages/ --format markdown --out clean/
      cleaner run pages/ --out pages.parquet --ledger
      cleaner run pages/ --out pages.jsonl --resume
      cleaner run pages/ --out pages.jsonl --restart --quiet
      cleaner run pages/ --out clean/ --jobs 4 --timeout 10 --memory 512
      cleaner run pages/ --format jsonl | jq .metadata.title
      curl -s https://www.example.org/post | cleaner run - --url https://www.example.org/post
    """  # noqa: D301
    target = choose(out, form, wanted.paths, ledger)
    settings = Settings(url, profile, kind, ledger, target.form == "markdown", target.is_lines)
    code = run_pages(Run(wanted, target, Setup(plugins, without, settings, reading, budget, careful), manner))
    click.get_current_context().exit(code)


@main.command()
@click.argument("path", type=PathOrRecord(folders=True))
@click.option("--html", metavar="PATH", help="Write a report to read in a browser: a file, or a folder for a folder.")
@click.option("--removed", is_flag=True, help="Show only the lines that left.")
@json_option
@reading_options
@careful_option
@page_options
@engine_options
def explain(
    path: str,
    html: str | None,
    removed: bool,
    as_json: bool,
    reading: Reading,
    profile: str | None,
    url: str | None,
    kind: str,
    careful: bool,
    plugins: tuple[str, ...],
    without: tuple[str, ...],
) -> None:
    """Show every line of a page with its fate, and the reason.

    Beside each removed line stand the stage, the rule or hook that took it, and why. A page in an
    archive is called as in the output of a run: by the archive, # and the number of the record.

    A report in HTML shows the clean text and the metadata beside the lines; it is one file that loads
    nothing. Of a folder there is a report for each page, and an index.html with the worst pages first.

    \b
    Examples:
      cleaner explain page.html
      cleaner explain page.html --html report.html
      cleaner explain pages/ --html reports/
      cleaner explain crawl.warc.gz#17
      cleaner explain crawl.json#17 --input-format jsonl --field text=body
      cleaner explain dump.txt --profile dw --removed
      cleaner explain page.html --url https://www.example.org/post --kind html
      cleaner explain page.html --plugin my_outlet.py --without blog/related
      cleaner explain dump.txt --careful
      cleaner explain page.html --json | jq '.lines[] | select(.fate == "removed")'
    """  # noqa: D301
    engine = make_engine(plugins, without, profile, careful=careful)
    settings = Settings(url, profile, kind)
    if html is not None:
        if removed or as_json:
            raise click.UsageError("--html shows every line; --removed and --json do not go with it.")
        click.get_current_context().exit(explain_as_html(engine, path, Path(html), reading, settings))
    if Path(path).is_dir():
        raise click.UsageError(f"{printable(path)} is a folder; its pages are explained with --html DIR.")
    explain_page(engine, path, reading, settings, removed, as_json)


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
      cleaner profiles --plugin my_outlet.py --json
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
        click.echo(to_json(value, indented=True))
    else:
        show(sheet)


main.add_command(stats)
main.add_command(compare)
main.add_command(watch)
main.add_command(check)
main.add_command(import_ftr)
main.add_command(learn)
main.add_command(new)
