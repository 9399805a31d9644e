// The bench's own arithmetic: percentiles, rates, ratios over rounds. Pure.

/** The smallest sample that at least `share` of all samples do not exceed (nearest rank). @throws on no samples */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  const value = sorted[rank - 1];
  if (value === undefined) throw new Error('no samples');
  return value;
}

export interface Spread {
  count: number;
  p50: number;
  p99: number;
  max: number;
}

export function spreadOf(samples: readonly number[]): Spread {
  return {
    count: samples.length,
    p50: percentile(samples, 0.5),
    p99: percentile(samples, 0.99),
    max: percentile(samples, 1),
  };
}

/** The middle of several rounds; between the two middle ones where their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  if (low === undefined || high === undefined) throw new Error('no samples');
  return (low + high) / 2;
}

export interface Ratio {
  median: number;
  low: number;
  high: number;
}

/**
 * Ours to bare, round by round: what both sides of a round share (a busy machine) falls out.
 * @throws when the rounds do not pair up
 */
export function ratioOfRounds(ours: readonly number[], bare: readonly number[]): Ratio {
  if (ours.length !== bare.length) throw new Error(`${ours.length} rounds against ${bare.length}`);
  const ratios = ours.map((value, round) => value / (bare[round] ?? Number.NaN));
  return { median: median(ratios), low: Math.min(...ratios), high: Math.max(...ratios) };
}
