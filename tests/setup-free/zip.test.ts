// A programme's folder out of a zip, as a browser reads it without a library.
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { folderOf } from '../../console/settings/files/folder.ts';
import { unzip } from '../../console/settings/files/zip.ts';

interface Given {
  path: string;
  text: string;
  /** The size that it says of itself. */
  says?: number;
  flags?: number;
}

function zipOf(files: readonly Given[]): Uint8Array {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { path, text, says, flags = 0 } of files) {
    const [name, raw] = [Buffer.from(path), Buffer.from(text)];
    const packed = deflateRawSync(raw);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(flags, 8);
    head.writeUInt16LE(8, 10);
    head.writeUInt32LE(packed.length, 20);
    head.writeUInt32LE(says ?? raw.length, 24);
    head.writeUInt16LE(name.length, 28);
    head.writeUInt32LE(offset, 42);
    parts.push(local, name, packed);
    central.push(head, name);
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, ...central, end]));
}

const read = (bytes: Uint8Array) => folderOf([{ path: 'keikaku.zip', bytes: async () => bytes }]);

describe('a zip of a programme', () => {
  it('gives the files of the folder that holds programme.yaml, and no others', async () => {
    const bytes = zipOf([
      { path: '計画/programme.yaml', text: 'code: "131121"' },
      { path: '計画/paths/small.yaml', text: 'id: small' },
      { path: '計画/memo.txt', text: 'x' },
      { path: '__MACOSX/._programme.yaml', text: 'x' },
    ]);
    expect(await read(bytes)).toEqual({
      status: 'read',
      files: [
        { path: 'paths/small.yaml', text: 'id: small' },
        { path: 'programme.yaml', text: 'code: "131121"' },
      ],
    });
  });

  it('is refused where it holds no YAML, is no zip, or is encrypted', async () => {
    expect(await read(zipOf([{ path: 'a.txt', text: 'x' }]))).toMatchObject({ word: 'amend.noYaml' });
    expect(await read(new Uint8Array(40))).toMatchObject({
      word: 'amend.zip.none',
      facts: { file: 'keikaku.zip' },
    });
    expect(await read(zipOf([{ path: 'a.yaml', text: 'x', flags: 1 }]))).toMatchObject({
      word: 'amend.zip.encrypted',
    });
  });

  it('never unpacks to more than it says', async () => {
    const bomb = zipOf([{ path: 'a.yaml', text: 'x'.repeat(100_000), says: 10 }]);
    await expect(unzip(bomb)).rejects.toThrow('broken');
  });
});
