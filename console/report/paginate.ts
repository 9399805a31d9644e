// Blocks of a known height onto pages of a known height. A heading stays with what follows it; a table that goes on repeats its head. Pure.

export interface Block {
  id: string;
  height: number;
  /** It does not stand last on a page. */
  leads?: true;
  /** Of a table: which, how high its head is, which stands above the first of its rows, and how high where it goes on on another page. */
  table?: { id: string; head: number; again: number };
  /** Footnotes that stand at the foot of its page, each once a page. */
  feet?: readonly { id: number; height: number }[];
}

/** Every block in its order, each on one page; one that is higher than a page has it alone. */
export function paginate(blocks: readonly Block[], room: number): Block[][] {
  const pages: Block[][] = [];
  const begun = new Set<string>();
  let page: Block[] = [];
  let used = 0;
  let atFoot = new Set<number>();
  const turn = () => {
    if (page.length > 0) pages.push(page);
    page = [];
    used = 0;
    atFoot = new Set();
  };
  for (const [index, block] of blocks.entries()) {
    const group = blocks.slice(index, leadEnd(blocks, index) + 1);
    const wanted = heightOf(group, page.at(-1), begun) + feetHeight(group, atFoot);
    if (page.length > 0 && !page.at(-1)?.leads && used + wanted > room) turn();
    used += heightOf([block], page.at(-1), begun) + feetHeight([block], atFoot);
    for (const { id } of block.feet ?? []) atFoot.add(id);
    if (block.table) begun.add(block.table.id);
    page.push(block);
  }
  turn();
  return pages;
}

/** The first block from there on that does not lead. */
function leadEnd(blocks: readonly Block[], from: number): number {
  const end = blocks.findIndex((block, index) => index >= from && !block.leads);
  return end === -1 ? blocks.length - 1 : end;
}

/** Below what stands before: a table's head counts where its rows begin. */
function heightOf(blocks: readonly Block[], before: Block | undefined, begun: ReadonlySet<string>): number {
  return blocks.reduce((sum, { height, table }, index) => {
    const last = index === 0 ? before : blocks[index - 1];
    if (!table || last?.table?.id === table.id) return sum + height;
    return sum + height + (begun.has(table.id) ? table.again : table.head);
  }, 0);
}

/** Of the footnotes that do not stand on the page yet. */
function feetHeight(blocks: readonly Block[], atFoot: ReadonlySet<number>): number {
  const fresh = new Map(
    blocks.flatMap(({ feet = [] }) => feet.map(({ id, height }) => [id, height] as const)),
  );
  return [...fresh].reduce((sum, [id, height]) => (atFoot.has(id) ? sum : sum + height), 0);
}
