// Makes one line of those that say the same of several systems, in the order in which a digest tells them. Pure.
import { type DigestLine, type Line, type LinePart, lineKinds } from '../../../ledger/models/digests/line.ts';

/**
 * Without what the reader was told before; what still waits is told along again, save where news of the same matter says more.
 * @param told keys of lines
 */
export function stillNew(lines: readonly Line[], told: ReadonlySet<string>): Line[] {
  const kept = lines.filter(({ standing, key }) => standing === true || !told.has(key));
  const news = new Set(kept.flatMap(({ standing, about }) => (standing || !about ? [] : [about])));
  return kept.filter(({ standing, about = '' }) => standing !== true || !news.has(about));
}

/** @param isLate whether what came up then should have been told before */
export function joined(lines: readonly Line[], isLate: (line: Line) => boolean): DigestLine[] {
  const found = new Map<string, DigestLine>();
  const keys = new Set<string>();
  for (const line of inOrder(lines)) {
    if (keys.has(line.key)) continue;
    keys.add(line.key);
    const late = line.standing !== true && isLate(line);
    const same = JSON.stringify([line.kind, line.text, line.act, line.derivation, line.standing, late]);
    const known = found.get(same);
    if (known) known.parts.push(partOf(line));
    else found.set(same, beginning(line, late));
  }
  return [...found.values()];
}

/** Where nothing is new there is nothing to tell. */
export const tellsNews = (lines: readonly DigestLine[]): boolean => lines.some(({ standing }) => !standing);

function beginning(line: Line, late: boolean): DigestLine {
  const { kind, text, act, standing, derivation } = line;
  return {
    kind,
    text,
    act,
    ...(standing ? { standing } : {}),
    ...(derivation ? { derivation } : {}),
    late,
    parts: [partOf(line)],
  };
}

const partOf = ({ key, at, system, path, warns }: Line): LinePart => ({
  key,
  at,
  system,
  path,
  ...(warns ? { warns } : {}),
});

/** What is due first stands first; else what came up first. */
function inOrder(lines: readonly Line[]): Line[] {
  const place = ({ kind, standing, warns, at }: Line) =>
    `${standing ? 1 : 0}/${lineKinds.indexOf(kind)}/${warns?.dueOn ?? ''}/${at}`;
  return [...lines].sort((a, b) => place(a).localeCompare(place(b)));
}
