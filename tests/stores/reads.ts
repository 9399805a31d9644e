// What a stored installation showed of its two cities on the day it was stored, by what was recorded until then: asked again by
// later releases. A clock goes on meanwhile; what it shows now is left out.
import { REAL, REHEARSAL } from './small-cities.ts';

export type Reads = Record<string, unknown>;
type Get = (path: string) => Promise<unknown>;

const pathsOf = (code: string, day: string, systems: readonly string[]): string[] => {
  const [programme, asOf] = [`/programmes/${code}`, `asOf=${day}&by=recorded`];
  return [
    `${programme}?${asOf}`,
    `${programme}/systems?${asOf}`,
    ...systems.map((system) => `${programme}/systems/${system}?${asOf}`),
    `${programme}/entries?${asOf}&limit=200`,
    `${programme}/national-sheet?${asOf}`,
    `${programme}/report?${asOf}`,
  ];
};

/** The first time, on the day it is. */
export async function readsOf(get: Get): Promise<Reads> {
  const reads: Reads = {};
  for (const code of [REHEARSAL, REAL]) {
    const { setting, items } = (await get(`/programmes/${code}/systems`)) as {
      setting: { today: string };
      items: { system: string }[];
    };
    const paths = pathsOf(
      code,
      setting.today,
      items.map(({ system }) => system),
    );
    for (const path of paths) reads[path] = settled(await get(path));
  }
  return reads;
}

/** Without what the clock shows at the moment of asking. */
export function settled(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(settled);
  if (typeof answer !== 'object' || answer === null) return answer;
  return Object.fromEntries(
    Object.entries(answer)
      .filter(([name]) => name !== 'now' && name !== 'today' && name !== 'reportOn')
      .map(([name, value]) => [name, settled(value)]),
  );
}
