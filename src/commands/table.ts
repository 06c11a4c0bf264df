// Rows of text as a table for a fixed-width screen: columns padded, numbers to the right.

/** Lays rows out in columns; the first row is the head. Every row has the head's length. Ends with a newline. */
export function layOut(rows: readonly (readonly string[])[]): string {
  const [head] = rows;
  if (head === undefined) return "";
  const widths = head.map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ""))));
  const numeric = head.map((_, column) => rows.length > 1 && rows.slice(1).every((row) => /^[\d.,%–-]*$/.test(row[column] ?? "")));
  const lines = rows.map((row) =>
    widths
      .map((size, column) => {
        const cell = row[column] ?? "";
        const gap = " ".repeat(size - width(cell));
        return numeric[column] ? gap + cell : cell + gap;
      })
      .join("  ")
      .trimEnd(),
  );
  return `${lines.join("\n")}\n`;
}

const width = (text: string): number => [...text].length;
