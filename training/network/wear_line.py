"""Small changes to a line on its way into the net, so that no line is ever seen twice as it was."""

import numpy as np


def _resize_columns(image: np.ndarray, width: int) -> np.ndarray:
    at = (np.arange(width) + 0.5) * image.shape[1] / width - 0.5
    left = np.clip(np.floor(at).astype(int), 0, image.shape[1] - 1)
    right = np.minimum(left + 1, image.shape[1] - 1)
    share = np.clip(at - left, 0, 1).astype(np.float32)
    return image[:, left] * (1 - share) + image[:, right] * share


def _neighbours(image: np.ndarray, across: int, down: int) -> np.ndarray:
    """The picture and its copies moved by a pixel each way, one behind the other."""
    moves = [(0, 0), *((step, 1) for step in (-1, 1) if across), *((step, 0) for step in (-1, 1) if down)]
    return np.stack([np.roll(image, step, axis) for step, axis in moves])


def _break_print(image: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """What copies and faxes do to print: gaps, strokes gone thin or thick, two levels of grey, lost rows."""
    height, width = image.shape
    kind = random.integers(4)
    if kind == 0:
        broken = image.copy()
        rows, columns = np.ogrid[:height, :width]
        for _gap in range(int(random.integers(1, 2 + width // 25))):
            across, down, size = random.integers(width), random.integers(height), random.uniform(1, 3.5)
            near = (rows - down) ** 2 + (columns - across) ** 2 <= size**2
            broken[near] += (255 - broken[near]) * random.uniform(0.4, 1)
        return broken
    if kind == 1:
        moved = _neighbours(image, *((1, 1), (1, 0), (0, 1))[random.integers(3)])
        changed = moved.max(0) if random.random() < 0.5 else moved.min(0)
        share = random.uniform(0.2, 0.8)
        return image * (1 - share) + changed * share
    if kind == 2:
        smooth = _neighbours(image, 1, 1).mean(0)
        return _neighbours(np.where(smooth < random.uniform(70, 200), 0.0, 255.0), 1, 1).mean(0)
    lost = random.random(height) < random.uniform(0.02, 0.12)
    broken = image.copy()
    broken[lost] = 255 if random.random() < 0.5 else np.roll(image, 1, 0)[lost]
    return broken


def wear_line(image: np.ndarray, random: np.random.Generator, is_hard: bool = False) -> np.ndarray:
    """
    Stretches, shifts, blurs, thins, thickens and dusts a grey line of floats 0 to 255; the height stays. Where it
    `is_hard`, one line in three is worn as by copies and faxes besides.
    """
    worn = image.astype(np.float32)
    if is_hard and random.random() < 1 / 3:
        worn = _break_print(worn, random).astype(np.float32)
    height, width = worn.shape
    if random.random() < 0.5:
        worn = _resize_columns(worn, max(12, round(width * random.uniform(0.92, 1.08))))
    if random.random() < 0.4:
        # A crop that is a pixel or two larger or smaller makes the print that much smaller or larger.
        inner = int(random.integers(height - 4, height + 1))
        squeezed = _resize_columns(worn.T, inner).T
        worn = np.full((height, squeezed.shape[1]), 255, np.float32)
        top = int(random.integers(0, height - inner + 1))
        worn[top : top + inner] = squeezed
    if random.random() < 0.3:
        share = random.uniform(0.05, 0.3)
        worn = worn * (1 - share) + share / 2 * (np.roll(worn, 1, 1) + np.roll(worn, -1, 1))
    if random.random() < 0.3:
        share = random.uniform(0.05, 0.3)
        worn = worn * (1 - share) + share / 2 * (np.roll(worn, 1, 0) + np.roll(worn, -1, 0))
    if random.random() < 0.25:
        worn = 255 * (worn / 255) ** random.uniform(0.6, 1.6)
    if random.random() < 0.3:
        worn = worn + random.normal(0, random.uniform(1, 12), worn.shape)
    return np.clip(worn, 0, 255).astype(np.uint8)
