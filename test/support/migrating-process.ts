import Database from 'better-sqlite3';
import { openWriter } from '../../src/db/connection.ts';
import { migrate } from '../../src/db/migrations.ts';

/** Brings a database up to date, and is killed before so many of the statements have run. */
const [, , path = '', fatal = ''] = process.argv;

const { exec } = Database.prototype;
let statements = 0;
Database.prototype.exec = function counted(this: Database.Database, sql: string) {
  statements += 1;
  if (statements === Number(fatal)) process.kill(process.pid, 'SIGKILL');
  return exec.call(this, sql);
};

migrate(openWriter(path), path);
