const planted = (file, tests, bugs) =>
  bugs.map(([what, find, replace]) => ({
    name: `machines, ${file}: ${what}`,
    file: `src/sim/${file}`,
    find,
    replace,
    tests: tests.map((name) => `test/sim/${name}.test.ts`),
  }));

/** Bugs of the subscriber's machines: portal, phones, ECSigner Desktop, SecureDoc. */
export const machineMutants = [
  {
    name: 'world: of two who keep something first both keep their own',
    file: 'src/db/world.ts',
    find: 'if (there) return unseal(there);',
    replace: '',
    tests: ['test/sim/signature.test.ts'],
  },
  ...planted(
    'portal-screen.ts',
    ['portal-screen'],
    [
      ['a refusal stays when its screen is gone', 'session.refused?.on === screen.on', 'session.refused'],
      ['a blocked account stays where it was', "if (barred) return { on: 'log-in', refusal: barred };", ''],
      [
        'a window that nobody drew is shown',
        'drawn?.shownAt === shownAt ? drawn.lines : null',
        'drawn ? drawn.lines : null',
      ],
      ['a revoked certificate keeps its page', 'if (!view || unusable)', 'if (!view)'],
    ],
  ),
  ...planted(
    'portal-pages.ts',
    ['portal-screen'],
    [
      ['any password will do', 'password === portalLoginOf(account).password', "password !== 'wrong'"],
      ['a blocked account is let in', 'const barred = wrong ?? accountRefusal(account);', 'const barred = wrong;'],
    ],
  ),
  ...planted(
    'phone.ts',
    ['phones'],
    [
      ['any PIN opens the app', 'if (pin !== installed.pin)', 'if (pin.length !== 4)'],
      ['a PIN typed differently is taken', 'if (pin !== again)', 'if (pin.length !== again.length)'],
      [
        'entries outlive the app',
        "for (const { shelf, key, position } of allOf(world, 'app-entry', id)) await world.remove({ shelf, key, position });",
        '',
      ],
      ['old messages move with the SIM card', 'value.arrivedAt >= card.since', 'card.since >= 0'],
    ],
  ),
  ...planted(
    'handset.ts',
    ['phones'],
    [
      ['a lost phone can be used', "return refused({ code: 'phone-lost' });", 'return found;'],
      ['a phone that is off can be used', "return refused({ code: 'phone-off' });", 'return found;'],
      ['a clock that is off is right', 'return app.now() + skew;', 'return app.now() + 0 * skew;'],
    ],
  ),
  ...planted(
    'phones.ts',
    ['phones'],
    [
      [
        'a lost phone is still reached',
        "if (handset.sim !== null) await setReach(app, world, handset.sim, state === 'on');",
        '',
      ],
      [
        'the SIM card is in two phones',
        'if (old) await keepHandset(world, old.id, { ...old.handset, sim: null });',
        '',
      ],
      [
        'the app stays open when the phone goes off',
        "const closed = mobile.is === 'open' ?",
        "const closed = mobile.is === 'absent' ?",
      ],
    ],
  ),
  ...planted(
    'scanner.ts',
    ['phones', 'activation'],
    [['a closed window can be scanned', 'open?.at !== onScreen.shownAt', 'false']],
  ),
  ...planted(
    'secure-doc.ts',
    ['computer'],
    [['it signs without the bridge', 'if (unbridged) return refused(unbridged);', '']],
  ),
  ...planted(
    'computer.ts',
    ['computer'],
    [
      [
        'certificates are seen without the bridge',
        'const certificates = unbridged ? []',
        'const certificates = false ? []',
      ],
      [
        'revoked certificates are offered',
        "known.certificates.filter(({ status }) => status === 'valid')",
        'known.certificates',
      ],
    ],
  ),
  ...planted(
    'desktop.ts',
    ['computer'],
    [['a blocked account logs in', 'const barred = wrong ?? accountRefusal(known.account);', 'const barred = wrong;']],
  ),
];
