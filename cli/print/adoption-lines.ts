// How far an adopted amendment has come, in lines: the sum, then each system, those that have not taken it first.
import type { AdoptionView } from '../../server/contract/amendments.ts';
import type { Context } from '../context.ts';
import { tableLines } from './table.ts';
import { instantWord } from './words.ts';

type Status = AdoptionView['systems'][number]['status'];

const order: readonly Status[] = ['refused', 'waiting', 'adopted'];
export function adoptionLines(
  { adoptedAt, systems }: AdoptionView,
  { say, language }: Pick<Context, 'say' | 'language'>,
): string[] {
  const done = systems.filter(({ status }) => status === 'adopted').length;
  const when = instantWord(adoptedAt, language);
  const sum = say(
    `計画への適用: ${when}。関係する${systems.length}システムのうち${done}に適用されました。`,
    `Adopted by the programme at ${when}; ${done} of the ${systems.length} systems that it concerns have adopted it.`,
  );
  const waits = say(
    'まだのシステムは、これまでの版のまま動いています。続きは自動で行われます（長く進まないときは sekimori doctor）。',
    'The others go on by the version before; it continues by itself (where it stands still for long: sekimori doctor).',
  );
  const heads = [
    { head: say('システム', 'System') },
    { head: say('適用', 'Adoption') },
    { head: say('版', 'Version') },
    { head: say('時刻', 'At') },
    { head: say('理由', 'Why') },
  ];
  const rows = order
    .flatMap((status) => systems.filter((one) => one.status === status))
    .map(({ name, statusText, from, to, at, refusals }) => [
      name[language],
      statusText[language],
      from === null ? String(to) : `${from} → ${to}`,
      at === null ? '' : instantWord(at, language),
      refusals.map(({ message }) => message[language]).join(' '),
    ]);
  return [sum, ...(done < systems.length ? [waits] : []), ...tableLines(heads, rows, '')];
}
