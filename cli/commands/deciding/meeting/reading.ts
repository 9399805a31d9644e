// `meeting list`, `show` and `agenda`: what is read of meetings.
import { meetingList } from '../../../../server/contract/meetings/meetings.ts';
import type { CommandSpec } from '../../../command-spec.ts';
import { settingWord } from '../../../print/words.ts';
import { document, outOption } from '../../../written-document.ts';
import { listLines, meetingLines } from '../meeting-lines.ts';
import { numberIn, pathOf, programmePath, type Run, viewOf } from './at-hand.ts';

const list: Run = async (context) => {
  const found = await context.client.get(meetingList, `${await programmePath(context)}/meetings`);
  const lines = [settingWord(found.setting, context.language), '', ...listLines(found.items, context)];
  return { kind: 'value', value: found, rehearsal: found.setting.rehearsal, lines };
};

const show: Run = async (context, args, options) => {
  const view = await viewOf(context, numberIn(args, options));
  return {
    kind: 'value',
    value: view,
    rehearsal: view.setting.rehearsal,
    lines: meetingLines(view, context),
  };
};

const agenda: Run = async (context, args, options) =>
  document(context, `${await pathOf(context, numberIn(args, options))}/agenda`, {}, options);

export const listCommand: CommandSpec = {
  usage: 'list',
  text: { ja: '一覧（既定）', en: 'list (default)' },
  run: list,
};

export const showCommand: CommandSpec = {
  usage: 'show <meeting>',
  text: { ja: '一つの会議：議案・出席・採決・議決', en: 'one meeting' },
  run: show,
};

export const agendaCommand: CommandSpec = {
  usage: 'agenda <meeting>',
  text: { ja: '次第（Markdown）', en: 'the agenda as a document' },
  options: [outOption],
  run: agenda,
};
