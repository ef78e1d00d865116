import { type ComponentType, lazy, useState } from 'react';

interface Source<Props> {
  /** Once it has been read. */
  known: ComponentType<Props> | null;
  readonly later: ComponentType<Props>;
}

/**
 * A screen that the daily call does not need: read when somebody goes there, or before that by `preload`. Once it has been
 * read it is there with the key that asks for it, so that a key pressed right behind that one reaches it.
 */
export function lazyScreen<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  const read = async () => {
    source.known ??= await load();
    return { default: source.known };
  };
  const source: Source<Props> = { known: null, later: lazy(read) as unknown as ComponentType<Props> };
  const preload = async () => {
    await read();
  };
  return Object.assign((props: Props) => <ReadScreen source={source} props={props} />, { preload });
}

function ReadScreen<Props extends object>({
  source,
  props,
}: {
  readonly source: Source<Props>;
  readonly props: Props;
}) {
  // What it began as it stays: another component would begin with nothing typed.
  const [Own] = useState<ComponentType<Props>>(() => source.known ?? source.later);
  return <Own {...props} />;
}
