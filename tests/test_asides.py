"""What a page sets apart from its article by itself: lines under a label, and boxes that say where they end."""

from cleaner import Line, Page
from cleaner_blog import remove_navigation


def taken(*texts: str) -> list[str]:
    page = Page(None, tuple(Line(number, text) for number, text in enumerate(texts)))
    return [mark.line.text for mark in remove_navigation(page)]


class TestLabels:
    def test_a_label_in_capitals_that_leads_several_lines(self) -> None:
        led = ["LEES OOK NU | De brug over de rivier is dicht", "LEES OOK NU | De burgemeester wil een nieuwe brug"]
        assert taken(led[0], "The bridge is old.", led[1]) == led

    def test_one_alone_may_be_a_title(self) -> None:
        assert taken("HARBOUR DAILY NEWS | The bridge over the river is closed") == []

    def test_rows_of_a_table_stay(self) -> None:
        assert taken("NEW YORK | 10 pm", "NEW YORK | 11 pm") == []
        assert taken("Ada Gull | the bridge over the river", "Ada Gull | the ferry over the river") == []
        assert taken("A | the bridge over the river", "A | the ferry over the river") == []


class TestBoxes:
    def test_a_box_goes_with_its_name_and_its_end(self) -> None:
        box = ["Weitere Informationen", "Die Brücke wurde 1861 gebaut.", "Ende der weiteren Informationen"]
        assert taken("Sie ist alt.", *box, "Sie ist neu.") == box

    def test_what_can_be_skipped(self) -> None:
        box = ["Skip image gallery", "The bridge at dusk", "End of image gallery"]
        assert taken("It is old.", *box, "It is new.") == box

    def test_spanish(self) -> None:
        box = ["Recuadro del puerto", "Tiene dos barcas.", "Fin del recuadro del puerto"]
        assert taken("Es viejo.", *box, "Es nuevo.") == box

    def test_an_end_without_a_box_is_a_heading(self) -> None:
        assert taken("The gardener", "End of season gardening", "Cut the roses.") == []

    def test_a_long_way_above_it_is_something_else(self) -> None:
        between = [f"Bridge number {number}" for number in range(30)]
        assert taken("Image gallery", *between, "End of image gallery") == []
        assert len(taken("Image gallery", *between[1:], "End of image gallery")) == 31


class TestInvitations:
    def test_what_ends_in_one(self) -> None:
        asked = [
            "Der Fahrplan aller Boote passt in jede Hosentasche. Hier gratis herunterladen.",
            "The ferry writes a letter every Friday, with tides and gossip. Sign up here!",
        ]
        assert taken("The ferry is here.", *asked) == asked

    def test_what_somebody_says(self) -> None:
        assert taken("Whoever wants to sail has to sign up here.", "Sign up here", "We are all here!") == []
