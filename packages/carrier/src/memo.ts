/**
 * The same function, which remembers its answer for as long as the object that it was asked about lives. For pure
 * functions of read-only objects that live long, as the rows of a table do: what a request brings is cheaper to
 * compute anew than to collect from a weak memory.
 */
export function perObject<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
}

/**
 * The same function, which remembers its last answer. For pure functions of a read-only object that one computation
 * asks about again and again.
 */
export function rememberingLast<Key extends object, Value>(
  compute: (key: Key) => Value,
): (key: Key) => Value {
  let last: { readonly key: Key; readonly value: Value } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, value: compute(key) };
    return last.value;
  };
}
