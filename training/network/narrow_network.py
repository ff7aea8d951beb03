"""Leaves out the units of the last LSTM that do least, so that a line is read faster; training then mends the rest."""

import numpy as np
import torch
from line_images import normalize_levels
from line_reader import LineReader

# Of a few hundred lines the spread of each unit is known well enough to put them in order.
LINES_LOOKED_AT = 400


def narrow_last_lstm(matrices: list[np.ndarray], images: list[np.ndarray], width: int) -> list[np.ndarray]:
    """
    The matrices with `width` units in the last LSTM. A unit counts by how much it varies over `images`, times the
    weights that carry it on; what the others put out on average goes into the biases of those that they fed.
    """
    output, gates = matrices[-1], matrices[-5:-1]
    units = gates[0].shape[0]
    inputs = gates[0].shape[1] - 1 - units
    activity = _activity(matrices, images[:LINES_LOOKED_AT])
    carried = np.sqrt(sum(np.square(matrix).sum(0) for matrix in [output[:, :-1], *(gate[:, inputs:-1] for gate in gates)]))
    kept = np.sort(np.argsort(-activity.std(0) * carried)[:width])
    left_out = np.setdiff1d(np.arange(units), kept)
    usual = activity.mean(0)[left_out]
    columns = [*range(inputs), *(inputs + kept), inputs + units]
    narrowed = []
    for gate in gates:
        steady = gate.copy()
        steady[:, -1] += steady[:, inputs + left_out] @ usual
        narrowed.append(steady[kept][:, columns])
    steady = output.copy()
    steady[:, -1] += steady[:, left_out] @ usual
    return [*matrices[:-5], *narrowed, steady[:, [*kept, units]]]


def _activity(matrices: list[np.ndarray], images: list[np.ndarray]) -> np.ndarray:
    """What the last LSTM puts out, steps by units."""
    net = LineReader(matrices).eval()
    seen: list[torch.Tensor] = []
    net.lstms[-1].register_forward_hook(lambda _layer, _in, out: seen.append(out[0].flatten(0, 1)))
    with torch.no_grad():
        for image in images:
            net(torch.from_numpy(normalize_levels(image))[None], torch.tensor([image.shape[1]]))
    return torch.cat(seen).double().numpy()
