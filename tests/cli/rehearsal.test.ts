// The command against the whole of `npm start`: Setagaya's rehearsal as a coordinator, an approver and an auditor use
// it from a terminal. One tree for all; the tests build on each other in their order.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { entryEvidence, entryPage, submitted } from '../../server/contract/entries.ts';
import { boardPage } from '../../server/contract/migrations/board.ts';
import { deadlinePage } from '../../server/contract/migrations/deadline.ts';
import { explanationView } from '../../server/contract/migrations/explanation.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { nationalSheet } from '../../server/contract/planning/national-sheet.ts';
import { report } from '../../server/contract/reports/tables.ts';
import { loadCheck, loaded } from '../../server/contract/settings/loading.ts';
import { problem } from '../../server/contract/values.ts';
import { verification } from '../../server/contract/verification.ts';
import { buildAll } from '../../setup/build.mjs';
import { folder as seedFolder } from '../seeds/folder.ts';
import { createDataFolder } from '../servers/data-folder.ts';
import { processesOf } from '../servers/leftovers.ts';
import { createOutsideServers, type OutsideServers } from '../servers/outside-servers.ts';
import { firstStartMs, type Supervised, startSupervised } from '../servers/supervisor.ts';
import { createHome, createResidentHome, type Home } from './command.ts';

let folder: ReturnType<typeof createDataFolder>;
let servers: OutsideServers;
let tree: Supervised;
let home: Home;
const office = ['--as', 'dx-tanaka'];
const welfare = ['--as', 'fukushi-watanabe'];
const group = ['--as', 'bukai-kobayashi'];
const auditor = ['--as', 'kansa-mori'];

beforeAll(async () => {
  await buildAll(() => undefined);
  folder = createDataFolder();
  home = createResidentHome({ SEKIMORI_DATA: folder.path });
  servers = await createOutsideServers('command');
  tree = await startSupervised({ dataFolder: folder.path, env: servers.env });
  await tree.untilSaid('Sekimori is open');
}, firstStartMs);
afterAll(async () => {
  tree.child.kill('SIGTERM');
  expect(await tree.ended).toBe(0);
  await servers.drop();
  folder.remove();
  home.remove();
}, 180_000);

/** Done, and the value is of the contract's shape. */
async function answered<T extends z.ZodType>(shape: T, args: string[]): Promise<z.infer<T>> {
  const ran = await home.run([...args, '--json']);
  expect(ran.err).toBe('');
  expect(ran.code).toBe(0);
  return shape.parse(ran.json());
}

/** Asked again where a starved server had no answer in time: what is refused is not recorded. */
async function refused(args: string[], patience = 10): Promise<z.infer<typeof problem>> {
  const ran = await home.run([...args, '--json']);
  if (ran.code === 3 && patience > 0) return refused(args, patience - 1);
  expect(ran.code, ran.err).toBe(1);
  expect(ran.err).not.toBe('');
  return problem.parse(ran.json());
}

/** Attaches a paper of each kind, as the one who will not approve. */
async function handIn(system: string, ...kinds: string[]): Promise<void> {
  const paper = join(home.path, 'paper.pdf');
  writeFileSync(paper, '移行判定資料');
  for (const kind of kinds) {
    const record = ['--title', '資料', '--document-no', '5世DX第1号', '--decided-on', '2023-11-15'];
    const { code, err } = await home.run(['attach', system, paper, '--kind', kind, ...record, ...office]);
    expect([code, err]).toEqual([0, '']);
  }
}

const codesOf = ({ refusals = [] }: z.infer<typeof problem>) => refusals.map(({ code }) => code);

it('TEMPORAL_ADDRESS and DATABASE_URL take the place of the embedded servers', async () => {
  expect((await fetch(`${tree.url}/readyz`)).status).toBe(200);
  const commands = processesOf(folder.path).map(({ command }) => command);
  expect(commands.length).toBeGreaterThan(0);
  expect(commands.filter((command) => /postgres|start-dev|warden/.test(command))).toEqual([]);
  expect(existsSync(join(folder.path, 'postgres'))).toBe(false);
});

