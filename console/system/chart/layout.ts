// Where everything in a picture stands. A chart here is a line of boxes: phases beside each other in rows, other states
// below each other. What leads to the next box goes straight; every other way runs in a lane beside the line, one lane
// for all that leads to the same box under the same words. The lane of the box furthest back lies outermost, so that no
// lane crosses the way into another's box.
import type { Sentence } from '../../words/sentence.ts';
import { columnOf } from './column.ts';
import { lettering } from './lettering.ts';
import type { Picture } from './picture.ts';
import type { Layout, Sized, Worded } from './placed.ts';
import { rowsOf } from './rows.ts';

const PADDING = 14;

/** `rows`: phases are broken into rows; in one long row there is room for the ways back. */
export function layoutOf(picture: Picture, say: (text: Sentence) => string, rows: boolean): Layout {
  const isPath = picture.boxes[0]?.kind === 'phase';
  const boxes = sizedBoxes(picture, say, isPath);
  const place = new Map(picture.boxes.map(({ id }, index) => [id, index]));
  const ways = picture.arrows.map((arrow): Worded => {
    const words = arrow.onward ? null : lettering(arrow.labels.map(say).join('／'), 9, 0.9);
    return { arrow, words, from: place.get(arrow.from) ?? 0, to: place.get(arrow.to) ?? 0 };
  });
  const placed = isPath ? rowsOf(boxes, ways, rows) : columnOf(boxes, ways);
  return { of: picture.of, ...placed };
}

/** Phases are all of one size. */
function sizedBoxes({ boxes }: Picture, say: (text: Sentence) => string, isPath: boolean): Sized[] {
  const worded = boxes.map((node) => ({ node, words: lettering(say(node.label), isPath ? 8.5 : 11) }));
  const widest = Math.max(...worded.map(({ words }) => words.width));
  const tallest = Math.max(...worded.map(({ words }) => words.height));
  return worded.map(({ node, words }) => ({
    node,
    words,
    width: Math.max(56, widest) + 2 * PADDING,
    height: (isPath ? tallest : words.height) + 18,
  }));
}
