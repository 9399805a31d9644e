// Puts definitions in the place of their references on the way to a workflow, so that no history holds one. What is kept by a digest
// never changes: a replay is given the very same. Nothing else that passes is looked into.
import type { Payload, PayloadCodec } from '@temporalio/common';
import { unpacking } from '../host/process/temporal/packed-payloads.ts';
import { DEFINITION_REF } from '../workflows/messages.ts';

const PREFIX = `"${DEFINITION_REF}`;
/** A quoted reference, and nothing longer. */
const LENGTH = PREFIX.length + 64 + 1;

/** Replays come in bursts, after a restart or where more runs live than are cached. */
const HELD = 200;

type DefinitionOf = (digest: string) => Promise<object | null>;

/** How a worker reads what is sent to its workflows. @param definitionOf the whole of a definition by its digest; null where none is kept by it */
export const payloadCodecs = (definitionOf: DefinitionOf): PayloadCodec[] => [
  unpacking,
  definitionCodec(definitionOf),
];

function definitionCodec(definitionOf: DefinitionOf): PayloadCodec {
  const texts = new Map<string, Uint8Array>();
  const textOf = async (digest: string): Promise<Uint8Array> => {
    const known = texts.get(digest) ?? (await read(definitionOf, digest));
    texts.delete(digest);
    texts.set(digest, known);
    const [eldest] = texts.keys();
    if (texts.size > HELD && eldest !== undefined) texts.delete(eldest);
    return known;
  };
  const resolved = async (payload: Payload): Promise<Payload> => {
    const { data } = payload;
    if (data?.length !== LENGTH) return payload;
    const text = Buffer.from(data).toString();
    if (!text.startsWith(PREFIX)) return payload;
    return { ...payload, data: await textOf(text.slice(PREFIX.length, -1)) };
  };
  return {
    encode: async (payloads) => payloads,
    decode: (payloads) => Promise.all(payloads.map(resolved)),
  };
}

async function read(definitionOf: DefinitionOf, digest: string): Promise<Uint8Array> {
  const definition = await definitionOf(digest);
  if (definition === null) throw new Error(`no definition is kept by ${digest}`);
  return Buffer.from(JSON.stringify(definition));
}
