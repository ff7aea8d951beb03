"""Goes on training a network of tesseract's from line images, many lines at a step.

`lstmtraining` learns from one line at a time, some 20 a second on one core; PyTorch does the same sums for many lines
at once, three to five times as fast, with Adam and a mean of the weights over the last steps. Usage:

    python3 train_network.py --start NET.lstm --start-unicharset FILE --unicharset FILE --lines FOLDER --out NET.lstm --steps N
"""

import argparse
import contextlib
import glob
import json
import math
import os
import time
from collections.abc import Iterator

import numpy as np
import torch
from block_front import FIT_STEPS, fit_block_front, with_block_front
from fresh_network import fresh_matrices
from line_images import Line, normalize_levels, read_lines, scale_line
from line_reader import LineReader, remap_output
from narrow_network import narrow_last_lstm
from network_file import NetworkFile
from torch import nn
from wear_line import wear_line

# So many pixel columns a step: about forty lines of a table cell.
COLUMNS_A_STEP = 14_000
LONGEST_LINE_PX = 2_400
MEAN_DECAY = 0.998
WARM_UP_STEPS = 200


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--start", required=True, help="float lstm component to start from")
    parser.add_argument("--unicharset", required=True, help="the classes' characters, one a line")
    parser.add_argument("--start-unicharset", help="the classes of --start, where they are others")
    parser.add_argument("--fresh-widths", help="begin with random weights: widths of the convolution and the LSTMs, 16,48,64,64,128")
    parser.add_argument("--last-width", type=int, help="units to leave in the last LSTM; default: all of --start")
    parser.add_argument("--block-front", type=int, help="put blocks of so many units in place of convolution and pool, and fit them first")
    parser.add_argument("--lines", required=True, help="folder of lstmf files; files that come later are taken up")
    parser.add_argument("--batches", help="only files of these seeds, with commas between: a,b")
    parser.add_argument("--out", required=True, help="where the trained component goes; NAME.state keeps the state")
    parser.add_argument("--validation", help="folder of sets, each of PNG files and texts.json")
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--last-step", type=int, help="where the learning rate reaches nothing; default: --steps")
    parser.add_argument("--rate", type=float, default=1e-3, help="highest learning rate")
    parser.add_argument("--columns", type=int, default=COLUMNS_A_STEP, help="pixel columns of all lines of a step")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--report-every", type=int, default=250)
    parser.add_argument("--hard-share", type=float, default=0, help="share of the lines that is worn as copies and faxes do")
    parser.add_argument("--bent-share", type=float, default=0, help="share of the lines whose letters are bent into other shapes")
    parser.add_argument("--bfloat16", action="store_true", help="twice as fast where torch and processor can")
    return parser.parse_args()


def read_classes(path: str) -> dict[str, int]:
    with open(path, encoding="utf8") as file:
        names = [line.split(" ")[0] for line in file.read().split("\n")[1:] if line]
    return {" " if index == 0 else name: index for index, name in enumerate(names)}


class LineStore:
    """All training lines, as far as they are drawn yet."""

    def __init__(self, folder: str, batches: str | None, classes: dict[str, int], columns_a_step: int):
        self.folder, self.classes, self.columns_a_step = folder, classes, columns_a_step
        self.seeds = None if batches is None else set(batches.split(","))
        self.lines: list[tuple[np.ndarray, list[int]]] = []
        self.seen: set[str] = set()

    def refresh(self) -> None:
        for path in sorted(glob.glob(os.path.join(self.folder, "*.lstmf"))):
            seed = os.path.basename(path).rpartition("-")[0]
            if path in self.seen or (self.seeds is not None and seed not in self.seeds):
                continue
            self.seen.add(path)
            for line in read_lines(path, self.classes.keys()):
                labels = self._labels(line)
                if labels is not None:
                    self.lines.append((line.image, labels))

    def _labels(self, line: Line) -> list[int] | None:
        labels = [self.classes[character] for character in line.text]
        steps = line.image.shape[1] // 3
        repeats = sum(a == b for a, b in zip(labels, labels[1:], strict=False))
        if not 12 <= line.image.shape[1] <= LONGEST_LINE_PX or steps * 0.9 < len(labels) + repeats:
            return None
        return labels

    def batches(self, random: np.random.Generator) -> Iterator[list[int]]:
        """Every line once, lines of like width together."""
        order = random.permutation(len(self.lines))
        batches: list[list[int]] = []
        for start in range(0, len(order), 2048):
            pool = sorted(order[start : start + 2048], key=lambda index: self.lines[index][0].shape[1])
            batch: list[int] = []
            for index in pool:
                if (len(batch) + 1) * self.lines[index][0].shape[1] > self.columns_a_step and batch:
                    batches.append(batch)
                    batch = []
                batch.append(index)
            batches.append(batch)
        for at in random.permutation(len(batches)):
            yield batches[at]


def stack(images: list[np.ndarray]) -> tuple[torch.Tensor, torch.Tensor]:
    """Images of one height side by side in a tensor; what lies beyond a line's end is never read."""
    widths = [image.shape[1] for image in images]
    stacked = np.ones((len(images), images[0].shape[0], max(widths)), np.float32)
    for index, image in enumerate(images):
        stacked[index, :, : image.shape[1]] = image
    return torch.from_numpy(stacked), torch.tensor(widths)


def edit_distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (x != y))
    return row[-1]


