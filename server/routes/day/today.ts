// Somebody's day: what is theirs to decide and to supply, what is near, whom the rest waits for, and what they were told since they
// looked. The rules are machines/programme/today/'s.
import type { InName } from '../../../ledger/chain/seen.ts';
import type { PastState } from '../../../ledger/past/past.ts';
import { isOpen } from '../../../machines/deadline/status.ts';
import { summarize } from '../../../machines/migration/summary.ts';
import { besideOf, type MadeInName } from '../../../machines/programme/today/beside.ts';
import { nearUntil } from '../../../machines/programme/today/due.ts';
import { newsOf, type Whereabouts } from '../../../machines/programme/today/news.ts';
import { todayOf } from '../../../machines/programme/today/today.ts';
import type { Mine } from '../../../machines/programme/today/whose.ts';
import { chainOf, systemOf } from '../../../machines/record/chain.ts';
import { calledBy, programmeNames } from '../../../texts/names.ts';
import { namedIn } from '../../../texts/telling/notice-texts.ts';
import { postsHeld } from '../../accounts/authority.ts';
import { todayView } from '../../contract/telling/today.ts';
import { type Api, guarded, json } from '../../http/guarded-route.ts';
import { type Caller, callerOf, type ProgrammeAtHand } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { besideView, lineView, newsViews, type Reading } from '../../views/day/today-view.ts';
import { settingOf } from '../../views/setting.ts';
import { readerOf } from '../inbox.ts';
import { programmePath } from '../parameters.ts';

/** News further back is read in the inbox. */
const MOST_NEWS = 1_000;

const todayRoute = guarded(
  { need: 'reads', logged: 'once' },
  {
    method: 'get',
    path: '/programmes/{code}/today',
    operationId: 'today',
    tags: ['inbox'],
    summary:
      '本日 / what is mine to decide and supply, what is near, whom the rest waits for, what moved since I looked',
    request: { params: programmePath },
    responses: { 200: json(todayView, 'lines, each for several systems') },
  },
);

export function todayRoutes(api: Api, parts: ServerParts): void {
  const { ledger, systemNames } = parts;
  api.openapi(todayRoute, async (c) => {
    const at = c.get('programme');
    const { definition, now, days } = at;
    const { code, systems } = definition;
    const caller = callerOf(c);
    const chains = systems.map((system) => chainOf(code, system));
    const [states, unread, called, programme, inName] = await Promise.all([
      ledger.statesOn(chains, null),
      ledger.unreadOf(readerOf(caller, at), MOST_NEWS),
      systemNames(definition),
      ledger.programme(code),
      ledger.decidedInName([...chains, code], null),
    ]);
    const people = await ledger.peopleCalled(unread.flatMap(({ notice }) => namedIn(notice)));
    const names = calledBy(programmeNames(definition.bodies, called), { people });
    const migrations = new Map(states.map((state) => [state.definition.system.id, state]));
    const looked = { migrations, mine: mineOf(caller, at), at: now, today: days.programme };
    const lines = todayOf(looked);
    const beside = programme
      ? besideOf({
          ...looked,
          definition,
          snapshot: programme.snapshot,
          account: caller.person.account,
          made: inName.map(madeOf),
        })
      : [];
    const reading: Reading = {
      names,
      today: days.programme,
      shown: shownTo(at),
      open: (system) => at.scope === null || at.scope.has(system),
    };
    const views = (section: keyof typeof lines) => lines[section].map((line) => lineView(line, reading));
    const [first] = states;
    return c.json(
      {
        setting: settingOf(at),
        decide: views('decide'),
        waits: views('waits'),
        supply: views('supply'),
        beside: beside.map((one) => besideView(one, reading)),
        due: views('due'),
        dueUntil: first ? nearUntil(first.definition.calendar, days.programme) : days.programme,
        moved: newsViews(newsOf(unread, whereaboutsOf(states)), names),
        movedUntil: unread.at(-1)?.id ?? null,
      },
      200,
    );
  });
}

/** As whom the caller acts: in their own posts, and as whose deputy. */
function mineOf({ person }: Caller, { definition: { code }, days }: ProgrammeAtHand): Mine[] {
  return postsHeld(person, code, days).map(({ post, system, deputy }) => ({
    system,
    actor: {
      kind: 'person',
      account: person.account,
      name: person.name,
      post,
      ...(deputy === null ? {} : { deputy }),
    },
  }));
}

const madeOf = ({ chain, seq, of, name, seenBy, seenOn }: InName): MadeInName => ({
  system: systemOf(chain),
  entry: seq,
  of,
  name,
  seenBy,
  seenOn,
});

function shownTo({ scope, definition }: ProgrammeAtHand): Reading['shown'] {
  const isOutlined = definition.sight?.otherSystems === 'outline';
  return (system) => scope === null || scope.has(system) || isOutlined;
}

function whereaboutsOf(states: readonly PastState[]): (chain: string) => Whereabouts | null {
  const known = new Map(
    states.map(({ chain, definition, snapshot }) => {
      const { stage, waitingFor, deadlines } = summarize(definition, snapshot);
      const open = new Map(deadlines.filter(isOpen).map(({ deadline, dueOn }) => [deadline, dueOn]));
      return [chain, { stage, waitingFor, open }];
    }),
  );
  return (chain) => known.get(chain) ?? null;
}
