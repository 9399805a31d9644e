// Why a process of Sekimori cannot start or go on: codes with their facts, and the sentences made of them in one place.
// Knows nothing of how the faults are found.

export type StartFault =
  | { code: 'environment.wrong'; variable: string; ja: string; en: string }
  | { code: 'lock.held'; folder: string; pid: number; address: string }
  | { code: 'port.taken'; host: string; port: number }
  | { code: 'host.unknown'; host: string; why: string }
  | { code: 'folder.notAFolder'; folder: string }
  | { code: 'folder.notWritable'; folder: string; why: string }
  | { code: 'folder.shared'; folder: string }
  | { code: 'folder.notPrivate'; folder: string }
  | { code: 'folder.full'; folder: string; freeMiB: number; neededMiB: number }
  | { code: 'folder.unreachable'; folder: string; ancestor: string; user: string }
  | { code: 'secrets.lost'; folder: string; file: string }
  | { code: 'secrets.unreadable'; file: string; why: string }
  | { code: 'secrets.wrong'; file: string; role: string }
  | { code: 'postgres.noPrograms'; platform: string }
  | { code: 'postgres.version'; folder: string; found: string; ours: string }
  | { code: 'postgres.failed'; doing: string; why: string; log: string }
  | { code: 'temporal.failed'; why: string; log: string }
  | { code: 'temporal.unreachable'; address: string; why: string }
  | { code: 'temporal.namespace'; address: string; namespace: string; why: string }
  | { code: 'temporal.searchAttributes'; address: string; namespace: string; missing: string; why: string }
  | { code: 'database.unreachable'; address: string; why: string }
  | { code: 'database.moved'; folder: string; to: string; on: string; file: string }
  | { code: 'schema.failed'; why: string }
  | { code: 'process.failing'; name: string; log: string; why: string }
  | { code: 'programme.wrong'; mistakes: readonly string[] }
  | { code: 'start.tooLong'; minutes: number; lacking: string; log: string }
  | { code: 'build.missing'; file: string };

/** How a process ends that would end so again however often it is started: what it was given must be put right first. */
export const WRONG_USE = 2;

/** Thrown where a start must end; `message` is fit for the reader, Japanese first. */
export class StartFailure extends Error {
  readonly faults: readonly StartFault[];

  constructor(...faults: StartFault[]) {
    super(faults.map(sentence).join('\n'));
    this.name = 'StartFailure';
    this.faults = faults;
  }

  get exitCode(): number {
    return this.faults.some(({ code }) => code === 'programme.wrong') ? WRONG_USE : 1;
  }
}

type SentencesOf<F> = F extends StartFault ? (fault: F) => readonly [ja: string, en: string] : never;
type Sentences = { [C in StartFault['code']]: SentencesOf<Extract<StartFault, { code: C }>> };

/** The sentence of a fault in Japanese, then in English. */
export function sentence(fault: StartFault): string {
  // Each code's maker takes exactly that code's fault; TypeScript cannot tie the two through the index.
  const make = sentences[fault.code] as (fault: StartFault) => readonly [string, string];
  return make(fault).join('\n');
}

