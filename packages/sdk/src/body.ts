import { CarrierFault, faultCodes } from './errors.ts';

/**
 * The whole body of an answer, never more than `maxBytes` of it in memory.
 *
 * @throws CarrierFault `ANSWER_TOO_LARGE`, outcome `unknown`: the carrier has answered, only we do not take it.
 */
export async function readCapped({ status, headers, body }: Response, maxBytes: number): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const announced = Number(headers.get('content-length') ?? 0);
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    if (Math.max(length, announced) > maxBytes) {
      await reader.cancel();
      throw tooLarge(status, maxBytes);
    }
    const { done, value } = await reader.read();
    if (done) return join(chunks, length);
    chunks.push(value);
    length += value.byteLength;
  }
}

/** A short answer comes in one piece, which needs no copy. */
function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (first !== undefined && chunks.length === 1) return first;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

function tooLarge(status: number, maxBytes: number): CarrierFault {
  return new CarrierFault({
    code: faultCodes.answerTooLarge,
    text: `The answer is longer than ${maxBytes} bytes.`,
    status,
    outcome: 'unknown',
  });
}
