// A body's own quorum: what any gate of the programme asks of it, or the majority of its members.
import { describe, expect, it } from 'vitest';
import { ownQuorum, quorumOf } from '../../machines/decision/quorum.ts';
import { definition, gate } from '../builders/migration.ts';

const committee = (members: number) => ({ id: 'committee', members });
const asking = (quorum: number) => gate(`asks-${quorum}`, { approvals: [{ body: 'committee', quorum }] });

describe('a body’s own quorum', () => {
  it('is the largest that any gate asks of it', () => {
    expect(ownQuorum(committee(7), [asking(1), asking(3), asking(2), gate('other')])).toBe(3);
  });

  it.each([
    [1, 1],
    [2, 2],
    [3, 2],
    [4, 3],
    [7, 4],
  ])('is, where no gate asks it, of %d members the majority: %d', (members, quorum) => {
    expect(ownQuorum(committee(members), [gate('other')])).toBe(quorum);
  });

  it('counts a gate’s majority of the members that there are', () => {
    const majority = gate('by-majority', { approvals: [{ body: 'committee', quorum: 'majority' }] });
    expect(ownQuorum(committee(7), [majority])).toBe(4);
    expect(ownQuorum(committee(8), [asking(2), majority])).toBe(5);
    expect(ownQuorum({ id: 'other', members: 9 }, [majority])).toBe(5);
  });

  it('holds on every path, and a definition from before goes by the gates of its own', () => {
    const of = definition();
    const bodies = of.bodies.map((body) => ({ ...body, quorum: 4 }));
    expect(quorumOf({ ...of, bodies }, 'promotion-committee')).toBe(4);
    expect(quorumOf(of, 'promotion-committee')).toBe(2);
    expect(quorumOf(of, 'contracts-division')).toBe(1);
  });
});
