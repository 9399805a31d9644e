// A procurement in lines: its stages, who takes part, who has signed, the order and the candidate.
import type { ProcurementList, RfpView } from '../../../server/contract/procuring/rfp.ts';
import type { Language, Say } from '../speech.ts';
import { tableLines } from '../table.ts';
import { dayWord } from '../words.ts';

const columns = (...titles: string[]) => titles.map((head) => ({ head }));

interface Speaking {
  say: Say;
  language: Language;
}
type Open = NonNullable<RfpView['open']>;

export function rfpLines({ open, undisclosed, ended }: RfpView, speaking: Speaking): string[] {
  const { say, language } = speaking;
  const past = ended.map(
    ({ number, form, title, on, reason }) =>
      `${say('終了', 'over')} #${number} ${form[language]} ${title}（${on} ${reason}）`,
  );
  if (undisclosed) return [undisclosed[language]];
  return open
    ? [...openLines(open, speaking), ...past]
    : [say('進行中の調達手続はありません。', 'None is open.'), ...past];
}

function openLines(open: Open, { say, language }: Speaking): string[] {
  const { number, form, title, applicants, closedOn, outcome, inside } = open;
  const stages = open.stages.map(({ label, at }) => [label[language], at.slice(0, 16).replace('T', ' ')]);
  return [
    `#${number} ${form[language]} ${title}`,
    say(`応募者 ${applicants}者`, `${applicants} applicants`),
    ...tableLines(columns(say('段階', 'Stage'), say('日時', 'When')), stages, ''),
    ...(inside ? insideLines(inside, { say, language }) : []),
    ...open.rounds.flatMap(({ label, notifiedOn, ranking }) => [
      say(`${label}（${notifiedOn} 通知）`, `${label} (told ${notifiedOn})`),
      ...rankingLines({ ranking }, say),
      say(
        `通過: ${namesOf(ranking.filter(({ goesOn }) => goesOn)) || 'なし・非公表'}`,
        `going on: ${namesOf(ranking.filter(({ goesOn }) => goesOn)) || 'nobody, or not published'}`,
      ),
    ]),
    ...(open.round ? [say(`審査: ${open.round.label}`, `round: ${open.round.label}`)] : []),
    ...(closedOn ? rankingLines(open, say) : []),
    ...(inside ? scoredLines(inside, { say, language }) : []),
    ...(outcome
      ? [
          say(`候補者: ${outcome.candidate ?? 'なし'}`, `candidate: ${outcome.candidate ?? 'nobody'}`),
          say(
            `次点: ${outcome.runnerUp ?? 'なし・非公表'}`,
            `runner-up: ${outcome.runnerUp ?? 'nobody, or not published'}`,
          ),
          ...outcome.failed.map(({ name, reason, on }) =>
            say(
              `協議不調: ${name ?? '（非公表）'} ${on} ${reason ?? ''}`,
              `failed: ${name ?? '(not published)'} ${on} ${reason ?? ''}`,
            ),
          ),
        ]
      : []),
  ];
}

/** Who gave whom how much on what, a line for each criterion of each bidder. */
function scoredLines(
  { scored, bidders }: NonNullable<Open['inside']>,
  { say, language }: Speaking,
): string[] {
  const called = new Map(bidders.map(({ id, name }) => [id, name]));
  return scored.flatMap(({ round, closedOn, criteria, sheets }) => {
    const day = dayWord(closedOn, language);
    const among = [...new Set(sheets.flatMap(({ points }) => Object.keys(points)))];
    const rows = among.flatMap((bidder) =>
      criteria.map(({ id, label, points: most }) => [
        called.get(bidder) ?? bidder,
        label,
        most,
        ...sheets.map(({ points }) => points[bidder]?.[id] ?? ''),
      ]),
    );
    const heads = columns(
      say('応募者', 'Bidder'),
      say('項目', 'Criterion'),
      say('配点', 'Most'),
      ...sheets.map(({ name, account }) => `${name}（${account}）`),
    );
    return [
      say(
        `採点${round ? `（${round.label}）` : ''} ${day} 締切`,
        `scores${round ? ` (${round.label})` : ''}, closed ${day}`,
      ),
      ...tableLines(heads, rows, ''),
    ];
  });
}

