import { describe, expect, test } from 'vitest';
import { classLines } from '../../src/screens/school/class-view.ts';
import { callColumns, schoolHead } from '../../src/screens/school/school-view.ts';
import type { CalledScenario } from '../../src/sim/drill.ts';
import { callsFor } from '../../src/sim/drill-calls.ts';
import { pupilsOf } from '../../src/sim/drill-class.ts';
import { answer, hangUp, ring, say } from '../../src/sim/drill-line.ts';
import type { DoneDrill } from '../../src/sim/drill-record.ts';
import { textFor } from '../../src/text/index.ts';
import { type Language, languages } from '../../src/text/language.ts';
import { table } from '../../src/ui/table.ts';
import { consoleAs, consoleOn, MIDDLE, SMALL } from '../support/console-desk.tsx';
import {
  atSecond,
  calledScenario,
  drillOf,
  impostor,
  perfectTalk,
  scored,
  spoken,
  tellOnly,
} from '../support/drilled.ts';
import { expectGolden } from '../support/golden.ts';
import { plain } from '../support/plain.ts';
import type { Robot, RobotSize } from '../support/robot.tsx';
import { grantedBy } from '../support/simulated.ts';
import { supportDesk } from '../support/support-desk.ts';
import { tell } from '../support/trainee.ts';

/** A story of its own, so that the frames do not change with those that ship. */
const story = calledScenario({
  title: { en: 'A lost message', pl: 'Zgubiona wiadomość' },
  teaches: {
    en: 'Nobody is unlocked before they are verified, however little time they have.',
    pl: 'Nikogo nie odblokowuje się przed weryfikacją, choćby bardzo się spieszył.',
  },
  call: {
    ticket: 'INC-20931',
    mood: 'in-a-hurry',
    wrong: ['date-of-birth'],
    words: {
      en: 'No message came, not once, and now I am locked. I have a quarter of an hour until the notary closes. Can you please just let me in?',
      pl: 'Żadna wiadomość nie przyszła, ani razu, a teraz jest blokada. Za kwadrans notariusz zamyka. Proszę mnie po prostu wpuścić, dobrze?',
    },
    answers: { 'since-when': { en: 'Since noon, about.', pl: 'Mniej więcej od południa.' } },
  },
});

/** Ewa has this call on the line, half a minute after she picked up. */
async function inCall(size: RobotSize, language: Language): Promise<Robot> {
  const app = await supportDesk();
  const open = grantedBy(await ring(app, 'ewa', story, { place: 2, of: 3 }));
  grantedBy(await answer(app, open));
  app.clock.advance(21_000);
  grantedBy(await say(app, open, { choose: 'saying', saying: 'greeting' }));
  grantedBy(await say(app, open, { choose: 'question', question: 'since-when' }));
  for (const proof of ['call-back', 'certificate-expiry', 'date-of-birth'] as const) {
    grantedBy(await say(app, open, { choose: 'proof', proof }));
  }
  app.clock.advance(9_000);
  const { robot } = await consoleAs('ewa', { app, size, language });
  await robot.see('☎', 'Żółkiewski');
  return robot;
}

