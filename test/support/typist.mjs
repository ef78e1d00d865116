// Runs inside an xterm: the program on a pseudo-terminal of its own, and a hand that presses a key when it sees what it waits for.
import { writeFileSync } from 'node:fs';
import { spawn } from '@lydell/node-pty';

const { argv, presses, ready } = JSON.parse(process.argv[2]);
const child = spawn(process.execPath, argv, {
  name: 'xterm-256color',
  cols: process.stdout.columns,
  rows: process.stdout.rows,
  env: process.env,
});
const [waiting] = [[...presses]];
let seen = '';
child.onData((data) => {
  process.stdout.write(data);
  seen += data;
  const next = waiting[0];
  if (!next || !seen.includes(next.see)) return;
  waiting.shift();
  seen = '';
  if (next.press) child.write(next.press);
  // The last thing to be seen is on the screen a moment after it was written.
  if (waiting.length === 0) setTimeout(() => writeFileSync(ready, ''), 500);
});
process.stdin.setRawMode(true);
process.stdin.on('data', (data) => child.write(data.toString()));
child.onExit(() => process.exit());
