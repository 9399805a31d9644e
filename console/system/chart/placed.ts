// The shapes of a chart's layout: sized boxes and ways with words go in, boxes and lines with their places come out.
import type { Lettering } from './lettering.ts';
import type { Arrow, ChartNode } from './picture.ts';

export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  node: ChartNode;
  width: number;
  height: number;
  words: Lettering;
}

export interface Line {
  arrow: Arrow;
  points: Point[];
  /** What leads this way; null where the words stand on another line of the same lane, or a gate says it all. */
  words: Lettering | null;
  /** The middle of the words, or of the gate. */
  at: Point;
  gate: boolean;
}

export interface Placed {
  width: number;
  height: number;
  boxes: Box[];
  lines: Line[];
}

export interface Layout extends Placed {
  of: ChartNode;
}

export interface Sized {
  node: ChartNode;
  words: Lettering;
  width: number;
  height: number;
}

export interface Worded {
  arrow: Arrow;
  from: number;
  to: number;
  words: Lettering | null;
}
