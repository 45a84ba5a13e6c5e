"""How photos are grouped and ordered: below the View menu."""

from __future__ import annotations

from gallery_app.shell.commands.command import Command, Menu

GROUP_BY = Menu(
    "Group by",
    (
        Command(
            id="group-content",
            text="Content",
            help="Group the photos by what they show.",
            shortcut="Alt+1",
            icon="content",
            group="group",
            run=lambda workspace: workspace.view_options.group_by("content"),
        ),
        Command(
            id="group-time",
            text="Time",
            help="Group the photos by when they were taken.",
            shortcut="Alt+2",
            icon="time",
            group="group",
            run=lambda workspace: workspace.view_options.group_by("time"),
        ),
        Command(
            id="group-place",
            text="Place",
            help="Group the photos by where they were taken.",
            shortcut="Alt+3",
            icon="place",
            group="group",
            run=lambda workspace: workspace.view_options.group_by("place"),
        ),
    ),
)

TIME_IN = Menu(
    "Time in",
    (
        Command(
            id="unit-day",
            text="Days",
            help="A group for each day.",
            group="unit",
            run=lambda workspace: workspace.view_options.group_by("time", "day"),
        ),
        Command(
            id="unit-month",
            text="Months",
            help="A group for each month.",
            group="unit",
            run=lambda workspace: workspace.view_options.group_by("time", "month"),
        ),
        Command(
            id="unit-year",
            text="Years",
            help="A group for each year.",
            group="unit",
            run=lambda workspace: workspace.view_options.group_by("time", "year"),
        ),
    ),
)

ORDER = Menu(
    "Order in a cluster",
    (
        Command(
            id="sort-confidence",
            text="Typical first",
            help="The most typical of each cluster first.",
            group="sort",
            run=lambda workspace: workspace.view_options.sort_by("confidence"),
        ),
        Command(
            id="sort-date",
            text="Date taken",
            help="The oldest of each cluster first.",
            group="sort",
            run=lambda workspace: workspace.view_options.sort_by("date"),
        ),
        Command(
            id="sort-name",
            text="File name",
            help="By name within each cluster.",
            group="sort",
            run=lambda workspace: workspace.view_options.sort_by("name"),
        ),
        Command(
            id="sort-size",
            text="File size",
            help="The largest of each cluster first.",
            group="sort",
            run=lambda workspace: workspace.view_options.sort_by("size"),
        ),
    ),
)
