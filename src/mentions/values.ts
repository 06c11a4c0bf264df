// Amounts and dates in sentences: money, counts, percentages; years, months, days, and relative dates resolved against publication.
import type { Document, Sentence } from "../language/token.ts";
import type { Span } from "../problem.ts";
import { readDates } from "./dates.ts";
import { headOfRange } from "./phrase.ts";
import { type Found, NUMBER_WORDS, type ValueMention } from "./value.ts";

const TENS: readonly string[] = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...NUMBER_WORDS.map((word, i): [string, number] => [word, i]),
  ...TENS.map((word, i): [string, number] => [word, (i + 2) * 10]),
  ["half a", 0.5],
  ["a", 1],
]);
const SCALES: ReadonlyMap<string, number> = new Map([
  ["hundred", 1e2],
  ["dozen", 12],
  ["thousand", 1e3],
  ["k", 1e3],
  ["million", 1e6],
  ["mn", 1e6],
  ["m", 1e6],
  ["billion", 1e9],
  ["bn", 1e9],
  ["b", 1e9],
  ["trillion", 1e12],
  ["tn", 1e12],
]);
const SIGNS: ReadonlyMap<string, string> = new Map([
  ["$", "USD"],
  ["US$", "USD"],
  ["A$", "AUD"],
  ["C$", "CAD"],
  ["HK$", "HKD"],
  ["S$", "SGD"],
  ["NT$", "TWD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["¥", "JPY"],
  ["₹", "INR"],
  ["₩", "KRW"],
  ["RMB", "CNY"],
]);
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(?:US )?dollars?$|^USD$/i, "USD"],
  [/^euros?$|^EUR$/i, "EUR"],
  [/^(?:pounds?(?: sterling)?|GBP)$/i, "GBP"],
  [/^(?:Chinese )?yuan$|^RMB$|^CNY$|^renminbi$/i, "CNY"],
  [/^yen$|^JPY$/i, "JPY"],
  [/^won$|^KRW$/i, "KRW"],
  [/^rupees?$|^INR$/i, "INR"],
  [/^per ?cent$|^%$/i, "%"],
];
const COMPARATORS: readonly (readonly [RegExp, ">" | ">=" | "<" | "<=" | "~"])[] = [
  [/(?:no less than|at least|a minimum of)\s*$/i, ">="],
  [/(?:up to|as much as|as many as|at most|no more than|a maximum of)\s*$/i, "<="],
  [/(?:more than|over|above|exceeding|upwards? of)\s*$/i, ">"],
  [/(?:less than|fewer than|under|below)\s*$/i, "<"],
  [/(?:about|around|some|nearly|approximately|almost|roughly|an estimated|circa|~)\s*$/i, "~"],
];
/** Longest comparator, in characters, that is looked for before a number. */
const COMPARATOR_REACH = 16;
const NUMBER = `\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\b(?:half a|a(?= (?:hundred|dozen|thousand|million|billion|trillion))|(?:${TENS.join("|")})-(?:${NUMBER_WORDS.slice(1, 10).join("|")})|${[...NUMBER_WORDS, ...TENS].join("|")})\\b`;
const SCALE = "hundred|dozen|thousand|million|billion|trillion|mn|bn|tn|[kmb]";
const UNIT =
  "(?:US )?dollars?|USD|euros?|EUR|pounds?(?: sterling)?|GBP|(?:Chinese )?yuan|renminbi|RMB|CNY|yen|JPY|won|KRW|rupees?|INR|per ?cent|%";
const AMOUNT = new RegExp(
  `((?:US|HK|NT|[ACS])?\\$|[€£¥₹₩]|\\bRMB)?\\s?(?<![\\w.-])(${NUMBER})(?:\\s?(${SCALE})(?![\\w]))?(?:\\s?(?:-|–|\\bto\\b)\\s?[$€£]?(${NUMBER})(?:[\\s-]?(${SCALE})(?!\\w))?)?(?:[\\s-]?(${UNIT})(?!\\w))?(?![\\w]|\\.\\d)`,
  "gi",
);

/** A plural noun that follows a number. */
const PLURAL = /^\s\p{Ll}{2,}(?:[^\W\ds]|ie)s\b/u;
/** Shares of a whole in words; "a quarter" alone may be one of a year. */
const FRACTION =
  /\b(?:half(?= (?:of|the|its|their|his|her|our|all)\b)|(an?|one|two|three|four)[ -](?:(quarter|fifth|sixth|eighth|tenth)s?(?= of (?!\d))|(third)s?(?= (?:of (?!\d)|more|less|higher|lower)|(?<=thirds)\b)))/gi;

/** Finds all values of a document, sorted by place; none overlap. */
export function findValues(document: Document): ValueMention[] {
  return document.sentences.flatMap((sentence) => readSentence(document, sentence));
}

function readSentence(document: Document, sentence: Sentence): ValueMention[] {
  const text = document.article.text.slice(sentence.span[0], sentence.span[1]);
  const dates = readDates(text, document.article.published);
  // Dates are no numbers, also not an end of a range: "from $2 billion in 2019 to $3.5 billion".
  const undated = dates.reduce((rest, { start, end }) => rest.slice(0, start) + "_".repeat(end - start) + rest.slice(end), text);
  const amounts = readAmounts(undated);
  const out: ValueMention[] = [];
  for (const { start, end, ...value } of [...dates, ...amounts].sort((a, b) => a.start - b.start)) {
    const span: Span = [sentence.span[0] + start, sentence.span[0] + end];
    const from = sentence.tokens.findIndex((token) => token.span[1] > span[0]);
    let to = from;
    while ((sentence.tokens[to]?.span[0] ?? span[1]) < span[1]) to++;
    if (from < 0 || to === from) continue;
    const kind = value.date === undefined ? "amount" : "date";
    out.push({
      kind,
      sentence: sentence.index,
      tokens: [from, to],
      head: headOfRange(sentence, from, to),
      span,
      text: text.slice(start, end),
      ...value,
    });
  }
  return out;
}

