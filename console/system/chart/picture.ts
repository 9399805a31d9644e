// What of a state chart is drawn: one picture per region, and one of the stages of the phase it stands in. Reads only
// ids, parents and marks; knows no phase or event by name.
import type { Chart } from '../../../server/contract/migrations/system.ts';

export type ChartNode = Chart['nodes'][number];
type ChartEdge = Chart['edges'][number];

export interface Arrow {
  id: string;
  from: string;
  to: string;
  /** Everything that leads this way. */
  labels: ChartEdge['label'][];
  /** From one phase to the next: the way through a gate. */
  onward: boolean;
}

export interface Picture {
  /** The region, or the phase that is looked into. */
  of: ChartNode;
  boxes: ChartNode[];
  arrows: Arrow[];
}

export function picturesOf(chart: Chart, waysBack: boolean): Picture[] {
  const regions = chart.nodes.filter((node) => node.kind === 'region');
  return regions.flatMap((region) => {
    const whole = pictureOf(chart, region, waysBack);
    const opened = whole.boxes.filter(
      (box) => box.here && chart.nodes.some((node) => node.parent === box.id),
    );
    return [whole, ...opened.map((box) => pictureOf(chart, box, waysBack))];
  });
}

function pictureOf(chart: Chart, of: ChartNode, waysBack: boolean): Picture {
  const boxes = chart.nodes.filter((node) => node.parent === of.id);
  const parents = new Map(chart.nodes.map((node) => [node.id, node.parent]));
  const order = new Map(boxes.map((box, index) => [box.id, index]));
  const arrows = new Map<string, Arrow>();
  for (const edge of chart.edges) {
    const from = boxOf(edge.from, parents, order);
    const to = boxOf(edge.to, parents, order);
    if (from === null || to === null || from === to) continue;
    const phases = boxes[0]?.kind === 'phase';
    const back = phases && (order.get(to) ?? 0) < (order.get(from) ?? 0);
    if (back && !waysBack) continue;
    const id = `${from}>${to}`;
    const arrow = arrows.get(id) ?? { id, from, to, labels: [], onward: phases && !back };
    if (!arrow.labels.some((label) => label.ja === edge.label.ja)) arrow.labels.push(edge.label);
    arrows.set(id, arrow);
  }
  return { of, boxes, arrows: [...arrows.values()] };
}

/** The box of this picture that a node is or stands in. */
function boxOf(
  node: string,
  parents: ReadonlyMap<string, string | null>,
  boxes: ReadonlyMap<string, number>,
): string | null {
  if (boxes.has(node)) return node;
  const parent = parents.get(node) ?? null;
  return parent === null ? null : boxOf(parent, parents, boxes);
}
