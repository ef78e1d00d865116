import { expect, test } from 'vitest';
import { cli } from '../support/cli-run.ts';
import { affected, afterTheOutage, duringTheOutage } from '../support/outage.ts';

test('the radar as a table and as a document', async () => {
  const { app } = await duringTheOutage();
  const shown = await cli(app.path, ['radar']);
  expect(shown.stdout).toMatch(/Operator +Sent +Failed +Median +95 % +Trouble since +Callers +Outage/);
  expect(shown.stdout).toMatch(/Plus +30 +27/);
  const document = (await cli(app.path, ['radar', '--json'])).json();
  expect(document).toMatchObject({ operators: [{ operator: 'Orange' }, { operator: 'Plus', failed: 27 }] });
}, 60_000);

test('an outage is recognised by a supervisor, not by an agent, from when the radar saw it begin', async () => {
  const { app } = await duringTheOutage();
  const recognise = (who: string) => cli(app.path, ['outage', 'recognise', 'plus', '--as', who, '--note', 'seen']);
  expect((await recognise('ewa')).code).toBe(1);
  const done = await recognise('olga');
  expect(done).toMatchObject({ code: 0 });
  expect(done.stdout).toContain('Outage of Plus recognised');
  expect((await cli(app.path, ['outage', 'recognise', 'era', '--as', 'olga', '--note', 'n'])).code).toBe(1);
  const ended = await cli(app.path, ['outage', 'end', 'Plus', '--as', 'olga', '--note', 'n']);
  expect(ended.stdout).toContain(`${affected.length} activations`);
}, 60_000);

test('bulk unlock: dry run, one asks, another approves, and once more there is nobody', async () => {
  const app = await afterTheOutage();
  const run = (...argv: readonly string[]) => cli(app.path, ['bulk-unlock', ...argv]);
  const list = await run('list', 'plus');
  expect(list.stdout.match(/3 of 3 failures by it/g)).toHaveLength(affected.length);
  expect((await run('resume', 'plus', '--as', 'olga')).code).toBe(1);
  expect((await run('ask', 'plus', '--as', 'olga', '--note', 'after the outage')).code).toBe(0);
  const listed = await cli(app.path, ['approvals', 'list']);
  expect(listed.stdout).toMatch(/unlock after an outage +Plus: \d+ activations +outage .* olga .* after the outage/);
  const waiting = (await cli(app.path, ['approvals', 'list', '--json'])).json();
  expect(waiting).toMatchObject({ approvals: [{ action: 'bulk-unlock', operator: 'Plus', count: affected.length }] });
  expect((await run('approve', 'plus', '--as', 'olga')).stderr).toMatch(/^Whoever asked/);
  const approved = await run('approve', 'plus', '--as', 'piotr', '--json');
  expect(approved.json()).toEqual({ unlocked: affected.length, refused: [] });
  expect((await run('resume', 'plus', '--as', 'olga', '--json')).json()).toEqual({ unlocked: 0, refused: [] });
  expect((await run('list', 'plus')).stdout).toContain('keeps nobody locked');
}, 60_000);
