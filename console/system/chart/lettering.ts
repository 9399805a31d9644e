// How much room words take in the chart, without measuring: full-width letters are one em, the others a bit more
// than half.
const EM = 14;
const LINE = 19;

const widthOf = (letter: string) => (/[ -~｡-ﾟ]/.test(letter) ? 0.56 : 1);
const ems = (words: string) => [...words].reduce((sum, letter) => sum + widthOf(letter), 0);

/** Words broken into lines of at most `most` ems; Latin words are kept whole where they fit. */
export function linesOf(words: string, most: number): string[] {
  const lines: string[] = [''];
  for (const piece of words.match(/[!-~]+ ?|\s|[^!-~]/g) ?? []) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && ems(last + piece.trimEnd()) > most) lines.push(piece);
    else lines[lines.length - 1] = last + piece;
  }
  return settled(lines.map((line) => line.trim()));
}

/** No line ends with an opening bracket, none begins with what closes or continues (禁則). */
function settled(lines: readonly string[]): string[] {
  const kept = [...lines];
  for (let index = 1; index < kept.length; index += 1) {
    const [before = '', line = ''] = [kept[index - 1], kept[index]];
    const opening = /[（「]+$/.exec(before)?.[0] ?? '';
    const closing = /^[）」、。・ー]+/.exec(line)?.[0] ?? '';
    kept[index - 1] = before.slice(0, before.length - opening.length) + closing;
    kept[index] = opening + line.slice(closing.length);
  }
  return kept.filter((line) => line !== '');
}

export interface Lettering {
  lines: string[];
  width: number;
  height: number;
}

export function lettering(words: string, most: number, scale = 1): Lettering {
  const lines = linesOf(words, most);
  const width = Math.ceil(Math.max(0, ...lines.map(ems)) * EM * scale);
  return { lines, width, height: lines.length * LINE * scale };
}

export const lineHeight = LINE;
