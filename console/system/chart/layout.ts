// Where everything in a picture stands: ELK's layered layout, loaded when first needed and run in the page itself.
import type { ELK, ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js';
import { type Lettering, lettering } from './lettering.ts';
import type { Arrow, ChartNode, Picture } from './picture.ts';

interface Point {
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
  words: Lettering | null;
  /** The middle of the words; of the gate where there are none. */
  at: Point;
}

export interface Layout {
  of: ChartNode;
  width: number;
  height: number;
  boxes: Box[];
  lines: Line[];
}

type Say = (text: { ja: string; en: string }) => string;

const PADDING = 14;
const layered = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': '[top=6,left=6,bottom=6,right=6]',
  'elk.spacing.nodeNode': '24',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeLabel': '3',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
};
/** A long path is broken into rows, as long as no way back has to be drawn across them. */
const inRows = {
  'elk.layered.wrapping.strategy': 'SINGLE_EDGE',
  'elk.layered.wrapping.additionalEdgeSpacing': '8',
  'elk.aspectRatio': '2.6',
};

let engine: Promise<ELK> | null = null;

async function elk(): Promise<ELK> {
  engine ??= import('elkjs/lib/elk.bundled.js').then(({ default: Engine }) => new Engine());
  return await engine;
}

const boxWords = (node: ChartNode, say: Say) => lettering(say(node.label), node.kind === 'phase' ? 8.5 : 11);
const arrowWords = (arrow: Arrow, say: Say) =>
  arrow.onward ? null : lettering(arrow.labels.map(say).join('／'), 9, 0.9);

function elkEdge(arrow: Arrow, say: Say): ElkExtendedEdge {
  const words = arrowWords(arrow, say);
  const edge = { id: arrow.id, sources: [arrow.from], targets: [arrow.to] };
  if (!words) return edge;
  const { width, height } = words;
  // ELK places no label without text; its size is given, the text itself is not looked at.
  return { ...edge, labels: [{ id: `${arrow.id}/words`, text: '-', width, height }] };
}

export async function layoutOf(picture: Picture, say: Say, rows: boolean): Promise<Layout> {
  const isPath = picture.boxes[0]?.kind === 'phase';
  const sized = picture.boxes.map((node) => ({ node, words: boxWords(node, say) }));
  const tallest = Math.max(...sized.map(({ words }) => words.height));
  const widest = Math.max(...sized.map(({ words }) => words.width));
  const graph: ElkNode = await (await elk()).layout({
    id: picture.of.id,
    children: sized.map(({ node, words }) => ({
      id: node.id,
      width: Math.max(56, isPath ? widest : words.width) + 2 * PADDING,
      height: (isPath ? tallest : words.height) + 18,
    })),
    edges: picture.arrows.map((arrow) => elkEdge(arrow, say)),
    layoutOptions: {
      ...layered,
      // Many states with words on their ways stand better below each other.
      ...(!isPath && sized.length > 3 ? { 'elk.direction': 'DOWN' } : {}),
      ...(rows && isPath ? inRows : {}),
    },
  });
  return {
    of: picture.of,
    width: graph.width ?? 0,
    height: graph.height ?? 0,
    boxes: sized.map(({ node, words }) => ({ node, words, ...placeOf(graph, node.id) })),
    lines: (graph.edges ?? []).flatMap((edge) => lineOf(edge, picture, say)),
  };
}

function placeOf(graph: ElkNode, id: string) {
  const { x = 0, y = 0, width = 0, height = 0 } = graph.children?.find((child) => child.id === id) ?? {};
  return { x, y, width, height };
}

function lineOf(edge: ElkExtendedEdge, picture: Picture, say: Say): Line[] {
  const arrow = picture.arrows.find((candidate) => candidate.id === edge.id);
  const section = edge.sections?.[0];
  if (!arrow || !section) return [];
  const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint];
  const { x = 0, y = 0, width = 0, height = 0 } = edge.labels?.[0] ?? {};
  const words = arrowWords(arrow, say);
  return [{ arrow, points, words, at: words ? { x: x + width / 2, y: y + height / 2 } : gateOf(points) }];
}

/** A gate stands on the first stretch of its way. */
function gateOf(points: readonly Point[]): Point {
  const [from, next] = points;
  return { x: (from?.x ?? 0) + Math.min(16, ((next?.x ?? 0) - (from?.x ?? 0)) / 2), y: from?.y ?? 0 };
}
