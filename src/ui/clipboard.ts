import { cleanText } from '../domain/clean-text.ts';

/**
 * Asks the terminal to put a value on its clipboard (OSC 52, xterm's control sequences). Base64 of the cleaned value and
 * nothing else: no text can end the sequence early, and nothing unseen is pasted somewhere later.
 */
export function osc52(value: string): string {
  return `\x1b]52;c;${Buffer.from(cleanText(value), 'utf8').toString('base64')}\x07`;
}
