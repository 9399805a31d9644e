// 監査: one question a card. Known on a day; who decided, and what was written; is it intact; take it away.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { meQuery } from '../queries.ts';
import { useTitle } from '../shell/title.ts';
import { useWords } from '../words/language.tsx';
import { Find } from './find.tsx';
import { Intact } from './intact.tsx';
import { Known } from './known.tsx';
import { auditWords } from './words.ts';
import './audit.css';

export function AuditPage() {
  const { t } = useWords(auditWords);
  const { code } = useParams({ from: '/within/programmes/$code/audit' });
  const { day, ...asked } = useSearch({ from: '/within/programmes/$code/audit' });
  const navigate = useNavigate();
  const go = (search: object) => navigate({ to: '/programmes/$code/audit', params: { code }, search });
  useTitle(t('app.audit'));
  return (
    <main className="page audit-page" id="content" tabIndex={-1}>
      <h1>{t('app.audit')}</h1>
      <p>{t('audit.lead')}</p>
      <Known key={day ?? ''} code={code} day={day} onChoose={(chosen) => go({ ...asked, day: chosen })} />
      <Find key={JSON.stringify(asked)} code={code} asked={asked} onAsk={(next) => go({ ...next, day })} />
      <Intact code={code} />
      <Take code={code} />
    </main>
  );
}

const papers = [
  ['export', '/export'],
  ['report', '/report?format=xlsx&lang='],
  ['steps', '/national-sheet?format=xlsx'],
  ['warned', '/warnings.csv?lang='],
] as const;

function Take({ code }: { code: string }) {
  const { t, language } = useWords(auditWords);
  const { data: me } = useQuery(meQuery);
  const whole =
    me?.posts.some(({ programme, system }) => programme === code && system === null) || me?.auditor;
  const href = (path: string) =>
    `/api/v1/programmes/${encodeURIComponent(code)}${path.endsWith('lang=') ? path + language : path}`;
  return (
    <section className="card" aria-labelledby="audit-take">
      <h2 id="audit-take">{t('audit.take')}</h2>
      {whole ? (
        <>
          <ul className="audit-ways">
            {papers.map(([name, path]) => (
              <li key={name}>
                <a href={href(path)} download>
                  {t(`audit.${name}`)}
                </a>
              </li>
            ))}
          </ul>
          <p className="small soft">{t('audit.takeNote')}</p>
        </>
      ) : (
        <p className="soft">{t('audit.notAll')}</p>
      )}
    </section>
  );
}
