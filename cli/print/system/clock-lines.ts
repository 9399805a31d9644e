// What a clock move would cause, in lines: the counts first, then each entry with whom it tells.
import type { ClockPreview } from '../../../server/contract/settings/clock.ts';
import type { Language, Say } from '../speech.ts';
import { instantWord } from '../words.ts';

type Item = ClockPreview['items'][number];

export function clockPreviewLines(
  found: ClockPreview,
  { say, language }: { say: Say; language: Language },
): string[] {
  if (found.refusals.length > 0) return found.refusals.map(({ message }) => message[language]);
  const { to, counts } = found;
  const { missed, notices, milestones, systems } = counts;
  const when = instantWord(to, language);
  return [
    say(
      `${when} まで進めると：期限切れ ${missed}、通知 ${notices}、節目 ${milestones}（${systems}システム）。まだ進めていません。`,
      `Moved to ${when}: ${missed} deadlines missed, ${notices} notices, ${milestones} milestones, in ${systems} systems. Nothing is moved.`,
    ),
    ...found.items.flatMap((item) => itemLines(item, language)),
    ...(found.more ? [say('（ほかにもあります）', '(and more)')] : []),
    ...found.amendments.map(({ number, reason, fromOn }) =>
      say(
        `${fromOn} に改定 ${number} が適用されます（${reason}）。その後は改定後の内容で進みます。`,
        `Amendment ${number} is adopted on ${fromOn} (${reason}); from then on it decides.`,
      ),
    ),
    ...found.postsOver.map(({ name, postLabel, until }) =>
      say(
        `${until} に ${name} の職（${postLabel.ja}）が終わります。`,
        `${name}'s post (${postLabel.en}) ends on ${until}.`,
      ),
    ),
    ...found.unfinished.map((system) =>
      say(`${system.ja}：すべては示せません。`, `${system.en}: not all of it can be told.`),
    ),
  ];
}

function itemLines({ at, systemName, summary, notices, milestones }: Item, language: Language): string[] {
  const told = notices.map(({ text, to }) => {
    const who = to.map(({ label }) => label[language]).join(language === 'ja' ? '、' : ', ');
    return `      → ${who}: ${text[language]}`;
  });
  const line = `  ${instantWord(at, language)}  ${systemName[language]}  ${summary[language]}`;
  return [line, ...told, ...milestones.map((one) => `      ◇ ${one[language]}`)];
}
