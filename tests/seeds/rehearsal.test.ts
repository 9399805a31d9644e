// Setagaya's rehearsal can be played: its people take every system to 運用, and are refused where they should be.
import { describe, expect, it } from 'vitest';
import { standing } from '../../machines/migration/state.ts';
import { newProgramme } from '../../seeds/new-programme.ts';
import { readSeedFolder } from '../../server/intake/seed-folder.ts';
import { folder, setagayaFiles, soundSeed } from './folder.ts';
import { Walker } from './walker.ts';

const seed = soundSeed(setagayaFiles);
const made = newProgramme(await readSeedFolder(folder('template')), {
  code: '131130',
  name: '渋谷区',
  today: '2026-11-24',
});
if (made.status !== 'made') throw new Error(made.refusal.code);
const template = soundSeed(made.files);

const person = (account: string, post: string) => ({ kind: 'person' as const, account, name: account, post });
const renkei = { kind: 'migration' as const, account: 'renkei', name: 'renkei', post: 'migration' };

function walkToEnd(walker: Walker): Walker {
  while (walker.phase.gate) walker.pass();
  return walker;
}

describe('the people of the rehearsal', () => {
  it.each(seed.programme.systems)('take %s to 運用', (system) => {
    expect(standing(walkToEnd(new Walker(seed, system)).snapshot)).toMatchObject({
      phase: 'operation',
      stage: null,
    });
  });

  it.each(template.programme.systems)('of a new programme take %s to 運用', (system) => {
    expect(standing(walkToEnd(new Walker(template, system)).snapshot).phase).toBe('operation');
  });

  it('bring juki from development to 稼働 in few acts, where its going live is ⑱-1', () => {
    const walker = new Walker(seed, 'juki');
    walker.pass();
    expect(standing(walker.snapshot).phase).toBe('go-live');
    expect(walker.acts).toBeLessThanOrEqual(10);
    expect(walker.snapshot.context.steps.印鑑登録?.['⑱-1']).toBeUndefined();
    walker.goLive();
    expect(walker.snapshot.context.steps.印鑑登録?.['⑱-1']).toBe('done');
  });
});

it('one member of a committee does not cancel the platform, whose own gates never ask the committee', () => {
  const walker = new Walker(template, 'kyotsu');
  walker.act({ type: 'cancellation.proposed', reason: '廃止' }, 'dx-a', 'dx-office');
  walker.act({ type: 'cancellation.approved' }, 'iin-a', 'promotion-committee');
  expect(standing(walker.snapshot).activity).toBe('active');
  walker.act({ type: 'cancellation.approved' }, 'iin-b', 'promotion-committee');
  expect(standing(walker.snapshot).activity).toBe('cancelled');
});

it('the budget’s recorder passes no gate of the finance division, and another of it does', () => {
  const walkers = seed.programme.systems.map((system) => new Walker(seed, system));
  const walker = walkers.find(({ snapshot }) => !snapshot.context.passed['rough-estimate']) as Walker;
  const approve = { type: 'gate.approved' as const, phase: 'rough-estimate' };
  while (walker.phase.id !== 'rough-estimate') walker.pass();
  walker.act({ type: 'budget.voted', fiscalYear: 2023 }, 'zaisei-hayashi', 'finance-division');
  walker.pass();
  const { passed, drafters } = walker.snapshot.context;
  expect(drafters).toContain('zaisei-hayashi');
  expect(passed['rough-estimate']?.approvals.map(({ account }) => account)).toContain('zaisei-saito');
  expect(walker.refusals(approve, person('zaisei-hayashi', 'finance-division'))).not.toEqual([]);
});

describe('the gate of 開発', () => {
  const submit = { type: 'phase.submitted' as const, phase: 'development', evidence: [] };
  const approve = { type: 'gate.approved' as const, phase: 'development' };
  const paper = (kind: string) => ({
    type: 'evidence.attached' as const,
    evidence: { kind, title: kind, sha256: 'b'.repeat(64), documentNo: '演習第2号', decidedOn: '2023-11-16' },
  });
  /** juki submitted by the person who also sits in the working group. */
  function submitted(): Walker {
    const walker = new Walker(seed, 'juki');
    walker.act(paper('readiness-report'), 'juki-suzuki', 'business-division');
    walker.act(paper('test-report'), 'juki-suzuki', 'business-division');
    walker.act(submit, 'juki-suzuki', 'business-division');
    return walker;
  }

  it('asks for its papers before it is asked itself', () => {
    const walker = new Walker(seed, 'juki');
    expect(walker.refusals(submit, person('juki-sato', 'business-division'))).toEqual([
      'condition.evidenceMissing',
      'condition.evidenceMissing',
    ]);
  });

  it('refuses whoever submitted, in whatever other post', () => {
    expect(submitted().refusals(approve, person('juki-suzuki', 'working-group'))).toContain(
      'gate.samePerson',
    );
  });

  it('waits for the platform, the PIA and the ordinance, and then opens', () => {
    const walker = submitted();
    const chair = person('bukai-kato', 'working-group');
    expect(walker.refusals(approve, chair).sort()).toEqual([
      'condition.milestoneMissing',
      'condition.stepsOpen',
      'condition.stepsOpen',
    ]);
    walker.act(
      { type: 'steps.recorded', statuses: { '⑫-1': 'done', '⑰-1': 'done' } },
      'juki-sato',
      'business-division',
    );
    walker.send({ type: 'milestone.reached', system: 'renkei', milestone: 'integration-test-1' }, renkei);
    expect(walker.refusals(approve, chair)).toEqual([]);
    walker.send(approve, chair);
    expect(walker.refusals(approve, person('bukai-kobayashi', 'working-group'))).toContain(
      'gate.bodyComplete',
    );
    walker.act(approve, 'iin-yoshida', 'promotion-committee');
    walker.act(approve, 'iin-yamada', 'promotion-committee');
    expect(standing(walker.snapshot).phase).toBe('go-live');
  });

  it('shuts after the contract’s day until the contracts division extends it', () => {
    const walker = submitted();
    walker.act(
      { type: 'steps.recorded', statuses: { '⑫-1': 'done', '⑰-1': 'done' } },
      'juki-sato',
      'business-division',
    );
    walker.send({ type: 'milestone.reached', system: 'renkei', milestone: 'integration-test-1' }, renkei);
    const told = walker
      .wake('2025-04-01T00:00:00+09:00')
      .filter(({ fact }) => fact.type === 'deadline.reached' && fact.deadline === 'contract-performance')
      .flatMap(({ effects }) => effects)
      .flatMap((effect) => (effect.kind === 'notify' ? effect.notice.code : []));
    expect(told).toEqual([
      'deadline.near',
      'deadline.near',
      'deadline.near',
      'deadline.today',
      'deadline.missed',
    ]);
    walker.at = '2025-04-01T10:00:00+09:00';
    const chair = person('bukai-kato', 'working-group');
    expect(walker.refusals(approve, chair)).toEqual(['deadline.passed']);
    const extension = {
      type: 'deadline.extended' as const,
      deadline: 'contract-performance',
      dueOn: '2025-06-30',
      reason: '変更契約',
    };
    expect(walker.refusals(extension, person('juki-sato', 'business-division'))).toContain('actor.wrongPost');
    walker.act(extension, 'keiyaku-kimura', 'contracts-division');
    expect(walker.refusals(approve, chair)).toEqual([]);
  });
});
