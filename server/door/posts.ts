// A post as an administrator gives it: it exists, its scope exists, and it ends with the fiscal year unless said
// otherwise. Knows no route.

import type { Text } from '../../machines/definition/definition.ts';
import { ADMINISTRATOR, AUDITOR } from '../../machines/programme/people/offices.ts';
import { fiscalYearEnd } from '../../machines/values/date.ts';
import type { GivenGrant } from '../accounts/grants.ts';
import type { Person } from '../accounts/people.ts';
import { ProblemError } from '../http/problem/problem.ts';
import type { ServerParts } from '../parts.ts';

interface AskedPost {
  post: string;
  programme: string | null;
  system: string | null;
  from?: string | undefined;
  until?: string | undefined;
}

/** Posts that are over all programmes. */
const OVER_ALL: ReadonlySet<string> = new Set([ADMINISTRATOR, AUDITOR]);

/** @throws ProblemError invalid where post, programme or system is not there, or the days run backward */
export async function grantFrom(
  parts: ServerParts,
  person: Person,
  by: Person,
  asked: AskedPost,
): Promise<GivenGrant> {
  requireOwn(by, asked.programme);
  const today = await (asked.programme === null ? overAll(parts, asked) : inOne(parts, person, asked));
  const from = asked.from ?? today;
  const until = asked.until ?? fiscalYearEnd(from);
  if (until < from)
    throw wrong('until', { ja: '終わりの日が初めの日より前です。', en: 'It ends before it begins.' });
  const { post, programme, system } = asked;
  return { post, programme, system, from, until };
}

/** Whoever belongs to a rehearsal has a say in that one alone. @throws ProblemError forbidden */
export function requireOwn({ rehearsal }: Person, programme: string | null): void {
  if (rehearsal !== null && rehearsal !== programme) throw new ProblemError('forbidden');
}

async function overAll({ clocks }: ServerParts, { post, system }: AskedPost): Promise<string> {
  if (!OVER_ALL.has(post) || system !== null) {
    throw wrong('programme', {
      ja: 'この職には団体の指定が必要です。',
      en: 'This post is held in a programme: name it.',
    });
  }
  return clocks.realToday();
}

async function inOne({ ledger, clocks }: ServerParts, person: Person, asked: AskedPost): Promise<string> {
  const definition = asked.programme && (await ledger.definitions.latestProgramme(asked.programme));
  if (!definition)
    throw wrong('programme', { ja: 'その団体はありません。', en: 'There is no such programme.' });
  if (person.rehearsal !== null && !definition.rehearsal) throw new ProblemError('forbidden');
  const known = [...definition.bodies.map(({ id }) => id), AUDITOR];
  if (!known.includes(asked.post)) {
    const expected = { ja: `次のいずれか: ${known.join('、')}`, en: `one of: ${known.join(', ')}` };
    throw wrong('post', { ja: 'その職はありません。', en: 'There is no such post.' }, expected);
  }
  if (asked.system !== null && !definition.systems.includes(asked.system)) {
    throw wrong('system', { ja: 'そのシステムはありません。', en: 'There is no such system.' });
  }
  return (await clocks.of(definition)).today;
}

function wrong(field: string, message: Text, expected?: Text): ProblemError {
  const issue = { field, code: 'unknown', message, ...(expected ? { expected } : {}) };
  return new ProblemError('invalid', { issues: [issue] });
}
