// A procurement of one system: how it stands, and the questions with their answers for all.
import { z } from '@hono/zod-openapi';
import { refusal } from '../../../machines/record/refusal.ts';
import { rfpAnswers, rfpView } from '../../contract/procuring/rfp.ts';
import { asOfQuery } from '../../contract/values.ts';
import { attachment, MARKDOWN } from '../../http/attachment.ts';
import { type Api, guarded, json, refusedAnswer } from '../../http/guarded-route.ts';
import { refusedBy } from '../../http/problem/refused-by.ts';
import type { ServerParts } from '../../parts.ts';
import { openOf, procurementAt, questionsOf, scoredRounds } from '../../procuring/at-hand.ts';
import { rfpViewOf } from '../../views/procuring/rfp-view.ts';
import { asOfFrom, settingOf } from '../../views/setting.ts';
import { systemPath } from '../parameters.ts';

const tags = ['procurement'];
const document = z.string();
const base = '/programmes/{code}/systems/{system}/rfp';

const viewRoute = guarded(
  { need: 'reads', logged: true },
  {
    method: 'get',
    path: base,
    operationId: 'rfp',
    tags,
    summary:
      '調達手続の状況 / the procurement of a system: all but sealed sheets for those with a duty, the published part for others once decided',
    request: { params: systemPath, query: asOfQuery },
    responses: { 200: json(rfpView, 'how it stands') },
  },
);
const answersRoute = guarded(
  { need: 'reads', logged: true },
  {
    method: 'get',
    path: `${base}/answers`,
    operationId: 'rfpAnswers',
    tags,
    summary: '質問と回答（質問者の名は含まない） / the published questions and answers, without who asked',
    request: { params: systemPath, query: z.object({ format: z.enum(['json', 'md']).default('json') }) },
    responses: {
      200: {
        description: 'as they go to all',
        content: { 'application/json': { schema: rfpAnswers }, 'text/markdown': { schema: document } },
      },
      ...refusedAnswer,
    },
  },
);

export function rfpRoutes(api: Api, { ledger }: ServerParts): void {
  api.openapi(viewRoute, async (c) => {
    const at = c.get('programme');
    const asOf = asOfFrom(c.req.valid('query'), at);
    const found = await procurementAt(ledger, at, c.req.valid('param').system, asOf);
    const { state, chain, inside, isHidden } = found;
    const { context } = state.snapshot;
    const setting = settingOf(at, asOf);
    const open = inside ? context.rfp?.open : undefined;
    const scored = open ? await scoredRounds(ledger, chain, open) : [];
    return c.json(rfpViewOf({ context, setting, inside, isHidden, account: at.viewer.account, scored }), 200);
  });
  api.openapi(answersRoute, async (c) => {
    const at = c.get('programme');
    const found = await procurementAt(ledger, at, c.req.valid('param').system);
    // What is published to all bidders is no secret of the office's, once its entries are none.
    const { answersPublishedOn = null, outcome = null } = found.state.snapshot.context.rfp?.open ?? {};
    const open = openOf(found, answersPublishedOn !== null || outcome !== null);
    const publishedOn = open.answersPublishedOn;
    if (publishedOn === null) throw refusedBy(refusal('rfp.answersNotOut', { count: open.questions.length }));
    const items = (await questionsOf(ledger, found.chain, open)).map(({ number, question, answer }) => ({
      number,
      question,
      answer: answer ?? '',
    }));
    const made = { setting: settingOf(at), title: open.terms.title, publishedOn, items };
    if (c.req.valid('query').format === 'json') return c.json(made, 200);
    return c.body(answersMarkdown(made), 200, attachment(MARKDOWN));
  });
}

function answersMarkdown({ title, publishedOn, items }: Omit<z.infer<typeof rfpAnswers>, 'setting'>): string {
  const body = items.flatMap(({ number, question, answer }) => [
    `## ${number}`,
    '',
    question,
    '',
    `> ${answer.replaceAll('\n', '\n> ')}`,
    '',
  ]);
  return [`# 質問と回答: ${title}`, '', `公表日: ${publishedOn}`, '', ...body].join('\n');
}
