const pathOf = (name) => `test/domain/${name}.test.ts`;

/** Bugs of the rules: for each file of `src/domain`, by which tests they are caught; then what, where, and the bug. */
export const plantIn = (bugs) =>
  Object.entries(bugs).flatMap(([file, byTests]) =>
    Object.entries(byTests).flatMap(([tests, planted]) =>
      planted.map(([what, find, replace]) => ({
        name: `domain/${file}: ${what} (${tests})`,
        file: `src/domain/${file}`,
        find,
        replace,
        tests: tests.split(' ').map(pathOf),
      })),
    ),
  );
