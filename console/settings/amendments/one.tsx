// One amendment: who proposed it and why, its votes, what it would do now, how far its adoption is; approved or returned by who may.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { AmendmentView } from '../../../server/contract/amendments.ts';
import { programmePath, requestId, post as send } from '../../api.ts';
import { Day, Moment } from '../../ui/day.tsx';
import { ProblemNotice, Waiting } from '../../ui/problem.tsx';
import { useWords } from '../../words/language.tsx';
import { usePostAmong } from '../acting.ts';
import { ReasonLine } from '../field.tsx';
import { Frame } from '../frame.tsx';
import { useLacking } from '../lacking.ts';
import { amendmentQuery, amendmentsQuery, folderZip } from '../queries.ts';
import { keepTyped, useTyped } from '../typed.ts';
import { settingsWords } from '../words.ts';
import { Adoption } from './adoption.tsx';
import { Differences, Preview } from './preview.tsx';
import { againOf, draftName } from './proposing/draft.ts';

export function AmendmentPage() {
  const { t } = useWords(settingsWords);
  const { code, number } = useParams({ from: '/within/programmes/$code/settings/amendments/$number' });
  const { data, error } = useQuery(amendmentQuery(code, number));
  return (
    <Frame title="settings.amendments">
      <p>
        <Link to="/programmes/$code/settings" params={{ code }}>
          {t('amend.back')}
        </Link>
      </p>
      {data ? (
        <>
          <Head code={code} amendment={data.amendment} today={data.setting.today} />
          {data.adoption && <Adoption code={code} adoption={data.adoption} />}
          {data.preview ? (
            <section className="card">
              <Preview preview={data.preview} />
            </section>
          ) : (
            <section className="card" aria-labelledby="changed">
              <h2 id="changed">{t('amend.changed')}</h2>
              <Differences differences={data.differences} />
            </section>
          )}
        </>
      ) : (
        <Waiting error={error} />
      )}
    </Frame>
  );
}

function Head({ code, amendment, today }: { code: string; amendment: AmendmentView; today: string }) {
  const { t, say } = useWords(settingsWords);
  const { number, version, status, statusText, reason, by, on, fromOn, votes, missing, approvers, ended } =
    amendment;
  const who = approvers.map(({ label }) => say(label)).join(t('mark.and'));
  return (
    <section className="card settings-form" aria-labelledby="amendment">
      <h2 id="amendment">
        {t('amend.one', { number, version })}{' '}
        <span className={status === 'adopted' ? 'tag good' : 'tag key'}>{say(statusText)}</span>
      </h2>
      <p>
        {t('amend.proposed')}: {by.name}
        {t('mark.open')}
        {say(by.postLabel)}
        {t('mark.close')} <Day value={on} form="long" />
      </p>
      <p>
        {t('settings.reason')}: {reason}
      </p>
      {fromOn && (
        <p>
          {t('amend.fromOn')}: <Day value={fromOn} form="long" />
        </p>
      )}
      {votes.map((vote) => (
        <p key={vote.account}>
          {t('amend.vote', { name: vote.name, post: say(vote.postLabel) })} <Day value={vote.on} />{' '}
          {vote.note}
        </p>
      ))}
      {amendment.approvedAt && (
        <p>
          {t('amend.approvedAt')}: <Moment value={amendment.approvedAt} form="long" />
        </p>
      )}
      {missing > 0 && <p>{t('amend.missing', { count: missing, who })}</p>}
      {ended && (
        <p>
          {ended.by.name} <Day value={ended.on} />: {ended.reason}
        </p>
      )}
      <p className="settings-row">
        {isOver(status) && (
          <Link
            to="/programmes/$code/settings"
            params={{ code }}
            className="button"
            onClick={() => keepTyped(draftName(code), againOf(amendment, today))}
          >
            {t('amend.again')}
          </Link>
        )}
        <a className="button slim" href={folderZip(code, number)} download>
          {t('amend.takeOutOf')}
        </a>
      </p>
      {status === 'open' && <Decide code={code} amendment={amendment} today={today} who={who} />}
    </section>
  );
}

/** It can do nothing more: what it wanted may be wanted again. */
const isOver = (status: AmendmentView['status']): boolean =>
  status === 'returned' || status === 'withdrawn' || status === 'overtaken';

type How = 'approved' | 'returned' | 'withdrawn';

function Decide(props: { code: string; amendment: AmendmentView; today: string; who: string }) {
  const { code, amendment, today, who } = props;
  const { number, by, approvers, votes } = amendment;
  const { t } = useWords(settingsWords);
  const queries = useQueryClient();
  const words = useTyped(`decide.${code}.${number}`, '');
  const lacking = useLacking<'reason'>();
  const approver = usePostAmong(
    code,
    approvers.map(({ post }) => post),
  );
  const { me } = approver;
  const isOwn = me?.account === by.account;
  const post = isOwn ? by.post : approver.post;
  const decide = useMutation({
    networkMode: 'always',
    mutationFn: ({ how, id }: { how: How; id: string }) => {
      const said = how === 'approved' ? (words.value ? { note: words.value } : {}) : { reason: words.value };
      const fact = { type: `amendment.${how}`, amendment: number, ...said };
      const body = { fact, occurredOn: today, seenVersion: 0, post, requestId: id };
      return send(`${programmePath(code)}/events`, body, me?.account ?? null);
    },
    onSuccess: async () => {
      words.drop();
      await queries.invalidateQueries({ queryKey: amendmentsQuery(code).queryKey });
      await queries.invalidateQueries({ queryKey: ['amendment', code] });
    },
  });
  function press(how: How) {
    if (lacking.find(how !== 'approved' && words.value.trim() === '' ? ['reason'] : []))
      decide.mutate({ how, id: requestId() });
  }
  if (!me) return null;
  if (!post || votes.some(({ account }) => account === me.account))
    return <p className="soft">{t('amend.mayNot', { who })}</p>;
  const button = (how: How, word: 'amend.approve' | 'amend.return' | 'amend.withdraw', style: string) => (
    <button
      type="button"
      className={`button ${style}`}
      disabled={decide.isPending}
      onClick={() => press(how)}
    >
      {t(word)}
    </button>
  );
  return (
    <div className="settings-form">
      {isOwn && <p className="soft">{t('amend.mayNot', { who })}</p>}
      <ReasonLine
        {...(isOwn ? {} : { label: `${t('amend.note')} / ${t('settings.reason')}` })}
        required={isOwn}
        value={words.value}
        onChange={(value) => {
          lacking.typedIn({ reason: value });
          words.set(value);
        }}
        fault={lacking.fault('reason', t('settings.reason'))}
      />
      <p className="small soft">{t('amend.final')}</p>
      {decide.error && <ProblemNotice error={decide.error} title={t('settings.refused')} />}
      <div className="settings-row">
        {!isOwn && button('approved', 'amend.approve', 'solid')}
        {!isOwn && button('returned', 'amend.return', 'grave')}
        {isOwn && button('withdrawn', 'amend.withdraw', 'grave')}
      </div>
    </div>
  );
}
