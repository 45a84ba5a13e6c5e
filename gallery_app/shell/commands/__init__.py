"""Every command, one declaration each, in the file of the menu it stands in.

Menus, tool bar, palette, shortcut sheet and enabling read the declarations: a command is added by one entry of a
menu's list, at the place where it stands there.
"""
