// Amendments as they are told: whose, how far, and what they would do.

import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { type AdoptionPreview, pastAtBeginning } from '../../machines/migration/adoption/preview.ts';
import {
  type DeadlineAhead,
  deadlinesAhead,
  type HeirPreview,
} from '../../machines/migration/adoption/preview-heir.ts';
import { start } from '../../machines/migration/migration.ts';
import { amendersOf } from '../../machines/programme/amendment/acts.ts';
import { closedAnyway } from '../../machines/programme/amendment/differing.ts';
import type { Amender, Amendment } from '../../machines/programme/amendment/state.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { Lack } from '../../machines/programme/powers/lacking.ts';
import type { Collision } from '../../machines/programme/vendors/collisions.ts';
import type { Fallen } from '../../machines/record/fallen.ts';
import { dayOf, type Instant } from '../../machines/values/date.ts';
import { amendmentStatusText } from '../../texts/amending/amendment-texts.ts';
import { derivationLines } from '../../texts/deadline/derivation-texts.ts';
import { actingText } from '../../texts/deputy-texts.ts';
import { endingText } from '../../texts/ending-words.ts';
import { fallenText, rehousedText } from '../../texts/fallen-texts.ts';
import { type Names, programmeNames } from '../../texts/names.ts';
import { movedWhyText } from '../../texts/proposal-texts.ts';
import { refusalView } from '../../texts/refusals/refusal-texts.ts';
import { leftByTermText } from '../../texts/refusals/term-texts.ts';
import { collisionText } from '../../texts/vendor-texts.ts';
import type { AdoptionPreviewView, AmendmentPreview, AmendmentView } from '../contract/amendments.ts';
import type { Setting } from '../contract/values.ts';
import type { Amending } from '../intake/amending.ts';
import type { LeftByTerms } from '../intake/foreseen/terms-left.ts';
import { lackView } from './lack-view.ts';
import { differenceViews } from './settings/difference-view.ts';
import { type PeopleThen, staffedViews } from './settings/staffed-view.ts';

export const postsOf = (posts: readonly string[], names: Names) =>
  posts.map((post) => ({ post, label: names.post(post) }));

const amender = (names: Names) => (one: Amender) => ({
  account: one.account,
  name: one.name,
  post: one.post,
  postLabel: actingText(one, names),
});

export function amendmentView(
  amendment: Amendment,
  programme: ProgrammeDefinition,
  names: Names,
): AmendmentView {
  const { seq, status, adopts, reason, by, on, fromOn, votes, approvedAt = null, ended } = amendment;
  const { approve, quorum } = amendersOf(programme);
  const told = amender(names);
  return {
    number: seq,
    status,
    statusText: amendmentStatusText[status],
    version: adopts.version,
    reason,
    by: told(by),
    on,
    fromOn,
    votes: votes.map((vote) => ({ ...told(vote), on: vote.on, note: vote.note ?? null })),
    missing: status === 'open' ? Math.max(0, quorum - votes.length) : 0,
    approvers: postsOf(approve, names),
    approvedAt,
    ended: ended ? { by: told(ended.by), reason: ended.reason, on: ended.on } : null,
  };
}

interface Beside {
  setting: Setting;
  waiting: readonly Amendment[];
  lacks: readonly Lack[];
  terms: LeftByTerms;
  collisions: readonly Collision[];
  people: PeopleThen;
}

export function amendmentPreviewView(
  amending: Amending,
  { migrations, heirs }: { migrations: readonly AdoptionPreview[]; heirs: readonly HeirPreview[] },
  names: Names,
  { setting, waiting, lacks, terms, collisions, people }: Beside,
): AmendmentPreview {
  const { inForce, proposal } = amending;
  return {
    setting,
    version: { inForce: inForce.programme.definition.version, wanted: proposal.programme.version },
    differences: differenceViews(amending),
    overtakes: waiting.map(({ seq, reason }) => ({ number: seq, reason })),
    lacks: lacks.map((lack) => lackView(lack, programmeNames(proposal.programme.bodies, new Map()))),
    terms: terms.left.map((one) => ({ ...one, message: leftByTermText(one, names, terms.phase) })),
    closedAnyway: closedAnyway(proposal),
    collisions: collisions.map((one) =>
      collisionText(one, { ...names, system: wantedNames(proposal, names) }),
    ),
    migrations: migrations.map((preview) => adoptionView(preview, names, wantedNames(proposal, names))),
    fresh: proposal.fresh.map((definition) => ({
      system: definition.system.id,
      name: definition.system.name,
      ...beginningOf(definition, setting.now, names),
    })),
    people: staffedViews(people, proposal.programme, names),
    heirs: heirs.map(({ refusals, falls, deadlines, work: _work, ...heir }) => ({
      ...heir,
      fromNames: heir.from.map(wantedNames(proposal, names)),
      deadlines: deadlines.map((one) => deadlineAheadView(one, names)),
      falls: fallenViews(falls, names),
      refusals: refusals.map((refusal) => refusalView(refusal, names)),
    })),
  };
}

/** As the version that is proposed calls them. */
function wantedNames({ concerned, fresh }: Amending['proposal'], { system }: Names): Names['system'] {
  const all = [...concerned.map(({ definition }) => definition), ...fresh];
  const known = new Map(all.map((one) => [one.system.id, one.system.name]));
  return (id) => known.get(id) ?? system(id);
}

const deadlineAheadView = ({ derivation, ...deadline }: DeadlineAhead, names: Names) => ({
  ...deadline,
  derivation: derivationLines(derivation, names.system),
});

/** Of one that goes on with others see there. */
function beginningOf(definition: MigrationDefinition, at: Instant, names: Names) {
  if (definition.system.continues) return { past: [], deadlines: [] };
  const begun = start(definition, { on: dayOf(at), at });
  return {
    past: pastAtBeginning(definition, begun, at),
    deadlines: deadlinesAhead(definition, begun, at).map((one) => deadlineAheadView(one, names)),
  };
}

const fallenViews = (falls: readonly Fallen[], names: Names) =>
  falls.map((one) => ({ kind: one.kind, text: fallenText(one, names) }));

const adoptionView = (
  { refusals, deadlines, ends, falls, rehoused, ...preview }: AdoptionPreview,
  names: Names,
  wanted: Names['system'],
): AdoptionPreviewView => ({
  ...preview,
  falls: fallenViews(falls, names),
  rehoused: rehoused.map((one) => ({ phase: one.phase, text: rehousedText(one) })),
  refusals: refusals.map((refusal) => refusalView(refusal, names)),
  ends: ends && {
    ...ends,
    text: endingText[ends.kind],
    ...(ends.heirs ? { heirNames: ends.heirs.map(wanted) } : {}),
  },
  deadlines: deadlines.map(({ derivation, ...moved }) => ({
    ...moved,
    whyText: movedWhyText[moved.why],
    derivation: derivation === null ? [] : derivationLines(derivation, names.system),
  })),
});
