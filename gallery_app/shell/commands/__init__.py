"""Every command, one declaration each, in the file of its menu.

Menus, tool bar, palette, shortcut sheet and enabling read the declarations: to add a command, add one entry to the
list of its menu, in menu order.
"""
