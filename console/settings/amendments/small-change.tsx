// The form of one small change: its kind, then only what that kind asks, with choices from the version in force.
import type { PathList } from '../../../server/contract/settings/paths.ts';
import { useWords } from '../../words/language.tsx';
import { Choose, Line } from '../field.tsx';
import { useLacking } from '../lacking.ts';
import { settingsWords } from '../words.ts';
import { choicesFor } from './change-choices.ts';
import {
  changeKinds,
  emptyChange,
  type FieldName,
  fieldsOf,
  isRequired,
  kindWord,
  missingIn,
  type TypedChange,
} from './change-form.ts';
import { useChangeWords } from './change-words.ts';
import { FarDay } from './far-day.tsx';

interface Props {
  paths: PathList;
  typed: TypedChange;
  onType: (typed: TypedChange) => void;
  onAdd: (typed: TypedChange) => void;
}

/** What was chosen among what another choice left. */
const emptied = (kind: TypedChange['kind'], name: FieldName): Partial<TypedChange> => ({
  ...(name === 'of' ? { id: '' } : {}),
  ...(name === 'phase' && kind === 'quorum' ? { body: '' } : {}),
  ...(kind === 'plan' && (name === 'of' || name === 'id') ? { phase: '' } : {}),
});

const vagueEra = (written: string, era: (vague: string) => string | null): string | null =>
  /^\d{4}-\d{2}(?:-\d{2})?$/.test(written) ? era(written) : null;

export function SmallChange({ paths, typed, onType, onAdd }: Props) {
  const { t, say, era } = useWords(settingsWords);
  const { choice } = useChangeWords(paths);
  const lacking = useLacking<FieldName>();
  const set = (part: Partial<TypedChange>) => {
    lacking.typedIn(part);
    onType({ ...typed, ...part });
  };
  const names: Record<FieldName, string> = {
    on: t('amend.day'),
    closed: t('amend.closedDay'),
    of: t('amend.of'),
    id: t('amend.of'),
    phase: t('amend.phase'),
    body: t('amend.body'),
    count: t('amend.count'),
    ja: t('amend.nameJa'),
    en: t('amend.nameEn'),
    votes: t('amend.votes'),
    startOn: t('amend.start'),
    endOn: t('amend.end'),
  };
  const common = (name: FieldName, label = names[name]) => ({
    label,
    required: isRequired(name, typed),
    value: typed[name],
    onChange: (value: string) => set({ ...emptied(typed.kind, name), [name]: value }),
    fault: lacking.fault(name, label),
  });
  const choose = (name: FieldName, label?: string) => (
    <Choose
      key={name}
      {...common(name, label)}
      empty={t('amend.choose')}
      choices={choicesFor(paths, typed, name).map((one) => ({
        value: one.value,
        label: choice(one),
        ...(one.group ? { group: say(one.group) } : {}),
      }))}
    />
  );
  const kinds =
    typed.kind === 'plan'
      ? (['system', 'wave'] as const)
      : (['phase', 'body', 'deadline', 'system'] as const);
  const of = kinds.find((one) => one === typed.of);
  const input = (name: FieldName) => {
    switch (name) {
      case 'on':
        return <Line key={name} {...common(name)} type="date" />;
      case 'closed':
        return (
          <Choose
            key={name}
            {...common(name)}
            choices={[
              { value: 'true', label: t('amend.closed') },
              { value: 'false', label: t('amend.open') },
            ]}
          />
        );
      case 'of':
        return (
          <Choose
            key={name}
            {...common(name)}
            empty={t('amend.choose')}
            choices={kinds.map((value) => ({ value, label: t(`amend.${value}`) }))}
          />
        );
      case 'id':
        if (typed.kind === 'body')
          return <Line key={name} {...common(name, t('amend.newId'))} hint={t('amend.idHintBody')} />;
        if (typed.kind === 'deadline') return choose(name, t('amend.deadline'));
        return of && choose(name, t(`amend.${of}`));
      case 'phase':
        return choose(name, typed.kind === 'body' ? t('amend.decidesAt') : undefined);
      case 'body':
        return choose(name);
      case 'votes':
        return typed.phase !== '' && <Line key={name} {...common(name)} type="number" />;
      case 'count':
        return (
          <Line
            key={name}
            {...common(name, typed.kind === 'body' ? t('amend.membersOf') : undefined)}
            type="number"
          />
        );
      case 'startOn':
      case 'endOn':
        return (
          <Line key={name} {...common(name)} hint={vagueEra(typed[name], era) ?? t('amend.vagueHint')} />
        );
      case 'en':
        return <Line key={name} {...common(name)} hint={t('amend.nameEnHint')} />;
      default:
        return <Line key={name} {...common(name)} />;
    }
  };
  function add() {
    if (lacking.find(missingIn(typed))) onAdd(typed);
  }
  return (
    <>
      <Choose
        label={t('amend.kind')}
        value={typed.kind}
        onChange={(kind) => {
          lacking.find([]);
          onType({ ...emptyChange, kind: changeKinds.find((one) => one === kind) ?? 'closedDay' });
        }}
        choices={changeKinds.map((value) => ({ value, label: t(kindWord(value)) }))}
      />
      <div className="settings-row">{fieldsOf(typed.kind).map(input)}</div>
      <FarDay on={typed.on} today={paths.setting.today} />
      <p className="small soft">{t('amend.otherwise')}</p>
      <button type="button" className="button" onClick={add}>
        {t('amend.add')}
      </button>
    </>
  );
}
