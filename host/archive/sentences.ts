// What keeps an archive from being read or opened, in words, Japanese first.
import type { ArchiveFault } from '../../ledger/archive/fault.ts';
import type { KeptCheckpoint } from '../../ledger/archive/kept-checkpoint.ts';

type Sentences = readonly [ja: string, en: string];

export const USE: Sentences = [
  '使い方: npm run archive -- key | check ファイル [--checkpoint ファイル] | open ファイル [--check] [--lost 理由]',
  'Use: npm run archive -- key | check FILE [--checkpoint FILE] | open FILE [--check] [--lost REASON]',
];

/** Why a file is not compared with. */
export function notCompared(
  path: string,
  code: string,
  found: Exclude<KeptCheckpoint, { status: 'whole' }>,
): Sentences {
  switch (found.status) {
    case 'unreadable':
      return [
        `${path} は署名つきチェックポイントとして読めません。書き出したままのファイルを指定してください。`,
        `${path} cannot be read as a signed checkpoint. Give the file as it was written out.`,
      ];
    case 'altered':
      return [
        `${path} は、署名されたときの内容ではありません。書き換えられています。`,
        `${path} is not what was signed: it was altered.`,
      ];
    case 'ofAnother':
      return [
        `${path} は、このアーカイブ（${code}）のチェックポイントではありません（${found.programme} のものです）。`,
        `${path} is a checkpoint of ${found.programme}, not of this archive (${code}).`,
      ];
  }
}

export function faultSentences(fault: ArchiveFault): Sentences {
  switch (fault.code) {
    case 'file.broken':
      return ['アーカイブ（ZIP）として読めません。', 'The file cannot be read as an archive (ZIP).'];
    case 'file.tooLarge':
      return [
        `大きすぎます（上限 ${fault.most}）。関守のアーカイブではありません。`,
        `It is larger than an archive may be (${fault.most}).`,
      ];
    case 'file.strange':
      return [
        `あるはずのないファイルか、順の違うファイルがあります: ${fault.path}`,
        `A file is not one of an archive's, or not in its place: ${fault.path}`,
      ];
    case 'file.missing':
      return [`ファイルが欠けています: ${fault.path}`, `A file is missing: ${fault.path}`];
    case 'file.differs':
      return [
        `内容が目録（manifest.json）と違います: ${fault.path}`,
        `A file is not what the manifest names: ${fault.path}`,
      ];
    case 'line.unreadable':
      return [
        `${fault.path} の${fault.line}行目を読めません。`,
        `${fault.path}, line ${fault.line}, cannot be read.`,
      ];
    case 'line.strange':
      return [
        `${fault.path} の${fault.line}行目は別の計画のものです（${fault.chain}）。`,
        `${fault.path}, line ${fault.line}, is of another programme (${fault.chain}).`,
      ];
    case 'head.differs':
      return [`${fault.chain} の先頭が目録と違います。`, `The head of ${fault.chain} is not the manifest's.`];
    case 'derived.differs':
      return [`${fault.path} が、記録の述べるものと違います。`, `${fault.path} is not what the record says.`];
    default:
      return openingSentences(fault);
  }
}

function openingSentences(fault: Extract<ArchiveFault, { code: `open.${string}` }>): Sentences {
  switch (fault.code) {
    case 'open.notHandedOver':
      return [
        '引き渡されていないアーカイブです。元の設置で --to-key を付けて取り直してください。元を失ったときだけ、--lost に理由を書いて開けます（記録に永く残ります）。',
        'It has not been handed over. Take it again with --to-key where it comes from. Only where that is lost, open it with --lost REASON, which stands in the record for ever.',
      ];
    case 'open.toAnother':
      return [
        `別の鍵（${fault.key}）に引き渡されています。この設置の鍵は ${fault.held} です。`,
        `It was handed over to another key (${fault.key}); this installation's is ${fault.held}.`,
      ];
    case 'open.notLost':
      return [
        'この設置に引き渡されています。--lost は要りません。',
        'It was handed over to this installation: leave --lost out.',
      ];
    case 'open.notEmpty':
      return [
        `この設置にはすでに計画があります（${fault.programmes.join('、')}）。空の設置（新しい SEKIMORI_DATA）で開いてください。`,
        `Something stands here already (${fault.programmes.join(', ')}). Open it in an empty installation (a new SEKIMORI_DATA).`,
      ];
    case 'open.otherHeads':
      return [
        `この計画は、別の内容ですでにあります（${fault.chains.slice(0, 5).join('、')}）。`,
        `This programme stands here already with another record (${fault.chains.slice(0, 5).join(', ')}).`,
      ];
    case 'open.refused':
      return [
        `計画の機械が引継ぎを受け付けません（${fault.refusals.join('、')}）。`,
        `The programme's machine refuses that it goes on here (${fault.refusals.join(', ')}).`,
      ];
  }
}
