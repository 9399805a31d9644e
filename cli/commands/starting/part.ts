// What became of a part of the beginning.

export interface Part {
  status: 'done' | 'stands' | 'notAsked' | 'refused' | 'unanswered';
  value?: unknown;
  lines: string[];
}
