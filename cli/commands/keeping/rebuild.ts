// `rebuild`: the read models of a programme made anew from its entries.
import { rebuilt } from '../../../server/contract/keeping.ts';
import { type CommandSpec, example } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import type { Answer } from '../../print/answer.ts';
import { settingWord } from '../../print/words.ts';

async function rebuild({ client, programme, language, say }: Context): Promise<Answer> {
  const found = await client.post(rebuilt, `/programmes/${await programme()}/rebuild`, undefined);
  const { setting, systems } = found;
  return {
    kind: 'value',
    value: found,
    rehearsal: setting.rehearsal,
    lines: [
      settingWord(setting, language),
      '',
      say(
        `✔ ${systems}システムの一覧・期限・受信箱を、記録から作り直しました。sekimori verify で確かめてください。`,
        `✔ Board, deadlines and inboxes of ${systems} systems are made anew from the record. Check with sekimori verify.`,
      ),
    ],
  };
}

export const rebuildCommand: CommandSpec = {
  usage: 'rebuild',
  text: {
    ja: '一覧・期限・受信箱・人と職の表を記録から作り直す（管理者。動いたまま。記録は変わらない）',
    en: 'make board, deadlines, inboxes and the tables of people anew from the record (administrators; while all runs; the record stays as it is)',
  },
  examples: [
    example(
      'sekimori rebuild',
      'verify が一覧などの誤り（models）を挙げたとき',
      'where verify names a fault of the read models',
    ),
  ],
  run: (context) => rebuild(context),
};
