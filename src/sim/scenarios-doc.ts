import * as v from 'valibot';
import { byOf, everyMove, moveNotations, type Notation, type Option, supportNotations } from './scenario-moves.ts';
import { parts } from './scenario-notation.ts';

type Abouts = { readonly [Part in keyof typeof parts]: Readonly<Record<keyof (typeof parts)[Part], string>> };

/** What every field is for; the loader's own tables say which there are. */
const abouts: Abouts = {
  file: {
    title: 'what the list of scenarios shows',
    teaches: 'what one learns from it, a sentence',
    cast: 'who it is about; see below',
    before: 'moves until the telephone rings, an earlier call among them if there was one',
    call: 'the call; without it nobody calls, and `cause` and `support` are left out',
    cause: 'what the diagnosis has to name first when the telephone rings',
    support: 'what a good agent does: the model solution',
    after: 'moves with which the subscriber goes on after the call',
    ending: 'what must be true in the end; see below',
  },
  cast: {
    person: 'for whom the sentences are written: Polish verbs tell',
    phone: 'what kind of number is on file',
    certificate: 'how the certificate stands when the story begins',
    account: 'how the account stands',
    ready: '`false`: a customer of today, with nothing installed',
    colleague: 'the subscriber works at the support desk',
    crowd: 'so many others on the same operator, for outages',
  },
  call: {
    ticket: 'the number of the ticket',
    mood: 'how the caller speaks',
    caller: 'who really calls',
    words: 'what the caller says first',
    knows: 'proofs that the caller can give',
    wrong: 'proofs that the caller answers wrongly; all others are not at hand',
    answers: 'what the caller says when asked',
  },
  ending: {
    activation: 'the state of the activation',
    attempts: 'how the SMS attempts ended, oldest first; left out when it does not matter',
    signatures: 'how many documents were signed',
    facts: 'facts that must be in the audit log of this subscriber',
    never: 'facts that must not',
  },
};

const titles: Readonly<Record<keyof typeof parts, string>> = {
  file: 'The file',
  cast: '`cast`: who plays',
  call: '`call`: what support hears',
  ending: '`ending`: what must be true in the end',
};

/** The reference part of docs/SCENARIOS.md, from the loader's own tables. */
export function scenarioReference(): string {
  return [
    ...(Object.keys(parts) as (keyof typeof parts)[]).map(partSection),
    movesSection(
      'Moves of the subscriber, the network, the authority and time',
      'in `before` and `after`',
      moveNotations,
    ),
    movesSection('Moves of support', 'in `support`, and in `before` when there was an earlier call', supportNotations),
    everySection(),
  ].join('\n\n');
}

function partSection(part: keyof typeof parts): string {
  const about: Readonly<Record<string, string>> = abouts[part];
  const rows = Object.entries(parts[part]).map(
    ([key, schema]) => `| \`${key}\` | ${about[key]} | ${writtenAs(schema)} | ${otherwiseOf(schema)} |`,
  );
  return [`### ${titles[part]}`, '', '| key | what it is | value | when left out |', '|---|---|---|---|', ...rows].join(
    '\n',
  );
}

function movesSection(title: string, where: string, notations: Readonly<Record<string, Notation>>): string {
  const rows = Object.entries(notations).map(([name, { about, value, options = {} }]) => {
    const usual = value?.otherwise === undefined ? '' : ` (\`${value.otherwise}\` when nothing stands there)`;
    const written = value ? `${writtenAs(value.schema)}${usual}` : '–';
    const all = { ...options, ...byOf(name) };
    return `| \`${name}\` | ${about} | ${written} | ${Object.entries(all).map(optionOf).join('<br>')} |`;
  });
  return [
    `### ${title}`,
    '',
    `They stand ${where}.`,
    '',
    '| move | what happens | after the colon | options under it |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function everySection(): string {
  return ['### Under every move', '', ...Object.entries(everyMove).map((entry) => `- ${optionOf(entry)}`)].join('\n');
}

function optionOf([key, { about, schema, otherwise, needed }]: readonly [string, Option]): string {
  const must = needed ? ', needed' : '';
  const usual = otherwise === undefined || needed ? '' : `; else ${shown(otherwise)}`;
  return `\`${key}\`${must}: ${about}: ${writtenAs(schema)}${usual}`;
}

/** What may stand there, in words. */
function writtenAs(schema: v.GenericSchema): string {
  const told = v.getDescription(schema);
  if (told !== undefined) return told;
  if ('wrapped' in schema) return writtenAs(schema.wrapped as v.GenericSchema);
  if ('options' in schema) return (schema.options as readonly string[]).map((word) => `\`${word}\``).join(' · ');
  if ('item' in schema) return `a list of: ${writtenAs(schema.item as v.GenericSchema)}`;
  if (schema.type === 'boolean') return '`true` or `false`';
  return schema.type === 'lazy' ? 'moves' : entriesOf(schema);
}

/** The keys of a group within a group. */
function entriesOf(schema: v.GenericSchema): string {
  const pipe = 'pipe' in schema ? (schema.pipe as readonly object[]) : [];
  const entries = pipe.flatMap((one) => ('entries' in one ? Object.keys(one.entries as object) : []));
  return `a group of ${entries.map((key) => `\`${key}\``).join(', ')}`;
}

function otherwiseOf(schema: v.GenericSchema): string {
  if (schema.type !== 'optional') return 'needed';
  const { default: otherwise } = schema as unknown as { readonly default: unknown };
  return shown(otherwise);
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'object') return 'none';
  return `\`${String(value)}\``;
}
