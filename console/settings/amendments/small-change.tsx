// The form of one small change: its kind, then only what that kind asks, with choices from the version in force.
import { useState } from 'react';
import type { PathList } from '../../../server/contract/settings/paths.ts';
import { useWords } from '../../words/language.tsx';
import type { Sentence } from '../../words/sentence.ts';
import { Choose, Line } from '../field.tsx';
import { settingsWords } from '../words.ts';
import {
  changeKinds,
  emptyChange,
  type FieldName,
  fieldsOf,
  missingIn,
  type TypedChange,
} from './change-form.ts';

interface Named {
  value: string;
  label: Sentence;
}

const once = (items: readonly Named[]): Named[] => [
  ...new Map(items.map((one) => [one.value, one])).values(),
];

function choicesIn({ items, bodies, systems, waves }: PathList) {
  const phases = items.flatMap((path) => path.phases);
  const deadlines = items.flatMap((path) => path.deadlines);
  const deadline = (all: typeof deadlines) =>
    once(all.map((one) => ({ value: one.deadline, label: one.label })));
  return {
    phase: once(phases.map(({ phase, label }) => ({ value: phase, label }))),
    body: bodies.map(({ body, label }) => ({ value: body, label })),
    system: systems.map(({ system, name }) => ({ value: system, label: name })),
    wave: waves.map(({ wave, label }) => ({ value: wave, label })),
    deadline: deadline(deadlines),
    settable: deadline(deadlines.filter(({ settable }) => settable)),
    asked: (phase: string) =>
      once(
        phases
          .filter((one) => phase === '' || one.phase === phase)
          .flatMap(({ gate }) => (gate?.approvals ?? []).map(({ post, label }) => ({ value: post, label }))),
      ),
  };
}

interface Props {
  paths: PathList;
  typed: TypedChange;
  onType: (typed: TypedChange) => void;
  onAdd: (typed: TypedChange) => void;
}

export function SmallChange({ paths, typed, onType, onAdd }: Props) {
  const { t, say } = useWords(settingsWords);
  const [lacking, setLacking] = useState<readonly FieldName[]>([]);
  const known = choicesIn(paths);
  const set = (part: Partial<TypedChange>) => onType({ ...typed, ...part });
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
    startOn: t('amend.start'),
    endOn: t('amend.end'),
  };
  const common = (name: FieldName, label = names[name]) => ({
    label,
    required: true,
    value: typed[name],
    onChange: (value: string) => set(name === 'of' ? { of: value, id: '' } : { [name]: value }),
    fault: lacking.includes(name) ? t('amend.incomplete', { field: label }) : null,
  });
  const choose = (name: FieldName, items: readonly Named[], label?: string) => (
    <Choose
      key={name}
      {...common(name, label)}
      empty={t('amend.choose')}
      choices={items.map(({ value, label: called }) => ({ value, label: say(called) }))}
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
        if (typed.kind === 'deadline') return choose(name, known.settable, t('amend.deadline'));
        return of && choose(name, known[of], t(`amend.${of}`));
      case 'phase':
        return choose(name, known.phase);
      case 'body':
        return choose(name, typed.kind === 'quorum' ? known.asked(typed.phase) : known.body);
      case 'count':
        return <Line key={name} {...common(name)} type="number" />;
      case 'startOn':
      case 'endOn':
        return <Line key={name} {...common(name)} hint={t('amend.vagueHint')} />;
      default:
        return <Line key={name} {...common(name)} />;
    }
  };
  function add() {
    const missing = missingIn(typed);
    setLacking(missing);
    if (missing.length === 0) onAdd(typed);
  }
  return (
    <>
      <Choose
        label={t('amend.kind')}
        value={typed.kind}
        onChange={(kind) => {
          setLacking([]);
          onType({ ...emptyChange, kind: changeKinds.find((one) => one === kind) ?? 'closedDay' });
        }}
        choices={changeKinds.map((value) => ({ value, label: t(`amend.${value}`) }))}
      />
      <div className="settings-row">{fieldsOf(typed.kind).map(input)}</div>
      <button type="button" className="button" onClick={add}>
        {t('amend.add')}
      </button>
    </>
  );
}
