// Nodes with the pictogram of their class on their disc.
import { createNodeImageProgram } from "@sigma/node-image";
import { createNodeCompoundProgram, type NodeProgramType } from "sigma/rendering";

/** Pixels of a pictogram's texture. */
const TEXTURE = 96;

/** A disc with a pictogram on it. */
export function entityProgram(disc: NodeProgramType): NodeProgramType {
  const nothing = (): void => undefined;
  const glyph = createNodeImageProgram({
    drawingMode: "background",
    keepWithinCircle: true,
    size: { mode: "force", value: TEXTURE },
    drawLabel: undefined,
    drawHover: undefined,
  });
  return createNodeCompoundProgram([disc, glyph], nothing, nothing);
}
