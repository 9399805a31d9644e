// Phases beside each other: in rows where only the way onward is drawn, in one row with lanes below where the ways back
// are drawn too.
import { lanesOf, longest } from './lanes.ts';
import type { Box, Line, Placed, Point, Sized, Worded } from './placed.ts';

const EDGE = 6;
const GAP = 36;
const ROW_GAP = 48;
/** The width that a page has for a row. */
const ROOM = 740;

export function rowsOf(sized: readonly Sized[], ways: readonly Worded[], broken: boolean): Placed {
  const { width = 0, height = 0 } = sized[0] ?? {};
  const most = broken ? Math.max(2, Math.floor((ROOM + GAP) / (width + GAP))) : sized.length;
  const perRow = Math.ceil(sized.length / Math.max(1, Math.ceil(sized.length / most)));
  const boxes = sized.map((box, index): Box => {
    const [row, column] = [Math.floor(index / perRow), index % perRow];
    return { ...box, x: EDGE + column * (width + GAP), y: EDGE + row * (height + ROW_GAP) };
  });
  const bottom = Math.max(0, ...boxes.map((box) => box.y + box.height)) + EDGE;
  const lanes = lanesBelow(
    boxes,
    ways.filter(({ from, to }) => to !== from + 1),
    bottom,
  );
  return {
    width: Math.max(0, ...boxes.map((box) => box.x + box.width)) + EDGE,
    height: lanes.bottom,
    boxes,
    lines: [...ways.filter(({ from, to }) => to === from + 1).flatMap(onward(boxes)), ...lanes.lines],
  };
}

const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** Straight to the next box; to the next row down, back to its left and down again. */
function onward(boxes: readonly Box[]) {
  return ({ arrow, from, to }: Worded): Line[] => {
    const [a, b] = [boxes[from], boxes[to]];
    if (!a || !b) return [];
    if (a.y === b.y) {
      const start = { x: a.x + a.width, y: middle(a).y };
      const points = [start, { x: b.x, y: start.y }];
      return [{ arrow, points, words: null, at: { x: start.x + GAP / 2 - 4, y: start.y }, gate: true }];
    }
    const [out, into, turn] = [middle(a).x, middle(b).x, a.y + a.height + ROW_GAP / 2];
    const points = [
      { x: out, y: a.y + a.height },
      { x: out, y: turn },
      { x: into, y: turn },
      { x: into, y: b.y },
    ];
    return [{ arrow, points, words: null, at: { x: out - 28, y: turn }, gate: true }];
  };
}

function lanesBelow(boxes: readonly Box[], ways: readonly Worded[], top: number) {
  let bottom = top;
  const lines = lanesOf(ways).flatMap((lane): Line[] => {
    const into = boxes[lane.to];
    const first = longest(lane);
    if (!into || !first) return [];
    const y = bottom + 10 + (first.words?.height ?? 0);
    bottom = y + 4;
    const end = { x: into.x + into.width / 3, y: into.y + into.height };
    return lane.ways.flatMap((way): Line[] => {
      const out = boxes[way.from];
      if (!out) return [];
      const start = { x: out.x + (out.width * 2) / 3, y: out.y + out.height };
      const points = [start, { x: start.x, y }, { x: end.x, y }, end];
      const words = way === first ? way.words : null;
      const at = { x: end.x + 10 + (words?.width ?? 0) / 2, y: y - (words?.height ?? 0) / 2 };
      return [{ arrow: way.arrow, points, words, at, gate: false }];
    });
  });
  return { lines, bottom: lines.length > 0 ? bottom + EDGE : top };
}
