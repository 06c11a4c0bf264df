"""Trains the reader on prepared passages.

    python train.py --train lessons.jsonl news-gold.jsonl --out reader.pt [--init pretrained.pt] [--hold-out n4_ n5_]

Seeded; one machine and one number of threads give the same file. Passages whose id begins with a --hold-out are left out.
"""
import argparse
import random
import time

import torch
from torch.nn import functional as F

from model import OBJECT_ONLY, RELATIONS, SHAPES, STATUSES, SYMMETRIC, TYPES, Reader
from passages import SEP, load

SHORT = 100  # pieces
MASK = 103
# Share of pieces whose word is hidden in training, so that a name or a verb never decides alone.
HIDDEN = 0.08

parser = argparse.ArgumentParser()
parser.add_argument("--train", nargs="+", required=True)
parser.add_argument("--out", required=True)
parser.add_argument("--init")
parser.add_argument("--hold-out", nargs="*", default=[])
parser.add_argument("--epochs", type=int, default=9)
parser.add_argument("--batch", type=int, default=4)
parser.add_argument("--rate", type=float, default=1.5e-4)
parser.add_argument("--head-rate", type=float, default=1e-3)
# From this epoch on, what the model itself takes for mentions also stands as counter-example in pairs.
parser.add_argument("--own-mentions-from", type=int, default=2)
parser.add_argument("--stop-after", type=int, default=1000, help="ends after this many epochs, with rates as for --epochs")
options = parser.parse_args()
torch.manual_seed(1)
random.seed(1)

passages = [p for path in options.train for p in load(path) if not any(p.id.startswith(prefix) for prefix in options.hold_out)]
model = Reader()
if options.init:
    model.load_state_dict(torch.load(options.init))
encoder = [p for name, p in model.named_parameters() if name.startswith("encoder") and p.requires_grad]
heads = [p for name, p in model.named_parameters() if not name.startswith("encoder")]
rates = (options.rate, options.head_rate)
optimizer = torch.optim.AdamW([{"params": encoder, "lr": rates[0]}, {"params": heads, "lr": rates[1]}], weight_decay=0.01)


def batches():
    """All passages in random batches of about one length, so that little of a batch is padding; short ones four times as many at once."""
    pool = sorted(passages, key=lambda p: p.length * random.uniform(0.9, 1.1))
    out, at = [], 0
    while at < len(pool):
        size = options.batch * (4 if pool[at].length <= SHORT else 1)
        out.append(pool[at : at + size])
        at += size
    random.shuffle(out)
    return out


steps = options.epochs * len(batches())


def schedule(step):
    share = min(1, (step + 1) / (0.08 * steps)) * max(0.02, 1 - step / steps)
    for group, rate in zip(optimizer.param_groups, rates):
        group["lr"] = rate * share


def passage_loss(passage, hidden, epoch):
    hidden = hidden[1 : passage.length + 1]
    types, references = model.spans(hidden, passage.first, passage.last, passage.width)
    is_mention = passage.type > 0
    losses = F.cross_entropy(types, passage.type, reduction="none")
    loss = 0.5 * (losses * passage.counted).sum() / (is_mention.sum() + 1)
    if is_mention.any():
        loss = loss + 0.5 * F.binary_cross_entropy_with_logits(references[is_mention], passage.reference[is_mention])
    mentions = [list(m) for m in passage.mentions]
    if epoch >= options.own_mentions_from and not passage.partial:
        mentions += own_mentions(passage, types, is_mention)
    if not mentions:
        return loss
    columns = [torch.tensor([m[k] for m in mentions]) for k in (0, 1)]
    vectors = model.dropout(model.mentions(hidden, *columns, torch.tensor([TYPES.index(m[2]) for m in mentions])))
    pairs = passage.pairs(mentions)
    if pairs is not None:
        loss = loss + pair_loss(passage, hidden, vectors, mentions, pairs)
    return loss + 0.3 * link_loss(passage, vectors)


def own_mentions(passage, logits, is_mention):
    with torch.no_grad():
        score, best = logits.softmax(-1)[:, 1:].max(-1)
        rows = ((score > 0.35) & ~is_mention).nonzero().flatten().tolist()[:25]
    return [[int(passage.first[r]), int(passage.last[r]), TYPES[int(best[r]) + 1], 0, -9 - r] for r in rows]


