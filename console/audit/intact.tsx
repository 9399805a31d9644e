// Is the record intact? Verified on the server, against heads kept earlier where they are given; its limits are said beside it.
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ChangeEvent, useEffect, useState } from 'react';
import type { Verification } from '../../server/contract/verification.ts';
import { post } from '../api.ts';
import { meQuery } from '../queries.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { headsIn } from './heads.ts';
import { auditWords } from './words.ts';

export function Intact({ code }: { code: string }) {
  const { t } = useWords(auditWords);
  const { data: me } = useQuery(meQuery);
  const [written, write] = useState('');
  const heads = headsIn(written);
  const verifying = useMutation({
    mutationFn: (anchors: NonNullable<typeof heads>) =>
      post<Verification>(
        `/programmes/${encodeURIComponent(code)}/verify`,
        anchors.length > 0 ? { anchors } : {},
        me?.account ?? null,
      ),
  });
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file) write(await file.text());
  };
  return (
    <section className="card" aria-labelledby="audit-intact">
      <h2 id="audit-intact">{t('audit.intact')}</h2>
      <p>{t('audit.limits')}</p>
      <div className="audit-heads">
        <div className="field">
          <label htmlFor="audit-heads">{t('audit.heads')}</label>
          <p className="hint" id="audit-heads-hint">
            {t('audit.headsHint')}
          </p>
          <textarea
            id="audit-heads"
            rows={3}
            value={written}
            aria-invalid={heads === null}
            aria-describedby="audit-heads-hint audit-heads-fault"
            onChange={(event) => write(event.target.value)}
          />
          <p className="audit-fault" id="audit-heads-fault" role="alert">
            {heads === null && t('audit.headsBad')}
          </p>
        </div>
        <div className="field">
          <label htmlFor="audit-file">{t('audit.headsFile')}</label>
          <input id="audit-file" type="file" accept=".json,.jsonl,.txt" onChange={choose} />
        </div>
      </div>
      <button
        type="button"
        className="button"
        disabled={verifying.isPending || heads === null}
        onClick={() => heads && verifying.mutate(heads)}
      >
        {t('audit.verify')}
      </button>
      {verifying.isPending && <Elapsed />}
      {verifying.error && <ProblemNotice error={verifying.error} />}
      {verifying.data && (
        <Result found={verifying.data} compared={verifying.variables?.length ?? 0} code={code} />
      )}
    </section>
  );
}

function Elapsed() {
  const { t } = useWords(auditWords);
  const [seconds, count] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => count((now) => now + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="audit-answer">
      <progress aria-label={t('audit.verify')} />
      <p className="small">{t('audit.verifying', { seconds })}</p>
    </div>
  );
}

function Result({ found, compared, code }: { found: Verification; compared: number; code: string }) {
  const { t, say } = useWords(auditWords);
  const { ok, chains, entries, redecided } = found;
  return (
    <div className="audit-answer">
      <div className={`notice ${ok ? 'good' : 'bad'}`} role="status">
        <strong>{ok ? t('audit.ok', { chains, entries }) : t('audit.bad')}</strong>
        <p>{compared > 0 ? t('audit.compared', { count: compared }) : t('audit.uncompared')}</p>
        {redecided === null && <p>{t('audit.undecided')}</p>}
      </div>
      <table className="grid-table">
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
          {found.checks.map(({ check, name, shows, looked, faults, wrong }) => (
            <tr key={check}>
              <th scope="row">
                {say(name)}
                <span className="audit-under soft">{say(shows)}</span>
                {wrong.map((one) => (
                  <strong key={`${one.chain}/${one.seq}/${one.what}`} className="audit-under">
                    {one.chain} {one.seq}: {say(one.message)}
                  </strong>
                ))}
              </th>
              <td className="number">{looked}</td>
              <td className="number">{faults}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {ok && (
        <a className="button slim" download={`sekimori-heads-${code}.jsonl`} href={kept(found)}>
          {t('audit.keep')}
        </a>
      )}
    </div>
  );
}

const kept = ({ heads }: Verification): string =>
  `data:application/jsonl;charset=utf-8,${encodeURIComponent(heads.map((head) => `${JSON.stringify(head)}\n`).join(''))}`;
