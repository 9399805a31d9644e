// What an amendment would change and do, in lines: what is another, then each migration that it concerns.
import type { AdoptionPreviewView, AmendmentPreview } from '../../server/contract/amendments.ts';
import type { Context } from '../context.ts';
import { differenceLines } from './amending/difference-lines.ts';
import { deadlineAheadLines, fallenLines, heirLines } from './amending/heir-lines.ts';
import { staffedLines } from './amending/staffed-lines.ts';
import { previewDeadlineLines } from './preview-deadline-lines.ts';
import { dayWord, instantWord } from './words.ts';

type Speaking = Pick<Context, 'say' | 'language'>;

export function previewLines(preview: AmendmentPreview, speaking: Speaking): string[] {
  const { say } = speaking;
  const {
    version,
    differences,
    migrations,
    fresh,
    heirs,
    overtakes,
    lacks,
    terms,
    collisions,
    closedAnyway,
    people,
  } = preview;
  const heading = say(
    `第${version.inForce}版から第${version.wanted}版への改定`,
    `From version ${version.inForce} to version ${version.wanted}`,
  );
  return [
    heading,
    say('変わるところ：', 'What changes:'),
    ...differences.flatMap((one) => differenceLines(one, preview, speaking)),
    ...fresh.flatMap(({ system, name, past, deadlines }) => [
      say(`  新しいシステム: ${name.ja}（${system}）`, `  a new system: ${name.en} (${system})`),
      ...past.map(({ label, dueOn }) =>
        say(
          `    既に過ぎている期限「${label.ja}」 ${dayWord(dueOn, 'ja')}`,
          `    gone by already: "${label.en}" ${dueOn}`,
        ),
      ),
      ...deadlines.filter(({ isPast }) => !isPast).flatMap((one) => deadlineAheadLines(one, speaking)),
    ]),
    say(`移行への影響（${migrations.length}システム）：`, `What it does to ${migrations.length} migrations:`),
    ...grouped(preview, speaking),
    ...heirs.flatMap((heir) => heirLines(heir, speaking)),
    ...people.flatMap((one) => staffedLines(one, speaking)),
    ...lacks.map(({ message }) =>
      say(`適用されると足りない人: ${message.ja}`, `Would be lacking: ${message.en}`),
    ),
    ...terms.map(({ message }) => say(`任期: ${message.ja}`, `Term: ${message.en}`)),
    ...closedAnyway.map((on) =>
      say(
        `${dayWord(on, 'ja')}は土曜日か日曜日で、もともと閉庁日です（祝日として載せるのでなければ、要りません）。`,
        `${on} is a Saturday or Sunday and closed anyway: needed only where it is a holiday to be listed.`,
      ),
    ),
    ...collisions.map(({ ja, en }) => say(`切替の重なり: ${ja}`, `Switch-over: ${en}`)),
    ...overtakes.map(({ number, reason }) =>
      say(
        `適用されると、待っている改定 ${number}（${reason}）は失効します。要るなら提案し直してください。`,
        `Once adopted, amendment ${number} (${reason}), which waits, lapses: propose it again if it is wanted.`,
      ),
    ),
  ];
}

/** What happens to several alike is said once, with all of them. */
function grouped({ migrations, setting }: AmendmentPreview, speaking: Speaking): string[] {
  const groups = new Map<string, string[]>();
  for (const migration of migrations) {
    const lines = migrationLines(migration, setting.today, speaking).join('\n');
    const named = `${migration.name[speaking.language]}（${migration.system}）`;
    groups.set(lines, [...(groups.get(lines) ?? []), named]);
  }
  return [...groups].flatMap(([lines, alike]) => [`  ${alike.join('、')}`, ...lines.split('\n')]);
}

function migrationLines(
  migration: AdoptionPreviewView,
  today: string,
  { say, language }: Speaking,
): string[] {
  const { refusals, from, to, ends, figuresStay, passedOver, deadlines, told, approvals, voices } = migration;
  const { falls, rehoused } = migration;
  const when = (at: string | null) => (at === null ? say('なし', 'none') : instantWord(at, language));
  const stands = to === null ? from.label[language] : whereTo(from.label[language], to.label[language]);
  return [
    say(`    工程: ${stands}`, `    phase: ${stands}`),
    ...(ends === null
      ? []
      : [
          say(
            `    移行が終わります: ${ends.text.ja}（${ends.reason}）${heirsWord(ends.heirNames, 'ja')}`,
            `    ends: ${ends.text.en} (${ends.reason})${heirsWord(ends.heirNames, 'en')}`,
          ),
        ]),
    ...(figuresStay
      ? [
          say(
            '    選定・契約: このシステムに残り、そこで数えます',
            '    selection and contract: stay with it and are counted there',
          ),
        ]
      : []),
    ...refusals.map(({ message }) => `    ✕ ${message[language]}`),
    ...(passedOver.length === 0
      ? []
      : [
          say(
            `    通らない工程: ${passedOver.map(({ ja }) => ja).join('、')}`,
            `    not walked: ${passedOver.map(({ en }) => en).join(', ')}`,
          ),
        ]),
    ...deadlines.flatMap((one) => previewDeadlineLines(one, today, { say, language })),
    ...told.map(({ label, was, next }) =>
      say(
        `    知らせ方が変わる期限「${label.ja}」 次の通知 ${when(was)} → ${when(next)}`,
        `    told otherwise "${label.en}": next notice ${when(was)} → ${when(next)}`,
      ),
    ),
    ...(approvals.length === 0
      ? []
      : [
          say(
            `    無効になる承認: ${approvals.join('、')}`,
            `    approvals that fall: ${approvals.join(', ')}`,
          ),
        ]),
    ...(voices.length === 0
      ? []
      : [say(`    無効になる賛成: ${voices.join('、')}`, `    voices that fall: ${voices.join(', ')}`)]),
    ...fallenLines(falls, { say }, ends === null),
    ...rehoused.map(({ text }) => `    ${text[language]}`),
  ];
}

const whereTo = (from: string, to: string): string => (from === to ? from : `${from} → ${to}`);

const heirsWord = (
  names: readonly { ja: string; en: string }[] | undefined,
  language: 'ja' | 'en',
): string => (names ? ` → ${names.map((name) => name[language]).join(language === 'ja' ? '、' : ', ')}` : '');
