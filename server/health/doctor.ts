// Examines every part once and says in a line each how it is. Every examination has its limit, and one that fails is an
// ill part, not a failure of the whole.
import { programmeOf } from '../../machines/record/chain.ts';
import type { DoctorReport } from '../contract/health.ts';
import { type Examined, examinations, type Finding, type LastVerification } from './doctor-parts.ts';
import { doctorTexts, illnessTexts } from './doctor-texts.ts';
import { essentialsOf } from './essentials.ts';

const EXAMINED_WITHIN_MS = 8_000;
const NAMED = 200;

export type DoctorParts = Pick<
  Examined,
  'ledger' | 'temporal' | 'dataFolder' | 'heldKeys' | 'runs' | 'mail'
> & {
  taskQueue: string;
};

export interface Doctor {
  /** @param programme whose runs are told of; null for all */
  examine: (programme: string | null) => Promise<DoctorReport>;
  verified: (last: LastVerification) => void;
}

export function createDoctor(parts: DoctorParts): Doctor {
  let lastVerification: LastVerification | null = null;
  return {
    verified: (found) => {
      lastVerification = found;
    },
    examine: async (programme) => {
      const isAsked = (chain: string) => programme === null || programmeOf(chain) === programme;
      const given = { ...parts, essentials: await essentialsOf(parts), isAsked, lastVerification };
      const found = await Promise.all(
        examinations.map(async ({ part, examine }) => ({ part, ...(await orIll(examine(given))) })),
      );
      const ill = parts.runs.report().ill.filter(({ chain }) => isAsked(chain));
      return {
        ok: found.every(({ ok }) => ok),
        at: new Date().toISOString(),
        parts: found,
        ill: ill.slice(0, NAMED).map((run) => ({ ...run, message: illnessTexts[run.kind] })),
      };
    },
  };
}

/** A part that cannot be examined is ill; why is said with it. */
async function orIll(examining: Promise<Finding>): Promise<Finding> {
  const because = (why: string): Finding => ({
    ok: false,
    facts: { why },
    message: doctorTexts.unexamined({ why }),
  });
  const late = because(`no answer within ${EXAMINED_WITHIN_MS / 1000} s`);
  const limit = new Promise<Finding>((resolve) => {
    setTimeout(resolve, EXAMINED_WITHIN_MS, late).unref();
  });
  const failed = (error: unknown) => because(error instanceof Error ? error.message : String(error));
  return Promise.race([examining.catch(failed), limit]);
}
