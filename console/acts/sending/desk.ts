// What the tab holds of acts: those typed and not yet recorded, and those sent and not yet answered.
import { createContext, useContext } from 'react';
import type { ConvenedDraft } from './convened.ts';
import { askAgain, type Deliveries, type Delivery } from './delivery.ts';
import type { Draft } from './draft.ts';
import { createTabStore, type TabStore } from './tab-store.ts';

export interface Desk {
  drafts: TabStore<Draft>;
  deliveries: Deliveries;
  /** Score sheets as they are typed. */
  sheets: TabStore<SheetDraft>;
  /** Meetings as they are convened. */
  convened: TabStore<ConvenedDraft>;
}

/** Points as typed, by applicant and criterion; kept under one request id until an answer is clear. */
export interface SheetDraft {
  points: Record<string, Record<string, string>>;
  requestId: string;
}

export function createDesk(storage: Storage): Desk {
  const drafts = createTabStore<Draft>(storage, { name: 'sekimori.drafts.2', most: 20, room: 400_000 });
  const deliveries = createTabStore<Delivery>(storage, {
    name: 'sekimori.deliveries.2',
    most: 50,
    room: 100_000,
  });
  askAgain(deliveries);
  const sheets = createTabStore<SheetDraft>(storage, { name: 'sekimori.sheets.1', most: 5, room: 200_000 });
  const convened = createTabStore<ConvenedDraft>(storage, {
    name: 'sekimori.convened.1',
    most: 5,
    room: 200_000,
  });
  return { drafts, deliveries, sheets, convened };
}

/** Signing out leaves nothing typed behind for whoever sits down next. */
export function clearDesk({ drafts, deliveries, sheets, convened }: Desk, account: string): void {
  for (const [key] of convened.entries()) if (key.startsWith(`${account}/`)) convened.drop(key);
  for (const [key] of sheets.entries()) if (key.startsWith(`${account}/`)) sheets.drop(key);
  for (const [key] of drafts.entries()) if (key.startsWith(`${account}/`)) drafts.drop(key);
  for (const [key, each] of deliveries.entries()) if (each.account === account) deliveries.drop(key);
}

const Desks = createContext<Desk | null>(null);
export const DeskProvider = Desks.Provider;

export function useDesk(): Desk {
  const desk = useContext(Desks);
  if (!desk) throw new Error('useDesk needs a DeskProvider around it');
  return desk;
}
