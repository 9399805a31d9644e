// The rest of a list, a page at a time: one press is one question, and each is in the access record.
import { useWords } from '../words/language.tsx';
import { auditWords } from './words.ts';

interface Props {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

export function More({ hasNextPage, isFetchingNextPage, fetchNextPage }: Props) {
  const { t } = useWords(auditWords);
  if (!hasNextPage) return null;
  return (
    <button
      type="button"
      className="button slim"
      disabled={isFetchingNextPage}
      onClick={() => void fetchNextPage()}
    >
      {t('app.more')}
    </button>
  );
}
