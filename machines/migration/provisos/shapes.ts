// What becomes of a condition of an approval (条件付承認) once it stands. Shapes only.
import * as z from 'zod';
import type { reopens } from '../../decision/proviso.ts';
import type { Person } from '../../record/person.ts';
import type { Day, VagueDay } from '../../values/date.ts';
import type { Evidence } from '../gate/papers.ts';

/** `12-1`: the first of the entry 12. */
export const provisoId = z.string().regex(/^[1-9]\d{0,9}-[1-9]\d?$/);

export interface Proviso {
  id: string;
  text: string;
  owner: string;
  dueOn: Day;
  reopens: z.infer<typeof reopens>;
  met?: Person & { on: VagueDay; evidence: Evidence };
  /** The day after its own, where it came unmet. */
  lapsedOn?: Day;
}
