// By which amendment a system ended, who goes on with it, and with whom it goes on, in lines.
import type { SystemView } from '../../../server/contract/migrations/system.ts';
import type { Language } from '../speech.ts';
import { speak } from '../speech.ts';
import { dayWord } from '../words.ts';

export function lineageLines({ ended, continues }: SystemView['lineage'], language: Language): string[] {
  const say = speak(language);
  const named = ({ system, name }: { system: string; name: { ja: string; en: string } }) =>
    say(`${name.ja}（${system}）`, `${name.en} (${system})`);
  const by = (amendment: number | null) =>
    amendment === null ? '' : say(`、改定 ${amendment}`, `, amendment ${amendment}`);
  return [
    ...(ended
      ? [
          say(
            `■ このシステムの移行は終わりました：${ended.text.ja}（${dayWord(ended.on, 'ja')}${by(ended.amendment)}、${ended.reason}）`,
            `■ This migration has ended: ${ended.text.en} (${ended.on}${by(ended.amendment)}; ${ended.reason})`,
          ),
        ]
      : []),
    ...(ended && ended.heirs.length > 0
      ? [
          say(
            `  引き継ぐシステム：${ended.heirs.map(named).join('、')}`,
            `  Gone on with by: ${ended.heirs.map(named).join(', ')}`,
          ),
        ]
      : []),
    ...continues.map((one) =>
      say(
        `■ ${named(one)}を第${one.seq}件まで引き継ぎました（${dayWord(one.on, 'ja')}${by(one.amendment)}）`,
        `■ Goes on with ${named(one)}, up to its entry ${one.seq} (${one.on}${by(one.amendment)})`,
      ),
    ),
  ];
}
