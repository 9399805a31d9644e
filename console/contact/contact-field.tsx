// One address: its label, what it is for, and what is wrong with it, tied to its input.
interface Props {
  name: 'mail' | 'webhook';
  type: 'email' | 'url';
  label: string;
  value: string | null;
  hint: string;
  fault: string | undefined;
}

export function ContactField({ name, type, label, value, hint, fault }: Props) {
  const id = `contact-${name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        defaultValue={value ?? ''}
        autoComplete={type === 'email' ? 'email' : 'off'}
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-fault ${id}-hint`}
      />
      <p className="fault" id={`${id}-fault`}>
        {fault}
      </p>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
