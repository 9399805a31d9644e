// Which system is meant where a person types one: its id, or a name under which the board finds just one.
import { readBusiness } from '../machines/values/names/business.ts';
import { boardPage } from '../server/contract/migrations/board.ts';
import type { Context } from './context.ts';
import { CommandFailure } from './failure.ts';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LOOKED_AT = 50;

/** @throws CommandFailure where no system, or more than one, has the name */
export async function systemNamed(context: Context, written: string): Promise<string> {
  if (ID.test(written)) return written;
  const path = `/programmes/${await context.programme()}/systems`;
  const { items } = await context.client.get(boardPage, path, { q: written, limit: LOOKED_AT });
  const business = readBusiness(written);
  const carrying = items.filter(
    ({ businesses }) => business.status === 'read' && businesses.includes(business.value),
  );
  const meant = carrying.length > 0 ? carrying : items;
  const [only, ...others] = meant;
  if (only && others.length === 0) return only.system;
  if (!only) {
    throw new CommandFailure('refused', {
      ja: `「${written}」という業務システムはありません。sekimori status で一覧を見られます。`,
      en: `There is no system "${written}". sekimori status lists them.`,
    });
  }
  const listed = (language: 'ja' | 'en') => meant.map(({ system, name }) => `${system}（${name[language]}）`);
  throw new CommandFailure('wrongUse', {
    ja: `「${written}」に当たる業務システムが複数あります。どれかを指定してください：${listed('ja').join('、')}`,
    en: `Several systems fit "${written}". Name one: ${listed('en').join(', ')}`,
  });
}
