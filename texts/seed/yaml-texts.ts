// Why a text is no YAML, by the kinds of fault that its reader tells apart, and those of our own.
import type { Text } from '../../machines/definition/definition.ts';

/** By the reader's own codes. */
const kinds: Readonly<Record<string, string>> = {
  ALIAS_PROPS: '「*名前」には「&」や「!」を付けられません',
  BAD_ALIAS: '「*名前」の書き方が違います',
  BAD_COLLECTION_TYPE: '「!」の型の指定が、中身と合いません',
  BAD_DIRECTIVE: '「%」で始まる行は読めません',
  BAD_DQ_ESCAPE: '引用符の中の「\\」の書き方が違います',
  BAD_INDENT: '字下げが合いません',
  BAD_PROP_ORDER: '「&」「!」を置く場所が違います',
  BAD_SCALAR_START: 'この記号で始まる値は、引用符で囲みます',
  BLOCK_AS_IMPLICIT_KEY: '一行に「項目: 値」が重なっています（改行して字下げします）',
  BLOCK_IN_FLOW: '[ ] や { } の中に、行で書く一覧や組があります',
  DUPLICATE_KEY: '同じ項目が二度書かれています',
  KEY_OVER_1024_CHARS: '項目の名前が長すぎます',
  MISSING_CHAR: '記号が足りません（「:」「,」、閉じる引用符や括弧）',
  MULTILINE_IMPLICIT_KEY: '項目の名前が二行にわたっています',
  MULTIPLE_ANCHORS: '「&名前」が二つあります',
  MULTIPLE_DOCS: '一つのファイルに文書が二つあります（「---」の行）',
  MULTIPLE_TAGS: '「!」の型の指定が二つあります',
  NON_STRING_KEY: '項目の名前が文字列ではありません',
  RESOURCE_EXHAUSTION: '大きすぎます',
  TAB_AS_INDENT: '字下げにタブが使われています（空白を使います）',
  TAG_RESOLVE_FAILED: '「!」の型の指定は使えません',
  UNEXPECTED_TOKEN: 'ここに来るはずのない記号か文字があります',
  // Of our own reader.
  TOO_DEEP: '入れ子が深すぎます',
  TOO_MUCH: '「*名前」を開くと、値が多すぎます',
  STRAY_ALIAS: '「*名前」の指す「&名前」が、その前にありません',
};

export interface YamlFault {
  fault: string;
  /** As its reader says it, in English. */
  reason: string;
  line: number;
  column: number;
}

/** `4行7列：字下げが合いません`. */
export const yamlFaultText = ({ fault, reason, line, column }: YamlFault): Text => ({
  ja: `${line}行${column}列：${kinds[fault] ?? '書き方が違います'}`,
  en: `line ${line}, column ${column}: ${reason}`,
});