describe('looking', () => {
  it('shows every system on the board, marked as a rehearsal', async () => {
    const { code, out, err } = await home.run(['status', ...office]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^【演習】/u);
    expect(out).toContain('R5.11.16');
    expect(out).toContain('住民基本台帳/印鑑登録');
    expect(out).toContain('■ 第1期（令和6年度移行分）');
    expect(out).toMatch(/^juki +.*開発・テスト・研修等 8\/10 +作業中 +R6\.12\.31 あと411日 閉庁日 仮定/mu);
    const { items } = await answered(boardPage, ['status', ...office]);
    expect(items).toHaveLength(16);
  });

  it('speaks English where asked', async () => {
    const { out } = await home.run(['status', '--lang', 'en', ...office]);
    expect(out).toContain('rehearsal】');
    expect(out).toContain('Long-term care insurance');
  });

  it('filters the board', async () => {
    const { items } = await answered(boardPage, ['status', '--wave', 'wave-1', ...office]);
    expect(items.map(({ system }) => system)).toEqual(['juki', 'zei', 'kaigo', 'shugaku']);
  });

  it('shows one system with its contract', async () => {
    const { out } = await home.run(['show', 'juki', ...office]);
    expect(out).toContain('令和5年度 164,115,710円 + 令和6年度 131,331,519円 = 295,447,229円');
    expect(out).toContain('627.9');
  });

  it('ends with 1 for a system that is not there', async () => {
    const { code, out, err } = await home.run(['show', 'nothing', ...office]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('見つかりません');
  });

  it.each([
    ['国保', 'kokuho'],
    ['住基', 'juki'],
    ['⼾籍', 'koseki'],
    ['年金', 'nenkin'],
    ['ｼﾞｭｳｷ', 'juki'],
  ])('knows a system by what people call it: %s', async (written, system) => {
    const view = await answered(systemView, ['show', written, ...office]);
    expect(view.row.system).toBe(system);
  });

  it('asks back where several systems have the name, and says where none has', async () => {
    const several = await home.run(['show', '障害福祉', ...office]);
    expect([several.code, several.out]).toEqual([2, '']);
    expect(several.err).toMatch(/shougai（.*shougai-techou（/u);
    const none = await home.run(['show', '水道', ...office]);
    expect([none.code, none.out]).toEqual([1, '']);
    expect(none.err).toContain('水道');
  });

  it('shows the steps of one business under any of its names', async () => {
    const { code, out } = await home.run(['steps', '住基', '--business', '印鑑', ...office]);
    expect([code, out.includes('印鑑登録 完了率'), out.includes('住民基本台帳 完了率')]).toEqual([
      0,
      true,
      false,
    ]);
    const wrong = await home.run(['steps', 'juki', '--business', '住民基本台張', ...office]);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('「住民基本台帳」ではありませんか');
  });

  it('says what loading a folder would do, and loads nothing', async () => {
    const standing = await answered(loadCheck, ['load', seedFolder('setagaya'), '--check']);
    expect(standing).toMatchObject({ code: '131121', stands: 'whole', differences: [] });
    const path = join(home.path, 'looked-at');
    expect((await home.run(['new', path])).code).toBe(0);
    const begun = await home.run(['load', path, '--check']);
    expect(begun.code).toBe(0);
    expect(begun.out).toContain('新しく読み込まれます');
    expect(begun.out).toContain('何も読み込んでいません');
    const programme = join(path, 'programme.yaml');
    writeFileSync(programme, readFileSync(programme, 'utf8').replace('000001', '131121'));
    const differs = await home.run(['load', path, '--check']);
    expect(differs.code).toBe(1);
    expect(differs.out).toContain('別の内容で既に読み込まれており');
    expect(differs.out).toMatch(/^ {2}・計画: /m);
    expect((await home.run(['status', '--programme', '000001'])).code).toBe(1);
  });

  it('explains what is missing and who can supply it', async () => {
    const { code, out } = await home.run(['explain', 'juki', ...office]);
    expect(code).toBe(0);
    expect(out).toContain('✘ 移行判定資料');
    expect(out).toContain('✘ 連携基盤の第1期結合テスト');
    expect(out).toContain('sekimori attach');
    const { gate } = await answered(explanationView, ['explain', 'juki', ...office]);
    expect(gate?.conditions.some(({ hard, met }) => hard && !met)).toBe(true);
  });

  it('lists deadlines, the inbox and the log', async () => {
    for (const args of [
      ['deadlines'],
      ['deadlines', '--to', 'R8.3.31'],
      ['inbox'],
      ['log', '--limit', '5'],
    ]) {
      const { code, out } = await home.run([...args, ...office]);
      expect(code).toBe(0);
      expect(out).toMatch(/^【演習】/u);
    }
  });

  it('explains each date, part by part', async () => {
    const { code, out } = await home.run(['deadlines', '--system', 'juki', '--explain', ...office]);
    expect(code).toBe(0);
    expect(out).toMatch(/\[juki fiscal-2025-end\]\n {2}期日 {2}R8\.3\.31 17:15.*\n {2}根拠 {2}標準化法/u);
    expect(out).toContain('  ・令和8年3月31日（火）と定められている\n  ・時刻は17:15（日本時間）');
    expect((await home.run(['deadlines', '--explain', '--ics', ...office])).code).toBe(2);
  });

  it('gives the deadlines as a calendar, the same ones that it lists', async () => {
    const listed = await answered(deadlinePage, ['deadlines', '--system', 'juki', ...office]);
    const { code, out } = await home.run(['deadlines', '--system', 'juki', '--ics', ...office]);
    expect(code).toBe(0);
    const events = new ICAL.Component(ICAL.parse(out)).getAllSubcomponents('vevent');
    const dated = listed.items.flatMap(({ dueAt }) => (dueAt === null ? [] : [Date.parse(dueAt)]));
    const starts = events.map((event) => new ICAL.Event(event).startDate.toJSDate().getTime());
    expect(starts).toEqual(dated);
    expect(starts.length).toBeGreaterThan(0);
    expect((await home.run(['deadlines', '--out', 'x.ics', ...office])).code).toBe(2);
  });
});

describe('watching', () => {
  it('says that a system has moved, one JSON value a line, and ends after as many as were asked for', async () => {
    const watching = home.run(['watch', '--count', '1', '--json', ...auditor]);
    let isOver = false;
    void watching.finally(() => {
      isOver = true;
    });
    // What is recorded before the stream stands is not told: so it is moved until something is.
    for (let year = 2025; year < 2035 && !isOver; year += 1) {
      const plan = ['--start', '2024-10', '--end', `${year}-03`, '--reason', '見直し'];
      const { code, err } = await home.run(['plan', 'zei', ...plan, '--as', 'dx-ito']);
      expect([code, err]).toEqual([0, '']);
    }
    const ran = await watching;
    expect(ran.err).toBe('');
    expect(ran.out.trim().split('\n')).toHaveLength(1);
    expect(ran.json()).toMatchObject({ system: 'zei', all: false });
  });
});

describe('acting', () => {
  it('submits in the one post that fits, and says where the system stands', async () => {
    const { code, out } = await home.run([
      'submit',
      'kokuho',
      '--note',
      '残課題の整理が終わりました',
      ...welfare,
    ]);
    expect(code).toBe(0);
    expect(out).toContain('記録しました');
    expect(out).toContain('審査中');
    expect(out).toContain('対応待ち：作業部会');
  });

  it('refuses who may not approve with 1 and the reason on stderr', async () => {
    const { code, out, err } = await home.run(['approve', 'kokuho', ...welfare]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('作業部会');
    expect(codesOf(await refused(['approve', 'kokuho', ...welfare]))).toContain('actor.wrongPost');
  });

  it('refuses the person who submitted, in whatever post', async () => {
    const both = ['--as', 'juki-suzuki'];
    await handIn('juki', 'readiness-report', 'test-report');
    await answered(submitted, ['submit', 'juki', ...both]);
    expect(codesOf(await refused(['approve', 'juki', '--post', 'working-group', ...both]))).toContain(
      'gate.samePerson',
    );
  });

  it('finds the right one of two posts by itself', async () => {
    const { post } = await answered(submitted.extend({ post: z.string() }), [
      ...['withdraw', 'juki', '--reason', '資料の差替え'],
      ...['--as', 'juki-suzuki'],
    ]);
    expect(post).toBe('business-division');
  });

  it('refuses a stale sight of the system', async () => {
    expect(codesOf(await refused(['approve', 'kokuho', '--seen', '0', ...group]))).toContain('version.stale');
  });

  it('records the same request once', async () => {
    const args = [
      'approve',
      'kokuho',
      '--on',
      '令和5年11月16日',
      '--request-id',
      'tests/approve-1',
      ...group,
    ];
    const first = await answered(submitted, args);
    const again = await answered(submitted, args);
    expect([first.repeated, again.repeated]).toEqual([false, true]);
    expect(again.seq).toBe(first.seq);
    const { row } = await answered(systemView, ['show', 'kokuho', ...office]);
    expect(row.phase).toBe('rfi');
  });

  it('is shown to an auditor with what it rests on, as sentences in either language, and to nobody else', async () => {
    const { items } = await answered(entryPage, ['log', 'kokuho', '--type', 'gate.approved', ...auditor]);
    const [given] = items;
    if (!given?.seenVersion) throw new Error('the approval is not in the record');
    const asked = ['entry', '国保', String(given.seq)];
    const { code, out } = await home.run([...asked, ...auditor]);
    expect(code).toBe(0);
    expect(out).toContain(`第${given.seenVersion}件までの記録を見て決めました`);
    expect(out).toContain('小林（作業部会・演習）（bukai-kobayashi）が「作業部会」として行いました');
    expect(out).toMatch(/✔ 〜R13\.3\.31.*記録した時に就いていました。起きた日は期間の内です/u);
    for (const seal of [given.hash, given.versions.definitionDigest, given.signedBy])
      expect(out).toContain(seal);
    const request = ['entry', 'kokuho', String(given.seenVersion), '--lang', 'en', ...auditor];
    expect((await home.run(request)).out).toMatch(/\(bukai-kato\): not read/u);
    const evidence = await answered(entryEvidence, [...asked, ...auditor]);
    expect(evidence.grants.map(({ heldOn }) => heldOn)).toEqual([{ recorded: true, occurred: true }]);
    expect((await refused([...asked, ...group])).code).toBe('forbidden');
    expect((await refused(['entry', 'kokuho', '9999', ...auditor])).code).toBe('noSuchEntry');
    const own = await answered(entryEvidence, ['entry', evidence.setting.programme, '1', ...auditor]);
    expect([own.system, own.seq]).toEqual([null, 1]);
  });

  it('attaches a file by its SHA-256, which is counted here', async () => {
    const file = join(home.path, '移行判定資料.pdf');
    writeFileSync(file, 'readiness');
    await answered(submitted, [
      ...['attach', 'juki', file, '--kind', '移行判定資料', '--document-no', '5世DX第123号'],
      ...['--decided-on', 'R5.11.15', '--as', 'juki-sato'],
    ]);
    const { phases } = await answered(systemView, ['show', 'juki', ...office]);
    const evidence = phases.flatMap((phase) => phase.evidence).at(-1);
    expect(evidence).toMatchObject({
      kind: 'readiness-report',
      title: '移行判定資料.pdf',
      sha256: createHash('sha256').update('readiness').digest('hex'),
      decidedOn: '2023-11-15',
    });
  });

  it('refuses a kind of document that the gate does not ask for, and names those it does', async () => {
    const file = join(home.path, '移行判定資料.pdf');
    writeFileSync(file, 'readiness');
    const attached = (kind: string) =>
      home.run([
        ...['attach', 'juki', file, '--kind', kind, '--document-no', '5世DX第123号'],
        ...['--decided-on', 'R5.11.15', '--as', 'juki-sato'],
      ]);
    const byId = await attached('readyness');
    expect(byId.code).toBe(1);
    expect(byId.err).toContain('readiness-report：移行判定資料');
    const byName = await attached('移行判定書類');
    expect(byName.code).toBe(2);
    expect(byName.err).toContain('移行判定資料、テスト結果報告書');
  });

  it('records national steps by either way of writing them', async () => {
    await answered(submitted, ['steps', 'juki', '--set', '⑫-1=作業中', '--set', '14-1=done', ...office]);
    const { out } = await home.run(['steps', 'juki', ...office]);
    expect(out).toMatch(/⑫-1\s+作業中/u);
    expect(out).toMatch(/⑭-1\s+完了済み/u);
  });

  it('shows what was recorded, newest first', async () => {
    const ran = await home.run(['log', 'juki', '--limit', '3', ...office, '--json']);
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('--limit')]);
    const { items } = entryPage.parse(ran.json());
    expect(items.map(({ type }) => type)).toEqual([
      'steps.recorded',
      'evidence.attached',
      'submission.withdrawn',
    ]);
    expect(items.every(({ rehearsal }) => rehearsal)).toBe(true);
  });

  it('cannot act as the operator, who holds no post', async () => {
    const { code, err } = await home.run(['submit', 'zei']);
    expect(code).toBe(1);
    expect(err).toContain('--as');
  });
});

