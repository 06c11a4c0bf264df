"""Trains the reader on prepared passages.

    python train.py --train lessons.jsonl news-gold.jsonl --out reader.pt [--init pretrained.pt] [--hold-out n4_ n5_]

Seeded; one machine and one number of workers give the same file. Passages whose id begins with a --hold-out are left out.
"""
import argparse
import random
import time

import torch
from torch import multiprocessing
from torch.nn import functional as F

from model import OBJECT_ONLY, RELATIONS, SHAPES, STATUSES, SYMMETRIC, TYPES, Reader
from passages import SEP, load

SHORT = 100  # pieces
MASK = 103
# Share of pieces whose word is hidden in training, so that a name or a verb never decides alone.
HIDDEN = 0.08
NO_ENTITY = -1  # of amounts and dates

parser = argparse.ArgumentParser()
parser.add_argument("--train", nargs="+", required=True)
parser.add_argument("--later", nargs="*", default=[], metavar="EPOCH:FILE", help="files that join when this epoch (from 0) begins; they may be written until then")
parser.add_argument("--sparse", nargs="*", default=[], metavar="FILE", help="files of which each epoch draws a quarter of the passages")
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
parser.add_argument("--workers", type=int, default=1, help="processes that share each batch, one a core")
options = parser.parse_args()


def batches(passages):
    """All passages in random batches of about one length, so that little of a batch is padding; short ones four times as many at once."""
    pool = sorted(passages, key=lambda p: p.length * random.uniform(0.9, 1.1))
    out, at = [], 0
    while at < len(pool):
        size = options.batch * (4 if pool[at].length <= SHORT else 1)
        out.append(pool[at : at + size])
        at += size
    random.shuffle(out)
    return out


def passage_loss(model, passage, hidden, epoch):
    hidden = hidden[1 : passage.length + 1]
    types, references = model.spans(hidden, passage.first, passage.last, passage.width)
    if passage.names is not None:
        return names_loss(passage, types.softmax(-1))
    is_mention = passage.type > 0
    loss = hidden.sum() * 0
    # A corpus that labels a few relations teaches nothing about mentions: what it leaves out may be one, what it names may stand for a thing named elsewhere.
    if not passage.partial:
        losses = F.cross_entropy(types, passage.type, reduction="none")
        loss = 0.5 * (losses * passage.counted).sum() / (is_mention.sum() + 1)
        if is_mention.any():
            loss = loss + 0.5 * F.binary_cross_entropy_with_logits(references[is_mention], passage.reference[is_mention])
    mentions = [list(m) for m in passage.mentions]
    if epoch >= options.own_mentions_from and passage.partial != "pair":
        mentions += own_mentions(passage, types, is_mention)
    if not mentions:
        return loss
    spans = [torch.tensor([m[k] for m in mentions]) for k in (0, 1)] + [torch.tensor([TYPES.index(m[2]) for m in mentions])]
    vectors = model.dropout(model.mentions(hidden, *spans))
    pairs = passage.pairs(mentions)
    if pairs is not None:
        loss = loss + pair_loss(model, passage, hidden, vectors, spans, mentions, pairs)
    return loss if passage.partial else loss + 0.3 * link_loss(model, passage, vectors)


def names_loss(passage, shares):
    """Of a sentence of which only names are labelled: each has one of its types, and no other span is a name."""
    rows = [row for row, _ in passage.names]
    right = sum(-torch.log(shares[row, types].sum().clamp(min=1e-6)) for row, types in passage.names)
    is_other = torch.ones(len(shares), dtype=torch.bool)
    is_other[rows] = False
    share = shares[:, passage.name_types].sum(-1).clamp(max=0.9999)
    return 0.5 * (right - torch.log1p(-share[is_other]).sum()) / (len(rows) + 1)


