// Turns a captured screen (tmux capture-pane -e -p) on standard input into an SVG on standard output, for the README.
const CELL = { width: 8.4, height: 18 };
const PALETTE = {
  30: '#1a1b26',
  31: '#f7768e',
  32: '#9ece6a',
  33: '#e0af68',
  36: '#7dcfff',
  90: '#737aa2',
  97: '#ffffff',
};
const GROUNDS = { 41: '#c53b53', 43: '#e0af68' };

let input = '';
for await (const chunk of process.stdin) input += chunk;
const lines = input.replace(/\n+$/, '').split('\n');

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const shapes = lines.flatMap((line, row) => {
  const drawn = [];
  let style = { fill: '#c0caf5', bold: false, ground: null };
  let column = 0;
  for (const piece of line.split(/(\u001b\[[0-9;]*m)/)) {
    const codes = /^\u001b\[([0-9;]*)m$/.exec(piece);
    if (codes) {
      for (const code of codes[1].split(';').map(Number)) {
        if (code === 0) style = { fill: '#c0caf5', bold: false, ground: null };
        else if (code === 1) style = { ...style, bold: true };
        else if (code === 39) style = { ...style, fill: '#c0caf5' };
        else if (code === 49) style = { ...style, ground: null };
        else if (code === 22) style = { ...style, bold: false };
        else if (PALETTE[code]) style = { ...style, fill: PALETTE[code] };
        else if (GROUNDS[code]) style = { ...style, ground: GROUNDS[code] };
      }
      continue;
    }
    const width = [...piece].length;
    const x = column * CELL.width + 12;
    const y = row * CELL.height + 24;
    if (style.ground)
      drawn.push(
        `<rect x="${x}" y="${y - 13}" width="${width * CELL.width}" height="${CELL.height}" fill="${style.ground}"/>`,
      );
    if (piece.trim() !== '') {
      const weight = style.bold ? ' font-weight="bold"' : '';
      drawn.push(
        `<text x="${x}" y="${y}" fill="${style.fill}"${weight} textLength="${width * CELL.width}">${escaped(piece)}</text>`,
      );
    }
    column += width;
  }
  return drawn;
});
const columns = Math.max(...lines.map((line) => [...line.replace(/\u001b\[[0-9;]*m/g, '')].length));
const [width, height] = [columns * CELL.width + 24, lines.length * CELL.height + 24];
process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="ui-monospace, 'DejaVu Sans Mono', monospace" font-size="14" xml:space="preserve">
<rect width="100%" height="100%" rx="8" fill="#1a1b26"/>
${shapes.join('\n')}
</svg>
`);
