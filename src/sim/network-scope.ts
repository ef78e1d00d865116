import type { World } from '../domain/world.ts';
import { type NetworkRule, newestOf } from './shelves.ts';

/** Whom a rule is about; a narrower one goes before a wider one, but nothing gets past an outage. */
export type RuleScope =
  | { readonly of: 'all' }
  | { readonly of: 'operator'; readonly operator: string }
  | { readonly of: 'phone'; readonly phone: string };

/** What happens to a message to this number. */
export function ruleFor(world: World, phone: string, operator: string): NetworkRule {
  const scopes: readonly RuleScope[] = [{ of: 'phone', phone }, { of: 'operator', operator }, { of: 'all' }];
  const rules = scopes.flatMap((scope) => newestOf(world, 'network-rule', scopeKey(scope)) ?? []);
  return rules.find(({ effect }) => effect === 'outage') ?? rules[0] ?? { effect: 'normal' };
}

/** The shelf's key of a scope. */
export function scopeKey(scope: RuleScope): string {
  switch (scope.of) {
    case 'all':
      return 'all';
    case 'operator':
      return `operator:${scope.operator}`;
    case 'phone':
      return `phone:${scope.phone}`;
  }
}
