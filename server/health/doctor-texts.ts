// What the doctor says of each part, well or ill, from its facts. One closed table.
import type { Text } from '../../machines/definition/definition.ts';
import type { Illness } from './verdict.ts';

const seconds = (ms: number): string => (ms / 1000).toFixed(ms < 10_000 ? 1 : 0);

interface StuckChannel {
  channel: string;
  waiting: number;
  why: string | null;
}

interface NamedIn {
  programme: string;
  key: string | null;
}

export const doctorTexts = {
  /** The examination itself came to nothing. */
  unexamined: ({ why }: { why: string }): Text => ({
    ja: `調べられません（${why}）。`,
    en: `It could not be examined (${why}).`,
  }),
  server: ({ upSeconds }: { upSeconds: number }): Text => ({
    ja: `起動してから${upSeconds}秒。`,
    en: `Up for ${upSeconds} s.`,
  }),
  database: ({ version, ms }: { version: string; ms: number }): Text => ({
    ja: `PostgreSQL ${version}、応答${ms}ミリ秒。`,
    en: `PostgreSQL ${version}, answers in ${ms} ms.`,
  }),
  temporal: ({ version, ms, namespace }: { version: string; ms: number; namespace: string }): Text => ({
    ja: `Temporal ${version}、名前空間 ${namespace}、応答${ms}ミリ秒。`,
    en: `Temporal ${version}, namespace ${namespace}, answers in ${ms} ms.`,
  }),
  worker: (at: { alive: number; lost: number; freshestMs: number; waits: string | null }): Text =>
    at.alive > 0
      ? {
          ja: `${at.alive}個が動いています（最後の合図は${seconds(at.freshestMs)}秒前）${at.lost > 0 ? `。${at.lost}個は止まったままです` : ''}。`,
          en: `${at.alive} alive (last sign of life ${seconds(at.freshestMs)} s ago)${at.lost > 0 ? `; ${at.lost} ended without a word` : ''}.`,
        }
      : {
          ja: `動いている作業者がありません${at.waits === null ? '' : `（待っている仕事 約${at.waits}件）`}。操作と期限は作業者が戻るまで進みません。`,
          en: `No worker is alive${at.waits === null ? '' : ` (about ${at.waits} tasks wait)`}. Acts and deadlines wait until one is.`,
        },
  noFolder: (): Text => ({ ja: '外のサーバを使っています。', en: 'Outside servers are used.' }),
  dataFolder: (at: { folder: string; freeMiB: number; neededMiB: number; exposed: string[] }): Text => {
    const room = at.freeMiB < at.neededMiB;
    if (!room && at.exposed.length === 0) {
      return {
        ja: `${at.folder}、空き${at.freeMiB} MiB。`,
        en: `${at.folder}, ${at.freeMiB} MiB free.`,
      };
    }
    const ja = [
      ...(room ? [`空きが${at.freeMiB} MiBしかありません`] : []),
      ...(at.exposed.length > 0 ? [`他の利用者が読めます：${at.exposed.join('、')}`] : []),
    ];
    const en = [
      ...(room ? [`only ${at.freeMiB} MiB are free`] : []),
      ...(at.exposed.length > 0 ? [`others can read: ${at.exposed.join(', ')}`] : []),
    ];
    return { ja: `${at.folder}：${ja.join('。')}。`, en: `${at.folder}: ${en.join('; ')}.` };
  },
  keys: (at: { held: string | null; missing: NamedIn[]; former: NamedIn[] }): Text => {
    const list = (named: NamedIn[]) => named.map(({ programme, key }) => `${programme}: ${key}`).join(', ');
    if (at.missing.length > 0) {
      return {
        ja: `このサーバにない鍵を、記録が名指ししています（${list(at.missing)}）。その団体では何も記録できません。控えの secrets/ から鍵を戻すか、SEKIMORI_SIGNING_KEY に加えてください。鍵が失われたときは docs/operators.md「署名の鍵」。`,
        en: `The record names a key that this server does not hold (${list(at.missing)}): nothing can be recorded there. Put it back from a backup of secrets/, or add it to SEKIMORI_SIGNING_KEY. Where it is lost: docs/operators.md, "signing keys".`,
      };
    }
    return at.former.length > 0
      ? {
          ja: `鍵の更新が途中です。まだ前の鍵を使う団体: ${list(at.former)}。もう一度 sekimori keys rotate を実行してください。`,
          en: `A change of keys is not complete; the former key is in force in ${list(at.former)}. Run sekimori keys rotate again.`,
        }
      : { ja: `全ての団体で ${at.held} が有効です。`, en: `${at.held} is in force in every programme.` };
  },
  clock: ({ skewMs }: { skewMs: number }): Text => ({
    ja: `サーバとデータベースの時計の差は${seconds(Math.abs(skewMs))}秒。`,
    en: `The clocks of server and database differ by ${seconds(Math.abs(skewMs))} s.`,
  }),
  outbox: ({ waiting, stuck, why }: { waiting: number; stuck: number; why: string | null }): Text =>
    stuck === 0
      ? { ja: `届いていない通知${waiting}件。`, en: `${waiting} notices on their way.` }
      : {
          ja: `何度試しても届かない通知が${stuck}件あります${why === null ? '' : `（${why}）`}。`,
          en: `${stuck} notices cannot be delivered${why === null ? '' : ` (${why})`}.`,
        },
  notices: (at: { waiting: StuckChannel[]; stuck: StuckChannel[] }): Text => {
    const list = (channels: StuckChannel[]) =>
      channels
        .map(({ channel, waiting, why }) => `${channel} ${waiting}${why === null ? '' : `: ${why}`}`)
        .join('; ');
    if (at.stuck.length > 0) {
      return {
        ja: `毎日のお知らせが届いていません（${list(at.stuck)}）。送り先のサーバーが戻れば、まだ当てはまるものだけを「遅れて」送ります。関門と期限は止まりません。`,
        en: `Digests do not arrive (${list(at.stuck)}). Once the server answers again, what still holds is sent, marked late. No gate or deadline waits for it.`,
      };
    }
    return at.waiting.length === 0
      ? { ja: '毎日のお知らせは、すべて送られています。', en: 'Every digest has been sent.' }
      : {
          ja: `毎日のお知らせを送っています（${list(at.waiting)}）。`,
          en: `Digests are on their way (${list(at.waiting)}).`,
        };
  },
  givenUp: ({ account, channel, why }: { account: string; channel: string; why: string | null }): Text => ({
    ja: `${account} への ${channel} は受け付けられませんでした${why === null ? '' : `（${why}）`}。宛先は sekimori contact で本人が、または職員一覧の「メール」で直せます。`,
    en: `${channel} to ${account} was refused${why === null ? '' : ` (${why})`}. The address is set by sekimori contact, or in the list of people.`,
  }),
  loading: ({ unfinished }: { unfinished: string[] }): Text =>
    unfinished.length === 0
      ? { ja: '読み込みはすべて終わっています。', en: 'Every loading came to its end.' }
      : {
          ja: `読み込みが途中の計画があります：${unfinished.join('、')}。同じフォルダーをもう一度 sekimori load してください。`,
          en: `Loading did not come to its end: ${unfinished.join(', ')}. Run sekimori load with the same folder again.`,
        },
  runs: (at: {
    expected: number;
    seen: number;
    ill: number;
    isFresh: boolean;
    lookedAt: string | null;
  }): Text => {
    if (at.lookedAt === null) {
      return {
        ja: '起動したばかりで、移行の最初の見回りがまだ終わっていません。少し待って、もう一度確かめてください。',
        en: 'This server has only begun: its first look at the runs has not ended yet. Wait a moment and ask again.',
      };
    }
    if (!at.isFresh) {
      return {
        ja: `${at.expected}本の移行の見回りが止まっています。`,
        en: `Nobody has looked at the ${at.expected} runs lately.`,
      };
    }
    return at.ill === 0
      ? {
          ja: `${at.expected}本のうち${at.seen}本を台帳と照らし、異常はありません。`,
          en: `${at.seen} of ${at.expected} runs were compared with the ledger; none is ill.`,
        }
      : {
          ja: `${at.expected}本のうち${at.ill}本に異常があります。`,
          en: `${at.ill} of ${at.expected} runs are ill.`,
        };
  },
  record: (at: { lagging: string[]; verifiedAt: string | null; isWrong: boolean }): Text => {
    if (at.isWrong) {
      return {
        ja: `${at.verifiedAt} の検証で誤りが見つかっています。sekimori verify で確かめてください。`,
        en: `The verification of ${at.verifiedAt} found a fault: run sekimori verify.`,
      };
    }
    if (at.lagging.length > 0) {
      return {
        ja: `一覧が記録の先頭と合いません：${at.lagging.slice(0, 5).join('、')}（計${at.lagging.length}件）。`,
        en: `The board does not rest on the newest entry: ${at.lagging.slice(0, 5).join(', ')} (${at.lagging.length} in all).`,
      };
    }
    return at.verifiedAt === null
      ? {
          ja: '一覧は記録の先頭と合っています。起動してから検証はまだです（sekimori verify）。',
          en: 'The board rests on the newest entries. Not verified since this server started (sekimori verify).',
        }
      : {
          ja: `一覧は記録の先頭と合っています。最後の検証は ${at.verifiedAt}、誤りなし。`,
          en: `The board rests on the newest entries. Last verified ${at.verifiedAt}, without a fault.`,
        };
  },
  headsDiffer: ({ at }: { at: string }): Text => ({
    ja: `${at} の検証では、記録そのものに誤りはなく、渡された検証値（署名のないもの）と合いませんでした。どこで控えた検証値かを確かめ、署名つきチェックポイントと照合してください（sekimori verify --anchors）。`,
    en: `The verification of ${at} found the record itself right, and other than the heads that were handed in, which nobody signed. Look to where those come from, and compare with a signed checkpoint (sekimori verify --anchors).`,
  }),
};

/** What ails a run, beside its chain. */
export const illnessTexts: Record<Illness, Text> = {
  gone: { ja: 'ワークフローがありません', en: 'its workflow is gone' },
  behind: { ja: '台帳より遅れています', en: 'it is behind the ledger' },
  ahead: {
    ja: '台帳にない記録を知っています（古い控えに戻した跡です。自動では直しません）',
    en: 'it knows an entry the ledger lacks (an older backup was restored; never mended by itself)',
  },
  strayed: {
    ja: '履歴が今のコードの決定と合いません（台帳から始め直します）',
    en: 'its history is not what the code decides (it is started over from the ledger)',
  },
  held: {
    ja: '処理を引き受けた作業者が終えません（台帳から始め直します）',
    en: 'a worker took its task and does not end it (it is started over from the ledger)',
  },
  foreign: {
    ja: '別の者が始めたものです(種類・待ち行列・時計・定義・状態のいずれかが台帳と違います。台帳から始め直します)',
    en: 'somebody else started it: its type, queue, clock, definition or state is not the record’s (it is started over from the ledger)',
  },
  failing: { ja: '処理に失敗し続けています', en: 'it fails its task again and again' },
  silent: { ja: '応答がありません', en: 'it does not answer' },
};
