// @ts-check
// Says clearly when Node.js is too old. Written in plain old syntax, so that an old Node.js can read it.

/** @param {string} version such as 20.19.0 @returns {string | null} the sentence, or null when it is new enough */
export function tooOld(version) {
  const parts = version.split('.').map(Number);
  const major = parts[0] || 0;
  const minor = parts[1] || 0;
  if (major > 20 || (major === 20 && minor >= 19)) return null;
  return (
    'Node.js 20.19 以上が必要です（今は ' +
    version +
    ' です）。https://nodejs.org/ から新しい版を入れて、もう一度実行してください。\n' +
    'Node.js 20.19 or newer is needed (this is ' +
    version +
    '). Install a newer one from https://nodejs.org/ and run this again.'
  );
}

const sentence = tooOld(process.versions.node);
if (sentence !== null) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
