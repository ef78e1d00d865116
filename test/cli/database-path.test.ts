import { expect, test } from 'vitest';
import { databasePath } from '../../src/wiring.ts';

const home = () => '/home/ewa';

test('the database is the one named, else that of the environment, else in the data folder', () => {
  const env = { ECSC_DB: '/srv/live.db', XDG_DATA_HOME: '/data' };
  expect(databasePath('/srv/other.db', env, home)).toBe('/srv/other.db');
  expect(databasePath(undefined, env, home)).toBe('/srv/live.db');
  expect(databasePath(undefined, { ...env, ECSC_DB: '' }, home)).toBe('/data/ecsc/training.db');
  expect(databasePath(undefined, {}, home)).toBe('/home/ewa/.local/share/ecsc/training.db');
});

test('without a home that is told, and a database that is named needs none', () => {
  const homeless = () => {
    throw new Error('uv_os_homedir returned ENOENT');
  };
  expect(() => databasePath(undefined, {}, homeless)).toThrow('no-home');
  expect(databasePath('/srv/live.db', {}, homeless)).toBe('/srv/live.db');
});
