// How every part of this installation is, for those who look after it.
import { doctorReport } from '../contract/health.ts';
import { type Api, guarded, json } from '../http/guarded-route.ts';
import { callerOf } from '../http/request.ts';
import type { ServerParts } from '../parts.ts';

const doctorRoute = guarded(
  { need: 'oversees' },
  {
    method: 'get',
    path: '/doctor',
    operationId: 'doctor',
    tags: ['operations'],
    summary: '各部の診断 / how every part is, and which runs are ill',
    responses: { 200: json(doctorReport, 'the parts; `ok` is false where one is ill') },
  },
);

export function doctorRoutes(api: Api, { health }: ServerParts): void {
  // Whoever belongs to a rehearsal hears of that rehearsal's runs only.
  api.openapi(doctorRoute, async (c) =>
    c.json(await health.doctor.examine(callerOf(c).person.rehearsal), 200),
  );
}
