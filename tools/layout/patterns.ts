/** `*` stands for one part of a path, `**` for any number of them (none included). */
export function matches(path: string, pattern: string): boolean {
  return matchParts(path.split('/'), pattern.split('/'));
}

export function matchesAny(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matches(path, pattern));
}

/** Whether a path is a folder or file of these, or lies below one; parts may be `*` and `**`. */
export function isWithin(path: string, places: readonly string[]): boolean {
  return places.some((place) => matches(path, place) || matches(path, `${place}/**`));
}

function matchParts(path: readonly string[], pattern: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return path.length === 0;
  if (first === '**') {
    return path.length === 0
      ? matchParts(path, rest)
      : matchParts(path, rest) || matchParts(path.slice(1), pattern);
  }
  const [head, ...tail] = path;
  return head !== undefined && (first === '*' || first === head) && matchParts(tail, rest);
}
