import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cli } from '../support/cli-run.ts';
import { filledDatabase } from '../support/filled-database.ts';
import { importRecord } from '../support/records.ts';
import { tempDatabase } from '../support/temp-database.ts';

const PASSWORD = 'zażółć gęślą jaźń';
const add = ['agents', 'add', 'ola', '--name', 'Ola Kos', '--role', 'agent'];

describe('agents in training', () => {
  test('need no password', async () => {
    const db = await tempDatabase('training');
    expect(await cli(db, add)).toMatchObject({ code: 0, stdout: 'Added: ola (agent).\n', stderr: '' });
    expect((await cli(db, ['agents', 'list'])).stdout).toMatch(/ola +Ola Kos +agent +enabled +no +—/);
    const refused = await cli(db, ['agents', 'password', 'ola', '--password-stdin'], { stdin: `${PASSWORD}\n` });
    expect(refused).toMatchObject({ code: 1, stderr: 'In a training database nobody has a password.\n' });
  });

  test('are disabled, enabled and given another role', async () => {
    const db = await filledDatabase();
    expect((await cli(db, ['agents', 'disable', 'ewa'])).stdout).toContain('Disabled: ewa.');
    expect(await cli(db, ['agents', 'disable', 'ewa'])).toMatchObject({ code: 1 });
    expect((await cli(db, ['agents', 'enable', 'ewa', '--lang', 'pl'])).stdout).toBe('Włączono: ewa.\n');
    expect((await cli(db, ['agents', 'role', 'ewa', 'trainer', '--json'])).json()).toMatchObject({
      agent: { agentId: 'ewa', role: 'trainer', status: 'enabled' },
    });
    expect(await cli(db, ['agents', 'role', 'ewa', 'trainer'])).toMatchObject({ code: 1 });
    expect(await cli(db, ['agents', 'enable', 'nobody'])).toMatchObject({ code: 1 });
  });

  test('the one who did it is on record', async () => {
    const db = await tempDatabase('training');
    await cli(db, [...add, '--own', 'EC-100001']);
    const { entries } = (await cli(db, ['audit', 'list', '--json'])).json() as { entries: object[] };
    expect(entries[0]).toMatchObject({ command: 'add-agent', actor: { kind: 'administrator', id: 'tester' } });
  });

  test('an own account that nobody has yet is told: a mistyped one would keep the colleague from nothing', async () => {
    const db = await filledDatabase();
    const { customerId } = importRecord(1);
    const adding = (agent: string, own: string) =>
      cli(db, ['agents', 'add', agent, '--name', `Agent ${agent}`, '--role', 'agent', '--own', own]);
    expect((await adding('ala', customerId.toLowerCase())).stderr).toBe('');
    const { code, stderr } = await adding('ola', 'EC-999999');
    expect({ code, told: stderr.includes('No account has the customer id EC-999999 yet') }).toEqual({
      code: 0,
      told: true,
    });
  });

  test('nobody is added who looks like a colleague, and an own account is the same however it is spelled', async () => {
    const db = await tempDatabase('training');
    await cli(db, [...add, '--own', ' ec-100001']);
    const twin = ['agents', 'add', 'ola\u200b', '--name', 'Ola Kos', '--role', 'agent'];
    expect(await cli(db, twin)).toMatchObject({ code: 1, stderr: expect.stringContaining('A user name has 2 to 64') });
    const hidden = ['agents', 'add', 'ala', '--name', '\u200b\u202e', '--role', 'agent'];
    expect(await cli(db, hidden)).toMatchObject({ code: 1, stderr: expect.stringContaining('name is missing') });
    await cli(db, ['agents', 'add', 'iza', '--name', ' Iza \u001b[31m Lis\u202e', '--role', 'agent']);
    expect((await cli(db, ['agents', 'list', '--json'])).json()).toMatchObject({
      agents: [
        { agentId: 'iza', name: 'Iza Lis', ownCustomerId: null },
        { agentId: 'ola', ownCustomerId: 'EC-100001' },
      ],
    });
  });

  test('an empty list is an answer', async () => {
    const db = await tempDatabase('training');
    expect(await cli(db, ['agents', 'list'])).toMatchObject({ code: 0, stdout: '', stderr: 'There are no agents.\n' });
    expect((await cli(db, ['agents', 'list', '--json'])).json()).toEqual({ agents: [] });
  });
});

describe('agents in live', () => {
  test('get a password, typed twice and never seen', async () => {
    const db = await tempDatabase('live');
    const { code, stdout, stderr } = await cli(db, add, { keys: [...PASSWORD, '\r', PASSWORD, '\r'] });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'Added: ola (agent).\n' });
    expect(stderr).toBe('New password for ola, at least 15 characters: \nOnce more: \n');
    const list = await cli(db, ['agents', 'list', '--json']);
    expect(list.json()).toMatchObject({ agents: [{ agentId: 'ola', hasPassword: true }] });
    expect(list.stdout).not.toContain('argon2');
    expect(readFileSync(db).includes(Buffer.from(PASSWORD))).toBe(false);
    expect((await cli(db, ['audit', 'list', '--json'])).stdout).not.toContain('argon2');
  });

  test.each([
    [['one long enough password', '\r', 'another long password', '\r'], 'The two passwords are not the same.'],
    [['short', '\r'], 'The password has fewer than 15 characters.'],
    [['\r'], 'No password was given.'],
  ])('%j is refused', async (keys, said) => {
    const db = await tempDatabase('live');
    const { code, stderr } = await cli(db, add, { keys });
    expect(code).toBe(1);
    expect(stderr).toContain(said);
    expect((await cli(db, ['agents', 'list', '--json'])).json()).toEqual({ agents: [] });
  });

  test('one that will not do is asked for again, three times in all: nobody types it into the shell', async () => {
    const db = await tempDatabase('live');
    const slips = ['short', '\r', PASSWORD, '\r', 'another', '\r'];
    expect(await cli(db, add, { keys: [...slips, PASSWORD, '\r', PASSWORD, '\r'] })).toMatchObject({ code: 0 });
    const short = ['short', '\r'];
    const { code, stderr } = await cli(db, ['agents', 'password', 'ola'], { keys: Array(4).fill(short).flat() });
    expect(code).toBe(1);
    expect(stderr.match(/New password/g)).toHaveLength(3);
  });

  test('Ctrl+C at the prompt adds nobody', async () => {
    const db = await tempDatabase('live');
    expect(await cli(db, add, { keys: ['abc', '\x03'] })).toMatchObject({ code: 130, stdout: '' });
    expect((await cli(db, ['agents', 'list', '--json'])).json()).toEqual({ agents: [] });
  });

  test('the password comes from standard input only when asked so', async () => {
    const db = await tempDatabase('live');
    expect(await cli(db, add, { stdin: `${PASSWORD}\n` })).toMatchObject({ code: 2 });
    expect(await cli(db, [...add, '--password-stdin'], { stdin: `${PASSWORD}\n` })).toMatchObject({ code: 0 });
    expect(await cli(db, [...add, '--password-stdin'], { stdin: `${PASSWORD}\n` })).toMatchObject({ code: 1 });
    expect(
      await cli(db, ['agents', 'password', 'ola', '--password-stdin'], { stdin: 'nowe hasło dla Oli\n' }),
    ).toMatchObject({
      code: 0,
      stdout: 'The password of ola was set.\n',
    });
    expect(await cli(db, ['agents', 'password', 'nobody', '--password-stdin'], { stdin: 'x\n' })).toMatchObject({
      code: 1,
    });
  });
});