describe.each(languages)('in %s', (language) => {
  const texts = textFor(language);
  const { tabs } = texts.school.panel;

  describe.each([SMALL, MIDDLE, { columns: 160, rows: 45 }])('at $columns×$rows', (size) => {
    const name = (of: string) => `school-${of}.${size.columns}x${size.rows}.${language}`;

    test('the phone rings', async () => {
      const app = await supportDesk();
      grantedBy(await ring(app, 'ewa', story, { place: 2, of: 3 }));
      const { robot } = await consoleAs('ewa', { app, size, language });
      await robot.see('☎');
      await robot.press('c');
      await robot.see('INC-20931', /2 (of|z) 3/);
      expectGolden(name('ringing'), robot.screen());
    });

    test('the line of a call on a real screen', async () => {
      const robot = await inCall(size, language);
      expectGolden(name('strip'), robot.screen());
    });

    test('the panel of a call', async () => {
      const robot = await inCall(size, language);
      await robot.press('c');
      await robot.see(`▸ ${tabs.ask}`);
      await tell(robot, tabs.cause, texts.diagnosis.cause['sms-late'].name);
      await tell(robot, tabs.say, texts.school.panel.saying['ask-pin']);
      await robot.see(texts.school.panel.reply['ask-pin']);
      expectGolden(name('panel'), robot.screen());
    });

    test('a debrief', async () => {
      const robot = await inCall(size, language);
      await robot.press('c');
      await robot.see(`▸ ${tabs.ask}`);
      await tell(robot, tabs.say, texts.school.panel.saying.promise);
      await tell(robot, tabs.cause, texts.diagnosis.cause['sms-late'].name);
      await tell(robot, tabs.cause, texts.diagnosis.cause['sms-lost'].name);
      await tell(robot, tabs.end, texts.school.panel.end.refused);
      await robot.see(texts.school.debrief.model, texts.keys.labels['next-call']);
      expectGolden(name('debrief'), robot.screen());
    });

    test('the list of calls', () => {
      const calls = callsFor([story, expired, impostor], [run(expired, 100), run(expired, 60), run(impostor, 20)]);
      const drawn = table(callColumns(calls, texts), size.columns);
      const lines = [
        ...schoolHead(calls, texts, size.columns),
        drawn.heading,
        ...calls.map((call, row) => drawn.row(call, row === 1)),
      ];
      expectGolden(name('calls'), plain(lines.join('\n')));
    });

    test('the class', () => {
      const done: Readonly<Record<string, readonly DoneDrill[]>> = {
        ewa: [run(story, 100), run(expired, 60), run(impostor, 20)],
        jan: [run(story, 85)],
      };
      const staff = [
        ['ewa', 'Ewa Lis'],
        ['jan', 'Jan Sowa'],
        ['ala', 'Ala Kot'],
      ] as const;
      const agents = staff.map(
        ([agentId, person]) =>
          ({
            agentId,
            name: person,
            role: 'agent',
            status: 'enabled',
            ownCustomerId: null,
            hasPassword: false,
          }) as const,
      );
      const pupils = pupilsOf(agents, (agentId) => done[agentId] ?? [], 3);
      const scenarios = callsFor([story, expired, impostor], []).map(({ scenario }) => scenario);
      expectGolden(name('class'), plain(classLines({ pupils, scenarios }, 0, texts, size.columns).join('\n')));
    });
  });
});

test('a debrief that is longer than the screen says where it goes on, and loses no word', async () => {
  const words = { en: 'Once more, please, and this time slowly, digit by digit, as it stands in the message.', pl: '' };
  const steps = Array.from({ length: 6 }, () => ({ do: 'tell', by: 'agent', words }) as const);
  const app = await supportDesk();
  const open = grantedBy(await ring(app, 'ewa', { ...story, support: [...story.support, ...steps] }, null));
  grantedBy(await answer(app, open));
  grantedBy(await hangUp(app, open, 'refused'));
  const at = { screen: 'debrief', agentId: 'ewa', number: 1 } as const;
  const robot = await consoleOn(app, { start: { as: 'ewa', at } });
  await robot.see('You refused to help');
  const body = () => robot.screen().split('\n').slice(2, 22);
  const ends = () => [body().at(0)?.slice(-2), body().at(-1)?.slice(-2)];
  expect(ends()).toEqual([expect.not.stringContaining('↑'), ' ↓']);
  await robot.press('pagedown');
  await robot.see(' ↑');
  await robot.press('end');
  await robot.see('9. say: ');
  expect(ends()).toEqual([' ↑', expect.not.stringContaining('↓')]);
  expect(body().join(' ').replace(/\s+/g, ' ')).toContain(`9. say: “${words.en}”`);
  await robot.press('home');
  await robot.see('You refused to help');
  expect(ends()[1]).toBe(' ↓');
});

const expired = calledScenario({
  name: 'expired',
  title: { en: 'The certificate has expired', pl: 'Certyfikat wygasł' },
  support: tellOnly,
  call: { ticket: 'INC-20940' },
});

function run(scenario: CalledScenario, points: number): DoneDrill {
  const judged = scored({ scenario, events: points === 100 ? perfectTalk : spoken() });
  return { drill: drillOf(scenario), endedAt: atSecond(100), score: { ...judged, points, passed: points >= 70 } };
}
