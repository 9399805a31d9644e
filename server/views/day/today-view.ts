// Somebody's day, with sentences.
import type { UnreadNotice } from '../../../ledger/models/inbox.ts';
import type { Text } from '../../../machines/definition/definition.ts';
import type { Beside } from '../../../machines/programme/today/beside.ts';
import type { Holder, Line } from '../../../machines/programme/today/line.ts';
import { saidOnce } from '../../../machines/programme/today/news.ts';
import { daysBetween } from '../../../machines/values/date.ts';
import { actText } from '../../../texts/acts/act-texts.ts';
import type { Names } from '../../../texts/names.ts';
import { besideText } from '../../../texts/telling/beside-texts.ts';
import { noticeText } from '../../../texts/telling/notice-texts.ts';
import { holderText, holderUnseen, todayText } from '../../../texts/telling/today-texts.ts';
import type { TodayBeside, TodayLine, TodayNews } from '../../contract/telling/today.ts';

export interface Reading {
  names: Names;
  today: string;
  /** Whether the reader may open a system's page. */
  open: (system: string) => boolean;
  /** Whether the reader is shown how a system stands. */
  shown: (system: string) => boolean;
}

export function lineView({ subject, post, acts, systems }: Line, reading: Reading): TodayLine {
  const { code } = subject;
  const { names, today } = reading;
  return {
    code,
    text: todayText(subject, names),
    post: post === null ? null : { post, label: names.post(post) },
    acts: acts.map((type) => ({ type, label: actText(type) })),
    systems: systems.map((system) => named(system, names)),
    due:
      code === 'due'
        ? { on: subject.on, daysLeft: daysBetween(today, subject.on), past: subject.past }
        : null,
    holder: code === 'waits' ? holderView(subject.holder, reading) : null,
    known: knownOf(subject),
  };
}

const named = (system: string, names: Names): { system: string; systemName: Text } => ({
  system,
  systemName: names.system(system),
});

/** Of systems that the reader is not shown nothing is said; the line stands all the same. */
export function besideView(one: Beside, { names, shown }: Reading): TodayBeside {
  const { code } = one;
  const post = code === 'seeing' ? one.made.of.post : code === 'meeting' ? one.body : one.post;
  const made = code === 'seeing' ? one.made : null;
  const systems = code === 'seeing' || code === 'amendment' ? [] : one.systems;
  return {
    code,
    text: besideText(one, names),
    systems: [...systems, ...(made?.system ? [made.system] : [])]
      .filter(shown)
      .map((system) => named(system, names)),
    late: code === 'seeing' || code === 'meeting' ? one.late : false,
    post: post === null ? null : { post, label: names.post(post) },
    number: code === 'seeing' ? one.made.entry : one.number,
    made: made && { system: made.system, of: made.of },
  };
}

function holderView(holder: Holder, { names, shown, open }: Reading): TodayLine['holder'] {
  const { system, posts } = holder;
  const where = system === null ? null : { ...named(system, names), open: open(system) };
  if (system !== null && !shown(system)) return { in: where, text: holderUnseen, posts: [] };
  return {
    in: where,
    text: holderText(holder, names),
    posts: posts.map((post) => ({ post, label: names.post(post) })),
  };
}

function knownOf(subject: Line['subject']): TodayLine['known'] {
  switch (subject.code) {
    case 'paper':
      return { evidence: subject.evidence, label: subject.label };
    case 'steps':
      return { steps: [...subject.steps] };
    case 'proviso':
      return { proviso: subject.proviso };
    case 'correction':
      return { entry: subject.entry };
    case 'undecided':
    case 'extension':
    case 'due':
      return { deadline: subject.id };
    default:
      return {};
  }
}

export function newsViews(news: readonly UnreadNotice[], names: Names): TodayNews[] {
  const said = news.map((one) => ({ one, text: noticeText(one.notice, names) }));
  return saidOnce(said, ({ one, text }) => `${one.notice.code} ${text.ja}`).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const systems = new Map(
      group.map(({ one }) => [one.system, { system: one.system, systemName: one.name }]),
    );
    const { notice, recordedAt } = first.one;
    return [{ code: notice.code, text: first.text, recordedAt, systems: [...systems.values()] }];
  });
}