describe('what speaks against an act and does not stop it', () => {
  const designate = ['regime', 'designate', 'jidou', '--basis', '主務省令', ...office];

  it('is said beside what was recorded, to people and to programs', async () => {
    const { code, err, out } = await home.run([...designate, '--completion', '2020-03-31']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/ご注意: 移行完了時期（令和2年3月31日）が、指定の日[\s\S]*記録しました/u);
    const told = (await home.run([...designate, '--completion', '2020-03-30', '--json'])).json();
    expect(told).toMatchObject({ cautions: [{ code: 'regime.completionPast' }] });
  });

  it('is not said where nothing does', async () => {
    const { code, out } = await home.run([...designate, '--completion', '未定']);
    expect([code, out.includes('ご注意')]).toEqual([0, false]);
  });
});

describe('a wrong entry', () => {
  const plan = ['plan', 'kaigo', '--start', '2024-01', '--end', '2025-01', '--reason', '見直し'];

  it('is corrected with what should have stood, once another person approves; the log shows the pair', async () => {
    const { seq } = await answered(submitted, [...plan, ...office]);
    const correct = ['correct', 'kaigo', String(seq)];
    const unclear = await home.run([...correct, '--reason', '誤り', ...office]);
    expect([unclear.code, unclear.out]).toEqual([2, '']);
    const unknown = await home.run([...correct, '--set', 'colour=red', '--reason', '誤り', ...office]);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('start、end')]);
    await answered(submitted, [...correct, '--set', 'end=令和7年2月', '--reason', '月の誤り', ...office]);
    const decide = ['correct', 'approve', 'kaigo', String(seq)];
    expect(codesOf(await refused([...decide, ...office]))).toContain('gate.samePerson');
    const change = '終了予定: 令和7年1月 → 令和7年2月';
    expect((await home.run(['correct', 'show', 'kaigo', String(seq), ...office])).out).toContain(change);
    // Both sides and the reason stand there before it is said to be recorded.
    const told = (await home.run([...decide, '--as', 'iin-yoshida'])).out;
    expect(told).toMatch(new RegExp(`${change}[^]*理由: 月の誤り[^]*記録しました`, 'u'));
    const { items } = entryPage.parse((await home.run(['log', 'kaigo', ...office, '--json'])).json());
    const done = { seq: items[0]?.seq };
    expect(items[0]).toMatchObject({ type: 'correction.approved', corrects: seq });
    expect(items[2]).toMatchObject({ seq, correctedBy: [{ seq: done.seq, voids: false }] });
    const { out } = await home.run(['log', 'kaigo', ...office]);
    expect(out).toContain(`［第${done.seq}件で訂正］`);
  });

  it('of the programme itself is put right by an act of its own kind, which the answer names', async () => {
    const correct = ['correct', '131121', '1', '--void', '--reason', '誤り', ...office];
    expect(codesOf(await refused(correct))).toEqual(['correction.otherWay']);
    const { code, err } = await home.run(correct);
    expect([code, err]).toEqual([1, expect.stringContaining('sekimori keys rotate')]);
    const none = await home.run(['correct', '131121', '9999', '--void', '--reason', '誤り', ...office]);
    expect(none.code).toBe(1);
  });

  it('is voided in the same way, and whoever proposed it may take that back', async () => {
    const { seq } = await answered(submitted, [...plan, ...office]);
    const why = ['--reason', '別のシステムの計画', ...office];
    await answered(submitted, ['correct', 'kaigo', String(seq), '--void', ...why]);
    await answered(submitted, ['correct', 'withdraw', 'kaigo', String(seq), ...why]);
  });

  it('may be a submission: its words are put right, and voided it is under review no more', async () => {
    const { seq } = await answered(submitted, ['submit', 'juki', '--note', '誤', '--as', 'juki-sato']);
    const correct = ['correct', 'juki', String(seq), '--reason', '誤り', ...office];
    const approve = ['correct', 'approve', 'juki', String(seq), '--as', 'iin-yoshida'];
    await answered(submitted, [...correct, '--set', 'note=正']);
    await answered(submitted, approve);
    await answered(submitted, [...correct, '--void']);
    await answered(submitted, approve);
    const { row } = await answered(systemView, ['show', 'juki', ...office]);
    expect(row.stage).toBe('working');
  });
});

