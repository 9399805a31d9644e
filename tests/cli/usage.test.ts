// The command without a server: help, wrong use, nothing to reach. Exit codes and streams as a script sees them: of each kind of end one
// in a process of its own, the others by what such a process runs.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandSpec } from '../../cli/command-spec.ts';
import { loadCommands } from '../../cli/commands/by-name.ts';
import { runProgram } from '../../cli/program.ts';
import { freePort } from '../../host/process/ports.ts';
import { readSeed } from '../../server/intake/read-seed.ts';
import { readSeedFolder } from '../../server/intake/seed-folder.ts';
import { projectFolder } from '../../setup/program.mjs';
import { buildCommand, createHome, createResidentHome, type Home } from './command.ts';

let home: Home;
/** Whose commands are processes of their own. */
let apart: Home;
let nobody: string;

beforeAll(async () => {
  await buildCommand();
  home = createResidentHome();
  apart = createHome();
  nobody = `http://127.0.0.1:${await freePort()}`;
});
afterAll(() => {
  home.remove();
  apart.remove();
});

const helps = new Map<string, string>();

/** What the command prints with `--help`, made in this process: a child for each would take a minute. */
async function helpOf(name: string): Promise<string> {
  const known = helps.get(name);
  if (known !== undefined) return known;
  let printed = '';
  const given = {
    env: {},
    language: 'ja',
    readInput: async () => '',
    person: null,
    emit: () => undefined,
  } as const;
  await runProgram([...name.split(' '), '--help'], given, (text) => {
    printed += text;
  });
  helps.set(name, printed);
  return printed;
}

