// Server-sent events as they come, in pieces that may end anywhere. Knows what a block is, not what it says.

export interface StreamEvent {
  event: string;
  id: string;
  data: unknown;
}

function eventOf(block: string): StreamEvent {
  const field = (name: string) =>
    block
      .split('\n')
      .flatMap((line) => (line.startsWith(`${name}: `) ? [line.slice(name.length + 2)] : []))
      .join('\n');
  return { event: field('event'), id: field('id'), data: JSON.parse(field('data') || 'null') };
}

/** Gives the events that are whole by now. */
export function createEventReader(): (piece: string) => StreamEvent[] {
  let rest = '';
  return (piece) => {
    const blocks = (rest + piece).split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.filter((block) => block !== '').map(eventOf);
  };
}
