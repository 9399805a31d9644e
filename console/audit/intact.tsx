// Is the record intact? Verified on the server, against heads kept earlier where they are given; its limits are said beside it.
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ChangeEvent, type DragEvent, useEffect, useState } from 'react';
import type { AuditView } from '../../server/contract/auditing/audit.ts';
import type { Verification, WrongView } from '../../server/contract/verification.ts';
import { post, programmePath } from '../api.ts';
import { meQuery } from '../queries.ts';
import { pathsQuery } from '../settings/queries.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { Scroll } from '../ui/scroll.tsx';
import { useWords } from '../words/language.tsx';
import { CheckpointTaken } from './checkpoint.tsx';
import { type Kept, keptIn } from './heads.ts';
import { Question } from './question.tsx';
import { auditWords } from './words.ts';

/** Far more than 5,000 heads take; what is longer is none, and is said to be none. */
const LONGEST_FILE = 2_000_000;
const TOO_LONG = '…';

export function Intact({ code, audit }: { code: string; audit: AuditView }) {
  const { t } = useWords(auditWords);
  const { data: me } = useQuery(meQuery);
  const [written, write] = useState('');
  const kept = keptIn(written);
  const verifying = useMutation({
    mutationFn: (given: Kept) =>
      post<Verification>(`${programmePath(code)}/verify`, given, me?.account ?? null),
  });
  return (
    <Question name="intact" isOpen={audit.may.verify}>
      <p>{t('audit.limits')}</p>
      <Heads written={written} write={write} isBad={kept === null} />
      <button
        type="button"
        className="button"
        disabled={verifying.isPending || kept === null}
        onClick={() => kept && verifying.mutate(kept)}
      >
        {t('audit.verify')}
      </button>
      {verifying.isPending && <Elapsed entries={audit.entries} />}
      {verifying.error && <ProblemNotice error={verifying.error} named={noField} />}
      {verifying.data && <Result found={verifying.data} code={code} />}
      <CheckpointTaken code={code} />
    </Question>
  );
}

interface HeadsProps {
  written: string;
  write: (written: string) => void;
  /** What is written are no heads. */
  isBad: boolean;
}

/** Heads kept earlier: written, dropped as a file, or chosen. */
function Heads({ written, write, isBad }: HeadsProps) {
  const { t } = useWords(auditWords);
  const read = async (file: File | undefined) => {
    if (file) write(file.size > LONGEST_FILE ? TOO_LONG : await file.text());
  };
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => read(target.files?.[0]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void read(event.dataTransfer.files[0]);
  };
  return (
    <div className="audit-heads">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the field below takes the same file by keyboard */}
      <div className="field" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <label htmlFor="audit-heads">{t('audit.heads')}</label>
        <p className="hint" id="audit-heads-hint">
          {t('audit.headsHint')}
        </p>
        <textarea
          id="audit-heads"
          rows={3}
          value={written}
          aria-invalid={isBad}
          aria-describedby="audit-heads-hint audit-heads-fault"
          onChange={(event) => write(event.target.value)}
        />
        <p className="audit-fault" id="audit-heads-fault" role="alert">
          {isBad && t('audit.headsBad')}
        </p>
      </div>
      <div className="field">
        <label htmlFor="audit-file">{t('audit.headsFile')}</label>
        <input id="audit-file" type="file" accept=".json,.jsonl,.txt" onChange={choose} />
      </div>
    </div>
  );
}

function Elapsed({ entries }: { entries: number }) {
  const { t } = useWords(auditWords);
  const [seconds, count] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => count((now) => now + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="audit-answer">
      <progress aria-label={t('audit.verify')} />
      <p className="small">{t('audit.verifying', { seconds, entries })}</p>
    </div>
  );
}

function Result({ found, code }: { found: Verification; code: string }) {
  const { t } = useWords(auditWords);
  const { ok, chains, entries, redecided } = found;
  const compared = found.checks.find(({ check }) => check === 'anchors')?.looked ?? 0;
  return (
    <div className="audit-answer">
      <div className={`notice ${ok ? 'good' : 'bad'}`} role="status">
        <strong>{ok ? t('audit.ok', { chains, entries }) : t('audit.bad')}</strong>
        <p>{compared > 0 ? t('audit.compared', { count: compared }) : t('audit.uncompared')}</p>
        {redecided === null && <p>{t('audit.undecided')}</p>}
      </div>
      <Checks checks={found.checks} code={code} />
      {ok && (
        <a className="button slim" download={`sekimori-heads-${code}.jsonl`} href={headsOf(found)}>
          {t('audit.keep')}
        </a>
      )}
    </div>
  );
}

function Checks({ checks, code }: Pick<Verification, 'checks'> & { code: string }) {
  const { t, say } = useWords(auditWords);
  const placeOf = usePlace(code);
  return (
    <Scroll label={t('audit.intact')}>
      <table className="grid-table">
        <caption className="hidden">{t('audit.intact')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('audit.check')}</th>
            <th scope="col" className="number">
              {t('audit.count')}
            </th>
            <th scope="col" className="number">
              {t('audit.faults')}
            </th>
          </tr>
        </thead>
        <tbody>
          {checks.map(({ check, name, shows, looked, faults, wrong, remarks }) => (
            <tr key={check}>
              <th scope="row">
                {say(name)}
                <span className="audit-under soft">{say(shows)}</span>
                {wrong.map((one) => (
                  <strong key={keyOf(one)} className="audit-under">
                    ✘ {placeOf(one)}: {say(one.message)}
                  </strong>
                ))}
                {remarks.map((one) => (
                  <span key={keyOf(one)} className="audit-under">
                    △ {placeOf(one)}: {say(one.message)}
                  </span>
                ))}
              </th>
              <td className="number">{looked}</td>
              <td className="number">{faults}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** What was given is one thing: its sentence says which. */
const noField = () => null;

const headsOf = ({ heads }: Verification): string =>
  `data:application/jsonl;charset=utf-8,${encodeURIComponent(heads.map((head) => `${JSON.stringify(head)}\n`).join(''))}`;

const keyOf = ({ chain, seq, what, detail }: WrongView): string => `${chain}/${seq}/${what}/${detail}`;

/** Of no entry where it is about a table, a guard or a whole chain. What nobody names is told by its chain. */
function usePlace(code: string): (one: WrongView) => string {
  const { t, say } = useWords(auditWords);
  const { data: paths } = useQuery(pathsQuery(code));
  const nameOf = (chain: string): string => {
    if (chain === code) return t('audit.ofProgramme');
    const known = paths?.systems.find(({ system }) => chain === `${code}/${system}`);
    return known ? say(known.name) : chain;
  };
  return ({ chain, seq }) => (seq > 0 ? t('audit.ofEntry', { name: nameOf(chain), seq }) : nameOf(chain));
}
