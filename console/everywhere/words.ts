// The words of the nation-wide page.
import type { Words } from '../words/sentence.ts';

export const everywhereWords = {
  'everywhere.title': { ja: '全国の一覧', en: 'All municipalities' },
  'everywhere.prefecture': { ja: '都道府県', en: 'Prefecture' },
  'everywhere.municipality': { ja: '団体', en: 'Municipality' },
  'everywhere.group': { ja: '集計', en: 'Count by' },
  'everywhere.by.none': { ja: 'しない（急ぐものから並べる）', en: 'Not: list, most urgent first' },
  'everywhere.by.prefecture': { ja: '都道府県ごと', en: 'Prefecture' },
  'everywhere.by.municipality': { ja: '団体ごと', en: 'Municipality' },
  'everywhere.by.business': { ja: '業務ごと', en: 'Business' },
  'everywhere.by.phase': { ja: '工程ごと', en: 'Phase' },
  'everywhere.due': { ja: '次の期限', en: 'Next deadline' },
  'everywhere.state': { ja: '状況', en: 'State' },
  'everywhere.lacks': { ja: '不足 {count}', en: '{count} missing' },
  'everywhere.caption': {
    ja: '全国の業務システム。急ぐものから',
    en: 'Systems of all municipalities, the most urgent first',
  },
  'everywhere.groups': { ja: '集計', en: 'Counts' },
  'everywhere.reading': { ja: '読み込んでいます', en: 'loading' },
  'everywhere.notReady': {
    ja: '{count} 件の計画は、時計に届かないため含めていません。',
    en: '{count} programmes are left out: their clocks cannot be told.',
  },
} as const satisfies Words;
