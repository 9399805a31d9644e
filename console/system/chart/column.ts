// States below each other: straight down to the next, back in lanes on the left, further on in lanes on the right.
import { type Lane, lanesOf, longest } from './lanes.ts';
import type { Box, Line, Placed, Sized, Worded } from './placed.ts';

const EDGE = 6;
const GAP = 24;
const LANE = 12;

const isNext = ({ from, to }: Worded) => to === from + 1;
const roomOf = (lane: Lane) => LANE + (longest(lane)?.words?.width ?? 0) + 4;

export function columnOf(sized: readonly Sized[], ways: readonly Worded[]): Placed {
  const back = lanesOf(ways.filter(({ from, to }) => to < from));
  const ahead = lanesOf(ways.filter((way) => way.to > way.from && !isNext(way)));
  const left = EDGE + back.reduce((sum, lane) => sum + roomOf(lane), 0) + (back.length > 0 ? LANE : 0);
  const boxes = stacked(sized, ways, left);
  const straight = ways.filter(isNext).flatMap(down(boxes));
  const words = straight.map(({ at, words: own }) => at.x + (own?.width ?? 0) / 2);
  const right = Math.max(left, ...boxes.map((box) => box.x + box.width), ...words);
  const lines = [...straight, ...lanesBeside(boxes, back, left, -1), ...lanesBeside(boxes, ahead, right, 1)];
  const beside = ahead.reduce((sum, lane) => sum + roomOf(lane), right + (ahead.length > 0 ? LANE : 0));
  return {
    width: Math.max(beside, right) + EDGE,
    height: Math.max(0, ...boxes.map((box) => box.y + box.height)) + EDGE,
    boxes,
    lines,
  };
}

/** Between two boxes stands what leads from one to the next. */
function stacked(sized: readonly Sized[], ways: readonly Worded[], left: number): Box[] {
  let y = EDGE;
  return sized.map((box, index) => {
    const placed = { ...box, x: left, y };
    const words = ways.find((way) => isNext(way) && way.from === index)?.words?.height ?? 0;
    y += box.height + Math.max(GAP, words + 14);
    return placed;
  });
}

function down(boxes: readonly Box[]) {
  return ({ arrow, from, to, words }: Worded): Line[] => {
    const [a, b] = [boxes[from], boxes[to]];
    if (!a || !b) return [];
    const x = a.x + Math.min(a.width, 56) / 2;
    const [start, end] = [a.y + a.height, b.y];
    const at = { x: x + 8 + (words?.width ?? 0) / 2, y: (start + end) / 2 - 2 };
    const points = [
      { x, y: start },
      { x, y: end },
    ];
    return [{ arrow, points, words, at, gate: false }];
  };
}

/** `side`: -1 on the left, 1 on the right. Out of a box below its middle, into one above it. */
function lanesBeside(boxes: readonly Box[], lanes: readonly Lane[], edge: number, side: -1 | 1): Line[] {
  let lane = edge;
  return lanes.flatMap(({ to, ways }) => {
    const into = boxes[to];
    const first = longest({ to, ways });
    if (!into || !first) return [];
    const x = lane + side * LANE;
    lane = x + side * ((first.words?.width ?? 0) + 4);
    return ways.flatMap((way): Line[] => {
      const out = boxes[way.from];
      if (!out) return [];
      const beside = (box: Box) => (side < 0 ? box.x : box.x + box.width);
      const y = { out: out.y + (out.height * 2) / 3, into: into.y + into.height / 3 };
      const points = [
        { x: beside(out), y: y.out },
        { x, y: y.out },
        { x, y: y.into },
        { x: beside(into), y: y.into },
      ];
      const words = way === first ? way.words : null;
      const at = { x: x + side * (4 + (words?.width ?? 0) / 2), y: (y.out + y.into) / 2 };
      return [{ arrow: way.arrow, points, words, at, gate: false }];
    });
  });
}
