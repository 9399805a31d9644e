// What speaks against an act without stopping it, as a code with its facts. Its sentence is made at the edge.
import type { Text } from '../definition/definition.ts';
import type { Day, VagueDay } from '../values/date.ts';

export type Caution =
  /** `hard`: the gate's last approval waits for them; else it is passed all the same, and they stay with the approval. */
  | { code: 'gate.open'; hard: boolean; conditions: Text[] }
  /** The bytes of a document are those of another. */
  | { code: 'evidence.sameFile'; title: string; others: { title: string; documentNo: string }[] }
  /** The very document is there already. */
  | { code: 'evidence.again'; title: string }
  /** The day that an order set for a system lies before the order. */
  | { code: 'regime.completionPast'; completionOn: Day; occurredOn: VagueDay }
  /** A proposal's price is above what the terms allow: it is received, and not scored. */
  | { code: 'rfp.overCeiling'; name: string; priceYen: number; ceilingYen: number };
