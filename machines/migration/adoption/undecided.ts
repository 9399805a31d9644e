// What was being decided as a version is adopted and is decided no more, though the system goes on: its review, a proposal, voices of
// others, what was asked for. Told beforehand, and to whoever asked and whoever was asked.
import type { MigrationDefinition } from '../../definition/definition.ts';
import type { Fallen } from '../../record/fallen.ts';
import { phaseNow } from '../authority/power.ts';
import { reviewers } from '../gate/reviewers.ts';
import type { MigrationContext, Proposal } from '../state.ts';

/** @param phase the one in which it stood */
export interface Moved {
  leaving: MigrationDefinition;
  was: MigrationContext;
  is: MigrationContext;
  phase: string;
}

interface Fell {
  fallen: Fallen;
  /** Who asked for it, and who was asked. */
  to: readonly string[];
}

export const fallenAtMove = (moved: Moved): Fell[] => [
  ...reviewFell(moved),
  ...goingBackFell(moved),
  ...cancellingFell(moved),
  ...waivingFell(moved),
];

function reviewFell({ leaving, was, is, phase }: Moved): Fell[] {
  if (!was.submission || is.submission) return [];
  const { name: by, post } = was.submission;
  const here = phaseNow(leaving, was, phase);
  return [{ fallen: { kind: 'review', phase: here.label, by }, to: [post, ...reviewers(here)] }];
}

function goingBackFell({ leaving, was: { goingBack }, is }: Moved): Fell[] {
  if (!goingBack) return [];
  const { approve } = leaving.path.control.goBack;
  if (!is.goingBack)
    return [{ fallen: { kind: 'goingBack', by: goingBack.name }, to: [goingBack.post, ...approve] }];
  return voicesFell('goingBack', goingBack, is.goingBack, approve);
}

const cancellingFell = ({ leaving, was, is }: Moved): Fell[] =>
  was.cancellation && is.cancellation
    ? voicesFell('cancelling', was.cancellation, is.cancellation, leaving.path.control.cancel)
    : [];

function voicesFell(
  of: 'goingBack' | 'cancelling',
  was: Proposal,
  is: Proposal,
  asked: readonly string[],
): Fell[] {
  const names = was.votes
    .filter(({ account }) => !is.votes.some((vote) => vote.account === account))
    .map(({ name }) => name);
  return names.length === 0 ? [] : [{ fallen: { kind: 'voices', of, names }, to: [was.post, ...asked] }];
}

const waivingFell = ({ leaving, was, is }: Moved): Fell[] =>
  Object.entries(was.waived).flatMap(([key, { votes, complete }]): Fell[] => {
    if (complete || is.waived[key]) return [];
    const [system = '', milestone = ''] = key.split('/');
    const names = votes.map(({ name }) => name);
    return [
      { fallen: { kind: 'waiving', system, milestone, names }, to: leaving.path.control.goBack.approve },
    ];
  });

/** What was asked for of a deadline is told by its own notice; beforehand it stands among what falls. */
export const askingsFallen = (
  leaving: Pick<MigrationDefinition, 'deadlines'>,
  was: MigrationContext,
  isAsked: (deadline: string) => boolean,
): Fallen[] =>
  leaving.deadlines.flatMap(({ id, label }): Fallen[] => {
    const asked = was.deadlines[id]?.asked;
    return asked && !isAsked(id)
      ? [{ kind: 'asking', deadline: label, dueOn: asked.dueOn, by: asked.by.name }]
      : [];
  });
