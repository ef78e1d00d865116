const rotation = ['test/db/key-rotation.test.ts'];
const backup = ['test/db/backup.test.ts'];
const policy = ['test/cli/policy.test.ts'];
const doctor = ['test/cli/doctor.test.ts'];
const canaries = ['test/db/canaries.test.ts'];

/** Bugs of keys and backups. */
export const upkeepMutants = [
  {
    name: 'keys: the old key is forgotten before everything is sealed anew',
    file: 'src/db/key-rotation.ts',
    find: 'retired: [{ keyId, master }] };',
    replace: 'retired: [{ keyId, master: freshMaster() }] };',
    tests: rotation,
  },
  {
    name: 'keys: an open console goes on with the key it knows',
    file: 'src/db/vault.ts',
    find: 'const keyId = changes?.inForce() ?? keys.keyId;',
    replace: 'const { keyId } = keys;',
    tests: rotation,
  },
  {
    name: 'keys: an unknown key is not looked for again',
    file: 'src/db/vault.ts',
    find: 'if (!ring.has(keyId) && changes)',
    replace: 'if (ring.size === 0 && changes)',
    tests: rotation,
  },
  {
    name: 'keys: the old key goes while a code is under way',
    file: 'src/db/key-rotation.ts',
    find: 'if (oldKeyUntil === null) await',
    replace: 'await',
    tests: rotation,
  },
  {
    name: 'keys: a second rotation begins before the first has ended',
    file: 'src/db/key-rotation.ts',
    find: 'const isUnderWay = (file.retired ?? []).length > 0;',
    replace: 'const isUnderWay = false;',
    tests: rotation,
  },
  {
    name: 'keys: a database opens with the keys of another time',
    file: 'src/db/open.ts',
    find: 'some(({ keyId }) => keyId === inForce)',
    replace: "some(({ keyId }) => keyId !== '')",
    tests: rotation,
  },
  {
    name: 'anchor: noted through whatever link lies in wait',
    file: 'src/db/safe-files.ts',
    find: "const draft = draftOf(path);\n  try {\n    const handle = openSync(draft, 'wx', PRIVATE_FILE);",
    replace:
      "const draft = `${path}.${process.pid}.tmp`;\n  try {\n    const handle = openSync(draft, 'w', PRIVATE_FILE);",
    tests: ['test/db/files.test.ts'],
  },
  {
    name: 'keys: what could not take its place stays aside',
    file: 'src/db/safe-files.ts',
    find: '    place(draft);\n  } finally {\n    remove(draft);\n  }',
    replace: '    place(draft);\n  } finally {\n  }',
    tests: ['test/db/files.test.ts'],
  },
  {
    name: 'canaries: the code stays in the outbox after it was handed over',
    file: 'src/db/outbox.ts',
    find: "json_remove(body, '$.code', '$.phone')",
    replace: "json_remove(body, '$.phone')",
    tests: canaries,
  },
  {
    name: 'canaries: a secret is kept as it is',
    file: 'src/db/vault.ts',
    find: 'Buffer.concat([cipher.update(plain), cipher.final()])',
    replace: 'Buffer.concat([cipher.update(plain), cipher.final(), plain])',
    tests: canaries,
  },
  {
    name: 'backup: an old copy put back is forgotten as soon as work goes on',
    file: 'src/db/anchor.ts',
    find: 'if (before && hashAt.get(before.seq) !== before.hash) return;',
    replace: '',
    tests: backup,
  },
  {
    name: 'backup: a log that ends too early is taken for whole',
    file: 'src/db/audit-chain.ts',
    find: 'if (anchor && anchor.seq > head.seq) {',
    replace: 'if (anchor && anchor.seq < 0) {',
    tests: backup,
  },
  {
    name: 'backup: not on record',
    file: 'src/db/store.ts',
    find: "      await write('back-up');\n",
    replace: '',
    tests: backup,
  },
  {
    name: 'doctor: rows are not compared with the log',
    file: 'src/db/examine-things.ts',
    find: 'for (const difference of differencesOf(facts, shelves)) tell(findingOf(difference, customerId));',
    replace: '',
    tests: doctor,
  },
  {
    name: 'doctor: rows that nobody has written down pass',
    file: 'src/db/examine-things.ts',
    find: 'ids.filter((id) => !known.has(`${on} ${id}`))',
    replace: 'ids.filter((id) => known.has(`${on} ${id} twice`))',
    tests: doctor,
  },
  {
    name: 'doctor: secrets are not opened',
    file: 'src/db/examine-things.ts',
    find: '    vault.open(serial, generation, sealed);\n',
    replace: '',
    tests: doctor,
  },
  {
    name: 'doctor: the rest of a damaged file is believed',
    file: 'src/db/examine.ts',
    find: 'if (found > 0) return result(0, 0, examinationSteps.slice(1));',
    replace: '',
    tests: doctor,
  },
  {
    name: 'policy: an open store does not see what was set',
    file: 'src/db/live-policy.ts',
    find: 'if (newest === seen) return;',
    replace: 'if (seen !== undefined) return;',
    tests: policy,
  },
  {
    name: 'policy: a change is decided by what was in force a millisecond before its transaction',
    file: 'src/db/transact.ts',
    find: 'begun();',
    replace: '',
    tests: ['test/db/live-policy.test.ts'],
  },
  {
    name: 'policy: a change is decided by what was in force when it was asked for',
    file: 'src/app.ts',
    find: 'policy });',
    replace: 'policy: { ...policy } });',
    tests: ['test/db/live-policy.test.ts'],
  },
  {
    name: 'policy: nobody reads of it in the log',
    file: 'src/db/store.ts',
    find: "        audit.append(upkeepRecord(now, actor, 'change-policy', note));",
    replace: '',
    tests: policy,
  },
  {
    name: 'policy: a value beyond its bounds is taken',
    file: 'src/domain/policy-settings.ts',
    find: ' && value >= setting.least && value <= setting.most',
    replace: ' && value > Number.NEGATIVE_INFINITY',
    tests: policy,
  },
];
