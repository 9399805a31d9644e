// What an amendment has otherwise, in lines: where, what stood there and stands there, whose it is by name, and why where nobody asked for it.
import type { AmendmentPreview } from '../../../server/contract/amendments.ts';
import type { Context } from '../../context.ts';

type Speaking = Pick<Context, 'say' | 'language'>;
type Difference = AmendmentPreview['differences'][number];
type Concerned = readonly { system: string; name: Difference['place'] }[];

export function differenceLines(
  one: Difference,
  { migrations }: { migrations: Concerned },
  speaking: Speaking,
): string[] {
  const { say, language } = speaking;
  const { place, wasText, nowText, systems, why } = one;
  const nothing = say('（なし）', '(nothing)');
  const [was, now] = [wasText?.[language] ?? nothing, nowText?.[language] ?? nothing];
  const whose = systems.length === 0 ? '' : `  ［${whoseWord(one, migrations, speaking)}］`;
  return [`  ${place[language]}: ${was} → ${now}${whose}`, ...(why ? [`    ${why[language]}`] : [])];
}

/** Named as long as one can take them in. */
const NAMED = 5;

function whoseWord(
  { systems, systemNames }: Difference,
  migrations: Concerned,
  { say, language }: Speaking,
): string {
  const names = systemNames.map((name) => name[language]);
  const others = migrations
    .filter(({ system }) => !systems.includes(system))
    .map(({ name }) => name[language]);
  if (systems.length <= NAMED) return names.join('、');
  if (others.length === 0 && migrations.length > 0)
    return say(`下の${systems.length}システムすべて`, `all ${systems.length} below`);
  if (others.length > 0 && others.length <= NAMED)
    return say(
      `下のうち ${others.join('、')} を除く${systems.length}システム`,
      `the ${systems.length} below but ${others.join(', ')}`,
    );
  const left = systems.length - NAMED;
  const named = names.slice(0, NAMED).join('、');
  return say(`${named} ほか${left}システム`, `${named} and ${left} more`);
}
