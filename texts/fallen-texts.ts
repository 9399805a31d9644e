// What does not go on where a system is split or merged, in words: for the preview, and for whoever is told when it has happened.
import type { Text } from '../machines/definition/definition.ts';
import type { Rehoused } from '../machines/migration/adoption/rehoused.ts';
import type { Notice } from '../machines/record/effect.ts';
import type { Fallen } from '../machines/record/fallen.ts';
import { dayText, listed, type Names } from './names.ts';
import { requirementText } from './word-texts.ts';

type Sentences = { [K in Fallen['kind']]: (fallen: Extract<Fallen, { kind: K }>, names: Names) => Text };

const ofSystem = (of: string, names: Names, ja: string, en: string): Text => {
  const name = names.system(of);
  return { ja: `${name.ja}の${ja}`, en: `${en} of ${name.en}` };
};

const subjects: Readonly<Record<string, Text>> = {
  pia: { ja: '特定個人情報保護評価', en: 'the privacy impact assessment' },
  ordinance: { ja: '条例・規則', en: 'ordinances' },
  criterion: { ja: '移行判定基準', en: 'criteria of going live' },
  readiness: { ja: '移行判定', en: 'going live' },
  rehearsal: { ja: 'データ移行リハーサル', en: 'rehearsals' },
  stabilisation: { ja: '安定化期間', en: 'stabilisation' },
  incident: { ja: '障害', en: 'incidents' },
  budget: { ja: '予算', en: 'budgets' },
  obligation: { ja: '債務負担行為', en: 'obligations' },
  estimate: { ja: '見積', en: 'estimates' },
  contract: { ja: '契約', en: 'the contract' },
};

function notesText(subject: string, count: number): Text {
  const { ja, en } = subjects[subject] ?? { ja: subject, en: subject };
  return { ja: `${ja}の記録${count}件`, en: `${count} entries on ${en}` };
}

const papersText = (count: number): Text => ({ ja: `文書${count}件`, en: `${count} papers` });

/** Of a phase that is gone: what was recorded in it, and where it goes on. */
export function rehousedText({ phase, to, notes, papers, unseen }: Rehoused): Text {
  const kept = papers - unseen;
  const what = [
    ...notes.map(({ subject, count }) => notesText(subject, count)),
    ...(kept > 0 ? [papersText(kept)] : []),
  ];
  const goesOn = what.length > 0 ? listed(what) : null;
  const gone = unseen > 0 ? papersText(unseen) : null;
  return {
    ja: `なくなる工程「${phase.ja}」の${goesOn ? `${goesOn.ja}は、「${to.ja}」のものとして残ります。` : ''}${gone ? `${gone.ja}は記録に残り、「${to.ja}」には表示されません。` : ''}`,
    en: `Of "${phase.en}", which is taken away, ${[
      ...(goesOn ? [`${goesOn.en} go on in "${to.en}"`] : []),
      ...(gone ? [`${gone.en} stay in the record, and "${to.en}" does not show them`] : []),
    ].join('; ')}.`,
  };
}

