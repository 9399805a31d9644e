// Who may see what of a programme, by the posts held on a day: the whole or some systems, and there all of it or what their posts are
// for. Asked by every route; knows neither grants' periods (powers/lock.ts) nor what a procurement hides (procurement/disclosure.ts).
import { AUDITOR } from './offices.ts';

/** A post held today; `system` null: in the whole programme. */
export interface HeldPost {
  post: string;
  system: string | null;
}

/** What is looked at: the programme's own chain, or a system. */
export type Subject = { system: string | null };

/** The post over all programmes, and the body that a programme names so (監査委員・監査事務局). */
export const AUDITORS: readonly string[] = [AUDITOR, 'audit'];

export const isAuditing = ({ post }: Pick<HeldPost, 'post'>): boolean => AUDITORS.includes(post);

/** The systems that are seen: null for the whole programme, undefined where nothing is held. */
export function systemsSeen(held: readonly HeldPost[]): ReadonlySet<string> | null | undefined {
  if (held.length === 0) return undefined;
  if (held.some(({ system }) => system === null)) return null;
  return new Set(held.flatMap(({ system }) => system ?? []));
}

/** Whether a system is seen at all. */
export const sees = (held: readonly HeldPost[], { system }: Subject): boolean =>
  held.some((one) => one.system === null || one.system === system);

/** The posts in which it is seen. */
export const postsThere = (held: readonly HeldPost[], { system }: Subject): ReadonlySet<string> =>
  new Set(held.filter((one) => one.system === null || one.system === system).map(({ post }) => post));

/** Whether all of it is seen, whatever is hidden from others: by who audits it. */
export const seesAll = (held: readonly HeldPost[], subject: Subject): boolean =>
  held.some((one) => isAuditing(one) && sees([one], subject));

/** Audits some systems and not the programme: sees of its chain what does not concern the others. */
export const auditsSome = (held: readonly HeldPost[]): boolean =>
  systemsSeen(held) !== null && held.some(isAuditing);

/** The systems that a fact of the programme's chain is about, in whichever part of it they are named. */
export function systemsNamed(fact: unknown): string[] {
  if (Array.isArray(fact)) return fact.flatMap(systemsNamed);
  if (typeof fact !== 'object' || fact === null) return [];
  return Object.entries(fact).flatMap(([name, value]) =>
    name === 'system' && typeof value === 'string' ? [value] : systemsNamed(value),
  );
}

/** Whether an entry of the programme's chain concerns a system that is not seen. */
export const concernsOthers = (held: readonly HeldPost[], fact: unknown): boolean =>
  systemsNamed(fact).some((system) => !sees(held, { system }));
