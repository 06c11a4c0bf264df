import { describe, expect, it } from "vitest";
import { fitLogistic, type Row } from "../../../src/training/logistic.ts";

const many = (count: number, row: Row): Row[] => Array.from({ length: count }, () => row);
const chance = (x: number): number => 1 / (1 + Math.exp(-x));

describe("fitLogistic", () => {
  it("gives the observed share of each group where nothing pulls", () => {
    const rows = [
      ...many(30, { at: [[0, 1]], right: true }),
      ...many(10, { at: [[0, 1]], right: false }),
      ...many(10, {
        at: [
          [0, 1],
          [1, 1],
        ],
        right: true,
      }),
      ...many(40, {
        at: [
          [0, 1],
          [1, 1],
        ],
        right: false,
      }),
    ];
    const [constant, own] = fitLogistic(rows, [0, 0]);
    expect(chance(constant!)).toBeCloseTo(0.75, 3);
    expect(chance(constant! + own!)).toBeCloseTo(0.2, 3);
  });

  it("keeps a group of few examples near the others", () => {
    const rows = [
      ...many(50, { at: [[0, 1]], right: true }),
      ...many(50, { at: [[0, 1]], right: false }),
      {
        at: [
          [0, 1],
          [1, 1],
        ],
        right: true,
      } as Row,
    ];
    const [constant, own] = fitLogistic(rows, [0, 2]);
    expect(chance(constant! + own!)).toBeLessThan(0.6);
    expect(own).toBeGreaterThan(0);
  });
});
