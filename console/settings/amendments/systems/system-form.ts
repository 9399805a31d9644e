// A change of systems as it is typed: what is still missing, and the change that is sent. What is wrong in it the server says.
import type { Change } from '../../../../server/contract/amendments.ts';
import type { PathList } from '../../../../server/contract/settings/paths.ts';

export const systemKinds = ['add', 'split', 'merge', 'move', 'retire', 'close'] as const;
export type SystemKind = (typeof systemKinds)[number];

export interface TypedHeir {
  id: string;
  ja: string;
  en: string;
  businesses: string[];
  /** By business; empty where it is taken whole. */
  parts: Record<string, string>;
  phase: string;
}

export interface TypedSystem {
  kind: SystemKind;
  /** One that is split, moved or retired. */
  system: string;
  /** Those that are merged. */
  systems: string[];
  /** The system that comes, or those that one becomes. */
  heirs: TypedHeir[];
  /** The id of the one that goes on; empty where a new one does. */
  into: string;
  wave: string;
  path: string;
  as: string;
  /** Who is waited for instead; `none`: nobody. */
  awaits: string;
  figures: string;
  release: boolean;
  /** Posts of those before go on to whoever goes on with them. */
  posts: boolean;
  reason: string;
}

export const emptyHeir: TypedHeir = { id: '', ja: '', en: '', businesses: [], parts: {}, phase: '' };
export const emptySystem = (kind: SystemKind): TypedSystem => ({
  kind,
  system: '',
  systems: [],
  heirs: kind === 'split' ? [emptyHeir, emptyHeir] : [emptyHeir],
  into: '',
  wave: '',
  path: '',
  as: '',
  awaits: '',
  figures: '',
  release: false,
  posts: true,
  reason: '',
});

/** The two that one becomes, with ids that may stand. Of two businesses each goes on with one; else the first with all, until it is said otherwise. */
export const heirsOf = (system: PathList['systems'][number]): TypedHeir[] =>
  ['a', 'b'].map((half, index) => ({
    ...emptyHeir,
    id: `${system.system}-${half}`,
    businesses: divided(system.businesses.map(({ name }) => name))[index] ?? [],
  }));

const divided = (names: string[]): string[][] =>
  names.length === 2 ? names.map((name) => [name]) : names.length === 1 ? [names, names] : [names, []];

type Missing = 'system' | 'systems' | 'id' | 'ja' | 'businesses' | 'wave' | 'as' | 'awaits';

export function missingOf(typed: TypedSystem, awaited: boolean): Missing[] {
  const { kind, heirs, into } = typed;
  const isNew = kind === 'add' || kind === 'split' || (kind === 'merge' && into === '');
  const lacks: Record<Missing, boolean> = {
    system: ['split', 'move', 'retire'].includes(kind) && typed.system === '',
    systems: kind === 'merge' && typed.systems.length < 2,
    id: isNew && heirs.some(({ id }) => id.trim() === ''),
    ja: (kind === 'add' || (kind === 'merge' && into === '')) && heirs.some(({ ja }) => ja.trim() === ''),
    businesses: (kind === 'add' || kind === 'split') && heirs.some((one) => one.businesses.length === 0),
    wave: kind === 'add' ? typed.wave === '' : kind === 'move' && typed.wave === '' && typed.path === '',
    as: kind === 'retire' && typed.as === '',
    awaits: kind === 'split' && awaited && typed.awaits === '',
  };
  return (Object.keys(lacks) as Missing[]).filter((name) => lacks[name]);
}

const nameOf = ({ ja, en }: TypedHeir) =>
  ja.trim() === '' ? {} : { name: { ja: ja.trim(), en: en.trim() === '' ? ja.trim() : en.trim() } };
const partsOf = ({ parts, businesses }: TypedHeir) => {
  const said = Object.entries(parts).filter(
    ([name, part]) => businesses.includes(name) && part.trim() !== '',
  );
  return said.length === 0
    ? {}
    : { parts: Object.fromEntries(said.map(([name, part]) => [name, part.trim()])) };
};
const phaseOf = ({ phase }: TypedHeir) => (phase === '' ? {} : { phase });
const released = ({ release }: TypedSystem) => (release ? { release: true } : {});

/** Those to whom no post goes on. */
export function postsStayOf({ kind, heirs, into, posts }: TypedSystem): string[] {
  if (posts || (kind !== 'split' && kind !== 'merge')) return [];
  return into === '' ? heirs.map(({ id }) => id.trim()) : [into];
}

/** Of one that lacks nothing. */
export function systemChangeOf(typed: TypedSystem): Change {
  const { kind, system, heirs, into, wave, path, reason, awaits, figures } = typed;
  const [first = emptyHeir] = heirs;
  switch (kind) {
    case 'add': {
      const name = { ja: first.ja.trim(), en: first.en.trim() === '' ? first.ja.trim() : first.en.trim() };
      return { kind, id: first.id.trim(), name, businesses: first.businesses, ...partsOf(first), wave };
    }
    case 'split':
      return {
        kind,
        system,
        into: heirs.map((one) => ({
          id: one.id.trim(),
          businesses: one.businesses,
          ...nameOf(one),
          ...partsOf(one),
          ...phaseOf(one),
        })),
        reason,
        ...(awaits === 'none' ? { release: true } : awaits === '' ? {} : { awaits }),
        ...(figures === '' ? {} : { figures }),
      };
    case 'merge': {
      const heir = into === '' ? { id: first.id.trim(), ...nameOf(first), ...phaseOf(first) } : { id: into };
      return { kind, systems: typed.systems, into: heir, reason, ...released(typed) };
    }
    case 'move':
      return { kind, system, ...(wave === '' ? {} : { wave }), ...(path === '' ? {} : { path }) };
    case 'retire': {
      const as = typed.as === 'withdrawn' ? 'withdrawn' : 'notApplicable';
      return { kind, system, as, reason, ...released(typed) };
    }
    case 'close':
      return { kind, reason };
  }
}
