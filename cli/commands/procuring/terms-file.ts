// The terms of a procurement as a file that people write: YAML, numbers for points, instants in every spelling.
import { parse, YAMLParseError } from 'yaml';
import { readInstant } from '../../../machines/values/read-instant.ts';
import { yamlFaultText } from '../../../texts/seed/yaml-texts.ts';
import { CommandFailure } from '../../failure.ts';
import { readText } from '../../files.ts';
import type { Options } from '../../options.ts';
import type { Text } from '../../print/speech.ts';

/** Points are exact decimals as text; a file may write them as numbers. */
const POINTS: ReadonlySet<string> = new Set(['points', 'minimumTechnical']);

type Written = Record<string, unknown>;
const isRecord = (value: unknown): value is Written =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function exact(value: unknown, inGoOn = false): unknown {
  if (Array.isArray(value)) return value.map((one) => exact(one));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      (POINTS.has(name) || (name === 'from' && inGoOn)) && typeof one === 'number'
        ? String(one)
        : exact(one, name === 'goOn'),
    ]),
  );
}

/** @throws CommandFailure where it is no YAML, or holds no terms */
export function termsFrom(file: string, options: Options): Written {
  const read = parsed(file);
  if (!isRecord(read) || !isRecord(read.stages))
    throw new CommandFailure('wrongUse', {
      ja: `「${file}」に調達の条件（form、title、basis、stages など）がありません。例は docs/procurement.md にあります。`,
      en: `"${file}" holds no terms (form, title, basis, stages and so on). docs/procurement.md has an example.`,
    });
  const stages = Object.entries(read.stages).map(([stage, at]) => [
    stage,
    options.read((given) => readInstant(given), String(at)),
  ]);
  return { ...(exact(read) as Written), stages: Object.fromEntries(stages) };
}

function faultOf(error: unknown): Text {
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  if (!(error instanceof YAMLParseError)) return { ja: reason, en: reason };
  const at = error.linePos?.[0] ?? { line: 1, col: 1 };
  return yamlFaultText({ fault: error.code, reason, line: at.line, column: at.col });
}

function parsed(file: string): unknown {
  try {
    return parse(readText(file));
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    const why = faultOf(error);
    throw new CommandFailure('wrongUse', {
      ja: `「${file}」を YAML として読めません（${why.ja}）。`,
      en: `"${file}" is no YAML (${why.en}).`,
    });
  }
}
