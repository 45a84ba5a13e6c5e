"""The submenu of photos about who is on them. Each line is named by the command that does the same."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from gallery_app.base.icons import icon
from gallery_app.i18n.people.person_names import not_person
from gallery_app.state.session import Session

MOST = 24  # persons listed


def fill_people_menu(menu: QMenu, session: Session, origin: object, ids: list[int]) -> None:
    """Say who the faces on these photos are: of the person that is shown, or else the largest; none: no submenu."""
    people = session.people
    faces = people.faces_meant(ids, people.chosen)
    if not faces:
        return
    first = people.meant(ids[0], people.chosen)
    now = None if first is None else people.card(first.person)
    who = menu.addMenu(icon("person"), _tr("Who is it"))
    who.menuAction().setObjectName("who-is-it")
    for card in [card for card in people.cards if card.name and not card.hidden][:MOST]:
        action = who.addAction(card.name.replace("&", "&&"))
        action.setEnabled(now is None or card.id != now.id)
        action.triggered.connect(lambda _on=False, to=card.id: people.is_person(faces, to, origin))
    who.addSeparator()
    who.addAction(icon("add"), _tr("Somebody new"), lambda: people.is_person(faces, None, origin))
    if now is not None:
        person = now.id
        wrong = who.addAction(icon("not-this"), not_person(now.name).replace("&", "&&"))
        wrong.triggered.connect(lambda: people.not_person(faces, person, origin))
        wrong.setObjectName("not-person")
    strange = who.addAction(icon("stranger"), _tr("A stranger"), lambda: people.stranger(faces, origin))
    strange.setObjectName("strangers")
    none = who.addAction(icon("close"), _tr("Not a face"), lambda: people.not_a_face(faces, origin))
    none.setObjectName("no-faces")


def _tr(text: str) -> str:
    return QCoreApplication.translate("people_menu", text)
