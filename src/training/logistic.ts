// Logistic regression with a penalty, fitted by Newton steps along one coordinate after the other. Small tables only.
import { sigmoid } from "../facts/trust.ts";

export interface Row {
  /** Column -> value; columns that are left out are 0. */
  readonly at: readonly (readonly [column: number, value: number])[];
  readonly right: boolean;
}

const SWEEPS = 100;

/** Fits weights of `penalty.length` columns; `penalty` is the strength of the pull of each towards 0. */
export function fitLogistic(rows: readonly Row[], penalty: readonly number[]): number[] {
  const weights = penalty.map(() => 0);
  const sums = new Float64Array(rows.length);
  const byColumn = penalty.map(() => [] as (readonly [row: number, value: number])[]);
  rows.forEach(({ at }, row) => {
    for (const [column, value] of at) byColumn[column]?.push([row, value]);
  });
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    byColumn.forEach((cells, column) => {
      let slope = -penalty[column]! * weights[column]!;
      let bend = penalty[column]! + 1e-6;
      for (const [row, value] of cells) {
        const chance = sigmoid(sums[row]!);
        slope += value * ((rows[row]!.right ? 1 : 0) - chance);
        bend += value * value * chance * (1 - chance);
      }
      const step = Math.max(-1, Math.min(1, slope / bend));
      weights[column]! += step;
      for (const [row, value] of cells) sums[row]! += step * value;
    });
  return weights;
}