const sentences: Sentences = {
  review: ({ phase, by }) => ({
    ja: `「${phase.ja}」の審査（${by}さんの依頼）`,
    en: `the review of "${phase.en}" that ${by} asked for`,
  }),
  goingBack: ({ by }) => ({ ja: `手戻りの申出（${by}さん）`, en: `the proposal of ${by} to go back` }),
  cancelling: ({ by }) => ({ ja: `移行の中止の申出（${by}さん）`, en: `the proposal of ${by} to cancel` }),
  correction: ({ entry, by }) => ({
    ja: `第${entry}件の訂正の申出（${by}さん）`,
    en: `the correction of entry ${entry} that ${by} proposed`,
  }),
  voices: ({ of, names: voices }) => {
    const who = voices.map((name) => `${name}さん`).join('、');
    return of === 'goingBack'
      ? { ja: `手戻りの申出への賛成（${who}）`, en: `the voices of ${voices.join(', ')} for going back` }
      : { ja: `移行の中止の申出への賛成（${who}）`, en: `the voices of ${voices.join(', ')} for cancelling` };
  },
  waiving: ({ system, milestone, names: voices }, names) => {
    const gone = names.system(system);
    return {
      ja: `「${gone.ja}」の節目（${milestone}）を省くことへの賛成（${voices.map((name) => `${name}さん`).join('、')}）`,
      en: `the voices of ${voices.join(', ')} for doing without ${milestone} of ${gone.en}`,
    };
  },
  asking: ({ deadline, dueOn, by }) => ({
    ja: `期限「${deadline.ja}」の延長の申請（${dayText(dueOn).ja}まで、${by}さん）`,
    en: `what ${by} asked for: "${deadline.en}" extended to ${dayText(dueOn).en}`,
  }),
  rfp: ({ number }) => ({
    ja: `進行中の調達手続（第${number}号）`,
    en: `procurement no. ${number}, which is open`,
  }),
  approvals: ({ names }) => ({
    ja: `審査中の承認（${names.map((name) => `${name}さん`).join('、')}）`,
    en: `the approvals under review (${names.join(', ')})`,
  }),
  hold: ({ of, since }, names) => {
    const on = since === '' ? { ja: '', en: '' } : dayText(since);
    return ofSystem(
      of,
      names,
      `中断${on.ja === '' ? '' : `（${on.ja}から）`}`,
      `the hold${on.en === '' ? '' : ` since ${on.en}`}`,
    );
  },
  regime: ({ of, completionOn }, names) => {
    const on = completionOn === null ? { ja: '', en: '' } : dayText(completionOn);
    return ofSystem(
      of,
      names,
      `特定移行支援の区分${on.ja === '' ? '' : `（${on.ja}まで）`}`,
      `the special transition${on.en === '' ? '' : ` until ${on.en}`}`,
    );
  },
  waiver: ({ of, system, milestone }, names) => {
    const gone = names.system(system);
    return ofSystem(
      of,
      names,
      `「${gone.ja}」の節目（${milestone}）を省く決定`,
      `the decision to do without ${milestone} of ${gone.en}`,
    );
  },
  extension: ({ of, deadline, dueOn }, names) =>
    ofSystem(
      of,
      names,
      `期限「${deadline.ja}」の延長（${dayText(dueOn).ja}まで）`,
      `the extension of "${deadline.en}" to ${dayText(dueOn).en}`,
    ),
  budget: ({ of, fiscalYear }, names) =>
    ofSystem(of, names, `${fiscalYear}年度の予算の議決`, `the budget voted for FY${fiscalYear}`),
  live: ({ of, on }, names) =>
    ofSystem(of, names, `稼働の記録（${dayText(on).ja}）`, `having gone live on ${dayText(on).en}`),
  conformity: ({ of, requirement }, names) =>
    ofSystem(
      of,
      names,
      `${requirementText[requirement].ja}への適合の記録`,
      `the conformity with the ${requirementText[requirement].en}`,
    ),
  notes: ({ of, subject, count }, names) => {
    const { ja, en } = notesText(subject, count);
    return ofSystem(of, names, ja, en);
  },
  papers: ({ of, count }, names) =>
    ofSystem(of, names, `決まっていない調達の文書${count}件`, `${count} papers of the undecided procurement`),
};

export const fallenText = (fallen: Fallen, names: Names): Text =>
  // TypeScript cannot see that a kind and its facts belong together once both are unions.
  (sentences[fallen.kind] as (given: Fallen, names: Names) => Text)(fallen, names);

/** Of what goes on under another version: all that is not decided any more, in one sentence, or nothing. */
export function undecidedText(falls: readonly Fallen[], names: Names): Text {
  if (falls.length === 0) return { ja: '', en: '' };
  const { ja, en } = listed(falls.map((one) => fallenText(one, names)));
  return {
    ja: `改定でなくなるもの: ${ja}。必要なら、あらためて依頼・申出をしてください。`,
    en: `What falls by it: ${en}. Ask anew where it is needed.`,
  };
}

/** What an adoption told of what fell with it, beside its entry; null where nothing did. */
export function fellText(notice: Notice, names: Names): Text | null {
  const falls = 'falls' in notice && Array.isArray(notice.falls) ? notice.falls : [];
  const approvals = notice.code === 'definition.adopted' ? notice.approvals : [];
  const deadlines = notice.code === 'migration.retired' ? notice.deadlines : [];
  const fell = [
    ...(approvals.length > 0 ? [sentences.approvals({ kind: 'approvals', names: approvals }, names)] : []),
    ...deadlines.map(({ ja, en }) => ({ ja: `期限「${ja}」`, en: `the deadline "${en}"` })),
    ...falls.map((one) => fallenText(one, names)),
  ];
  if (fell.length === 0) return null;
  const { ja, en } = listed(fell);
  return { ja: `なくなったもの: ${ja}`, en: `what fell: ${en}` };
}

/** All of it in one sentence, or nothing. */
export function allFallenText(falls: readonly Fallen[], names: Names): Text {
  if (falls.length === 0) return { ja: '', en: '' };
  const { ja, en } = listed(falls.map((one) => fallenText(one, names)));
  return { ja: `引き継がれないもの: ${ja}。`, en: ` What does not go on: ${en}.` };
}
