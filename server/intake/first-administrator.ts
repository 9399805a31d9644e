// The first administrator, appointed by this system itself: nobody is there yet who could.
import { goingOnHere } from '../../ledger/past/programmes.ts';
import { ADMINISTRATOR } from '../../machines/programme/people/offices.ts';
import { PLANNED_UNTIL } from '../../machines/values/date.ts';
import type { ServerParts } from '../parts.ts';
import { sekimori } from './own-actor.ts';

/** In the chain of every programme that says who holds what; one that is taken in later is told of it then. */
export async function appointFirst(
  { ledger, door, clocks }: Pick<ServerParts, 'ledger' | 'door' | 'clocks'>,
  person: { account: string; name: string },
): Promise<void> {
  const days = { fromOn: clocks.realToday(), untilOn: PLANNED_UNTIL };
  const held = { post: ADMINISTRATOR, system: null, overAll: true as const, ...days };
  for (const { definition } of goingOnHere(await ledger.programmes())) {
    const { code } = definition;
    if ((await ledger.powers(code)) === null) continue;
    const outcome = await door.submitToProgramme(code, {
      fact: { type: 'post.given', ...person, ...held },
      actor: sekimori,
      occurredOn: (await clocks.of(definition)).today,
      requestId: `first-administrator/${person.account}`,
    });
    if (outcome.status !== 'recorded') {
      throw new Error(`the first administrator of ${code}: ${outcome.status}`, { cause: outcome });
    }
  }
}
