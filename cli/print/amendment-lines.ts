// What an amendment would change and do, in lines: what is another, then each migration that it concerns.
import type { AdoptionPreviewView, AmendmentPreview } from '../../server/contract/amendments.ts';
import type { Context } from '../context.ts';
import { dayWord } from './words.ts';

type Speaking = Pick<Context, 'say' | 'language'>;

export function previewLines(preview: AmendmentPreview, speaking: Speaking): string[] {
  const { say, language } = speaking;
  const { version, differences, migrations, fresh } = preview;
  const heading = say(
    `第${version.inForce}版から第${version.wanted}版への改定`,
    `From version ${version.inForce} to version ${version.wanted}`,
  );
  const nothing = say('（なし）', '(nothing)');
  return [
    heading,
    say('変わるところ：', 'What changes:'),
    ...differences.map(({ place, was, now, systems }) => {
      const whose = systems.length === 0 ? '' : `  [${systems.join(', ')}]`;
      return `  ${place[language]}: ${was ?? nothing} → ${now ?? nothing}${whose}`;
    }),
    ...fresh.flatMap(({ system, name, past }) => [
      say(`  新しいシステム: ${name.ja}（${system}）`, `  a new system: ${name.en} (${system})`),
      ...past.map(({ label, dueOn }) =>
        say(
          `    既に過ぎている期限「${label.ja}」 ${dayWord(dueOn, 'ja')}`,
          `    gone by already: "${label.en}" ${dueOn}`,
        ),
      ),
    ]),
    say(`移行への影響（${migrations.length}システム）：`, `What it does to ${migrations.length} migrations:`),
    ...migrations.flatMap((migration) => migrationLines(migration, speaking)),
  ];
}

function migrationLines(migration: AdoptionPreviewView, { say, language }: Speaking): string[] {
  const { system, name, refusals, from, to, ends, passedOver, deadlines, approvals, voices } = migration;
  const day = (on: string | null) => (on === null ? say('未定', 'not set') : dayWord(on, language));
  const stands = to === null ? from.label[language] : whereTo(from.label[language], to.label[language]);
  const labels = {
    moved: say('期限', 'deadline'),
    new: say('新しい期限', 'new deadline'),
    gone: say('なくなる期限', 'gone'),
  };
  return [
    `  ${name[language]}（${system}）  ${stands}`,
    ...(ends === null
      ? []
      : [
          say(
            `    移行が終わります: ${ends.text.ja}（${ends.reason}）`,
            `    ends: ${ends.text.en} (${ends.reason})`,
          ),
        ]),
    ...refusals.map(({ message }) => `    ✕ ${message[language]}`),
    ...(passedOver.length === 0
      ? []
      : [
          say(
            `    通らない工程: ${passedOver.map(({ ja }) => ja).join('、')}`,
            `    not walked: ${passedOver.map(({ en }) => en).join(', ')}`,
          ),
        ]),
    ...deadlines.map(
      ({ label, change, was, dueOn, whyText }) =>
        `    ${labels[change]}「${label[language]}」 ${day(was)} → ${day(dueOn)}（${whyText[language]}）`,
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
  ];
}

const whereTo = (from: string, to: string): string => (from === to ? from : `${from} → ${to}`);
