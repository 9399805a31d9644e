// What of all that ages is to be told by a day: each matter at the last of its rungs that has come, and to whom. Pure; asked by the digest,
// which keeps what it has told by the rung's day, and by the doctor.
import type { Calendar, MigrationDefinition } from '../../definition/definition.ts';
import type { AfterTerm } from '../../migration/gate/after-term.ts';
import type { MigrationSnapshot } from '../../migration/state.ts';
import { type Day, latestDay } from '../../values/date.ts';
import type { ProgrammeDefinition } from '../definition.ts';
import { ADMINISTRATOR } from '../people/offices.ts';
import type { Powers } from '../powers/grant.ts';
import type { Work } from '../transfer/foresee.ts';
import type { Vendor, VendorNotice } from '../vendors/shape.ts';
import { touchedBy } from '../vendors/touched.ts';
import { runningOut, termsEnding } from './ahead.ts';
import { lastRung, type Rung } from './ladder.ts';
import {
  anchorOf,
  ESCALATED,
  type GateLeft,
  ladderOf,
  type Matter,
  type Recipients,
  type Telling,
} from './matter.ts';
import { mattersOf, waitingNow } from './of-migration.ts';
import { endingSoon, postOf, shortToday } from './of-people.ts';

/** Decided by a deputy, and not looked at. */
export interface Unseen {
  /** Null: decided in the programme itself. */
  system: string | null;
  entry: number;
  act: string;
  holder: string;
  seenBy: Day | null;
  on: Day;
}

export interface Looked {
  programme: Pick<ProgrammeDefinition, 'control' | 'bodies'>;
  /** Null where the chain says nothing of people yet. */
  powers: Powers | null;
  migrations: readonly { definition: MigrationDefinition; snapshot: MigrationSnapshot }[];
  works: readonly Work[];
  unseen: readonly Unseen[];
  /** Of vendors, and what they are called by id. */
  notices: readonly VendorNotice[];
  vendors: Readonly<Record<string, Pick<Vendor, 'name'>>>;
  /** By which open days are counted. */
  calendar: Calendar;
  today: Day;
}

export function tellings(looked: Looked): Telling[] {
  return allMatters(looked).flatMap((matter): Telling[] => {
    const { today, calendar } = looked;
    const rung = lastRung(ladderOf(matter), { anchor: anchorOf(matter), today, calendar });
    return rung === null ? [] : [{ matter, rung, to: told(looked, matter, rung), key: keyOf(matter, rung) }];
  });
}

/** Of these what has come since a day on which all of it was told; null: nothing was ever told. */
export const tellingsSince = (found: readonly Telling[], toldOn: Day | null): Telling[] =>
  found.filter(({ rung }) => toldOn === null || rung.on > toldOn);

function allMatters(looked: Looked): Matter[] {
  const { programme, powers, migrations, works, unseen, today } = looked;
  const waiting = migrations.flatMap(({ definition, snapshot }) => waitingNow(definition, snapshot) ?? []);
  const calendars = migrations.map(({ definition }) => definition.calendar);
  return [
    ...migrations
      .flatMap(({ definition, snapshot }) => mattersOf(definition, snapshot))
      .filter((matter) => matter.code !== 'rfpStage' || !matter.closes || matter.on >= today),
    ...unanswered(looked),
    ...unseen.map(({ on, ...one }): Matter => ({ code: 'unseen', ...one, since: on })),
    ...(powers === null ? [] : [...shortToday(powers, waiting, today), ...endingSoon(powers, works, today)]),
    ...termsEnding(programme.bodies, works, today).map(
      (term): Matter => ({ ...term, gates: labelled(term.gates, migrations) }),
    ),
    ...runningOut(calendars, today).flatMap((one): Matter[] => (one.code === 'calendar' ? [one] : [])),
  ];
}

/** Of each system that a notice touches, while nobody has said what is done about it. */
const unanswered = ({ notices, vendors, migrations }: Looked): Matter[] =>
  notices.flatMap(({ seq: notice, vendor, kind, until, systems, on, answers }) =>
    migrations.flatMap(({ definition, snapshot }): Matter[] => {
      const { id: system } = definition.system;
      if (!systems.includes(system) || answers[system]) return [];
      if (touchedBy({ kind, until }, definition, snapshot).is !== 'underWay') return [];
      const posts = definition.path.control.plan;
      const name = vendors[vendor]?.name ?? vendor;
      return [{ code: 'vendorNotice', system, notice, vendor: name, kind, posts, since: latestDay(on) }];
    }),
  );

const labelled = (gates: AfterTerm['gates'], migrations: Looked['migrations']): GateLeft[] =>
  gates.map((gate) => {
    const { definition } = migrations.find((one) => one.definition.system.id === gate.system) ?? {};
    const phase = definition?.path.phases.find(({ id }) => id === gate.phase);
    return { ...gate, label: phase?.label ?? { ja: gate.phase, en: gate.phase } };
  });

function told({ programme: { control }, today }: Looked, matter: Matter, { number }: Rung): Recipients {
  /** Who sees to it that posts are filled, and may ask for it. */
  const offices = [...control, ADMINISTRATOR];
  switch (matter.code) {
    case 'review': {
      const isEscalated = number >= ESCALATED;
      const { system, bodies, by } = matter;
      const posts = isEscalated ? [...bodies, ...control] : bodies;
      return { posts, systems: [system], accounts: isEscalated ? [by] : [] };
    }
    case 'short':
      return { posts: offices, systems: null, accounts: [] };
    case 'undated':
    case 'vendorNotice':
      return { posts: [...matter.posts, ...control], systems: [matter.system], accounts: [] };
    case 'unseen':
      return {
        posts: [],
        systems: matter.system === null ? null : [matter.system],
        accounts: [matter.holder],
      };
    case 'supply':
    case 'measure':
    case 'rfpStage':
      return { posts: matter.posts, systems: [matter.system], accounts: [] };
    case 'proviso': {
      const { owner, body, on, system } = matter;
      return { posts: today > on ? [owner, body] : [owner], systems: [system], accounts: [] };
    }
    case 'ends':
      return { posts: offices, systems: null, accounts: matter.holders };
    case 'term':
    case 'calendar':
      return { posts: offices, systems: null, accounts: [] };
  }
}

const keyOf = (matter: Matter, { on }: Rung): string => `ahead/${matter.code}/${nameOf(matter)}/${on}`;

/** Which one of its kind, for as long as it lasts. */
function nameOf(matter: Matter): string {
  switch (matter.code) {
    case 'review':
      return `${matter.system}/${matter.stage}/${matter.since}`;
    case 'short':
      return `${matter.found.code}/${postOf(matter.found)}/${matter.since}`;
    case 'undated':
      return `${matter.system}/${matter.since}`;
    case 'unseen':
      return matter.system === null ? `${matter.entry}` : `${matter.system}/${matter.entry}`;
    case 'measure':
      return `${matter.system}/${matter.function}/${matter.until}`;
    case 'vendorNotice':
      return `${matter.system}/${matter.notice}`;
    case 'proviso':
      return `${matter.system}/${matter.proviso}`;
    case 'rfpStage':
      return `${matter.system}/${matter.rfp}/${matter.stage}/${matter.on}`;
    case 'supply':
      return `${matter.system}/${matter.phase.ja}/${matter.label.ja}/${matter.on}`;
    case 'ends':
      return `${matter.found.code}/${postOf(matter.found)}/${matter.on}`;
    case 'term':
      return `${matter.body}/${matter.until}`;
    case 'calendar':
      return `${matter.calendar}/${matter.version}`;
  }
}
