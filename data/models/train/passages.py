"""Prepared passages (see src/training/prepare.ts) as tensors."""
import json

import torch

from model import BACK, DISTANCES, MAX_WIDTH, OBJECT_ONLY, REMOTE, SHAPES, TYPES

CLS, SEP = 101, 102
MAX_PIECES = 508
CAPITALS = (1, 2, 3)  # shapes with a capital letter
MAX_NAME = 10  # pieces


def load(path):
    with open(path) as lines:
        return [Passage(json.loads(line)) for line in lines]


class Passage:
    def __init__(self, record):
        pieces = record["pieces"][:MAX_PIECES]
        self.id, self.text, self.pieces, self.length = record["id"], record["text"], pieces, len(pieces)
        # Relations that are labelled, or "pair" where only one pair is; None where all facts are.
        self.partial = record.get("partial")
        self.complete = record["complete"]
        self.ids = torch.tensor([CLS, *(p[0] for p in pieces), SEP])
        self.shapes = torch.tensor([SHAPES, *(p[1] for p in pieces), SHAPES])
        self.sentence = [p[5] for p in pieces]
        self.ranges = {}
        for at, number in enumerate(self.sentence):
            self.ranges[number] = (self.ranges.get(number, (at,))[0], at + 1)
        place, self.mentions = {}, []
        for at, mention in enumerate(record["mentions"]):
            if mention[1] < self.length:
                place[at] = len(self.mentions)
                self.mentions.append(mention)
        # Where only names are labelled: (from, to, types it may have), and the types that count as names.
        self.names = record.get("names")
        self.name_types = [TYPES.index(name) for name in record.get("nameTypes", [])]
        self.facts = [dict(fact, s=place.get(fact["s"], -1), o=place.get(fact["o"], -1)) for fact in record["facts"]]
        self._spans()

    def _spans(self):
        words = []
        for at, piece in enumerate(self.pieces):
            if at and self.pieces[at - 1][4] == piece[4]:
                words[-1][1] = at
            else:
                words.append([at, at, piece[5]])
        rows = [
            (words[i][0], words[j][1], j - i)
            for i in range(len(words))
            for j in range(i, min(len(words), i + MAX_WIDTH))
            if words[j][2] == words[i][2]
        ]
        self.first, self.last, self.width = (torch.tensor(column) for column in zip(*rows))
        self.type = torch.zeros(len(rows), dtype=torch.long)
        self.reference = torch.zeros(len(rows))
        self.counted = torch.ones(len(rows), dtype=torch.bool)
        covered = {at for m in self.mentions for at in range(m[0], m[1] + 1)}
        if self.partial or not self.complete:
            for row, (first, last, _) in enumerate(rows):
                touches = any(at in covered for at in range(first, last + 1))
                is_name = self.pieces[first][1] in CAPITALS and last - first < MAX_NAME
                # What was not labelled is no counter-example: names outside facts, and all but the neighbours in partial corpora.
                if not touches and (self.partial or is_name):
                    self.counted[row] = False
        at = {(first, last): row for row, (first, last, _) in enumerate(rows)}
        for first, last, type_, reference, _ in self.mentions:
            row = at.get((first, last))
            if row is not None:
                self.type[row], self.reference[row], self.counted[row] = TYPES.index(type_), reference, True
        if self.names is not None:
            self.names = [(at[first, last], [TYPES.index(t) for t in types]) for first, last, types in self.names if (first, last) in at]

    def is_description(self, mention):
        """Whether a mention that is no reference begins with a small letter."""
        return not mention[3] and self.pieces[mention[0]][1] not in CAPITALS

    def words(self, mention):
        return self.text[self.pieces[mention[0]][2] : self.pieces[mention[1]][3]].lower()

    def pairs(self, mentions):
        """All ordered pairs of mentions of a sentence whose first can start a fact, as tensors in the order that Reader.pairs takes."""
        rows = []
        for i, one in enumerate(mentions):
            if one[2] in OBJECT_ONLY:
                continue
            sentence = self.sentence[one[0]]
            for j, other in enumerate(mentions):
                if i == j or self.sentence[other[0]] != sentence or (one[0], one[1]) == (other[0], other[1]):
                    continue
                if one[1] < other[0]:
                    low, high = one[1] + 1, other[0]
                elif other[1] < one[0]:
                    low, high = other[1] + 1, one[0]
                else:
                    low = high = one[0]
                bucket = next((k for k, limit in enumerate(DISTANCES) if high - low <= limit), len(DISTANCES))
                rows.append((i, j, low, high, (0 if one[0] < other[0] else 8) + bucket, *self.ranges[sentence]))
        return tuple(torch.tensor(column) for column in zip(*rows + self._remote(mentions))) if rows else None

    def _remote(self, mentions):
        """Pairs of a mention with a name of a sentence before it, where nothing in its own sentence stands for the same thing."""
        rows, inside = [], {}
        for k, mention in enumerate(mentions):
            inside.setdefault(self.sentence[mention[0]], []).append(k)
        for sentence in inside:
            present = {mentions[k][4] for k in inside[sentence]}
            seen = set()
            for back in range(1, BACK + 1):
                for i in reversed(inside.get(sentence - back, [])):
                    name = mentions[i]
                    if name[3] or name[2] in OBJECT_ONLY or name[4] in present or name[4] in seen:
                        continue
                    seen.add(name[4])
                    for j in inside[sentence]:
                        start, end = self.ranges[sentence]
                        rows.append((i, j, start, mentions[j][0], REMOTE + back, start, end))
        return rows
