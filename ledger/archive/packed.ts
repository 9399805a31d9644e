// Texts packed as a ZIP, and read again. The same texts give the same bytes. No size that a file claims is believed beyond what
// is read of it, and nothing is written anywhere: a name is only looked up among those that there may be.
import { createHash, hash } from 'node:crypto';
import { unzipSync, Zip, ZipDeflate } from 'fflate';
import { ArchiveRefusal } from './fault.ts';
import { ARCHIVE, type Manifest } from './shape.ts';

/** The first that a ZIP can say, by whatever clock. */
const NO_TIME = new Date(1980, 0, 1);
const LEVEL = 9;

export type KeptFile = Manifest['files'][number];

/** Files one after another, each by its lines. */
export class Packing {
  readonly #zip: Zip;
  readonly #chunks: Uint8Array[] = [];
  readonly files: KeptFile[] = [];
  #bytes = 0;

  constructor() {
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.#chunks.push(chunk);
    });
  }

  /** @throws ArchiveRefusal file.tooLarge */
  async add(path: string, lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
    const file = new ZipDeflate(path, { level: LEVEL });
    file.mtime = NO_TIME;
    this.#zip.add(file);
    const whole = createHash('sha256');
    let bytes = 0;
    for await (const line of lines) {
      const chunk = Buffer.from(`${line}\n`, 'utf8');
      bytes += chunk.length;
      this.#bytes += chunk.length;
      if (bytes > ARCHIVE.file) throw tooLarge(ARCHIVE.file);
      if (this.#bytes > ARCHIVE.unpacked) throw tooLarge(ARCHIVE.unpacked);
      whole.update(chunk);
      file.push(chunk);
    }
    file.push(new Uint8Array(), true);
    this.files.push({ path, bytes, sha256: whole.digest('hex') });
  }

  /** @throws ArchiveRefusal file.tooLarge */
  end(): Uint8Array<ArrayBuffer> {
    this.#zip.end();
    const packed = new Uint8Array(Buffer.concat(this.#chunks));
    if (packed.length > ARCHIVE.packed) throw tooLarge(ARCHIVE.packed);
    return packed;
  }
}

const tooLarge = (most: number) => new ArchiveRefusal({ code: 'file.tooLarge', most });

/** @throws ArchiveRefusal file.broken, file.tooLarge, file.strange */
export function unpacked(packed: Uint8Array): Map<string, Uint8Array> {
  if (packed.length > ARCHIVE.packed) throw tooLarge(ARCHIVE.packed);
  const paths: string[] = [];
  let bytes = 0;
  try {
    const files = unzipSync(packed, {
      filter: ({ name, originalSize }) => {
        bytes += originalSize;
        if (originalSize > ARCHIVE.file) throw tooLarge(ARCHIVE.file);
        if (bytes > ARCHIVE.unpacked) throw tooLarge(ARCHIVE.unpacked);
        if (paths.length === ARCHIVE.files) throw tooLarge(ARCHIVE.files);
        if (paths.includes(name) || !PATH.test(name))
          throw new ArchiveRefusal({ code: 'file.strange', path: name });
        paths.push(name);
        return true;
      },
    });
    return new Map(paths.map((path) => [path, files[path] ?? new Uint8Array()]));
  } catch (error) {
    if (error instanceof ArchiveRefusal) throw error;
    throw new ArchiveRefusal({ code: 'file.broken' }); // whatever it is, it is none of ours
  }
}

const PATH = /^[a-z0-9]([a-z0-9/_.-]*[a-z0-9])?$/;

export const sha256Of = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');
