// A field of the way in: its label, what it takes, and a note beneath.
interface Props {
  name: string;
  label: string;
  autoComplete: 'username' | 'current-password' | 'new-password' | 'one-time-code';
  note?: string;
}

export function SignInField({ name, label, autoComplete, note }: Props) {
  const isCode = autoComplete === 'one-time-code';
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={isCode || autoComplete === 'username' ? 'text' : 'password'}
        autoComplete={autoComplete}
        {...(isCode ? { autoCapitalize: 'none', spellCheck: false, maxLength: 50 } : {})}
        required
        aria-describedby={note && `${name}-note`}
      />
      {note && (
        <p id={`${name}-note`} className="small soft">
          {note}
        </p>
      )}
    </div>
  );
}

/** What was typed, without what stands around it. */
export const typed = (form: HTMLFormElement, name: string): string =>
  String(new FormData(form).get(name) ?? '').trim();
