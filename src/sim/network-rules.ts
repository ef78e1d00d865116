import type { App } from '../app.ts';
import { operators } from '../domain/mobile-operators.ts';
import { given, inTraining, type SimAnswer } from './answer.ts';
import { tick } from './network.ts';
import { type RuleScope, scopeKey } from './network-scope.ts';
import { release } from './network-waiting.ts';
import { type NetworkRule, newestOf, place } from './shelves.ts';

/** Sets how the network treats messages of a scope from now on; `null` takes the rule away. What waited for it goes on. */
export function setRule(app: App, scope: RuleScope, rule: NetworkRule | null): Promise<SimAnswer<null>> {
  return inTraining(app, async (world) => {
    // What is due by now happens under the rules as they were, however long nobody has looked.
    await tick(app);
    const key = scopeKey(scope);
    if (rule) await world.put(place('network-rule', key, 0, rule));
    else await world.remove({ shelf: 'network-rule', key, position: 0 });
    await release(world, app.now());
    return given(null);
  });
}

/** The rules in force for everybody and for each operator. */
export function rulesInForce(
  app: App,
): Promise<SimAnswer<readonly { readonly scope: RuleScope; readonly rule: NetworkRule }[]>> {
  return inTraining(app, async (world) => {
    const scopes: readonly RuleScope[] = [
      { of: 'all' },
      ...operators.map((operator) => ({ of: 'operator', operator }) as const),
    ];
    return given(
      scopes.flatMap((scope) => {
        const rule = newestOf(world, 'network-rule', scopeKey(scope));
        return rule ? [{ scope, rule }] : [];
      }),
    );
  });
}
