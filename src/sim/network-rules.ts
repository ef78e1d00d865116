import type { App } from '../app.ts';
import type { World } from '../domain/world.ts';
import { given, inTraining, type SimAnswer } from './answer.ts';
import { operators } from './operators.ts';
import { type NetworkRule, newestOf, place } from './shelves.ts';

/** Whom a rule is about; a narrower one goes before a wider one. */
export type RuleScope =
  | { readonly of: 'all' }
  | { readonly of: 'operator'; readonly operator: string }
  | { readonly of: 'phone'; readonly phone: string };

/** Sets how the network treats messages of a scope from now on; `null` takes the rule away. */
export function setRule(app: App, scope: RuleScope, rule: NetworkRule | null): Promise<SimAnswer<null>> {
  return inTraining(app, async (world) => {
    const key = keyOf(scope);
    if (rule) await world.put(place('network-rule', key, 0, rule));
    else await world.remove({ shelf: 'network-rule', key, position: 0 });
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
        const rule = newestOf(world, 'network-rule', keyOf(scope));
        return rule ? [{ scope, rule }] : [];
      }),
    );
  });
}

/** What happens to a message to this number. */
export function ruleFor(world: World, phone: string, operator: string): NetworkRule {
  const scopes: readonly RuleScope[] = [{ of: 'phone', phone }, { of: 'operator', operator }, { of: 'all' }];
  for (const scope of scopes) {
    const rule = newestOf(world, 'network-rule', keyOf(scope));
    if (rule) return rule;
  }
  return { effect: 'normal' };
}

function keyOf(scope: RuleScope): string {
  switch (scope.of) {
    case 'all':
      return 'all';
    case 'operator':
      return `operator:${scope.operator}`;
    case 'phone':
      return `phone:${scope.phone}`;
  }
}
