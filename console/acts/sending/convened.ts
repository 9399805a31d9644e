// A meeting as it is convened and not yet recorded: what is typed of it, kept with the tab.
export interface ProvisoDraft {
  key: string;
  text: string;
  /** A post; empty until it is chosen. */
  owner: string;
  dueOn: string;
  /** Empty: as where nothing is said. */
  reopens: '' | 'nextGate' | 'approval';
}

export interface ItemDraft {
  /** Which of those that can be put. */
  key: string;
  title: string;
  /** Of a tie: who is put first to last, and how. */
  order: string[];
  how: string;
  conditions: ProvisoDraft[];
}

export interface ConvenedDraft {
  body: string;
  form: 'inPerson' | 'circulation';
  on: string;
  /** `HH:MM`; one that was typed before there was a field for it has none. */
  at?: string;
  place: string;
  items: ItemDraft[];
}