function insideLines(
  { bidders, evaluators, questions, ties, goesOn, parted, failing }: NonNullable<Open['inside']>,
  { say, language }: Speaking,
): string[] {
  const rows = bidders.map((one) => [
    one.id,
    one.name,
    one.uncounted?.[language] ?? say('採点の対象', 'counts'),
    one.receivedAt?.slice(0, 19).replace('T', ' ') ?? '',
    one.priceYen?.toLocaleString('en') ?? '',
  ]);
  const people = evaluators.map(({ account, name, signed, recused }) => [
    account,
    name,
    recused === null
      ? signed
        ? say('提出済み', 'signed')
        : say('未提出', 'not yet')
      : say(`除斥: ${recused}`, `recused: ${recused}`),
  ]);
  return [
    say(
      `質問 ${questions.count}件、未回答 ${questions.unanswered.length}件、公表 ${questions.publishedOn ?? 'まだ'}`,
      `${questions.count} questions, ${questions.unanswered.length} unanswered, published ${questions.publishedOn ?? 'not yet'}`,
    ),
    ...tableLines(
      columns(
        say('記号', 'Id'),
        say('応募者', 'Bidder'),
        say('状態', 'State'),
        say('受領', 'Received'),
        say('価格', 'Price'),
      ),
      rows,
      '',
    ),
    ...tableLines(
      columns(say('評価者', 'Evaluator'), say('氏名', 'Name'), say('採点表', 'Sheet')),
      people,
      '',
    ),
    ...parted.map(({ order, how, reason }) =>
      say(
        `同点の順位: ${order.join('、')}（${how.ja}。${reason}）`,
        `tie decided: ${order.join(', ')} (${how.en}; ${reason})`,
      ),
    ),
    ...ties.map((group) => say(`同点: ${group.join(' = ')}`, `tie: ${group.join(' = ')}`)),
    ...(goesOn
      ? [
          say(
            `次の審査に進む者: ${goesOn.join('、') || 'なし'}（sekimori rfp notify で通知）`,
            `going on: ${goesOn.join(', ') || 'nobody'} (sekimori rfp notify tells them)`,
          ),
        ]
      : []),
    ...(failing
      ? [
          say(
            `協議不調の申出: ${failing.by}（${failing.reason}）`,
            `said to have failed: ${failing.by} (${failing.reason})`,
          ),
        ]
      : []),
  ];
}

const namesOf = (ranking: readonly { name: string | null }[]): string =>
  ranking.map(({ name }) => name ?? '').join('、');

function rankingLines({ ranking }: Pick<Open, 'ranking'>, say: Say): string[] {
  const isCarried = ranking.some(({ carried }) => carried !== null);
  const rows = ranking.map(({ rank, name, technical, price, carried, total, printed }) => [
    rank === null ? '-' : String(rank),
    name ?? say('（非公表）', '(not published)'),
    technical,
    price,
    ...(isCarried ? [`${carried?.technical ?? '0'} + ${carried?.price ?? '0'}`] : []),
    total,
    printed,
  ]);
  const heads = columns(
    say('順位', 'Rank'),
    say('応募者', 'Bidder'),
    say('技術点', 'Technical'),
    say('価格点', 'Price'),
    ...(isCarried ? [say('持越し', 'Carried')] : []),
    say('総得点', 'Total'),
    say('印刷', 'Printed'),
  );
  return tableLines(heads, rows, '');
}

/** A line for each system: what is open, what comes next, who is the candidate. */
export function procurementLines({ items }: ProcurementList, { say, language }: Speaking): string[] {
  const what = ({ rfp, undisclosed, ended }: ProcurementList['items'][number]) => {
    if (undisclosed) return undisclosed[language];
    const past = ended > 0 ? say(`（終了 ${ended}件）`, ` (${ended} over)`) : '';
    return rfp ? `${rfp.form[language]} ${rfp.title}${past}` : `－${past}`;
  };
  const rows = items.map((item) => {
    const { next = null, applicants = '', candidate = null } = item.rfp ?? {};
    return [
      item.system,
      item.name[language],
      what(item),
      next ? `${next.label[language]} ${next.at.slice(0, 16).replace('T', ' ')}` : '',
      String(applicants),
      candidate ?? '',
    ];
  });
  const heads = columns(
    say('記号', 'Id'),
    say('システム', 'System'),
    say('手続', 'Procurement'),
    say('次の段階', 'Next stage'),
    say('応募者', 'Applicants'),
    say('候補者', 'Candidate'),
  );
  return tableLines(heads, rows, '');
}
