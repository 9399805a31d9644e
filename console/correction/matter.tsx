// What a proposed correction would change, where it is decided on beside other things: both sides and the reason, and the way to its page.
import { Link } from '@tanstack/react-router';
import type { CorrectionDraft } from '../../server/contract/corrections.ts';
import { useWords } from '../words/language.tsx';
import { Pair } from './pair.tsx';
import { correctionWords } from './words.ts';

interface Props {
  code: string;
  system: string;
  draft: CorrectionDraft;
}

export function Matter({ code, system, draft: { entry, stands, open } }: Props) {
  const { t } = useWords(correctionWords);
  return (
    <div className="correction-matter small">
      {open ? (
        <Proposed stands={stands} open={open} />
      ) : (
        <p className="notice warn">{t('correction.openNoMore')}</p>
      )}
      <p>
        <Link
          to="/programmes/$code/systems/$system/entries/$seq"
          params={{ code, system, seq: String(entry) }}
        >
          {t('correction.toPage', { seq: entry })}
        </Link>
      </p>
    </div>
  );
}

interface ProposedProps {
  stands: CorrectionDraft['stands'];
  open: NonNullable<CorrectionDraft['open']>;
}

/** What is decided, whole: the two sides, by whom it was proposed, and why. */
export function Proposed({ stands, open }: ProposedProps) {
  const { t, day } = useWords(correctionWords);
  return (
    <>
      <Pair wrong={stands} right={open.should} differs={open.differs} />
      <p>{t('correction.by', { name: open.by.name, day: day(open.on) })}</p>
      <p>{t('correction.why', { reason: open.reason })}</p>
    </>
  );
}
