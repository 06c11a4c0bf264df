// The arc-hybrid transition system: shift, left arc (top of stack to front of buffer), right arc (top to the one below).
// The artificial root is the last position, so every sequence gives one tree with one root.
// Source: Kuhlmann, Gómez-Rodríguez, Satta 2011; dynamic oracle: Goldberg and Nivre 2013.

export const SHIFT = 0;
export const LEFT = 1;
export const RIGHT = 2;
export type Action = 0 | 1 | 2;

/** A parser state over `n` words; position `n` is the root. */
export interface State {
  readonly n: number;
  readonly stack: number[];
  /** Front of the buffer. */
  buffer: number;
  /** Head of each word, -2 while open. */
  readonly heads: Int32Array;
  /** Class of the arc into each word, -1 while open. */
  readonly labels: Int32Array;
  /** Outermost and next-outermost dependents on each side, -1 for none. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Uint8Array;
  readonly rightCount: Uint8Array;
}

export function initialState(n: number): State {
  const none = (): Int32Array => new Int32Array(n + 1).fill(-1);
  return {
    n,
    stack: [],
    buffer: 0,
    heads: new Int32Array(n + 1).fill(-2),
    labels: none(),
    left1: none(),
    left2: none(),
    right1: none(),
    right2: none(),
    leftCount: new Uint8Array(n + 1),
    rightCount: new Uint8Array(n + 1),
  };
}

export function isFinal(state: State): boolean {
  return state.buffer === state.n && state.stack.length === 0;
}

export function isValid(state: State, action: Action): boolean {
  const depth = state.stack.length;
  const open = state.buffer < state.n;
  if (action === SHIFT) return open;
  if (action === LEFT) return depth >= 1 && (open || depth === 1);
  return depth >= 2;
}

/** Applies a valid action; `label` is the class of the new arc. */
export function apply(state: State, action: Action, label: number): void {
  if (action === SHIFT) {
    state.stack.push(state.buffer++);
    return;
  }
  const dependent = state.stack.pop()!;
  const head = action === LEFT ? state.buffer : state.stack[state.stack.length - 1]!;
  state.heads[dependent] = head;
  state.labels[dependent] = label;
  if (dependent < head) {
    state.left2[head] = state.left1[head]!;
    state.left1[head] = dependent;
    state.leftCount[head]!++;
  } else {
    state.right2[head] = state.right1[head]!;
    state.right1[head] = dependent;
    state.rightCount[head]!++;
  }
}

/** Number of gold arcs that each action makes unreachable, indexed by action. `gold[i]` is the head, `n` for the root. */
export function costs(state: State, gold: Int32Array, out: number[]): void {
  const { stack, buffer, n } = state;
  const depth = stack.length;
  out[SHIFT] = out[LEFT] = out[RIGHT] = 0;
  if (buffer < n)
    for (let i = 0; i < depth; i++) {
      if (gold[stack[i]!] === buffer) out[SHIFT]!++;
      if (i < depth - 1 && gold[buffer] === stack[i]) out[SHIFT]!++;
    }
  if (depth === 0) return;
  const top = stack[depth - 1]!;
  const head = gold[top]!;
  let dependents = 0;
  for (let j = buffer; j < n; j++) if (gold[j] === top) dependents++;
  out[RIGHT] = dependents + (head >= buffer ? 1 : 0);
  out[LEFT] = dependents + ((depth > 1 && head === stack[depth - 2]) || head > buffer ? 1 : 0);
}
