// A plan of a national sheet as it is told: row by row, with the cells' own addresses.
import type { SheetPreview } from '../contract/sheets.ts';
import type { Setting } from '../contract/values.ts';
import type { SystemNames } from '../door/naming/system-names.ts';
import type { HandedIn } from './handed-in.ts';
import { saidOn } from './judging.ts';
import type { Plan } from './planned.ts';

export interface Planned {
  setting: Setting;
  handed: HandedIn;
  plan: Plan;
  names: SystemNames;
  /** When it happened, for rows that do not say it. */
  on: string | null;
  outOfSight: number;
}

export function previewOf({ setting, handed, plan, names, on, outOfSight }: Planned): SheetPreview {
  const { file, claims, columns } = handed;
  const changes = plan.acts.flatMap(({ system, occurredOn, cells }) =>
    cells.map((cell) => ({
      row: cell.row,
      hasDay: saidOn(cell, { on }) !== null,
      told: { at: cell.at, step: cell.step, from: cell.from, to: cell.status, system, on: occurredOn },
    })),
  );
  const rows = claims.rows.map(({ row, written, business, blank }) => ({
    row,
    written,
    business,
    same: plan.same.filter((claim) => claim.row === row).length,
    blank,
    changes: changes.filter((change) => change.row === row).map(({ told }) => told),
    conflicts: plan.conflicts
      .filter((cell) => cell.row === row)
      .map(({ at, step, from, status, systems, reasons }) => ({
        at,
        step,
        from,
        to: status,
        systems,
        reasons,
      })),
    unread: claims.unread
      .filter((cell) => cell.row === row)
      .map(({ at, code, written: cell, message }) => ({ at, code, written: cell, message })),
  }));
  return {
    setting,
    file,
    rows,
    counts: {
      same: plan.same.length,
      changes: changes.length,
      conflicts: new Set(plan.conflicts.map(({ at }) => at)).size,
      unread: claims.unread.length,
      blank: claims.rows.reduce((sum, { blank }) => sum + blank, 0),
      elsewhere: claims.elsewhere,
      outOfSight,
      withoutDay: changes.filter(({ hasDay }) => !hasDay).length,
    },
    unreadColumns: columns.unread,
    acts: plan.acts.map(({ system, actor, occurredOn, fact, cells }) => ({
      system,
      systemName: names.get(system) ?? { ja: system, en: system },
      post: actor.post,
      occurredOn,
      businesses: fact.businesses ?? [],
      statuses: fact.statuses,
      reason: fact.reason ?? null,
      cells: cells.map(({ at }) => at),
    })),
  };
}
