"""Dialogs about the program itself: about, licences, updates, a report."""
