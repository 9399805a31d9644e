// `meeting ready`: before one is convened, which bodies meet, who has a seat on a day, and what each could decide.
import { readWholeDay } from '../../../../machines/values/read-day.ts';
import {
  type Convening,
  convening,
  type MeetingBodyView,
  type PosedView,
} from '../../../../server/contract/meetings/convening.ts';
import { argument, type CommandSpec, option } from '../../../command-spec.ts';
import type { Context } from '../../../context.ts';
import { CommandFailure } from '../../../failure.ts';
import { settingWord } from '../../../print/words.ts';
import { programmePath, type Run } from './at-hand.ts';

type Speech = Pick<Context, 'say' | 'language'>;

const ready: Run = async (context, args, options) => {
  const day = options.text('day');
  const query = day === undefined ? '' : `?on=${options.read((given) => readWholeDay(given), day, 'day')}`;
  const found = await context.client.get(convening, `${await programmePath(context)}/convening${query}`);
  const bodies = named(found, argument(args, 0));
  const lines = [
    settingWord(found.setting, context.language),
    ...bodies.flatMap((body) => ['', ...bodyLines(body, context)]),
    ...(bodies.length === 0
      ? ['', context.say('会議で決める会議体はありません。', 'No body decides in meetings.')]
      : []),
  ];
  return { kind: 'value', value: { ...found, bodies }, rehearsal: found.setting.rehearsal, lines };
};

function named({ bodies }: Convening, wanted: string): MeetingBodyView[] {
  if (wanted === '') return bodies;
  const found = bodies.filter(({ body }) => body === wanted);
  if (found.length > 0) return found;
  const known = bodies.map(({ body }) => body);
  throw new CommandFailure('refused', {
    ja: `会議で決める会議体「${wanted}」はありません（${known.join('、') || '一つもありません'}）。`,
    en: `No body "${wanted}" decides in meetings (${known.join(', ') || 'none does'}).`,
  });
}

function bodyLines(body: MeetingBodyView, speech: Speech): string[] {
  const { say, language } = speech;
  const { circulationQuorum, quorum, members } = body;
  const written =
    circulationQuorum === null
      ? say('書面開催なし', 'no circulation')
      : say(`書面開催の定足数${circulationQuorum}名`, `quorum by circulation ${circulationQuorum}`);
  const seats = body.seats.map(({ account, name, deputy }) =>
    deputy ? say(`${name}（${account}・代理）`, `${name} (${account}, deputy)`) : `${name}（${account}）`,
  );
  return [
    `${body.label[language]}  ${body.body}`,
    say(
      `  委員${members}名、定足数${quorum}名、${written}、事務局 ${body.secretariat.map(({ label }) => label.ja).join('、')}`,
      `  ${members} members, quorum ${quorum}, ${written}, secretariat ${body.secretariat.map(({ label }) => label.en).join(', ')}`,
    ),
    say(`  招集される人: ${seats.join('、') || 'いません'}`, `  Invited: ${seats.join(', ') || 'nobody'}`),
    ...(body.items.length === 0
      ? [say('  議案にできるものはありません。', '  There is nothing to put on an agenda.')]
      : body.items.map((item) => itemLine(item, speech))),
  ];
}

const itemLine = ({ system, systemName, what, isNow }: PosedView, { say, language }: Speech): string =>
  `  ${system}  ${systemName[language]} — ${what[language]}${
    isNow
      ? ''
      : say('（まだ審査・申出がない。会議の議案にはできる）', ' (not under decision yet: for a meeting only)')
  }`;

export const readyCommand: CommandSpec = {
  usage: 'ready [body]',
  text: {
    ja: '招集の前に：会議で決める会議体、その日に席のある人、議案にできるもの',
    en: 'before convening: bodies that meet, who has a seat that day, what each could decide',
  },
  options: [option('--day <date>', '開催日（省略時は本日）', 'the day (default: today)')],
  run: ready,
};