def own_mentions(passage, logits, is_mention):
    with torch.no_grad():
        score, best = logits.softmax(-1)[:, 1:].max(-1)
        rows = ((score > 0.35) & ~is_mention).nonzero().flatten().tolist()[:25]
    if passage.partial:
        # Another place or another cut of a labelled thing is no counter-example.
        known = {passage.words(m) for m in passage.mentions}
        rows = [
            r
            for r in rows
            if passage.words((passage.first[r], passage.last[r])) not in known
            and not any(m[0] <= passage.last[r] and passage.first[r] <= m[1] for m in passage.mentions)
        ]
    return [[int(passage.first[r]), int(passage.last[r]), TYPES[int(best[r]) + 1], 0, -9 - r] for r in rows]


def pair_loss(model, passage, hidden, vectors, spans, mentions, pairs):
    relations, statuses, attention = model.pairs(hidden, vectors, spans, *pairs)
    count = len(pairs[0])
    place = {pair: k for k, pair in enumerate(zip(pairs[0].tolist(), pairs[1].tolist()))}
    relation, status = torch.zeros(count, dtype=torch.long), torch.full((count,), -100)
    counted, triggers, labelled = torch.ones(count), [], set()
    # A fact is labelled once a passage: where the same two things meet again, the pair says nothing. An amount or a date is known by its words.
    known = {(f["se"], f["oe"] if f["oe"] >= 0 or f["o"] < 0 else passage.words(passage.mentions[f["o"]])) for f in passage.facts}
    known |= {(f["oe"], f["se"]) for f in passage.facts if f["p"] in SYMMETRIC}
    for (i, j), k in place.items():
        other = mentions[j]
        if (mentions[i][4], other[4] if other[4] != NO_ENTITY else passage.words(other)) in known:
            counted[k] = 0
    across = [(i, j) for (i, j), k in place.items() if passage.sentence[mentions[i][0]] != passage.sentence[mentions[j][0]]]
    for fact in passage.facts:
        both = [(fact["s"], fact["o"]), *([(fact["o"], fact["s"])] if fact["p"] in SYMMETRIC else [])]
        # A subject that the sentence does not name is the last name of its entity before it.
        if fact["s"] < 0 <= fact["o"]:
            both = [(i, j) for i, j in across if j == fact["o"] and mentions[i][4] == fact["se"]]
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


def link_loss(model, passage, vectors):
    """What pronouns and the like stand for, and which descriptions ("the watchdog") mean something named before: those may also mean nothing known."""
    rows, references, descriptions = [], [], []
    for i, one in enumerate(passage.mentions):
        if one[2] in OBJECT_ONLY or not (one[3] or passage.is_description(one)):
            continue
        names = [j for j, m in enumerate(passage.mentions) if not m[3] and m[0] < one[0] and m[2] not in OBJECT_ONLY]
        right = [k for k, j in enumerate(names) if passage.mentions[j][4] == one[4]]
        if not names or (one[3] and not right):
            continue
        (references if one[3] else descriptions).append((len(rows), len(rows) + len(names), right))
        rows += [(i, j, min(7, passage.sentence[one[0]] - passage.sentence[passage.mentions[j][0]])) for j in names]
    if not rows:
        return torch.zeros(())
    scores = model.antecedents(vectors, *(torch.tensor(column) for column in zip(*rows)))
    nothing = scores.new_zeros(1)  # the score of nothing
    return mean_link_loss([(scores[a:b], right) for a, b, right in references]) + mean_link_loss(
        [(torch.cat([scores[a:b], nothing]), right or [b - a]) for a, b, right in descriptions]
    )


def mean_link_loss(groups):
    """Mean over mentions, each with the scores of what it may stand for and the places of the right ones."""
    losses = [-torch.logsumexp(scores.log_softmax(-1)[right], 0) for scores, right in groups]
    return torch.stack(losses).mean() if losses else torch.zeros(())


