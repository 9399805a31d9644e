// What a person may do now in one of their posts, and why not the rest, with sentences.

import type { Text } from '../../machines/definition/definition.ts';
import { type ActView, explain } from '../../machines/migration/explain.ts';
import type { Hidden } from '../../machines/migration/procurement/disclosure.ts';
import { standing } from '../../machines/migration/state.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { actText } from '../../texts/acts/act-texts.ts';
import { namesOf } from '../../texts/names.ts';
import { refusalView } from '../../texts/refusals/refusal-texts.ts';
import type { ExplanationView } from '../contract/migrations/explanation.ts';
import type { Setting } from '../contract/values.ts';
import { seenBy, shownOf, shownRefusals } from '../door/disclosing.ts';
import type { State } from '../door/state.ts';
import { questionView } from './asked/question-view.ts';
import { bundleShown, matterShown, provisosShown, type Since } from './decisions-view.ts';

export interface ExplanationInput {
  state: State;
  actor: Actor;
  systems: ReadonlyMap<string, Text>;
  setting: Setting;
  /** Phases whose files are not shown to the reader. */
  hidden: Hidden;
  since: Since | null;
}

/**
 * Which acts are offered, and what stands in them, follows from what the reader is shown: that an estimate has the number 4, or that a
 * contract could be amended, tells of hidden files.
 */
function offeredTo(state: State, actor: Actor, setting: Setting, hidden: Hidden) {
  if (hidden.size === 0) return { has: () => true, given: () => undefined };
  const { definition, snapshot } = shownOf(state, hidden);
  const shown = explain(definition, snapshot, actor, setting.now).acts;
  const given = new Map<string, ActView['given']>(shown.map((act) => [act.type, act.given]));
  return { has: ({ type }: ActView) => given.has(type), given: (type: string) => given.get(type) };
}

export function explanationView({
  state,
  actor,
  systems,
  setting,
  hidden,
  since,
}: ExplanationInput): ExplanationView {
  const { definition, snapshot } = state;
  const names = namesOf(definition, systems);
  const { gate, acts } = explain(definition, snapshot, actor, setting.now);
  const offered = offeredTo(state, actor, setting, hidden);
  const shown = shownOf(state, hidden).snapshot;
  const { phase: here } = standing(snapshot);
  const isHidden = hidden.has(here);
  const posts = (ids: readonly string[]) => ids.map((post) => ({ post, label: names.post(post) }));
  return {
    setting,
    version: snapshot.context.version,
    post: actor.post,
    gate: gate && {
      gate: gate.gate,
      label: gate.label,
      next: gate.next,
      conditions: gate.conditions.map(({ missing, who, ...condition }) => {
        return { ...condition, missing: missing && refusalView(missing, names), who: posts(who) };
      }),
      approvals: gate.approvals.map(
        ({ body, quorum, complete, waitsFor, outsideTerm, outOfReach, recused, by }) => {
          return {
            body,
            label: names.post(body),
            quorum,
            complete,
            waitsFor: posts(waitsFor),
            outsideTerm: outsideTerm && refusalView(outsideTerm, names),
            outOfReach: outOfReach && refusalView(outOfReach, names),
            recused: isHidden ? recused.map((one) => ({ ...one, reason: null })) : recused,
            by: isHidden ? by.map((one) => ({ ...one, note: null })) : by,
          };
        },
      ),
      matter: gate.matter && !isHidden ? matterShown(gate.matter, names) : null,
      bundle: gate.bundle && !isHidden ? bundleShown(gate.bundle, since, names) : null,
    },
    provisos: provisosShown(shown, names, hidden),
    acts: acts.filter(offered.has).map(({ type, allowed, refusals, who, phase, moves, asks, given }) => ({
      type,
      label: actText(type),
      allowed,
      refusals: shownRefusals(refusals, hidden, seenBy(state, here)).map((refusal) =>
        refusalView(refusal, names),
      ),
      who: posts(who),
      phase,
      moves,
      asks: asks.map(questionView),
      given: offered.given(type) ?? given,
    })),
  };
}
