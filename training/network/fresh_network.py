"""The weights of a net that has learnt nothing yet."""

import numpy as np

CONVOLUTION_INPUTS = 9
# An LSTM that keeps what it has seen learns sooner.
FORGET_GATE, FORGET_BIAS = 2, 1.0


def fresh_matrices(widths: list[int], classes: int, seed: int) -> list[np.ndarray]:
    """`widths` of the convolution and of the four LSTMs; the matrices in the order and form of the file."""
    random = np.random.default_rng(seed)

    def draw(rows: int, inputs: int, reach: float) -> np.ndarray:
        matrix = random.uniform(-reach, reach, (rows, inputs + 1))
        matrix[:, -1] = 0
        return matrix

    convolution, *lstms = widths
    matrices = [draw(convolution, CONVOLUTION_INPUTS, CONVOLUTION_INPUTS**-0.5)]
    for inputs, units in zip([convolution, *lstms], lstms, strict=False):
        gates = [draw(units, inputs + units, units**-0.5) for _gate in range(4)]
        gates[FORGET_GATE][:, -1] = FORGET_BIAS
        matrices += gates
    return [*matrices, draw(classes, lstms[-1], lstms[-1] ** -0.5)]
