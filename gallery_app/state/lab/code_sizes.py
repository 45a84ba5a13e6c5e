"""How many numbers, or typical pictures, a model may keep: the steps of its slider, and the parameters they set."""

from __future__ import annotations

from dataclasses import dataclass

from engine.core.parameters import Value

_DOUBLED = tuple(2**power for power in range(11))


@dataclass(frozen=True, slots=True)
class CodeSize:
    """Each of `steps` is a value of all `parameters`; `instant` where fewer are kept without learning anew."""

    parameters: tuple[str, ...]
    steps: tuple[int, ...]
    instant: bool = False

    def values(self, step: int) -> dict[str, Value]:
        """The parameters for the step of this index."""
        return dict.fromkeys(self.parameters, self.steps[step])

    def step_of(self, code: int) -> int:
        """The index of the step of a model whose code has this size: of several parameters it is the product."""
        side = round(code ** (1 / len(self.parameters)))
        return min(range(len(self.steps)), key=lambda step: abs(self.steps[step] - side))


CODE_SIZES = {
    "k-means": CodeSize(("size",), tuple(2**power for power in range(1, 12))),
    "pca": CodeSize(("code",), _DOUBLED, instant=True),
    "som": CodeSize(("rows", "columns"), (2, 3, 5, 8, 10, 15, 20, 30, 40)),
    "autoencoder": CodeSize(("code",), _DOUBLED[:10]),
    "vae": CodeSize(("code",), _DOUBLED[:9]),
    "gan": CodeSize(("code",), _DOUBLED[1:10]),
}
