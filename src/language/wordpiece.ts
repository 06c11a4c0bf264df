// Text to the encoder's vocabulary: words are split at white space and punctuation, lower-cased, stripped of accents and cut into the longest
// known pieces. Offsets stay those of the text; the shape of each word keeps what lower-casing drops.
// Source: Devlin et al. 2019, BERT (WordPiece, uncased).
import type { Span } from "../problem.ts";

/** A piece of a word. */
export interface Piece {
  /** Row of the vocabulary. */
  readonly id: number;
  readonly span: Span;
  /** Number of the word that it belongs to, from 0 in the text that was cut. */
  readonly word: number;
  /** One of `SHAPES`, by index. */
  readonly shape: number;
}

/** How a word is written. The order is part of the trained model. */
export const SHAPES = ["lower", "capitalised", "upper", "mixed", "digits", "mark", "other"] as const;

export type Vocabulary = ReadonlyMap<string, number>;

/** A longer word is unknown as a whole, as in the original. */
const MAX_WORD = 100;
const WORD = /[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;

/** Reads a vocabulary: one piece a line, its number is its line. */
export function readVocabulary(text: string): Vocabulary {
  return new Map(text.split("\n").flatMap((piece, id) => (piece === "" ? [] : [[piece, id] as const])));
}

/** Cuts `text.slice(start, end)` into pieces with spans of `text`. `firstWord` numbers the first word. Empty text gives none. */
export function wordPieces(vocabulary: Vocabulary, text: string, [start, end]: Span, firstWord = 0): Piece[] {
  const unknown = vocabulary.get("[UNK]") ?? 0;
  const out: Piece[] = [];
  let word = firstWord;
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const from = start + match.index;
    const shape = SHAPES.indexOf(shapeOf(match[0]));
    const { folded, offsets } = fold(match[0]);
    const pieces = cut(vocabulary, folded);
    if (pieces === null) out.push({ id: unknown, span: [from, from + match[0].length], word, shape });
    else
      for (const [id, a, b] of pieces) {
        const span: Span = [from + (offsets[a] ?? 0), from + (offsets[b] ?? match[0].length)];
        out.push({ id, span, word, shape });
      }
    word++;
  }
  return out;
}

/** Tells whether the word that a piece is of has a capital letter. */
export const hasCapital = ({ shape }: Piece): boolean => ["capitalised", "upper", "mixed"].includes(SHAPES[shape]!);

function shapeOf(word: string): (typeof SHAPES)[number] {
  if (/^\p{N}+$/u.test(word)) return "digits";
  if (/^[^\p{L}\p{N}]+$/u.test(word)) return "mark";
  if (!/\p{Lu}/u.test(word)) return /\p{Ll}/u.test(word) ? "lower" : "other";
  if (/^\p{Lu}[^\p{Lu}]*$/u.test(word)) return "capitalised";
  return /\p{Ll}/u.test(word) ? "mixed" : "upper";
}

/** Lower case without accents; `offsets[i]` is where the folded code unit `i` stands in the word. */
function fold(word: string): { folded: string; offsets: number[] } {
  let folded = "";
  const offsets: number[] = [];
  let at = 0;
  for (const character of word) {
    const plain = character
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "");
    for (let i = 0; i < plain.length; i++) offsets.push(at);
    folded += plain;
    at += character.length;
  }
  offsets.push(word.length);
  return { folded, offsets };
}

/** Longest pieces first, from the left; null when some part is in no piece. */
function cut(vocabulary: Vocabulary, word: string): [id: number, from: number, to: number][] | null {
  if (word.length > MAX_WORD) return null;
  const out: [number, number, number][] = [];
  for (let from = 0; from < word.length; ) {
    let to = word.length;
    let id: number | undefined;
    for (; to > from; to--) {
      id = vocabulary.get((from > 0 ? "##" : "") + word.slice(from, to));
      if (id !== undefined) break;
    }
    if (id === undefined) return null;
    out.push([id, from, to]);
    from = to;
  }
  return out;
}
