// Sentences for what is wrong with a body's term, or follows from it.
import type { ProblemFacts } from '../../machines/seed/problem.ts';
import { leftByTermText } from '../refusals/term-texts.ts';
import { both, type ProblemText } from './shape-texts.ts';

type TermCode = 'term.empty' | 'term.reversed' | 'term.leavesGates' | 'amend.termed';

const plain = (id: string) => ({ ja: id, en: id });

export const termTexts: { [C in TermCode]: (facts: ProblemFacts[C]) => ProblemText } = {
  'term.empty': () =>
    both(
      ['任期の日がありません', 'the term names no day'],
      ['from・until の少なくとも一方を書くか、term を消す', 'write "from" or "until", or leave "term" out'],
    ),
  'term.reversed': ({ from, until }) =>
    both(
      [
        `任期の末日（${until}）が初日（${from}）より前です`,
        `the term ends (${until}) before it begins (${from})`,
      ],
      [`${from} 以後`, `${from} or later`],
    ),
  'amend.termed': ({ may, bodies }) =>
    both(
      [
        `任期（${bodies.join('、')}）が終わると、改定を${may === 'propose' ? '提案' : '承認'}できる者が足りなくなります`,
        `once the terms of ${bodies.join(', ')} are over, too few could ${may} an amendment`,
      ],
      [
        `任期のない職・会議体を amend の ${may} に加える（なければ、任期を改めることもできない）`,
        `add a body without a term to "${may}" under "amend": without one, not even the terms could be amended`,
      ],
    ),
  'term.leavesGates': (left) => {
    const { ja, en } = leftByTermText(left, { post: plain, system: plain }, ({ phase }) => plain(phase));
    return both(
      [ja, en],
      [
        'そのころまでに任期を改めるなら、このままでよい。そうでなければ、ほかの会議体に決めさせる',
        'nothing to do, if the term is amended in time; else let another body decide them',
      ],
    );
  },
};
