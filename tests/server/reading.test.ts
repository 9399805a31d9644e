// What the server shows: the board, one system and the record now and on a past day, the chart from the machine, the
// export's bytes, and the log of who read what.
import { createHash } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOf, latestDay } from '../../machines/values/date.ts';
import { accessPage } from '../../server/contract/accounts.ts';
import { type EntryView, entryPage } from '../../server/contract/entries.ts';
import { boardPage } from '../../server/contract/migrations/board.ts';
import { deadlinePage } from '../../server/contract/migrations/deadline.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { nationalSheet } from '../../server/contract/planning/national-sheet.ts';
import { report } from '../../server/contract/reports/tables.ts';
import { verification } from '../../server/contract/verification.ts';
import { openTown, type Town } from './town.ts';

let town: Town;
let admin: postgres.Sql;
beforeAll(async () => {
  town = await openTown();
  admin = postgres(town.rig.database.adminUrl, { max: 1 });
});
afterAll(async () => {
  await admin.end();
  await town.close();
});

const path = (rest: string) => `/programmes/${town.code}${rest}`;
const as = 'dx-ito';

describe('the board', () => {
  it('is paged in the programme’s order and filtered, now and on a past day alike', async () => {
    for (const past of ['', '&asOf=2023-10-31', '&asOf=2023-11-16&by=recorded']) {
      const whole = await town.answered(boardPage, 'GET', path(`/systems?limit=200${past}`), { as });
      expect(whole.items.length).toBeGreaterThan(10);
      const paged: string[] = [];
      let cursor = '';
      do {
        const next = cursor ? `&cursor=${cursor}` : '';
        const page = await town.answered(boardPage, 'GET', path(`/systems?limit=5${past}${next}`), { as });
        paged.push(...page.items.map(({ system }) => system));
        cursor = page.nextCursor ?? '';
      } while (cursor);
      expect(paged).toEqual(whole.items.map(({ system }) => system));
      const first = await town.answered(boardPage, 'GET', path(`/systems?wave=wave-1${past}`), { as });
      expect(first.items.map(({ wave }) => wave)).toEqual(first.items.map(() => 'wave-1'));
      expect(first.items.length).toBeGreaterThan(1);
      expect(first.totals).toEqual({
        systems: whole.items.length,
        overdue: whole.items.filter((row) => row.overdue > 0).length,
        underReview: whole.items.filter((row) => row.stage === 'underReview').length,
        blocked: whole.items.filter((row) => row.blockers.length > 0).length,
        live: whole.items.filter((row) => row.live).length,
      });
      expect(first.setting).toMatchObject({ rehearsal: true, programme: town.code });
    }
  });

  it('is not sent again to one who has it, and is to one who asks otherwise', async () => {
    const board = path('/systems?limit=5');
    const first = await town.ask('GET', board, { as });
    const tag = first.headers.get('etag') ?? '';
    const again = await town.ask('GET', board, { as, headers: { 'if-none-match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const other = path('/systems?limit=5&wave=wave-2');
    expect((await town.ask('GET', other, { as, headers: { 'if-none-match': tag } })).status).toBe(200);
    const stranger = await town.ask('GET', board, { headers: { 'if-none-match': tag } });
    expect(stranger.status).toBe(401);
  });

  it('says of what day and by which date it is', async () => {
    const { setting } = await town.answered(boardPage, 'GET', path('/systems?asOf=2023-10-31&by=recorded'), {
      as,
    });
    expect(setting).toMatchObject({ asOf: '2023-10-31', by: 'recorded', today: '2023-11-16' });
  });
});

describe('one system', () => {
  it('offers the national steps where its path reports them, and none elsewhere', async () => {
    const offered = async (system: string) =>
      (await town.answered(systemView, 'GET', path(`/systems/${system}`), { as })).nationalSteps.length;
    expect([await offered('juki'), await offered('renkei')]).toEqual([40, 0]);
  });

  it('has the chart of its machine, with where it stands', async () => {
    const { chart, row, phases } = await town.answered(systemView, 'GET', path('/systems/juki'), { as });
    const ids = new Set(chart.nodes.map(({ id }) => id));
    expect(ids.size).toBe(chart.nodes.length);
    for (const { parent } of chart.nodes) expect(parent === null || ids.has(parent)).toBe(true);
    for (const { from, to } of chart.edges) expect([from, to].every((id) => ids.has(id))).toBe(true);
    expect(new Set(chart.edges.map(({ id }) => id)).size).toBe(chart.edges.length);
    const here = chart.nodes.filter((node) => node.here).map(({ id }) => id);
    const stage = [`path.${row.phase}`, `path.${row.phase}.working`];
    expect(here.sort()).toEqual(
      ['activity', 'activity.active', 'path', 'regime', 'regime.standard', ...stage].sort(),
    );
    const drawn = chart.nodes.filter(({ kind }) => kind === 'phase').map(({ id }) => id);
    expect(drawn).toEqual(phases.map(({ id }) => `path.${id}`));
    const next = phases[row.phaseIndex + 1]?.id;
    const passing = chart.edges.find(({ event, to }) => event === 'gate.approved' && to === `path.${next}`);
    expect(passing).toMatchObject({ from: `path.${row.phase}.underReview`, label: { ja: '承認' } });
    expect(chart.nodes.every(({ label }) => label.ja !== '' && label.en !== '')).toBe(true);
  });

  it('stood elsewhere on a past day, and was not known yet before it was recorded', async () => {
    const now = await town.answered(systemView, 'GET', path('/systems/juki'), { as });
    const before = await town.answered(systemView, 'GET', path('/systems/juki?asOf=2023-01-15'), { as });
    expect(before.row.phaseIndex).toBeLessThan(now.row.phaseIndex);
    expect(before.setting.asOf).toBe('2023-01-15');
    const unknown = await town.refused('GET', path('/systems/juki?asOf=2023-01-15&by=recorded'), { as });
    expect(unknown.code).toBe('notYet');
  });

  it('counts the days of its deadlines from the day that is shown', async () => {
    const daysOf = async (query: string) => {
      const { deadlines } = await town.answered(systemView, 'GET', path(`/systems/juki${query}`), { as });
      return new Map(deadlines.map(({ deadline, dueOn, daysLeft }) => [`${deadline}/${dueOn}`, daysLeft]));
    };
    const [now, past] = [await daysOf(''), await daysOf('?asOf=2023-11-06')];
    const shared = [...now].filter(([key, days]) => days !== null && past.has(key));
    expect(shared.length).toBeGreaterThan(0);
    for (const [key, days] of shared) expect(past.get(key)).toBe((days ?? 0) + 10);
  });
});

describe('deadlines', () => {
  it('are those due between two days, both counted, soonest first', async () => {
    const all = await town.answered(deadlinePage, 'GET', path('/deadlines?status=all&limit=200'), { as });
    const days = all.items.map(({ dueOn }) => dueOn ?? '');
    expect(days).toEqual([...days].sort());
    const day = days[Math.floor(days.length / 2)] ?? '';
    const one = await town.answered(
      deadlinePage,
      'GET',
      path(`/deadlines?status=all&from=${day}&to=${day}`),
      { as },
    );
    expect(one.items.length).toBe(days.filter((due) => due === day).length);
    expect(one.items.every(({ dueOn }) => dueOn === day)).toBe(true);
  });

  it('each say how their day comes about, the same in the list, of the system and in a calendar', async () => {
    const all = await town.answered(deadlinePage, 'GET', path('/deadlines?status=all&limit=200'), { as });
    const silent = all.items.filter(({ derivation }) => !derivation.at(-1)?.ja.startsWith('時刻は'));
    const kept = silent.filter(({ derivation }) =>
      derivation[0]?.ja.includes('達成したときに効いていた期日'),
    );
    expect(silent.length).toBe(kept.length);
    const { deadlines } = await town.answered(systemView, 'GET', path('/systems/juki'), { as });
    const told = all.items.filter(({ system }) => system === 'juki');
    expect(told.length).toBeGreaterThan(0);
    for (const { deadline, derivation } of told)
      expect(deadlines.find((one) => one.deadline === deadline)?.derivation).toEqual(derivation);
    const file = await (await town.ask('GET', path('/deadlines.ics?status=all&system=juki'), { as })).text();
    expect(file.replaceAll('\r\n ', '')).toContain(told[0]?.derivation[0]?.ja);
  });
});

describe('the record', () => {
  it('is exported as the very bytes that are hashed, each chain whole and in order', async () => {
    const response = await town.ask('GET', path('/export'), { as });
    expect(response.headers.get('Content-Disposition')).toContain('-rehearsal-2023-11-16.jsonl');
    const lines = (await response.text()).trimEnd().split('\n');
    const heads = new Map<string, { seq: number; hash: string }>();
    for (const line of lines) {
      const { chain, seq, prev, rehearsal } = JSON.parse(line);
      const last = heads.get(chain) ?? { seq: 0, hash: '0'.repeat(64) };
      expect([chain, seq, prev, rehearsal]).toEqual([chain, last.seq + 1, last.hash, true]);
      heads.set(chain, { seq, hash: createHash('sha256').update(line).digest('hex') });
    }
    const proof = await town.answered(verification, 'GET', path('/verify?decide=true'), { as });
    expect(proof).toMatchObject({ ok: true, entries: lines.length, redecided: expect.any(Number) });
    expect(new Map(proof.heads.map(({ chain, seq, hash }) => [chain, { seq, hash }]))).toEqual(heads);
  });

  it('is read newest first, a page at a time, without gap or repetition', async () => {
    const read = await entriesOf('/entries?limit=7');
    expect(read.every(({ summary }) => /[ぁ-んァ-ヶ一-龠]/u.test(summary.ja))).toBe(true);
    const seen = read.map(({ chain, seq }) => `${chain}#${seq}`);
    const [count] = await admin<{ entries: number }[]>`select count(*)::int as entries from entry`;
    expect(seen.length).toBe(count?.entries);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('holds on a past day what counts on it by either date: a month of before from its last day', async () => {
    for (const list of ['/systems/juki/entries', '/entries']) {
      const all = await entriesOf(`${list}?limit=200`);
      const marchEnd = all.filter(({ occurredOn }) => latestDay(occurredOn) <= '2023-03-31');
      const before = marchEnd.filter(({ occurredOn }) => occurredOn !== '2023-03');
      expect(marchEnd.length).toBeGreaterThan(before.length);
      expect(before.length).toBeGreaterThan(3);
      expect(await entriesOf(`${list}?limit=3&asOf=2023-03-31`)).toEqual(marchEnd);
      expect(await entriesOf(`${list}?limit=3&asOf=2023-03-30&by=occurred`)).toEqual(before);
      expect(await entriesOf(`${list}?limit=3&asOf=2023-11-15&by=recorded`)).toEqual([]);
      const known = all.filter(({ recordedAt }) => dayOf(recordedAt) <= '2023-11-16');
      expect(known.length).toBeGreaterThan(marchEnd.length);
      expect(await entriesOf(`${list}?limit=7&asOf=2023-11-16&by=recorded`)).toEqual(known);
    }
    const asked = path('/entries?asOf=2023-03-31&by=recorded');
    const { setting } = await town.answered(entryPage, 'GET', asked, { as });
    expect(setting).toMatchObject({ asOf: '2023-03-31', by: 'recorded', today: '2023-11-16' });
  });

  it('takes the question of the past as every other page does', async () => {
    const lists = ['/systems/juki', '/systems/juki/entries', '/entries'];
    const wrong = { asOf: ['2023-13-01', '2023-02-29', '2023-10', '2023-11-17'], by: ['both', ''] };
    for (const [field, values] of Object.entries(wrong)) {
      for (const value of values) {
        const asked = lists.map((list) => town.refused('GET', path(`${list}?${field}=${value}`), { as }));
        const [sibling, ...problems] = await Promise.all(asked);
        expect(sibling).toMatchObject({ status: 422, code: 'invalid', issues: [{ field }] });
        for (const { status, issues } of problems) {
          expect([value, status, issues]).toEqual([value, 422, sibling?.issues]);
        }
      }
    }
    const missing = await town.refused('GET', path('/entries?asOf=2023-13-01'), { as });
    expect(missing.issues?.[0]?.expected?.ja).toContain('実在する日付');
    for (const list of lists) {
      const answer = await (await town.ask('GET', path(`${list}?by=recorded`), { as })).json();
      expect(answer).toMatchObject({ setting: { asOf: null, by: null } });
    }
  });

  it('shows its past to nobody who may not read it now', async () => {
    for (const list of ['/systems/zei/entries', '/entries']) {
      const refused = await town.refused('GET', path(`${list}?asOf=2023-10-31`), { as: 'juki-sato' });
      expect([list, refused.status, refused.code]).toEqual([list, 403, 'forbidden']);
    }
  });
});

/** The entries of a list, a page at a time. */
async function entriesOf(list: string): Promise<EntryView[]> {
  const read: EntryView[] = [];
  let cursor = '';
  do {
    const next = cursor ? `&cursor=${cursor}` : '';
    const page = await town.answered(entryPage, 'GET', path(`${list}${next}`), { as });
    read.push(...page.items);
    cursor = page.nextCursor ?? '';
  } while (cursor);
  return read;
}

describe('reports', () => {
  it('are given as data and as documents that Excel opens', async () => {
    const sheet = await town.answered(nationalSheet, 'GET', path('/national-sheet?asOf=2023-10-31'), { as });
    expect(sheet.steps).toHaveLength(40);
    await town.answered(report, 'GET', path('/report?asOf=2023-10-31'), { as });
    for (const document of ['/national-sheet?format=csv', '/report?format=csv']) {
      const response = await town.ask('GET', path(document), { as });
      expect(response.headers.get('Content-Type')).toBe('text/csv; charset=UTF-8');
      expect([...new Uint8Array(await response.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    }
    const markdown = await (await town.ask('GET', path('/report?format=md'), { as })).text();
    expect(markdown).toContain('【演習】');
  });
});

describe('the log of reading', () => {
  it('names who read or exported what, and is itself logged', async () => {
    await town.ask('GET', path('/export?asOf=2023-10-31'), { as: 'zaisei-hayashi' });
    await town.ask('GET', path('/systems/juki/entries?asOf=2023-10-31&by=recorded'), {
      as: 'zaisei-hayashi',
    });
    const { items } = await town.answered(accessPage, 'GET', path('/access-log'), { as: 'kansa-mori' });
    expect(items[0]).toMatchObject({
      account: 'kansa-mori',
      what: 'GET /api/v1/programmes/:code/access-log',
    });
    expect(items).toContainEqual(
      expect.objectContaining({
        account: 'zaisei-hayashi',
        via: 'operator',
        what: 'GET /api/v1/programmes/:code/export',
        programme: town.code,
        detail: { asOf: '2023-10-31' },
      }),
    );
    expect(items).toContainEqual(
      expect.objectContaining({
        account: 'zaisei-hayashi',
        what: 'GET /api/v1/programmes/:code/systems/:system/entries',
        system: 'juki',
        detail: { asOf: '2023-10-31', by: 'recorded' },
      }),
    );
  });

  it('only grows', async () => {
    await expect(admin`delete from access_log`).rejects.toThrow('append-only');
    await expect(admin`update access_log set account = 'x'`).rejects.toThrow('append-only');
  });

  it('comes before what is read: what cannot be logged is not given', async () => {
    await admin`revoke insert on access_log from sekimori_app`;
    try {
      const logged = [
        '/export',
        '/entries',
        '/report',
        '/systems/juki/entries?asOf=2023-10-31',
        '/systems?q=x',
      ];
      for (const read of logged) {
        const refused = await town.refused('GET', path(read), { as });
        expect([read, refused.status, refused.code]).toEqual([read, 503, 'unlogged']);
      }
      expect((await town.ask('GET', path('/inbox'), { as })).status).toBe(200);
    } finally {
      await admin`grant insert on access_log to sekimori_app`;
    }
    expect((await town.ask('GET', path('/export'), { as })).status).toBe(200);
  });
});
