// What of a procurement nobody but its author reads, and what is kept from those without a duty for good. Pure.
import { describe, expect, it } from 'vitest';
import type { Decides, Resolution } from '../../../machines/decision/resolution.ts';
import { acts, factTypes } from '../../../machines/migration/acts.ts';
import {
  hasDuty,
  hiddenFrom,
  hidesEntry,
  isInside,
  isSealed,
} from '../../../machines/migration/procurement/disclosure.ts';
import { dutyIn } from '../../../machines/migration/procurement/duty.ts';
import { factOf } from '../../../machines/programme/meetings/resolutions.ts';
import { canonical } from '../../../machines/record/entry.ts';
import {
  appointed,
  at,
  closed,
  evenly,
  received,
  rfpDefinition,
  rfpPeople,
  sheet,
} from '../../builders/rfp.ts';

const { office, evaluators } = rfpPeople;
const [e1 = office] = evaluators;
const mine = sheet(evenly({ a: '311.27', b: '1', c: '1' }));

describe('a sheet', () => {
  it('is sealed while its procurement is scored, and open from the closing on', () => {
    const walk = received()
      .take(appointed(['e1']), office, at('2023-12-01'))
      .take(mine, e1, at('2023-12-04'));
    expect(isSealed(mine, walk.snapshot)).toBe(true);
    expect(isSealed({ ...mine, rfp: 2 } as typeof mine, walk.snapshot)).toBe(false);
    walk.take({ type: 'rfp.scoringClosed', rfp: 1 }, office, at('2023-12-05'));
    expect(isSealed(mine, walk.snapshot)).toBe(false);
  });

  it('is in no memory once it is opened: results alone are', () => {
    const { snapshot } = closed(evenly({ a: '311.27', b: '1', c: '1' }));
    const kept = canonical(snapshot.context.rfp?.open?.sheets);
    expect(kept).toBe('{}');
  });

  it('is the only act that is sealed', () => {
    expect(factTypes.filter((type) => 'sealed' in acts[type])).toEqual(['rfp.sheetSigned']);
  });

  it('says nothing in a notice', () => {
    const walk = received()
      .take(appointed(['e1']), office, at('2023-12-01'))
      .take(mine, e1, at('2023-12-04'));
    expect(walk.effects).toEqual([]);
  });
});

describe('what is inside a procurement', () => {
  it('is every act of it but those that are published, and nothing else', () => {
    const published = [
      'rfp.opened',
      'rfp.stageMoved',
      'rfp.ended',
      'rfp.questionAnswered',
      'rfp.answersPublished',
      'rfp.candidateNamed',
      'rfp.candidateResolved',
      'rfp.endResolved',
    ];
    const inside = factTypes.filter((type) =>
      isInside({ type, resolution: { outcome: 'approved' } } as never),
    );
    expect(factTypes.filter((type) => type.startsWith('rfp.') && !inside.includes(type))).toEqual(published);
    expect(inside.every((type) => type.startsWith('rfp.'))).toBe(true);
  });

  it('is told of a resolution as of its twin, and of one that was not carried nothing', () => {
    const by = { seq: 1, hash: '0'.repeat(64) };
    const said = (decides: Decides, outcome: Resolution['outcome']) =>
      isInside(factOf({ decides, outcome } as Resolution, by));
    const kinds = [
      { kind: 'tie', rfp: 1, order: ['b', 'a'], how: 'committee' },
      { kind: 'candidate', rfp: 1, bidder: 'b' },
      { kind: 'failure', rfp: 1 },
      { kind: 'single', rfp: 1 },
      { kind: 'end', rfp: 1 },
    ] satisfies Decides[];
    const twins = ['tieDecided', 'candidateNamed', 'failureApproved', 'singleAccepted', 'ended'];
    expect(kinds.map((decides) => said(decides, 'approved'))).toEqual(
      twins.map((twin) => isInside({ type: `rfp.${twin}` })),
    );
    for (const outcome of ['rejected', 'returned', 'carriedOver'] as const)
      expect(kinds.map((decides) => said(decides, outcome))).toEqual(kinds.map(() => true));
  });

  it('is hidden with the phase until it is decided, whatever it is', () => {
    const hidden = hiddenFrom(new Set(['legal-division']), rfpDefinition(), received().snapshot);
    const mine = factTypes.filter((type) => type.startsWith('rfp.'));
    expect(mine.filter((type) => !hidesEntry(type, 'fit-gap', hidden))).toEqual([]);
  });

  it('is seen by those who run, score and decide it, also once it is decided', () => {
    const of = rfpDefinition();
    const phase = of.path.phases[0];
    if (!phase) throw new Error('a path has phases');
    for (const post of ['dx-office', 'evaluation', 'committee']) {
      expect(dutyIn(of, phase).has(post)).toBe(true);
      expect(hasDuty(new Set([post]), of, ['fit-gap'])).toBe(true);
    }
    expect(hasDuty(new Set(['legal-division']), of, ['fit-gap'])).toBe(false);
  });
});
