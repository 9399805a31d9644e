// Every act's form, made from the closed table of acts: each question has a label, each choice its words, and no code stands where a word
// belongs; what is typed as people write it is understood, and said back.
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ActInput } from '../../console/acts/form/act-input.tsx';
import { inputOfField } from '../../console/acts/form/field-names.ts';
import type { ActView } from '../../console/acts/questions.ts';
import { answerWords } from '../../console/acts/repeat/answer-words.ts';
import { type Draft, emptyAmount, emptyEvidence } from '../../console/acts/sending/draft.ts';
import { carriedBy } from '../../console/acts/sending/use-act-draft.ts';
import { LanguageProvider, useSpeech } from '../../console/words/language.tsx';
import { acts } from '../../machines/migration/acts.ts';
import type { SystemView } from '../../server/contract/migrations/system.ts';
import { actText } from '../../texts/acts/act-texts.ts';
import { choicesOf } from '../../texts/choices.ts';
import { questionText } from '../../texts/questions.ts';

let language = 'ja';
vi.stubGlobal('localStorage', { getItem: () => language });
afterEach(() => {
  language = 'ja';
});

/** As much of a system's page as forms read. */
const shown = {
  row: { businesses: ['住民基本台帳'] },
  phases: [
    { id: 'rfp', label: { ja: '選定', en: 'Selection' }, position: 'past' },
    { id: 'development', label: { ja: '開発', en: 'Development' }, position: 'here' },
  ],
  deadlines: [
    {
      deadline: 'd-1',
      label: { ja: '期限', en: 'Deadline' },
      dueOn: '2025-03-31',
      open: true,
      undecided: null,
    },
    { deadline: 'd-2', label: { ja: '未定の期限', en: 'Open' }, dueOn: null, open: false, undecided: {} },
  ],
  nationalSteps: [{ id: '①-1', name: '推進体制の立上げ' }],
  steps: {},
  ends: {
    criteria: [{ no: 1, title: '件数の一致' }],
    stabilisation: { incidents: [{ no: 3, title: '印刷の遅れ', closed: null }] },
  },
};
// Only the members above are read by forms; the whole page's shape has fifty more.
const view = shown as unknown as SystemView;

type Asked = { name: string; kind: ActView['asks'][number]['kind']; optional?: boolean };

/** As the server's explanation asks it. */
const questionOf = ({ name, kind, optional = false }: Asked): ActView['asks'][number] => {
  const words = choicesOf(name);
  const choices = words ? Object.entries(words).map(([value, label]) => ({ value, label })) : null;
  const label = questionText(name as never);
  return { name, kind, optional, label, most: null, choices: choices as never };
};

const offered = Object.entries(acts).flatMap(([type, { asks }]) =>
  ((asks ?? []) as readonly Asked[]).map((asked) => ({ type, asked })),
);
const actView = (type: string): ActView => ({
  ...{ type, label: actText(type as never), allowed: true, refusals: [], who: [], phase: 'development' },
  ...{ moves: false, asks: [], given: {} },
});

function formOf(type: string, asked: Asked, typed = '', faults = new Map<string, string>()): string {
  const draft = {
    ...{ requestId: 'r', sent: [], seenVersion: 1, occurredOn: '2023-11-16', chosen: {} },
    values: { [asked.name]: typed },
    evidence: [emptyEvidence()],
    amounts: [{ ...emptyAmount('R7'), amountYen: typed }],
  };
  const props = { act: actView(type), question: questionOf(asked), draft, change: () => undefined, view };
  return renderToStaticMarkup(
    <LanguageProvider>
      <ActInput {...props} asked={[]} faults={faults} />
    </LanguageProvider>,
  );
}

function Said({ asked, draft }: { asked: Asked; draft: Draft }) {
  return answerWords(questionOf(asked), draft, view, useSpeech());
}

/** The answer as it is repeated before it is recorded. */
function saidBack(asked: Asked, value: string): string {
  const draft = {
    ...{ requestId: 'r', sent: [], seenVersion: 1, occurredOn: '2023-11-16', evidence: [], amounts: [] },
    ...{ values: { [asked.name]: value }, chosen: { [asked.name]: [value] } },
  };
  return renderToStaticMarkup(
    <LanguageProvider>
      <Said asked={asked} draft={draft} />
    </LanguageProvider>,
  );
}

