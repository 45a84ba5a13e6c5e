"""How photos are grouped and ordered, and which projection the map shows: below the View menu."""

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
        Command(
            id="group-people",
            text="People",
            help="Group the photos by who is on them.",
            shortcut="Alt+4",
            icon="people",
            group="group",
            run=lambda workspace: workspace.view_options.group_by("people"),
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


def _projections() -> list[Command]:
    from engine.projection.projector import projectors  # they import numpy, which the first frame does not wait for
    from gallery_app.i18n.projection_names import projection_names

    return [_projection(name, projectors.get(name).label, projectors.get(name).help) for name in projection_names()]


def _projection(name: str, label: str, help_: str) -> Command:
    return Command(
        id=f"map-{name}",
        text=label,
        help=help_,
        group="map",
        context="engine",
        run=lambda workspace: workspace.map_choice.choose(name),
    )


MAP_LAYOUT = Menu("Map layout", later=_projections)
