// A meeting's documents: its agenda and the draft of its minutes as the server writes them, to print; the minutes as they are recorded.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeetingView } from '../../../server/contract/meetings/meetings.ts';
import { PaperCheck } from '../../system/papers/check.tsx';
import { Modal } from '../../ui/modal.tsx';
import { Waiting } from '../../ui/problem.tsx';
import { useWords } from '../../words/language.tsx';
import { documentQuery } from '../queries.ts';
import type { Recorder } from '../recording.tsx';
import { type Block, blocksOf, type Run } from './blocks.ts';
import { MinutesForm } from './minutes-form.tsx';
import { papersWords } from './words.ts';

interface Props {
  code: string;
  view: MeetingView;
  /** Null where the reader is not of the secretariat. */
  secretary: Recorder | null;
}

const KINDS = ['agenda', 'minutes'] as const;
type Kind = (typeof KINDS)[number];
const wordOf = { agenda: 'minutes.agenda', minutes: 'minutes.draft' } as const;

export function Papers({ code, view, secretary }: Props) {
  const { t } = useWords(papersWords);
  const [shown, setShown] = useState<Kind | null>(null);
  return (
    <section className="meeting-papers" aria-labelledby="minutes">
      <h2 id="minutes">{t('minutes.title')}</h2>
      <Minutes view={view} secretary={secretary} />
      <p className="meeting-acts no-print">
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className="button slim"
            aria-pressed={shown === kind}
            onClick={() => setShown(shown === kind ? null : kind)}
          >
            {t(wordOf[kind])}
          </button>
        ))}
      </p>
      {shown && <Document key={shown} {...{ code, kind: shown }} number={String(view.number)} />}
    </section>
  );
}

/** What is recorded of them, and the way to record them. */
function Minutes({ view, secretary }: Omit<Props, 'code'>) {
  const { t, day } = useWords(papersWords);
  const [isOpen, setIsOpen] = useState(false);
  const { minutes, status, minutesWanted } = view;
  if (minutes)
    return (
      <PaperCheck paper={minutes} all={[minutes]}>
        {t('minutes.will', {
          title: minutes.title,
          documentNo: minutes.documentNo,
          day: day(minutes.decidedOn, 'short'),
        })}{' '}
        <span className="mono" title={minutes.sha256}>
          {minutes.sha256.slice(0, 8)}
        </span>
      </PaperCheck>
    );
  if (status === 'calledOff') return null;
  return (
    <>
      <p>
        {t('minutes.none')}
        {minutesWanted && status === 'open' && t('minutes.wanted')}
      </p>
      {secretary && (
        <>
          <p className="small soft no-print">{t('minutes.note')}</p>
          <p className="no-print">
            <button type="button" className="button" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
              {t('minutes.record')}
            </button>
          </p>
        </>
      )}
      {isOpen && secretary && (
        <Modal title={t('minutes.record')} onClose={() => setIsOpen(false)}>
          <MinutesForm view={view} recorder={secretary} onClose={() => setIsOpen(false)} />
        </Modal>
      )}
    </>
  );
}

function Document({ code, number, kind }: { code: string; number: string; kind: Kind }) {
  const { t } = useWords(papersWords);
  const { data, error } = useQuery(documentQuery(code, number, kind));
  if (data === undefined) return <Waiting error={error} />;
  const title = t(wordOf[kind]);
  return (
    <>
      <p className="no-print">
        <button type="button" className="button slim" onClick={() => window.print()}>
          {t('minutes.print', { title })}
        </button>
      </p>
      <section className="meeting-document" lang="ja" aria-label={title}>
        {blocksOf(data).map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a document that is written whole have no other name
          <Laid key={index} block={block} />
        ))}
      </section>
    </>
  );
}

function Laid({ block }: { block: Block }) {
  switch (block.kind) {
    case 'title':
      return (
        <h3 className="meeting-document-title">
          <Runs runs={block.runs} />
        </h3>
      );
    case 'head':
      return (
        <h4>
          <Runs runs={block.runs} />
        </h4>
      );
    case 'text':
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.lines.map((runs, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <li key={index}>
              <Runs runs={runs} />
            </li>
          ))}
        </ul>
      );
  }
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return runs.map(({ text, isStrong }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    isStrong ? <strong key={index}>{text}</strong> : <span key={index}>{text}</span>,
  );
}
