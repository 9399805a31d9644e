// Vendors, what they have told and what that does to each system, and what collides: as a reader sees it who may not see everything.
import type { Text } from '../../../machines/definition/definition.ts';
import type { ProgrammeContext } from '../../../machines/programme/state.ts';
import { type Collision, collisions } from '../../../machines/programme/vendors/collisions.ts';
import {
  type CutOver,
  cutOversOf,
  type Planned,
  withPlan,
} from '../../../machines/programme/vendors/cut-over.ts';
import type { VendorNotice } from '../../../machines/programme/vendors/shape.ts';
import { touchedBy } from '../../../machines/programme/vendors/touched.ts';
import { usualBusyTimes } from '../../../machines/programme/vendors/usual-busy-times.ts';
import type { Names } from '../../../texts/names.ts';
import { collisionText, noticeAnswerText, vendorNoticeText } from '../../../texts/vendor-texts.ts';
import type { CollisionList, VendorList } from '../../contract/procuring/vendors.ts';
import type { Setting } from '../../contract/values.ts';
import type { State } from '../../door/state.ts';

/** A system that the reader sees whole; `isShown`: whether its procurement's words are told to them. */
export interface Seen {
  state: Pick<State, 'definition' | 'snapshot'>;
  isShown: boolean;
}

interface At {
  setting: Setting;
  context: ProgrammeContext;
  /** By system. */
  seen: ReadonlyMap<string, Seen>;
  names: Names;
}

export function vendorListOf({ setting, context, seen, names }: At): VendorList {
  const named = (system: string) => ({ system, name: names.system(system) });
  const { vendors = {}, vendorNotices = [] } = context;
  return {
    setting,
    vendors: Object.values(vendors).map(({ vendor, name, serves, aMonth }) => ({
      vendor,
      name,
      serves: serves
        .filter(({ system }) => seen.has(system))
        .map(({ system, as }) => ({ ...named(system), as })),
      aMonth: aMonth ?? null,
    })),
    notices: vendorNotices
      .filter(({ systems }) => systems.some((system) => seen.has(system)))
      .map((notice) => {
        const { seq, vendor, kind, on, until, evidence, note } = notice;
        const { title, documentNo, sha256, decidedOn } = evidence;
        return {
          notice: seq,
          vendor,
          name: vendors[vendor]?.name ?? vendor,
          kind,
          label: vendorNoticeText[kind],
          on,
          until,
          letter: { title, documentNo, sha256, decidedOn },
          note: note ?? null,
          systems: touchedOf(notice, seen, named),
        };
      }),
  };
}

type Named = (system: string) => { system: string; name: Text };

function touchedOf(notice: VendorNotice, seen: At['seen'], named: Named) {
  return notice.systems.flatMap((system) => {
    const one = seen.get(system);
    if (!one) return [];
    const { definition, snapshot } = one.state;
    const { dependents, ...touched } = touchedBy(notice, definition, snapshot);
    const answer = notice.answers[system];
    return [
      {
        ...touched,
        ...named(system),
        dependents: dependents.map(named),
        answer: answer ? { ...answer, label: noticeAnswerText[answer.answer] } : null,
      },
    ];
  });
}

/** One system's alone; `plan`: a phase's as it would be. */
export interface Asked {
  system: string;
  plan: Planned | null;
}

export function collisionListOf({ setting, context, seen, names }: At, asked: Asked | null): CollisionList {
  const { vendors: registered = {}, busyTimes = {} } = context;
  const vendors = Object.values(registered);
  const cutOvers = [...seen.values()].flatMap(({ state, isShown }): CutOver[] => {
    const { definition, snapshot } = state;
    const wished = asked?.system === definition.system.id ? asked.plan : null;
    return cutOversOf(definition, wished ? withPlan(snapshot, wished) : snapshot, vendors, isShown);
  });
  const found = collisions({ cutOvers, vendors, busyTimes });
  const concerned = asked ? found.filter(({ systems }) => systems.includes(asked.system)) : found;
  return {
    setting,
    collisions: concerned.map((one) => collisionView(one, names)),
    busyTimes: busyTimesOf(busyTimes),
  };
}

const collisionView = (found: Collision, names: Names) => ({
  code: found.code,
  systems: found.systems,
  fromOn: found.fromOn,
  untilOn: found.untilOn,
  sure: found.sure,
  message: collisionText(found, names),
});

function busyTimesOf(recorded: NonNullable<ProgrammeContext['busyTimes']>): CollisionList['busyTimes'] {
  const usual = usualBusyTimes
    .filter(({ id }) => recorded[id] === undefined)
    .map(({ businesses, ...time }) => ({
      ...time,
      businesses: businesses ? [...businesses] : null,
      everyYear: true,
    }));
  const own = Object.values(recorded).flatMap((time) =>
    time === null
      ? []
      : [
          {
            id: time.id,
            label: time.label,
            from: time.fromOn,
            until: time.untilOn,
            businesses: time.businesses ?? null,
            basis: null,
            everyYear: false,
          },
        ],
  );
  return [...usual, ...own];
}