describe('the past', () => {
  it('shows the board as it was, however the day is written', async () => {
    for (const day of ['2023-10-31', '令和５年１０月末', 'R5.10.31']) {
      const { items, setting } = await answered(boardPage, ['as-of', day, ...office]);
      expect(setting).toMatchObject({ asOf: '2023-10-31', by: 'occurred' });
      expect(items.find(({ system }) => system === 'kokuho')?.phase).toBe('open-issues');
    }
  });

  it('shows one system as it was', async () => {
    const { out } = await home.run(['as-of', '2023-10-31', 'kokuho', ...office]);
    expect(out).toContain('過去の表示');
    expect(out).toContain('④残課題及び確認事項の整理');
  });

  it('shows what had been recorded, or had happened, by a day', async () => {
    const log = ['log', 'kokuho', '--limit', '100', ...office];
    const happened = await answered(entryPage, [...log, '--as-of', 'R5.10.31']);
    expect(happened.setting).toMatchObject({ asOf: '2023-10-31', by: 'occurred' });
    expect(happened.items.length).toBeGreaterThan(0);
    expect(happened.items.filter(({ occurredOn }) => occurredOn > '2023-10-31')).toEqual([]);
    const { items } = await answered(entryPage, [...log, '--as-of', '2023-11-15', '--by', 'recorded']);
    expect(items).toEqual([]);
    expect((await home.run([...log, '--as-of', '2023-10-31'])).out).toContain('過去の表示');
  });

  it('knows nothing of a day before anything was recorded', async () => {
    const { detail } = await refused(['as-of', '2023-11-15', 'juki', '--by', 'recorded', ...office]);
    expect(detail.ja).toContain('記録がありません');
  });
});