const sentences: Sentences = {
  'environment.wrong': (f) => [
    `環境変数 ${f.variable}: ${f.ja}`,
    `Environment variable ${f.variable}: ${f.en}`,
  ],
  'lock.held': (f) => [
    `データフォルダ ${f.folder} では、すでに関守が動いています（${f.address}、プロセス ${f.pid}）。そちらを開くか、別の SEKIMORI_DATA と SEKIMORI_PORT を指定してください。`,
    `Sekimori is already running on the data folder ${f.folder} (${f.address}, process ${f.pid}). Open that one, or set another SEKIMORI_DATA and SEKIMORI_PORT.`,
  ],
  'port.taken': (f) => [
    `ポート ${f.port}（${f.host}）は別のプログラムが使っています。SEKIMORI_PORT で別のポートを指定してください（例: SEKIMORI_PORT=${f.port + 1} npm start）。`,
    `Port ${f.port} on ${f.host} is used by another program. Choose another with SEKIMORI_PORT (such as SEKIMORI_PORT=${f.port + 1} npm start).`,
  ],
  'host.unknown': (f) => [
    `SEKIMORI_HOST（${f.host}）で待ち受けできません（${f.why}）。このコンピューターのアドレスを指定してください。`,
    `SEKIMORI_HOST (${f.host}) cannot be listened on (${f.why}). Give an address of this computer.`,
  ],
  'folder.notAFolder': (f) => [
    `${f.folder} はフォルダではありません。SEKIMORI_DATA にフォルダを指定してください。`,
    `${f.folder} is not a folder. Set SEKIMORI_DATA to a folder.`,
  ],
  'folder.notWritable': (f) => [
    `データフォルダ ${f.folder} に書き込めません（${f.why}）。書き込めるフォルダを SEKIMORI_DATA に指定するか、権限を直してください。`,
    `The data folder ${f.folder} cannot be written to (${f.why}). Set SEKIMORI_DATA to a folder that can, or change its permissions.`,
  ],
  'folder.shared': (f) => [
    `${f.folder} には関守のものでないファイルがあります。SEKIMORI_DATA に関守だけのフォルダ（例: ${f.folder}/sekimori）を指定してください。`,
    `${f.folder} holds files that are not Sekimori's. Set SEKIMORI_DATA to a folder of its own (such as ${f.folder}/sekimori).`,
  ],
  'folder.notPrivate': (f) => [
    `${f.folder} を所有者だけのものにできません（所有者が違うか、権限を扱えないディスクです）。所有者を直すか、SEKIMORI_DATA で別の場所を指定してください。`,
    `${f.folder} cannot be kept from other users (it is somebody else's, or its disk knows no permissions). Change its owner, or set SEKIMORI_DATA elsewhere.`,
  ],
  'folder.full': (f) => [
    `データフォルダ ${f.folder} のディスクの空きが足りません（空き ${f.freeMiB} MiB、必要 ${f.neededMiB} MiB）。空きを作るか、SEKIMORI_DATA で別の場所を指定してください。`,
    `The disk of the data folder ${f.folder} is too full (${f.freeMiB} MiB free, ${f.neededMiB} MiB needed). Make room, or set SEKIMORI_DATA elsewhere.`,
  ],
  'folder.unreachable': (f) => [
    `root で動かすとき PostgreSQL は利用者 ${f.user} で動きますが、${f.user} は ${f.ancestor} を通れないため ${f.folder} に届きません。SEKIMORI_DATA に届くフォルダ（例: /var/lib/sekimori）を指定するか、一般の利用者で実行してください。`,
    `Started by root, PostgreSQL runs as the user ${f.user}, who may not pass through ${f.ancestor} and so cannot reach ${f.folder}. Set SEKIMORI_DATA to a folder that user can reach (such as /var/lib/sekimori), or run as an ordinary user.`,
  ],
  'secrets.lost': (f) => [
    `データフォルダ ${f.folder} にデータベースはありますが、その合言葉のファイル ${f.file} がありません。バックアップから戻してください。`,
    `The data folder ${f.folder} holds a database but not the file of its passwords, ${f.file}. Restore it from a backup.`,
  ],
  'secrets.unreadable': (f) => [
    `合言葉のファイル ${f.file} を読めません（${f.why}）。バックアップから戻してください。`,
    `The file of passwords ${f.file} cannot be read (${f.why}). Restore it from a backup.`,
  ],
  'secrets.wrong': (f) => [
    `データベースが ${f.file} の合言葉（${f.role}）を受け付けません。このファイルとデータベースは同じバックアップのものですか。そろえて戻してください。`,
    `The database does not take the password of ${f.role} in ${f.file}. Are the file and the database from the same backup? Restore both together.`,
  ],
  'postgres.noPrograms': (f) => [
    `このコンピューター（${f.platform}）用の PostgreSQL がありません。DATABASE_URL で PostgreSQL を指定してください。`,
    `There is no PostgreSQL for this computer (${f.platform}). Name one in DATABASE_URL.`,
  ],
  'postgres.version': (f) => [
    `${f.folder} のデータベースは PostgreSQL ${f.found} のものですが、今の版は ${f.ours} です。元の版の関守で書き出してから移してください。`,
    `The database in ${f.folder} was made by PostgreSQL ${f.found}, but this is ${f.ours}. Move it over with a dump made by the earlier Sekimori.`,
  ],
  'postgres.failed': (f) => [
    `PostgreSQL の${f.doing === 'initdb' ? '初期化' : '起動'}に失敗しました: ${f.why}。記録: ${f.log}`,
    `PostgreSQL could not ${f.doing === 'initdb' ? 'be initialised' : 'start'}: ${f.why}. Its log: ${f.log}`,
  ],
  'temporal.failed': (f) => [
    `Temporal を起動できませんでした: ${f.why}。記録: ${f.log}`,
    `Temporal could not start: ${f.why}. Its log: ${f.log}`,
  ],
  'temporal.unreachable': (f) => [
    `TEMPORAL_ADDRESS（${f.address}）の Temporal につながりません（${f.why}）。アドレスと TEMPORAL_TLS_* を確かめてください。`,
    `Temporal at TEMPORAL_ADDRESS (${f.address}) cannot be reached (${f.why}). Check the address and TEMPORAL_TLS_*.`,
  ],
  'temporal.namespace': (f) => [
    `Temporal（${f.address}）の名前空間 ${f.namespace} を使えません（${f.why}）。TEMPORAL_NAMESPACE を確かめるか、先に作ってください: temporal operator namespace create -n ${f.namespace}`,
    `The namespace ${f.namespace} of Temporal at ${f.address} cannot be used (${f.why}). Check TEMPORAL_NAMESPACE, or create it first: temporal operator namespace create -n ${f.namespace}`,
  ],
  'temporal.searchAttributes': (f) => [
    `Temporal（${f.address}、名前空間 ${f.namespace}）に検索属性 ${f.missing} を追加できません（${f.why}）。管理者に追加を依頼してください: temporal operator search-attribute create`,
    `The search attributes ${f.missing} cannot be added to Temporal (${f.address}, namespace ${f.namespace}): ${f.why}. Ask its administrator to add them: temporal operator search-attribute create`,
  ],
  'database.unreachable': (f) => [
    `DATABASE_URL の PostgreSQL（${f.address}）につながりません（${f.why}）。アドレス、利用者、合言葉を確かめてください。`,
    `PostgreSQL at DATABASE_URL (${f.address}) cannot be reached (${f.why}). Check its address, user and password.`,
  ],
  'database.moved': (f) => [
    `${f.folder} のデータベースは ${f.on} に ${f.to} へ移しました。DATABASE_URL を指定して起動してください。ここから続けると記録が二つに分かれます。移した先を使わないと決めたときだけ、${f.file} を消してください。`,
    `The database of ${f.folder} was moved to ${f.to} on ${f.on}. Set DATABASE_URL. Going on from here would make two records of one; only where the other is given up for good, remove ${f.file}.`,
  ],
  'schema.failed': (f) => [
    `データベースの構造を変更できませんでした（${f.why}）。何も変更していません。`,
    `The database's schema could not be changed (${f.why}). Nothing was changed.`,
  ],
  'process.failing': (f) => [
    `${f.name} が起動できずに終わりました: ${f.why}。記録: ${f.log}`,
    `The ${f.name} process ended before it was ready: ${f.why}. Its log: ${f.log}`,
  ],
  'programme.wrong': ({ mistakes }) => [
    '最初の計画を読み込めないため、終了しました。次の誤りを直してから、もう一度起動してください（何も読み込んでいません）。',
    [
      'The first programme cannot be taken in. Put this right and start again; nothing was loaded.',
      ...mistakes,
    ].join('\n'),
  ],
  'start.tooLong': (f) => [
    `${f.minutes} 分待ちましたが、準備が整いません（${f.lacking}）。記録: ${f.log}`,
    `Not ready after ${f.minutes} minutes (${f.lacking}). Its log: ${f.log}`,
  ],
  'build.missing': (f) => [
    `${f.file} がありません。npm start で組み立ててください。`,
    `${f.file} is missing. Build it with npm start.`,
  ],
};
