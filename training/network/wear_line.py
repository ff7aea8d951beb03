"""Small changes to a line on its way into the net, so that no line is ever seen twice as it was."""

import numpy as np


def _resize_columns(image: np.ndarray, width: int) -> np.ndarray:
    at = (np.arange(width) + 0.5) * image.shape[1] / width - 0.5
    left = np.clip(np.floor(at).astype(int), 0, image.shape[1] - 1)
    right = np.minimum(left + 1, image.shape[1] - 1)
    share = np.clip(at - left, 0, 1).astype(np.float32)
    return image[:, left] * (1 - share) + image[:, right] * share


def wear_line(image: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Stretches, shifts, blurs, thins, thickens and dusts a grey line of floats 0 to 255; the height stays."""
    worn = image.astype(np.float32)
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
