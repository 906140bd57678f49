"""Sentences of articles that look like what rules take: alone in a clean text, each of them stays."""

import pytest

from cleaner import clean

BEFORE = (
    "The ferry that has carried farmers and the occasional cow across the Wend since 1932 will make its last crossing"
    " in April, the district council decided on Monday night.",
    "Councillors voted eleven to four to end the service after an inspection found that the hull would need to be"
    " replaced before winter.",
)
BEHIND = (
    "The ferryman has been offered a post in the parks department. He has not decided whether to accept it.",
    "A group of citizens says it will collect signatures. It needs 2,300 of them by the middle of May.",
)
SENTENCES = """
We let the cookies cool on the rack for ten minutes.
Other cookies may be softer, but these keep for a week.
Third-party cookies will disappear from browsers by next year, the company said.
You can adjust the cookies to taste with cinnamon or ginger.
Wir backen Cookies mit Haferflocken, weil sie lange halten.
Einige Cookies zerbrechen beim Abkühlen, das macht nichts.
I agree with the terms of the treaty, the minister said.
By joining the union, members accept the terms of the contract.
Mit der Anmeldung bestätigen Eltern, dass ihr Kind schwimmen kann.
Durch die neuen Datenschutzbestimmungen wurde die Liste der Mieter gelöscht.
Melden können sich Zeugen per E-Mail bei der Polizei in Senning.
Täglich gehen bei der Behörde hundert Beschwerden per E-Mail ein.
Unser Gespräch fand per E-Mail statt.
Um Anmeldung per E-Mail wird gebeten.
I would like to get a boat of my own one day, says Finn.
Следите за рекой, говорил он, она всё скажет.
Jetzt testen Forscher in Kelm das Verfahren an Mäusen.
Jetzt sichern Helfer die Deiche mit Sandsäcken.
Jetzt können Eltern ihre Kinder anmelden, die Frist endet im Mai.
Bereits Mitglieder des alten Rates hatten davor gewarnt.
Schon registrierte Wähler müssen nichts tun.
Already registered voters do not need to do anything.
Alle Artikel des Vertrags gelten fort
Der Kreis will noch einmal abstimmen, sagte ein Sprecher des Landrats am Dienstag auf Anfrage. (dpa/AFP)
The council will vote again in May, a spokesman for the district said on Tuesday evening. (AP/Reuters)
The file is called report.jpg
A couple living in Senning wants to buy the lighthouse.
A man living nearby heard the bang.
Ein Mann sitzt am Ufer und angelt.
Kommentare wollte der Minister nicht abgeben.
Las opiniones de los vecinos no coinciden con las del alcalde.
Les opinions des habitants ne reflètent plus celles de leurs élus.
Мнения жителей могут не понравиться мэру, но он обещал выслушать всех.
Author: I never plan the ending.
Autor: Das Ende plane ich nie.
Reporter: Sie haben das Boot gefunden.
Журналист: Вы нашли лодку первым.
Text: Die Suppe ist versalzen, das Brot ist gut.
Ana Ruiz es periodista y fue detenida el lunes en la frontera.
Jean Moulin est un journaliste français emprisonné depuis deux ans.
Bei einem Kauf über 500.000 Euro beträgt die Provision drei Prozent.
We will receive compensation, the farmers say, or we will go to court.
This story has not been told before, because nobody dared to.
You need to register to vote in this election.
Diese Nachricht wurde von der Nachrichtenagentur Interfax verbreitet, später aber zurückgezogen.
Dieser Text wurde von drei Kommissionen geprüft und dann vergessen.
Kommentare zu diesem Urteil gibt es viele.
Comments are off the table, the minister said.
Select the cells and press Ctrl + Enter.
Wenn Sie fertig sind, drücken Sie Strg + Enter.
Designed by Jonas Lie, the bridge opened in 1998
10:15 - 12:30
09:30 | 11:00
Next: add the flour and stir.
Function: f(x) = 2x
June 6, 2021 – The bridge is opened to traffic
12 June 2016 – Miners march to the county hall
Published on 4 May 2021, the report of the commission found forty such places along the river.
10 years ago the harbour had two ferries.
Vor einem Jahr brannte die Halle.
Il y a 20 ans, le port avait deux bacs.
10 лет назад в порту было два парома.
10年前、この港には船が二隻あった。
Compiled by hand, the list has forty names.
By John Miller in the ninth minute.
""".strip().split("\n")


@pytest.mark.parametrize("sentence", SENTENCES)
def test_it_stays(sentence):
    assert clean("\n\n".join((*BEFORE, sentence, *BEHIND)), kind="text").text.split("\n\n") == [
        *BEFORE,
        sentence,
        *BEHIND,
    ]


FOOT = ("About us", "Contact", "Advertise", "Privacy policy", "Terms of use")
CODE = ("def lines(path):", "try:", "return 0", "except OSError:", "pass")
VERSE = ("Rain", "Drop", "by drop", "it asks", "the roof", "for more.")


@pytest.mark.parametrize("lines", [("Save this as count.py and run it with the name of a directory.", *CODE), VERSE])
def test_short_lines_over_a_footer_are_no_menu(lines):
    assert clean("\n\n".join((*lines, *FOOT)), kind="text").text.split("\n\n") == list(lines)


def test_headlines_and_their_sentences_below_a_heading_of_other_posts_leave():
    post = "The bike is back from the workshop, with a new chain and a bill that made me sit down on the kerb."
    others = (
        "Related stories",
        "Bridge at Senning closed until June",
        "Drivers should allow an extra half hour.",
        "Council budget passes by one vote",
        "It was the longest meeting since the flood.",
    )
    assert clean("\n\n".join((post, *others, *FOOT)), kind="text").text == post
