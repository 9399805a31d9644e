// The command without a server: help, wrong use, nothing to reach. Exit codes and streams as a script sees them.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../host/process/ports.ts';
import { readSeed } from '../../server/intake/read-seed.ts';
import { readSeedFolder } from '../../server/intake/seed-folder.ts';
import { buildCommand, createHome, type Home } from './command.ts';

let home: Home;
let nobody: string;

beforeAll(async () => {
  await buildCommand();
  home = createHome();
  nobody = `http://127.0.0.1:${await freePort()}`;
});
afterAll(() => home.remove());

describe('help', () => {
  it('lists the commands in Japanese, with examples in both languages', async () => {
    const { code, out, err } = await home.run(['--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('全システムの進捗一覧');
    expect(out).toContain('過去のある日 / a past day');
  });

  it('is English where asked by --lang or by the locale', async () => {
    for (const ran of [
      await home.run(['--help', '--lang', 'en']),
      await home.run(['--help'], { env: { LANG: 'en_US.UTF-8' } }),
    ]) {
      expect(ran.out).toContain('the board: where every system stands');
      expect(ran.out).not.toContain('使い方:');
    }
  });

  it.each([
    'status',
    'show',
    'explain',
    'submit',
    'approve',
    'return',
    'withdraw',
    'attach',
    'go-back',
    'hold',
    'resume',
    'cancel',
    'plan',
    'extend',
    'steps',
    'record',
    'regime',
    'inbox',
    'deadlines',
    'log',
    'entry',
    'access',
    'as-of',
    'verify',
    'export',
    'load',
    'new',
    'clock',
    'login',
    'logout',
    'report',
    'national-sheet',
    'whoami',
  ])('describes %s', async (name) => {
    const { code, out } = await home.run([name, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`sekimori ${name}`);
  });
});

describe('help of a command below another', () => {
  it.each([
    ['help', 'record', 'contract'],
    ['record', 'contract', '--help'],
  ])('%s %s %s', async (...args) => {
    const { code, out } = await home.run(args);
    expect(code).toBe(0);
    expect(out).toContain('sekimori record contract');
    expect(out).toContain('--amount');
  });
});

describe('the pages name no command that is not there', () => {
  const pages = [
    'README.md',
    ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
  ];

  it.each(pages)('%s', async (page) => {
    const lines = [...readFileSync(page, 'utf8').matchAll(/sekimori ([a-z][^`\n#]*)/g)].map(
      ([, line]) => line ?? '',
    );
    for (const line of new Set(lines)) {
      const [, name = ''] = /^([a-z-]+(?: (?:propose|approve|move|contract|apply)(?= ))?)/.exec(line) ?? [];
      const { out } = await home.run([...name.split(' '), '--help']);
      expect(out, line).toContain(`sekimori ${name}`);
      for (const [option] of line.matchAll(/--[a-z-]+/g)) expect(out, line).toContain(option);
    }
  });
});

describe('wrong use ends with 2, says why on stderr and nothing on stdout', () => {
  it.each([
    [['aprove', 'juki'], 'approve'],
    [[], 'sekimori --help'],
    [['approve'], 'system'],
    [['return', 'juki'], '--reason'],
    [['status', '--nonsense'], '--nonsense'],
    [['status', '--lang', 'fr'], 'fr'],
    [['as-of', '令和5年13月1日'], '令和5年13月1日'],
    [['as-of', '2023-02-29'], '2023-02-29'],
    [['status', '--url', 'ftp://x'], 'ftp://x'],
    [['status', '--as', '山田'], '山田'],
    [['report', '--format', 'docx'], 'docx'],
    [['log', '--limit', 'many'], '--limit'],
    [['approve', 'juki', '--on', 'きのう'], 'きのう'],
    [['plan', 'juki', '--start', 'x', '--end', '2024-01', '--reason', 'r'], 'x'],
    [['extend', 'juki', 'd', '--to', '2024-13-01', '--reason', 'r'], '2024-13-01'],
    [['regime', 'apply', 'jidou', '--types', '5'], '--types'],
    [['steps', 'juki', '--set', '19-1=done'], '19-1'],
    [['steps', 'juki', '--set', '①-1=finished'], 'finished'],
    [['record', 'contract', 'juki', '--vendor', 'v', '--total', '1'], '--amount'],
    [['attach', 'juki', 'no.pdf', '--kind', 'k', '--document-no', '1', '--decided-on', 'R5.1.1'], 'no.pdf'],
    [['attach', 'juki', 'no.pdf'], '--kind <kind>、--document-no <no>、--decided-on <date>'],
    [['load', 'no-such-folder'], 'no-such-folder'],
    [['entry', 'juki', 'twelve'], 'twelve'],
    [['entry', 'juki'], 'seq'],
    [['deadlines', '--status', 'lost'], 'lost'],
  ])('%j names %s', async (args, word) => {
    const { code, out, err } = await home.run([...args], { env: { SEKIMORI_URL: nobody } });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(word);
  });

  it('gives one JSON value under --json too', async () => {
    const ran = await home.run(['status', '--nonsense', '--json']);
    expect(ran.code).toBe(2);
    expect(ran.json()).toMatchObject({
      code: 'wrongUse',
      detail: { ja: expect.any(String), en: expect.any(String) },
    });
  });
});

describe('a server that cannot be reached ends with 3', () => {
  it('and says which, and what to do', async () => {
    const { code, out, err } = await home.run(['status', '--url', nobody]);
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain(nobody);
    expect(err).toContain('npm start');
  });

  it('under --json with one value', async () => {
    const ran = await home.run(['status', '--url', nobody, '--json']);
    expect(ran.code).toBe(3);
    expect(ran.json()).toMatchObject({ code: 'unreachable' });
  });

  it('also when something else answers there', async () => {
    const other = createServer((_request, response) => response.end('<html>'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, err } = await home.run(['whoami', '--url', `http://127.0.0.1:${port}`]);
    other.close();
    expect(code).toBe(3);
    expect(err).toContain('関守のサーバ');
  });
});

describe('where the server is', () => {
  const operator = (folder: string, value: unknown) => {
    mkdirSync(join(home.path, folder), { recursive: true });
    writeFileSync(join(home.path, folder, 'operator.json'), JSON.stringify(value), { mode: 0o600 });
  };

  it("is found in the data folder of this machine's server", async () => {
    operator('data', { url: nobody, token: 'x' });
    const { code, err } = await home.run(['status']);
    expect(code).toBe(3);
    expect(err).toContain(nobody);
  });

  it('is found in SEKIMORI_DATA before the folder here', async () => {
    const elsewhere = 'http://127.0.0.1:65001';
    operator('elsewhere', { url: elsewhere, token: 'x' });
    const { err } = await home.run(['status'], { env: { SEKIMORI_DATA: join(home.path, 'elsewhere') } });
    expect(err).toContain(elsewhere);
  });

  it('is not guessed from a broken file', async () => {
    operator('broken', { url: 'x' });
    const { code, err } = await home.run(['status'], { env: { SEKIMORI_DATA: join(home.path, 'broken') } });
    expect(code).toBe(2);
    expect(err).toContain('operator.json');
  });
});

it('a password from standard input that is no UTF-8 is refused, not read as another', async () => {
  const cp932 = Uint8Array.from([0x90, 0xa2, 0x93, 0x63, 0x0a]);
  const env = { SEKIMORI_URL: 'http://127.0.0.1:65001' };
  const { code, err } = await home.run(['login', '--account', 'dx-tanaka'], { input: cp932, env });
  expect(code).toBe(2);
  expect(err).toContain('CP932');
});

describe('a new programme', () => {
  it('is a sound one even where neither code nor name is given', async () => {
    const path = join(home.path, 'begun');
    const { code, out } = await home.run(['new', path]);
    expect(code).toBe(0);
    expect(out).toContain('sekimori load');
    expect(readSeed(await readSeedFolder(path))).toMatchObject({
      status: 'sound',
      seed: { programme: { code: '000001', rehearsal: true } },
    });
  });

  it('is never written over something', async () => {
    const path = join(home.path, 'taken');
    mkdirSync(path);
    writeFileSync(join(path, 'programme.yaml'), 'mine');
    expect((await home.run(['new', path])).code).toBe(1);
    expect(readFileSync(join(path, 'programme.yaml'), 'utf8')).toBe('mine');
  });

  it('is refused for a wrong check digit, with the right one', async () => {
    const { code, err } = await home.run(['new', join(home.path, 'wrong'), '--code', '131131']);
    expect(code).toBe(2);
    expect(err).toContain('131130');
  });
});

describe('the package', () => {
  it('names the launcher as its program, and the launcher may be run', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { bin: { sekimori: string } };
    expect(manifest.bin.sekimori).toBe('./cli/sekimori.mjs');
    expect(statSync('cli/sekimori.mjs').mode & 0o111).not.toBe(0);
  });
});
