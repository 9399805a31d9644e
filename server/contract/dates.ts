// How a person may write a day to any client, and how clients print one: the same everywhere.
export { isDay } from '../../machines/values/date.ts';
export { formatEraShort, formatFiscalYear, parseJapaneseDate } from '../../machines/values/era.ts';
