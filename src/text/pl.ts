import type { Texts } from './en.ts';
import { auditProof } from './pl/audit-proof.ts';
import { auditScreen } from './pl/audit-screen.ts';
import { brief } from './pl/brief.ts';
import { cases } from './pl/cases.ts';
import { broken, refusals as cliRefusals, crash, notWritten } from './pl/cli-trouble.ts';
import { consoleTexts } from './pl/console.ts';
import { copy } from './pl/copy.ts';
import { diagnosis } from './pl/diagnosis.ts';
import { doctor } from './pl/doctor.ts';
import { facts } from './pl/facts.ts';
import { filters } from './pl/filters.ts';
import { intake } from './pl/intake.ts';
import { keys } from './pl/keys.ts';
import { machines } from './pl/machines.ts';
import { palette } from './pl/palette.ts';
import { past } from './pl/past.ts';
import { policy } from './pl/policy.ts';
import { radar } from './pl/radar.ts';
import { reading } from './pl/reading.ts';
import { refusalName, refusals } from './pl/refusals.ts';
import { reports } from './pl/reports.ts';
import { safety } from './pl/safety.ts';
import { safetyCli } from './pl/safety-cli.ts';
import { scenarios } from './pl/scenarios.ts';
import { school } from './pl/school.ts';
import { staff } from './pl/staff.ts';
import { stage } from './pl/stage.ts';
import { upkeep } from './pl/upkeep.ts';
import { walkthrough } from './pl/walkthrough.ts';

export const pl: Texts = {
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
