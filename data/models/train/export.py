"""Writes the trained reader as ONNX, weights in int8: encoder.onnx, mentions.onnx, relations.onnx, antecedents.onnx; and vocab.txt.

    python export.py reader.pt ../encoder

Only the weights are rounded (8 bits, one scale per row or column); the runtime widens them when it loads and computes in float32. Rounding the
activations, too, moved the hidden states to a mean cosine of 0.986, weights alone leave 0.999.
"""
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from torch import nn

from model import STATE, Reader, base_folder

state, folder = sys.argv[1], Path(sys.argv[2])
folder.mkdir(parents=True, exist_ok=True)
model = Reader()
model.encoder.config._attn_implementation = "eager"
model.load_state_dict(torch.load(state))
model.eval()


class Head(nn.Module):
    def __init__(self, run):
        super().__init__()
        self.model, self.run = model, run

    def forward(self, *inputs):
        return self.run(*inputs)


def mentions(hidden, first, last, width):
    types, references = model.spans(hidden, first, last, width)
    return types.softmax(-1), torch.sigmoid(references)


def relations(hidden, first, last, type_, *pairs):
    spans = (first, last, type_)
    relation, status, attention = model.pairs(hidden, model.mentions(hidden, *spans), spans, *pairs)
    return relation.softmax(-1), status.softmax(-1), attention.argmax(-1)


def antecedents(hidden, first, last, type_, *rows):
    return model.antecedents(model.mentions(hidden, first, last, type_), *rows)


def export(name, run, inputs, names, outputs, axes):
    # Exporting puts the module back into the mode that it had: that must not be training.
    torch.onnx.export(
        Head(run).eval(), inputs, folder / name, input_names=names, output_names=outputs, opset_version=17, dynamo=False,
        dynamic_axes={key: {at: size} for size, at, keys in axes for key in keys},
    )


def narrow(source, target, least=10_000):
    """Stores each large matrix as int8 with one scale per column (per row for the word table)."""
    graph = onnx.load(source)
    kept, nodes = [], []
    gathered = {node.input[0] for node in graph.graph.node if node.op_type == "Gather"}
    for weight in graph.graph.initializer:
        values = onnx.numpy_helper.to_array(weight)
        if values.dtype != np.float32 or values.ndim != 2 or values.size < least:
            kept.append(weight)
            continue
        axis = 0 if weight.name in gathered else 1
        scale = np.maximum(abs(values).max(axis=1 - axis), 1e-8).astype(np.float32) / 127
        wide = scale[:, None] if axis == 0 else scale[None]
        small = np.round(values / wide).astype(np.int8)
        zero = np.zeros(len(scale), dtype=np.int8)
        for suffix, array in (("int8", small), ("scale", scale), ("zero", zero)):
            kept.append(onnx.numpy_helper.from_array(array, f"{weight.name}.{suffix}"))
        inputs = [f"{weight.name}.{suffix}" for suffix in ("int8", "scale", "zero")]
        nodes.append(onnx.helper.make_node("DequantizeLinear", inputs, [weight.name], axis=axis))
    del graph.graph.initializer[:]
    graph.graph.initializer.extend(kept)
    rest = list(graph.graph.node)
    del graph.graph.node[:]
    graph.graph.node.extend([*nodes, *rest])
    onnx.save(graph, target)


def numbers(*values):
    return torch.tensor(values, dtype=torch.long)


ids = torch.arange(12)[None] + 1000
shapes = torch.zeros_like(ids)
hidden = torch.randn(12, STATE)
three = (numbers(0, 3, 5), numbers(1, 4, 6), numbers(1, 2, 3))
export("encoder32.onnx", lambda i, s: model.encode(i, s, torch.ones_like(i)), (ids, shapes), ["ids", "shapes"], ["hidden"],
       [("pieces", 1, ["ids", "shapes", "hidden"])])
export("mentions32.onnx", mentions, (hidden, *three), ["hidden", "from", "to", "width"], ["types", "reference"],
       [("pieces", 0, ["hidden"]), ("spans", 0, ["from", "to", "width", "types", "reference"])])
pair_names = ["subject", "object", "low", "high", "distance", "sentenceFrom", "sentenceTo"]
pair_inputs = (numbers(0, 1), numbers(1, 2), numbers(2, 5), numbers(3, 5), numbers(1, 16), numbers(0, 0), numbers(8, 8))
export("relations32.onnx", relations, (hidden, *three, *pair_inputs), ["hidden", "from", "to", "type", *pair_names],
       ["relations", "statuses", "trigger"],
       [("pieces", 0, ["hidden"]), ("mentions", 0, ["from", "to", "type"]), ("pairs", 0, [*pair_names, "relations", "statuses", "trigger"])])
link_names = ["reference", "candidate", "distance"]
export("antecedents32.onnx", antecedents, (hidden, *three, numbers(0, 1), numbers(1, 2), numbers(2, 5)),
       ["hidden", "from", "to", "type", *link_names], ["scores"],
       [("pieces", 0, ["hidden"]), ("mentions", 0, ["from", "to", "type"]), ("links", 0, [*link_names, "scores"])])
for name in ("encoder", "mentions", "relations", "antecedents"):
    narrow(folder / f"{name}32.onnx", folder / f"{name}.onnx")

feeds = {"ids": np.random.RandomState(0).randint(1000, 20000, (1, 40)), "shapes": np.zeros((1, 40), dtype=np.int64)}
exact, rounded = (onnxruntime.InferenceSession(folder / name).run(None, feeds)[0] for name in ("encoder32.onnx", "encoder.onnx"))
with torch.no_grad():
    own = model.encode(torch.tensor(feeds["ids"]), torch.tensor(feeds["shapes"]), torch.ones(1, 40)).numpy()
norm = lambda x: np.sqrt((x * x).sum(-1))
print(f"largest difference of ONNX {abs(exact - own).max():.1e}, mean cosine after rounding {((exact * rounded).sum(-1) / norm(exact) / norm(rounded)).mean():.4f}")
for file in folder.glob("*32.onnx"):
    file.unlink()
shutil.copy(base_folder() / "vocab.txt", folder / "vocab.txt")
for file in sorted(folder.iterdir()):
    print(f"{file.name} {file.stat().st_size / 1e6:.2f} MB")
