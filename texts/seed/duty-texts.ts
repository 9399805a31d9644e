// Sentences for duties in a seed that leave nobody to decide or to supply, in Japanese and English.
import type { ProblemFacts } from '../../machines/seed/problem.ts';
import { dutyText } from '../duty-words.ts';
import { yenText } from '../names.ts';
import { both, type ProblemText, suggestion } from './shape-texts.ts';

type Texts<C extends keyof ProblemFacts> = { [K in C]: (facts: ProblemFacts[K]) => ProblemText };

const decisions: Record<ProblemFacts['control.leavesNobody']['act'], [string, string]> = {
  goBack: ['手戻り', 'going back'],
  cancel: ['中止', 'cancelling'],
};

export const dutyTexts: Texts<
  | 'gate.leavesNobody'
  | 'gate.nobodyDecides'
  | 'matter.order'
  | 'matter.noEnd'
  | 'duties.same'
  | 'duties.leavesNobody'
  | 'control.leavesNobody'
  | 'condition.cannotSupply'
  | 'condition.beforeLive'
> = {
  'gate.leavesNobody': ({ phase, bodies, system }) =>
    both(
      [
        `提出する人と、条件（hard）を用意する人を除くと、工程「${phase}」を承認できる人が足りません（${bodies.join('、')}${system ? `、システム ${system}` : ''}）`,
        `without whoever submits, and whoever supplies what a gate asks for, too few people are left to approve phase "${phase}" (${bodies.join(', ')}${system ? `, system ${system}` : ''})`,
      ],
      [
        '承認する側に別の人を加えるか、提出・用意する部署（owners・who）を承認と別にする',
        'give the approving body another person, or let another post submit or supply ("owners:", "who:")',
      ],
    ),
  'gate.nobodyDecides': ({ phase }) =>
    both(
      [
        `工程「${phase}」の関門を決める者がいません（approvals が空で、matter もありません）`,
        `nobody decides the gate of phase "${phase}": "approvals:" is empty and it names no "matter:"`,
      ],
      ['approvals: に会議体・職を書くか、matter: を書く', 'write a body in "approvals:", or a "matter:"'],
    ),
  'matter.order': ({ matter }) =>
    both(
      [
        `「${matter}」の専決の金額が、前の行より大きくありません`,
        `the amounts of "${matter}" do not rise: this row decides nothing`,
      ],
      ['powers: を金額の小さい順に書く', 'write "powers:" with the lowest amount first'],
    ),
  'matter.noEnd': ({ matter, upToYen }) =>
    both(
      [
        `「${matter}」の${yenText(upToYen).ja}を超える額を決める者がいません`,
        `nobody decides "${matter}" above ${yenText(upToYen).en}`,
      ],
      ['最後に、upToYen: のない行を加える', 'add a last row without "upToYen:"'],
    ),
  'duties.same': ({ duty }) =>
    both(
      [`「${duty}」を、それ自身と分けることはできません`, `"${duty}" cannot be kept apart from itself`],
      ['二つの異なる職務を書く', 'write two different duties'],
    ),
  'duties.leavesNobody': ({ duties, posts, system }) =>
    both(
      [
        `「${duties.map((one) => dutyText(one).ja).join('」と「')}」を分けると、システム ${system} で担える人が足りません（${posts.join('、')}）`,
        `with ${duties.join(' and ')} apart, system ${system} lacks people for one of them (${posts.join(', ')})`,
      ],
      [
        'どれかの職に別の人を加えるか、この組を除く',
        'give one of the posts another person, or remove this pair',
      ],
    ),
  'control.leavesNobody': ({ act, body, quorum, members }) =>
    both(
      [
        `${decisions[act][0]}を提案した人を除くと、「${body}」（${members}人）では定足数 ${quorum} に足りません`,
        `without whoever proposes ${decisions[act][1]}, "${body}" (${members} members) lacks its quorum of ${quorum}`,
      ],
      ['決める側を別の会議体にするか、人数を増やす', 'let another body decide, or give it more members'],
    ),
  'condition.cannotSupply': ({ who, able }) =>
    both(
      [
        `「${who}」はこの条件を用意できません（その記録をする権限がありません）`,
        `"${who}" cannot supply this: it may not record it`,
      ],
      suggestion(null, able),
    ),
  'condition.beforeLive': ({ phase, goLive }) =>
    goLive === null
      ? both(
          [
            `この工程表には稼働の工程（goLive:）がなく、工程「${phase}」の関門は稼働を待ち続けます`,
            `the path has no "goLive:" phase: the gate of "${phase}" would wait for going live for ever`,
          ],
          ['goLive: を書くか、この条件を除く', 'write "goLive:", or remove the condition'],
        )
      : both(
          [
            `稼働は工程「${goLive}」からです。その前の「${phase}」の関門で待つと、いつまでも通れません`,
            `a system goes live from "${goLive}" on: waiting for it at the gate of "${phase}", before that, never ends`,
          ],
          [
            `「${goLive}」以後の関門に移すか、除く`,
            `move it to the gate of "${goLive}" or a later one, or remove it`,
          ],
        ),
};
