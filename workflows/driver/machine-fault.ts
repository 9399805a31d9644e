// A machine that throws: its event is refused and the workflow goes on, but somebody must hear of it. The counter is seen in
// the worker's metrics as `sekimori_machine_faults`; the line in its log says which event and why.
import { log, metricMeter } from '@temporalio/workflow';
import type { Recordable } from './recorder.ts';

export function reportFault({ requestId, fact }: Recordable, error: unknown): void {
  const counter = metricMeter.createCounter(
    'sekimori_machine_faults',
    'events',
    'Events at which a machine threw',
  );
  counter.add(1, { type: fact.type });
  log.error('the machine failed at an event', { requestId, type: fact.type, error });
}
