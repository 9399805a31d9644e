// A walk that keeps its entries: what a correction of one says stood there, and what the entry took the place of.
import { isReplaced, type Led } from '../../ledger/chain/corrected.ts';
import { actOf, type Fact } from '../../machines/migration/acts.ts';
import type { Pair, Said, Stood } from '../../machines/migration/correction/shapes.ts';
import type { StampedEvent } from '../../machines/migration/event.ts';
import { accepts, caseOf, nextWake, wakeEvent } from '../../machines/migration/migration.ts';
import type { MigrationContext } from '../../machines/migration/state.ts';
import type { Refusal } from '../../machines/record/refusal.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { stamped } from './migration.ts';
import { Walk } from './walk.ts';

export type Recorded = Stood & { seq: number };

/** What a correction of an entry says; what is left out stays as it was. */
export const pairOf = ({ seq: _seq, ...was }: Recorded, should: Partial<Said> | null): Pair => ({
  was,
  should: should && { fact: was.fact, occurredOn: was.occurredOn, actor: was.actor, ...should },
});

export class Recording extends Walk {
  entries: Recorded[] = [];
  led: Led[] = [];

  get context(): MigrationContext {
    return this.snapshot.context;
  }

  last(): Recorded {
    const last = this.entries.at(-1);
    if (!last) throw new Error('nothing is recorded');
    return last;
  }

  override take(fact: Fact, actor: Actor, over: Partial<StampedEvent> = {}): this {
    const event = stamped(fact, actor, over);
    const { corrects, overwrites } = actOf(fact);
    const overwrote = corrects && overwrites?.(caseOf(this.of, this.snapshot, event));
    super.take(fact, actor, event);
    this.led.push({ event, ground: { definition: this.of, before: this.snapshot } });
    this.entries.push({
      seq: this.context.version,
      fact,
      actor,
      occurredOn: event.occurredOn,
      recordedAt: event.at,
      ...(event.assumed === undefined ? {} : { assumed: event.assumed }),
      ...(overwrote ? { overwrote } : {}),
    });
    return this;
  }

  record(fact: Fact, actor: Actor, over: Partial<StampedEvent> = {}): this {
    return this.take(fact, actor, over);
  }

  refusals(fact: Fact, actor: Actor, over: Partial<StampedEvent> = {}): Refusal[] {
    return accepts(this.of, this.snapshot, stamped(fact, actor, over));
  }

  /** Whether what an entry wrote was told anew since: what the append asks of the record. */
  isReplaced({ seq }: Recorded): boolean {
    const [own, ...since] = this.led.slice(seq - 1);
    return own !== undefined && isReplaced(own.event, own.ground, since);
  }

  /** Proposed by one and approved by another. */
  correct(proposal: Fact, by: Actor, approver: Actor, at: string): this {
    const { entry } = proposal as Extract<Fact, { type: 'correction.proposed' }>;
    return this.take(proposal, by, { at }).take({ type: 'correction.approved', entry }, approver, { at });
  }

  override wake(until: string): [] {
    for (
      let at = nextWake(this.of, this.snapshot);
      at && at <= until;
      at = nextWake(this.of, this.snapshot)
    ) {
      const event = wakeEvent(this.of, this.snapshot);
      if (!event) break;
      this.take(event.fact, event.actor, { ...event, at });
    }
    return [];
  }

  copy(): Recording {
    const copy = new Recording(this.of);
    copy.snapshot = this.snapshot;
    copy.entries = [...this.entries];
    return copy;
  }
}