/** What a reader sees: without tags, and without what only programs read. */
const wordsOf = (html: string) => html.replace(/<[^>]*>/g, '\n').replace(/(?<=[0-9])\s+円/g, '円');
/** A name of the program's: camelCase, dotted, or hyphenated and standing alone; `no-go` is the English word for the judgement. */
const CODE =
  /(?:^|[^\w/])(?:[a-z]+[A-Z]\w+|[a-z]+\.[a-z]+|(?!no-go\b)[a-z]+-[a-z]+(?=$|\n)|undefined|null|NaN|\[object)/;
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

describe('every question of every act', () => {
  it('is asked in words, in either language, with no code before its reader', () => {
    expect(offered.length).toBeGreaterThan(120);
    for (const { type, asked } of offered) {
      for (const of of ['ja', 'en']) {
        language = of;
        const html = formOf(type, asked);
        const about = `${type} ${asked.name} (${of})`;
        expect([about, html === '']).toEqual([about, false]);
        const words = wordsOf(html);
        expect([about, CODE.exec(words)?.[0]]).toEqual([about, undefined]);
        if (of === 'ja') expect([about, JAPANESE.test(words)]).toEqual([about, true]);
      }
    }
  });

  it('that is chosen has something to choose, each with its words', () => {
    for (const { type, asked } of offered) {
      const html = formOf(type, asked);
      if (!html.includes('<select') || asked.kind === 'paper' || asked.kind === 'papers') continue;
      const options = [...html.matchAll(/<option value="([^"]+)"[^>]*>([^<]*)</g)];
      expect([type, asked.name, options.length > 0]).toEqual([type, asked.name, true]);
      for (const [, value, text] of options)
        expect([type, asked.name, text === value]).toEqual([type, asked.name, false]);
    }
  });

  it('that is answered by a choice is said back in the words of the choice', () => {
    const kinds = [
      'phase',
      'earlierPhase',
      'deadline',
      'undecidedDeadline',
      'cause',
      'choice',
      'ordinal',
      'reasonTypes',
    ];
    const asks = offered.filter(({ asked: { kind } }) => kinds.includes(kind));
    expect(asks.length).toBeGreaterThan(20);
    for (const { type, asked } of asks) {
      const html = formOf(type, asked);
      const value = asked.kind === 'reasonTypes' ? '1' : (/<option value="([^"]+)"/.exec(html)?.[1] ?? '');
      expect([type, asked.name, value === '']).toEqual([type, asked.name, false]);
      const said = saidBack(asked, value);
      expect([type, asked.name, said === '' || said === value]).toEqual([type, asked.name, false]);
    }
  });

  it('has its hint before its input and what is wrong with it after', () => {
    for (const { type, asked } of offered) {
      const id = `act-${asked.name}`;
      const html = formOf(type, asked, '', new Map([[id, '誤りです。']]));
      const [hint, input, fault] = [`id="${id}-hint"`, `id="${id}"`, '誤りです。'].map((part) =>
        html.indexOf(part),
      );
      if (hint === undefined || hint < 0 || input === undefined || fault === undefined) continue;
      expect([type, asked.name, hint < input && input < fault]).toEqual([type, asked.name, true]);
    }
  });
});

describe('what is typed', () => {
  const yen: Asked = { name: 'totalYen', kind: 'yen' };
  it.each([
    ['１２３，４５６千円', '123,456,000円'],
    ['1.2億', '120,000,000円'],
    ['1億6411万5710円', '164,115,710円'],
  ])('%s is understood, and said back as %s', (typed, said) => {
    expect(wordsOf(formOf('contract.recorded', yen, typed))).toContain(said);
    expect(wordsOf(formOf('contract.recorded', { name: 'amounts', kind: 'amounts' }, typed))).toContain(said);
  });

  it('of costs is said back year by year', () => {
    const costs: Asked = { name: 'costs', kind: 'costs' };
    const words = wordsOf(formOf('estimate.recorded', costs, 'R7=1200万/340万'));
    expect(words).toContain('令和7年度 移行 12,000,000円・運用 3,400,000円');
  });

  it('of a day is said by its era', () => {
    expect(wordsOf(formOf('plan.changed', { name: 'startOn', kind: 'vagueDay' }, '2024-04'))).toContain(
      '令和6年4月',
    );
    const until: Asked = { name: 'until', kind: 'exactDay' };
    expect(wordsOf(formOf('stabilisation.begun', until, '2026-03-31'))).toContain('令和8年3月31日');
  });
});

it('what an address brings along is taken by an act that asks for a phase, of a phase that there is', () => {
  const days = { phase: 'development', startOn: '2024-04', endOn: '2025-01' };
  const plan = { ...actView('plan.changed'), asks: [questionOf({ name: 'phase', kind: 'phase' })] };
  expect(carriedBy(days, plan, view)).toEqual(days);
  expect(carriedBy({ ...days, phase: 'elsewhere' }, plan, view)).toBeUndefined();
  expect(carriedBy(days, actView('migration.held'), view)).toBeUndefined();
  expect(carriedBy({ startOn: '2024-04' }, plan, view)).toBeUndefined();
});

it('what the door finds wrong stands at its field, whatever the list of amounts is called', () => {
  expect(inputOfField('fact.limits.1.amountYen')).toBe('act-amount-1-amountYen');
  expect(inputOfField('fact.amounts.0.fiscalYear')).toBe('act-amount-0-fiscalYear');
  expect(inputOfField('fact.evidence.sha256')).toBe('act-evidence-0-sha256');
  expect(inputOfField('fact.reason')).toBe('act-reason');
});
