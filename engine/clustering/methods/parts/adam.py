"""Adam (Kingma & Ba, ICLR 2015), without torch.optim: that takes a second to import a compiler for the same step."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor

_BETAS = 0.9, 0.999
_EPSILON = 1e-8


class Adam:
    """Steps `parameters` down their gradients, as torch.optim.Adam does with its fused kernel, bit for bit.

    `rate` may change between steps, `betas` are the decay rates of both moments. A parameter without a gradient stays.
    """

    def __init__(self, parameters: Iterable[Tensor], rate: float, betas: tuple[float, float] = _BETAS) -> None:
        import torch

        self.rate, self._betas = rate, betas
        self._parameters = list(parameters)
        self._means = [torch.zeros_like(one) for one in self._parameters]
        self._squares = [torch.zeros_like(one) for one in self._parameters]
        self._steps = [torch.zeros((), device=one.device) for one in self._parameters]

    def descend(self, loss: Tensor, beside: Adam | None = None) -> None:
        """One step down the gradient of `loss`, a scalar; parameters `beside` these take theirs at their own rate."""
        import torch

        both = (self, beside) if beside else (self,)
        for parameter in (one for optimiser in both for one in optimiser._parameters):
            parameter.grad = None
        torch.autograd.backward(loss)
        with torch.no_grad():
            for optimiser in both:
                optimiser._step()

    def _step(self) -> None:
        import torch

        state = zip(self._parameters, self._means, self._squares, self._steps, strict=True)
        moved = [(one, one.grad, *rest) for one, *rest in state if one.grad is not None]
        if not moved:
            return
        parameters, gradients, means, squares, steps = (list(column) for column in zip(*moved, strict=True))
        for step in steps:
            step += 1
        if parameters[0].device.type != "mps":  # torch.optim leaves the kernel out there too, unless it is asked
            torch._fused_adam_(
                parameters,
                gradients,
                means,
                squares,
                [],
                steps,
                lr=self.rate,
                beta1=self._betas[0],
                beta2=self._betas[1],
                weight_decay=0.0,
                eps=_EPSILON,
                amsgrad=False,
                maximize=False,
            )
            return
        for parameter, gradient, mean, square, step in zip(parameters, gradients, means, squares, steps, strict=True):
            plain_step(parameter, gradient, (mean, square), float(step), self.rate, self._betas)


def plain_step(
    parameter: Tensor,
    gradient: Tensor,
    moments: tuple[Tensor, Tensor],
    step: float,
    rate: float,
    betas: tuple[float, float] = _BETAS,
) -> None:
    """Algorithm 1 of the paper in place, by operations that every device has."""
    mean, square = moments
    first, second = betas
    mean.lerp_(gradient, 1 - first)
    square.mul_(second).addcmul_(gradient, gradient, value=1 - second)
    width = (square / (1 - second**step)).sqrt_().add_(_EPSILON)
    parameter.addcdiv_(mean, width, value=-rate / (1 - first**step))
