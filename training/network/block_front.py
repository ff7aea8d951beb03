"""
First layers that cost a third: blocks of 3x3 pixels in place of a convolution at every pixel and a pool after it.

The convolution computes nine vectors for each one that the pool lets through. Here a vector is made of each block and its
eight neighbours at once, by two small layers that learn to put out what convolution and pool did. Tesseract knows the
layers as they are: a reconfiguration, a convolution over blocks, and one that is fully connected; the spec is
[1,48,0,1 S3,3 Ct3,3,H Ct1,1,16 Lfys64 ...].
"""

import struct

import numpy as np
import torch
from front_layers import BLOCK_INPUTS, BlockFront, ConvolutionFront, frame_with_noise
from line_images import normalize_levels
from network_file import NetworkFile
from torch import nn

DOUBLE_FORMAT = 128
# "No rate for this layer alone"; only training by lstmtraining would ask.
FLAGS = 128
# Not in training, for now: the state that lstmtraining itself leaves behind; any other wants sums that training keeps.
TRAINING_PAUSED = 2

FIT_STEPS = 6_000
FIT_COLUMNS = 6_000
FIT_RATE = 3e-3


def with_block_front(component: bytes, hidden: int) -> bytes:
    """The same component with a block front of `hidden` units in place of its convolution and pool; its weights are zeros."""
    network_file = NetworkFile(component)
    outer = network_file.network
    kinds = [layer.kind for layer in outer.layers[:3]]
    if kinds != ["Input", "Series", "Maxpool"]:
        raise ValueError(f"a net that begins with {', '.join(kinds)} has no convolution and pool to take out")
    outputs = network_file.matrices[0].values.shape[0]
    start, end = outer.layers[1].start, outer.layers[3].start
    count_at = outer.layers[0].start - 4
    front = b"".join(
        [
            _layer("Reconfig", 1, 9, 0) + struct.pack("<2i", 3, 3),
            _layer("Series", 9, hidden, hidden * (BLOCK_INPUTS + 1)) + struct.pack("<I", 2),
            _layer("Convolve", 9, BLOCK_INPUTS, 0) + struct.pack("<2i", 1, 1),
            _layer("Tanh", BLOCK_INPUTS, hidden, hidden * (BLOCK_INPUTS + 1)) + _zeros(hidden, BLOCK_INPUTS + 1),
            _layer("Tanh", hidden, outputs, outputs * (hidden + 1)) + _zeros(outputs, hidden + 1),
        ]
    )
    out = component[:count_at] + struct.pack("<I", len(outer.layers) + 1) + component[count_at + 4 : start] + front + component[end:]
    spec = network_file.spec.replace(f"Ct3,3,{outputs}Mp3,3", f"S3,3Ct3,3,{hidden}Ct1,1,{outputs}").encode()
    at = network_file.spec_offset + len(out) - len(component)
    return out[:at] + struct.pack("<I", len(spec)) + spec + out[at + 4 + len(network_file.spec) :]


def _layer(kind: str, inputs: int, outputs: int, weights: int) -> bytes:
    name = kind.encode()
    return struct.pack("<bI", 0, len(name)) + name + struct.pack("<2b4iI", TRAINING_PAUSED, 0, FLAGS, inputs, outputs, weights, 0)


def _zeros(rows: int, columns: int) -> bytes:
    return struct.pack("<B2id", DOUBLE_FORMAT, rows, columns, 0) + bytes(8 * rows * columns)


def fit_block_front(convolution: np.ndarray, images: list[np.ndarray], hidden: int, seed: int, steps: int) -> list[np.ndarray]:
    """The two matrices of a block front that puts out what `convolution` and the pool put out on `images`."""
    random = np.random.default_rng(seed)
    teacher = ConvolutionFront([convolution])
    spread = BLOCK_INPUTS**-0.5
    student = BlockFront(
        [
            random.uniform(-spread, spread, (hidden, BLOCK_INPUTS + 1)),
            random.uniform(-(hidden**-0.5), hidden**-0.5, (convolution.shape[0], hidden + 1)),
        ]
    )
    optimizer = torch.optim.Adam(student.parameters(), lr=FIT_RATE)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, max(1, steps))
    losses: list[float] = []
    for step in range(1, steps + 1):
        picked: list[np.ndarray] = []
        while sum(image.shape[1] for image in picked) < FIT_COLUMNS:
            image = images[random.integers(len(images))]
            picked.append(normalize_levels(image[:, : image.shape[1] // 3 * 3]))
        # Side by side they are one long line; what the seams show is as good as any other print.
        framed = frame_with_noise(torch.from_numpy(np.concatenate(picked, 1))[None])
        with torch.no_grad():
            wanted = teacher(framed)
        loss = nn.functional.mse_loss(student(framed), wanted)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        losses.append(loss.item())
        if step % 1000 == 0:
            print(f"{step:6d}  error of the block front {np.mean(losses):.5f} of {wanted.var():.5f}", flush=True)
            losses = []
    return student.matrices()
