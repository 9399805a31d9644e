// What a client sends that is long is deflated: a past of twenty entries is 11 kB of JSON, and lies in its history for as long as
// the run. Readable again to whoever knows this codec; a payload that is short stays as it is.
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Payload, PayloadCodec } from '@temporalio/common';

const [deflated, inflated] = [promisify(deflateRaw), promisify(inflateRaw)];

const PACKED = Buffer.from('binary/deflate-raw');
/** What the payload's encoding was. */
const WITHIN = 'packed-encoding';
const LONG = 2_000;
/** Temporal takes no larger message; what claims to hold more is no payload of ours. */
const LARGEST = 4 * 1024 * 1024;

async function packed(payload: Payload): Promise<Payload> {
  const { data, metadata } = payload;
  const encoding = metadata?.encoding;
  if (!data || !encoding || data.length < LONG) return payload;
  return { metadata: { ...metadata, encoding: PACKED, [WITHIN]: encoding }, data: await deflated(data) };
}

async function unpacked(payload: Payload): Promise<Payload> {
  const { data, metadata } = payload;
  if (!data || !metadata?.encoding || !PACKED.equals(metadata.encoding)) return payload;
  const { [WITHIN]: encoding, ...rest } = metadata;
  if (!encoding) throw new Error('a packed payload does not say what it is');
  const whole = await inflated(data, { maxOutputLength: LARGEST });
  return { metadata: { ...rest, encoding }, data: whole };
}

/** For workers: they read what is packed, and send nothing so. */
export const unpacking: PayloadCodec = {
  encode: async (payloads) => payloads,
  decode: (payloads) => Promise.all(payloads.map(unpacked)),
};

/** For the clients of the server. */
export const packing: PayloadCodec = {
  encode: (payloads) => Promise.all(payloads.map(packed)),
  decode: unpacking.decode,
};
