// What stands where a file asks for words that the definitions do not keep.
export const NOT_KEPT =
  '取り出した計画に、理由は残っていない（登録や改定に使ったフォルダにある） / the reason is not kept: it stands in the folder that was handed in';
