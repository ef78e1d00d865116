import { describe, test } from 'vitest';
import { languages } from '../../src/text/language.ts';
import { type Colleague, consoleAs, consoleOn, MIDDLE, SMALL } from '../support/console-desk.tsx';
import { expectGolden } from '../support/golden.ts';
import type { Robot } from '../support/robot.tsx';
import { customerOf, type Desk, type PersonKey, serialOf, supportDesk } from '../support/support-desk.ts';

const QUEUE = /blocked|zastrzeż|locked: SMS|blokada: próby/;
const FOUND = /▸ /;

async function toAccount(robot: Robot, key: PersonKey): Promise<void> {
  await robot.press('/');
  await robot.type(customerOf(key));
  await robot.see(FOUND, customerOf(key));
  await robot.press('enter');
  await robot.see(/Serial number|Numer seryjny/);
}

async function toUnlock(robot: Robot): Promise<void> {
  await toAccount(robot, 'locked');
  await robot.press('u');
  await robot.see(/1 (Ticket|Zgłoszenie)/);
  await robot.type('INC-20931');
}

/** Marta has approved three of Ewa's requests; now there is an emergency, and a call was aborted. */
async function alarmedDesk(): Promise<Desk> {
  const app = await supportDesk();
  const ewa = { kind: 'agent', id: 'ewa' } as const;
  const olga = { agentId: 'olga', name: 'Olga Bober', role: 'supervisor', passwordHash: null } as const;
  const root = { kind: 'administrator', id: 'root' } as const;
  await app.perform(root, { type: 'add-agent', ...olga, ownCustomerId: null });
  const passed = ['call-back', 'contract-number'] as const;
  for (const emergency of [false, false, false, true]) {
    const opened = await app.perform(ewa, { type: 'open-case', ticket: 'INC-7', customerId: customerOf('active') });
    const fact = opened.verdict === 'done' ? opened.facts[0] : undefined;
    const caseId = fact && 'caseId' in fact ? String(fact.caseId) : '';
    await app.perform(ewa, { type: 'record-verification', caseId, passed, failed: [] });
    const grounds = { serial: serialOf('active'), caseId, reason: 'lost-phone', note: 'przetarg w południe' } as const;
    await app.perform(ewa, { type: 'request-approval', action: 'reset', emergency, ...grounds });
    if (!emergency)
      await app.perform({ kind: 'agent', id: 'marta' }, { type: 'approve-request', serial: grounds.serial });
  }
  const aborted = { type: 'abort-call', serial: serialOf('lockedOtp'), cause: 'pressure', ticket: null } as const;
  await app.perform(ewa, { ...aborted, passed: [], failed: [] });
  app.clock.advance(60_000);
  return app;
}

async function toPhone(robot: Robot): Promise<void> {
  await toAccount(robot, 'active');
  await robot.press('P');
  await robot.see(/1 (Ticket|Zgłoszenie)/);
  await robot.type('INC-9');
  await robot.press('enter', 'space', 'down', 'space', 'enter');
  await robot.type('+48509000009');
}

/** Two requests of Ewa's wait for a supervisor. */
async function deskWithRequests(): Promise<Desk> {
  const app = await supportDesk();
  const ewa = { kind: 'agent', id: 'ewa' } as const;
  for (const [key, action] of [
    ['locked', 'unlock'],
    ['active', 'reset'],
  ] as const) {
    const ticket = `INC-${key}`;
    const opened = await app.perform(ewa, { type: 'open-case', ticket, customerId: customerOf(key) });
    const fact = opened.verdict === 'done' ? opened.facts[0] : undefined;
    const caseId = fact && 'caseId' in fact ? String(fact.caseId) : '';
    await app.perform(ewa, {
      type: 'record-verification',
      caseId,
      passed: ['call-back', 'contract-number'],
      failed: [],
    });
    const grounds = { serial: serialOf(key), caseId, reason: 'sms-late', note: 'third time today' } as const;
    await app.perform(ewa, { type: 'request-approval', action, ...grounds });
    app.clock.advance(60_000);
  }
  return app;
}