describe('help', () => {
  it('lists the commands in Japanese, with examples in both languages', async () => {
    const { code, out, err } = await apart.run(['--help']);
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
  ])('describes %s', async (name) => expect(await helpOf(name)).toContain(`sekimori ${name}`));

  it.each(['amend closed-day', 'amend label', 'amendments approve', 'people add', 'record contract'])(
    'lists each option of %s once',
    async (name) => {
      const listed = [...(await helpOf(name)).matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(
        ([, long]) => long,
      );
      expect(listed).toContain('--json');
      expect(listed).toEqual([...new Set(listed)]);
    },
  );
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

/** Of a line to type: the command, and the one below it that is named. */
function nameIn(specs: readonly CommandSpec[], line: string): string {
  const [, name = '', second = ''] = /^([a-z-]+)(?: ([a-z-]+))?/.exec(line) ?? [];
  const nameOf = ({ usage }: CommandSpec) => usage.split(' ')[0];
  const below = specs.find((spec) => nameOf(spec) === name)?.subcommands ?? [];
  return below.some((spec) => nameOf(spec) === second) ? `${name} ${second}` : name;
}

describe('the pages name no command that is not there', () => {
  const pages = [
    'README.md',
    ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
  ];

  it.each(pages)('%s', async (page) => {
    const specs = (await loadCommands()).flatMap((group) => group.specs);
    const lines = [...readFileSync(page, 'utf8').matchAll(/sekimori ([a-z][^`\n#]*)/g)].map(
      ([, line]) => line ?? '',
    );
    for (const line of new Set(lines)) {
      const name = nameIn(specs, line);
      const out = await helpOf(name);
      expect(out, line).toContain(`sekimori ${name}`);
      for (const [option] of line.matchAll(/--[a-z-]+/g)) expect(out, line).toContain(option);
    }
  });
});

const SPLIT = ['amend', 'split', 'x', '--into', 'a=甲', '--into', 'b=乙', '--reason', 'r'];

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
    [['record', 'contract', 'juki'], '--vendor <text>、--amount <year=yen>、--total <yen>'],
    [['approve', 'juki', '--on', 'R5.11.1', '--on', 'R5.11.2'], '--on <date> は一度だけ'],
    [['status', '--as', 'dx-ito', '--as', 'dx-sato'], '--as <account> は一度だけ'],
    [['verify', '--decide', '--no-decide'], '--decide と --no-decide'],
    [['verify', '--forget', '--anchors', 'F', '--save', 'G'], '--anchors、--save'],
    [['steps', 'juki', '--reason', '該当なし'], '--reason は使われません'],
    [['report', '--by', 'recorded'], '--by は使われません'],
    [['transfer', 'list.csv', '--in', '131121', '--in', 'abc'], '「abc」'],
    [['transfer', 'list.csv', '--in', ''], '--in には'],
    [['log', '--by', 'nonsense'], '--by は使われません'],
    [['as-of', 'R5.10.31', 'juki', '--overdue', '--wave', 'wave-1'], '--wave、--overdue'],
    [['national-sheet', '--format', 'csv', '--json'], '--format csv と --json'],
    [['login', '--token', '--account', 'dx-ito'], '--token と --account'],
    [[...SPLIT, '--begins', 'c=fit-gap'], '--begins は「新しいシステムの id=工程」の形です（「c=fit-gap」'],
    [[...SPLIT, '--name', '児童手当'], '--into にある id: a、b'],
    [[...SPLIT, '--begins', 'a=fit-gap', '--begins', 'a=rfi'], '一つのシステムに一度だけ'],
    [['amend', 'merge', 'x', 'y', '--into', 'z', '--name', 'x=医療', '--reason', 'r'], '--into にある id: z'],
  ])('%j names %s', async (args, word) => {
    const { code, out, err } = await home.run([...args], { env: { SEKIMORI_URL: nobody } });
    expect(code, err).toBe(2);
    if (!args.includes('--json')) expect(out).toBe('');
    expect(err).toContain(word);
  });

  it('gives one JSON value under --json too', async () => {
    const ran = await apart.run(['status', '--nonsense', '--json']);
    expect(ran.code).toBe(2);
    expect(ran.json()).toMatchObject({
      code: 'wrongUse',
      detail: { ja: expect.any(String), en: expect.any(String) },
    });
  });
});

describe('a number in full-width digits', () => {
  it.each([
    ['amendments', 'approve', '１４'],
    ['amend', 'quorum', 'fit-gap', 'promotion-committee', '３人'],
    ['entry', 'juki', '１２'],
    ['log', 'juki', '--limit', '１０'],
    ['regime', 'flag', 'juki', '--types', '１，３'],
  ])('is read: %s %s %s %s %s', async (...args) => {
    const given = {
      env: { SEKIMORI_URL: nobody },
      language: 'ja',
      readInput: async () => '',
      person: null,
      emit: () => undefined,
    } as const;
    await expect(runProgram(args.filter(Boolean), given, () => undefined)).rejects.toMatchObject({
      kind: 'unreachable',
    });
  });
});

describe('a server that cannot be reached ends with 3', () => {
  it('and says which, and what to do', async () => {
    const { code, out, err } = await apart.run(['status', '--url', nobody]);
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

/** Stands in for a server that is lost, or answers one question and no other. */
async function answering(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

describe('a connection that is lost', () => {
  it.each([['export', '--programme', '131121'], ['whoami']])(
    'in the middle of the answer to %s ends with 3 and no stack',
    async (...args) => {
      const server = await answering((_request, response) => {
        response.writeHead(200, { 'Content-Length': '1000' });
        response.write('{"account":', () => response.destroy());
      });
      const { code, out, err } = await apart.run([...args, '--url', server.url]);
      server.close();
      expect([code, out]).toEqual([3, '']);
      expect(err).toContain('接続が切れました');
      expect(err).not.toMatch(/^ +at /m);
    },
  );
});

it('the passwords of what was loaded are told although nothing is answered afterwards', async () => {
  const accounts = [{ account: 'a.b', name: '甲', password: 'shown-only-now' }];
  const loaded = { code: '131121', name: { ja: '町', en: 'Town' }, rehearsal: true, systems: 1, entries: 1 };
  const server = await answering((request, response) => {
    response.statusCode = request.method === 'POST' ? 201 : 500;
    response.end(JSON.stringify({ ...loaded, created: true, accounts, remarks: [] }));
  });
  const path = join(home.path, 'loaded');
  await home.run(['new', path]);
  const { code, out } = await home.run(['load', path, '--url', server.url]);
  server.close();
  expect([code, out]).toEqual([0, expect.stringContaining('shown-only-now')]);
});

it('a fault that nobody foresaw is one JSON value under --json, a sentence and its stack beside it', async () => {
  const gone = join(home.path, 'gone');
  mkdirSync(gone);
  const command = join(projectFolder, 'cli/sekimori.mjs');
  const ran = spawnSync(
    'sh',
    ['-c', `rmdir "$PWD" && exec "$0" "$1" status --json`, process.execPath, command],
    {
      cwd: gone,
      env: { PATH: process.env.PATH ?? '', LANG: 'ja_JP.UTF-8', HOME: home.path },
      encoding: 'utf8',
    },
  );
  expect(JSON.parse(ran.stdout)).toMatchObject({ code: 'internal', detail: { ja: expect.any(String) } });
  expect(ran.status).toBe(4);
  expect(ran.stderr).toContain('思いがけない誤り');
  expect(ran.stderr).toMatch(/^ +at /m);
});

it('the inbox is read page after page, and marked as read so too', async () => {
  const text = { ja: '甲', en: 'A' };
  const at = '2023-11-16T09:00:00+09:00';
  const named = { system: 'juki', systemName: text, post: 'p', postLabel: text, code: 'c', message: text };
  const notices = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...named,
      id: `${from + index}`,
      recordedAt: at,
      read: false,
    }));
  const clock = {
    programme: '131121',
    municipality: '131121',
    programmeName: text,
    rehearsal: true,
    now: at,
    today: '2023-11-16',
  };
  const setting = { ...clock, asOf: null, by: null };
  const marked: number[] = [];
  const server = await answering((request, response) => {
    const cursor = new URL(request.url ?? '', 'http://x').searchParams.get('cursor');
    const page =
      cursor === null
        ? { notices: notices(0, 200), nextCursor: 'second' }
        : { notices: notices(200, 50), nextCursor: 'third' };
    let sent = '';
    request.on('data', (part: Buffer) => {
      sent += part.toString();
    });
    request.on('end', () => {
      if (request.method === 'POST') marked.push((JSON.parse(sent) as { ids: string[] }).ids.length);
      response.statusCode = request.method === 'POST' ? 204 : 200;
      response.end(
        request.method === 'POST'
          ? ''
          : JSON.stringify({ setting, tasks: [], unread: 260, digest: null, ...page }),
      );
    });
  });
  const args = ['inbox', '--programme', '131121', '--limit', '250', '--read', '--json', '--url', server.url];
  const ran = await home.run(args);
  server.close();
  expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('250件を既読に')]);
  expect((ran.json() as { notices: unknown[] }).notices).toHaveLength(250);
  expect(marked).toEqual([200, 50]);
});

it('a password is sent as it was typed, but for the end of its line', async () => {
  let sent = '';
  const server = await answering((request, response) => {
    request.on('data', (part: Buffer) => {
      sent += part.toString();
    });
    request.on('end', () => {
      response.statusCode = 401;
      response.end('{}');
    });
  });
  await apart.run(['login', '--account', 'a.b', '--url', server.url], { input: ' a secret \r\n' });
  server.close();
  expect(JSON.parse(sent)).toEqual({ account: 'a.b', password: ' a secret ' });
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
  const { code, err } = await apart.run(['login', '--account', 'dx-tanaka'], { input: cp932, env });
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
