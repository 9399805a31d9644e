// What is made of equal content is made once and shared by all who ask in this thread. Content is told by its JSON text, whole:
// nothing is taken for another. Made of a frozen copy, so that whoever brought the content cannot alter it afterwards.

export class Alike<Made> {
  readonly #kept = new Map<string, Made>();
  readonly #limit: number;

  /** @param limit beyond so many the one not asked for longest goes; it is made anew when it is asked for again */
  constructor(limit: number) {
    this.#limit = limit;
  }

  of<Content extends object>(content: Content, make: (content: Content) => Made): Made {
    const text = JSON.stringify(content);
    // Read from what was written of that very type.
    const made = this.#kept.get(text) ?? make(frozen(JSON.parse(text) as Content));
    this.#kept.delete(text);
    this.#kept.set(text, made);
    const [eldest] = this.#kept.keys();
    if (this.#kept.size > this.#limit && eldest !== undefined) this.#kept.delete(eldest);
    return made;
  }
}

function frozen<Content>(content: Content): Content {
  if (typeof content !== 'object' || content === null) return content;
  for (const part of Object.values(content)) frozen(part);
  return Object.freeze(content);
}
