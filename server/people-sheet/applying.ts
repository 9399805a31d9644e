// A list of people goes through the door, a row after another, for a few seconds at a time: each answer tells what it gave out and where
// to go on. Asked again, what stands is left as it is, and what was cut off is completed.
import type { Context } from 'hono';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { recordAccountChange, recordListed, recordListedPost } from '../accounts/administrators-acts.ts';
import { isAlike } from '../accounts/grants.ts';
import type { Person } from '../accounts/people.ts';
import { givenOut } from '../accounts/sign-in/authentication.ts';
import { generatePassword } from '../accounts/sign-in/password.ts';
import type { PeopleApplied } from '../contract/people-sheets.ts';
import { logged } from '../http/access/logged.ts';
import { ProblemError } from '../http/problem/problem.ts';
import { problems } from '../http/problem/problem-texts.ts';
import type { RequestEnv } from '../http/request.ts';
import type { ServerParts } from '../parts.ts';
import type { PlannedRow } from './plan.ts';
import { toldRow } from './preview.ts';

type C = Context<RequestEnv>;
type Done = Omit<PeopleApplied, 'setting' | 'file'>;
type Told = PeopleApplied['rows'][number];
type Issued = PeopleApplied['passwords'][number];

export interface Applying {
  c: C;
  parts: ServerParts;
  definition: ProgrammeDefinition;
  fromRow: number;
  /** Also for whoever never changed the one given out. */
  passwordsAgain: boolean;
}

/** No sender waits longer than this for one answer, and one row. */
const LONGEST_MS = 4_000;

export async function applyPeople(planned: readonly PlannedRow[], given: Applying): Promise<Done> {
  const { fromRow } = given;
  const rows: Told[] = [];
  const passwords: Issued[] = [];
  const until = Date.now() + LONGEST_MS;
  for (const one of planned) {
    if (one.row.row < fromRow) continue;
    if (Date.now() > until) return { rows, passwords, nextRow: one.row.row };
    const told = toldRow(one);
    if (one.status === 'refused' || one.status === 'elsewhere') {
      rows.push({ ...told, outcome: one.status === 'refused' ? 'refused' : 'nothing', reasons: [] });
      continue;
    }
    const failure = await applyRow(one, given, passwords).then(
      (didAny) => (didAny ? null : 'nothing'),
      (error: unknown) => error,
    );
    if (failure === null || failure === 'nothing') {
      rows.push({ ...told, outcome: failure ?? 'done', reasons: [] });
      continue;
    }
    // What was given out before is told with this answer; anything but a problem is nobody's to foresee.
    if (!(failure instanceof ProblemError)) throw failure;
    const isUnanswered = problems[failure.code].status >= 500;
    rows.push({ ...told, outcome: isUnanswered ? 'unanswered' : 'refused', reasons: reasonsOf(failure) });
    if (isUnanswered) return { rows, passwords, nextRow: one.row.row };
  }
  return { rows, passwords, nextRow: null };
}

function reasonsOf({ code, details }: ProblemError): Told['reasons'] {
  const refusals = (details.refusals ?? []).map((refusal) => ({
    code: refusal.code,
    message: refusal.message,
  }));
  return refusals.length > 0 ? refusals : [{ code, message: problems[code].detail }];
}

/** False where all of it stood already. */
async function applyRow(planned: PlannedRow, given: Applying, passwords: Issued[]): Promise<boolean> {
  const { c, parts, definition } = given;
  const { account } = planned.row;
  const { people, authentication } = parts;
  const there = await people.find(account);
  const person = there ?? newPerson(planned, definition);
  if (!there) await recordListed(c, parts, definition, person);
  const name = planned.row.name === '' ? person.name : planned.row.name;
  if (there && planned.status === 'renamed')
    await recordAccountChange(c, parts, { ...there, name }, 'renamed', { before: there.name, after: name });
  const isAgain = !planned.password && given.passwordsAgain && person.hasInitialPassword;
  const isGiven = planned.password || isAgain;
  if (isAgain) await recordAccountChange(c, parts, { ...person, name }, 'passwordReset');
  if (isGiven) {
    const password = generatePassword();
    await authentication.givePassword({ account, name }, password, givenOut(person));
    passwords.push({ account, name, password });
  }
  const kept = planned.gives.length === 0 ? [] : await people.keptGrants(definition.code, { account });
  for (const grant of planned.gives) {
    const nth = kept.filter((one) => isAlike(one, grant)).length;
    await recordListedPost(c, parts, definition, { person: { ...person, name }, grant, nth });
  }
  const isMailSet = planned.mail !== null;
  if (planned.mail) await setMail(given, { ...person, name }, planned.mail.after);
  return !there || isGiven || isMailSet || planned.status === 'renamed' || planned.gives.length > 0;
}

/** A setting and no entry: the access log says that it was set, and not to what. */
async function setMail({ c, parts }: Applying, { account }: Person, mail: string): Promise<void> {
  await logged(c, parts, { subject: account, detail: { mail: 'set' } });
  await parts.ledger.contacts.set(account, { mail });
}

const newPerson = (
  { row: { account, name } }: PlannedRow,
  { code, rehearsal }: ProgrammeDefinition,
): Person => ({
  account,
  name,
  rehearsal: rehearsal ? code : null,
  disabled: false,
  hasInitialPassword: false,
  hasSecondFactor: false,
  subjects: [],
  grants: [],
});