describe('what leaves the system', () => {
  it("prints the report with the ward's figures", async () => {
    const { code, out } = await home.run(['report', '--as-of', '2023-10-31', ...office]);
    expect(code).toBe(0);
    expect(out).toMatch(/^# 【演習】世田谷区/u);
    expect(out).toContain('1,352,437,680円 | 1,087,397,674円 | 2,439,835,354円');
    expect(out).toContain('| 574.9点 | 53点 | 628点 | 627.9点 |');
    expect(out).toContain('| 標準化推進委員会 | 7回 | 5回 |');
  });

  it('gives the same as JSON, of the data day', async () => {
    const found = await answered(report, ['report', '--as-of', '2023-10-31', ...office]);
    expect(found.contractSums.totalYen).toBe(2_439_835_354);
    expect([found.reportOn, found.dataOn]).toEqual(['2023-11-16', '2023-10-31']);
    expect(found.special.map(({ system }) => system)).toEqual(['shougai-techou', 'jidou']);
    const issues = found.progress
      .find(({ wave }) => wave === 'wave-2')
      ?.phases.find(({ phase }) => phase === 'open-issues');
    expect(issues?.systems.map(({ system }) => system)).toContain('kokuho');
  });

  it('writes the national sheet as CSV with a BOM, one line per business', async () => {
    const file = join(home.path, 'sheet.csv');
    const ran = await home.run([
      'national-sheet',
      '--as-of',
      '2023-10-31',
      '--format',
      'csv',
      '--out',
      file,
      ...office,
    ]);
    expect(ran.code).toBe(0);
    const bytes = readFileSync(file);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = parse(bytes, { bom: true }) as string[][];
    expect(lines).toHaveLength(22);
    expect(lines[1]?.slice(0, 3)).toEqual(['東京都', '世田谷区', '住民記録']);
    const { rows } = await answered(nationalSheet, ['national-sheet', ...office]);
    expect(rows.find(({ business }) => business === '固定資産税')).toMatchObject({
      completedPermille: 1000,
      live: false,
    });
  });

  it('prints a CSV to stdout byte for byte', async () => {
    const { out } = await home.run(['national-sheet', '--format', 'csv', ...office]);
    expect(out.startsWith('\uFEFF都道府県名,')).toBe(true);
    expect(out.endsWith('\r\n')).toBe(true);
  });

  it('verifies every chain, and exports as many entries as it verified', async () => {
    const found = await answered(verification, ['verify', '--decide', ...office]);
    expect(found).toMatchObject({ ok: true, firstWrong: null, chains: 17 });
    const file = join(home.path, 'entries.jsonl');
    await home.run(['export', '--out', file, ...office]);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(found.entries);
    const heads = new Set(lines.map((line) => createHash('sha256').update(line).digest('hex')));
    for (const { hash } of found.heads) expect(heads).toContain(hash);
    expect((await home.run(['verify', ...office])).out).toContain('誤りはありません');
  });
});

describe('the clock of the rehearsal', () => {
  it('is moved by the post that may', async () => {
    expect((await home.run(['clock', ...office])).out).toContain('R5.11.16');
    expect((await home.run(['clock', 'move', '2023-11-20', ...welfare])).code).toBe(1);
    const { code, out } = await home.run(['clock', 'move', '2023-11-20', ...office]);
    expect(code).toBe(0);
    expect(out).toContain('R5.11.20 09:00');
    const { setting } = await answered(boardPage, ['status', ...office]);
    expect(setting.today).toBe('2023-11-20');
  });

  it('never goes back', async () => {
    expect((await home.run(['clock', 'move', '2023-11-17', ...office])).code).toBe(1);
    // As the help's own example writes it.
    const timed = await home.run(['clock', 'move', '2023-11-20T17:30', ...office]);
    expect([timed.code, timed.err]).toEqual([0, expect.stringContaining('日本時間')]);
    expect(timed.out).toContain('17:30');
  });
});

describe('a programme that is there already', () => {
  it('is loaded again with no change, and with remarks on what should be looked at in its files', async () => {
    const load = ['load', seedFolder('setagaya')];
    const { code, out, err } = await home.run(load);
    expect([code, err]).toEqual([0, '']);
    const lines = out.trimEnd().split('\n');
    expect(lines.slice(1)).toEqual([
      expect.stringContaining('既に読み込まれています'),
      expect.stringContaining('確かめるところ'),
      expect.stringMatching(/^ {2}・history\.yaml:\d+:\S*printedTotal: .*628.*627\.9.* → .*このままでよい/u),
    ]);
    expect((await home.run([...load, '--lang', 'en'])).out).toContain('the exact value is kept');
    const { remarks } = await answered(loaded, load);
    expect(remarks.map(({ code }) => code)).toEqual(['score.rounded']);
  });
});

describe('another programme', () => {
  it('is begun, loaded, and chosen by its code', async () => {
    const path = join(home.path, 'shibuya');
    expect((await home.run(['new', path, '--code', '131130', '--name', '渋谷区'])).code).toBe(0);
    const { code, out, err } = await home.run(['load', path]);
    expect(err).toBe('');
    expect([code, out]).toEqual([0, expect.stringContaining('渋谷区')]);
    expect(out).not.toContain('確かめるところ');
    expect((await home.run(['load', path])).out).toContain('既に読み込まれています');
    const both = await home.run(['status']);
    expect(both.code).toBe(2);
    expect(both.err).toContain('131130');
    const { setting } = await answered(boardPage, ['status', '--programme', '131130']);
    expect(setting.programmeName.ja).toBe('渋谷区');
  }, 360_000);

  it('with a mistake changes nothing and says where it is', async () => {
    const path = join(home.path, 'wrong');
    await home.run(['new', path, '--code', '131041', '--name', '新宿区']);
    const file = join(path, 'programme.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/131041/u, '131042'));
    const { code, out, err } = await home.run(['load', path]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/programme\.yaml:\d+/u);
    expect(err).toContain('131041');
    expect((await home.run(['status', '--programme', '131041'])).code).toBe(1);
  });
});

describe('a real installation', () => {
  const settingUp = (...more: string[]) => home.run(['setup', '--json', ...more]);
  const parts = z.object({
    programme: z.looseObject({ status: z.string() }),
    administrator: z.looseObject({ status: z.string(), account: z.string().optional() }).optional(),
    people: z.looseObject({ status: z.string() }).optional(),
    lacks: z.array(z.looseObject({ code: z.string() })).optional(),
  });

  it('is set up part by part, asks nobody where no terminal is, and goes on where it stood', async () => {
    const path = join(home.path, 'minato');
    const people = join(home.path, '職員.csv');
    const passwords = join(home.path, 'passwords.csv');
    await home.run(['new', path, '--code', '131032', '--name', '港区']);
    const rehearsal = await settingUp('--folder', path, '--yes');
    expect([rehearsal.code, problem.parse(rehearsal.json()).detail.ja]).toEqual([
      1,
      expect.stringContaining('演習'),
    ]);
    const file = join(path, 'programme.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('rehearsal: true', 'rehearsal: false'));
    rmSync(join(path, 'accounts.yaml'));
    const looked = await settingUp('--folder', path);
    expect([looked.code, parts.parse(looked.json())]).toEqual([0, { programme: { status: 'notAsked' } }]);
    writeFileSync(people, 'アカウント,氏名,職\nmita,三田 﨑子,dx-office\n');
    const whole = ['--folder', path, '--people', people, '--passwords', passwords, '--yes'];
    const done = await settingUp(...whole);
    expect([done.code, parts.parse(done.json())]).toEqual([
      0,
      {
        programme: { status: 'done', code: '131032' },
        administrator: { status: 'stands' },
        people: expect.objectContaining({ status: 'done', passwords: 1 }),
        lacks: expect.arrayContaining([expect.objectContaining({ code: 'administrator.single' })]),
      },
    ]);
    expect(statSync(passwords).mode & 0o777).toBe(0o600);
    expect(readFileSync(passwords, 'utf8')).toMatch(
      /^\ufeffアカウント,氏名,初期パスワード\nmita,三田 﨑子,\S{20,}\n$/u,
    );
    const again = await settingUp(...whole);
    expect(parts.parse(again.json())).toMatchObject({
      programme: { status: 'stands' },
      people: { status: 'stands' },
    });
    const second = await settingUp(
      '--programme',
      '131032',
      '--account',
      'another',
      '--name',
      '別人',
      '--yes',
    );
    expect([second.code, second.out]).toEqual([1, expect.stringContaining('refused')]);
  }, 240_000);

  it('has a list of people by itself, looked at first, whose passwords nobody else may read', async () => {
    const list = join(home.path, 'more.csv');
    const open = join(home.path, 'open.csv');
    writeFileSync(list, 'account,name,posts\nshiba,芝,dx-office\nshiba,芝,nothing\n');
    writeFileSync(open, '', { mode: 0o644 });
    const importing = (...more: string[]) =>
      home.run(['people', 'import', list, '--programme', '131032', ...more]);
    const { code, out } = await importing();
    expect([code, out]).toEqual([0, expect.stringContaining('C3「nothing」この計画にその職はありません')]);
    expect((await importing('--apply', '--passwords', open)).code).toBe(2);
    const done = await importing('--apply');
    expect([done.code, done.out]).toEqual([1, expect.stringMatching(/^ {2}shiba {2}\S{20,} {2}芝$/mu)]);
  }, 120_000);
});

describe('signing in', () => {
  it('keeps a token only this user can read, acts with it, and gives it back', async () => {
    const own = createHome({ SEKIMORI_URL: tree.url });
    const wrong = await own.run(['login', '--account', 'dx-tanaka'], { input: 'not the password' });
    expect(wrong.code).toBe(1);
    expect((await own.run(['whoami'])).err).toContain('sekimori login');
    const ran = await own.run(['login', '--account', 'dx-tanaka'], { input: `${passwordOf('dx-tanaka')}\n` });
    expect(ran.err).toBe('');
    expect(ran.code).toBe(0);
    expect(statSync(join(own.path, '.config/sekimori/sign-in.json')).mode & 0o777).toBe(0o600);
    expect((await own.run(['whoami', '--json'])).json()).toMatchObject({ account: 'dx-tanaka' });
    expect((await own.run(['logout'])).code).toBe(0);
    expect((await own.run(['whoami'])).code).toBe(1);
    own.remove();
  });
});

/** As the first start prints it, once. */
function passwordOf(account: string): string {
  const line = tree
    .said()
    .split('\n')
    .find((printed) => printed.includes(account));
  const found = line?.trim().split(/\s+/)[1];
  if (!found) throw new Error(`no password of ${account} in:\n${tree.said()}`);
  return found;
}
