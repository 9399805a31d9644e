// `verify`: the proof of the record, against heads kept in a file and those that this command has seen before.
import {
  type CheckedView,
  type Head,
  type Verification,
  verification,
} from '../../server/contract/verification.ts';
import { type CommandSpec, example, option } from '../command-spec.ts';
import { flagsGiven } from '../commander-options.ts';
import type { Context } from '../context.ts';
import { CommandFailure, orFailure } from '../failure.ts';
import type { Options } from '../options.ts';
import type { Answer } from '../print/answer.ts';
import type { Say } from '../print/speech.ts';
import { tableLines } from '../print/table.ts';
import { instantWord, settingWord } from '../print/words.ts';
import { isOf, readKept, rememberedHeads, rememberHeads, saveHeads } from '../session/head-file.ts';
import { idleOptions } from '../wrong-use.ts';

async function verify(context: Context, options: Options): Promise<Answer> {
  const { client, language, env, say } = context;
  const { url } = client.access;
  if (options.flag('forget')) return forget(context, options);
  const code = await context.programme();
  const file = options.text('anchors');
  const kept = file === undefined ? {} : keptIn(file, code);
  const remembered = rememberedHeads(env, url, code);
  const decide = options.either('decide');
  const body = {
    ...(decide === undefined ? {} : { decide }),
    ...kept,
    ...(remembered.length === 0 ? {} : { remembered }),
  };
  const found = await client.post(verification, `/programmes/${code}/verify`, body);
  // What was seen when all was well stays remembered until all is well again.
  const unkept = found.ok ? await orFailure(() => rememberHeads(env, url, code, found.heads)) : null;
  const saved = await save(found, options.text('save'), say);
  return {
    kind: 'value',
    value: found,
    rehearsal: found.setting.rehearsal,
    lines: [settingWord(found.setting, language), '', ...verificationLines(found, context)],
    asides: [
      ...(found.redecided === null ? [undecided(say)] : []),
      ...(unkept instanceof CommandFailure ? [notRemembered(unkept, say)] : []),
      ...saved.asides,
    ],
    endsAs: found.ok ? saved.endsAs : 'refused',
  };
}

const notRemembered = ({ text }: CommandFailure, say: Say): string =>
  say(
    `検証値を覚えられませんでした。次の検証では、前に覚えたものと比べます（${text.ja}）`,
    `The heads could not be remembered; the next verification compares with those of before (${text.en})`,
  );

/** The result stands whatever becomes of the file. */
async function save(
  { ok, heads }: Verification,
  file: string | undefined,
  say: Say,
): Promise<Pick<Extract<Answer, { kind: 'value' }>, 'endsAs'> & { asides: string[] }> {
  if (file === undefined) return { asides: [] };
  if (!ok) {
    const unsaved = say(
      `問題が見つかったため、${file} には書き出していません（前の検証値を失わないためです）。`,
      `Something is wrong, so nothing is written to ${file}: what it holds may be the proof.`,
    );
    return { asides: [unsaved] };
  }
  const failed = await orFailure(() => saveHeads(file, heads));
  if (failed instanceof CommandFailure)
    return { asides: [say(failed.text.ja, failed.text.en)], endsAs: 'wrongUse' };
  return { asides: [say(`${file} に検証値を書き出しました。`, `The heads are written to ${file}.`)] };
}

const undecided = (say: Say): string =>
  say(
    '決定のやり直しはしていません。署名のある操作に作りものの状態が添えられていても、これだけでは分かりません（--decide）。',
    'Decisions were not made again: a signed act with a state made up would not be seen (--decide).',
  );

/** A checkpoint is looked at whole: the server checks its signature, and of which programme it is. */
function keptIn(file: string, code: string) {
  const kept = readKept(file);
  return 'checkpoint' in kept ? kept : { anchors: oursAmong(kept.heads, file, code) };
}

function oursAmong(heads: readonly Head[], file: string, code: string): Head[] {
  const ours = heads.filter(({ chain }) => isOf(chain, code));
  if (ours.length > 0) return ours;
  throw new CommandFailure('wrongUse', {
    ja: `${file} に ${code} の検証値がありません。`,
    en: `${file} holds no head of ${code}.`,
  });
}

async function forget(context: Context, options: Options): Promise<Answer> {
  const { env, client, say } = context;
  const idle = flagsGiven(ofVerifying, options);
  if (idle.length > 0) {
    throw idleOptions(idle, { ja: '--forget は検証をしません。', en: '--forget verifies nothing.' });
  }
  const code = await context.programme();
  const rehearsal = await context.rehearsal(code);
  const { url } = client.access;
  const forgotten = rememberedHeads(env, url, code).length;
  rememberHeads(env, url, code, []);
  return {
    kind: 'value',
    value: { url, programme: code, forgotten },
    rehearsal,
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

const ofVerifying = [
  option(
    '--decide',
    '各記録の決定もやり直して照合する（既定: 記録が2万件まで）',
    'decide every entry again and compare (default: up to 20,000 entries)',
  ),
  option('--no-decide', '決定のやり直しを省く', 'leave that out'),
  option(
    '--anchors <file>',
    '別に保管した検証値か、署名つきチェックポイントと照合する',
    'compare with heads that were kept elsewhere, or with a signed checkpoint',
  ),
  option(
    '--save <file>',
    '検証値を書き出す（別の場所に保管する。書けなければ、結果を示したうえで終了コード 2）',
    'write the heads, to be kept elsewhere (exit code 2, after the result, where that fails)',
  ),
];

export const verifyCommand: CommandSpec = {
  usage: 'verify',
  text: {
    ja: '記録が変えられていないことを検証する（誤りがあれば終了コード 1）',
    en: 'prove that the record was not changed (exit code 1 on a fault)',
  },
  options: [...ofVerifying, option('--forget', '前に見た検証値を忘れる', 'forget the heads seen before')],
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
