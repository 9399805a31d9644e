// Why a database cannot be moved: codes with their facts, and the sentences made of them in one place.

export type MoveFault =
  | { code: 'use.wrong' }
  | { code: 'target.missing'; variable: 'DATABASE_URL' | 'TEMPORAL_ADDRESS' }
  | { code: 'nothing.there'; folder: string }
  | { code: 'target.old'; address: string; version: string }
  | { code: 'target.encoding'; address: string; encoding: string }
  | { code: 'target.notEmpty'; address: string; tables: readonly string[] }
  | { code: 'owner.same'; role: string }
  | { code: 'owner.mayNot'; role: string }
  | { code: 'role.mayToo'; role: string }
  | { code: 'temporal.occupied'; address: string; namespace: string; programme: string }
  | { code: 'copy.differs'; table: string };

/** `message` is fit for the reader, Japanese first. */
export class MoveFailure extends Error {
  readonly fault: MoveFault;

  constructor(fault: MoveFault) {
    super(sentences(fault).join('\n'));
    this.name = 'MoveFailure';
    this.fault = fault;
  }
}

function sentences(fault: MoveFault): readonly [ja: string, en: string] {
  switch (fault.code) {
    case 'use.wrong':
      return ['使い方: npm run move [-- --check]', 'Use: npm run move [-- --check]'];
    case 'target.missing':
      return [
        `${fault.variable} に、移す先を指定してください。`,
        `Name in ${fault.variable} where to move to.`,
      ];
    case 'nothing.there':
      return [
        `${fault.folder} には関守のデータベースがありません。SEKIMORI_DATA を確かめてください。`,
        `There is no database of Sekimori in ${fault.folder}. Check SEKIMORI_DATA.`,
      ];
    case 'target.old':
      return [
        `${fault.address} は PostgreSQL ${fault.version} です。15 以上が必要です。`,
        `${fault.address} is PostgreSQL ${fault.version}; 15 or later is needed.`,
      ];
    case 'target.encoding':
      return [
        `${fault.address} の文字コードは ${fault.encoding} です。UTF8 で作り直してください。`,
        `${fault.address} is encoded as ${fault.encoding}. Make it anew as UTF8.`,
      ];
    case 'target.notEmpty':
      return [
        `${fault.address} は空ではありません（${fault.tables.slice(0, 5).join('、')}）。空のデータベースを指定してください。`,
        `${fault.address} is not empty (${fault.tables.slice(0, 5).join(', ')}). Name an empty database.`,
      ];
    case 'owner.same':
      return [
        `DATABASE_URL と SEKIMORI_OWNER_DATABASE_URL の利用者が同じです（${fault.role}）。表の持ち主と、使うだけの利用者を分けてください。`,
        `DATABASE_URL and SEKIMORI_OWNER_DATABASE_URL are of one role (${fault.role}). The owner of the tables and who uses them must be two.`,
      ];
    case 'owner.mayNot':
      return [
        `${fault.role} は、そのデータベースに表を作れません: GRANT CREATE ON SCHEMA public TO ${fault.role}`,
        `${fault.role} may not create tables in that database: GRANT CREATE ON SCHEMA public TO ${fault.role}`,
      ];
    case 'role.mayToo':
      return [
        `${fault.role} は表を作れてしまいます。使うだけの利用者にしてください: REVOKE CREATE ON SCHEMA public FROM ${fault.role}, PUBLIC`,
        `${fault.role} may create tables too; it is to use them only: REVOKE CREATE ON SCHEMA public FROM ${fault.role}, PUBLIC`,
      ];
    case 'temporal.occupied':
      return [
        `Temporal（${fault.address}、名前空間 ${fault.namespace}）では、団体 ${fault.programme} の移行がすでに動いています。別の名前空間を TEMPORAL_NAMESPACE に指定してください。`,
        `Migrations of ${fault.programme} run already on Temporal at ${fault.address}, namespace ${fault.namespace}. Name another in TEMPORAL_NAMESPACE.`,
      ];
    case 'copy.differs':
      return [
        `表 ${fault.table} の写しが元と一致しません。移す先には何も残していません。`,
        `The copy of the table ${fault.table} is not as the table was. Nothing is left where it was moved to.`,
      ];
  }
}
