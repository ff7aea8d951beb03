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


def _smooth_curve(length: int, pitch: float, random: np.random.Generator) -> np.ndarray:
    """-1 to 1 along `length` pixels, with a new random value every `pitch` pixels and even slopes between."""
    knots = random.uniform(-1, 1, int(length / pitch) + 3)
    at = np.arange(length) / pitch + random.random()
    left = at.astype(int)
    share = (1 - np.cos(np.pi * (at - left))) / 2
    return knots[left] * (1 - share) + knots[left + 1] * share


def _bend_print(image: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """The same line as of another typeface: slanted, its letters unevenly wide and high, its baseline a little wavy."""
    height, width = image.shape
    slant = random.uniform(-0.22, 0.22)
    stretch = np.cumsum(1 + random.uniform(0, 0.45) * _smooth_curve(width, random.uniform(6, 20), random))
    across = stretch * (width - 1) / stretch[-1] - slant * (np.arange(height)[:, None] - height / 2)
    pull = random.uniform(-0.22, 0.22)
    rows = np.arange(height) / (height - 1)
    down = (rows + pull * np.sin(np.pi * rows) * (1 - rows)) * (height - 1)
    down = down[:, None] + random.uniform(0, 1.2) * _smooth_curve(width, random.uniform(15, 60), random)
    across, down = np.clip(across, 0, width - 1.001), np.clip(down, 0, height - 1.001)
    left, top = across.astype(int), down.astype(int)
    right_share, lower_share = across - left, down - top
    upper = image[top, left] * (1 - right_share) + image[top, left + 1] * right_share
    lower = image[top + 1, left] * (1 - right_share) + image[top + 1, left + 1] * right_share
    return upper * (1 - lower_share) + lower * lower_share


def wear_line(image: np.ndarray, random: np.random.Generator, hard_share: float = 0, bent_share: float = 0) -> np.ndarray:
    """
    Stretches, shifts, blurs, thins, thickens and dusts a grey line of floats 0 to 255; the height stays. The
    share `hard_share` of the lines is worn as by copies and faxes besides, and `bent_share` bent into other shapes.
    """
    worn = image.astype(np.float32)
    if bent_share > 0 and random.random() < bent_share:
        worn = _bend_print(worn, random).astype(np.float32)
    if hard_share > 0 and random.random() < hard_share:
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