class Validation:
    """Sets of lines outside the training."""

    def __init__(self, folder: str, characters: list[str], nothing: int):
        self.characters, self.nothing = characters, nothing
        self.sets: dict[str, list[tuple[np.ndarray, str]]] = {}
        for path in sorted(glob.glob(os.path.join(folder, "*", "texts.json"))):
            with open(path, encoding="utf8") as file:
                texts = json.load(file)
            images = []
            usable = [index for index, text in enumerate(texts) if set(characters) >= set(text)]
            texts = [texts[index] for index in usable]
            for index in usable:
                with open(os.path.join(os.path.dirname(path), f"{index + 1:04d}.png"), "rb") as file:
                    images.append(normalize_levels(scale_line(file.read())))
            self.sets[os.path.basename(os.path.dirname(path))] = sorted(
                zip(images, texts, strict=True), key=lambda pair: pair[0].shape[1]
            )

    def errors(self, net: LineReader) -> dict[str, float]:
        """Share of wrong characters without spaces, read greedily."""
        return {name: self._errors(net, lines) for name, lines in self.sets.items()}

    def _errors(self, net: LineReader, lines: list[tuple[np.ndarray, str]]) -> float:
        wrong = total = 0
        for start in range(0, len(lines), 25):
            part = lines[start : start + 25]
            with torch.no_grad():
                scores, lengths = net(*stack([image for image, _ in part]))
            best = scores.argmax(-1).T.numpy()
            for (_, text), row, length in zip(part, best, lengths.tolist(), strict=True):
                row = row[:length]
                kept = row[(row != self.nothing) & (row != np.concatenate([[-1], row[:-1]]))]
                read = "".join(self.characters[index] for index in kept)
                wrong += edit_distance(text.replace(" ", ""), read.replace(" ", ""))
                total += len(text.replace(" ", ""))
        return wrong / total


def main() -> None:
    options = parse_arguments()
    torch.manual_seed(options.seed)
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
    random = np.random.default_rng(options.seed)
    with open(options.start, "rb") as file:
        network_file = NetworkFile(file.read())
    classes = read_classes(options.unicharset)
    matrices = [matrix.values for matrix in network_file.matrices]
    if options.start_unicharset:
        matrices[-1] = remap_output(matrices[-1], read_classes(options.start_unicharset), classes, options.seed)
    if options.fresh_widths:
        matrices = fresh_matrices([int(width) for width in options.fresh_widths.split(",")], len(classes), options.seed)
    state_path = f"{options.out}.state"
    store = LineStore(options.lines, options.batches, classes, options.columns)
    store.refresh()
    if options.last_width:
        matrices = narrow_last_lstm(matrices, [image for image, _ in store.lines], options.last_width)
    if options.block_front:
        # A run that goes on from its state takes all its weights from there.
        steps = 0 if os.path.exists(state_path) else FIT_STEPS
        images = [image for image, _ in store.lines]
        front = fit_block_front(matrices[0], images, options.block_front, options.seed, steps)
        matrices = [*front, *matrices[1:]]
        network_file = NetworkFile(with_block_front(network_file.data, options.block_front))
    net, mean = LineReader(matrices), LineReader(matrices)
    optimizer = torch.optim.Adam([p for p in net.parameters() if p.requires_grad], lr=options.rate, betas=(0.9, 0.99))
    ctc = nn.CTCLoss(blank=network_file.null_class, zero_infinity=True)
    validation = Validation(options.validation, list(classes), network_file.null_class) if options.validation else None
    step = 0
    if os.path.exists(state_path):
        state = torch.load(state_path)
        net.load_state_dict(state["net"])
        mean.load_state_dict(state["mean"])
        optimizer.load_state_dict(state["optimizer"])
        step = state["step"]
        random = np.random.default_rng([options.seed, step])

    def save() -> None:
        torch.save({"net": net.state_dict(), "mean": mean.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, f"{state_path}.part")
        os.replace(f"{state_path}.part", state_path)
        with open(f"{options.out}.part", "wb") as file:
            file.write(network_file.with_matrices(mean.matrices()))
        os.replace(f"{options.out}.part", options.out)

    def report(losses: list[float], lines: int, began: float) -> None:
        errors = validation.errors(mean.eval()) if validation else {}
        scores = "  ".join(f"{name} {share:.2%}" for name, share in errors.items())
        speed = lines / (time.time() - began)
        print(f"{step:6d}  loss {np.mean(losses):.4f}  {speed:.0f} lines/s of {len(store.lines)}  {scores}", flush=True)

    last_step = options.last_step or options.steps
    losses: list[float] = []
    lines_read, began = 0, time.time()
    while step < options.steps:
        store.refresh()
        for batch in store.batches(random):
            fall = (1 + math.cos(math.pi * step / last_step)) / 2
            rate = options.rate * min(1, (step + 1) / WARM_UP_STEPS) * (0.01 + 0.99 * fall)
            for group in optimizer.param_groups:
                group["lr"] = rate
            images, widths = stack([normalize_levels(wear_line(store.lines[index][0], random, options.hard_share, options.bent_share)) for index in batch])
            labels = [store.lines[index][1] for index in batch]
            with torch.autocast("cpu", dtype=torch.bfloat16) if options.bfloat16 else contextlib.nullcontext():
                scores, lengths = net(images, widths)
            targets = torch.tensor([label for labels_ in labels for label in labels_])
            loss = ctc(scores, targets, lengths, torch.tensor([len(labels_) for labels_ in labels]))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            decay = min(MEAN_DECAY, (step + 1) / (step + 10))
            with torch.no_grad():
                for kept, new in zip(mean.parameters(), net.parameters(), strict=True):
                    kept.lerp_(new, 1 - decay)
            step += 1
            losses.append(loss.item())
            lines_read += len(batch)
            if step % options.report_every == 0 or step == options.steps:
                report(losses, lines_read, began)
                save()
                losses, lines_read, began = [], 0, time.time()
            if step == options.steps:
                break
    os.remove(state_path)


if __name__ == "__main__":
    main()
