import { machinesCli } from './machines-cli.ts';

/** What `--help` says. Keys of `commands` are the commands' paths; of `arguments` and `options` the names used in the table. */
export const cliHelp = {
  summary:
    'Support console for ECSigner cloud signatures: find the caller, see why they are stuck, verify them, unlock them.',
  start: 'Without a command the console opens.',
  exitCodes: 'Exit codes: 0 done, 1 refused, 2 wrong usage, 70 our fault, 130 interrupted.',
  titles: {
    'Usage:': 'Usage:',
    'Arguments:': 'Arguments:',
    'Options:': 'Options:',
    'Commands:': 'Commands:',
    'Global Options:': 'General options:',
  },
  examples: 'Examples:',
  optionsWord: '[options]',
  commandWord: '<command>',
  oneOf: 'one of',
  help: 'show this help',
  version: 'show the version',
  helpCommand: 'show the help of a command',
  groups: {
    approvals: 'what takes two people: asked for by an agent, decided by a supervisor',
    audit: 'the audit log',
    keys: 'the keys of the database',
    agents: 'support staff',
    portal: 'the simulated account portal (training only)',
    phone: 'the simulated phone with the ECSigner app (training only)',
    desktop: 'the simulated ECSigner Desktop, and signing a file in one go (training only)',
    ...machinesCli.groups,
    clock: 'the training clock (training only)',
    network: 'the simulated SMS network (training only)',
  },
  commands: {
    init: {
      summary: 'make a new database',
      examples: ['ecsc init --realm training --db school.db', 'ecsc init --realm live --db /srv/ecsc/live.db'],
    },
    find: {
      summary: 'find subscribers by name, e-mail, phone digits, certificate serial or customer id',
      examples: ['ecsc find lukasz', 'ecsc find "nowak an"', 'ecsc find 405037 --json'],
    },
    show: {
      summary: 'show a subscriber: certificates, activation, every SMS attempt',
      examples: ['ecsc show EC-100000', 'ecsc show 5F932ACF', 'ecsc show anna.nowak@example.org --json'],
    },
    diagnose: {
      summary: 'say why a subscriber is stuck: causes with evidence, what to say, what to do next',
      examples: ['ecsc diagnose 5F932ACF', 'ecsc diagnose EC-100000 --json'],
    },
    queue: {
      summary: 'show who needs help now, and why',
      examples: ['ecsc queue', 'ecsc queue --json'],
    },
    unlock: {
      summary: 'open a case, record the caller verification and unlock a locked activation',
      examples: [
        'ecsc unlock 5F932ACF --as ewa --ticket INC-20931 --reason sms-not-received \\\n    --note "no signal in the office" --verified call-back,contract-number',
      ],
    },
    'approvals list': {
      summary: 'show what waits for a supervisor',
      examples: ['ecsc approvals list', 'ecsc approvals list --json'],
    },
    'approvals ask': {
      summary: 'ask a supervisor for a reset, or for an unlock beyond the limit, for a verified caller',
      examples: [
        'ecsc approvals ask 5F932ACF --action reset --as ewa --ticket INC-20931 --reason lost-phone \\\n    --note "phone was stolen" --verified call-back,contract-number',
      ],
    },
    'approvals approve': {
      summary: 'approve what was asked for; it is carried out at once',
      examples: ['ecsc approvals approve 5F932ACF --as olga'],
    },
    'approvals reject': {
      summary: 'reject what was asked for; nothing is changed',
      examples: ['ecsc approvals reject 5F932ACF --as olga'],
    },
    'audit list': {
      summary: 'list audit entries, newest first',
      examples: ['ecsc audit list', 'ecsc audit list EC-100000 --limit 100 --json'],
    },
    'audit verify': {
      summary: 'check the whole audit log for changes, gaps and cut ends',
      examples: ['ecsc audit verify'],
    },
    import: {
      summary: 'import CSV exports and X.509 certificates: files or folders',
      examples: [
        'ecsc import portal-export.csv --dry-run',
        'ecsc import portal-export.csv certificates/',
        'ecsc import certificates/ --create',
      ],
    },
    backup: {
      summary: 'copy the database to a new file while others work on; the keys are not in it',
      examples: ['ecsc backup /backup/live-2026-11-24.db --db /srv/ecsc/live.db'],
    },
    'keys rotate': {
      summary: 'put a new key in force and seal every secret anew; goes on where it was interrupted',
      examples: ['ecsc keys rotate --db /srv/ecsc/live.db'],
    },
    seed: {
      summary: 'make a training database with many believable subscribers',
      examples: ['ecsc seed --accounts 10000 --seed 7 --db big.db'],
    },
    'agents list': { summary: 'list agents', examples: ['ecsc agents list'] },
    'agents add': {
      summary: 'add an agent; in live the password is asked for, never taken from the command line',
      examples: [
        'ecsc agents add ewa --name "Ewa Lis" --role agent',
        'pass show ecsc/ewa | ecsc agents add ewa --name "Ewa Lis" --role agent --password-stdin',
      ],
    },
    'agents disable': { summary: 'disable an agent', examples: ['ecsc agents disable ewa'] },
    'agents enable': { summary: 'enable a disabled or locked agent', examples: ['ecsc agents enable ewa'] },
    'agents role': { summary: 'change an agent’s role', examples: ['ecsc agents role ewa supervisor'] },
    'agents password': { summary: 'set a new password', examples: ['ecsc agents password ewa'] },
    'portal send-code': { summary: '“Send SMS code”', examples: ['ecsc portal send-code 5F932ACF'] },
    'portal enter-code': {
      summary: 'type the code from the SMS and confirm',
      examples: ['ecsc portal enter-code 5F932ACF 123456'],
    },
    'portal qr': {
      summary: 'show the “Secret” QR, once',
      examples: ['ecsc portal qr 5F932ACF', 'ecsc portal qr 5F932ACF --uri'],
    },
    'portal close-window': {
      summary: 'close the window with the “Secret” QR',
      examples: ['ecsc portal close-window 5F932ACF'],
    },
    'portal status': {
      summary: 'show the certificate as the portal’s list does',
      examples: ['ecsc portal status 5F932ACF'],
    },
    'phone inbox': {
      summary: 'show the received messages',
      examples: ['ecsc phone inbox 5F932ACF', 'ecsc phone inbox +48601000001'],
    },
    'phone scan': {
      summary: 'scan the QR in the portal’s open window; the first launch asks for a new PIN',
      examples: ['ecsc phone scan 5F932ACF'],
    },
    'phone otp': { summary: 'show the OTP codes of the app', examples: ['ecsc phone otp 5F932ACF'] },
    'phone clock': {
      summary: 'put the phone’s clock ahead or behind; without either: right again',
      examples: ['ecsc phone clock 5F932ACF --ahead 4m', 'ecsc phone clock 5F932ACF'],
    },
    'desktop sign': {
      summary: 'sign a file with an OTP: writes FILE.p7s (detached CMS) and FILE.ca.pem',
      examples: [
        'ecsc desktop sign contract.pdf --certificate 5F932ACF',
        'openssl cms -verify -binary -inform DER -in contract.pdf.p7s \\\n    -content contract.pdf -CAfile contract.pdf.ca.pem -purpose any -out /dev/null',
      ],
    },
    'desktop verify': {
      summary: 'check the signature of a file: who signed it, when, and whether it was changed since',
      examples: [
        'ecsc desktop verify contract.pdf',
        'ecsc desktop verify contract.pdf --signature contract.pdf.p7s --json',
      ],
    },
    ...machinesCli.commands,
    'clock show': { summary: 'show the training time', examples: ['ecsc clock show'] },
    'clock advance': {
      summary: 'move the training clock forward',
      examples: ['ecsc clock advance 6m', 'ecsc clock advance 1d'],
    },
    'clock speed': { summary: 'let the training clock run faster or slower', examples: ['ecsc clock speed 60'] },
    'clock pause': { summary: 'stop the training clock where it stands', examples: ['ecsc clock pause'] },
    'clock resume': {
      summary: 'let a stopped training clock run again, as fast as real time',
      examples: ['ecsc clock resume'],
    },
    'clock reset': { summary: 'back to real time', examples: ['ecsc clock reset'] },
    simulate: {
      summary: 'play a story on a certificate; without a name: list the stories',
      examples: ['ecsc simulate', 'ecsc simulate three-failures', 'ecsc simulate happy-path 5F932ACF'],
    },
    'network tick': { summary: 'let happen what is due in the network', examples: ['ecsc network tick'] },
    'network show': { summary: 'show the network’s rules', examples: ['ecsc network show'] },
    'network rule': {
      summary: 'set what becomes of messages: for all, one operator or one phone number',
      examples: ['ecsc network rule play outage', 'ecsc network rule all late 6m12s', 'ecsc network rule all clear'],
    },
    train: {
      summary: 'take calls of simulated subscribers in the console, with a debrief after each (training only)',
      examples: ['ecsc train', 'ecsc train --db school.db --lang pl'],
    },
    'train results': {
      summary: 'show what was scored in training',
      examples: [
        'ecsc train results',
        'ecsc train results --trainee ewa --json',
        'ecsc train results --csv > class.csv',
      ],
    },
    sweep: {
      summary: 'write down what time has decided (for cron)',
      examples: ['*/5 * * * * ecsc sweep --db /srv/ecsc/live.db'],
    },
  },
  arguments: {
    ...machinesCli.arguments,
    QUERY: 'what to look for; Polish letters may be left out',
    ID: 'customer id, certificate serial (or its beginning, 4 characters or more) or e-mail address',
    CERT: 'certificate serial or its beginning (4 characters or more); or the customer id or e-mail address of someone with one certificate',
    PHONE: 'phone number with +48 …, or CERT',
    PATH: 'file or folder',
    FILE: 'the document',
    COPY: 'the new file',
    CODE: 'the code; asked for when left out',
    AGENT: 'the agent’s user name',
    ROLE: 'the new role',
    DURATION: 'e.g. 90s, 6m, 1h30m, 2d',
    FACTOR: 'how many times as fast as real time',
    STORY: 'the story’s name',
    SCOPE: 'all, an operator (orange, play, plus, t-mobile, wirtualna) or a phone number',
    EFFECT: 'what becomes of messages from now on',
    BY: 'with late: after how long they arrive',
  },
  options: {
    csv: 'as CSV for a spreadsheet',
    trainee: 'only the calls of this agent',
    action: 'what is asked for',
    db: 'the database (otherwise ECSC_DB, otherwise the embedded training database)',
    lang: 'language',
    json: 'one JSON document on standard output; instants in ISO 8601, UTC',
    realm: 'live for real data, training for fictional',
    limit: 'at most so many',
    before: 'only entries before this number',
    as: 'the agent who acts; in live the password is asked for',
    ticket: 'number of the support ticket',
    reason: 'reason code',
    note: 'in your own words: why',
    verified: 'proofs that the caller gave, separated by commas',
    passwordStdin: 'read the password from the first line of standard input',
    dryRun: 'report what would happen, write nothing',
    create: 'open accounts for unknown subscribers found in certificates',
    encoding: 'character encoding of CSV files, when it is not recognised rightly',
    rejects: 'where rejected records go (otherwise beside the input: NAME.rejects.csv)',
    accounts: 'how many accounts',
    seed: 'the number from which everything follows: the same seed makes the same people',
    name: 'the agent’s name',
    role: 'the agent’s role',
    own: 'customer id of the agent’s own subscription, which they may not touch',
    uri: 'print the otpauth URI for a test authenticator instead of drawing the QR',
    plain: 'print the QR on standard output, where it stays in the scrollback',
    pinStdin: 'read the PIN from standard input (the first launch: twice)',
    uriStdin: 'scan the otpauth URI read from standard input instead of the portal’s window',
    entry: 'show only this entry of the app',
    certificate: 'the certificate to sign with (CERT)',
    ahead: 'how far the phone’s clock runs ahead',
    behind: 'how far the phone’s clock runs behind',
    otp: 'the OTP; asked for when left out',
    signature: 'the signature’s file; when left out, FILE.p7s',
  },
};
