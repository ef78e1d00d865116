import { render, Text, useApp, useInput } from 'ink';

/** The rival of the start-up benchmark: the least an Ink program can be. */
function Ready() {
  const { exit } = useApp();
  useInput((input) => {
    if (input === 'q') exit();
  });
  return <Text>ready</Text>;
}

render(<Ready />, { alternateScreen: true });
