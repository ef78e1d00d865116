import { Box, Text } from 'ink';
import { memo } from 'react';

/** One finished line. An unchanged one costs nothing: neither React nor the layout looks at it again. */
const Line = memo(function Line({ text }: { readonly text: string }) {
  return <Text wrap="truncate">{text === '' ? ' ' : text}</Text>;
});

/** A screen of finished lines. */
export function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <Box flexDirection="column">
      {lines.map((text, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its row on the screen
        <Line key={row} text={text} />
      ))}
    </Box>
  );
}
