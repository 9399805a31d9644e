// Two small cities of a stored installation, as folders of JSON (which every reader of YAML takes): a rehearsal with a migration
// in every state that takes long, and a real one whose deadlines lie far ahead. The calendar is the template's own text.
import { readFileSync } from 'node:fs';
import { withCheckDigit } from '../../machines/seed/municipality-code.ts';

export const REHEARSAL = withCheckDigit('98001');
export const REAL = withCheckDigit('98002');

export interface CityFile {
  path: string;
  text: string;
}

const BUSINESSES =
  '住民基本台帳 選挙人名簿管理 固定資産税 個人住民税 法人住民税 軽自動車税 国民健康保険 国民年金 障害者福祉 後期高齢者医療 介護保険 児童手当 健康管理 就学 児童扶養手当 生活保護 子ども・子育て支援 印鑑登録 戸籍 戸籍の附票'.split(
    ' ',
  );
const STEPS =
  '①-1 ①-2 ①-3 ②-1 ②-2 ②-3 ②-4 ③-1 ③-2 ④-1 ④-2 ④-3 ④-4 ⑤-1 ⑤-2 ⑤-3 ⑥-1 ⑥-2 ⑦-1 ⑦-2 ⑧-1 ⑧-2 ⑨-1 ⑨-2 ⑨-3 ⑩-1 ⑩-2 ⑪-1 ⑪-2 ⑫-1 ⑬-1 ⑭-1 ⑭-2 ⑭-3 ⑮-1 ⑮-2 ⑯-1 ⑯-2 ⑰-1 ⑱-1'.split(
    ' ',
  );
const words = (of: string) => ({ ja: of, en: of });

/** Who sits where. */
export const members = {
  office: ['office-a', 'office-b'],
  group: ['group-a', 'group-b'],
  committee: ['committee-a', 'committee-b', 'committee-c'],
} as const;
export type Post = keyof typeof members;
const posts = Object.keys(members) as Post[];

const PLATFORM = 'renkei';
/** Another one, which is given up. */
const GIVEN_UP = 'kyotsu';

const group = { body: 'group', quorum: 1 };
const committee = { body: 'committee', quorum: 2 };
const phase = (id: string, approvals: object[], over: object = {}, conditions: object[] = []) => ({
  id,
  label: words(id),
  owners: ['office'],
  steps: [],
  ...(approvals.length > 0 ? { gate: { id: `${id}-gate`, label: words(id), approvals, conditions } } : {}),
  ...over,
});
const control = {
  hold: ['office'],
  cancel: ['committee'],
  plan: ['office'],
  goBack: { propose: ['office'], approve: ['committee'] },
  steps: ['office'],
  facts: ['office'],
  regime: ['office'],
};

const small = (id: string, awaited: string) => ({
  id,
  version: 1,
  label: words(id),
  goLive: 'opening',
  control,
  phases: [
    phase('survey', [group], { steps: STEPS }, [
      {
        kind: 'evidence',
        evidence: 'survey-report',
        label: words('survey report'),
        hard: true,
        who: ['office'],
      },
    ]),
    phase('choice', [group, committee]),
    phase('build', [group], {}, [
      {
        ...{ kind: 'milestone', system: awaited, milestone: 'joined', label: words('joined') },
        ...{ hard: true, who: ['office'] },
      },
    ]),
    phase('opening', [committee]),
    phase('operation', []),
  ],
});
const platform = {
  id: 'platform',
  version: 1,
  label: words('platform'),
  nationalSteps: false,
  control,
  phases: [
    phase('joining', [group], { announces: 'joined' }),
    phase('keeping', [committee]),
    phase('operation', []),
  ],
};