/** What is done to get to the frame; each frame by its name. */
const ways: Readonly<Record<string, (robot: Robot) => Promise<void>>> = {
  queue: (robot) => robot.see(QUEUE),
  'search-empty': async (robot) => {
    await robot.press('/');
    await robot.see(/lukasz/);
  },
  'search-found': async (robot) => {
    await robot.press('/');
    await robot.type('an');
    await robot.see(FOUND, 'Anna');
  },
  'search-nobody': async (robot) => {
    await robot.press('/');
    await robot.type('xyzzy');
    await robot.see('xyzzy', /Nobody|Nikogo/);
  },
  'account-locked': (robot) => toAccount(robot, 'locked'),
  'account-waiting': (robot) => toAccount(robot, 'waiting'),
  'account-two-certificates': (robot) => toAccount(robot, 'active'),
  'account-blocked': (robot) => toAccount(robot, 'blocked'),
  'account-hostile-name': (robot) => toAccount(robot, 'hostile'),
  'account-audit': async (robot) => {
    await toAccount(robot, 'locked');
    await robot.press('tab');
    await robot.see(/▸ (Audit|Dziennik)/);
  },
  'diagnosis-several': async (robot) => {
    await toAccount(robot, 'locked');
    await robot.press('y', 'down');
    await robot.see(/▸ . (typed a wrong code|wpisano błędny kod)/);
  },
  'diagnosis-open': async (robot) => {
    await toAccount(robot, 'untouched');
    await robot.press('y');
    await robot.see(/Ask the caller|Zapytaj rozmówcę/);
  },
  'walkthrough-begin': async (robot) => {
    await toAccount(robot, 'untouched');
    await robot.press('w');
    await robot.see(/(Say|Powiedz) \(1/);
    await robot.press('right');
    await robot.see(/(Say|Powiedz) \(2/);
  },
  'walkthrough-waiting': async (robot) => {
    await toAccount(robot, 'waiting');
    await robot.press('w');
    await robot.see(/(Step|Krok) 2/);
  },
  'walkthrough-done': async (robot) => {
    await toAccount(robot, 'active');
    await robot.press('w');
    await robot.see(/(Step|Krok) 7/);
  },
  'walkthrough-locked': async (robot) => {
    await toAccount(robot, 'locked');
    await robot.press('w');
    await robot.see(/(is locked|jest zablokowana)/);
  },
  'unlock-1-ticket': toUnlock,
  'unlock-2-verify': async (robot) => {
    await toUnlock(robot);
    await robot.press('enter', 'space', 'down', 'down', 'x');
    await robot.see('[✓]', '[✗]');
  },
  'unlock-3-reason': async (robot) => {
    await toUnlock(robot);
    await robot.press('enter', 'space', 'down', 'space', 'enter', 'down', 'enter');
    await robot.type('Zażółć gęślą jaźń');
    await robot.see('jaźń');
  },
  'unlock-4-confirm': async (robot) => {
    await toUnlock(robot);
    await robot.press('enter', 'space', 'down', 'space', 'enter', 'enter');
    await robot.type('brak zasięgu w biurze');
    await robot.press('enter');
    await robot.see(/Press y|Naciśnij t/);
  },
  'unlock-5-done': async (robot) => {
    await toUnlock(robot);
    await robot.press('enter', 'space', 'down', 'space', 'enter', 'enter');
    await robot.type('brak zasięgu w biurze');
    await robot.press('enter', 'y');
    await robot.see(/Unlocked\.|Odblokowano\./);
  },
  'unlock-failed-verification': async (robot) => {
    await toUnlock(robot);
    await robot.press('enter', 'x', 'f');
    await robot.see(/is recorded|zapisano/);
  },
  'reset-4-confirm': async (robot) => {
    await toAccount(robot, 'active');
    await robot.press('r');
    await robot.see(/1 (Ticket|Zgłoszenie)/);
    await robot.type('INC-7');
    await robot.press('enter', 'space', 'down', 'space', 'enter', 'enter');
    await robot.type('skradziony telefon');
    await robot.press('enter');
    await robot.see(/reset the activation|o reset/);
  },
  'freeze-3-confirm': async (robot) => {
    await toAccount(robot, 'active');
    await robot.press('F');
    await robot.see(/1 (Ticket|Zgłoszenie)/);
    await robot.type('INC-8');
    await robot.press('enter', 'enter');
    await robot.type('pytał o sekret');
    await robot.press('enter');
    await robot.see(/Press y|Naciśnij t/);
  },
  'phone-3-number': async (robot) => {
    await toPhone(robot);
    await robot.see(/\+48 509 000 009/);
  },
  'phone-5-confirm': async (robot) => {
    await toPhone(robot);
    await robot.see(/\+48 509 000 009/);
    await robot.press('enter', 'enter');
    await robot.type('nowa karta');
    await robot.press('enter');
    await robot.see(/Press\s+y|Naciśnij\s+t/);
  },
  'abort-call': async (robot) => {
    await toAccount(robot, 'active');
    await robot.press('!');
    await robot.see(/Press\s+y|Naciśnij\s+t/, '→');
  },
  'approvals-none': async (robot) => {
    await robot.press('4');
    await robot.see(/Nothing waits|Nic nie czeka/);
  },
  audit: async (robot) => {
    await robot.press('3');
    await robot.see(/sign-in begun|rozpoczęto logowanie/);
  },
  'audit-filter-typing': async (robot) => {
    await robot.press('3');
    await robot.see(/signed in|zalogowano/);
    await robot.press('f');
    await robot.see(/today|dziś/);
  },
  'audit-filtered': async (robot) => {
    await robot.press('3');
    await robot.see(/signed in|zalogowano/);
    await robot.press('f');
    await robot.type('EC-100001 2026-11-23 zzz');
    await robot.press('enter');
    await robot.see(/not understood: zzz|nie rozumiem: zzz/);
  },
  'audit-nothing': async (robot) => {
    await robot.press('3');
    await robot.see(/signed in|zalogowano/);
    await robot.press('f');
    await robot.type('2019-01-01');
    await robot.see(/No entry fits|Żaden wpis/);
  },
  'audit-entry': async (robot) => {
    await robot.press('3');
    await robot.see(/signed in|zalogowano/);
    await robot.press('down', 'down', 'down', 'enter');
    await robot.see(/hash before|poprzedni/);
  },
  'audit-check': async (robot) => {
    await robot.press('3');
    await robot.see(/signed in|zalogowano/);
    await robot.press('V');
    await robot.see(/is intact|jest nienaruszony/);
  },
  'cases-none': async (robot) => {
    await robot.press('5');
    await robot.see(/You have no open case|Nie masz otwartej/);
  },
  help: async (robot) => {
    await toAccount(robot, 'active');
    await robot.press('?');
    await robot.see(/Keys here|Klawisze/);
  },
  palette: async (robot) => {
    await toAccount(robot, 'active');
    await robot.press(':');
    await robot.see(/Do: |Zrób: /);
  },
  'palette-filtered': async (robot) => {
    await toAccount(robot, 'active');
    await robot.press('ctrl+k');
    await robot.type(robot.screen().includes('Konto') ? 'odblok' : 'unl');
    await robot.see(/▸ u .*✕/);
  },
  'palette-nothing': async (robot) => {
    await robot.see(QUEUE);
    await robot.press(':');
    await robot.type('xyzzy');
    await robot.see(/“xyzzy”|„xyzzy”/);
  },
  'locked-screen': async (robot) => {
    await robot.see(QUEUE);
    await robot.press('ctrl+x');
    await robot.see(/hides what|ukryła/);
  },
};

describe.each(languages)('frames in %s', (language) => {
  describe.each([SMALL, MIDDLE])('at $columns×$rows', (size) => {
    const suffix = `${size.columns}x${size.rows}.${language}`;

    test.each(Object.entries(ways))('%s', async (name, way) => {
      const colleague: Colleague = 'ewa';
      const { robot } = await consoleAs(colleague, { size, language });
      await way(robot);
      expectGolden(`${name}.${suffix}`, robot.screen());
    });

    test('sign-in', async () => {
      const robot = await consoleOn(await supportDesk(), { size, language });
      await robot.see('Ewa Lis');
      expectGolden(`sign-in.${suffix}`, robot.screen());
    });
  });

  describe.each([SMALL, MIDDLE])('a supervisor’s desk at $columns×$rows', (size) => {
    const suffix = `${size.columns}x${size.rows}.${language}`;

    test('approvals, and one of them', async () => {
      const { robot } = await consoleAs('marta', { size, language, app: await deskWithRequests() });
      await robot.see(/approvals 2|zgody 2/);
      expectGolden(`queue-supervisor.${suffix}`, robot.screen());
      await robot.press('5', 'tab');
      await robot.see('INC-active');
      expectGolden(`cases.${suffix}`, robot.screen().replaceAll(/\b[A-Z2-9]{8}\b/g, 'CASE2345'));
      await robot.press('h');
      await robot.see('Tomasz Dudek');
      expectGolden(`hand-over.${suffix}`, robot.screen().replaceAll(/\b[A-Z2-9]{8}\b/g, 'CASE2345'));
      await robot.press('escape', '4');
      await robot.see('Żółkiewski', 'Nowak');
      expectGolden(`approvals.${suffix}`, robot.screen());
      await robot.press('enter');
      await robot.see(/A yes means|Zgoda oznacza/);
      expectGolden(`approval.${suffix}`, robot.screen());
    });
  });

  describe.each([SMALL, MIDDLE])('alarms, patterns and an emergency at $columns×$rows', (size) => {
    const suffix = `${size.columns}x${size.rows}.${language}`;

    test('what a supervisor has to look into', async () => {
      const { robot } = await consoleAs('marta', { size, language, app: await alarmedDesk() });
      await robot.press('4');
      await robot.see('‼', 'Nowak');
      expectGolden(`approvals-alarms.${suffix}`, robot.screen());
      await robot.press('enter');
      await robot.see(/A yes means|Zgoda oznacza/, /EMERGENCY|TRYB PILNY/, /first of two|Pierwsza z dwóch/);
      expectGolden(`approval-emergency.${suffix}`, robot.screen());
    });
  });

  test('too small a window', async () => {
    const { robot } = await consoleAs('ewa', { language });
    await robot.resize(60, 15);
    await robot.see('60×15');
    expectGolden(`too-small.60x15.${language}`, robot.screen());
  });
});
