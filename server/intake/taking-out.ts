// A programme's folder made from what decides it, and read again at once: what it would not give again is named.
import type { Text } from '../../machines/definition/definition.ts';
import { differing } from '../../machines/programme/amendment/differing.ts';
import { type InForce, proposalOf } from '../../machines/programme/amendment/proposal.ts';
import { takenOut } from '../../machines/seed/taken-out/taken-out.ts';
import { dayText } from '../../texts/names.ts';
import { differenceViews } from '../views/settings/difference-view.ts';
import { readSeed, type SeedFile } from './read-seed.ts';
import { writtenFolder } from './written-folder.ts';

export interface TakenFolder {
  version: number;
  files: SeedFile[];
  /** What the files give otherwise than what they were made of. */
  differs: Text[];
}

/** @param on the day on which it is taken out, or as of which it was in force */
export function folderOf(inForce: InForce, on: string): TakenFolder {
  const { definition } = inForce.programme;
  const migrations = inForce.migrations.map((one) => one.definition);
  const files = writtenFolder(takenOut({ programme: definition, migrations }), headOf(inForce, on));
  return { version: definition.version, files, differs: differsOf(inForce, files) };
}

function headOf({ programme }: InForce, on: string): string {
  const { name, version } = programme.definition;
  const day = dayText(on);
  return [
    ` ${name.ja} 第${version}版の計画を取り出したもの（${day.ja}）。注釈と、個々の理由の一部は定義に残らない。`,
    ` 変えるときは programme.yaml の version を上げ、中を変えた工程表・暦も version を改めて、sekimori amend か「設定」で提案する。`,
    ` ${name.en}, version ${version}, taken out (${day.en}). To amend: raise version in programme.yaml and in each path and calendar that changes.`,
  ].join('\n');
}

function differsOf(inForce: InForce, files: readonly SeedFile[]): Text[] {
  const read = readSeed(files);
  if (read.status === 'wrong')
    return read.problems.map(({ file, line, message }) => ({
      ja: `${file} ${line}行目：${message.ja}`,
      en: `${file} line ${line}: ${message.en}`,
    }));
  const proposal = proposalOf(inForce, read.seed);
  const differences = differing(inForce, proposal);
  return differenceViews({ inForce, proposal, differences }).map(({ place, wasText, nowText }) => ({
    ja: `${place.ja}：${wasText?.ja ?? 'なし'} → ${nowText?.ja ?? 'なし'}`,
    en: `${place.en}: ${wasText?.en ?? 'none'} → ${nowText?.en ?? 'none'}`,
  }));
}
