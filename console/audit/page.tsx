// 監査: one question a card. Known on a day; who decided, and what was written; what was put right; is it intact; who looked; take it
// away. Which questions are the reader's to ask is the server's to say.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { AuditView } from '../../server/contract/auditing/audit.ts';
import { useTitle } from '../shell/title.ts';
import { Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { Access } from './access.tsx';
import { Corrections } from './corrections.tsx';
import { Find } from './find.tsx';
import { Intact } from './intact.tsx';
import { Known } from './known.tsx';
import { type Asked, auditQuery, given } from './queries.ts';
import { Take } from './take.tsx';
import { auditWords } from './words.ts';
import './audit.css';

export function AuditPage() {
  const { t } = useWords(auditWords);
  const { code } = useParams({ from: '/within/programmes/$code/audit' });
  const { data: audit, error } = useQuery(auditQuery(code));
  useTitle(t('app.audit'));
  return (
    <main className="page audit-page" id="content" tabIndex={-1}>
      <h1>{t('app.audit')}</h1>
      <p>{t('audit.lead')}</p>
      {audit ? <Questions code={code} audit={audit} /> : <Waiting error={error} />}
    </main>
  );
}

function Questions({ code, audit }: { code: string; audit: AuditView }) {
  const { day, ...asked } = useSearch({ from: '/within/programmes/$code/audit' });
  const navigate = useNavigate();
  const go = (search: Asked & { day?: string }) =>
    navigate({ to: '/programmes/$code/audit', params: { code }, search: given(search), resetScroll: false });
  const { may } = audit;
  return (
    <>
      <Known
        key={day ?? ''}
        code={code}
        day={day}
        audit={audit}
        onChoose={(chosen) => go({ ...asked, day: chosen })}
      />
      <Find
        key={JSON.stringify(asked)}
        code={code}
        asked={asked}
        isOpen={may.search}
        onAsk={(next) => go(day === undefined ? next : { ...next, day })}
      />
      <Corrections code={code} isOpen={may.corrections} />
      <Intact code={code} audit={audit} />
      <Access code={code} isOpen={may.access} />
      <Take audit={audit} />
    </>
  );
}
