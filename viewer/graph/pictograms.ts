// Nodes as discs with a ring around them and the pictogram of their class on them.
import { createNodeBorderProgram } from "@sigma/node-border";
import { createNodeImageProgram } from "@sigma/node-image";
import { createNodeCompoundProgram, type NodeProgramType } from "sigma/rendering";

/** Pixels of a pictogram's texture. */
const TEXTURE = 96;
const UNNAMED = { drawLabel: undefined, drawHover: undefined };

export function entityProgram(): NodeProgramType {
  const nothing = (): void => undefined;
  const disc = createNodeBorderProgram({
    borders: [
      { size: { value: 2, mode: "pixels" }, color: { attribute: "ring" } },
      { size: { fill: true }, color: { attribute: "color" } },
    ],
    ...UNNAMED,
  });
  const glyph = createNodeImageProgram({
    drawingMode: "background",
    keepWithinCircle: true,
    size: { mode: "force", value: TEXTURE },
    ...UNNAMED,
  });
  return createNodeCompoundProgram([disc, glyph], nothing, nothing);
}
