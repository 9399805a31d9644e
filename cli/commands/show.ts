// `show` and `explain`: one system whole; what may be done to it now and why not the rest.
import { type ExplanationView, explanationView } from '../../server/contract/migrations/explanation.ts';
import { type SystemView, systemView } from '../../server/contract/migrations/system.ts';
import { argument, type CommandSpec, example, option } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import type { Answer } from '../print/answer.ts';
import { explanationLines, stateWord } from '../print/board-lines.ts';
import { systemLines } from '../print/system/system-lines.ts';
import type { Query } from '../session/client.ts';

export async function systemPath(context: Context, system: string): Promise<string> {
  return `/programmes/${await context.programme()}/systems/${encodeURIComponent(system)}`;
}

export async function readSystem(context: Context, system: string, past: Query = {}): Promise<SystemView> {
  return context.client.get(systemView, await systemPath(context, system), past);
}

export async function systemAnswer(context: Context, system: string, past: Query): Promise<Answer> {
  const view = await readSystem(context, system, past);
  return {
    kind: 'value',
    value: view,
    rehearsal: view.setting.rehearsal,
    lines: systemLines(view, context.language),
  };
}

/** The explanation for a post; the server takes the first one held where none is named. */
export async function readExplanation(
  context: Context,
  system: string,
  post: string | undefined,
): Promise<ExplanationView> {
  return context.client.get(explanationView, `${await systemPath(context, system)}/explanation`, { post });
}

export const withoutPost = () =>
  new CommandFailure('refused', {
    ja: 'このアカウントは、ここで職を持っていません（職はシステムごとのこともあります）。演習では --as ACCOUNT でほかのアカウントとして操作できます（一覧は初回起動時の表示にあります）。',
    en: 'This account holds no post here (a post may be of one system alone). In a rehearsal, --as ACCOUNT acts as another account (they were listed at the first start).',
  });

async function explainSystem(context: Context, system: string, post: string | undefined): Promise<Answer> {
  const explanation = await readExplanation(context, system, post);
  const lines = context.json ? [] : await spoken(context, system, explanation);
  return { kind: 'value', value: explanation, rehearsal: explanation.setting.rehearsal, lines };
}

async function spoken(context: Context, system: string, explanation: ExplanationView): Promise<string[]> {
  const { language } = context;
  const { row } = await readSystem(context, system);
  const situation = `${row.phaseLabel[language]} ${row.phaseIndex + 1}/${row.phaseCount}  ${stateWord(row, language)}`;
  const named = { name: row.name[language], situation };
  return explanationLines(explanation, named, language, await context.commandOf());
}

export const showCommands: CommandSpec[] = [
  {
    usage: 'show <system>',
    text: {
      ja: '1システムの工程・期限・決裁・契約',
      en: 'one system: phases, deadlines, decisions, contract',
    },
    examples: [example('sekimori show juki', '住民基本台帳/印鑑登録の状況', 'where one system stands')],
    run: (context, args) => systemAnswer(context, argument(args, 0), {}),
  },
  {
    usage: 'explain <system>',
    text: {
      ja: '関門の条件と、いまできること・できない理由',
      en: 'the gate, what you may do now, and why not the rest',
    },
    options: [option('--post <post>', 'どの職としてか', 'the post to act in')],
    examples: [
      example('sekimori explain juki', '何が足りないかを調べる', 'see what is missing'),
      example(
        'sekimori explain juki --as ACCOUNT --post POST',
        '演習で、ある職として調べる',
        'in a rehearsal, as another post',
      ),
    ],
    run: (context, args, options) => explainSystem(context, argument(args, 0), options.text('post')),
  },
];
