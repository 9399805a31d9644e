// What the schema changes of this program say the database holds to: triggers, functions, generated columns, rights. Read
// from the very files that made them, so that the two cannot drift apart.

export interface Trigger {
  table: string;
  name: string;
  function: string;
  /** `before insert`, `before update or delete or truncate`. */
  when: string;
  each: 'row' | 'statement';
  /** Also in a session that plays a replica. */
  always: boolean;
}

export interface WrittenFunction {
  source: string;
  /** Runs with the rights of its owner. */
  definer: boolean;
  /** What it sets while it runs: `search_path=public, pg_temp`. */
  settings: string[];
}

export interface SchemaWords {
  triggers: Trigger[];
  /** By name; those that are written as a text. */
  functions: Map<string, WrittenFunction>;
  /** Functions that not everyone may call. */
  closed: string[];
  /** Table → columns that are generated. */
  generated: Map<string, string[]>;
  /** Table → what the application may do. */
  rights: Map<string, string[]>;
}

export function schemaWords(texts: readonly string[]): SchemaWords {
  const all = texts.join('\n').replaceAll(/--[^\n]*/g, '');
  return {
    triggers: triggersIn(all),
    functions: functionsIn(all),
    closed: [...all.matchAll(/revoke execute on function ([\w, ]+?) from public/g)].flatMap(
      ([, names = '']) => names.split(/,\s*/),
    ),
    generated: generatedIn(all),
    rights: rightsIn(all),
  };
}

function functionsIn(all: string): Map<string, WrittenFunction> {
  const pattern = /create (?:or replace )?function (\w+)\s*\(([\s\S]*?)as \$\$([\s\S]*?)\$\$/g;
  return new Map(
    [...all.matchAll(pattern)].map(([, name = '', head = '', source = '']) => [
      name,
      {
        source,
        definer: /\bsecurity definer\b/.test(head),
        settings: [...head.matchAll(/\bset (\w+) = ([^\n]+)/g)].map(
          ([, of, to = '']) => `${of}=${to.trim()}`,
        ),
      },
    ]),
  );
}

function triggersIn(all: string): Trigger[] {
  const always = new Set(
    [...all.matchAll(/alter table (\w+) enable always trigger (\w+)/g)].map(
      ([, table, name]) => `${table} ${name}`,
    ),
  );
  const pattern =
    /create trigger (\w+) ((?:before|after) [\w ]+?) on (\w+)\s+for each (row|statement) execute function (\w+)/g;
  return [...all.matchAll(pattern)].map(([, name = '', when = '', table = '', each, run = '']) => ({
    table,
    name,
    function: run,
    when,
    each: each === 'row' ? 'row' : 'statement',
    always: always.has(`${table} ${name}`),
  }));
}

function generatedIn(all: string): Map<string, string[]> {
  const tables = [...all.matchAll(/create table (\w+) \(([\s\S]*?)\n\);/g)];
  return new Map(
    tables.map(([, table = '', columns = '']) => [
      table,
      [...columns.matchAll(/^\s+(\w+) [^\n]*generated always as \(/gm)].map(([, name = '']) => name),
    ]),
  );
}

function rightsIn(all: string): Map<string, string[]> {
  const rights = new Map<string, string[]>();
  for (const [, what = '', tables = ''] of all.matchAll(/^grant ([\w, ]+?) on ([\w, ]+?) to/gm)) {
    if (what.includes('execute')) continue;
    for (const table of tables.split(/,\s*/)) {
      rights.set(table, [...(rights.get(table) ?? []), ...what.split(/,\s*/)].sort());
    }
  }
  return rights;
}
