// The programme of a real installation: looked at as `load --check` does, then loaded.
import { programmeList } from '../../../server/contract/programmes.ts';
import type { Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import type { Options } from '../../options.ts';
import { confirmed, given, unconfirmed } from './asking.ts';
import { checkFolder, loadFolder } from './load.ts';
import type { Part } from './part.ts';

/** `code`: of the programme that the other parts are about; null where none is in yet. */
export async function setUpProgramme(
  context: Context,
  options: Options,
): Promise<Part & { code: string | null }> {
  const { say, client } = context;
  const { items, notReady } = await client.get(programmeList, '/programmes');
  const real = [...items, ...notReady].filter(({ rehearsal }) => !rehearsal);
  const loaded = real.find(({ code }) => code === (options.text('programme') ?? real[0]?.code));
  if (loaded && options.text('folder') === undefined) {
    const { code, name } = loaded;
    if (real.length > 1 && options.text('programme') === undefined) await context.programme();
    const line = say(`計画：入っています（${name.ja} ${code}）。`, `Programme: in (${name.en}, ${code}).`);
    return { code, status: 'stands', value: { code }, lines: [line] };
  }
  const asked = { ja: '計画のフォルダ（空なら何もしない）: ', en: 'The programme’s folder (empty: none): ' };
  const folder = await given(context, options, 'folder', asked);
  if (folder === null) {
    const line = say(
      '計画：まだありません。sekimori new でひな形を作り、--folder で指定してください。',
      'Programme: none yet. sekimori new writes a beginning; name it with --folder.',
    );
    return { code: null, status: 'notAsked', lines: [line] };
  }
  return fromFolder(context, options, folder);
}

async function fromFolder(
  context: Context,
  options: Options,
  folder: string,
): Promise<Part & { code: string | null }> {
  const { say } = context;
  const { found, answer } = await checkFolder(context, folder);
  const { code } = found;
  if (found.rehearsal) throw rehearsalFolder(folder);
  const heading = say('計画の下見：', 'The programme, looked at:');
  const shown = [heading, ...answer.lines];
  if (found.differences.length > 0) return { code: null, status: 'refused', lines: shown };
  if (found.stands === 'whole')
    return { code, status: 'stands', value: { code }, lines: [answer.lines[0] ?? ''] };
  if (!(await confirmed(context, options, shown)))
    return {
      code: null,
      status: 'notAsked',
      lines: [...(context.person ? [] : shown), unconfirmed(context)],
    };
  const { lines } = await loadFolder(context, folder);
  return { code, status: 'done', value: { code }, lines };
}

const rehearsalFolder = (folder: string): CommandFailure =>
  new CommandFailure('refused', {
    ja: `${folder} は演習の計画です。実運用にするには、programme.yaml の rehearsal を false にし、accounts.yaml を消してください。`,
    en: `${folder} is a rehearsal. For the real programme set rehearsal to false in programme.yaml, and delete accounts.yaml.`,
  });
