"""Which projection the map shows, below the View menu: one command for each that the engine has registered."""

from __future__ import annotations

from gallery_app.shell.commands.command import Command, Menu


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
