// `meeting convene` and `call-off`: a meeting or a circulation with its agenda, or no meeting after all.
import { randomUUID } from 'node:crypto';
import { readWholeDay } from '../../../../machines/values/read-day.ts';
import { readTimeOfDay } from '../../../../machines/values/read-instant.ts';
import { meetingRecorded } from '../../../../server/contract/meetings/meetings.ts';
import type { Form } from '../../../../server/contract/meetings/words.ts';
import { withRequestId } from '../../../act.ts';
import { argument, type CommandSpec, option } from '../../../command-spec.ts';
import { CommandFailure } from '../../../failure.ts';
import { wordFrom } from '../../../options.ts';
import type { Text } from '../../../print/speech.ts';
import { agendaFrom } from '../agenda.ts';
import { meetingLines } from '../meeting-lines.ts';
import { bySecretariat, numberIn, postFor, programmePath, type Run, send, viewOf } from './at-hand.ts';
import { common, conditionOption, conditionsIn, reasonOption } from './options.ts';

const FORMS: Record<Form, Text> = {
  inPerson: { ja: '会議', en: 'in-person' },
  circulation: { ja: '書面', en: 'circulation' },
};

const convene: Run = async (context, args, options) => {
  const requestId = options.text('requestId') ?? `cli/${randomUUID()}`;
  const titles = options.list('title');
  const items = options.list('item');
  if (items.length > 1 && options.list('condition').length > 0)
    throw new CommandFailure('wrongUse', {
      ja: '条件（--condition）を付ける書面開催は、議案を一つにして招集してください。どの議案の条件か分かりません。',
      en: 'A circulation on conditions has one --item: it would not be clear which of them they stand with.',
    });
  const written = options.text('form');
  const form = written === undefined ? 'inPerson' : wordFrom(written.normalize('NFKC'), FORMS, '--form');
  const body = {
    post: await postFor(context, options, []),
    body: argument(args, 0),
    form,
    on: options.read((given) => readWholeDay(given), options.required('day')),
    at: options.maybe(readTimeOfDay, 'at'),
    place: options.text('place'),
    agenda: items.map((item, index) => ({
      ...agendaFrom(item, titles[index]),
      ...(index === 0 ? conditionsIn(options) : {}),
    })),
    requestId,
  };
  const path = `${await programmePath(context)}/meetings`;
  const done = await context.client.post(meetingRecorded, path, body).catch(withRequestId(requestId));
  const view = await viewOf(context, done.meeting);
  return {
    kind: 'value',
    value: { ...done, requestId },
    rehearsal: done.setting.rehearsal,
    lines: [
      context.say(`招集しました（会議${done.meeting}）。`, `Convened as meeting ${done.meeting}.`),
      '',
      ...meetingLines(view, context),
    ],
  };
};

const callOff: Run = async (context, args, options) => {
  const number = numberIn(args, options);
  const view = await viewOf(context, number);
  const fact = { type: 'meeting.calledOff', meeting: number, reason: options.required('reason') };
  return send(context, options, { fact, post: await postFor(context, options, bySecretariat(view)), number });
};

export const conveneCommand: CommandSpec = {
  usage: 'convene <body>',
  sends: 'meeting.convened',
  text: { ja: '招集する', en: 'convene a meeting or a circulation' },
  options: [
    option(
      '--day <date>',
      '開催日（書面開催では回答期日）',
      'its day; of a circulation the day by which all answer',
      'required',
    ),
    option('--form <form>', '会議（既定）か 書面', 'in-person (default) or circulation'),
    option('--at <hour>', '開会の時刻（14:00、午後2時）', 'the hour at which it begins'),
    option('--place <text>', '場所', 'the place'),
    option(
      '--item <item>',
      '議案（複数可）: juki、juki=関門:rfp、juki=手戻り:fit-gap、juki=中止、juki=待たない:renkei/test-1、juki=延長:期限',
      'an item, repeatable: juki, juki=gate:rfp, juki=go-back:fit-gap, juki=cancel, juki=waive:renkei/test-1, juki=extend:deadline',
      'requiredList',
    ),
    option('--title <text>', '議案の件名（--item の順に）', 'titles of the items, in their order', 'list'),
    conditionOption,
    ...common,
  ],
  run: convene,
};

export const callOffCommand: CommandSpec = {
  usage: 'call-off <meeting>',
  sends: 'meeting.calledOff',
  text: { ja: '取りやめる', en: 'call it off' },
  options: [reasonOption, ...common],
  run: callOff,
};
