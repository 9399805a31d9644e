// The state chart, read from the XState machine itself: its states and transitions are the nodes and edges; only
// labels come from the definition. Nothing here knows a phase or an event by name.
import type { MigrationDefinition, Text } from '../../machines/definition/definition.ts';
import { machineOf } from '../../machines/migration/compiled.ts';
import type { MigrationMachine } from '../../machines/migration/machine.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { actText } from '../../texts/acts/act-texts.ts';
import { stateText } from '../../texts/word-texts.ts';
import type { Chart } from '../contract/migrations/system.ts';

type Node = Chart['nodes'][number];
type StateNode = MigrationMachine['root'];
type Plain = Omit<Node, 'here' | 'visited'> & { path: string[] };
interface Drawn {
  nodes: Plain[];
  edges: Chart['edges'];
}

/** By machine: that of a path is the same whoever walks it. */
const drawn = new WeakMap<MigrationMachine, Drawn>();

export function chartView(definition: MigrationDefinition, snapshot: MigrationSnapshot): Chart {
  const machine = machineOf(definition);
  const known = drawn.get(machine) ?? draw(definition, machine);
  drawn.set(machine, known);
  const { days } = snapshot.context;
  // One that has ended by an amendment is nowhere on its path any more: where it stood, it has been.
  const standsIn = (region = '') => snapshot.value.activity !== 'retired' || region === 'activity';
  const nodes = known.nodes.map(({ path, ...node }) => {
    const stood = isActive(snapshot.value, path);
    const walked = path[1] !== undefined && days[path[1]]?.entered !== undefined && path.length === 2;
    return { ...node, here: stood && standsIn(path[0]), visited: stood || walked };
  });
  return { nodes, edges: known.edges };
}

/** Whether a state value goes through a path of keys. */
function isActive(value: unknown, path: readonly string[]): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return true;
  if (typeof value === 'string') return value === key && rest.length === 0;
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, key) && isActive((value as Record<string, unknown>)[key], rest);
}

function draw({ path }: MigrationDefinition, machine: MigrationMachine): Drawn {
  const labels = new Map(path.phases.map(({ id, label }) => [id, label]));
  const all = below(machine.root);
  return { nodes: all.map((node) => nodeOf(node, labels)), edges: all.flatMap(edgesOf) };
}

const below = (node: StateNode): StateNode[] =>
  Object.values(node.states).flatMap((child) => [child, ...below(child)]);

const idOf = (node: StateNode): string => node.path.join('.');

function nodeOf(node: StateNode, labels: ReadonlyMap<string, Text>): Plain {
  const { path, key } = node;
  const phase = labels.get(key);
  const label = path.length === 2 && phase ? phase : stateText(key);
  const parent = path.length > 1 ? path.slice(0, -1).join('.') : null;
  return { id: idOf(node), parent, label, kind: kindOf(path, phase !== undefined), path };
}

function kindOf(path: readonly string[], isPhase: boolean): Node['kind'] {
  if (path.length === 1) return 'region';
  if (path.length === 2) return isPhase ? 'phase' : 'state';
  return 'stage';
}

function edgesOf(node: StateNode): Chart['edges'] {
  const from = idOf(node);
  const edges = [...node.transitions.entries()].flatMap(([event, transitions]) =>
    transitions.flatMap(({ target }) =>
      (target ?? []).map((to) => ({
        id: `${from}>${event}>${idOf(to)}`,
        from,
        to: idOf(to),
        event,
        label: actText(event),
      })),
    ),
  );
  return edges.filter((edge, index) => edges.findIndex(({ id }) => id === edge.id) === index);
}
