import { expect, test } from "vitest";
import { validate } from "../../../src/graph/shacl.ts";
import { readDataset } from "../../../src/rdf/turtle.ts";

const PREFIXES = "@prefix e: <http://e/> . @prefix sh: <http://www.w3.org/ns/shacl#> .\n";
const check = (data: string, shapes: string) =>
  validate(readDataset(PREFIXES + data, { format: "Turtle" }), readDataset(PREFIXES + shapes, { format: "Turtle" }));
const NAMED = "sh:property [ sh:path e:name ; sh:minCount 1 ]";

test("a shape that leads back to itself ends on data that do", async () => {
  const recursive = `e:Person a sh:NodeShape ; sh:targetClass e:P ; ${NAMED} ; sh:property [ sh:path e:knows ; sh:node e:Person ] .`;
  const circle = 'e:a a e:P ; e:name "a" ; e:knows e:b . e:b e:name "b" ; e:knows e:a .';
  expect(await check(circle, recursive)).toEqual([]);
});

test("shapes find every violation, however often they check one node", async () => {
  const shapes = `e:Person a sh:NodeShape ; ${NAMED} . e:Group a sh:NodeShape ; sh:targetClass e:G ; sh:property [ sh:path e:member ; sh:node e:Person ] .`;
  const groups = Array.from({ length: 60 }, (_, index) => `e:g${index} a e:G ; e:member e:a .`).join("\n");
  const violations = await check(groups, shapes);
  expect(violations.map(({ component }) => component)).toEqual(Array(60).fill("NodeConstraintComponent"));
  expect(new Set(violations.map(({ value }) => value))).toEqual(new Set(["http://e/a"]));
});
