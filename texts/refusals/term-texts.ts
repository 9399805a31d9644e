// A body's term in words: why nobody speaks for it on a day, and what would be left without it.
import type { Text } from '../../machines/definition/definition.ts';
import type { AfterTerm } from '../../machines/migration/gate/after-term.ts';
import { dayText, listed, type Names } from '../names.ts';
import type { RefusalSentences } from './refusal-sentences.ts';

/** `令和6年4月1日から令和8年3月31日まで` */
export function termText({ from, until }: { from: string | null; until: string | null }): Text {
  const first = from === null ? null : dayText(from);
  const last = until === null ? null : dayText(until);
  return {
    ja: `${first ? `${first.ja}から` : ''}${last ? `${last.ja}まで` : ''}`,
    en: [first && `from ${first.en}`, last && `until ${last.en}`].filter((part) => part !== null).join(' '),
  };
}

export const termSentences: Pick<RefusalSentences, 'body.outsideTerm'> = {
  'body.outsideTerm': ({ body, on, ...term }, names) => ({
    ja: `${names.post(body).ja}の任期は${termText(term).ja}です。${dayText(on).ja}には、${names.post(body).ja}としては行えません。任期を改めるには計画の改定が要ります。`,
    en: `The term of ${names.post(body).en} is ${termText(term).en}: on ${dayText(on).en} nobody acts for it. An amendment of the programme gives it another term.`,
  }),
};

export const termEndText = (until: string, label: Text): Text => ({
  ja: `${label.ja}の任期は${dayText(until).ja}に終わります。`,
  en: `The term of ${label.en} ends on ${dayText(until).en}.`,
});

/** More gates than these are counted. */
const NAMED = 6;

/** `phase` names a phase of a system. */
export function leftByTermText<Gate extends AfterTerm['gates'][number]>(
  { body, until, gates }: Omit<AfterTerm, 'gates'> & { gates: readonly Gate[] },
  names: Pick<Names, 'post' | 'system'>,
  phase: (gate: Gate) => Text,
): Text {
  const shown = gates.slice(0, NAMED).map((gate): Text => {
    const [system, where] = [names.system(gate.system), phase(gate)];
    return { ja: `${system.ja}の${where.ja}`, en: `${where.en} of ${system.en}` };
  });
  const more = gates.length - shown.length;
  const { ja, en } = listed(shown);
  const rest: Text = more > 0 ? { ja: `ほか${more}件`, en: ` and ${more} more` } : { ja: '', en: '' };
  const [label, last] = [names.post(body), dayText(until)];
  return {
    ja: `${label.ja}の任期は${last.ja}に終わります。その後に残る関門を決める者がいません（${ja}${rest.ja}）。`,
    en: `The term of ${label.en} ends on ${last.en}: nobody would decide the gates that are left then (${en}${rest.en}).`,
  };
}
