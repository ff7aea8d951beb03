"""The `lstm` component of a traineddata file as a PyTorch network, and back.

Layout: tesseract 5.3, src/lstm/{lstmrecognizer,network,plumbing,fullyconnected,lstm,weightmatrix}.cpp; only float
components of the stock Thai model's shape, [1,48,0,1 Ct3,3,16 Mp3,3 Lfys64 Lfx96 Lrx96 Lfx384 O1c], with any widths.
"""

import struct
from dataclasses import dataclass

import numpy as np

CONTAINERS = {"Series", "Parallel", "Reversed", "RTLReversed", "TTBReversed", "XYTranspose"}
PARAMETER_BYTES = {"Input": 20, "Convolve": 8, "Maxpool": 8}
FULLY_CONNECTED = {"Tanh", "Softmax", "Linear", "Logistic", "Relu"}
LAYER_RATES = 64
INTEGER_WEIGHTS = 1


@dataclass
class Matrix:
    """One weight matrix: rows are outputs, the last column is the bias. `offset` is where its doubles begin."""

    offset: int
    values: np.ndarray


class NetworkFile:
    """A float component: its bytes, its matrices in the order of the file, and the class that stands for "nothing"."""

    def __init__(self, data: bytes):
        self.data = data
        self.at = 0
        self.matrices: list[Matrix] = []
        # Of the outermost layer and the last one: three integers, its inputs, outputs and number of weights.
        self.output_headers: list[int] = []
        self._read_network()
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

    def _read_network(self) -> None:
        self.at += 1
        kind = self._string().decode()
        self.at += 2
        flags = self._take("i")
        if kind == "Softmax" or not self.output_headers:
            self.output_headers.append(self.at)
        self.at += 12
        self._string()
        if kind in CONTAINERS:
            for _ in range(self._take("I")):
                self._read_network()
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

    def with_matrices(self, matrices: list[np.ndarray]) -> bytes:
        """The same component with other weights; the last matrix may have another number of outputs."""
        out = bytearray(self.data)
        added = matrices[-1].size - self.matrices[-1].values.size
        for header in self.output_headers:
            inputs, _outputs, weights = struct.unpack_from("<3i", out, header)
            struct.pack_into("<3i", out, header, inputs, matrices[-1].shape[0], weights + added)
        # From the last to the first, so that a longer matrix moves no offset that is still needed.
        for old, new in reversed(list(zip(self.matrices, matrices, strict=True))):
            if new.shape[1] != old.values.shape[1] or (old is not self.matrices[-1] and new.shape != old.values.shape):
                raise ValueError(f"a matrix of {new.shape} cannot stand for one of {old.values.shape}")
            raw = np.ascontiguousarray(new, "<f8").tobytes()
            out[old.offset : old.offset + old.values.nbytes] = raw
            struct.pack_into("<2i", out, old.offset - 16, *new.shape)
        return bytes(out)
