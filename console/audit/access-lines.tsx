// Lines of the access record: when, who by which way, what was looked at, and what was asked for, in words where there are any.
import { useQuery } from '@tanstack/react-query';
import { programmeQuery } from '../queries.ts';
import { Moment } from '../ui/day.tsx';
import { Scroll } from '../ui/scroll.tsx';
import { useWords } from '../words/language.tsx';
import { type AccessLine, systemsQuery } from './queries.ts';
import { askedWords, auditWords, valueWords } from './words.ts';

export function AccessLines({ code, lines }: { code: string; lines: readonly AccessLine[] }) {
  const { t, say } = useWords(auditWords);
  const { data: systems } = useQuery(systemsQuery(code));
  const { data: programme } = useQuery(programmeQuery(code));
  const systemNamed = (id: string) => {
    const known = systems?.find((one) => one.system === id);
    return known ? say(known.name) : id;
  };
  /** What was asked for, in words where there are any. */
  const wordFor = (asked: string, value: string): string => {
    if (asked === 'system') return systemNamed(value);
    const body = asked === 'post' ? programme?.bodies.find(({ id }) => id === value) : undefined;
    if (body) return say(body.label);
    const known = Object.hasOwn(valueWords, value) ? valueWords[value as keyof typeof valueWords] : null;
    return known ? say(known) : value;
  };
  return (
    <Scroll label={t('audit.access')}>
      <table className="grid-table">
        <caption className="hidden">{t('audit.access')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('audit.when')}</th>
            <th scope="col">{t('audit.who')}</th>
            <th scope="col">{t('audit.looked.at')}</th>
            <th scope="col">{t('audit.asked')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // Nothing of a line is its own: the same may be asked twice within a millisecond.
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added behind
            <Line key={`${line.at} ${index}`} line={line} systemNamed={systemNamed} wordFor={wordFor} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

interface LineProps {
  line: AccessLine;
  systemNamed: (id: string) => string;
  wordFor: (asked: string, value: string) => string;
}

function Line({ line, systemNamed, wordFor }: LineProps) {
  const { t, say } = useWords(auditWords);
  const { at, account, name, via, address, what, whatText, system, ofEverySystem, problemText, detail } =
    line;
  const subject = line.subjectName ?? line.subject;
  const { cursor: _cursor, limit: _limit, ...words } = detail;
  return (
    <tr>
      <td>
        <Moment value={at} />
      </td>
      <td>
        {account === '' ? t('audit.nobody') : (name ?? account)}
        {name !== null && <span className="audit-under soft">{account}</span>}
        <span className="audit-under soft">{t(`audit.via.${via}`)}</span>
        <span className="audit-under soft mono">{address}</span>
      </td>
      <td>
        <span title={what}>{whatText ? say(whatText) : what}</span>
        <span className="audit-under soft">
          {subject ?? (system ? systemNamed(system) : ofEverySystem && t('audit.everySystem'))}
        </span>
        {problemText && (
          <strong className="audit-under">
            {t('audit.refused')} {say(problemText)}
          </strong>
        )}
      </td>
      <td>
        {Object.entries(words).map(([word, value]) => (
          <span key={word} className="audit-under">
            {say(detailWord(word))}: {wordFor(word, String(value))}
          </span>
        ))}
      </td>
    </tr>
  );
}

/** The words of a question; what has none here stands as it was asked. */
function detailWord(name: string): { ja: string; en: string } {
  return Object.hasOwn(askedWords, name)
    ? askedWords[name as keyof typeof askedWords]
    : { ja: name, en: name };
}
