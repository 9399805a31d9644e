// What duties are called.
import type { Duty } from '../machines/definition/decisions.ts';
import type { Text } from '../machines/definition/definition.ts';

const words: Record<Duty, Text> = {
  drafter: { ja: '起案', en: 'drafter' },
  estimator: { ja: '積算', en: 'estimator' },
  scorer: { ja: '採点', en: 'scorer' },
  approver: { ja: '承認', en: 'approver' },
  contract: { ja: '契約', en: 'in charge of the contract' },
  acceptance: { ja: '検収', en: 'in charge of acceptance' },
};

export const dutyText = (duty: Duty): Text => words[duty];
