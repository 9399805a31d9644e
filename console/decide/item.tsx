// One item under decision: by which power, what changed since it came back last, its papers and conditions, and the two acts.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ExplanationView } from '../../server/contract/migrations/explanation.ts';
import type { SystemView } from '../../server/contract/migrations/system.ts';
import type { Me } from '../../server/contract/programmes.ts';
import { ActDialog, openerOf } from '../acts/act-dialog.tsx';
import { Basis } from '../acts/basis.tsx';
import type { ActView } from '../acts/questions.ts';
import { explanationQuery, systemQuery } from '../queries.ts';
import { Waiting } from '../ui/problem.tsx';
import { SystemLink } from '../ui/system-link.tsx';
import { useWords } from '../words/language.tsx';
import { decidingIn, type Item, steadFor } from './items.ts';
import { useKeys } from './use-keys.ts';
import { decideWords } from './words.ts';

interface Props {
  code: string;
  me: Me;
  item: Item;
  /** Whether letters act. */
  keysOn: boolean;
}

export function ItemPanel({ item, ...given }: Props) {
  const { data: view, error } = useQuery(systemQuery(given.code, item.system, null));
  const explained = useQuery(explanationQuery(given.code, item.system, item.post));
  const explanation = explained.data;
  if (!view || !explanation) return <Waiting error={error ?? explained.error} />;
  return <Shown {...given} {...{ item, view, explanation }} />;
}

type ShownProps = Props & { view: SystemView; explanation: ExplanationView };

function Shown({ code, me, item, keysOn, view, explanation }: ShownProps) {
  const { t, say } = useWords(decideWords);
  const [opened, setOpened] = useState<ActView['type'] | null>(null);
  const [done, setDone] = useState('');
  const { approve, back } = decidingIn(explanation.acts);
  const open = (act: ActView | null) => act && setOpened(act.type);
  useKeys(keysOn, { a: () => open(approve), r: () => open(back) });
  const act = explanation.acts.find(({ type }) => type === opened);
  const about = approve ?? back;
  const keyOf = (each: ActView) => (each === approve ? 'A' : 'R');
  return (
    <section className="card decide-item" aria-labelledby="decide-item">
      <h2 id="decide-item">
        {say(view.row.name)}　<span className="soft">{say(view.row.phaseLabel)}</span>
      </h2>
      <p role="status" className={done ? 'notice good small' : 'hidden'}>
        {done}
      </p>
      {!about && <NotAlone code={code} explanation={explanation} />}
      <Power {...{ code, me, item, explanation }} />
      <Since explanation={explanation} />
      {about && <Basis act={about} view={view} explanation={explanation} />}
      <p className="decide-acts">
        {[approve, back].map(
          (each) =>
            each && (
              <button
                key={each.type}
                type="button"
                id={openerOf(each)}
                className={`button ${each === approve ? 'solid' : ''}`}
                aria-haspopup="dialog"
                aria-keyshortcuts={keysOn ? keyOf(each) : undefined}
                onClick={() => open(each)}
              >
                {say(each.label)}
                {keysOn && `${t('mark.open')}${keyOf(each)}${t('mark.close')}`}
              </button>
            ),
        )}
        <SystemLink code={code} system={item.system} past={null}>
          {t('decide.open')}
        </SystemLink>
      </p>
      {act && (
        <ActDialog
          key={act.type}
          {...{ code, view, explanation, act }}
          post={{ post: item.post, label: inWhoseStead(me, code, item) }}
          account={me.account}
          onClose={() => setOpened(null)}
          onDone={(message) => {
            setDone(message);
            setOpened(null);
          }}
        />
      )}
    </section>
  );
}

/** The post, and in whose stead: what is confirmed says it again. */
function inWhoseStead(me: Me, code: string, item: Item): Item['postLabel'] {
  const stead = steadFor(me, code, item);
  if (!stead) return item.postLabel;
  const { kindLabel, holder } = stead;
  const { ja, en } = item.postLabel;
  return {
    ja: `${ja}（${kindLabel.ja}：${holder?.name ?? '欠員'}）`,
    en: `${en} (${kindLabel.en}: ${holder?.name ?? 'vacant'})`,
  };
}

/** Why none of the two acts is there: its body decides in a meeting, or it waits for the reader no more. */
function NotAlone({ code, explanation }: { code: string; explanation: ExplanationView }) {
  const { t, say } = useWords(decideWords);
  const meets = explanation.acts.flatMap(({ refusals }) => refusals).find((one) => one.code === 'body.meets');
  if (!meets) return <p className="notice warn">{t('decide.gone')}</p>;
  return (
    <p className="notice">
      {say(meets.message)}{' '}
      <Link to="/programmes/$code/meetings" params={{ code }}>
        {t('decide.meetings')}
      </Link>
    </p>
  );
}

/** My post, the quorum of its body, and who decides the matter alone. */
function Power({ code, me, item, explanation }: Omit<Props, 'keysOn'> & { explanation: ExplanationView }) {
  const { t, say, day } = useWords(decideWords);
  const stead = steadFor(me, code, item);
  const body = explanation.gate?.approvals.find((one) => one.body === item.post);
  const matter = explanation.gate?.matter;
  return (
    <div className="small">
      <h3>{t('decide.power')}</h3>
      <ul>
        <li>
          {body
            ? t('decide.own', { post: say(body.label), quorum: body.quorum })
            : t('decide.asPost', { post: say(item.postLabel) })}
        </li>
        {stead && (
          <li>
            <strong>{say(stead.kindLabel)}</strong>
            {t('mark.colon')}
            {stead.holder
              ? t(stead.kind === 'forAbsent' ? 'decide.inName' : 'decide.inStead', {
                  name: stead.holder.name,
                })
              : t('decide.vacant')}
            {stead.seenBy && t('decide.seenBy', { day: day(stead.seenBy) })}{' '}
            <span className="soft">{t('decide.until', { day: day(stead.until) })}</span>
          </li>
        )}
        {matter?.decides && (
          <li>{t('decide.alone', { matter: say(matter.label), post: say(matter.decides.label) })}</li>
        )}
      </ul>
    </div>
  );
}

function Since({ explanation }: { explanation: ExplanationView }) {
  const { t, say, day } = useWords(decideWords);
  const since = explanation.gate?.bundle?.since;
  if (!since) return null;
  return (
    <div className="notice warn small">
      <strong>{t('decide.since', { on: day(since.on) })}</strong>
      {since.changes.length === 0 && <p>{t('decide.sinceNone')}</p>}
      <ul>
        {since.changes.map((change) => (
          <li key={change.ja}>{say(change)}</li>
        ))}
      </ul>
    </div>
  );
}
