import { type Account, accountDecider } from '../domain/account.ts';
import { type Agent, agentDecider } from '../domain/agent.ts';
import type { BulkUnlock } from '../domain/bulk-unlock.ts';
import type { Certificate } from '../domain/certificate.ts';
import type { Instant, Realm } from '../domain/ids.ts';
import type { CommandContext } from '../domain/ports.ts';
import type { Outage, SentNotice, Situation, Vault } from '../domain/situation.ts';
import type { AttemptRecord } from '../domain/sms-attempt.ts';
import { type SupportCase, supportCaseDecider } from '../domain/support-case.ts';
import type { Shelves } from './shelves/shelves.ts';

/** What a command may name, whatever its type. */
export interface Named {
  readonly type: string;
  readonly customerId?: string;
  readonly serial?: string;
  readonly caseId?: string | null;
  readonly attempt?: number;
  readonly operator?: string;
  readonly reference?: string;
  /** A colleague. */
  readonly to?: string;
  readonly agentId?: string;
}

export interface Surroundings {
  readonly shelves: Shelves;
  readonly vault: Vault;
  readonly realm: Realm;
  readonly lastEntryAt: () => Instant | null;
  readonly sentNotice: (customerId: string, reference: string) => SentNotice | null;
}

/** What a rule may look at, read only when it looks, at most once, inside the transaction. */
export class LazySituation implements Situation {
  readonly now: Situation['now'];
  readonly policy: Situation['policy'];
  readonly actor: Situation['actor'];
  readonly realm: Realm;
  readonly vault: Vault;
  readonly #named: Named;
  readonly #around: Surroundings;
  readonly #read = new Map<string, unknown>();

  constructor(named: Named, { now, policy, actor }: CommandContext, around: Surroundings) {
    this.now = now;
    this.policy = policy;
    this.actor = actor;
    this.realm = around.realm;
    this.vault = around.vault;
    this.#named = named;
    this.#around = around;
  }

  get lastEntryAt(): Instant | null {
    return this.#once('lastEntryAt', this.#around.lastEntryAt);
  }

  get agent(): Agent {
    const { actor } = this;
    return this.#once('agent', () =>
      actor.kind === 'agent' ? this.#shelves.agent.load(actor.id) : agentDecider.initial,
    );
  }

  get colleague(): Agent {
    const { to } = this.#named;
    return this.#once('colleague', () => (to === undefined ? agentDecider.initial : this.#shelves.agent.load(to)));
  }

  get otherSupervisors(): number {
    return this.#once('supervisors', () => this.#shelves.agent.supervisorsBeside(this.#named.agentId ?? ''));
  }

  get certificate(): Certificate {
    return this.#once('certificate', () => this.#shelves.certificate.load(this.#named.serial ?? ''));
  }

  get supportCase(): SupportCase {
    const { caseId } = this.#named;
    return this.#once('case', () => (caseId ? this.#shelves['support-case'].load(caseId) : supportCaseDecider.initial));
  }

  /** Of the customer named, of the certificate's holder, or of the case, in this order. */
  get account(): Account {
    return this.#once('account', () => {
      const customerId = this.#named.customerId ?? this.#customerOfCertificate() ?? this.#customerOfCase();
      return customerId === undefined ? accountDecider.initial : this.#shelves.account.load(customerId);
    });
  }

  get attempt(): AttemptRecord | null {
    const { serial, attempt } = this.#named;
    if (serial === undefined || attempt === undefined) return null;
    return this.#once('attempt', () => this.#shelves.attempts.load(this.#shelves.certificate.rowId(serial), attempt));
  }

  get codesToPhone(): Situation['codesToPhone'] {
    return this.#once('codes', () => {
      const { account, now, policy } = this;
      const phone = account.status === 'absent' ? null : account.phone;
      if (!phone) return { count: 0, oldest: null };
      return this.#shelves.attempts.sentTo(phone.e164, now - policy.sms.codesPerPhoneWindow);
    });
  }

  get outages(): readonly Outage[] {
    return this.#once('outages', () => this.#shelves.operator.outages());
  }

  get recentAttempts(): readonly AttemptRecord[] {
    const { serial } = this.#named;
    if (serial === undefined) return [];
    return this.#once('attempts', () => this.#shelves.attempts.newest(this.#shelves.certificate.rowId(serial)));
  }

  get bulkUnlock(): BulkUnlock | null {
    const { operator } = this.#named;
    return this.#once('bulk', () => (operator === undefined ? null : this.#shelves.operator.load(operator).bulkUnlock));
  }

  get lastNoAt(): Instant | null {
    return this.#once('lastNo', () => {
      const { account } = this;
      return account.status === 'absent' ? null : this.#shelves.account.lastNo(account.customerId);
    });
  }

  get notice(): SentNotice | null {
    const { reference } = this.#named;
    return this.#once('notice', () => {
      const { account } = this;
      if (reference === undefined || account.status === 'absent') return null;
      return this.#around.sentNotice(account.customerId, reference);
    });
  }

  get holders(): Situation['holders'] {
    return this.#once('holders', () => {
      const { account } = this;
      return account.status === 'absent' ? [] : this.#shelves.agent.holdersOf(account.customerId);
    });
  }

  get otherSecrets(): Situation['otherSecrets'] {
    return this.#once('otherSecrets', () => {
      const { account } = this;
      if (account.status === 'absent') return [];
      const others = this.#shelves.certificate.serialsOf(account.customerId);
      return others.flatMap((serial) => {
        const secret = serial === this.#named.serial ? null : this.#shelves.activation.load(serial).secret;
        return secret ? [{ ...secret, serial }] : [];
      });
    });
  }

  get #shelves(): Shelves {
    return this.#around.shelves;
  }

  #customerOfCertificate(): string | undefined {
    if (this.#named.serial === undefined) return undefined;
    const { certificate } = this;
    return certificate.status === 'absent' ? undefined : certificate.customerId;
  }

  #customerOfCase(): string | undefined {
    const { supportCase } = this;
    return supportCase.status === 'absent' ? undefined : supportCase.customerId;
  }

  #once<T>(name: string, read: () => T): T {
    if (!this.#read.has(name)) this.#read.set(name, read());
    return this.#read.get(name) as T;
  }
}
