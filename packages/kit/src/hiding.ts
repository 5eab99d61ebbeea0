const HIDDEN = '[hidden]';

/** Takes secrets out of a text, however they were written into it. */
export interface Hiding {
  hide(text: string): string;
  /** The same for bytes that come in pieces of any size, as UTF-8. */
  hideIn(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array>;
}

/** Shorter ones would be found in words that are none. */
const SHORTEST = 6;

/**
 * For texts of somebody who was told the secrets and may repeat them: as they are, escaped for JSON up to three times
 * over, as part of an address or a form, in base64 of either alphabet wherever it begins, and in hex.
 */
export function hidingOf(secrets: readonly string[]): Hiding {
  const forms = [...new Set(secrets.filter(({ length }) => length >= SHORTEST).flatMap(formsOf))].sort(
    (one, other) => other.length - one.length,
  );
  const longest = forms[0]?.length ?? 1;
  const hide = (text: string) => forms.reduce((said, form) => said.replaceAll(form, HIDDEN), text);
  return { hide, hideIn: (body) => body.pipeThrough(hidingStream(hide, longest)) };
}

/** Holds back as much as the longest secret may still need to become whole. */
function hidingStream(hide: Hiding['hide'], longest: number): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let kept = '';
  return new TransformStream({
    transform(piece, controller) {
      kept = hide(kept + decoder.decode(piece, { stream: true }));
      const ready = kept.length - longest + 1;
      if (ready <= 0) return;
      controller.enqueue(encoder.encode(kept.slice(0, ready)));
      kept = kept.slice(ready);
    },
    flush: (controller) => controller.enqueue(encoder.encode(hide(kept + decoder.decode()))),
  });
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const escaped = [secret];
  for (let times = 0; times < 3; times += 1) escaped.push(JSON.stringify(escaped.at(-1)).slice(1, -1));
  return [
    ...escaped,
    encodeURIComponent(secret),
    new URLSearchParams({ v: secret }).toString().slice(2),
    ...[0, 1, 2].flatMap((before) => base64At(bytes, before)),
    ...[bytes.toString('hex'), bytes.toString('hex').toUpperCase()],
  ];
}

/** The signs of base64 that are the same whatever stands before and after the bytes. */
function base64At(bytes: Buffer, before: number): string[] {
  const coded = Buffer.concat([Buffer.alloc(before), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const whole = Math.floor((before + bytes.length) / 3) * 4;
  const kept = coded.slice(before === 0 ? 0 : before + 1, whole);
  return [kept, kept.replaceAll('+', '-').replaceAll('/', '_')];
}
