import { Text } from 'ink';
import { Suspense } from 'react';
import { expect, test } from 'vitest';
import { lazyScreen } from '../../src/screens/lazy-screen.tsx';
import { SMALL } from '../support/console-desk.tsx';
import { robotAt } from '../support/robot.tsx';

const Plain = ({ word }: { readonly word: string }) => <Text>{`\n${word}`}</Text>;

test('a screen that was read beforehand is there in the first frame; another one is waited for', async () => {
  const Early = lazyScreen(async () => Plain);
  const Late = lazyScreen(() => new Promise<typeof Plain>((resolve) => setTimeout(() => resolve(Plain), 20)));
  await Early.preload();
  const early = await robotAt(
    <Suspense fallback={<Text>{'\nwait'}</Text>}>
      <Early word="there" />
    </Suspense>,
    SMALL,
  );
  expect(early.written()).not.toContain('wait');
  expect(early.screen()).toContain('there');
  const late = await robotAt(
    <Suspense fallback={<Text>{'\nwait'}</Text>}>
      <Late word="there" />
    </Suspense>,
    SMALL,
  );
  expect(late.screen()).toContain('wait');
  await late.see('there');
});
