"""Words are compared without case and accents, in any script."""

from engine.core.folding import fold


def test_case_and_accents_go_and_scripts_without_them_stay() -> None:
    assert fold("Été à ÅRHUS") == "ete a arhus"
    assert fold("Straße") == "strasse"
    assert fold("שלום 東京") == "שלום 東京"
    assert fold("ＦＵＬＬ") == "full"


def test_letters_with_a_stroke_are_found_without() -> None:
    assert fold("Łódź, Tromsø, Đakovo, Iğdır, Œuvre") == "lodz, tromso, dakovo, igdir, oeuvre"
