// One mistake made in Setagaya's seed, and what must be told of it.
export interface Mistake {
  what: string;
  file: string;
  from: string;
  to: string;
  code: string;
  /** The field named, and text whose first line in the altered file is the line named. */
  field: string;
  at: string;
  /** What the answer must offer. */
  right?: string;
  /** The file named, where it is not the altered one. */
  told?: string;
  /** A second place that has to be altered for the mistake to show. */
  also?: [file: string, from: string, to: string];
}

export const wave1 = 'paths/wave-1.yaml';
export const platform = 'paths/integration-platform.yaml';
