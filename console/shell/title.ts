// The window's title: which page, then the product.
import { useEffect } from 'react';
import { useSpeech } from '../words/language.tsx';

export function useTitle(page: string): void {
  const { t } = useSpeech();
  const product = t('app.name');
  useEffect(() => {
    document.title = page ? `${page} | ${product}` : product;
  }, [page, product]);
}
