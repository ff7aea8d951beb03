"""The net that reads a line, as tesseract 5.3 computes it, in PyTorch."""

import numpy as np
import torch
from front_layers import frame_with_noise, front_of
from network_file import MATRICES_BEHIND_FRONT
from torch import nn
from torch.nn import functional

# Tesseract's gates are cell, input, forget, output; PyTorch's are input, forget, cell, output.
GATES_TO_TORCH = (1, 2, 0, 3)
GATES_FROM_TORCH = (2, 0, 1, 3)
LINE_HEIGHT_PX = 48


def _load_lstm(lstm: nn.LSTM, gates: list[np.ndarray]) -> None:
    stacked = torch.tensor(np.concatenate([gates[gate] for gate in GATES_TO_TORCH]), dtype=torch.float32)
    inputs = lstm.input_size
    with torch.no_grad():
        lstm.weight_ih_l0.copy_(stacked[:, :inputs])
        lstm.weight_hh_l0.copy_(stacked[:, inputs:-1])
        lstm.bias_ih_l0.copy_(stacked[:, -1])
        lstm.bias_hh_l0.zero_()
    lstm.bias_hh_l0.requires_grad_(False)


def _save_lstm(lstm: nn.LSTM) -> list[np.ndarray]:
    bias = (lstm.bias_ih_l0 + lstm.bias_hh_l0)[:, None]
    gates = torch.cat([lstm.weight_ih_l0, lstm.weight_hh_l0, bias], 1).detach().double().numpy().reshape(4, lstm.hidden_size, -1)
    return [gates[gate] for gate in GATES_FROM_TORCH]


class LineReader(nn.Module):
    """Lines of 48 rows (float, -1 black to 1 white) to log probabilities for each third of a pixel column."""

    def __init__(self, matrices: list[np.ndarray]):
        super().__init__()
        output = matrices[-1]
        first_gate = len(matrices) - MATRICES_BEHIND_FRONT
        groups = [matrices[at : at + 4] for at in range(first_gate, len(matrices) - 1, 4)]
        sizes = [(gates[0].shape[1] - gates[0].shape[0] - 1, gates[0].shape[0]) for gates in groups]
        self.front = front_of(matrices[:first_gate])
        self.lstms = nn.ModuleList(nn.LSTM(inputs, outputs) for inputs, outputs in sizes)
        self.output = nn.Linear(output.shape[1] - 1, output.shape[0])
        with torch.no_grad():
            self.output.weight.copy_(torch.tensor(output[:, :-1], dtype=torch.float32))
            self.output.bias.copy_(torch.tensor(output[:, -1], dtype=torch.float32))
        for lstm, gates in zip(self.lstms, groups, strict=True):
            _load_lstm(lstm, gates)

    def matrices(self) -> list[np.ndarray]:
        """The weights in the order and form of the file."""
        output = torch.cat([self.output.weight, self.output.bias[:, None]], 1).detach().double().numpy()
        return [*self.front.matrices(), *(gate for lstm in self.lstms for gate in _save_lstm(lstm)), output]

    def forward(self, images: torch.Tensor, widths_px: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """`images` is (lines, 48, width), padded at the right; gives (steps, lines, classes) and the steps of each line."""
        batch = images.shape[0]
        features = self.front(frame_with_noise(images))
        _, channels, rows, steps = features.shape
        columns = features.permute(2, 0, 3, 1).reshape(rows, batch * steps, channels)
        down, forward, backward, last = self.lstms
        summary = down(columns)[0][-1].reshape(batch, steps, -1).transpose(0, 1)
        lengths = torch.div(widths_px, 3, rounding_mode="floor")
        # The backward layer begins at each line's own end.
        order = (lengths[None] - 1 - torch.arange(steps)[:, None]) % steps
        picks = order[:, :, None].expand(-1, -1, forward.hidden_size)
        ahead = forward(summary)[0]
        behind = backward(ahead.gather(0, picks))[0].gather(0, order[:, :, None].expand(-1, -1, backward.hidden_size))
        scores = self.output(last(behind)[0])
        return functional.log_softmax(scores.float(), -1), lengths


def remap_output(matrix: np.ndarray, old: dict[str, int], new: dict[str, int], seed: int) -> np.ndarray:
    """The output matrix for other classes: those of the same name keep their weights, new ones begin unlikely."""
    random = np.random.default_rng(seed)
    remapped = random.normal(0, 0.02, (len(new), matrix.shape[1]))
    remapped[:, -1] = -4
    for name, index in new.items():
        if name in old:
            remapped[index] = matrix[old[name]]
    return remapped
