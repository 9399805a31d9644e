// The words of the page on how one is told.
import type { Words } from '../words/sentence.ts';

export const contactWords = {
  'contact.what': {
    ja: '開庁日の朝9時に、あなたの職に関わることが一日一通にまとまります。どこで受け取るかをここで決めます。',
    en: 'At nine on each open day what concerns your posts comes as one digest. Here you say where it comes to.',
  },
  'contact.ways': { ja: '受け取り方', en: 'Where to' },
  'contact.inbox': {
    ja: '受信箱にはいつも届きます。ほかの受け取り方をやめるときは、欄を空にします。',
    en: 'The inbox always has it. To end another way, leave its field empty.',
  },
  'contact.mail': { ja: 'メールアドレス', en: 'Mail address' },
  'contact.mailHint': { ja: '例：taro@city.example.lg.jp', en: 'For example taro@city.example.lg.jp' },
  'contact.webhook': { ja: 'Webhook のアドレス', en: 'Webhook address' },
  'contact.webhookHint': {
    ja: 'チャットなど、JSON を受け取るところ（https。庁内に限り http）。署名付きで送ります。',
    en: 'What takes JSON, as a chat does: https, or http within the office. What is sent is signed.',
  },
  'contact.language': { ja: '届く文の言語', en: 'Language of what is sent' },
  'contact.ja': { ja: '日本語', en: 'Japanese (日本語)' },
  'contact.en': { ja: '英語（English）', en: 'English' },
  'contact.checkpoint': {
    ja: '記録の署名つきチェックポイントを、開庁日ごとにメールで受け取る',
    en: 'The record’s signed checkpoint by mail, each open day',
  },
  'contact.checkpointHint': {
    ja: '計画全体を監査する人に届きます。サーバの外に保管すると、後から記録の切捨てと作り直しが分かります。',
    en: 'For who audits a whole programme. Kept away from the server, it shows what is cut off or made anew later.',
  },
  'contact.save': { ja: '保存する', en: 'Save' },
  'contact.saved': { ja: '保存しました。', en: 'Saved.' },
  'contact.same': { ja: '変わったところはありません。', en: 'Nothing was changed.' },
  'contact.notSaved': { ja: '保存できませんでした', en: 'This was not saved' },
  'contact.secret': { ja: 'Webhook の署名の鍵', en: 'The webhook’s signing secret' },
  'contact.secretNote': {
    ja: '表示は今だけです。受け取る側に控えてください。',
    en: 'Shown only now: give it to whatever receives.',
  },
  'contact.copy': { ja: 'コピーする', en: 'Copy' },
  'contact.copied': { ja: 'コピーしました。', en: 'Copied.' },
  'contact.marked': {
    ja: '選択しました。Ctrl+C でコピーしてください。',
    en: 'It is marked: copy it with Ctrl+C.',
  },
  'contact.trial': { ja: '試しに送る', en: 'A trial' },
  'contact.trialWhat': {
    ja: '保存してある受け取り方のすべてに一通ずつ送り、相手の応答を示します。',
    en: 'One goes to every way that is saved, and what was answered is shown.',
  },
  'contact.noWay': {
    ja: 'メールも Webhook も登録されていません。登録すると、試しに送れます。',
    en: 'Neither mail nor a webhook is saved. Once one is, it can be tried.',
  },
  'contact.try': { ja: '試しに送る', en: 'Send a trial' },
  'contact.notTried': { ja: '試せませんでした', en: 'This was not tried' },
  'contact.underWay': { ja: '送っています', en: 'Under way' },
  'contact.nobodyTook': { ja: '送られていません', en: 'Not sent' },
  'contact.noWorker': {
    ja: 'この受け取り方の設定がある作業者が動いていません。管理者に尋ねてください（メールは SEKIMORI_SMTP_URL）。',
    en: 'No worker that is set up for this way is running: ask an administrator (for mail, SEKIMORI_SMTP_URL).',
  },
  'feed.title': { ja: 'カレンダーの購読', en: 'Calendar subscription' },
  'feed.what': {
    ja: 'あなたの期限を、Outlook などのカレンダーに「URL で購読」できます。日が動けば、予定も動きます。',
    en: 'Your deadlines in a calendar program, subscribed by address. Where a day moves, so does the event.',
  },
  'feed.none': { ja: 'アドレスはまだありません。', en: 'There is no address yet.' },
  'feed.madeAt': { ja: '作成', en: 'Made' },
  'feed.lastRead': { ja: '最後に読まれた日時', en: 'last read' },
  'feed.neverRead': { ja: 'まだ読まれていません', en: 'never read yet' },
  'feed.address': { ja: 'カレンダーのアドレス', en: 'The calendar’s address' },
  'feed.once': {
    ja: '表示は今だけです。知っている人は誰でも、サインインせずに読めます。',
    en: 'Shown only now. Whoever knows it reads it without signing in.',
  },
  'feed.make': { ja: 'アドレスを作る', en: 'Make an address' },
  'feed.renew': { ja: '作り直す', en: 'Make it anew' },
  'feed.revoke': { ja: '終わらせる', en: 'End it' },
  'feed.renewNote': {
    ja: '作り直すか終わらせると、今のアドレスはすぐに読めなくなります。漏れたと思ったらそうしてください。',
    en: 'Made anew or ended, the address of now is none at once: do so where it may have leaked.',
  },
  'feed.failed': { ja: '行えませんでした', en: 'This was not done' },
} as const satisfies Words;
