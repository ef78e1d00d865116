import { auditProof } from './en/audit-proof.ts';
import { auditScreen } from './en/audit-screen.ts';
import { brief } from './en/brief.ts';
import { cases } from './en/cases.ts';
import { broken, refusals as cliRefusals, crash, notWritten } from './en/cli-trouble.ts';
import { consoleTexts } from './en/console.ts';
import { copy } from './en/copy.ts';
import { diagnosis } from './en/diagnosis.ts';
import { doctor } from './en/doctor.ts';
import { facts } from './en/facts.ts';
import { filters } from './en/filters.ts';
import { intake } from './en/intake.ts';
import { keys } from './en/keys.ts';
import { machines } from './en/machines.ts';
import { palette } from './en/palette.ts';
import { past } from './en/past.ts';
import { policy } from './en/policy.ts';
import { radar } from './en/radar.ts';
import { reading } from './en/reading.ts';
import { refusalName, refusals } from './en/refusals.ts';
import { reports } from './en/reports.ts';
import { safety } from './en/safety.ts';
import { safetyCli } from './en/safety-cli.ts';
import { scenarios } from './en/scenarios.ts';
import { school } from './en/school.ts';
import { staff } from './en/staff.ts';
import { stage } from './en/stage.ts';
import { upkeep } from './en/upkeep.ts';
import { walkthrough } from './en/walkthrough.ts';
import type { Language } from './language.ts';
import type { Shape } from './shape.ts';

/** Everything the program says, in English; the shape that every other language must fill. */
export const en = {
  ...brief,
  words: { ...brief.words, refusalName, refusals, facts },
  cli: { ...brief.cli, broken, crash, notWritten, refusals: cliRefusals },
  console: consoleTexts,
  copy,
  diagnosis,
  filters,
  keys,
  machines,
  radar,
  reading,
  reports,
  palette,
  past,
  auditScreen,
  auditProof,
  safety,
  safetyCli,
  cases,
  scenarios,
  intake,
  school,
  doctor,
  policy,
  upkeep,
  walkthrough,
  staff,
  stage,
};

export type Texts = Shape<Omit<typeof en, 'language'>> & { readonly language: Language };
