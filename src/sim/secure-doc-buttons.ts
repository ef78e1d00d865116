/** The buttons of SecureDoc that need nothing typed. */
export const secureDocButtons = ['sign-files', 'cryptographic-devices', 'ok', 'verify', 'close'] as const;
export type SecureDocButton = (typeof secureDocButtons)[number];
