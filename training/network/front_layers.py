"""What turns the pixels of a line into vectors for each block of 3x3 of them, in the two ways that are known here."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional

BLOCK_PX = 3
BLOCK_INPUTS = (3 * BLOCK_PX) ** 2


def frame_with_noise(images: torch.Tensor) -> torch.Tensor:
    """(lines, height, width) with one block more on every side: tesseract fills with noise what lies beyond the edges."""
    framed = torch.rand(images.shape[0], images.shape[1] + 2 * BLOCK_PX, images.shape[2] + 2 * BLOCK_PX) * 2 - 1
    framed[:, BLOCK_PX:-BLOCK_PX, BLOCK_PX:-BLOCK_PX] = images
    return framed


def _load(layer: nn.Conv2d, weights: torch.Tensor, bias: np.ndarray) -> None:
    with torch.no_grad():
        layer.weight.copy_(weights)
        layer.bias.copy_(torch.tensor(bias, dtype=torch.float32))


def _save(weights: torch.Tensor, bias: torch.Tensor) -> np.ndarray:
    return torch.cat([weights.reshape(len(bias), -1), bias[:, None]], 1).detach().double().numpy()


class ConvolutionFront(nn.Module):
    """A convolution of 3x3 at every pixel, and of each block of 3x3 the highest of what it puts out."""

    def __init__(self, matrices: list[np.ndarray]):
        super().__init__()
        (matrix,) = matrices
        self.conv = nn.Conv2d(1, matrix.shape[0], 3)
        # A row of tesseract's convolution goes down the three columns, one after the other.
        kernel = torch.tensor(matrix[:, :-1], dtype=torch.float32).reshape(-1, 1, 3, 3).transpose(2, 3)
        _load(self.conv, kernel, matrix[:, -1])

    def matrices(self) -> list[np.ndarray]:
        return [_save(self.conv.weight.transpose(2, 3), self.conv.bias)]

    def forward(self, framed: torch.Tensor) -> torch.Tensor:
        inner = framed[:, None, BLOCK_PX - 1 : 1 - BLOCK_PX, BLOCK_PX - 1 : 1 - BLOCK_PX]
        return functional.max_pool2d(torch.tanh(self.conv(inner)), BLOCK_PX)


class BlockFront(nn.Module):
    """Two layers over each block of 3x3 pixels and its eight neighbours."""

    def __init__(self, matrices: list[np.ndarray]):
        super().__init__()
        first, second = matrices
        self.blocks = nn.Conv2d(1, first.shape[0], 3 * BLOCK_PX, stride=BLOCK_PX)
        self.mix = nn.Conv2d(first.shape[0], second.shape[0], 1)
        # Tesseract's order: neighbours column by column, and the pixels of each in the same way.
        kernel = torch.tensor(first[:, :-1], dtype=torch.float32).reshape(-1, 3, 3, BLOCK_PX, BLOCK_PX)
        _load(self.blocks, kernel.permute(0, 2, 4, 1, 3).reshape(self.blocks.weight.shape), first[:, -1])
        _load(self.mix, torch.tensor(second[:, :-1, None, None], dtype=torch.float32), second[:, -1])

    def matrices(self) -> list[np.ndarray]:
        kernel = self.blocks.weight.reshape(-1, 3, BLOCK_PX, 3, BLOCK_PX).permute(0, 3, 1, 4, 2)
        return [_save(kernel, self.blocks.bias), _save(self.mix.weight, self.mix.bias)]

    def forward(self, framed: torch.Tensor) -> torch.Tensor:
        return torch.tanh(self.mix(torch.tanh(self.blocks(framed[:, None]))))


def front_of(matrices: list[np.ndarray]) -> ConvolutionFront | BlockFront:
    """The front that has these matrices, one or two of them."""
    return ConvolutionFront(matrices) if len(matrices) == 1 else BlockFront(matrices)
