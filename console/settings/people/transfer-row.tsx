// One person of the table that is typed: what changes for them, with choices from what they hold and what there is.
import type { AccountView } from '../../../server/contract/accounts.ts';
import type { PathList } from '../../../server/contract/settings/paths.ts';
import { useWords } from '../../words/language.tsx';
import { settingsWords } from '../words.ts';
import { usePeopleNames } from './names.ts';
import { changes, hasAfter, hasBefore, postsHeld, type Row } from './transfer-cells.ts';

interface Props {
  row: Row;
  at: number;
  code: string;
  on: string;
  people: readonly AccountView[];
  paths: PathList;
  set: (part: Partial<Row>) => void;
  /** What stands for the account is typed. */
  onNamed: () => void;
  onRemove: () => void;
}

export function TransferRow({ row, at, code, on, people, paths, set, onNamed, onRemove }: Props) {
  const { t, say } = useWords(settingsWords);
  const names = usePeopleNames(code);
  const person = people.find(({ account }) => account === row.account);
  const held = person ? postsHeld(person, code, on) : [];
  const before = held.map((post) => ({ value: post, label: names.post(post) }));
  const posts = paths.bodies.map(({ body, label }) => ({ value: body, label: say(label) }));
  const systems = paths.systems.map(({ system, name }) => ({ value: system, label: say(name) }));
  const called = (field: string) => t('transfer.rowName', { row: at + 1, field });
  const all = before.map(({ label }) => label).join(t('people.and'));
  const allBefore = person ? (all ? t('transfer.allHeld', { posts: all }) : t('people.none')) : '—';
  const nameOf = (account: string) => people.find((one) => one.account === account)?.name;
  return (
    <tr>
      <td data-head={t('transfer.change')}>
        <select
          aria-label={called(t('transfer.change'))}
          value={row.change}
          onChange={({ target: { value } }) =>
            set({ change: changes.find((one) => one === value) ?? 'leave' })
          }
        >
          {changes.map((one) => (
            <option key={one} value={one}>
              {t(`transfer.${one}`)}
            </option>
          ))}
        </select>
      </td>
      <td data-head={t('people.account')}>
        <input
          type="text"
          list="transfer-accounts"
          aria-label={called(t('people.account'))}
          value={row.account}
          onChange={({ target: { value: account } }) =>
            set({ account, name: nameOf(account) ?? row.name, fromPost: '' })
          }
          onBlur={onNamed}
        />
      </td>
      <td data-head={t('people.name')}>
        <input
          type="text"
          className="whole-name"
          aria-label={called(t('people.name'))}
          value={row.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      </td>
      <td data-head={t('transfer.fromPost')}>
        <Among
          label={called(t('transfer.fromPost'))}
          value={row.fromPost}
          empty={allBefore}
          choices={before}
          disabled={!hasBefore(row.change)}
          onChange={(fromPost) => set({ fromPost })}
        />
      </td>
      <td data-head={t('transfer.toPost')}>
        <Among
          label={called(t('transfer.toPost'))}
          value={row.post}
          empty="—"
          choices={posts}
          disabled={!hasAfter(row.change)}
          onChange={(post) => set({ post })}
        />
      </td>
      <td data-head={t('people.scope')}>
        <Among
          label={called(t('people.scope'))}
          value={row.system}
          empty={t('settings.all')}
          choices={systems}
          onChange={(system) => set({ system })}
        />
      </td>
      <td data-head={t('transfer.until')}>
        <input
          type="date"
          aria-label={called(t('transfer.until'))}
          value={row.until ?? ''}
          disabled={row.change === 'leave'}
          onChange={(event) => set({ until: event.target.value })}
        />
      </td>
      <td data-head={t('transfer.row')}>
        <button
          type="button"
          className="button slim"
          aria-label={t('transfer.removeOf', { row: at + 1 })}
          onClick={onRemove}
        >
          {t('transfer.remove')}
        </button>
      </td>
    </tr>
  );
}

interface AmongProps {
  label: string;
  value: string;
  /** What it means that none is chosen. */
  empty: string;
  choices: readonly { value: string; label: string }[];
  disabled?: boolean;
  onChange: (value: string) => void;
}

function Among({ label, value, empty, choices, disabled = false, onChange }: AmongProps) {
  return (
    <select
      aria-label={label}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{empty}</option>
      {choices.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  );
}
