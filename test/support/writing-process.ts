import { writeNewFile } from '../../src/db/safe-files.ts';

/** Writes a new file of a megabyte, and tells what came of it. */
const [, , path = ''] = process.argv;
process.stdout.write(String(writeNewFile(path, 'x'.repeat(1_000_000))));
