// The national figures as rows: 1,741 municipalities × 20 businesses with how many of the 40 steps are done. A code that
// the source does not give is made up from the prefecture's unused numbers and said to be so.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { withCheckDigit } from '../../machines/seed/municipality-code.ts';
import { nationalBusinesses, officialBusiness } from '../../machines/values/names/business.ts';

export interface NationalSystem {
  business: string;
  /** Steps 完了済み or 対象外, of 40, as of 2026-01-31. */
  count: number;
  /** Expected to be a 特定移行支援システム, as of 2025-12-31. */
  special: boolean;
  /** 都税: the ward has no such business of its own. */
  notApplicable: boolean;
}

export interface NationalMunicipality {
  prefecture: string;
  name: string;
  code: string;
  /** The progress table has no codes; those of bodies that the other table does not list are made up. */
  codeIsDerived: boolean;
  systems: NationalSystem[];
}

const count = z.coerce.number().int().min(0).max(40);
const named = z.object({ prefecture: z.string().min(1), municipality: z.string().min(1) });
const progressRow = named.catchall(z.string());
/** A prefecture's own row has no municipality. */
const specialRow = named.extend({
  municipality: z.string(),
  code: z.string().regex(/^\d{6}$/),
  systems: z.string(),
});

/** 都税 in the special wards: 固定資産税 and 法人住民税 stand at 40/40 there because they are 対象外. */
const metropolitanTaxes = new Set(['固定資産税', '法人住民税']);

/** @param folder with the national CSV files */
export function readNationalData(folder: string): NationalMunicipality[] {
  const progress = z.array(progressRow).parse(rowsOf(folder, 'national-progress-2026-01.csv'));
  const special = z.array(specialRow).parse(rowsOf(folder, 'special-transition-2025-12.csv'));
  const listed = new Map(special.map((row) => [keyOf(row), row]));
  const prefectures = [...new Set(progress.map(({ prefecture }) => prefecture))];
  const derived = new Map<string, number>();
  return progress.map((row) => {
    const { prefecture, municipality: name } = row;
    const known = listed.get(keyOf(row));
    const next = derived.get(prefecture) ?? 0;
    if (!known) derived.set(prefecture, next + 1);
    const code = known?.code ?? madeUpCode(prefectures.indexOf(prefecture) + 1, next);
    const systems = systemsOf(row, new Set(known?.systems.split('|')));
    return { prefecture, name, code, codeIsDerived: known === undefined, systems };
  });
}

function rowsOf(folder: string, file: string): unknown {
  return parse(readFileSync(join(folder, file), 'utf8'), { columns: true, bom: true });
}

const keyOf = ({ prefecture, municipality }: z.infer<typeof named>) => `${prefecture}/${municipality}`;

/** Municipalities' own numbers end below 700; 800 and up are free in every prefecture. */
function madeUpCode(prefecture: number, place: number): string {
  return withCheckDigit(`${String(prefecture).padStart(2, '0')}${800 + place}`);
}

function systemsOf(row: z.infer<typeof progressRow>, special: ReadonlySet<string>): NationalSystem[] {
  const { prefecture, municipality, ...counts } = row;
  const isWard = prefecture === '東京都' && municipality.endsWith('区');
  const systems = Object.entries(counts).map(([column, text]) => {
    const business = officialBusiness(column);
    if (business === null) throw new Error(`unknown business ${column}`);
    const notApplicable = isWard && metropolitanTaxes.has(business);
    return { business, count: count.parse(text), special: special.has(business), notApplicable };
  });
  return systems.sort((a, b) => order.indexOf(a.business) - order.indexOf(b.business));
}

const order = Object.keys(nationalBusinesses);

/** `business-01` … `business-20`, in the order of the cabinet order. */
export const systemId = (business: string): string =>
  `business-${String(order.indexOf(business) + 1).padStart(2, '0')}`;
