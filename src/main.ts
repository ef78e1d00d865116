export async function main(argv: readonly string[]): Promise<number> {
  process.stdout.write(`${argv.length}\n`);
  return 0;
}
