// `meeting present`, `recuse` and `answer`: who is there, who takes no part, and what each says in writing.
import { meetingWords } from '../../../../server/contract/meetings/words.ts';
import { argument, type CommandSpec, option } from '../../../command-spec.ts';
import { wordFrom } from '../../../options.ts';
import { bySecretariat, numberIn, postFor, type Run, send, viewOf } from './at-hand.ts';
import { common, reasonOption } from './options.ts';

const SEPARATOR = /[,，、・\s]+/u;
const accounts = (written: readonly string[]): string[] =>
  written.flatMap((one) => one.split(SEPARATOR)).filter((one) => one !== '');

const present: Run = async (context, args, options) => {
  const number = numberIn(args, options);
  const view = await viewOf(context, number);
  const away = accounts(options.list('away')).map((one) => {
    const [account = '', reason] = one.split('=');
    return { account, ...(reason ? { reason } : {}) };
  });
  const presides = options.text('presides');
  const fact = {
    type: 'meeting.attended',
    meeting: number,
    present: accounts([argument(args, 1), ...args.slice(2)]),
    ...(away.length > 0 ? { away } : {}),
    ...(presides ? { presides } : {}),
  };
  return send(context, options, { fact, post: await postFor(context, options, bySecretariat(view)), number });
};

const recuse: Run = async (context, args, options) => {
  const number = numberIn(args, options);
  const view = await viewOf(context, number);
  const item = numberIn(args, options, 1);
  const fact = {
    type: 'meeting.recused',
    meeting: number,
    item,
    account: argument(args, 2),
    reason: options.required('reason'),
  };
  const may = [...bySecretariat(view), view.body];
  return send(context, options, { fact, post: await postFor(context, options, may), number });
};

const answer: Run = async (context, args, options) => {
  const number = numberIn(args, options);
  const view = await viewOf(context, number);
  const note = options.text('note');
  const voice = wordFrom(argument(args, 2).normalize('NFKC'), meetingWords.voice, '<voice>');
  const fact = {
    type: 'meeting.answered',
    meeting: number,
    item: numberIn(args, options, 1),
    voice,
    ...(note ? { note } : {}),
  };
  return send(context, options, { fact, post: await postFor(context, options, [view.body]), number });
};

export const presentCommand: CommandSpec = {
  usage: 'present <meeting> <accounts>',
  sends: 'meeting.attended',
  text: {
    ja: '出席を登録する（登録し直すと置き換わる）',
    en: 'record who is present; again in place of before',
  },
  options: [
    option('--away <account=reason>', '欠席と理由（複数可）', 'who is away and why (repeatable)', 'list'),
    option(
      '--presides <account>',
      '議長・副議長がいないときに出席者が選んだ人',
      'whom the members chose to preside',
    ),
    ...common,
  ],
  run: present,
};

export const recuseCommand: CommandSpec = {
  usage: 'recuse <meeting> <item> <account>',
  sends: 'meeting.recused',
  text: {
    ja: '議案から除斥する（本人も行える）',
    en: 'recuse a member of an item (by the member too)',
  },
  options: [reasonOption, ...common],
  run: recuse,
};

export const answerCommand: CommandSpec = {
  usage: 'answer <meeting> <item> <voice>',
  sends: 'meeting.answered',
  text: {
    ja: '書面開催に回答する（委員本人か代理。賛成・反対・棄権）',
    en: 'answer a circulation, as a member or a deputy: for, against, abstain',
  },
  options: [option('--note <text>', '備考', 'a note'), ...common],
  run: answer,
};
