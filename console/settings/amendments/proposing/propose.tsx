// Proposing: what is gathered, with the reason and the day; looked at as it will be sent, then sent.
import { Link } from '@tanstack/react-router';
import { Waiting } from '../../../ui/problem.tsx';
import { useWords } from '../../../words/language.tsx';
import { Line, ReasonLine } from '../../field.tsx';
import { InputFaults } from '../../files/input-faults.tsx';
import { type Lacking, useLacking } from '../../lacking.ts';
import { settingsWords } from '../../words.ts';
import { FarDay } from '../far-day.tsx';
import { Preview } from '../preview.tsx';
import { reasonStands } from './draft.ts';
import { FolderPosts } from './folder-posts.tsx';
import { Gathering } from './gathering.tsx';
import { type Proposal, type Proposing, useProposal } from './use-proposal.ts';

export function Propose(proposing: Proposing) {
  const { t } = useWords(settingsWords);
  const proposal = useProposal(proposing);
  const { code, paths, error, draft, look, propose } = proposal;
  const lacking = useLacking<'reason'>();
  const hasReason = (isNeeded: boolean) =>
    lacking.find(isNeeded && draft.reason.trim() === '' ? ['reason'] : []);
  if (!paths) return <Waiting error={error} />;
  return (
    <div className="settings-form">
      <Gathering proposal={proposal} paths={paths} />
      <WhyAndWhen proposal={proposal} lacking={lacking} />
      {look.isStale && <p className="notice warn">{t('amend.lookAgain')}</p>}
      <button
        type="button"
        className="button"
        disabled={proposal.isEmpty || look.isPending}
        onClick={() => hasReason(reasonStands(draft)) && look.mutate(draft)}
      >
        {look.isPending ? t('settings.looking') : t('settings.preview')}
      </button>
      {look.error && <InputFaults error={look.error} />}
      <LookedAt proposal={proposal} onSend={() => hasReason(true) && propose.mutate()} />
      {propose.error && <InputFaults error={propose.error} />}
      {propose.data && (
        <p className="notice good" role="status">
          <Link
            to="/programmes/$code/settings/amendments/$number"
            params={{ code, number: String(propose.data.number) }}
          >
            {t('amend.sent', { number: propose.data.number })}
          </Link>
        </p>
      )}
    </div>
  );
}

interface PartProps {
  proposal: Proposal;
}

function WhyAndWhen({ proposal, lacking }: PartProps & { lacking: Lacking<'reason'> }) {
  const { t } = useWords(settingsWords);
  const { draft, today, fromOn, change } = proposal;
  return (
    <>
      <ReasonLine
        value={draft.reason}
        onChange={(reason) => {
          lacking.typedIn({ reason });
          change({ reason });
        }}
        fault={lacking.fault('reason', t('settings.reason'))}
      />
      <Line
        label={t('amend.fromOn')}
        type="date"
        hint={t('amend.fromOnHint')}
        note={draft.fromOn === null && fromOn !== '' ? t('amend.fromOnYear') : ''}
        value={fromOn}
        onChange={(on) => change({ fromOn: on })}
      />
      <FarDay on={fromOn} today={today} />
    </>
  );
}

function LookedAt({ proposal, onSend }: PartProps & { onSend: () => void }) {
  const { t } = useWords(settingsWords);
  const { draft, look, propose, change } = proposal;
  if (!look.data) return null;
  return (
    <>
      <Preview preview={look.data} />
      {draft.how === 'files' && (
        <FolderPosts
          heirs={look.data.heirs}
          stay={draft.postsStay}
          onChange={(postsStay) => {
            change({ postsStay });
            look.mutate({ ...draft, postsStay });
          }}
        />
      )}
      <p className="small soft">{t('amend.final')}</p>
      <button type="button" className="button solid" disabled={propose.isPending} onClick={onSend}>
        {propose.isPending ? t('settings.recording') : t('amend.send')}
      </button>
    </>
  );
}
