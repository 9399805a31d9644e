// This system itself, where it imports something: what a folder tells, the key it signs by, whom it knew before.
import type { Actor } from '../../machines/record/submission.ts';

export const sekimori: Actor = { kind: 'import', account: 'sekimori', name: '関守', post: 'import' };
