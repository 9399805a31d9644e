// The town as a programme's folder: JSON, which every reader of YAML takes. The calendar is the template's own text.
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../setup/program.mjs';
import {
  answerDeadline,
  BOARD,
  DUE_TIME,
  fixedDeadlines,
  GROUP,
  OFFICE,
  PLATFORM,
  people,
  platformPath,
  START_AT,
  smallPath,
  type Town,
  type TownPhase,
} from './town.ts';

const BUSINESSES =
  '住民基本台帳 選挙人名簿管理 固定資産税 個人住民税 法人住民税 軽自動車税 国民健康保険 国民年金 障害者福祉 後期高齢者医療 介護保険 児童手当 健康管理 就学 児童扶養手当 生活保護 子ども・子育て支援 印鑑登録 戸籍 戸籍の附票'.split(
    ' ',
  );
const STEPS =
  '①-1 ①-2 ①-3 ②-1 ②-2 ②-3 ②-4 ③-1 ③-2 ④-1 ④-2 ④-3 ④-4 ⑤-1 ⑤-2 ⑤-3 ⑥-1 ⑥-2 ⑦-1 ⑦-2 ⑧-1 ⑧-2 ⑨-1 ⑨-2 ⑨-3 ⑩-1 ⑩-2 ⑪-1 ⑪-2 ⑫-1 ⑬-1 ⑭-1 ⑭-2 ⑭-3 ⑮-1 ⑮-2 ⑯-1 ⑯-2 ⑰-1 ⑱-1'.split(
    ' ',
  );
const words = (of: string) => ({ ja: of, en: of });
const bodies = [OFFICE, GROUP, BOARD] as const;

export function writeTown(folder: string, town: Town): void {
  mkdirSync(join(folder, 'paths'), { recursive: true });
  chmodSync(folder, 0o755);
  const write = (name: string, value: unknown) =>
    writeFileSync(join(folder, name), `${JSON.stringify(value, null, 1)}\n`);
  write('programme.yaml', programme(town));
  write('systems.yaml', { plans: {}, systems: town.systems.map((id, index) => system(id, index, town)) });
  write('paths/small.yaml', path('small', smallPath, STEPS));
  write('paths/platform.yaml', path('platform', platformPath, null));
  write('deadlines.yaml', { deadlines: [...fixedDeadlines.map(fixed), answer] });
  write('history.yaml', { programme: [], begins: [], events: [] });
  const accounts = bodies.flatMap((post) => people[post].map((id) => ({ id, name: id, posts: [{ post }] })));
  write('accounts.yaml', { accounts });
  copyFileSync(join(projectFolder, 'seeds/template/calendar.yaml'), join(folder, 'calendar.yaml'));
}

const programme = ({ code }: Town) => ({
  version: 1,
  code,
  name: { ja: '荒天町', en: 'Weather town' },
  rehearsal: true,
  startAt: START_AT,
  waves: [{ id: 'wave-1', label: words('wave 1') }],
  businesses: [...BUSINESSES, '共通機能'].map((name) => ({ name, applies: true })),
  bodies: bodies.map((id) => ({ id, label: words(id), members: people[id].length })),
  control: [OFFICE],
});

/** Every business is carried; where there are more systems than businesses, several carry parts of one. */
function system(id: string, index: number, { systems }: Town) {
  const own = index - 1;
  const small = systems.length - 1;
  const carried = BUSINESSES.filter((_, at) => at % small === own);
  const businesses = carried.length > 0 ? carried : [BUSINESSES[own % BUSINESSES.length]];
  return {
    id,
    name: words(id),
    businesses: id === PLATFORM ? ['共通機能'] : businesses,
    ...(id === PLATFORM ? {} : { part: `part ${own + 1}` }),
    wave: 'wave-1',
    path: id === PLATFORM ? 'platform' : 'small',
  };
}

const path = (id: string, phases: readonly TownPhase[], steps: readonly string[] | null) => ({
  id,
  version: 1,
  label: words(id),
  nationalSteps: steps !== null,
  phases: phases.map((one, index) => phase(one, index === 0 ? (steps ?? []) : [])),
  control: {
    hold: [OFFICE],
    cancel: [BOARD],
    plan: [OFFICE],
    goBack: { propose: [OFFICE], approve: [BOARD] },
    steps: [OFFICE],
    facts: [OFFICE],
    regime: [OFFICE],
  },
});

function phase({ id, approvals, announces, awaits }: TownPhase, steps: readonly string[]) {
  const condition = {
    kind: 'milestone',
    system: PLATFORM,
    milestone: awaits,
    label: words(`${awaits}`),
    hard: true,
    who: [OFFICE],
  };
  const gate = { id: `${id}-gate`, label: words(id), approvals, conditions: awaits ? [condition] : [] };
  return {
    id,
    label: words(id),
    owners: [OFFICE],
    steps,
    ...(announces ? { announces } : {}),
    ...(approvals.length > 0 ? { gate } : {}),
  };
}

const everyDeadline = {
  basis: 'the town',
  appliesTo: { paths: ['small'] },
  roll: 'none',
  at: DUE_TIME,
  hard: false,
  extendableBy: [],
  to: [OFFICE],
};
const fixed = ({ id, on, reminders }: (typeof fixedDeadlines)[number]) => ({
  ...everyDeadline,
  id,
  label: words(id),
  rule: { kind: 'fixed', on },
  metBy: { phase: 'operation', edge: 'entered' },
  reminders,
});
const answer = {
  ...everyDeadline,
  id: answerDeadline.id,
  label: words(answerDeadline.id),
  rule: {
    kind: 'forward',
    anchor: { phase: answerDeadline.phase, edge: 'entered' },
    length: answerDeadline.days,
    unit: 'days',
  },
  metBy: { phase: answerDeadline.phase, edge: 'left' },
  reminders: answerDeadline.reminders,
};
