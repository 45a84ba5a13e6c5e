"""UnderstandingPage: what is found out of pictures in the background, and whether the web may be searched for one."""

from __future__ import annotations

from gallery_app.state.understanding.background import Understanding
from gallery_app.state.understanding.search_pages import WebSearch
from gallery_app.views.preferences.page import Page


class UnderstandingPage(Page):
    def __init__(self, background: Understanding, web: WebSearch) -> None:
        super().__init__(self.tr("Understanding"))
        self.on = self.check(self.tr("Look at what pictures show while nothing else is done"), background.on)
        self.text = self.check(self.tr("Read the text in them"), background.text)
        self.text.setEnabled(background.on)
        self.on.toggled.connect(background.switch)
        self.on.toggled.connect(self.text.setEnabled)
        self.text.toggled.connect(background.read_text)
        self.wide_note(
            self.tr(
                "Kinds of pictures (screenshots, receipts, drawings …) are told apart, and text is read, on this "
                "computer alone. Whatever you do comes first. What was read stays where this is switched off."
            )
        )
        self.section(self.tr("SEARCH ON THE WEB"))
        self.web = self.check(self.tr("Offer to search the web for a picture"), web.offered)
        self.web.toggled.connect(web.offer)
        self.wide_note(self.tr("Nothing leaves this computer before you have seen it and pasted it yourself."))
