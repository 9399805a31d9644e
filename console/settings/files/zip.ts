// A zip's entries as bytes, in the browser and without a library: stored and deflated ones, no encryption, no zip64.
export interface ZipEntry {
  path: string;
  bytes: Uint8Array;
}

/** What it may hold: a programme's folder is some hundred KiB. */
const MOST_BYTES = 20 * 1024 * 1024;
const END = 0x06054b50;
const CENTRAL = 0x02014b50;

export class ZipFault extends Error {
  override readonly name = 'ZipFault';
  constructor(readonly why: 'none' | 'broken' | 'encrypted' | 'method' | 'large') {
    super(why);
  }
}

/** @throws ZipFault where it is none, is broken, encrypted, or larger than a programme's folder ever is */
export async function unzip(bytes: Uint8Array): Promise<ZipEntry[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const found: ZipEntry[] = [];
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL) throw new ZipFault('broken');
    const entry = entryAt(view, bytes, at);
    at = entry.next;
    if (entry.path.endsWith('/')) continue;
    total += entry.size;
    if (total > MOST_BYTES) throw new ZipFault('large');
    found.push({ path: entry.path, bytes: await entry.read() });
  }
  return found;
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1)
    if (view.getUint32(at, true) === END) return at;
  throw new ZipFault('none');
}

function entryAt(view: DataView, bytes: Uint8Array, at: number) {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const [name, extra, comment] = [28, 30, 32].map((of) => view.getUint16(at + of, true)) as [
    number,
    number,
    number,
  ];
  const local = view.getUint32(at + 42, true);
  if (flags & 1) throw new ZipFault('encrypted');
  if (method !== 0 && method !== 8) throw new ZipFault('method');
  const path = nameOf(bytes.subarray(at + 46, at + 46 + name));
  const read = async () => {
    if (local + 30 > view.byteLength) throw new ZipFault('broken');
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const body = bytes.subarray(from, from + packed);
    return method === 0 ? body : inflated(body, size);
  };
  return { path, size, next: at + 46 + name + extra + comment, read };
}

/** Old Japanese programs write names in CP932 and say nothing of it. */
function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

/** Read until its stated size, and no further: what unpacks to more is broken or means harm. */
async function inflated(body: Uint8Array, size: number): Promise<Uint8Array> {
  const stream = new Blob([body.slice()]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const out = new Uint8Array(size);
  let filled = 0;
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      if (filled + value.length > size) throw new ZipFault('broken');
      out.set(value, filled);
      filled += value.length;
    }
  } catch (error) {
    throw error instanceof ZipFault ? error : new ZipFault('broken');
  }
  if (filled !== size) throw new ZipFault('broken');
  return out;
}
