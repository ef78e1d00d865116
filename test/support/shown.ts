const SGR = /\u001b\[([0-9;]*)m/y;
const CLOSES: Readonly<Record<string, readonly string[]>> = {
  22: ['1', '2'],
  27: ['7'],
  39: ['31'],
  49: ['41'],
};

/**
 * What a terminal shows of some lines: every character with the styles it is drawn in, which last beyond the end of a
 * line. Two outputs that differ only in codes without effect are shown alike. Knows the styles of awkward-text.ts.
 */
export function shown(output: string): readonly (readonly string[])[] {
  const styles = new Set<string>();
  return output.split('\n').map((line) => {
    const cells: string[] = [];
    for (let at = 0; at < line.length; ) {
      SGR.lastIndex = at;
      const [whole, code = ''] = SGR.exec(line) ?? [];
      if (whole === undefined) cells.push(`${[...styles].sort().join('+')} ${line[at]}`);
      else if (code === '0') styles.clear();
      else if (CLOSES[code]) for (const style of CLOSES[code]) styles.delete(style);
      else styles.add(code);
      at += whole?.length ?? 1;
    }
    while (cells.at(-1) === '  ') cells.pop();
    return cells;
  });
}
