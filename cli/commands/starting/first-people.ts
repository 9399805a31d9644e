// The people of a real installation: their list looked at, then recorded.
import type { Context } from '../../context.ts';
import type { Options } from '../../options.ts';
import { applyPeople, peopleFileOf, previewPeople } from '../people/import.ts';
import { confirmed, given, unconfirmed } from './asking.ts';
import type { Part } from './part.ts';

export async function setUpPeople(context: Context, code: string, options: Options): Promise<Part> {
  const { say } = context;
  const file = await given(context, options, 'people', {
    ja: '人の一覧（CSV・.xlsx。空なら何もしない）: ',
    en: 'The list of people (CSV, .xlsx; empty: none): ',
  });
  if (file === null) {
    const line = say(
      '人：一覧は指定されていません（--people。あとで sekimori people import でもできます）。',
      'People: no list was named (--people; later with sekimori people import).',
    );
    return { status: 'notAsked', lines: [line] };
  }
  const body = peopleFileOf(file, options);
  const { value, lines, changes } = await previewPeople(context, code, body);
  const shown = [say('人の一覧の下見：', 'The list of people, looked at:'), ...lines];
  if (!changes)
    return { status: value.counts.refused > 0 ? 'refused' : 'stands', value: value.counts, lines: shown };
  if (!(await confirmed(context, options, shown)))
    return { status: 'notAsked', lines: [...(context.person ? [] : shown), unconfirmed(context)] };
  const passwordsTo = options.text('passwords') ?? null;
  const applied = await applyPeople(context, { code, body, passwordsTo, passwordsAgain: false });
  const status =
    applied.endsAs === undefined ? 'done' : applied.endsAs === 'refused' ? 'refused' : 'unanswered';
  return { status, value: applied.value, lines: applied.lines };
}
