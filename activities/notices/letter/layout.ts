// A letter laid out: its subject, headings and lines as plain sentences in the reader's language, from which text and HTML are written.
import { type DigestLine, type LinePart, lineKinds } from '../../../ledger/models/digests/line.ts';
import type { Text } from '../../../machines/definition/definition.ts';
import { withoutCommands } from '../../../texts/commands.ts';
import { checkpointSubject } from '../../../texts/telling/checkpoint-texts.ts';
import { digestSubject, digestWords, systemsText } from '../../../texts/telling/digest-texts.ts';
import { checkpointSections } from './checkpoint-layout.ts';
import type { Letter } from './letter.ts';

export interface LaidLine {
  sentence: string;
  toDo: string | null;
  why: string | null;
  links: Link[];
}

/** A page of the console. */
export interface Link {
  name: string;
  url: string;
}

export interface Layout {
  language: 'ja' | 'en';
  subject: string;
  /** What stands before everything else. */
  heads: string[];
  sections: { heading: string; lines: LaidLine[] }[];
  foot: string;
  /** Where the reader sets how they are told; null where nobody has said where the console is. */
  contact: Link | null;
  /** What stands before the links of a line. */
  pageWord: string;
}

/** @param publicUrl where the reader's browser finds the console, without a slash at its end; null where nobody has said */
export function layout(letter: Letter, publicUrl: string | null): Layout {
  const whole = (text: Text): string => text[letter.language];
  // Where it leads to pages, nobody needs the commands that its sentences name.
  const say = publicUrl === null ? whole : (text: Text): string => withoutCommands(whole(text));
  const { programme, late } = letter;
  const isRehearsal = programme?.rehearsal === true;
  return {
    language: letter.language,
    subject: subjectOf(letter, say),
    heads: [
      ...(isRehearsal ? [say(digestWords.rehearsal) + say(digestWords.isRehearsal)] : []),
      ...(late ? [say(digestWords.lateWhole)] : []),
      ...(programme === null ? [say(digestWords.trial)] : []),
    ],
    sections: letter.checkpoint
      ? checkpointSections(letter.checkpoint, say, publicUrl)
      : sectionsOf(letter.lines, say, publicUrl),
    foot: say(digestWords.foot),
    contact: publicUrl === null ? null : { name: say(digestWords.contact), url: `${publicUrl}/contact` },
    pageWord: `${say(digestWords.page)}${say(digestWords.colon)}`,
  };
}

function subjectOf({ programme, late, day, lines, checkpoint }: Letter, say: (text: Text) => string): string {
  if (programme === null) return `関守：${say(digestWords.trial)}`;
  const count = lines.reduce((sum, { parts }) => sum + parts.length, 0);
  const marks = [
    ...(programme.rehearsal ? [say(digestWords.rehearsal)] : []),
    ...(late ? [`[${say(digestWords.late)}] `] : []),
  ];
  const subject = checkpoint ? checkpointSubject : digestSubject;
  return `${marks.join('')}${say(subject(programme.name, day, count))}`;
}

function sectionsOf(
  lines: readonly DigestLine[],
  say: (text: Text) => string,
  publicUrl: string | null,
): Layout['sections'] {
  const fresh = lines.filter(({ standing }) => !standing);
  const groups = [
    ...lineKinds.map((kind) => ({
      heading: say(digestWords.kinds[kind]),
      lines: fresh.filter((line) => line.kind === kind),
    })),
    { heading: say(digestWords.standing), lines: lines.filter(({ standing }) => standing) },
  ];
  return groups
    .filter((group) => group.lines.length > 0)
    .map(({ heading, lines: those }) => ({
      heading,
      lines: those.map((line) => laid(line, say, publicUrl)),
    }));
}

function laid(line: DigestLine, say: (text: Text) => string, publicUrl: string | null): LaidLine {
  const named = line.parts.flatMap(({ system }) => (system ? [system.name] : []));
  const whose = named.length > 0 ? `${say(systemsText(named))}${say(digestWords.colon)}` : '';
  const late = line.late ? `[${say(digestWords.late)}] ` : '';
  const link = ({ system, path }: LinePart) => ({
    name: say(system ? system.name : digestWords.programme),
    url: `${publicUrl ?? ''}${path}`,
  });
  return {
    sentence: `${late}${whose}${say(line.text)}`,
    toDo: line.act && `${say(digestWords.toDo)}${say(digestWords.colon)}${say(line.act)}`,
    why: line.derivation ? `${say(digestWords.why)}${say(digestWords.colon)}${say(line.derivation)}` : null,
    links: publicUrl === null ? [] : line.parts.map(link),
  };
}
