// How much a YAML text is and how deep it goes, before anything follows it down: the parser and every reader after it go one call deeper for each
// level, and a text of four kilobytes can hold thousands. Counted over the whole text from its tokens, in each way of nesting.
import { CST, Lexer } from 'yaml';

/** What one line or flow holds open; a programme's files go down to a dozen. */
export const DEEPEST = 50;

interface Block {
  column: number;
  kind: 'sequence' | 'mapping';
}

const INDICATORS = ['seq-item-ind', 'explicit-key-ind', 'map-value-ind'] as const;

export interface Measured {
  /** Values, signs, blanks: what reading it costs; one more than `most` where there are more. */
  tokens: number;
  /** The first line that stands in more than so many collections; null where none does. */
  deepLine: number | null;
}

/** Looks no further than what is too much. */
export function measure(text: string, most: number): Measured {
  const depth = new Depth();
  let tokens = 0;
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    depth.take(token);
    if (depth.open > DEEPEST) return { tokens, deepLine: depth.line };
    if (tokens > most) break;
  }
  return { tokens, deepLine: null };
}

class Depth {
  line = 1;
  #column = 0;
  /** Nothing but blanks stands before it in its line. */
  #isFirst = true;
  /** Where the last thing began that may turn out to be a key; null where none has since the last indicator. */
  #key: number | null = null;
  #blocks: Block[] = [];
  /** Brackets that are open, each with the pairs that its item has begun (`[a: b: c`): they nest as well. */
  #flows: number[] = [];

  get open(): number {
    return this.#blocks.length + this.#flows.reduce((sum, pairs) => sum + 1 + pairs, 0);
  }

  take(token: string): void {
    const type = CST.tokenType(token);
    if (token === CST.SCALAR) return;
    if (token === CST.DOCUMENT || token === CST.FLOW_END) {
      this.#flows = [];
      return;
    }
    if (type === 'doc-start' || type === 'doc-end') this.#blocks = [];
    else if (type !== 'space' && type !== 'newline' && type !== 'comment') this.#content(type, token);
    this.#move(token);
  }

  #content(type: CST.TokenType | null, token: string): void {
    const column = this.#column;
    const inFlow = this.#flows.length > 0;
    if (this.#isFirst) this.#key = null;
    if (this.#isFirst && !inFlow) this.#blocks = this.#blocks.filter((block) => block.column <= column);
    if (inFlow) this.#inFlow(type);
    else if (type === 'seq-item-ind') this.#begin({ column, kind: 'sequence' });
    else if (type === 'explicit-key-ind') this.#begin({ column, kind: 'mapping' });
    else if (type === 'map-value-ind') this.#begin({ column: this.#key ?? column, kind: 'mapping' });
    if (token === '[' || token === '{') this.#flows.push(0);
    this.#key = INDICATORS.some((indicator) => indicator === type) ? null : column;
    this.#isFirst = false;
  }

  #begin({ column, kind }: Block): void {
    if (!this.#blocks.some((block) => block.column === column && block.kind === kind))
      this.#blocks.push({ column, kind });
  }

  #inFlow(type: CST.TokenType | null): void {
    if (type === 'flow-map-end' || type === 'flow-seq-end') this.#flows.pop();
    else if (type === 'comma') this.#flows.splice(-1, 1, 0);
    else if (type === 'map-value-ind' || type === 'explicit-key-ind') {
      const pairs = this.#flows.pop() ?? 0;
      this.#flows.push(pairs + 1);
    }
  }

  #move(token: string): void {
    const last = token.lastIndexOf('\n');
    if (last < 0) {
      this.#column += token.length;
      return;
    }
    for (let end = token.indexOf('\n'); end >= 0; end = token.indexOf('\n', end + 1)) this.line += 1;
    this.#column = token.length - last - 1;
    this.#isFirst = true;
  }
}
