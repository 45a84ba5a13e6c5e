"""Which projection the map shows: below the View menu."""

from __future__ import annotations

from gallery_app.shell.commands.command import Command, Menu

MAP_LAYOUT = Menu(
    "Map layout",
    (
        Command(
            id="map-neighbours",
            text="Neighbour map",
            help="Photos that look alike lie together.",
            group="map",
            run=lambda parts: parts.maps.choose("neighbours"),
        ),
        Command(
            id="map-tsne",
            text="t-SNE",
            help="Each photo among its nearest neighbours, in tight islands.",
            group="map",
            run=lambda parts: parts.maps.choose("tsne"),
        ),
        Command(
            id="map-pca",
            text="PCA",
            help="By the two directions in which the photos differ most.",
            group="map",
            run=lambda parts: parts.maps.choose("pca"),
        ),
        Command(
            id="map-grid",
            text="Self-organising grid",
            help="Every photo in a cell of its own.",
            group="map",
            run=lambda parts: parts.maps.choose("grid"),
        ),
    ),
)
