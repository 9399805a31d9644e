// Issuing: one confirmation that repeats what will be fixed; and of one that was issued, by whom, and whether the record gives it again.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  IssuedReport,
  ReportCheck,
  ReportIssued,
  ReportPages,
} from '../../server/contract/reports/reports.ts';
import { useOnce } from '../acts/sending/once.ts';
import { Unanswered } from '../acts/sending/unanswered.tsx';
import { get, programmePath, post as send } from '../api.ts';
import { Modal } from '../ui/modal.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import type { Wanted } from './queries.ts';
import { reportWords } from './words.ts';

interface IssueProps {
  code: string;
  pages: ReportPages;
  wanted: Wanted;
  next: number;
  post: string;
  account: string;
  onIssued: (number: number) => void;
}

export function Issue({ code, pages, wanted, next, post, account, onIssued }: IssueProps) {
  const { t } = useWords(reportWords);
  const [isOpen, setOpen] = useState(false);
  const { asOf, by, from, to, unit } = wanted;
  const period = from && to ? { from, to } : {};
  const body = { post, asOf, by, unit, digest: pages.digest, ...period };
  const once = useOnce<ReportIssued>({
    code,
    content: JSON.stringify(body),
    send: (id, signal) => send(`${programmePath(code)}/reports`, { ...body, requestId: id }, account, signal),
    onDone: ({ number }) => {
      setOpen(false);
      onIssued(number);
    },
  });
  const { isPending, refused, press, giveUp } = once;
  const close = () => {
    setOpen(false);
    giveUp();
  };
  return (
    <>
      <button type="button" id="report-issue" className="button solid" onClick={() => setOpen(true)}>
        {t('report.issue')}
      </button>
      {isOpen && (
        <Modal title={t('report.issueTitle', { number: next })} returnTo="report-issue" onClose={close}>
          <p>{t('report.issueWhat')}</p>
          <ul className="report-fixed">
            {pages.dates.map((line) => (
              <li key={line}>{line}</li>
            ))}
            <li>
              {t('report.unit')}
              {t('mark.colon')}
              {t(`report.${pages.unit}`)}
            </li>
            <li className="mono small">
              {t('report.digest')} {pages.digest}
            </li>
          </ul>
          <p className="notice">{t('report.issuePublic')}</p>
          <Unanswered once={once} unsure={t('report.unsure')} />
          {refused && <ProblemNotice error={refused} />}
          <div className="report-issue-acts">
            <button type="button" className="button" onClick={close}>
              {t('report.issueNo')}
            </button>
            <button type="button" className="button solid" disabled={isPending} onClick={press}>
              {isPending ? t('report.sending') : t('report.issueConfirm', { number: next })}
            </button>
          </div>
        </Modal>
      )}
    </>
  );
}

export function IssuedNotice({ code, one }: { code: string; one: IssuedReport }) {
  const { t, day } = useWords(reportWords);
  const check = useMutation({
    mutationFn: () => get<ReportCheck>(`${programmePath(code)}/reports/${one.number}/check`),
  });
  const { number, issuedOn, issuedBy, entry, digest } = one;
  return (
    <div className="report-issued">
      <p>
        {t('report.issuedBy', { number, day: day(issuedOn), name: issuedBy.name, entry })}
        <br />
        <span className="small soft">
          {t('report.digest')} <span className="mono report-digest">{digest}</span>
        </span>
      </p>
      <button type="button" className="button slim" disabled={check.isPending} onClick={() => check.mutate()}>
        {check.isPending ? t('report.checking') : t('report.check')}
      </button>
      <div role="status">{check.data && <Checked check={check.data} />}</div>
      {check.error && <ProblemNotice error={check.error} />}
    </div>
  );
}

function Checked({ check: { equal, kept, again, differences } }: { check: ReportCheck }) {
  const { t } = useWords(reportWords);
  if (equal) return <p className="notice good">{t('report.equal')}</p>;
  return (
    <div className="notice bad">
      <p>{t(kept ? 'report.unequal' : 'report.unequalLost')}</p>
      <p className="mono small report-digest">{again}</p>
      <ul>
        {differences.map((one) => (
          <li key={`${one.head}/${one.row}`}>
            {t('report.differs', { section: one.section, row: one.row })}
          </li>
        ))}
      </ul>
    </div>
  );
}
