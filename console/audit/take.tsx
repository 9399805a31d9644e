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
        {papers.map(({ id, name, holds, path, command }) => (
          <li key={id}>
            <a href={`/api/v1${say(path)}`} download>
              {say(name)}
            </a>
            <span className="audit-under">
              {say(holds)} {id === 'export' && t('audit.size', { entries, chains })}
            </span>
            <code className="audit-under soft">{command}</code>
          </li>
        ))}
      </ul>
      <p className="small soft">{t('audit.takeNote')}</p>
      {whole && (
        <>
          <h3>{t('audit.outside')}</h3>
          <p>{t('audit.outsideNote')}</p>
          <pre className="audit-command">
            <code>
              {"head -1 entries.jsonl | tr -d '\\n' | sha256sum\nsekimori verify --anchors heads.jsonl"}
            </code>
          </pre>
        </>
      )}
    </Question>
  );
}
