// Features of a parser state: words, tags, clusters and arcs around the top of the stack (s0, s1, s2) and the front of the buffer (b0, b1, b2).
// Source: Zhang and Nivre 2011, adapted to arc-hybrid; cluster features after Koo et al. 2008.
import { mix } from "./hash.ts";
import type { ParseInput } from "./parser.ts";
import type { State } from "./transitions.ts";

/** Upper bound on features of one state. */
export const MAX_PARSE_FEATURES = 160;

/** Distance in words: exact to 5, then 6 to 9, then more. */
function distance(from: number, to: number): number {
  if (from < 0) return 0;
  const d = to - from;
  return d > 9 ? 7 : d > 5 ? 6 : d;
}

/** Writes the features of `state` into `out` and returns their number. `labels` are hashes by class of arc. */
export function parseFeatures(input: ParseInput, state: State, labels: Int32Array, out: Int32Array): number {
  const { n, stack, buffer } = { n: input.n, stack: state.stack, buffer: state.buffer };
  const depth = stack.length;
  const S0 = depth > 0 ? stack[depth - 1]! : -1;
  const S1 = depth > 1 ? stack[depth - 2]! : -1;
  const S2 = depth > 2 ? stack[depth - 3]! : -1;
  const B0 = buffer;
  const B1 = buffer + 1 <= n ? buffer + 1 : -1;
  const B2 = buffer + 2 <= n ? buffer + 2 : -1;
  const word = (i: number): number => (i < 0 ? 11 : input.words[i]!);
  const tag = (i: number): number => (i < 0 ? 13 : input.xpos[i]!);
  const pos = (i: number): number => (i < 0 ? 17 : input.upos[i]!);
  const coarse = (i: number): number => (i < 0 ? -5 : input.coarse[i]!);
  const fine = (i: number): number => (i < 0 ? -5 : input.fine[i]!);
  const arc = (i: number): number => (i < 0 || state.labels[i]! < 0 ? 19 : labels[state.labels[i]!]!);
  const of = (column: Int32Array, i: number): number => (i < 0 ? -1 : column[i]!);
  const count = (column: Uint8Array, i: number): number => (i < 0 ? 0 : column[i]!);

  const [s0w, s0t, s0u] = [word(S0), tag(S0), pos(S0)];
  const [s1w, s1t, s1u] = [word(S1), tag(S1), pos(S1)];
  const s2t = tag(S2);
  const [b0w, b0t, b0u] = [word(B0), tag(B0), pos(B0)];
  const [b1w, b1t, b1u] = [word(B1), tag(B1), pos(B1)];
  const [b2w, b2t] = [word(B2), tag(B2)];
  const [l0, l02, r0, r02] = [of(state.left1, S0), of(state.left2, S0), of(state.right1, S0), of(state.right2, S0)];
  const [l1, r1] = [of(state.left1, S1), of(state.right1, S1)];
  const [lb, lb2] = [of(state.left1, B0), of(state.left2, B0)];
  const [vl0, vr0, vr1, vlb] = [
    count(state.leftCount, S0),
    count(state.rightCount, S0),
    count(state.rightCount, S1),
    count(state.leftCount, B0),
  ];
  const d = distance(S0, B0);
  const d1 = distance(S1, S0);

  let k = 0;
  const add = (id: number, a: number, b = 0, c = 0, e = 0): void => {
    out[k++] = mix(mix(mix(mix(id, a), b), c), e);
  };
  add(1, s0w);
  add(2, s0t);
  add(3, s0w, s0t);
  add(4, b0w);
  add(5, b0t);
  add(6, b0w, b0t);
  add(7, b1w);
  add(8, b1t);
  add(9, b1w, b1t);
  add(10, b2w);
  add(11, b2t);
  add(12, b2w, b2t);
  add(13, s1w);
  add(14, s1t);
  add(15, s1w, s1t);
  add(16, s2t);
  add(20, s0w, s0t, b0w, b0t);
  add(21, s0w, s0t, b0w);
  add(22, s0w, b0w, b0t);
  add(23, s0w, s0t, b0t);
  add(24, s0t, b0w, b0t);
  add(25, s0w, b0w);
  add(26, s0t, b0t);
  add(27, b0t, b1t);
  add(28, s1w, s1t, s0t);
  add(29, s1t, s0w, s0t);
  add(30, s1w, s0w);
  add(31, s1t, s0t);
  add(32, s1t, b0t);
  add(33, s1w, b0w);
  add(34, s1w, b0t);
  add(35, s1w, s1t, s0w, s0t);
  add(40, b0t, b1t, b2t);
  add(41, s0t, b0t, b1t);
  add(42, s1t, s0t, b0t);
  add(43, s2t, s1t, s0t);
  add(44, s0t, tag(l0), b0t);
  add(45, s0t, tag(r0), b0t);
  add(46, s0t, b0t, tag(lb));
  add(47, s1t, tag(r1), s0t);
  add(48, s1t, tag(l1), s0t);
  add(49, s1t, s0t, tag(r0));
  add(50, s1t, s0t, tag(l0));
  add(51, s0t, b0t, b0w, b1t);
  add(52, s1t, s0t, b0t, b1t);
  add(53, s1w, s0t, b0t);
  add(54, s1t, s0w, b0t);
  add(55, s1t, s0t, b0w);
  add(56, s0w, b0t, b1t);
  add(60, s0w, vl0);
  add(61, s0w, vr0);
  add(62, s0t, vl0, vr0);
  add(63, b0w, vlb);
  add(64, b0t, vlb);
  add(65, s1t, vr1);
  add(66, s1w, vr1);
  add(67, s1t, s0t, vr1, vl0);
  add(70, s0w, d);
  add(71, s0t, d);
  add(72, b0w, d);
  add(73, b0t, d);
  add(74, s0w, b0w, d);
  add(75, s0t, b0t, d);
  add(76, s1t, s0t, d1);
  add(77, s1w, s0w, d1);
  add(80, word(l0));
  add(81, word(r0));
  add(82, word(lb));
  add(83, tag(l0), arc(l0));
  add(84, tag(r0), arc(r0));
  add(85, tag(lb), arc(lb));
  add(86, s0t, arc(l0), arc(l02));
  add(87, s0t, arc(r0), arc(r02));
  add(88, b0t, arc(lb), arc(lb2));
  add(89, s1t, arc(r1), s0t);
  add(90, s1w, arc(r1), s0t);
  add(91, s0w, arc(l0), b0t);
  add(92, s0w, arc(r0), b0t);
  add(93, b0w, arc(lb));
  add(94, s1t, arc(l1), arc(r1));
  add(95, s0t, arc(l0), arc(r0), b0t);
  add(96, s1w, s0w, b0t);
  add(97, s0u, b0u, b1u, s1u);
  add(98, s1u, s0u, word(l0));
  add(99, s1w, s0t, word(l0));
  add(100, s1t, word(r0), s0t);
  add(101, s1w, word(l0));
  add(102, word(lb), s0w);
  add(103, input.suffixes[S0 < 0 ? n : S0]!, input.suffixes[B0]!);
  add(104, S1 < 0 ? 0 : input.suffixes[S1]!, S0 < 0 ? 0 : input.suffixes[S0]!);
  add(105, input.suffixes[B0]!, s0t);
  add(106, s0w, s0t, b0t, b1w);
  add(301, fine(S0));
  add(302, fine(B0));
  add(303, fine(S1));
  add(304, coarse(S0), coarse(B0));
  add(305, coarse(S1), coarse(S0));
  add(306, fine(S0), b0t);
  add(307, fine(B0), s0t);
  add(308, fine(S1), s0t);
  add(309, fine(S0), s1t);
  add(310, coarse(S0), coarse(B0), s0t);
  add(311, coarse(S1), coarse(S0), b0t);
  add(312, fine(S0), fine(B0));
  add(313, fine(S1), fine(S0));
  add(314, coarse(S1), coarse(S0), coarse(B0));
  return k;
}
