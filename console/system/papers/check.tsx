// A document of the record with the way to hold a file against it: chosen or dropped, read on this machine and sent nowhere.
import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react';
import { digestOf } from '../../figures/digest.ts';
import { lastBegun } from '../../figures/last-begun.ts';
import { Icon } from '../../ui/icon.tsx';
import { useWords } from '../../words/language.tsx';
import { pageWords } from '../page-words.ts';
import { type Compared, compared, type Paper } from './compare.ts';
import './papers.css';

interface Props {
  paper: Paper;
  /** Every document that is known here. */
  all: readonly Paper[];
  children: ReactNode;
}

type Answer =
  | { kind: 'computing'; file: string; more: boolean }
  | { kind: 'unreadable'; file: string; more: boolean }
  | { kind: 'compared'; file: string; more: boolean; sha256: string; found: Compared };

export function PaperCheck({ paper, all, children }: Props) {
  const { t } = useWords(pageWords);
  const { answer, check } = useCheck(paper, all);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    check(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is beside the button, which does the same by keyboard
    <div
      className={`paper ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {children}{' '}
      <button
        type="button"
        className="button plain slim paper-button"
        aria-label={t('papers.checkOf', { title: paper.title })}
        aria-describedby={hint}
        title={t('papers.drop')}
        onClick={() => input.current?.click()}
      >
        {t('papers.check')}
      </button>
      <span className="hidden no-print" id={hint}>
        {t('papers.drop')}
      </span>
      <input
        ref={input}
        hidden
        type="file"
        aria-label={t('papers.checkOf', { title: paper.title })}
        onChange={({ target }) => {
          check(target.files);
          // The same file chosen again is looked at again.
          target.value = '';
        }}
      />
      <div role="status">{answer && <Said answer={answer} paper={paper} />}</div>
    </div>
  );
}

function useCheck(paper: Paper, all: readonly Paper[]) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [inTurn] = useState(lastBegun);
  const look = async (file: File, more: boolean) => {
    const about = { file: file.name, more };
    setAnswer({ kind: 'computing', ...about });
    const end = await inTurn(() => digestOf(file));
    if (end === null) return;
    if ('failed' in end) return setAnswer({ kind: 'unreadable', ...about });
    const found = compared({ sha256: end.ended, size: file.size }, paper, all);
    setAnswer({ kind: 'compared', ...about, sha256: end.ended, found });
  };
  return {
    answer,
    check: (files: FileList | null) => {
      const [file, another] = files ?? [];
      if (file) void look(file, another !== undefined);
    },
  };
}

function Said({ answer, paper }: { answer: Answer; paper: Paper }) {
  const { t } = useWords(pageWords);
  const { file, more } = answer;
  const facts = { file, title: paper.title };
  const only = more && <p>{t('papers.one', { file })}</p>;
  if (answer.kind === 'computing') return <p className="small soft">{t('papers.computing', facts)}</p>;
  if (answer.kind === 'unreadable')
    return <p className="notice bad small">{t('papers.unreadable', facts)}</p>;
  const { found, sha256 } = answer;
  const isSame = found.as === 'same';
  const other =
    found.as === 'another'
      ? found.papers
          .map(({ title, documentNo }) => t('papers.numbered', { title, documentNo }))
          .join(t('steps.and'))
      : '';
  return (
    <div className={`notice small ${isSame ? 'good' : 'bad'}`}>
      <p>
        <Icon name={isSame ? 'check' : 'cross'} /> {t(`papers.${found.as}`, { ...facts, other })}
      </p>
      <p className="mono">{t('papers.digest', { sha256 })}</p>
      {only}
    </div>
  );
}
