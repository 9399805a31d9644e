// What may be taken away, what each contains, and how it is checked outside. The server lists what it gives this reader.
import type { AuditView } from '../../server/contract/auditing/audit.ts';
import { useWords } from '../words/language.tsx';
import { Question } from './question.tsx';
import { auditWords } from './words.ts';

export function Take({ audit: { papers, entries, chains } }: { audit: AuditView }) {
  const { t, say } = useWords(auditWords);
  const whole = papers.some(({ id }) => id === 'export');
  return (
    <Question name="take" isOpen={papers.length > 0}>
      <ul className="audit-papers">
        {papers.map(({ id, name, holds, path }) => (
          <li key={id}>
            <a href={`/api/v1${say(path)}`} download>
              {say(name)}
            </a>
            <span className="audit-under">
              {say(holds)} {id === 'export' && t('audit.size', { entries, chains })}
            </span>
          </li>
        ))}
      </ul>
      <p className="small soft">{t('audit.takeNote')}</p>
      {whole && (
        <>
          <h3>{t('audit.outside')}</h3>
          <p>{t('audit.outsideNote')}</p>
        </>
      )}
      {papers.length > 0 && <Commands papers={papers} whole={whole} />}
    </Question>
  );
}

/** For whoever keeps the machine: the same by the command, and the check of a record that was taken away. */
function Commands({ papers, whole }: { papers: AuditView['papers']; whole: boolean }) {
  const { t, say } = useWords(auditWords);
  return (
    <details>
      <summary className="small">{t('audit.operators')}</summary>
      <dl className="facts small">
        {papers.map(({ id, name, command }) => (
          <div key={id}>
            <dt>{say(name)}</dt>
            <dd>
              <code>{command}</code>
            </dd>
          </div>
        ))}
      </dl>
      {whole && (
        <>
          <p className="small">{t('audit.outsideHow')}</p>
          <pre className="audit-command">
            <code>
              {"head -1 entries.jsonl | tr -d '\\n' | sha256sum\nsekimori verify --anchors heads.jsonl"}
            </code>
          </pre>
        </>
      )}
    </details>
  );
}
