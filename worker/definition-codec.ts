// Puts definitions in the place of their references on the way to a workflow, so that no history holds one. What is kept by a digest
// never changes: a replay is given the very same. Nothing else that passes is looked into.
import type { Payload, PayloadCodec } from '@temporalio/common';
import { DEFINITION_REF } from '../workflows/messages.ts';

const PREFIX = `"${DEFINITION_REF}`;
/** A quoted reference, and nothing longer. */
const LENGTH = PREFIX.length + 64 + 1;

/** @param definitionOf the whole of a definition by its digest; null where none is kept by it */
export function definitionCodec(definitionOf: (digest: string) => Promise<object | null>): PayloadCodec {
  const texts = new Map<object, Uint8Array>();
  const resolved = async (payload: Payload): Promise<Payload> => {
    const { data } = payload;
    if (data?.length !== LENGTH) return payload;
    const text = Buffer.from(data).toString();
    if (!text.startsWith(PREFIX)) return payload;
    const digest = text.slice(PREFIX.length, -1);
    const definition = await definitionOf(digest);
    if (definition === null) throw new Error(`no definition is kept by ${digest}`);
    return { ...payload, data: bytesOf(texts, definition) };
  };
  return {
    encode: async (payloads) => payloads,
    decode: (payloads) => Promise.all(payloads.map(resolved)),
  };
}

const HELD = 500;

function bytesOf(texts: Map<object, Uint8Array>, definition: object): Uint8Array {
  const known = texts.get(definition) ?? Buffer.from(JSON.stringify(definition));
  texts.delete(definition);
  texts.set(definition, known);
  const [eldest] = texts.keys();
  if (texts.size > HELD && eldest !== undefined) texts.delete(eldest);
  return known;
}
