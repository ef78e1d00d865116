import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';

const root = join(import.meta.dirname, '../..');

/** What one of the build's plugins is called, and the file of that name in tools/build-plugins. */
export interface PluginName {
  readonly file: string;
  readonly name: string;
}

/** What a file exports by default after a bundle with one of the build's plugins, or with none. */
export async function bundled<T>(code: string, plugin: PluginName | null): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ecsc-bundled-'));
  const entry: Plugin = {
    name: 'entry',
    resolveId: (id) => (id === 'entry' ? join(root, 'entry.js') : null),
    load: (id) => (id === join(root, 'entry.js') ? code : null),
  };
  try {
    const file = join(folder, 'bundled.mjs');
    const build = await rolldown({
      cwd: root,
      input: 'entry',
      platform: 'node',
      plugins: [entry, ...(plugin ? [await pluginOf(plugin)] : [])],
    });
    await build.write({ file, format: 'esm' });
    await build.close();
    return ((await import(file)) as { readonly default: T }).default;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pluginOf({ file, name }: PluginName): Promise<Plugin> {
  const exported = (await import(join(root, 'tools/build-plugins', file))) as Readonly<Record<string, () => Plugin>>;
  const plugin = exported[name];
  if (!plugin) throw new Error(`${file} has no ${name}`);
  return plugin();
}
