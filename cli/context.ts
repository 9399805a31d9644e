// What a running command has at hand: the reader's language, the server, the programme meant, its own options.
import { type Me, me, type ProgrammeList, programmeList } from '../server/contract/programmes.ts';
import { CommandFailure } from './failure.ts';
import type { Options } from './options.ts';
import { type Language, type Say, speak, type Text } from './print/speech.ts';
import { visibleJson, visibleLine } from './print/visible.ts';
import { findAccess } from './session/access.ts';
import { type Client, createClient } from './session/client.ts';

type ReadInput = (asked?: Text) => Promise<string>;

export interface Person {
  /** One line, shown as it is typed. */
  ask: (asked: Text) => Promise<string>;
  tell: (lines: readonly string[]) => void;
}

export interface Context {
  language: Language;
  say: Say;
  env: NodeJS.ProcessEnv;
  json: boolean;
  /** Found and made when first asked for: some commands need no server. */
  client: Client;
  /** Reads standard input whole: a password, a token. A terminal is asked in these words. */
  readInput: ReadInput;
  /** Somebody who is asked and told at a terminal, beside the answer; null where nobody sits there. */
  person: Person | null;
  /** Prints what comes while the command still runs: the line, or under `--json` the value on one line. */
  emit: (value: unknown, line: string) => void;
  /** The code of the programme meant: `--programme`, or the only one there is. */
  programme(): Promise<string>;
  /** Says the command that sends an act; the act's own type where this release has none for it. */
  commandOf(): Promise<(type: string) => string>;
  /** Whether that programme is a rehearsal, where no answer says so. */
  rehearsal(code: string): Promise<boolean>;
  me(): Promise<Me>;
}

export interface Surroundings {
  env: NodeJS.ProcessEnv;
  language: Language;
  readInput: ReadInput;
  person: Person | null;
  emit: (text: string) => void;
  /** By act. */
  commands: () => Promise<ReadonlyMap<string, string>>;
}

export function createContext(
  options: Options,
  { env, language, readInput, person, emit, commands }: Surroundings,
): Context {
  const asked = options.text('programme');
  let made: Client | undefined;
  let code: Promise<string> | undefined;
  const client = () => {
    made ??= createClient(findAccess({ url: options.text('url'), as: options.text('as') }, env));
    return made;
  };
  return {
    language,
    say: speak(language),
    env,
    json: options.flag('json'),
    get client() {
      return client();
    },
    readInput,
    person,
    emit: (value, line) =>
      emit(options.flag('json') ? visibleJson(JSON.stringify(value)) : visibleLine(line)),
    commandOf: async () => {
      const known = await commands();
      return (type) => known.get(type) ?? `(${type})`;
    },
    programme: () => {
      code ??= programmeMeant(client(), asked);
      return code;
    },
    rehearsal: async (meant) => {
      const { items, notReady } = await programmesOf(client());
      return [...items, ...notReady].some((row) => row.code === meant && row.rehearsal);
    },
    me: () => client().get(me, '/me'),
  };
}

const programmesOf = (client: Client): Promise<ProgrammeList> => client.get(programmeList, '/programmes');

async function programmeMeant(client: Client, asked: string | undefined): Promise<string> {
  return asked === undefined ? onlyOneOf(await programmesOf(client)) : encodeURIComponent(asked);
}

/** One that is not ready now is there all the same: nothing meant for it goes to another. */
export function onlyOneOf({ items, notReady }: ProgrammeList): string {
  const all = [...items, ...notReady];
  const [only, ...others] = all;
  if (!only) {
    throw new CommandFailure('refused', {
      ja: '見られる計画がありません。sekimori load で読み込むか、権限を確かめてください。',
      en: 'There is no programme you may see. Load one with sekimori load, or check your roles.',
    });
  }
  if (others.length === 0) return only.code;
  throw new CommandFailure('wrongUse', {
    ja: `計画が複数あります。--programme で団体コードを指定してください：${all.map(({ code, name, rehearsal }) => `${code} ${name.ja}${rehearsal ? '（演習）' : ''}`).join('、')}`,
    en: `There are several programmes: name one with --programme. ${all.map(({ code, name, rehearsal }) => `${code} ${name.en}${rehearsal ? ' (rehearsal)' : ''}`).join(', ')}`,
  });
}
