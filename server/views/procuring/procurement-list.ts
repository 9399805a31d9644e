// How each procurement of a programme stands, by the same rule of sight as its own page.
import { standing } from '../../../machines/migration/state.ts';
import { namesOf } from '../../../texts/names.ts';
import type { ProcurementList } from '../../contract/procuring/rfp.ts';
import type { Setting } from '../../contract/values.ts';
import type { State } from '../../door/state.ts';
import { rfpViewOf } from './rfp-view.ts';

interface Seen {
  state: Pick<State, 'definition' | 'snapshot'>;
  inside: boolean;
  isHidden: boolean;
}

interface Shown {
  setting: Setting;
  account: string;
  /** The programme's now. */
  nowMs: number;
}

type Item = ProcurementList['items'][number];

export const procurementListOf = (seen: readonly Seen[], shown: Shown): ProcurementList => ({
  setting: shown.setting,
  items: seen.map((one) => itemOf(one, shown)),
});

function itemOf({ state, ...seen }: Seen, { setting, account, nowMs }: Shown): Item {
  const { definition, snapshot } = state;
  const { open, undisclosed, ended } = rfpViewOf({
    context: snapshot.context,
    setting,
    account,
    ...seen,
    scored: [],
  });
  return {
    system: definition.system.id,
    name: definition.system.name,
    phaseLabel: namesOf(definition, new Map()).phase(standing(snapshot).phase),
    rfp: open && rfpOf(open, account, nowMs),
    undisclosed,
    ended: ended.length,
  };
}

type Open = NonNullable<ReturnType<typeof rfpViewOf>['open']>;

function rfpOf(open: Open, account: string, nowMs: number): Item['rfp'] {
  const { number, form, title, on, stages, applicants, closedOn, outcome, inside } = open;
  const asked = inside?.evaluators.find((evaluator) => evaluator.account === account);
  return {
    number,
    form,
    title,
    on,
    next: stages.find(({ at }) => Date.parse(at) > nowMs) ?? null,
    applicants,
    closedOn,
    candidate: outcome?.candidate ?? null,
    runnerUp: outcome?.runnerUp ?? null,
    awaitsSheet: asked !== undefined && !asked.signed && asked.recused === null && closedOn === null,
  };
}
