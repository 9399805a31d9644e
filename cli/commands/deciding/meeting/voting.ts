// `meeting vote`: the motion on one item and what each said of it.
import type { MeetingView } from '../../../../server/contract/meetings/meetings.ts';
import { meetingWords } from '../../../../server/contract/meetings/words.ts';
import { type CommandSpec, option } from '../../../command-spec.ts';
import { CommandFailure } from '../../../failure.ts';
import { wordFrom } from '../../../options.ts';
import { votesFrom } from '../voices.ts';
import { bySecretariat, numberIn, postFor, type Run, send, viewOf } from './at-hand.ts';
import { common, conditionOption, conditionsIn } from './options.ts';

function itemOf(view: MeetingView, item: number) {
  const found = view.agenda.find(({ number }) => number === item);
  if (found) return found;
  throw new CommandFailure('refused', {
    ja: `議案${item}はありません（議案は${view.agenda.length}件です）。`,
    en: `There is no item ${item}: the agenda has ${view.agenda.length}.`,
  });
}

const vote: Run = async (context, args, options) => {
  const number = numberIn(args, options);
  const view = await viewOf(context, number);
  const item = itemOf(view, numberIn(args, options, 1));
  if (item.now === null)
    throw new CommandFailure('refused', {
      ja: `議案${item.number}は、いま審査・申出の中にありません。採決は、決めるものが出てから行います。`,
      en: `Item ${item.number} is not under decision: there is nothing to vote on.`,
    });
  const word = (name: string) => options.text(name)?.normalize('NFKC');
  const [motion, casting, reason] = [word('motion'), word('casting'), options.text('reason')];
  const written = {
    for: options.text('for'),
    against: options.text('against'),
    abstain: options.text('abstain'),
  };
  const said = Object.fromEntries(Object.entries(written).filter(([, one]) => one !== undefined));
  const fact = {
    type: 'meeting.voted',
    meeting: number,
    item: item.number,
    motion: motion === undefined ? 'approve' : wordFrom(motion, meetingWords.motionName, '--motion'),
    votes: votesFrom(said, item),
    ...(casting === undefined
      ? {}
      : {
          casting: wordFrom(
            casting,
            { for: meetingWords.voice.for, against: meetingWords.voice.against },
            '--casting',
          ),
        }),
    ...(reason === undefined ? {} : { reason }),
    ...conditionsIn(options),
    of: item.now,
  };
  return send(context, options, { fact, post: await postFor(context, options, bySecretariat(view)), number });
};

export const voteCommand: CommandSpec = {
  usage: 'vote <meeting> <item>',
  sends: 'meeting.voted',
  text: { ja: '採決を登録する', en: 'record a vote' },
  options: [
    option('--motion <motion>', '承認（既定）・差戻し・継続審議', 'approve (default), return or carry-over'),
    option('--for <accounts>', '賛成した人（「全員」も可）', 'who is for it (or "all")'),
    option('--against <accounts>', '反対した人', 'who is against it'),
    option('--abstain <accounts>', '棄権した人', 'who abstains'),
    option('--casting <voice>', '可否同数のときの議長の決定（賛成・反対）', "the chair's decision of a tie"),
    option('--reason <text>', '差戻し・否決の理由', 'why it is returned or not carried'),
    conditionOption,
    ...common,
  ],
  run: vote,
};
