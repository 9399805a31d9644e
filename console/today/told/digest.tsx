// The newest digest on top of the inbox: what is near, what waits and what happened, each line with what to do and where.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { InboxView } from '../../../server/contract/telling/inbox.ts';
import { programmePath, post as sendPost } from '../../api.ts';
import { meQuery } from '../../queries.ts';
import { Channels } from '../../ui/channels.tsx';
import { Day } from '../../ui/day.tsx';
import { ProblemNotice } from '../../ui/problem.tsx';
import { useSpeech } from '../../words/language.tsx';
import type { Word } from '../../words/words.ts';

type Digest = NonNullable<InboxView['digest']>;
type Line = Digest['lines'][number];

/** In the order in which they are told. */
const parts: readonly { kind: Line['kind']; heading: Word }[] = [
  { kind: 'deadline', heading: 'digest.deadlines' },
  { kind: 'task', heading: 'digest.tasks' },
  { kind: 'told', heading: 'digest.told' },
];

export function DigestSection({ code, digest }: { code: string; digest: Digest }) {
  const { t } = useSpeech();
  const queries = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const read = useMutation({
    mutationFn: (day: string) =>
      sendPost<void>(`${programmePath(code)}/inbox/digests/read`, { day }, me?.account ?? null),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['inbox', code] }),
  });
  const { day, late, readAt, channels, lines } = digest;
  return (
    <section className="digest" aria-labelledby="inbox-digest">
      <div className="inbox-head">
        <h3 id="inbox-digest">
          {t('digest.title')} <Day value={day} />{' '}
          {!readAt && <span className="tag key">{t('inbox.unread')}</span>}
        </h3>
        {!readAt && (
          <button
            type="button"
            className="button slim"
            disabled={read.isPending}
            onClick={() => read.mutate(day)}
          >
            {t('digest.markRead')}
          </button>
        )}
      </div>
      {read.error && <ProblemNotice error={read.error} title={t('digest.notMarked')} />}
      {late && <p className="soft small">{t('digest.late')}</p>}
      {channels.length > 0 && (
        <details className="folded small">
          <summary>{t('digest.carried')}</summary>
          <Channels channels={channels} />
        </details>
      )}
      {parts.map(({ kind, heading }) => (
        <Lines key={kind} code={code} heading={heading} lines={lines.filter((line) => line.kind === kind)} />
      ))}
    </section>
  );
}

function Lines({ code, heading, lines }: { code: string; heading: Word; lines: readonly Line[] }) {
  const { t } = useSpeech();
  if (lines.length === 0) return null;
  return (
    <>
      <h4 className="digest-part">{t(heading)}</h4>
      <ul className="inbox-list small">
        {lines.map((line) => (
          <li key={line.text.en + line.systems.map(({ system }) => system).join()}>
            <OneLine code={code} line={line} />
          </li>
        ))}
      </ul>
    </>
  );
}

function OneLine({ code, line }: { code: string; line: Line }) {
  const { t, say } = useSpeech();
  const { text, act, derivation, late, standing, systems } = line;
  return (
    <>
      <span>
        {late && <span className="tag warn">{t('warned.late')}</span>}{' '}
        {standing && <span className="tag">{t('digest.standing')}</span>} {say(text)}
      </span>
      {act && <span className="soft">{t('digest.act', { act: say(act) })}</span>}
      {derivation && (
        <details className="folded">
          <summary>{t('digest.why')}</summary>
          <p className="soft">{say(derivation)}</p>
        </details>
      )}
      {systems.length === 0 && (
        <Link to="/programmes/$code/board" params={{ code }} search={{}} replace>
          {t('digest.programme')}
        </Link>
      )}
      {systems.length > 0 && (
        <ul className="digest-systems">
          {systems.map(({ system, systemName, post }) => (
            <li key={system}>
              <Link
                to="/programmes/$code/systems/$system"
                params={{ code, system }}
                search={post === null ? {} : { post }}
                replace
              >
                {say(systemName)}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
