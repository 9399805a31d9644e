// A folder that says what holds already is neither a mistake nor work done: it ends with an exit code of its own, in one sentence.
import { expect, it } from 'vitest';
import { differing } from '../../cli/commands/amending/small-change.ts';
import { CommandFailure, exitCodes, failureLines } from '../../cli/failure.ts';
import { problemBody } from '../../server/http/problem/problem.ts';

const text = { ja: '今の計画と同じです。', en: 'It is what is in force.' };
const refused = (...codes: string[]) => {
  const issues = codes.map((code) => ({ field: 'files', code, message: text }));
  return new CommandFailure('refused', text, problemBody('invalid', { issues }, 'request-1'));
};
const endOf = (failure: CommandFailure) =>
  differing(Promise.reject(failure)).catch((error: unknown) => error as CommandFailure);

it('what differs in nothing ends as that alone; any other fault ends as it was', async () => {
  const end = await endOf(refused('nothing'));
  expect([
    end instanceof CommandFailure && exitCodes[end.kind],
    failureLines(end as CommandFailure, 'ja'),
  ]).toEqual([5, [text.ja]]);
  const other = refused('nothing', 'version.notRaised');
  expect(await endOf(other)).toBe(other);
});
