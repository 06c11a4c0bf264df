// The trained reader: a small transformer with heads for mentions, antecedents and relations, run by ONNX Runtime on one core.
// In: numbers that `facts/reading.ts` prepares; out: typed arrays. Nothing here knows what the classes mean. The runtime is optional: where it
// is not installed, or the model is not there, `openEncoder` says so and the frames read alone.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Problem } from "../problem.ts";
import { readVocabulary, type Vocabulary } from "./wordpiece.ts";

/** Names of the model's outputs, in their order, and its limits. */
export interface EncoderLabels {
  /** Index 0 is "none". */
  readonly types: readonly string[];
  /** Index 0 is "none". */
  readonly relations: readonly string[];
  readonly statuses: readonly string[];
  /** Types of amounts and of dates. */
  readonly valueTypes: { readonly amount: string; readonly date: string };
  /** Types that only end a fact: they start none and nothing refers back to them. */
  readonly objectOnly: readonly string[];
  /** Most words of a mention. */
  readonly maxWidth: number;
  /** How scores become the chance to be right (see facts/trust.ts). Fitted on passages that were not trained on. */
  readonly trust: {
    /** Least chance at which a proposal is made. */
    readonly atLeast: number;
    readonly weights: readonly number[];
    /** Relation -> what is added; a relation that is not named here is never proposed. */
    readonly relations: Readonly<Record<string, number>>;
  };
}

export type Integers = readonly number[];

/** Hidden states of a passage: `length` rows of `size` numbers, without the marks at both ends. */
export interface Hidden {
  readonly length: number;
  readonly size: number;
  readonly rows: Float32Array;
}

export interface MentionInputs {
  readonly from: Integers;
  readonly to: Integers;
  readonly width: Integers;
}

export interface TypedMentions {
  readonly from: Integers;
  readonly to: Integers;
  /** Index in `EncoderLabels.types`. */
  readonly type: Integers;
}

export interface PairInputs {
  readonly subject: Integers;
  readonly object: Integers;
  /** Half-open range of pieces between the two. */
  readonly low: Integers;
  readonly high: Integers;
  /** Bucket of the distance, 0..15. */
  readonly distance: Integers;
  readonly sentenceFrom: Integers;
  readonly sentenceTo: Integers;
}

/** A loaded model. All outputs are row-major; probabilities are 0..1. */
export interface Encoder {
  readonly labels: EncoderLabels;
  readonly vocabulary: Vocabulary;
  readonly hidden: (ids: Integers, shapes: Integers) => Promise<Hidden>;
  readonly mentions: (hidden: Hidden, spans: MentionInputs) => Promise<{ types: Float32Array; reference: Float32Array }>;
  readonly relations: (
    hidden: Hidden,
    mentions: TypedMentions,
    pairs: PairInputs,
  ) => Promise<{ relations: Float32Array; statuses: Float32Array; trigger: Integers }>;
  readonly antecedents: (
    hidden: Hidden,
    mentions: TypedMentions,
    pairs: { readonly reference: Integers; readonly candidate: Integers; readonly distance: Integers },
  ) => Promise<Float32Array>;
}

/** The part of the runtime's interface that is used; its own types stay outside. */
interface Session {
  run(feeds: Record<string, unknown>): Promise<Record<string, { readonly data: Float32Array | BigInt64Array }>>;
}

const FOLDER = fileURLToPath(new URL("../../data/models/encoder", import.meta.url));
const FILES = ["labels.json", "vocab.txt", "encoder.onnx", "mentions.onnx", "relations.onnx", "antecedents.onnx"];
/** Marks of the original model around a passage. */
const [CLS, SEP, NO_SHAPE] = [101, 102, 7];

/** Opens the model of a folder. Problems: runtime-missing, model-missing (both warnings, with a null encoder). */
export async function openEncoder(folder: string = FOLDER): Promise<{ encoder: Encoder | null; problems: Problem[] }> {
  const missing = FILES.find((name) => !existsSync(`${folder}/${name}`));
  if (missing !== undefined) return refuse("model-missing", `the reader's file ${missing} is not there`, "restore data/models/encoder");
  let runtime: typeof import("onnxruntime-node");
  try {
    runtime = await import("onnxruntime-node");
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    return refuse("runtime-missing", `ONNX Runtime cannot be loaded: ${reason}`, "npm ci installs it; frames read alone until then");
  }
  const options = { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: "sequential", graphOptimizationLevel: "all" } as const;
  const open = async (name: string): Promise<Session> =>
    (await runtime.InferenceSession.create(`${folder}/${name}`, { ...options, logSeverityLevel: 3 })) as unknown as Session;
  const [encoder, mentions, relations, antecedents] = await Promise.all([
    open("encoder.onnx"),
    open("mentions.onnx"),
    open("relations.onnx"),
    open("antecedents.onnx"),
  ]);
  const int = (values: Integers, shape: readonly number[] = [values.length]): unknown =>
    new runtime.Tensor("int64", BigInt64Array.from(values, BigInt), [...shape]);
  const states = ({ rows, length, size }: Hidden): unknown => new runtime.Tensor("float32", rows, [length, size]);
  const ints = (feeds: Readonly<Record<string, Integers>>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(feeds).map(([name, values]) => [name, int(values)]));
  const labels = JSON.parse(readFileSync(`${folder}/labels.json`, "utf8")) as EncoderLabels;
  return {
    problems: [],
    encoder: {
      labels,
      vocabulary: readVocabulary(readFileSync(`${folder}/vocab.txt`, "utf8")),
      hidden: async (ids, shapes) => {
        const shape = [1, ids.length + 2];
        const feeds = { ids: int([CLS, ...ids, SEP], shape), shapes: int([NO_SHAPE, ...shapes, NO_SHAPE], shape) };
        const data = floats((await encoder.run(feeds)).hidden);
        const size = data.length / (ids.length + 2);
        return { length: ids.length, size, rows: data.subarray(size, data.length - size) };
      },
      mentions: async (hidden, { from, to, width }) => {
        const out = await mentions.run({ hidden: states(hidden), ...ints({ from, to, width }) });
        return { types: floats(out.types), reference: floats(out.reference) };
      },
      relations: async (hidden, { from, to, type }, pairs) => {
        const out = await relations.run({ hidden: states(hidden), ...ints({ from, to, type, ...pairs }) });
        return {
          relations: floats(out.relations),
          statuses: floats(out.statuses),
          trigger: Array.from(out.trigger?.data ?? [], Number),
        };
      },
      antecedents: async (hidden, { from, to, type }, pairs) =>
        floats((await antecedents.run({ hidden: states(hidden), ...ints({ from, to, type, ...pairs }) })).scores),
    },
  };
}

function refuse(code: "model-missing" | "runtime-missing", message: string, hint: string): { encoder: null; problems: Problem[] } {
  return { encoder: null, problems: [{ level: "warning", code, message, hint }] };
}

function floats(output: { readonly data: Float32Array | BigInt64Array } | undefined): Float32Array {
  if (!(output?.data instanceof Float32Array)) throw new Error("the reader gave no numbers");
  return output.data;
}