def pair_loss(passage, hidden, vectors, mentions, pairs):
    relations, statuses, attention = model.pairs(hidden, vectors, *pairs)
    count = len(pairs[0])
    place = {pair: k for k, pair in enumerate(zip(pairs[0].tolist(), pairs[1].tolist()))}
    relation, status = torch.zeros(count, dtype=torch.long), torch.full((count,), -100)
    counted, triggers, labelled = torch.ones(count), [], set()
    # A fact is labelled once a passage: where the same two things meet again, the pair says nothing.
    known = {(f["se"], f["oe"]) for f in passage.facts} | {(f["oe"], f["se"]) for f in passage.facts if f["p"] in SYMMETRIC}
    for (i, j), k in place.items():
        if (mentions[i][4], mentions[j][4]) in known:
            counted[k] = 0
    for fact in passage.facts:
        both = [(fact["s"], fact["o"]), *([(fact["o"], fact["s"])] if fact["p"] in SYMMETRIC else [])]
        for pair in both:
            k = place.get(pair)
            if k is None:
                continue
            relation[k], counted[k], status[k] = RELATIONS.index(fact["p"]), 1, STATUSES.index(fact["status"])
            labelled.add(k)
            if fact["tr"] and fact["tr"][1] < passage.length:
                triggers.append((k, *fact["tr"]))
        if fact["p"] not in SYMMETRIC and fact["p"] != "none":
            labelled.add(place.get((fact["o"], fact["s"])))
    if passage.partial:
        status[:] = -100
        counted = torch.tensor([1.0 if k in labelled else 0.0 for k in range(count)])
    found = (relation > 0).sum()
    losses = F.cross_entropy(relations, relation, reduction="none", label_smoothing=0.02)
    loss = (losses * counted).sum() / (found + (1 if passage.partial else 3))
    if isinstance(passage.partial, list):
        share = relations.softmax(-1)[:, [RELATIONS.index(name) for name in passage.partial]].sum(-1).clamp(max=0.9999)
        loss = loss + (-torch.log1p(-share) * (1 - counted)).sum() / (found + 1)
    if (status >= 0).any():
        loss = loss + 0.5 * F.cross_entropy(statuses, status, ignore_index=-100)
    if triggers:
        shares = attention.log_softmax(-1)
        loss = loss + 0.2 * torch.stack([-torch.logsumexp(shares[k, first : last + 1], 0) for k, first, last in triggers]).mean()
    return loss


def link_loss(passage, vectors):
    rows, groups = [], []
    for i, one in enumerate(passage.mentions):
        if not one[3]:
            continue
        names = [j for j, m in enumerate(passage.mentions) if not m[3] and m[0] < one[0] and m[2] not in OBJECT_ONLY]
        right = [k for k, j in enumerate(names) if passage.mentions[j][4] == one[4]]
        if right:
            groups.append((len(rows), len(rows) + len(names), right))
            rows += [(i, j, min(7, passage.sentence[one[0]] - passage.sentence[passage.mentions[j][0]])) for j in names]
    if not groups:
        return torch.zeros(())
    scores = model.antecedents(vectors, *(torch.tensor(column) for column in zip(*rows)))
    return torch.stack([-torch.logsumexp(scores[a:b].log_softmax(-1)[right], 0) for a, b, right in groups]).mean()


print(f"{len(passages)} passages, {steps} steps", flush=True)
start, step = time.time(), 0
for epoch in range(options.epochs):
    model.train()
    total = 0.0
    for batch in batches():
        width = max(len(p.ids) for p in batch)
        ids, shapes = torch.zeros(len(batch), width, dtype=torch.long), torch.full((len(batch), width), SHAPES)
        mask = torch.zeros(len(batch), width)
        for row, passage in enumerate(batch):
            length = len(passage.ids)
            ids[row, :length], shapes[row, :length], mask[row, :length] = passage.ids, passage.shapes, 1
        ids[(torch.rand(ids.shape) < HIDDEN) & (ids > SEP)] = MASK
        schedule(step)
        step += 1
        hidden = model.encode(ids, shapes, mask)
        loss = sum(passage_loss(p, hidden[row], epoch) for row, p in enumerate(batch)) / len(batch)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        total += loss.item() * len(batch)
    torch.save(model.state_dict(), options.out)
    print(f"epoch {epoch + 1} loss {total / len(passages):.3f} {time.time() - start:.0f} s", flush=True)
    if epoch + 1 == options.stop_after:
        break
