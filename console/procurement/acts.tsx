// What the reader may do in the procurement now: each leads to its dialog on the system's page, which says what it asks.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SystemView } from '../../server/contract/migrations/system.ts';
import type { Me } from '../../server/contract/programmes.ts';
import { heldFor } from '../acts/held.ts';
import { canBegin, isScoreSheet } from '../acts/questions.ts';
import { explanationQuery } from '../queries.ts';
import { Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { procurementWords } from './words.ts';

const OF_PROCUREMENT = /^(?:rfp|selection|contract|estimate|budget|obligation|council)\./;

interface Props {
  code: string;
  view: SystemView;
  me: Me;
}

export function ProcurementActs({ code, view, me }: Props) {
  const { t } = useWords(procurementWords);
  const { system } = view.row;
  const posts = new Set(heldFor(me, code, system).map(({ post }) => post));
  if (posts.size === 0) return null;
  return (
    <section className="card" aria-labelledby="procurement-acts">
      <h2 id="procurement-acts">{t('procurement.acts')}</h2>
      {[...posts].map((post) => (
        <OfPost key={post} {...{ code, system, post }} isOnly={posts.size === 1} />
      ))}
    </section>
  );
}

interface OfPostProps {
  code: string;
  system: string;
  post: string;
  isOnly: boolean;
}

function OfPost({ code, system, post, isOnly }: OfPostProps) {
  const { t, label } = useWords(procurementWords);
  const { data, error } = useQuery(explanationQuery(code, system, post));
  if (!data) return <Waiting error={error} />;
  const acts = data.acts.filter(
    (act) => OF_PROCUREMENT.test(act.type) && !isScoreSheet(act) && canBegin(act),
  );
  if (acts.length === 0) return isOnly ? <p className="soft">{t('procurement.noActs')}</p> : null;
  return (
    <ul className="procurement-acts">
      {acts.map((act) => (
        <li key={act.type}>
          <Link
            className="button slim"
            to="/programmes/$code/systems/$system"
            params={{ code, system }}
            search={{ post, act: act.type }}
          >
            {label(act.label)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
