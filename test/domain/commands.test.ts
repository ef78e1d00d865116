import { describe, expect, test } from 'vitest';
import { type CommandType, commandKinds, deciders, targetOf } from '../../src/domain/commands.ts';
import { everyCommand } from './every-command.ts';

const types = Object.keys(everyCommand) as readonly CommandType[];

describe('the catalogue of commands', () => {
  test.each(types)('%s is about the thing it names', (type) => {
    const [command, id] = everyCommand[type];
    expect(targetOf(command)).toBe(id);
  });

  test('gives every kind of thing the decider of that kind', () => {
    for (const [kind, decider] of Object.entries(deciders)) expect(decider.kind).toBe(kind);
    expect(new Set(Object.values(commandKinds))).toEqual(new Set(Object.keys(deciders)));
  });

  test('names each command of the union, and no other', () => {
    expect(Object.keys(commandKinds).sort()).toEqual([...types].sort());
  });
});