/** Reads amounts in a text, in order. `readAmounts("over 1 billion euros")` gives 1000000000, EUR, ">". */
export function readAmounts(text: string): Found[] {
  const out = readFractions(text);
  const isTaken = (at: number): boolean => out.some(({ start, end }) => start <= at && at < end);
  for (const match of text.matchAll(AMOUNT)) {
    const [whole, sign, first = "", scale, second, secondScale, unitWord] = match;
    const lead = whole.length - whole.trimStart().length;
    const at = match.index + lead;
    const unit = (sign === undefined ? undefined : SIGNS.get(sign.toUpperCase())) ?? UNITS.find(([form]) => form.test(unitWord ?? ""))?.[1];
    if (isTaken(match.index + whole.length - 1)) continue;
    // A bare "one" is mostly a pronoun; single letters scale only money and what is counted in the plural ("150m users", not "150m deep").
    if (/^one$/i.test(first) && scale === undefined && unit === undefined) continue;
    const isCounted = PLURAL.test(text.slice(match.index + whole.length));
    if (/^[kmb]$/i.test(scale ?? "") && unit === undefined && !isCounted) continue;
    const isWeight = /^pounds?$/i.test(unitWord ?? "") && scale === undefined && secondScale === undefined && sign === undefined;
    const factor = SCALES.get((scale ?? secondScale ?? "").toLowerCase()) ?? 1;
    const value = number(first) * factor;
    const max = second === undefined ? undefined : number(second) * (SCALES.get((secondScale ?? scale ?? "").toLowerCase()) ?? 1);
    out.push(
      withComparator(text, at, match.index + whole.length, {
        value,
        ...(max === undefined ? {} : { max }),
        ...(unit === undefined ? {} : { unit: isWeight ? "pounds" : unit }),
      }),
    );
  }
  return out.sort((a, b) => a.start - b.start);
}

/** "more than a third of" is > 33.3 %. */
function readFractions(text: string): Found[] {
  return [...text.matchAll(FRACTION)].map((match) => {
    const [words, many, small, third] = match;
    const part = small ?? third;
    const parts = part === undefined ? 2 : part.toLowerCase() === "quarter" ? 4 : ORDINALS.indexOf(part.toLowerCase()) + 1;
    const count = many === undefined || /^an?$/i.test(many) ? 1 : NUMBER_WORDS.indexOf(many.toLowerCase());
    const value = Math.round((1000 * count) / parts) / 10;
    return withComparator(text, match.index, match.index + words.length, { value, unit: "%" });
  });
}

/** An amount with the words before it that compare ("more than"). */
function withComparator(text: string, start: number, end: number, amount: NonNullable<Found["amount"]>): Found {
  const comparator = comparatorAtEnd(text.slice(Math.max(0, start - COMPARATOR_REACH), start));
  if (comparator === null) return { start, end, amount };
  return { start: start - comparator.length, end, amount: { ...amount, comparator: comparator.sign } };
}

function comparatorAtEnd(text: string): { readonly length: number; readonly sign: (typeof COMPARATORS)[number][1] } | null {
  for (const [form, sign] of COMPARATORS) {
    const found = form.exec(text);
    if (found !== null) return { length: found[0].length, sign };
  }
  return null;
}

const ORDINALS: readonly string[] = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(" ");
const RANK = new RegExp(`^(?:the |its |their )?(?:no\\. ?(\\d+)|(\\d+)(?:st|nd|rd|th)\\b|(${ORDINALS.join("|")})\\b)`, "i");
const TOP = /^(?:the |its |their )?(?:\p{L}+[’']s )?(?:largest|biggest|highest|top)\b/iu;
const SHARES: readonly (readonly [RegExp, number])[] = [
  [/\bhalf\b/i, 50],
  [/\b(?:a|one)[ -]third\b/i, 33.3],
  [/\btwo[ -]thirds\b/i, 66.7],
  [/\b(?:a|one)[ -]quarter\b/i, 25],
  [/\bthree[ -]quarters\b/i, 75],
  [/\b(?:a|one)[ -]fifth\b/i, 20],
];

/**
 * Reads words that are known to say an amount although they hold no plain number: ranks ("second largest" is 2), and shares of a whole in
 * percent ("more than half" is > 50 %). Null for others.
 */
export function readLooseAmount(words: string): ValueMention["amount"] | null {
  const rank = RANK.exec(words);
  if (rank !== null) return { value: rank[3] === undefined ? Number(rank[1] ?? rank[2]) : ORDINALS.indexOf(rank[3].toLowerCase()) + 1 };
  if (TOP.test(words)) return { value: 1 };
  const share = SHARES.find(([form]) => form.test(words));
  if (share === undefined) return null;
  const before = words.slice(0, share[0].exec(words)?.index ?? 0);
  const comparator = comparatorAtEnd(before);
  return { value: share[1], unit: "%", ...(comparator === null ? {} : { comparator: comparator.sign }) };
}

function number(words: string): number {
  const plain = words.toLowerCase();
  const known = NUMBERS.get(plain);
  if (known !== undefined) return known;
  if (!plain.includes("-")) return Number(plain.replaceAll(",", ""));
  return plain.split("-").reduce((sum, part) => sum + (NUMBERS.get(part) ?? 0), 0);
}
