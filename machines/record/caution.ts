// What speaks against an act without stopping it, as a code with its facts. Its sentence is made at the edge.
import type { Text } from '../definition/definition.ts';
import type { Day, VagueDay } from '../values/date.ts';

type Evaluation = 'none' | 'basic' | 'priority' | 'full';

export type Caution =
  /** `hard`: the gate's last approval waits for them; else it is passed all the same, and they stay with the approval. */
  | { code: 'gate.open'; hard: boolean; conditions: Text[] }
  /** The bytes of a document are those of another. */
  | { code: 'evidence.sameFile'; title: string; others: { title: string; documentNo: string }[] }
  /** The very document is there already. */
  | { code: 'evidence.again'; title: string }
  /** The day that an order set for a system lies before the order. */
  | { code: 'regime.completionPast'; completionOn: Day; occurredOn: VagueDay }
  /** しきい値: so many people ask for `least` at least. */
  | { code: 'pia.belowThreshold'; evaluation: Evaluation; subjects: number; least: Evaluation }
  /** Go, though a criterion of 切戻し is found to be met. */
  | { code: 'readiness.rollbackMet'; criteria: { no: number; title: string }[] }
  /** A proposal's price is above what the terms allow: it is received, and not scored. */
  | { code: 'rfp.overCeiling'; name: string; priceYen: number; ceilingYen: number };
