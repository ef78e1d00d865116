import { render } from 'ink-testing-library';
import { expect, test } from 'vitest';
import { Lines } from '../../src/ui/lines.tsx';

test('each line stands on a row of its own, blank ones too', () => {
  const { lastFrame, unmount } = render(<Lines lines={['one', '', 'three']} />);
  expect(lastFrame()).toBe('one\n\nthree');
  unmount();
});

test('a line that is wider than the terminal is cut, not wrapped', () => {
  const { lastFrame, unmount } = render(<Lines lines={['x'.repeat(200), 'next']} />);
  const [first = '', second] = (lastFrame() ?? '').split('\n');
  expect(first.length).toBeLessThanOrEqual(100);
  expect(second).toBe('next');
  unmount();
});

test('a frame with other lines shows only those', () => {
  const { lastFrame, rerender, unmount } = render(<Lines lines={['one', 'two', 'three']} />);
  rerender(<Lines lines={['one', 'changed']} />);
  expect(lastFrame()).toBe('one\nchanged');
  unmount();
});
