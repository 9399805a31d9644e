// The acts at a gate and around it: submit, approve, return, withdraw, evidence, going back.
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { readWholeDay } from '../../machines/values/read-day.ts';
import type { ActType } from '../../server/contract/asked.ts';
import type { ExplanationView } from '../../server/contract/migrations/explanation.ts';
import { actCommand, phaseCommand } from '../act-command.ts';
import { argument, type CommandSpec, example, option } from '../command-spec.ts';
import { CommandFailure } from '../failure.ts';
import { readBytes } from '../files.ts';
import type { Options } from '../options.ts';

/** The kind of a document: an id, or the name of one that the gate asks for. @throws CommandFailure for any other name */
function kindFrom(written: string, { gate }: ExplanationView): string {
  if (/^[a-z0-9-]+$/.test(written)) return written;
  const asked = gate?.conditions.filter(({ evidence }) => evidence !== null) ?? [];
  const named = asked.find(({ label }) => label.ja === written || label.en === written)?.evidence;
  if (named) return named;
  throw new CommandFailure('wrongUse', {
    ja: `関門が求める文書に「${written}」はありません（${asked.map(({ label }) => label.ja).join('、') || 'なし'}）。そのほかの文書は --kind other です。`,
    en: `The gate asks for no document "${written}" (${asked.map(({ label }) => label.en).join(', ') || 'none'}). Any other document is --kind other.`,
  });
}

/** A document fixed by its SHA-256, counted here: the file itself is not sent. */
export function evidenceFrom(file: string, options: Options, kind = options.required('kind')) {
  return {
    kind,
    title: options.text('title') ?? basename(file),
    sha256: createHash('sha256').update(readBytes(file)).digest('hex'),
    documentNo: options.required('documentNo'),
    decidedOn: options.read((written) => readWholeDay(written), options.required('decidedOn')),
  };
}

const titleOption = option(
  '--title <title>',
  '文書名（省略時はファイル名）',
  'its title (default: the file name)',
);
const documentNoOption = option(
  '--document-no <no>',
  '文書番号',
  'the number of the official record',
  'required',
);
const decidedOnOption = option('--decided-on <date>', '決裁日', 'the day it was decided', 'required');
export const paperOptions = [titleOption, documentNoOption, decidedOnOption];

const attach = actCommand({
  usage: 'attach <system> <file>',
  sends: 'evidence.attached',
  text: {
    ja: '証拠文書を付ける（ファイルは送らず、SHA-256 だけを記録する）',
    en: 'attach evidence: its SHA-256 is recorded, the file is not sent',
  },
  options: [
    option(
      '--kind <kind>',
      '文書の種類（explain の条件に出る名前か符号。そのほかの文書は other）',
      'what it is, by its name or id in explain (any other document: other)',
      'required',
    ),
    ...paperOptions,
  ],
  examples: [
    example(
      'sekimori attach juki 移行判定資料.pdf --kind readiness-report --document-no 5世DX第123号 --decided-on R5.11.15',
      '移行判定資料を付ける',
      'attach the readiness report',
    ),
  ],
  named: (args, options) => {
    const evidence = evidenceFrom(argument(args, 1), options);
    return (explanation) => ({ evidence: { ...evidence, kind: kindFrom(evidence.kind, explanation) } });
  },
});

const goBack: CommandSpec = {
  usage: 'go-back',
  text: { ja: '前の工程への手戻り', en: 'go back to an earlier phase' },
  examples: [
    example(
      'sekimori go-back propose juki rfi --reason 要件の変更',
      'RFIへの手戻りを申し出る',
      'propose to go back to the RFI',
    ),
    example('sekimori go-back approve juki', '申出を承認する', 'approve what was proposed'),
  ],
  subcommands: [
    actCommand({
      usage: 'propose <system> <phase>',
      sends: 'goingBack.proposed',
      text: { ja: '手戻りを申し出る', en: 'propose it' },
      named: (args) => () => ({ to: argument(args, 1) }),
    }),
    goingBackDecision('approve', 'goingBack.approved', {
      ja: '申し出を承認する',
      en: 'approve the proposal',
    }),
    goingBackDecision('dismiss', 'goingBack.dismissed', {
      ja: '申し出を却下する',
      en: 'dismiss the proposal',
    }),
    goingBackDecision('withdraw', 'goingBack.withdrawn', {
      ja: '自分の申し出を取り下げる',
      en: 'take your own proposal back',
    }),
  ],
};

/** The phase gone back to is the proposed one unless named. */
function goingBackDecision(name: string, sends: ActType, text: CommandSpec['text']): CommandSpec {
  return actCommand({
    usage: `${name} <system> [phase]`,
    text,
    sends,
    named:
      (args) =>
      ({ acts }) => ({ to: args[1] ?? acts.find((shown) => shown.type === sends)?.phase ?? '' }),
  });
}

export const gateCommands: CommandSpec[] = [
  phaseCommand({
    usage: 'submit <system>',
    sends: 'phase.submitted',
    text: { ja: '現在の工程の審査を依頼する', en: 'submit the current phase for review' },
    examples: [example('sekimori submit juki', '審査を依頼する', 'ask for the review')],
  }),
  phaseCommand({
    usage: 'return <system>',
    sends: 'gate.returned',
    text: { ja: '差し戻す', en: 'return what was submitted' },
    examples: [
      example(
        'sekimori return juki --reason テスト結果の不足',
        '理由を添えて差し戻す',
        'return it with a reason',
      ),
    ],
  }),
  phaseCommand({
    usage: 'withdraw <system>',
    sends: 'submission.withdrawn',
    text: { ja: '審査の依頼を引き上げる', en: 'withdraw your submission' },
    examples: [example('sekimori withdraw juki --reason 資料の差替え', '引き上げる', 'pull it back')],
  }),
  attach,
  goBack,
];
