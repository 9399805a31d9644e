// 報告書: the report of a day as its pages print, each row leading to what it rests on; taken away as files; issued, and then fixed.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReportPages } from '../../server/contract/reports/reports.ts';
import { meQuery, programmeQuery } from '../queries.ts';
import { useTitle } from '../shell/title.ts';
import { Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { Choose } from './choose.tsx';
import { Figure } from './figure.tsx';
import { Issue, IssuedNotice } from './issue.tsx';
import { fileOf, issuedQuery, type Opened, pagesQuery, stepsOf, type Wanted } from './queries.ts';
import { Sheets } from './sheets.tsx';
import { reportWords } from './words.ts';
import './report.css';

const from = '/within/programmes/$code/report';

export function ReportPage() {
  const { t, language } = useWords(reportWords);
  const { code } = useParams({ from });
  const search = useSearch({ from });
  const navigate = useNavigate({ from: '/programmes/$code/report' });
  const { data: programme, error } = useQuery(programmeQuery(code));
  const issued = useQuery(issuedQuery(code));
  useTitle(t('report.title'));
  if (!programme || !issued.data)
    return (
      <main className="page report-page" id="content" tabIndex={-1}>
        <h1>{t('report.title')}</h1>
        <Waiting error={error ?? issued.error} withheld={t('report.for')} />
      </main>
    );
  const wanted = wantedIn(search, programme.today);
  const choose = (next: Wanted) => void navigate({ search: searchOf(next) });
  return (
    <main className="page report-page" id="content" tabIndex={-1}>
      <h1>{t('report.title')}</h1>
      <p className="soft report-lead">{t('report.lead')}</p>
      <Choose
        key={JSON.stringify(wanted)}
        wanted={wanted}
        today={programme.today}
        issued={issued.data.items}
        onChoose={choose}
      />
      <Shown
        key={`${code}/${language}`}
        code={code}
        wanted={wanted}
        issued={issued.data}
        onIssued={(number) => choose({ ...wanted, number: String(number) })}
      />
    </main>
  );
}

type Search = Partial<Record<keyof Wanted, string>>;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function wantedIn({ number, asOf, by, from: first, to, unit, sight }: Search, today: string): Wanted {
  return {
    asOf: asOf && DAY.test(asOf) ? asOf : today,
    by: by === 'recorded' ? 'recorded' : 'occurred',
    unit: unit === 'thousandYen' ? 'thousandYen' : 'yen',
    sight: sight === 'own' ? 'own' : 'public',
    ...(first ? { from: first } : {}),
    ...(to ? { to } : {}),
    ...(number && /^[1-9]\d{0,5}$/.test(number) ? { number } : {}),
  };
}

const searchOf = ({ from: first, to, ...others }: Wanted): Search => ({
  ...others,
  ...(first ? { from: first } : {}),
  ...(to ? { to } : {}),
});

interface ShownProps {
  code: string;
  wanted: Wanted;
  issued: { items: Parameters<typeof IssuedNotice>[0]['one'][]; posts: string[] };
  onIssued: (number: number) => void;
}

function Shown({ code, wanted, issued, onIssued }: ShownProps) {
  const { t, language } = useWords(reportWords);
  const { data: pages, error } = useQuery(pagesQuery(code, wanted, language));
  const [opened, setOpened] = useState<Opened | null>(null);
  if (!pages || error) return <Waiting error={error} />;
  const one = issued.items.find(({ number }) => String(number) === wanted.number);
  return (
    <>
      <div className="report-tools">
        <Files code={code} wanted={wanted} />
        <Issuing {...{ code, wanted, pages, issued, onIssued }} />
      </div>
      {one && <IssuedNotice key={one.number} code={code} one={one} />}
      <Since pages={pages} />
      <h2 className="report-pages">{t('report.pages')}</h2>
      <Sheets pages={pages} onOpen={setOpened} />
      {opened && (
        <Figure
          {...{ code, wanted, opened }}
          title={titleOf(pages, opened).join(t('mark.colon'))}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

function titleOf({ sections }: ReportPages, { section, row }: Opened): [section: string, row: string] {
  const found = sections.find(({ id }) => id === section);
  return [found?.title ?? '', found?.rows.find(({ key }) => key === row)?.cells[0] ?? ''];
}

function Issuing({ code, wanted, pages, issued, onIssued }: ShownProps & { pages: ReportPages }) {
  const { t } = useWords(reportWords);
  const { data: me } = useQuery(meQuery);
  const [post] = issued.posts;
  if (wanted.number || !me) return null;
  if (post === undefined) return <p className="soft small">{t('report.issueOthers')}</p>;
  if (wanted.sight === 'own') return <p className="soft small">{t('report.issueInside')}</p>;
  const next = (issued.items[0]?.number ?? 0) + 1;
  return <Issue {...{ code, wanted, pages, next, post, onIssued }} account={me.account} />;
}

/** The report in its forms, and the 40ステップ表 of the same day. */
function Files({ code, wanted }: { code: string; wanted: Wanted }) {
  const { t, language } = useWords(reportWords);
  const links = [
    [t('report.xlsx'), fileOf(code, wanted, 'xlsx', language)],
    [t('report.csv'), fileOf(code, wanted, 'csv', language)],
    [t('report.html'), fileOf(code, wanted, 'html', language)],
    [t('report.stepsXlsx'), stepsOf(code, wanted, 'xlsx', language)],
    [t('report.stepsCsv'), stepsOf(code, wanted, 'csv', language)],
  ] as const;
  return (
    <fieldset className="report-files" aria-label={t('report.save')}>
      <button type="button" className="button slim" onClick={() => window.print()}>
        {t('report.print')}
      </button>
      {links.map(([label, href]) => (
        <a key={href} className="button slim" href={href} download>
          {label}
        </a>
      ))}
    </fieldset>
  );
}

function Since({ pages: { before, sections } }: { pages: ReportPages }) {
  const { t, day } = useWords(reportWords);
  if (!before) return null;
  const rows = sections.flatMap((section) => section.rows);
  const counted = (since: 'new' | 'changed') => rows.filter((row) => row.since === since).length;
  return (
    <p className="small report-since">
      {t('report.since', {
        number: before.number,
        day: day(before.issuedOn),
        changed: counted('changed'),
        added: counted('new'),
        gone: sections.reduce((sum, { gone }) => sum + gone, 0),
      })}
    </p>
  );
}
