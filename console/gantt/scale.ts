// The units of the drawing: how wide it is, and where the names end.
export const WIDTH = 1260;
export const NAMES = 170;
export const xOf = (place: number): number => Math.round((NAMES + place * (WIDTH - NAMES)) * 10) / 10;
