// A programme that is handed over takes nothing until it is taken up by the key that it was handed over to, or goes on by a break.
import { describe, expect, it } from 'vitest';
import { decideOne } from '../../machines/play/decide.ts';
import type { ProgrammeFact } from '../../machines/programme/acts.ts';
import { programmePlayable } from '../../machines/programme/playable.ts';
import type { ProgrammeSnapshot } from '../../machines/programme/state.ts';
import { sekimori } from '../../server/intake/own-actor.ts';
import { plainProgramme, signerOfTests } from '../builders/signing.ts';

const machine = programmePlayable(plainProgramme('131121', false));
const atMs = Date.parse('2026-11-27T09:00:00+09:00');
const [ours, theirs] = [signerOfTests(1).publicKey, signerOfTests(2).publicKey];
const operator = {
  kind: 'person' as const,
  account: 'operator',
  name: '運用者',
  post: 'administrator',
  grant: 'operator' as const,
};
const clerk = { ...operator, account: 'dx-ito', post: 'dx-office' };

function sent(from: ProgrammeSnapshot, fact: ProgrammeFact, actor = operator): ProgrammeSnapshot | string[] {
  const event = { fact, actor, occurredOn: '2026-11-27', requestId: fact.type };
  const decided = decideOne(machine, from, event, atMs);
  if (decided.status === 'failed') throw decided.error;
  return decided.status === 'decided' ? decided.decision.snapshot : decided.refusals.map(({ code }) => code);
}
const taken = (from: ProgrammeSnapshot, fact: ProgrammeFact): ProgrammeSnapshot => {
  const next = sent(from, fact);
  if (Array.isArray(next)) throw new Error(next.join());
  return next;
};

const meetings: ProgrammeFact = { type: 'meetings.recorded', body: 'dx-office', fiscalYear: 2026, count: 1 };
const pin: ProgrammeFact = { type: 'signingKey.pinned', publicKey: ours };
const first = decideOne(
  machine,
  machine.start().snapshot,
  { fact: pin, actor: sekimori, occurredOn: '2026-11-27', requestId: 'pin' },
  atMs,
);
if (first.status !== 'decided') throw new Error('the first entry pins a key');
const begun = first.decision.snapshot;
const over: ProgrammeFact = { type: 'signingKey.handedOver', publicKey: theirs };

describe('a programme', () => {
  it('is handed over by who administers, to another key, and takes nothing then', () => {
    expect(sent(begun, over, clerk)).toEqual(['actor.wrongPost']);
    expect(sent(begun, { ...over, publicKey: ours })).toEqual(['signingKey.same']);
    expect(sent(begun, { type: 'programme.takenUp' })).toEqual(['programme.notHandedOver']);
    const closed = taken(begun, over);
    expect(closed.context).toMatchObject({ signingKey: theirs, handedOver: true });
    for (const fact of [meetings, over, { type: 'signingKey.rotated', publicKey: ours } as const])
      expect(sent(closed, fact, fact === meetings ? clerk : operator)).toContain('programme.handedOver');
  });

  it('takes all again once it is taken up, or goes on by a break; before that, it knows nothing of either', () => {
    expect(begun.context).not.toHaveProperty('handedOver');
    const closed = taken(begun, over);
    const broken: ProgrammeFact = {
      type: 'signingKey.broken',
      publicKey: signerOfTests(3).publicKey,
      reason: '火災',
    };
    for (const open of [
      taken(closed, { type: 'programme.takenUp' }),
      taken(closed, broken),
      taken(begun, broken),
    ])
      expect(sent(open, meetings, clerk)).toMatchObject({
        context: { meetings: { 'dx-office/2026': { count: 1 } } },
      });
    expect(taken(begun, broken).context.signingKey).toBe(signerOfTests(3).publicKey);
  });
});
