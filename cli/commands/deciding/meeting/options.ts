// Options that several sub-commands of `meeting` take.
import { type OptionSpec, option } from '../../../command-spec.ts';
import type { Options } from '../../../options.ts';
import { conditionFrom } from '../conditions.ts';

export const postOption = option('--post <post>', 'どの職として行うか', 'the post to act in');
const requestOption = option(
  '--request-id <id>',
  '依頼番号（同じ番号は一度だけ記録される）',
  'request id: the same one is recorded once only',
);
export const common: OptionSpec[] = [postOption, requestOption];
export const conditionOption = option(
  '--condition <what|post|day>',
  '承認の条件：内容|担当の職|期日（繰り返し指定。書面開催では招集のとき、--item を一つにして）',
  'a condition of the approval: what|post|day, repeatable; of a circulation when it is convened, with one --item',
  'list',
);
export const reasonOption = option('--reason <text>', '理由', 'the reason', 'required');

export function conditionsIn(options: Options) {
  const conditions = options.list('condition').map((written) => conditionFrom(written, options));
  return conditions.length > 0 ? { conditions } : {};
}
