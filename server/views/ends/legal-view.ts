// A system's other legal ends as they are shown.
import type { MigrationDefinition } from '../../../machines/definition/definition.ts';
import { NOTED, type Note, noteAt, notesOf } from '../../../machines/migration/noted/noted.ts';
import { ordinancesOf } from '../../../machines/migration/ordinance/passing.ts';
import { passages } from '../../../machines/migration/ordinance/shapes.ts';
import { roundOf } from '../../../machines/migration/pia/rounds.ts';
import { criteriaOf } from '../../../machines/migration/readiness/ready.ts';
import { incidentsOf } from '../../../machines/migration/stabilisation/stable.ts';
import type { MigrationContext } from '../../../machines/migration/state.ts';
import { choiceText } from '../../../texts/choices.ts';
import type { LegalView } from '../../contract/ends/legal.ts';
import { paperOf } from './money-view.ts';

interface Shown {
  definition: MigrationDefinition;
  context: MigrationContext;
}

export const legalView = (shown: Shown): LegalView => ({
  pia: rounds(shown),
  ordinances: ordinances(shown),
  ...readiness(shown),
  stabilisation: stabilisation(shown),
});

const markView = (note: Note<typeof NOTED.piaAdvanced> | undefined) =>
  note ? { on: note.on, evidence: paperOf(note) } : null;

const rounds = ({ context }: Shown): LegalView['pia'] =>
  notesOf(context, NOTED.piaJudged).map(({ no, evaluation, subjects = null, on }) => {
    const { commented, marks = {} } = roundOf(context, no) ?? {};
    return {
      no,
      evaluation,
      label: choiceText('evaluation', evaluation),
      subjects,
      on,
      commented: commented
        ? {
            openedOn: commented.openedOn,
            closedOn: commented.closedOn,
            opinions: commented.opinions ?? null,
          }
        : null,
      reviewed: markView(marks.reviewed),
      submitted: markView(marks.submitted),
      published: markView(marks.published),
    };
  });

const ordinances = (shown: Shown): LegalView['ordinances'] =>
  ordinancesOf(shown).map(({ ordinance, label, kind, passed }) => ({
    ordinance,
    label,
    kind,
    passed: passages.flatMap((passage) => {
      const on = passed[passage]?.on;
      return on === undefined ? [] : [{ passage, label: choiceText('passage', passage), on }];
    }),
    inForceOn: passed.promulgated?.inForceOn ?? null,
  }));

const readiness = ({ context }: Shown): Pick<LegalView, 'criteria' | 'judgements' | 'rehearsals'> => ({
  criteria: criteriaOf(context).map(({ set, found }) => ({
    no: set.no,
    title: set.title,
    kind: set.criterionKind,
    found: found ? { finding: found.finding, on: found.on, evidence: paperOf(found) } : null,
  })),
  judgements: notesOf(context, NOTED.judgement).map(({ no, judgement, on, note = null }) => {
    return { no, judgement, on, note };
  }),
  rehearsals: notesOf(context, NOTED.rehearsal).map((one) => ({
    no: one.no,
    records: one.records,
    errors: one.errors,
    result: one.result,
    on: one.on,
    evidence: paperOf(one),
  })),
});

const stabilisation = ({ context }: Shown): LegalView['stabilisation'] => ({
  periods: notesOf(context, NOTED.stabilisation).map(({ no, on, until }) => ({
    no,
    from: on,
    until,
    endedOn: noteAt(context, NOTED.stabilised, no)?.on ?? null,
  })),
  incidents: incidentsOf(context).map(({ incident, closed }) => ({
    no: incident.no,
    title: incident.title,
    severity: incident.severity,
    on: incident.on,
    closed: closed ? { on: closed.on, remedy: closed.remedy } : null,
  })),
});
