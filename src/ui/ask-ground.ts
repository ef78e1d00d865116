import type { Ground } from './theme.ts';

/** What is behind the text (OSC 11), and after it what every terminal answers (DA1), so that nobody waits for a terminal that does not know. */
const QUESTION = '\x1b]11;?\x1b\\\x1b[c';
const GROUND =
  /\x1b\]11;rgba?:([0-9a-f]{2})[0-9a-f]{0,2}\/([0-9a-f]{2})[0-9a-f]{0,2}\/([0-9a-f]{2})[0-9a-f/]*(?:\x07|\x1b\\)/i;
const KIND = /\x1b\[\?[0-9;]*c/;
/** Over a slow line the answer takes its time; a terminal that never answers costs this once. */
const PATIENCE = 200;

interface Asked {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: Pick<NodeJS.WriteStream, 'write'>;
}

/** Dark or light, as COLORFGBG or the terminal itself tells; what was typed meanwhile is left for whoever reads next. */
export async function askGround(
  env: Readonly<Record<string, string | undefined>>,
  { stdin, stdout }: Asked,
): Promise<Ground> {
  const told = groundIn(env.COLORFGBG);
  if (told) return told;
  if (env.TERM === 'linux') return 'dark';
  stdin.setRawMode(true);
  const answer = await new Promise<string>((resolve) => {
    let heard = '';
    const done = () => {
      clearTimeout(timer);
      stdin.off('data', listen);
      stdin.pause();
      resolve(heard);
    };
    const listen = (data: Buffer | string) => {
      heard += data.toString();
      if (KIND.test(heard)) done();
    };
    const timer = setTimeout(done, PATIENCE);
    stdin.on('data', listen);
    stdout.write(QUESTION);
  });
  const typed = answer.replace(GROUND, '').replace(KIND, '');
  if (typed !== '') stdin.unshift(Buffer.from(typed));
  return groundAnswered(answer);
}

/** `COLORFGBG` of rxvt, Konsole and others: text;ground, or text;default;ground, by number of the sixteen. */
function groundIn(colours: string | undefined): Ground | undefined {
  const ground = /;([0-9]{1,2})$/.exec(colours ?? '')?.[1];
  if (ground === undefined) return undefined;
  return ground === '7' || Number(ground) > 8 ? 'light' : 'dark';
}

function groundAnswered(answer: string): Ground {
  const parts = GROUND.exec(answer)
    ?.slice(1)
    .map((part) => Number.parseInt(part, 16));
  if (!parts) return 'unknown';
  const [red = 0, green = 0, blue = 0] = parts;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 127 ? 'light' : 'dark';
}
