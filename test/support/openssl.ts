import type { SignedFile } from '../../src/sim/signed-files.ts';

/** Arguments with which openssl checks a signed file, as our help tells it. */
export function opensslVerify({
  file,
  signatureFile,
  authorityFile,
}: Pick<SignedFile, 'file' | 'signatureFile' | 'authorityFile'>): readonly string[] {
  const files = ['-in', signatureFile, '-content', file, '-CAfile', authorityFile];
  return ['cms', '-verify', '-binary', '-inform', 'DER', ...files, '-purpose', 'any', '-out', '/dev/null'];
}
