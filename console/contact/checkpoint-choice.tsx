// Whether the day's signed checkpoint comes by mail: asked of those alone who audit a whole programme, or have chosen it before.
import type { ContactView } from '../../server/contract/telling/contacts.ts';
import { useWords } from '../words/language.tsx';
import { contactWords } from './words.ts';

export function CheckpointChoice({ checkpoint, audits }: Pick<ContactView, 'checkpoint' | 'audits'>) {
  const { t } = useWords(contactWords);
  if (!audits && !checkpoint) return null;
  return (
    <div className="field">
      <label className="contact-check">
        <input
          type="checkbox"
          name="checkpoint"
          defaultChecked={checkpoint}
          aria-describedby="contact-checkpoint-hint"
        />
        {t('contact.checkpoint')}
      </label>
      <p className="hint" id="contact-checkpoint-hint">
        {t('contact.checkpointHint')}
      </p>
    </div>
  );
}
