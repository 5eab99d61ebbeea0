import { CarrierFault, faultCodes } from './errors.ts';

/**
 * The whole body of an answer, never more than `maxBytes` of it in memory.
 *
 * @throws CarrierFault `ANSWER_TOO_LARGE`, outcome `unknown`: the carrier has answered, only we do not take it.
 */
export async function readCapped(response: Response, maxBytes: number): Promise<Uint8Array> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (response.body === null) return new Uint8Array();
  if (isWhole(response, announced) && announced <= maxBytes)
    return new Uint8Array(await response.arrayBuffer());
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    if (Math.max(length, announced) > maxBytes) {
      await reader.cancel();
      throw tooLarge(response.status, maxBytes);
    }
    const { done, value } = await reader.read();
    if (done) return join(chunks, length);
    chunks.push(value);
    length += value.byteLength;
  }
}

/** Whether the body can have no more bytes than its head says: nothing is unpacked on the way. */
function isWhole({ headers }: Response, announced: number): boolean {
  return announced > 0 && !headers.has('content-encoding');
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
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
