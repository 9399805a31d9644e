// Whatever an amendment does to phases: what was recorded in one stays in the memory as it was told, in the phase that stands for it, and
// that is said beforehand; a paper that no phase shows any more is kept, and named.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { adoptedState, previewAdoption } from '../../machines/migration/adoption/preview.ts';
import type { Noted } from '../../machines/migration/noted/noted.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { rehousedText } from '../../texts/fallen-texts.ts';
import { definition, readinessReport } from '../builders/migration.ts';
import { Walk } from '../builders/walk.ts';

const AT = '2023-12-01T09:00:00+09:00';
const small = definition();
const [first, ...rest] = small.path.phases;
if (!first) throw new Error('a path has phases');
const label = (ja: string) => ({ ja, en: ja });
const like = (id: string) => ({
  ...first,
  id,
  label: label(id),
  ...(first.gate ? { gate: { ...first.gate, id: `${id}-gate` } } : {}),
});
const BEFORE = ['rfi', 'estimate', 'fit-gap'] as const;
/** rfi → estimate → fit-gap → development → …; it stands in development. */
const of = definition({ path: { ...small.path, phases: [like('rfi'), like('estimate'), first, ...rest] } });

const SUBJECTS = {
  'estimate.recorded': 'estimate',
  'pia.judged': 'pia',
  'rehearsal.recorded': 'rehearsal',
} as const;
const shaOf = (phase: string) => String(phase.length % 10).repeat(64);

type Placed = [type: keyof typeof SUBJECTS, phase: string];

/** In development, with notes of so many kinds and phases, and papers of some. */
function standing(placed: readonly Placed[], papers: readonly string[]): MigrationSnapshot {
  const { snapshot } = new Walk(of);
  const noted: Record<string, Record<string, object>> = {};
  for (const [index, [type, phase]] of placed.entries())
    noted[type] = { ...noted[type], [index + 1]: { no: index + 1, on: '2023-11-20', phase, by: 'office' } };
  const evidence = Object.fromEntries(
    papers.map((phase) => [
      phase,
      [{ ...readinessReport, sha256: shaOf(phase), by: 'owner', on: '2023-11-20' }],
    ]),
  );
  const days = Object.fromEntries(BEFORE.map((id) => [id, { entered: '2023-11-16' }]));
  const context = { ...snapshot.context, noted: noted as Noted, evidence, days };
  return { ...snapshot, value: { ...snapshot.value, path: { development: 'working' } }, context };
}

/** Some phases taken away, whose place `to` takes; others under another name. */
function amended(gone: readonly string[], renamed: readonly string[], to: string): MigrationDefinition {
  const phases = of.path.phases.flatMap((phase) => {
    if (gone.includes(phase.id)) return [];
    const own = renamed.includes(phase.id) ? [phase.id] : [];
    const replaces = [...own, ...(phase.id === to ? gone : [])];
    const id = own.length > 0 ? `${phase.id}-2` : phase.id;
    return replaces.length > 0 ? [{ ...phase, id, replaces }] : [phase];
  });
  return { ...of, version: of.version + 1, path: { ...of.path, phases } };
}

const some = fc.subarray([...BEFORE]);
const notes: fc.Arbitrary<Placed[]> = fc.array(
  fc.tuple(
    fc.constantFrom(...(Object.keys(SUBJECTS) as (keyof typeof SUBJECTS)[])),
    fc.constantFrom(...BEFORE),
  ),
  { maxLength: 8 },
);

describe('notes of phases that an amendment takes away', () => {
  it('stay as they were told in the phase that stands for theirs, and are named with every paper of theirs', () => {
    fc.assert(
      fc.property(notes, some, some, some, (placed, papers, gone, others) => {
        const renamed = others.filter((id) => !gone.includes(id));
        const stays = BEFORE.find((id) => !gone.includes(id)) ?? 'development';
        const snapshot = standing(placed, papers);
        const next = { leaving: of, definition: amended(gone, renamed, stays), snapshot, at: AT };
        const preview = previewAdoption(next);
        expect(preview.refusals).toEqual([]);
        const after = adoptedState(next);
        const place = (id: string): string => {
          if (gone.includes(id as never)) return place(stays);
          return renamed.includes(id as never) ? `${id}-2` : id;
        };
        const told = Object.entries(snapshot.context.noted ?? {}).map(([type, found]) => [
          type,
          Object.fromEntries(
            Object.entries(found).map(([key, note]) => [key, { ...note, phase: place(note.phase) }]),
          ),
        ]);
        expect(after?.context.noted).toEqual(Object.fromEntries(told));
        const moved = [...gone, ...renamed].filter(
          (id) => placed.some(([, phase]) => phase === id) || papers.includes(id),
        );
        const labels = new Map(of.path.phases.map((phase) => [phase.id, phase.label.ja]));
        const named = new Map(preview.rehoused.map((one) => [one.phase.ja, one]));
        expect([...named.keys()].toSorted()).toEqual(moved.map((id) => labels.get(id)).toSorted());
        for (const id of moved) {
          const [mine, one] = [placed.filter(([, phase]) => phase === id), named.get(labels.get(id) ?? '')];
          const shows = (after?.context.evidence[place(id)] ?? []).some(
            (paper) => paper.sha256 === shaOf(id),
          );
          expect([one?.papers, one?.unseen]).toEqual(papers.includes(id) ? [1, shows ? 0 : 1] : [0, 0]);
          // What no phase shows is kept for the day on which the phase comes back.
          if (papers.includes(id) && !shows)
            expect(after?.context.aside?.phases?.[id]?.evidence?.map(({ sha256 }) => sha256)).toEqual([
              shaOf(id),
            ]);
          for (const [type, subject] of Object.entries(SUBJECTS)) {
            const count = one?.notes.find((note) => note.subject === subject)?.count ?? 0;
            expect(count).toBe(mine.filter(([kind]) => kind === type).length);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are said in words, with the phase in which they go on', () => {
    const estimates: Placed[] = [
      ['estimate.recorded', 'estimate'],
      ['estimate.recorded', 'estimate'],
    ];
    const snapshot = standing(estimates, ['estimate']);
    const definition = amended(['estimate'], [], 'rfi');
    const [one] = previewAdoption({ leaving: of, definition, snapshot, at: AT }).rehoused;
    expect(one && rehousedText(one)).toEqual({
      ja: 'なくなる工程「estimate」の見積の記録2件は、「rfi」のものとして残ります。文書1件は記録に残り、「rfi」には表示されません。',
      en: 'Of "estimate", which is taken away, 2 entries on estimates go on in "rfi"; 1 papers stay in the record, and "rfi" does not show them.',
    });
  });
});
