"""Lines of lstmf files, scaled to the net's height by leptonica itself, so that training sees what reading sees."""

import ctypes
import struct
from collections.abc import Iterator, Set
from dataclasses import dataclass

import numpy as np
from line_reader import LINE_HEIGHT_PX

_leptonica = ctypes.CDLL("liblept.so.5")
for _name in ("pixReadMem", "pixConvertTo8", "pixScale"):
    getattr(_leptonica, _name).restype = ctypes.c_void_p
_leptonica.pixGetData.restype = ctypes.c_void_p


@dataclass
class Line:
    """A line of `LINE_HEIGHT_PX` rows of grey, and what stands on it."""

    image: np.ndarray
    text: str


def scale_line(png: bytes) -> np.ndarray:
    read = ctypes.c_void_p(_leptonica.pixReadMem(png, ctypes.c_size_t(len(png))))
    gray = ctypes.c_void_p(_leptonica.pixConvertTo8(read, 0))
    factor = ctypes.c_float(np.float32(LINE_HEIGHT_PX) / np.float32(_leptonica.pixGetHeight(gray)))
    scaled = ctypes.c_void_p(_leptonica.pixScale(gray, factor, factor))
    width, height, words = (_leptonica.pixGetWidth(scaled), _leptonica.pixGetHeight(scaled), _leptonica.pixGetWpl(scaled))
    _leptonica.pixEndianByteSwap(scaled)
    data = ctypes.string_at(_leptonica.pixGetData(scaled), 4 * words * height)
    for pix in (read, gray, scaled):
        _leptonica.pixDestroy(ctypes.byref(pix))
    rows = np.frombuffer(data, np.uint8).reshape(height, 4 * words)[:, :width]
    return rows[:LINE_HEIGHT_PX].copy()


def read_lines(path: str, characters: Set[str]) -> Iterator[Line]:
    """The lines of an lstmf file that hold no others than `characters` (layout: training/model-format/lstmf.ts)."""
    with open(path, "rb") as file:
        data = file.read()
    at = 0

    def take(form: str) -> int:
        nonlocal at
        (value,) = struct.unpack_from("<" + form, data, at)
        at += struct.calcsize("<" + form)
        return value

    def counted() -> bytes:
        nonlocal at
        length = take("I")
        at += length
        return data[at - length : at]

    for _ in range(take("I")):
        take("B")
        counted()
        take("i")
        png = counted()
        counted()
        text = counted().decode()
        for _box in range(take("I")):
            at += 8
        for _text in range(take("I")):
            counted()
        take("B")
        if characters >= set(text):
            yield Line(scale_line(png), text)


def normalize_levels(image: np.ndarray) -> np.ndarray:
    """-1 for the line's black to 1 for its white, from the extremes along its middle (networkio.cpp, FromPixes)."""
    middle = image[image.shape[0] // 2].astype(np.int16)
    before, here, after = middle[:-2], middle[1:-1], middle[2:]
    lows = here[((here < before) & (here <= after)) | ((here <= before) & (here < after))]
    highs = here[((here > before) & (here >= after)) | ((here >= before) & (here > after))]
    black = _quantile(lows if len(lows) else np.zeros(1, np.int16), 0.25)
    white = _quantile(highs if len(highs) else np.full(1, 255, np.int16), 0.75)
    contrast = (white - black) / 2
    if contrast <= 0:
        contrast = 1.0
    return np.clip((image.astype(np.float32) - black) / contrast - 1, -1, 1)


def _quantile(values: np.ndarray, share: float) -> float:
    counts = np.bincount(values, minlength=256)
    target = max(1.0, min(share * len(values), float(len(values))))
    sums = np.cumsum(counts)
    index = int(np.searchsorted(sums, target)) + 1
    return float(index - (sums[index - 1] - target) / counts[index - 1])
