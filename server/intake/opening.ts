// The first start: takes in the programme folder, tells its accounts and remarks once, and sees that somebody
// administers. Asks again until it is done; every step may be repeated.
import { setTimeout as sleep } from 'node:timers/promises';
import { goingOnHere } from '../../ledger/past/programmes.ts';
import { differenceText } from '../../texts/seed/difference-texts.ts';
import { generatePassword } from '../accounts/sign-in/password.ts';
import { problems } from '../http/problem/problem-texts.ts';
import type { ServerParts } from '../parts.ts';
import { appointFirst } from './first-administrator.ts';
import { beginPowers } from './first-powers.ts';
import type { LoadedProgramme } from './loader.ts';
import type { SeedIssue } from './read-seed.ts';
import { readSeedFolder } from './seed-folder.ts';
import type { Starter } from './starter.ts';
import type { Difference } from './survey.ts';

export type OpeningParts = ServerParts & { starter: Starter };

/** Tells a person some lines; settles once they are told. */
export type Tell = (lines: string[]) => Promise<void>;

/** The folder cannot be taken in as it is: asking again would not help. */
export class SeedWrong extends Error {
  override readonly name = 'SeedWrong';
}

const RETRY_MS = 2_000;

/** @param folder null: begins without a programme. @throws SeedWrong; anything else is tried again until `signal` says stop */
export async function openProgramme(
  parts: OpeningParts,
  folder: string | null,
  tell: Tell,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await openOnce(parts, folder, tell);
      return;
    } catch (error) {
      if (error instanceof SeedWrong) throw error;
      parts.log.warn({ err: error }, 'the programme is not in yet; trying again');
      await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined); // told to stop: the loop ends
    }
  }
}

async function openOnce(parts: OpeningParts, folder: string | null, tell: Tell): Promise<void> {
  await carryPowersOver(parts);
  const isIn = await parts.ledger.loadings.anyComplete();
  // Nobody is made who was not asked for: `sekimori setup` or the console's first page makes whom a person names.
  if (folder === null && !(await parts.people.hasAdministrator(parts.clocks.realToday())))
    return tell(toBeSetUp(isIn, parts.firstSecret.make()));
  const loaded = isIn || folder === null ? null : await loadFolder(parts, folder);
  const told = loaded ? [...accountLines(loaded), ...remarkLines(loaded)] : [];
  const first = await prepareAdministrator(parts);
  await tell([...told, ...(first?.lines ?? [])]);
  if (loaded) await parts.loader.complete(loaded.definition.code);
  await first?.appoint();
}

const toBeSetUp = (isIn: boolean, secret: string): string[] => [
  isIn
    ? '管理者がまだいません。コンソールを開き、次の設定コードを入れて、管理者を登録してください（docs/starting.md）。'
    : '計画はまだありません。コンソールを開き、次の設定コードを入れて始めてください（docs/starting.md）。',
  isIn
    ? 'Nobody administers yet: open the console and name the administrator with this set-up code (docs/starting.md).'
    : 'There is no programme yet: open the console and begin with this set-up code (docs/starting.md).',
  `  ${secret}`,
  '管理者を登録するまで使えます。起動のたびに新しくなります。別の端末で npx sekimori setup を実行しても始められます。',
  'It is good until the administrator is made, and another at every start. npx sekimori setup in another terminal begins as well.',
];

async function loadFolder({ loader, log }: OpeningParts, folder: string): Promise<LoadedProgramme> {
  const outcome = await loader.load(await filesOf(folder));
  switch (outcome.status) {
    case 'wrong':
      throw new SeedWrong([`${folder}:`, ...outcome.problems.flatMap(problemLines)].join('\n'));
    case 'differs': {
      const { ja, en } = problems.programmeDiffers.detail;
      throw new SeedWrong([`${folder}: ${ja}`, en, ...outcome.differences.map(differenceLine)].join('\n'));
    }
    case 'rehearsal':
    case 'forbidden': {
      const { ja, en } = problems.forbidden.detail;
      throw new SeedWrong(`${folder}: ${ja}\n${en}`);
    }
    case 'loaded': {
      const { definition, systems, entries } = outcome.loaded;
      log.info({ programme: definition.code, systems, entries }, 'the programme is in');
      return outcome.loaded;
    }
  }
}

async function filesOf(folder: string) {
  try {
    return await readSeedFolder(folder);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SeedWrong(`SEKIMORI_PROGRAMME ${folder}: 読み取れません / cannot be read (${why})`);
  }
}

const problemLines = ({ file, line, field, message, expected }: SeedIssue): string[] => [
  `${file}:${line} ${field}  ${message.ja} → ${expected.ja}`,
  `    ${message.en} → ${expected.en}`,
];

const differenceLine = ({ part, system }: Difference): string => {
  const { ja, en } = differenceText(part);
  return `  ${system ?? 'programme'}: ${ja} / ${en}`;
};

function accountLines({ definition, accounts }: LoadedProgramme): string[] {
  if (accounts.length === 0) return [];
  const widest = Math.max(...accounts.map(({ account }) => account.length));
  return [
    `演習「${definition.name.ja}」のアカウント（パスワードは今だけ表示します。控えてください）`,
    `Accounts of the rehearsal "${definition.name.en}" (passwords are shown only now; keep them)`,
    ...accounts.map(({ account, name, password }) => `  ${account.padEnd(widest)}  ${password}  ${name}`),
  ];
}

function remarkLines({ definition, remarks }: LoadedProgramme): string[] {
  if (remarks.length === 0) return [];
  return [
    `「${definition.name.ja}」の計画で確かめるところ（読み込みは済んでいます）`,
    `To be looked at in the programme "${definition.name.en}" (it is loaded all the same)`,
    ...remarks.flatMap(problemLines).map((line) => `  ${line}`),
  ];
}

/** The first start of this version on what 0.2.0 kept: every programme that is in says from now on who holds what. */
async function carryPowersOver(parts: OpeningParts): Promise<void> {
  const { ledger, clocks } = parts;
  for (const { definition } of goingOnHere(await ledger.programmes())) {
    if (!(await ledger.loadings.isComplete(definition.code))) continue;
    const { today } = await clocks.of(definition);
    await beginPowers(parts, definition, today);
  }
}

/** Somebody must administer: the first one is told before being appointed, so that a lost password is made anew. */
async function prepareAdministrator(parts: OpeningParts) {
  const { people, authentication, clocks } = parts;
  if (await people.hasAdministrator(clocks.realToday())) return null;
  const account = await freeName(people);
  const name = 'システム管理者';
  const password = generatePassword();
  await authentication.givePassword({ account, name }, password, 'another');
  return {
    lines: [
      '管理者のアカウント（パスワードは今だけ表示します） / The administrator (the password is shown only now)',
      `  ${account}  ${password}`,
    ],
    appoint: () => appointFirst(parts, { account, name }),
  };
}

/** Another's `admin`, as of a rehearsal or shut, is left as it is; one that was told and never appointed is told anew. */
async function freeName(people: OpeningParts['people'], tried = 1): Promise<string> {
  const account = tried === 1 ? 'admin' : `admin-${tried}`;
  const there = await people.find(account);
  const isFree = there === null || (there.rehearsal === null && !there.disabled && there.grants.length === 0);
  return isFree ? account : freeName(people, tried + 1);
}
