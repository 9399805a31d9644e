// An old Node.js gets a sentence instead of a stack of syntax errors.
import { expect, test } from 'vitest';
import { tooOld } from '../../setup/node-version.mjs';

test.each(['20.19.0', '20.20.2', '22.0.0', '24.11.1'])('Node.js %s is new enough', (version) => {
  expect(tooOld(version)).toBeNull();
});

test.each(['18.20.8', '20.18.3', '20.9.0'])(
  'Node.js %s is named as too old, in both languages',
  (version) => {
    expect(tooOld(version)).toMatch(
      new RegExp(`20\\.19 以上が必要です（今は ${version} です）[\\s\\S]*this is ${version}`),
    );
  },
);
