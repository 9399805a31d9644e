// What an act's form finds before it is sent: a day still to come, a document without its file; and whose account a name means.
import { expect, it } from 'vitest';
import { faultsOf } from '../../console/acts/form/check.ts';
import type { Question } from '../../console/acts/questions.ts';
import { type Draft, emptyEvidence } from '../../console/acts/sending/draft.ts';
import { accountsNamed } from '../../console/settings/people/named-account.ts';

const today = '2023-11-16';
const draft = (over: Partial<Draft>): Draft => ({
  requestId: 'console/1',
  sent: [],
  seenVersion: 1,
  occurredOn: today,
  values: {},
  chosen: {},
  evidence: [],
  amounts: [],
  ...over,
});
const papers: Question = {
  name: 'evidence',
  kind: 'papers',
  label: { ja: '文書', en: 'documents' },
  optional: false,
  most: null,
} as Question;

it('a day after today is found before it is sent, of the act and of its documents', () => {
  expect(faultsOf([], draft({ occurredOn: '2023-11-17' }), today)).toMatchObject([
    { id: 'act-occurredOn', kind: 'act.future' },
  ]);
  const paper = {
    ...emptyEvidence(),
    kind: 'plan',
    title: '計画',
    documentNo: '1',
    sha256: 'a'.repeat(64),
    decidedOn: '2032-01-05',
  };
  const found = faultsOf([papers], draft({ evidence: [paper] }), today);
  expect(found.map(({ id, kind }) => [id, kind])).toEqual([['act-evidence-0-decidedOn', 'act.future']]);
});

it('a document without its file asks for the file', () => {
  const paper = { ...emptyEvidence(), kind: 'plan', title: '計画', documentNo: '1', decidedOn: today };
  expect(faultsOf([papers], draft({ evidence: [paper] }), today)).toMatchObject([
    { id: 'act-evidence-0-sha256', kind: 'act.chooseFile' },
  ]);
});

it('a name in place of an account is whose it is, where that is one', () => {
  const people = [
    { account: 'juki-sato', name: '佐藤（住民記録・演習）' },
    { account: 'zei-suzuki', name: '鈴木 一郎' },
    { account: 'fuku-suzuki', name: '鈴木（福祉）' },
  ];
  const named = (written: string) => accountsNamed(people, written).map(({ account }) => account);
  expect(named('佐藤')).toEqual(['juki-sato']);
  expect(named('鈴木一郎')).toEqual(['zei-suzuki']);
  expect(named('鈴木')).toEqual(['fuku-suzuki']);
  expect(named('juki-sato')).toEqual([]);
  expect(named('小野')).toEqual([]);
});
