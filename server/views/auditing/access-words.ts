// A line of the access record in words: what was asked for, as its route says of itself, and why it was refused.
import type { Text } from '../../../machines/definition/definition.ts';
import { API_PATH } from '../../http/gatekeeper.ts';
import { type Api, statedRoutes } from '../../http/guarded-route.ts';
import { problems } from '../../http/problem/problem-texts.ts';

/** What is told of as no route. */
const OTHERS: Record<string, Text> = {
  'GET /feeds/{secret}.ics': {
    ja: '自分のカレンダー（カレンダーのアドレスで）',
    en: 'one’s own calendar, by its address',
  },
  more: { ja: 'まとめて数えた要求', en: 'further requests, counted together' },
};

interface Line {
  what: string;
  problem: string | null;
}

export function accessWords(api: Api): (line: Line) => { whatText: Text | null; problemText: Text | null } {
  const summaries = new Map(
    statedRoutes(api).map(({ method, path, summary }) => [`${method} ${API_PATH}${path}`, summary]),
  );
  return ({ what, problem }) => {
    const summary = summaries.get(what);
    return {
      whatText: summary === undefined ? (OTHERS[what] ?? null) : halves(summary),
      problemText: problem !== null && isProblem(problem) ? problems[problem].detail : null,
    };
  };
}

function halves(summary: string): Text {
  const [ja = summary, en = ja] = summary.split(' / ');
  return { ja, en };
}

const isProblem = (code: string): code is keyof typeof problems => Object.hasOwn(problems, code);
