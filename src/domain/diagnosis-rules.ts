import type { Finding, Known } from './diagnosis.ts';
import { codeRules } from './diagnosis-codes.ts';
import { deliveryRules } from './diagnosis-delivery.ts';
import { otpRules } from './diagnosis-otp.ts';
import { standingRules } from './diagnosis-standing.ts';

/** One question to the record: the finding, or null when nothing speaks for it. */
export type Rule = (known: Known) => Finding | null;

/** Every rule there is; their order does not matter. */
export const rules: readonly Rule[] = [...standingRules, ...deliveryRules, ...codeRules, ...otpRules];
