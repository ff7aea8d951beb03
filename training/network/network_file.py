"""The `lstm` component of a traineddata file as a PyTorch network, and back.

Layout: tesseract 5.3, src/lstm/{lstmrecognizer,network,plumbing,fullyconnected,lstm,weightmatrix}.cpp; only float
components of the stock Thai model's shape, [1,48,0,1 Ct3,3,16 Mp3,3 Lfys64 Lfx96 Lrx96 Lfx384 O1c], with any widths, and
those with another front (block_front.py).
"""

import re
import struct
from dataclasses import dataclass

import numpy as np

CONTAINERS = {"Series", "Parallel", "Reversed", "RTLReversed", "TTBReversed", "XYTranspose"}
PARAMETER_BYTES = {"Input": 20, "Convolve": 8, "Maxpool": 8, "Reconfig": 8}
FULLY_CONNECTED = {"Tanh", "Softmax", "Linear", "Logistic", "Relu"}
LAYER_RATES = 64
INTEGER_WEIGHTS = 1
# Four LSTMs of four gates each, and the output.
MATRICES_BEHIND_FRONT = 17


@dataclass
class Matrix:
    """One weight matrix: rows are outputs, the last column is the bias. `offset` is where its doubles begin."""

    offset: int
    values: np.ndarray


@dataclass
class Layer:
    """Where a layer begins, where its three integers stand (its inputs, outputs and number of weights), and what it is made of."""

    kind: str
    start: int
    header: int
    shape: tuple[int, int, int]
    layers: list["Layer"]
    matrices: range


class NetworkFile:
    """A float component: its bytes, its matrices in the order of the file, and the class that stands for "nothing"."""

    def __init__(self, data: bytes):
        self.data = data
        self.at = 0
        self.matrices: list[Matrix] = []
        self.network = self._read_network()
        self.spec_offset = self.at
        self.spec = self._string().decode()
        _flags, _iteration, _samples, self.null_class = struct.unpack_from("<4i", data, self.at)

    def _take(self, form: str):
        values = struct.unpack_from("<" + form, self.data, self.at)
        self.at += struct.calcsize("<" + form)
        return values[0]

    def _string(self) -> bytes:
        length = self._take("I")
        self.at += length
        return self.data[self.at - length : self.at]

    def _read_matrix(self) -> None:
        if self._take("B") & INTEGER_WEIGHTS:
            raise ValueError("the component holds integers: convert it to floats first")
        rows, columns = self._take("i"), self._take("i")
        self.at += 8
        values = np.frombuffer(self.data, "<f8", rows * columns, self.at).reshape(rows, columns)
        self.matrices.append(Matrix(self.at, values))
        self.at += 8 * rows * columns

    def _read_network(self) -> Layer:
        start = self.at
        self.at += 1
        kind = self._string().decode()
        self.at += 2
        flags = self._take("i")
        header = self.at
        shape = (self._take("i"), self._take("i"), self._take("i"))
        self._string()
        layers: list[Layer] = []
        first_matrix = len(self.matrices)
        if kind in CONTAINERS:
            layers = [self._read_network() for _ in range(self._take("I"))]
            if flags & LAYER_RATES:
                rates = self._take("I")
                self.at += 4 * rates
        elif kind in PARAMETER_BYTES:
            self.at += PARAMETER_BYTES[kind]
        elif kind in FULLY_CONNECTED:
            self._read_matrix()
        elif kind in ("LSTM", "SummLSTM"):
            self.at += 4
            for _gate in range(4):
                self._read_matrix()
        else:
            raise ValueError(f"a layer of kind {kind} is not known here")
        return Layer(kind, start, header, shape, layers, range(first_matrix, len(self.matrices)))

    def with_matrices(self, matrices: list[np.ndarray]) -> bytes:
        """The same component with other weights; its LSTMs may be narrower or wider, its outputs more or fewer."""
        out = bytearray(self.data)
        spec = self.spec.encode()
        fronts = len(matrices) - MATRICES_BEHIND_FRONT
        widths = iter([matrices[index].shape[0] for index in [*range(fronts), *range(fronts, len(matrices) - 1, 4)]])
        renamed = re.sub(rb"(Ct\d,\d,|L[fr][xy]s?)\d+", lambda layer: layer[1] + b"%d" % next(widths), spec)
        out[self.spec_offset : self.spec_offset + 4 + len(spec)] = struct.pack("<I", len(renamed)) + renamed
        # Headers before matrices, and those from the last to the first, so that no offset moves that is still needed.
        self._write_header(out, self.network, matrices)
        for old, new in reversed(list(zip(self.matrices, matrices, strict=True))):
            out[old.offset : old.offset + old.values.nbytes] = np.ascontiguousarray(new, "<f8").tobytes()
            struct.pack_into("<2i", out, old.offset - 16, *new.shape)
        return bytes(out)

    def _write_header(self, out: bytearray, layer: Layer, matrices: list[np.ndarray]) -> tuple[int, int, int]:
        inputs, outputs, weights = layer.shape
        if layer.layers:
            shapes = [self._write_header(out, part, matrices) for part in layer.layers]
            if layer.kind == "Parallel":
                raise ValueError("layers side by side are not known here")
            for (_, put_out, _), (taken_in, _, _) in zip(shapes, shapes[1:], strict=False):
                if put_out != taken_in:
                    raise ValueError(f"a layer of {put_out} outputs cannot feed one of {taken_in} inputs")
            inputs, outputs, weights = shapes[0][0], shapes[-1][1], sum(shape[2] for shape in shapes)
        elif layer.matrices:
            own = [matrices[index] for index in layer.matrices]
            outputs, columns = own[0].shape
            inputs = columns - 1 - (outputs if len(own) > 1 else 0)
            weights = sum(matrix.size for matrix in own)
            if len(own) > 1:
                # Of an LSTM: what comes in together with what it put out the step before.
                struct.pack_into("<i", out, self.matrices[layer.matrices.start].offset - 21, columns - 1)
        struct.pack_into("<3i", out, layer.header, inputs, outputs, weights)
        return inputs, outputs, weights
