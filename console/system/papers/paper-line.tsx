// One document as the record knows it: title, number, the day it was decided, its digest, and a file held against it.
import type { PhaseView } from '../../../server/contract/migrations/system.ts';
import { Day } from '../../ui/day.tsx';
import { useWords } from '../../words/language.tsx';
import { pageWords } from '../page-words.ts';
import { PaperCheck } from './check.tsx';
import type { Paper } from './compare.ts';

interface Props {
  paper: PhaseView['evidence'][number];
  all: readonly Paper[];
}

export function PaperLine({ paper, all }: Props) {
  const { t, say } = useWords(pageWords);
  const { title, documentNo, decidedOn, sha256, fromName } = paper;
  return (
    <PaperCheck paper={paper} all={all}>
      {t('system.evidence')}
      {t('mark.colon')}
      {title}
      {t('mark.open')}
      {documentNo}
      {t('mark.and')}
      <Day value={decidedOn} />
      {t('mark.close')}{' '}
      <span className="mono" title={sha256}>
        {sha256.slice(0, 8)}
      </span>
      {fromName && <span className="soft"> {t('system.carriedFrom', { system: say(fromName) })}</span>}
    </PaperCheck>
  );
}
