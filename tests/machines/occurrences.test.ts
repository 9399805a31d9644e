// A deadline counted from what happens around the programme: the programme names it, records it once and puts it right; a migration
// that waits for it hears of it, and nothing else does.
import { describe, expect, it } from 'vitest';
import { derivationOf } from '../../machines/deadline/derivation.ts';
import type { Deadline, MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import { previewAdoption } from '../../machines/migration/adoption/preview.ts';
import { programmeActor } from '../../machines/programme/amendment/edition.ts';
import { occurrenceWordsOf, saysOccurrence } from '../../machines/programme/occurrences/word.ts';
import { acceptsProgramme, startProgramme, takeProgramme } from '../../machines/programme/programme.ts';
import { derivationLines } from '../../texts/deadline/derivation-texts.ts';
import { namesOf } from '../../texts/names.ts';
import { noticeText } from '../../texts/telling/notice-texts.ts';
import { deadline, definition, person } from '../builders/migration.ts';
import { plainProgramme } from '../builders/signing.ts';
import { people, told, Walk } from '../builders/walk.ts';

const occurrences = [
  { id: 'promulgation', label: { ja: '条例の公布', en: 'the ordinance promulgated' } },
  { id: 'bankruptcy', label: { ja: '事業者の破産', en: "the vendor's bankruptcy" } },
];
const filing = deadline('filing', {
  rule: { kind: 'forward', anchor: { occurrence: 'promulgation' }, length: 30, unit: 'days' },
  metBy: { phase: 'development', edge: 'left' },
});
const counting = (deadlines: Deadline[] = [filing], more: Partial<MigrationDefinition> = {}) =>
  definition({ deadlines, occurrences: occurrences.slice(0, 1), ...more });

const programme = { ...plainProgramme('131121', true), occurrences };
const said = (entry: number, on: string | null, occurrence = 'promulgation'): Fact => ({
  type: 'occurrence.told',
  occurrence,
  entry,
  on,
});
const word = (occurredOn: string, at = '2024-03-01') => ({ occurredOn, at: `${at}T10:00:00+09:00` });
const herself = programmeActor('131121');
const dueOn = ({ snapshot }: Walk) => snapshot.context.deadlines.filing?.dueOn;

describe('a deadline counted from an occurrence', () => {
  it('waits for it, is counted when it is told, again when it is put right, and waits anew where it did not happen', () => {
    const walk = new Walk(counting());
    expect(dueOn(walk)).toBeNull();
    expect(dueOn(walk.take(said(4, '2024-02-01'), herself, word('2024-02-01')))).toBe('2024-03-02');
    expect(dueOn(walk.take(said(6, '2024-02-10'), herself, word('2024-02-10')))).toBe('2024-03-11');
    expect(dueOn(walk.take(said(9, null), herself, word('2024-03-01')))).toBeNull();
    expect(walk.snapshot.context.deadlines.filing?.status).toBe('waiting');
  });

  it('tells its derivation: what it is counted from, by name', () => {
    const walk = new Walk(counting());
    const lines = () => derivationLines(derivationOf(walk.of, filing, walk.snapshot.context));
    expect(
      lines()
        .map(({ ja }) => ja)
        .join(),
    ).toContain('出来事「条例の公布」があった日');
    walk.take(said(4, '2024-02-01'), herself, word('2024-02-01'));
    expect(lines()[0]?.ja).toBe('出来事「条例の公布」があった日は令和6年2月1日（木）');
    expect(lines()[0]?.en).toContain('day on which "the ordinance promulgated" happened');
  });

  it('tells whom it concerns of the day, and of the deadlines that it moves', () => {
    const walk = new Walk(counting()).take(said(4, '2024-02-01'), herself, word('2024-02-01'));
    expect(told(walk).map(([code]) => code)).toEqual(['occurrence.told']);
    const [effect] = walk.effects;
    if (effect?.kind !== 'notify') throw new Error('nobody is told');
    expect(effect.to).toEqual(expect.arrayContaining(filing.to));
    const { ja } = noticeText(effect.notice, namesOf(walk.of, new Map()));
    expect(ja).toContain('「条例の公布」は令和6年2月1日のこととして登録されました');
    expect(ja).toContain('令和6年3月2日');
  });

  it.each<[string, Fact, string[]]>([
    ['of what it does not wait for', said(4, '2024-02-01', 'bankruptcy'), ['occurrence.notAwaited']],
    ['of an entry that it knows', said(4, '2024-02-05'), ['occurrence.alreadyTold']],
    ['of an older entry', said(3, '2024-02-05'), ['occurrence.alreadyTold']],
  ])('is not told %s', (_what, fact, codes) => {
    const walk = new Walk(counting()).take(said(4, '2024-02-01'), herself, word('2024-02-01'));
    expect(walk.codes(fact, herself, word('2024-02-05'))).toEqual(codes);
  });

  it('is told by the programme alone, and by no person', () => {
    const walk = new Walk(counting());
    expect(walk.codes(said(4, '2024-02-01'), people.office, word('2024-02-01'))).toContain(
      'actor.notPermitted',
    );
  });

  it('knows what was told before the version that counts from it, and shows it beforehand', () => {
    const [leaving, wanted] = [counting([]), counting([filing], { version: 2 })];
    const { snapshot } = new Walk(leaving);
    const hears = occurrenceWordsOf(
      '131121',
      {
        promulgation: { on: '2024-02-01', entry: 4, by: 'a' },
        bankruptcy: { on: '2024-02-02', entry: 5, by: 'a' },
      },
      '2024-03-01',
    );
    const at = '2024-03-01T10:00:00+09:00';
    const shown = previewAdoption({ leaving, definition: wanted, snapshot, at, hears });
    expect(shown.deadlines.map(({ deadline: id, change, dueOn: day }) => [id, change, day])).toEqual([
      ['filing', 'new', '2024-03-02'],
    ]);
  });
});

describe('an occurrence that the programme names', () => {
  const recorded = (id: string | undefined, over: object = {}) => ({
    type: 'occurrence.recorded' as const,
    title: { ja: '公布', en: 'promulgated' },
    kind: 'notice' as const,
    ...(id === undefined ? {} : { id }),
    ...over,
  });
  const corrected = (on: string | null, id = 'promulgation') => ({
    type: 'occurrence.corrected' as const,
    id,
    on,
    reason: '官報の日付',
  });
  type Sent = ReturnType<typeof recorded> | ReturnType<typeof corrected>;
  const event = (fact: Sent, account = 'office', on = '2023-11-10') => ({
    fact,
    actor: person(account, 'dx-office'),
    occurredOn: on,
    at: '2023-11-16T10:00:00+09:00',
    requestId: 'occurrence/1',
  });
  const chainOf = (...sent: ReturnType<typeof event>[]) =>
    sent.reduce((snapshot, one) => takeProgramme(programme, snapshot, one), startProgramme());
  const codes = (from: ReturnType<typeof chainOf>, one: ReturnType<typeof event>) =>
    acceptsProgramme(programme, from, one).map(({ code }) => code);
  const once = () => chainOf(event(recorded('promulgation')));

  it('is remembered with its day, its entry and whose it is', () => {
    expect(once().context.happened).toEqual({ promulgation: { on: '2023-11-10', entry: 1, by: 'office' } });
    expect(once().context.occurrences.map(({ id, on }) => [id, on])).toEqual([
      ['promulgation', '2023-11-10'],
    ]);
  });

  it('without a name leaves the memory as it was before there were names', () => {
    const { context } = chainOf(event(recorded(undefined)));
    expect(context).not.toHaveProperty('happened');
    expect(saysOccurrence(recorded(undefined))).toBe(false);
  });

  it('is put right by another person; what did not happen can be recorded again', () => {
    const right = takeProgramme(programme, once(), event(corrected('2023-11-08'), 'other', '2023-11-15'));
    expect(right.context.happened?.promulgation).toEqual({ on: '2023-11-08', entry: 2, by: 'other' });
    expect(right.context.occurrences.map(({ on }) => on)).toEqual(['2023-11-08']);
    const not = takeProgramme(programme, right, event(corrected(null), 'office', '2023-11-16'));
    expect([not.context.happened?.promulgation?.on, not.context.occurrences]).toEqual([null, []]);
    expect(codes(not, event(recorded('promulgation')))).toEqual([]);
  });

  it.each<[string, Sent, string, string[]]>([
    ['an unknown name', recorded('promulgated'), 'office', ['occurrence.unknown']],
    ['one that is recorded', recorded('promulgation'), 'office', ['occurrence.known']],
    ['a correction by who recorded it', corrected('2023-11-08'), 'office', ['occurrence.ownCorrection']],
    ['a correction that changes nothing', corrected('2023-11-10'), 'other', ['occurrence.same']],
    ['a correction to a day to come', corrected('2023-12-01'), 'other', ['date.future']],
    [
      'a correction of what was not recorded',
      corrected('2023-11-08', 'bankruptcy'),
      'other',
      ['occurrence.notRecorded'],
    ],
  ])('is not recorded, nor put right: %s', (_what, fact, account, expected) => {
    expect(codes(once(), event(fact, account))).toEqual(expected);
  });
});
