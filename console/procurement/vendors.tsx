// Vendors, what their notices touch and what is done about it, and switch-overs that would fall together.
import type { CollisionList, VendorList } from '../../server/contract/procuring/vendors.ts';
import { Tag } from '../ui/condition.tsx';
import { Day } from '../ui/day.tsx';
import { SystemLink } from '../ui/system-link.tsx';
import { useWords } from '../words/language.tsx';
import { FiguresTable } from './table.tsx';
import { procurementWords } from './words.ts';

interface Props {
  code: string;
  list: VendorList;
}
type Notice = VendorList['notices'][number];

export function Notices({ code, list: { notices } }: Props) {
  const { t, say } = useWords(procurementWords);
  if (notices.length === 0) return null;
  return (
    <section className="card" aria-labelledby="procurement-notices">
      <h2 id="procurement-notices">{t('procurement.notices')}</h2>
      {notices.map((notice) => (
        <article key={notice.notice} className="procurement-notice">
          <h3>
            {notice.name}
            {t('mark.colon')}
            {say(notice.label)} <Day value={notice.on} />
          </h3>
          <p className="small">
            {notice.letter.title}
            {t('mark.open')}
            {notice.letter.documentNo}
            {t('mark.close')}
            {notice.note}
          </p>
          <ul className="small">
            {notice.systems.map((touched) => (
              <Touched key={touched.system} code={code} touched={touched} />
            ))}
          </ul>
        </article>
      ))}
    </section>
  );
}

function Touched({ code, touched }: { code: string; touched: Notice['systems'][number] }) {
  const { t, say } = useWords(procurementWords);
  const missed = touched.deadlines.filter(({ outcome }) => outcome === 'wouldMiss');
  return (
    <li>
      <SystemLink code={code} system={touched.system} past={null}>
        {say(touched.name)}
      </SystemLink>{' '}
      {touched.answer ? (
        <span>
          {t('procurement.answered')}
          {t('mark.colon')}
          {say(touched.answer.label)} <Day value={touched.answer.on} />
        </span>
      ) : (
        touched.is === 'underWay' && <Tag tone="bad" icon="alert" text={t('procurement.unanswered')} />
      )}
      {missed.length > 0 && (
        <span className="soft">
          {' '}
          {t('procurement.wouldMiss')}
          {t('mark.colon')}
          {missed.map(({ label }) => say(label)).join(t('mark.and'))}
        </span>
      )}
    </li>
  );
}

export function Vendors({ code, list: { vendors } }: Props) {
  const { t, say } = useWords(procurementWords);
  if (vendors.length === 0) return <p className="soft">{t('procurement.noVendors')}</p>;
  return (
    <FiguresTable
      title={t('procurement.vendors')}
      columns={[{ head: t('procurement.vendor') }, { head: t('procurement.serves') }]}
      rows={vendors.map((vendor) => ({
        key: vendor.vendor,
        cells: [
          vendor.name,
          <ul key="serves" className="procurement-serves">
            {vendor.serves.map(({ system, name }) => (
              <li key={system}>
                <SystemLink code={code} system={system} past={null}>
                  {say(name)}
                </SystemLink>
              </li>
            ))}
            {vendor.aMonth !== null && (
              <li className="soft">{t('procurement.aMonth', { count: vendor.aMonth })}</li>
            )}
          </ul>,
        ],
      }))}
    />
  );
}

export function Collisions({ list: { collisions } }: { list: CollisionList }) {
  const { t, say } = useWords(procurementWords);
  return (
    <section className="card" aria-labelledby="procurement-collisions">
      <h2 id="procurement-collisions">{t('procurement.collisions')}</h2>
      {collisions.length === 0 && <p className="soft">{t('procurement.noCollisions')}</p>}
      <ul className="small">
        {collisions.map((one) => (
          <li key={`${one.code}/${one.systems.join()}/${one.fromOn}`}>{say(one.message)}</li>
        ))}
      </ul>
    </section>
  );
}
