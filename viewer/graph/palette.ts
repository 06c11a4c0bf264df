// Colours that WebGL and canvas need as values; the style sheet has the same tokens for everything else.

export interface Palette {
  readonly background: string;
  readonly panel: string;
  readonly text: string;
  readonly muted: string;
  readonly edge: string;
  readonly strong: string;
  readonly accent: string;
  readonly conflict: string;
  readonly glyph: string;
  readonly line: string;
}

export const PALETTES: Readonly<Record<"light" | "dark", Palette>> = {
  light: {
    background: "#fbfaf7",
    panel: "#ffffff",
    text: "#1b1f24",
    muted: "#6b6f76",
    edge: "#aeaaa0",
    strong: "#5f5c55",
    accent: "#b3261e",
    conflict: "#c25e00",
    glyph: "#ffffff",
    line: "#e4e0d7",
  },
  dark: {
    background: "#0f1318",
    panel: "#1d242c",
    text: "#e8ebef",
    muted: "#8d98a4",
    edge: "#505c69",
    strong: "#9aa5b1",
    accent: "#ffb454",
    conflict: "#ff8a5c",
    glyph: "#0e1116",
    line: "#33404c",
  },
};

/** Opacity is unreliable in sigma 3, so dimming mixes towards the background: 0 leaves the colour, 1 gives the background. */
export function mix(colour: string, background: string, amount: number): string {
  const channel = (at: number): string => {
    const a = Number.parseInt(colour.slice(at, at + 2), 16);
    const b = Number.parseInt(background.slice(at, at + 2), 16);
    return Math.round(a + (b - a) * amount)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
