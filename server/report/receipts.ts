// Who was warned of which deadline, by every channel, with what came of it: a CSV that is made as it is sent.
import type { ExportedWarning } from '../../ledger/models/digests/warnings.ts';
import type { Text } from '../../machines/definition/definition.ts';
import { instantFromMs } from '../../machines/values/date.ts';
import {
  carriedWords,
  channelWord,
  inboxWord,
  readWords,
  receiptColumns,
} from '../../texts/telling/receipt-texts.ts';
import { csvPart } from './csv.ts';
import type { Cell, Language } from './section.ts';

interface Told {
  language: Language;
  rehearsal: boolean;
  /** What a post is called. */
  post: (post: string) => Text;
}

export function receiptsCsv(
  pages: AsyncGenerator<ExportedWarning[], undefined>,
  told: Told,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const parts = partsOf(pages, told);
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await parts.return(undefined);
    },
  });
}

async function* partsOf(
  pages: AsyncGenerator<ExportedWarning[], undefined>,
  told: Told,
): AsyncGenerator<string, undefined> {
  yield csvPart([receiptColumns.map((column) => column[told.language])], { isFirst: true });
  for await (const warnings of pages) {
    const rows = warnings.flatMap((warning) => rowsOf(warning, told));
    if (rows.length > 0) yield csvPart(rows, { isFirst: false });
  }
  return undefined;
}

/** In Japan, as a sheet takes it for an instant: `2023-12-08 09:00:30`. */
const moment = (written: string | null): string =>
  written === null ? '' : instantFromMs(Date.parse(written)).slice(0, 19).replace('T', ' ');

/** A row for the inbox, and one for each way besides. */
function rowsOf({ channels, ...told }: ExportedWarning, { language, rehearsal, post }: Told): Cell[][] {
  const say = (text: Text): string => text[language];
  const head: Cell[] = [told.day, moment(told.madeAt), told.late ? '○' : ''];
  const what: Cell[] = [told.system, say(told.systemName), told.deadline, told.dueOn, say(told.text)];
  const whom: Cell[] = [told.account, told.name, told.posts.map((one) => say(post(one))).join('、')];
  const row = (way: Cell[]): Cell[] => [...head, ...what, ...whom, ...way, rehearsal ? '○' : ''];
  const read = say(told.readAt === null ? readWords.unread : readWords.read);
  return [
    row([say(inboxWord), told.day, read, moment(told.readAt), '', '', '']),
    ...channels.map(({ channel, day, state, at, attempts, receipt, error, messageId }) =>
      row([
        say(channelWord(channel)),
        ...[day, say(carriedWords[state]), moment(at), attempts, receipt ?? error ?? '', messageId],
      ]),
    ),
  ];
}
