// `keys`: the keys that vouch for senders, and another put in force.
import { type KeyList, keyList, type RotationView, rotation } from '../../server/contract/keys.ts';
import { type CommandSpec, example } from '../command-spec.ts';
import type { Context } from '../context.ts';
import type { Answer } from '../print/answer.ts';
import { tableLines } from '../print/table.ts';
import { instantWord } from '../print/words.ts';

async function list(context: Context): Promise<Answer> {
  const found = await context.client.get(keyList, '/keys');
  return { kind: 'value', value: found, rehearsal: false, lines: keyLines(found, context) };
}

function keyLines({ newest, own, programmes }: KeyList, { say, language }: Context): string[] {
  const heads = [
    say('団体', 'Programme'),
    say('鍵', 'Key'),
    say('状態', 'State'),
    say('いつから', 'Since'),
    say('いつまで', 'Until'),
    say('誰が', 'By'),
    '#',
  ].map((head) => ({ head }));
  const rows = programmes.flatMap(({ programme, keys }) =>
    keys.map(({ id, state, since, until, seq, by, held }) => [
      programme,
      id,
      `${state === 'active' ? say('有効', 'active') : say('退役', 'retired')}${state === 'active' && !held ? say('（秘密鍵がここにない）', ' (private half not here)') : ''}`,
      instantWord(since, language),
      until === null ? '' : instantWord(until, language),
      by.kind === 'person' ? `${by.name}（${by.account}）` : say('読み込み', 'loading'),
      String(seq),
    ]),
  );
  const mine = own
    ? say(`このサーバの鍵: ${newest}`, `this server's own key: ${newest}`)
    : say(`設定で指定された鍵: ${newest}`, `the key that a setting names: ${newest}`);
  return [mine, '', ...tableLines(heads, rows, say('団体はありません。', 'There are no programmes.'))];
}

async function rotate(context: Context): Promise<Answer> {
  const found = await context.client.post(rotation, '/keys/rotate', undefined);
  return {
    kind: 'value',
    value: found,
    rehearsal: false,
    lines: rotationLines(found, context),
    endsAs: found.complete ? undefined : 'refused',
  };
}

function rotationLines({ key, complete, programmes }: RotationView, { say, language }: Context): string[] {
  const words = {
    rotated: say('更新しました', 'replaced'),
    inForce: say('すでに有効です', 'in force already'),
    failed: say('まだです', 'not yet'),
  };
  const lines = programmes.map(({ programme, name, status, seq, problem }) => {
    const at = seq === null ? '' : say(`（第${seq}件）`, ` (entry ${seq})`);
    const why = problem === null ? '' : `: ${problem.detail[language]}`;
    return `  ${programme} ${name[language]}  ${words[status]}${at}${why}`;
  });
  return [
    complete
      ? say(
          `署名する鍵は ${key} になりました。前の鍵は、もう署名に使えません。`,
          `${key} signs from now on; the key before it signs nothing more.`,
        )
      : say(
          '途中です。もう一度実行すると、残りを行います。',
          'Not complete: run it again, and the rest is done.',
        ),
    ...lines,
    ...(complete
      ? [
          say(
            'secrets/ の控えを取り直してください。',
            'Take a new backup of secrets/ (or of the files you named).',
          ),
        ]
      : []),
  ];
}

export const keyCommands: CommandSpec[] = [
  {
    usage: 'keys',
    text: { ja: '記録に署名する鍵（一覧・更新）', en: 'the keys that sign the record: list, rotate' },
    examples: [
      example('sekimori keys', '鍵の一覧', 'the keys of every programme'),
      example(
        'sekimori keys rotate',
        '新しい鍵に替える（管理者）',
        'put a new key in force (administrators)',
      ),
    ],
    subcommands: [
      {
        usage: 'list',
        text: { ja: '鍵と、いつから誰の操作で（既定）', en: 'keys, since when and by whose act (default)' },
        run: (context) => list(context),
      },
      {
        usage: 'rotate',
        sends: 'signingKey.rotated',
        text: {
          ja: '新しい鍵に替える（途中で止まったら、もう一度実行する）',
          en: 'put a new key in force; run it again where it was cut off',
        },
        run: (context) => rotate(context),
      },
    ],
  },
];
