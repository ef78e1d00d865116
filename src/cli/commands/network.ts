import { operators } from '../../domain/mobile-operators.ts';
import { tick } from '../../sim/network.ts';
import { rulesInForce, setRule } from '../../sim/network-rules.ts';
import type { RuleScope } from '../../sim/network-scope.ts';
import type { NetworkRule } from '../../sim/shelves.ts';
import type { Texts } from '../../text/en.ts';
import { exitCodes, Misuse } from '../exit.ts';
import type { Input } from '../input.ts';
import type { Run } from '../spec.ts';

const NUMBER = /^\+[1-9][0-9]{6,14}$/;

export const tickNetwork: Run = async (context) => {
  const { out, texts } = context;
  const answer = await tick(await context.app());
  if (answer.verdict === 'refused') return out.refuse(answer.refusal);
  const { handedOver, delivered, failed } = answer.value;
  out.answer({ handedOver, delivered, failed }, () =>
    out.line(texts.cli.network.ticked(handedOver, delivered, failed)),
  );
  return exitCodes.done;
};

export const showNetwork: Run = async (context) => {
  const { out, texts } = context;
  const answer = await rulesInForce(await context.app());
  if (answer.verdict === 'refused') return out.refuse(answer.refusal);
  const { fields, network: say } = texts.cli;
  out.answer(
    { operators, rules: answer.value.map(({ scope, rule }) => ({ scope: scopeName(scope), ...rule })) },
    () => {
      if (answer.value.length === 0) {
        out.line(say.normal);
        return;
      }
      out.table(
        [fields.scope, fields.effect],
        answer.value.map(({ scope, rule }) => [
          scope.of === 'all' ? say.all : scopeName(scope),
          effectWords(texts, rule),
        ]),
      );
    },
  );
  return exitCodes.done;
};

export const setNetworkRule: Run = async (context, input) => {
  const { out, texts } = context;
  const name = input.argument('SCOPE');
  const scope = scopeOf(name);
  if (!scope) return out.refuse({ code: 'operator-unknown', name });
  const rule = ruleIn(input, texts);
  const answer = await setRule(await context.app(), scope, rule);
  if (answer.verdict === 'refused') return out.refuse(answer.refusal);
  const { network: say } = texts.cli;
  const of = scope.of === 'all' ? say.all : scopeName(scope);
  out.answer({ scope: scopeName(scope), rule }, () => {
    out.line(say.set(of, rule ? effectWords(texts, rule) : say.cleared));
  });
  return exitCodes.done;
};

function scopeOf(name: string): RuleScope | null {
  if (name === 'all') return { of: 'all' };
  if (NUMBER.test(name)) return { of: 'phone', phone: name };
  const wanted = name.toLowerCase();
  const operator = operators.find((one) => one.toLowerCase() === wanted || one.toLowerCase().split(' ')[0] === wanted);
  return operator ? { of: 'operator', operator } : null;
}

function scopeName(scope: RuleScope): string {
  switch (scope.of) {
    case 'all':
      return 'all';
    case 'operator':
      return scope.operator;
    case 'phone':
      return scope.phone;
  }
}

function ruleIn(input: Input, texts: Texts): NetworkRule | null {
  const effect = input.argument('EFFECT');
  switch (effect) {
    case 'late':
      if (input.maybe('BY') === undefined) throw new Misuse(texts.cli.misuse.durationMissing());
      return { effect, by: input.duration('BY') };
    case 'normal':
    case 'busy':
    case 'outage':
    case 'lost':
    case 'phone-off':
    case 'absent':
    case 'wrong-number':
    case 'inbox-full':
    case 'barred':
    case 'rejected':
      return { effect };
    default:
      return null;
  }
}

/** What becomes of messages, in words; every effect has them. */
function effectWords(texts: Texts, rule: NetworkRule): string {
  const effects: {
    readonly [E in NetworkRule['effect']]: (rule: Extract<NetworkRule, { readonly effect: E }>) => string;
  } = texts.cli.network.effects;
  // The table is indexed by the rule's own effect; TypeScript cannot follow that correlation.
  return (effects[rule.effect] as (rule: NetworkRule) => string)(rule);
}
