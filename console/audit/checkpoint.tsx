// A signed checkpoint, taken now: the file to be kept away from the server, and the same on one page of paper.
import { useMutation, useQuery } from '@tanstack/react-query';
import { checkpointFile, digestLines, headWord } from '../../machines/values/checkpoint.ts';
import type { CheckpointView } from '../../server/contract/verification.ts';
import { get, programmePath } from '../api.ts';
import { programmeQuery } from '../queries.ts';
import { pathsQuery } from '../settings/queries.ts';
import { Moment } from '../ui/day.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { auditWords } from './words.ts';

export function CheckpointTaken({ code }: { code: string }) {
  const { t } = useWords(auditWords);
  const taking = useMutation({
    mutationFn: () => get<CheckpointView>(`${programmePath(code)}/checkpoint`),
  });
  return (
    <section className="audit-answer checkpoint" aria-labelledby="audit-checkpoint">
      <h3 id="audit-checkpoint">{t('audit.checkpoint')}</h3>
      <p>{t('audit.checkpointWhat')}</p>
      <p className="checkpoint-acts">
        <button type="button" className="button" disabled={taking.isPending} onClick={() => taking.mutate()}>
          {t('audit.checkpointTake')}
        </button>
      </p>
      {taking.error && <ProblemNotice error={taking.error} />}
      {taking.data && <Paper code={code} signed={taking.data} />}
    </section>
  );
}

function Paper({ code, signed }: { code: string; signed: CheckpointView }) {
  const { t, say } = useWords(auditWords);
  const { data: programme } = useQuery(programmeQuery(code));
  const { data: paths } = useQuery(pathsQuery(code));
  const called = (chain: string): string | null => {
    if (chain === code) return t('paper.own');
    const system = paths?.systems.find((one) => `${code}/${one.system}` === chain);
    return system ? say(system.name) : null;
  };
  const { checkpoint, digest, signature } = signed;
  const { at, previous, heads, rehearsal } = checkpoint;
  const entries = heads.reduce((sum, { seq }) => sum + seq, 0);
  return (
    <>
      <p className="checkpoint-acts">
        <a className="button" download={checkpointFile(checkpoint)} href={fileOf(signed)}>
          {t('audit.checkpointSave')}
        </a>
        <button type="button" className="button" onClick={() => window.print()}>
          {t('audit.checkpointPrint')}
        </button>
      </p>
      <article className="checkpoint-paper" aria-labelledby="checkpoint-title">
        <h4 id="checkpoint-title">
          {t('paper.title')} {programme && say(programme.name)} ({code})
        </h4>
        {rehearsal && <p>{t('paper.isRehearsal')}</p>}
        <dl className="checkpoint-facts">
          <dt>{t('paper.digest')}</dt>
          <dd>
            {digestLines(digest).map((line) => (
              <code key={line}>{line}</code>
            ))}
          </dd>
          <dt>{t('paper.at')}</dt>
          <dd>
            <Moment value={at} form="long" />
          </dd>
          <dt>{t('paper.key')}</dt>
          <dd>
            <code>{signature.key}</code>
          </dd>
          <dt>{t('paper.previous')}</dt>
          <dd>{previous === null ? t('paper.none') : <code>{headWord(previous)}</code>}</dd>
        </dl>
        <p>{t('paper.size', { chains: heads.length, entries })}</p>
        <ul className="checkpoint-heads" aria-label={t('paper.head')}>
          {heads.map(({ chain, seq, hash }) => (
            <li key={chain}>
              <span>
                {called(chain)} <small>{chain}</small>
              </span>{' '}
              <span className="number">{seq}</span> <code>{headWord(hash)}</code>
            </li>
          ))}
        </ul>
        <p className="checkpoint-hand">{t('paper.hand')}</p>
      </article>
    </>
  );
}

/** As the server gave it: the layout of the text is no part of what is signed. */
const fileOf = (signed: CheckpointView): string =>
  `data:application/json;charset=utf-8,${encodeURIComponent(`${JSON.stringify(signed, null, 2)}\n`)}`;