const every = {
  basis: 'ordinance',
  roll: 'none',
  at: '17:15',
  hard: false,
  extendableBy: ['office'],
  to: ['office'],
};
const deadlines = (day: string, paths: string[]) => [
  {
    ...every,
    ...{ id: 'finish', label: words('finish'), appliesTo: { paths } },
    rule: { kind: 'fixed', on: day },
    metBy: { phase: 'operation', edge: 'entered' },
    reminders: [-30, 0, 7],
  },
  {
    ...every,
    ...{ id: 'answer', label: words('answer'), appliesTo: { paths: ['small'] } },
    rule: { kind: 'forward', anchor: { phase: 'choice', edge: 'entered' }, length: 10, unit: 'openDays' },
    metBy: { phase: 'choice', edge: 'left' },
    reminders: [-3, 0],
  },
];

const bodies = posts.map((id) => ({ id, label: words(id), members: members[id].length }));
const calendar = () => readFileSync(new URL('../../seeds/template/calendar.yaml', import.meta.url), 'utf8');

function system(id: string, businesses: string[], path: string) {
  return { id, name: words(id), businesses, wave: 'wave-1', path };
}

interface City {
  code: string;
  rehearsal: boolean;
  startAt: string;
  systems: object[];
  paths: { id: string }[];
  deadlines: object[];
  accounts: object[] | null;
}

function folderOf({ code, rehearsal, startAt, systems, paths, accounts, ...city }: City): CityFile[] {
  const file = (path: string, value: unknown): CityFile => ({ path, text: `${JSON.stringify(value)}\n` });
  const carried = systems.flatMap((one) => (one as { businesses: string[] }).businesses);
  const programme = {
    version: 1,
    ...{ code, name: words(rehearsal ? '控町' : '実町'), rehearsal, startAt },
    waves: [{ id: 'wave-1', label: words('wave 1') }],
    businesses: [...BUSINESSES, '共通機能'].map((name) =>
      carried.includes(name) ? { name, applies: true } : { name, applies: false, reason: 'none' },
    ),
    bodies,
    control: ['office'],
  };
  return [
    file('programme.yaml', programme),
    file('systems.yaml', { plans: {}, systems }),
    ...paths.map((path) => file(`paths/${path.id}.yaml`, path)),
    file('deadlines.yaml', { deadlines: city.deadlines }),
    file('history.yaml', { programme: [], begins: [], events: [] }),
    ...(accounts ? [file('accounts.yaml', { accounts })] : []),
    { path: 'calendar.yaml', text: calendar() },
  ];
}

export const rehearsalFiles = (): CityFile[] =>
  folderOf({
    code: REHEARSAL,
    rehearsal: true,
    startAt: '2026-04-01T09:00:00+09:00',
    systems: [
      ...[system(PLATFORM, ['共通機能'], 'platform'), system(GIVEN_UP, ['共通機能'], 'platform')].map(
        (one, index) => ({ ...one, part: `part ${index + 1}` }),
      ),
      system('juki', BUSINESSES.slice(0, 3), 'small'),
      system('zei', BUSINESSES.slice(3, 6), 'small'),
      system('hoken', BUSINESSES.slice(6, 8), 'small'),
      system('fukushi', BUSINESSES.slice(8, 12), 'small'),
      system('kenko', BUSINESSES.slice(12, 14), 'alone'),
      system('kosodate', BUSINESSES.slice(14, 17), 'small'),
      system('koseki', BUSINESSES.slice(17), 'small'),
    ],
    paths: [small('small', PLATFORM), small('alone', GIVEN_UP), platform],
    deadlines: deadlines('2026-07-31', ['small', 'alone']),
    accounts: [
      ...posts.flatMap((post) => members[post].map((id) => ({ id, name: id, posts: [{ post }] }))),
      { id: 'head', name: 'head', posts: [{ post: 'office' }], administrator: true },
    ],
  });

export const realFiles = (): CityFile[] =>
  folderOf({
    code: REAL,
    rehearsal: false,
    startAt: '2026-04-01T09:00:00+09:00',
    systems: [
      system('juki', BUSINESSES.slice(0, 10), 'alone'),
      system('koseki', BUSINESSES.slice(10), 'alone'),
      system(GIVEN_UP, ['共通機能'], 'platform'),
    ],
    paths: [small('alone', GIVEN_UP), platform],
    deadlines: deadlines('2031-11-28', ['alone']).slice(0, 1),
    accounts: null,
  });
