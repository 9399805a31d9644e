// A difference between two versions of a definition, in words: where it is, what stood there and what stands there.
import type { Text } from '../../machines/definition/definition.ts';
import type { Difference } from '../../machines/definition/difference.ts';
import type { PartName } from '../../machines/definition/parts.ts';
import { type Called, calledKinds } from './called.ts';
import { placeIn } from './places.ts';
import { kindUnder, valueText, writtenDay } from './value-texts.ts';

type Part = PartName | 'programme' | 'system';

const parts: Record<Part, Text | null> = {
  programme: null,
  path: { ja: '工程表', en: 'path' },
  bodies: { ja: '会議体・職', en: 'bodies' },
  deadlines: { ja: '期限', en: 'deadlines' },
  calendar: { ja: '暦', en: 'calendar' },
  system: { ja: 'システム', en: 'system' },
};

/** Where in a definition: fields by their names, what has an id by what it is called. */
export function placeText(part: Part, at: readonly string[], called: Called): Text {
  const way = [
    ...(parts[part] ? [parts[part]] : []),
    ...at.map((name, index) => spoken(name, at[index - 1] ?? part, called)),
  ];
  return { ja: way.map(({ ja }) => ja).join(' › '), en: way.map(({ en }) => en).join(' › ') };
}

function spoken(name: string, parent: string, called: Called): Text {
  const kind = kindUnder[parent];
  // A member of a list, before a field of the same name.
  const own = kind && called(kind, name);
  return own ?? placeIn(name, parent) ?? writtenDay(name) ?? anyOf(name, called) ?? { ja: name, en: name };
}

function anyOf(name: string, called: Called): Text | undefined {
  for (const kind of calledKinds) {
    const found = called(kind, name);
    if (found) return found;
  }
  return undefined;
}

export function differenceText(
  { part, at, from, to }: Difference & { part: Part },
  called: Called,
): { was: Text | null; now: Text | null } {
  return { was: valueText([part, ...at], from, called), now: valueText([part, ...at], to, called) };
}

/** Why it is so where nobody asked for it; null where it is what was asked for. */
export function followsText(part: Part, at: readonly string[]): Text | null {
  if (part !== 'bodies' || at.at(-1) !== 'quorum') return null;
  return {
    ja: '関門によらない決定（前の工程に戻す、中止するなど）に要る人数です。関門が求める最も多い人数（どの関門も求めないときは過半数）に合わせて変わります。',
    en: 'How many decide outside gates (going back, cancelling). It follows the most that any gate asks of the body, or more than half of it where none does.',
  };
}
