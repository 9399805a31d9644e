// The documents that the server writes of a meeting (headings, lines of a list, sentences), taken apart to be set on a page. Pure.

export interface Run {
  text: string;
  isStrong: boolean;
}

export type Block =
  | { kind: 'title' | 'head'; runs: Run[] }
  | { kind: 'list'; lines: Run[][] }
  | { kind: 'text'; runs: Run[] };

/** A mark that somebody wrote stands behind a backslash: it is theirs, not the document's. */
function runsOf(line: string): Run[] {
  const runs: Run[] = [];
  let [text, isStrong] = ['', false];
  const end = () => {
    if (text !== '') runs.push({ text, isStrong });
    text = '';
  };
  for (const [piece] of line.matchAll(/\\.|\*\*|[^\\*]+|[\s\S]/gu)) {
    if (piece === '**') {
      end();
      isStrong = !isStrong;
    } else text += piece.length > 1 && piece.startsWith('\\') ? piece.slice(1) : piece;
  }
  end();
  return runs;
}

export function blocksOf(written: string): Block[] {
  const blocks: Block[] = [];
  for (const line of written.split('\n')) {
    const last = blocks.at(-1);
    if (line === '' || line === '---') continue;
    if (line.startsWith('## ')) blocks.push({ kind: 'head', runs: runsOf(line.slice(3)) });
    else if (line.startsWith('# ')) blocks.push({ kind: 'title', runs: runsOf(line.slice(2)) });
    else if (!line.startsWith('- ')) blocks.push({ kind: 'text', runs: runsOf(line) });
    else if (last?.kind === 'list') last.lines.push(runsOf(line.slice(2)));
    else blocks.push({ kind: 'list', lines: [runsOf(line.slice(2))] });
  }
  return blocks;
}
