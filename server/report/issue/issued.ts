// The reports of a programme that were issued: which there are, and each as it was kept; where its bytes are not there any more, as the
// record makes it again.
import type { Ledger } from '../../../ledger/open.ts';
import type { UpTo } from '../../../ledger/past/by.ts';
import type { Part } from '../../../machines/definition/parts.ts';
import { ISSUED, type ReportIssued } from '../../../machines/programme/reports/acts.ts';
import { chainOf, municipalityCode } from '../../../machines/record/chain.ts';
import type { EntryBody } from '../../../machines/record/entry.ts';
import { bodyOf, eventIn } from '../../../machines/record/reader.ts';
import type { Setting } from '../../contract/values.ts';
import { nobody } from '../../door/disclosing.ts';
import type { Before } from '../pages/pages.ts';
import { type Frozen, frozenAs, frozenOf, thawed } from './frozen.ts';
import { type Making, reportAndSheet } from './gathering.ts';

export interface Issued {
  fact: ReportIssued;
  body: EntryBody;
}

const issuedIn = (body: EntryBody): Issued => ({ ...eventIn<{ fact: ReportIssued }>(body), body });

/** In the order in which they were issued. */
export async function issuedOf(ledger: Ledger, code: string): Promise<Issued[]> {
  const entries = await ledger.entriesOfType(code, ISSUED, 0);
  return entries.map((entry) => issuedIn(bodyOf(entry)));
}

export const issuedNumbered = (all: readonly Issued[], number: number): Issued | undefined =>
  all.find(({ fact }) => fact.number === number);

/** How much of each chain it was made of. */
export const upToOf = (code: string, { upTo }: Pick<ReportIssued, 'upTo'>): UpTo =>
  new Map([
    [chainOf(code), upTo.own],
    ...upTo.systems.map(({ system, entry }) => [chainOf(code, system), entry] as const),
  ]);

type Rested = Pick<ReportIssued, 'dataOn' | 'by' | 'period' | 'upTo'> & {
  /** Of one that was issued. */
  digest?: string;
};

/** Made of the record as far as it names it, as anybody may be shown it. */
export async function madeAgain(
  ledger: Ledger,
  code: string,
  fact: Rested,
  {
    occurredOn,
    recordedAt,
    name,
    rehearsal,
  }: { occurredOn: string; recordedAt: string } & Pick<Frame, 'name' | 'rehearsal'>,
): Promise<{ frozen: Frozen; part: Part }> {
  const { dataOn, by, period, upTo, digest } = fact;
  const setting: Setting = {
    programme: code,
    municipality: municipalityCode(code),
    programmeName: name,
    rehearsal,
    now: recordedAt,
    today: occurredOn,
    asOf: dataOn,
    by,
  };
  const making: Making = {
    code,
    systems: upTo.systems.map(({ system }) => system),
    asOf: { day: dataOn, by },
    period: period ?? null,
    viewer: nobody,
    setting,
    upTo: upToOf(code, { upTo }),
  };
  const { report, sheet } = await reportAndSheet(ledger, making);
  return digest === undefined ? frozenOf(report, sheet) : frozenAs(digest, report, sheet);
}

interface Frame {
  name: Setting['programmeName'];
  rehearsal: boolean;
}

/** What the programme was called when it had so many entries: it may be called otherwise since. */
async function frameAt(ledger: Ledger, code: string, body: EntryBody): Promise<Frame> {
  const { name, rehearsal } = await ledger.definitions.programme(code, body.versions.definition);
  return { name, rehearsal };
}

export async function againOf(ledger: Ledger, code: string, { fact, body }: Issued) {
  const { occurredOn, recordedAt } = body;
  return madeAgain(ledger, code, fact, {
    occurredOn,
    recordedAt,
    ...(await frameAt(ledger, code, body)),
  });
}

/** Null where its bytes are not kept. */
export async function keptOf(ledger: Ledger, { fact }: Issued): Promise<Frozen | null> {
  const [json] = await ledger.keptTexts([fact.digest]);
  // What is kept by the digest that an entry names is what was frozen.
  return json === undefined ? null : (JSON.parse(json) as Frozen);
}

/** As it was issued. */
export async function shownIssued(ledger: Ledger, code: string, one: Issued) {
  const frozen = (await keptOf(ledger, one)) ?? (await againOf(ledger, code, one)).frozen;
  return thawed(frozen, one.body.recordedAt);
}

/** With which a report is compared: the newest that was issued, or the one before that of a number. */
export async function beforeOf(
  ledger: Ledger,
  code: string,
  all: readonly Issued[],
  number: number | null,
): Promise<Before | null> {
  const one = number === null ? all.at(-1) : issuedNumbered(all, number - 1);
  if (!one) return null;
  const { report } = await shownIssued(ledger, code, one);
  const { number: of, dataOn } = one.fact;
  return { number: of, issuedOn: one.body.occurredOn, dataOn, report };
}