def batch_loss(model, batch, share, epoch):
    """Loss of a worker's share of a batch, as a part of the mean over the whole batch."""
    width = max(len(p.ids) for p in share)
    ids, shapes = torch.zeros(len(share), width, dtype=torch.long), torch.full((len(share), width), SHAPES)
    mask = torch.zeros(len(share), width)
    for row, passage in enumerate(share):
        length = len(passage.ids)
        ids[row, :length], shapes[row, :length], mask[row, :length] = passage.ids, passage.shapes, 1
    ids[(torch.rand(ids.shape) < HIDDEN) & (ids > SEP)] = MASK
    hidden = model.encode(ids, shapes, mask)
    return sum(passage_loss(model, p, hidden[row], epoch) for row, p in enumerate(share)) / len(batch)


def read(paths):
    return [p for path in paths for p in load(path) if not any(p.id.startswith(prefix) for prefix in options.hold_out)]


def work(rank, gradients, barrier):
    """One worker: the same batches in every worker, each takes every n-th passage, gradients are summed in shared memory."""
    torch.set_num_threads(1)
    torch.manual_seed(1)
    random.seed(1)
    passages, sparse = read(options.train), read(options.sparse)
    later = [(int(epoch), path) for epoch, path in (entry.split(":", 1) for entry in options.later)]
    model = Reader()
    if options.init:
        # What the checkpoint of an earlier form lacks begins at random.
        model.load_state_dict(torch.load(options.init), strict=False)
    torch.manual_seed(1 + rank)
    encoder = [p for name, p in model.named_parameters() if name.startswith("encoder") and p.requires_grad]
    heads = [p for name, p in model.named_parameters() if not name.startswith("encoder")]
    rates = (options.rate, options.head_rate)
    optimizer = torch.optim.AdamW([{"params": encoder, "lr": rates[0]}, {"params": heads, "lr": rates[1]}], weight_decay=0.01)
    start = time.time()
    for epoch in range(options.epochs):
        model.train()
        total = 0.0
        passages += read([path for first, path in later if first == epoch])
        drawn = passages + random.sample(sparse, len(sparse) // 4)
        steps = batches(drawn)
        if rank == 0:
            print(f"epoch {epoch + 1}: {len(drawn)} passages, {len(steps)} steps", flush=True)
        for step, batch in enumerate(steps):
            done = (epoch + step / len(steps)) / options.epochs
            share = min(1, (done + 0.5 / len(steps) / options.epochs) / 0.08) * max(0.02, 1 - done)
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * share
            optimizer.zero_grad(set_to_none=False)
            if batch[rank :: options.workers]:
                loss = batch_loss(model, batch, batch[rank :: options.workers], epoch)
                loss.backward()
                total += loss.item() * len(batch)
            share_gradients(encoder + heads, rank, gradients, barrier)
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
        if rank == 0:
            torch.save(model.state_dict(), options.out)
            print(f"epoch {epoch + 1} loss {options.workers * total / len(drawn):.3f} {time.time() - start:.0f} s", flush=True)
        if epoch + 1 == options.stop_after:
            break


def share_gradients(parameters, rank, gradients, barrier):
    if options.workers == 1:
        return
    with torch.no_grad():
        at = 0
        for p in parameters:
            gradients[rank][at : at + p.numel()] = 0 if p.grad is None else p.grad.flatten()
            at += p.numel()
        barrier.wait()
        at = 0
        for p in parameters:
            p.grad = sum(g[at : at + p.numel()] for g in gradients).view_as(p)
            at += p.numel()
        barrier.wait()


if __name__ == "__main__":
    if options.workers == 1:
        work(0, [], None)
    else:
        size = sum(p.numel() for p in Reader().parameters() if p.requires_grad)
        gradients = [torch.zeros(size).share_memory_() for _ in range(options.workers)]
        barrier = multiprocessing.get_context("spawn").Barrier(options.workers)
        multiprocessing.spawn(work, (gradients, barrier), options.workers)
