// `verify`: the proof of the record, against heads kept in a file and those that this command has seen before.
import { type CheckedView, type Verification, verification } from '../../server/contract/verification.ts';
import { type CommandSpec, example, option } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import type { Options } from '../options.ts';
import type { Answer } from '../print/answer.ts';
import { tableLines } from '../print/table.ts';
import { instantWord, settingWord } from '../print/words.ts';
import { isOf, readHeads, rememberedHeads, rememberHeads, saveHeads } from '../session/head-file.ts';

async function verify(context: Context, options: Options): Promise<Answer> {
  const { client, language, env, say } = context;
  const { url } = client.access;
  const code = await context.programme();
  if (options.flag('forget')) return forget(context, code);
  const file = options.text('anchors');
  const anchors = file === undefined ? undefined : anchorsOf(file, code);
  const remembered = rememberedHeads(env, url, code);
  const decide = options.either('decide');
  const body = {
    ...(decide === undefined ? {} : { decide }),
    ...(anchors === undefined ? {} : { anchors }),
    ...(remembered.length === 0 ? {} : { remembered }),
  };
  const found = await client.post(verification, `/programmes/${code}/verify`, body);
  const asides: string[] = [];
  // What was seen when all was well stays remembered until all is well again.
  if (found.ok) rememberHeads(env, url, code, found.heads);
  if (found.redecided === null) asides.push(undecided(say));
  const saved = options.text('save');
  if (saved !== undefined && !found.ok) {
    asides.push(
      say(
        `問題が見つかったため、${saved} には書き出していません（前の検証値を失わないためです）。`,
        `Something is wrong, so nothing is written to ${saved}: what it holds may be the proof.`,
      ),
    );
  } else if (saved !== undefined) {
    saveHeads(saved, found.heads);
    asides.push(say(`${saved} に検証値を書き出しました。`, `The heads are written to ${saved}.`));
  }
  return {
    kind: 'value',
    value: found,
    rehearsal: found.setting.rehearsal,
    lines: [settingWord(found.setting, language), '', ...verificationLines(found, context)],
    asides,
    refused: !found.ok,
  };
}

const undecided = (say: Context['say']): string =>
  say(
    '決定のやり直しはしていません。署名のある操作に作りものの状態が添えられていても、これだけでは分かりません（--decide）。',
    'Decisions were not made again: a signed act with a state made up would not be seen (--decide).',
  );

function anchorsOf(file: string, code: string) {
  const ours = readHeads(file).filter(({ chain }) => isOf(chain, code));
  if (ours.length > 0) return ours;
  throw new CommandFailure('wrongUse', {
    ja: `${file} に ${code} の検証値がありません。`,
    en: `${file} holds no head of ${code}.`,
  });
}

async function forget({ env, client, say, rehearsal }: Context, code: string): Promise<Answer> {
  const { url } = client.access;
  const forgotten = rememberedHeads(env, url, code).length;
  rememberHeads(env, url, code, []);
  return {
    kind: 'value',
    value: { url, programme: code, forgotten },
    rehearsal: await rehearsal(code),
    lines: [
      say(`覚えていた検証値 ${forgotten}件を忘れました。`, `${forgotten} remembered heads are forgotten.`),
    ],
  };
}

function verificationLines(found: Verification, context: Context): string[] {
  const { ok, chains, entries, heads, milliseconds } = found;
  const { say, language } = context;
  const took = (milliseconds / 1000).toFixed(1);
  const word = ok
    ? say(
        `✔ ${chains}本の記録の連鎖、計${entries}件に誤りはありません（${took}秒）。`,
        `✔ ${chains} chains with ${entries} entries: no fault was found (${took} s).`,
      )
    : say('✘ 記録に誤りがあります。', '✘ The record is wrong.');
  return [
    word,
    '',
    ...found.checks.flatMap((checked) => checkLines(checked, context)),
    '',
    ...tableLines(
      [{ head: say('連鎖', 'Chain') }, { head: '#', right: true }, { head: say('先頭のハッシュ', 'Head') }],
      heads.map(({ chain, seq, hash }) => [chain, String(seq), hash]),
      say('記録の連鎖はありません。', 'There are no chains.'),
    ),
    '',
    say(
      '先頭のハッシュを --save で書き出し、別の場所に保管してください。次に --anchors で照合します。',
      'Save the heads with --save, keep them elsewhere, and give them back with --anchors.',
    ),
    language === 'ja'
      ? '各検査が示せることと示せないこと: docs/auditors.md'
      : 'What each check can show: docs/auditors.md',
  ];
}

function checkLines(
  { name, shows, looked, faults, wrong, remarks }: CheckedView,
  context: Context,
): string[] {
  const { language, say } = context;
  const mark = faults > 0 ? '✘' : looked === 0 ? '−' : '✔';
  const count =
    faults > 0 ? say(`${looked}件中 誤り${faults}`, `${faults} wrong of ${looked}`) : String(looked);
  const line = ({ chain, seq, what, message, detail, recordedAt }: CheckedView['wrong'][number]) => {
    const at = recordedAt === null ? '' : ` (${instantWord(recordedAt, language)})`;
    return `${chain}${seq === 0 ? '' : ` #${seq}`} ${what}: ${message[language]}${detail === null ? '' : ` [${detail}]`}${at}`;
  };
  return [
    `${mark} ${name[language]}  ${count}  ${shows[language]}`,
    ...wrong.map((one) => `    ✘ ${line(one)}`),
    ...remarks.map((one) => `    △ ${line(one)}`),
  ];
}

export const verifyCommand: CommandSpec = {
  usage: 'verify',
  text: {
    ja: '記録が変えられていないことを検証する（誤りがあれば終了コード 1）',
    en: 'prove that the record was not changed (exit code 1 on a fault)',
  },
  options: [
    option(
      '--decide',
      '各記録の決定もやり直して照合する（既定: 記録が2万件まで）',
      'decide every entry again and compare (default: up to 20,000 entries)',
    ),
    option('--no-decide', '決定のやり直しを省く', 'leave that out'),
    option('--anchors <file>', '別に保管した検証値と照合する', 'compare with heads that were kept elsewhere'),
    option(
      '--save <file>',
      '検証値を書き出す（別の場所に保管する）',
      'write the heads, to be kept elsewhere',
    ),
    option('--forget', '前に見た検証値を忘れる', 'forget the heads seen before'),
  ],
  examples: [
    example('sekimori verify --decide', '決定のやり直しまで行う', 'with every decision made again'),
    example(
      'sekimori verify --save heads.jsonl',
      '検証値を書き出す。別の場所に保管する',
      'write the heads, to be kept elsewhere',
    ),
    example('sekimori verify --anchors heads.jsonl', '保管した検証値と照合する', 'compare with them later'),
  ],
  run: (context, _args, options) => verify(context, options),
};
