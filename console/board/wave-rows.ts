// The board's rows by wave, as each of its views shows them.
import type { BoardRow } from '../../server/contract/migrations/board.ts';

export interface WaveRows {
  wave: string;
  label: { ja: string; en: string };
  rows: BoardRow[];
}

/** In the order in which the waves first appear. */
export function byWave(rows: readonly BoardRow[]): WaveRows[] {
  const waves = new Map<string, WaveRows>();
  for (const row of rows) {
    const known = waves.get(row.wave) ?? { wave: row.wave, label: row.waveLabel, rows: [] };
    known.rows.push(row);
    waves.set(row.wave, known);
  }
  return [...waves.values()];
}
