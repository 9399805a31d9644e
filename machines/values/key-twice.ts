// Whether a JSON text says something twice under one name: the last of them would win, and nobody would see the other.
const TOKEN = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/gsu;

/** The first name that stands twice in one object; null where none does. Of a text that is no JSON it says nothing. */
export function keyTwice(text: string): string | null {
  const open: (Set<string> | null)[] = [];
  for (const [token, colon] of text.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const key = keyOf(token.slice(0, -colon.length));
      const keys = open.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
  }
  return null;
}

/** `"he\u0061ds"` is `"heads"`. */
function keyOf(quoted: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    return quoted;
  }
}
