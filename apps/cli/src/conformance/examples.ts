import { isObject, type PublishedDocument } from '@lading/contract/published/files';
import { settle } from './findings.ts';
import type { Drive } from './generated.ts';
import { createJudge } from './judge.ts';
import type { Subject } from './subject.ts';

/** A request that the carrier's file gives as an example. */
export interface PublishedExample {
  readonly name: string;
  readonly value: unknown;
}

/** The examples of an operation's request. */
export function examplesOf(entry: PublishedDocument): PublishedExample[] {
  const content = isObject(entry.requestBody) ? entry.requestBody.content : undefined;
  const media = isObject(content) ? content['application/json'] : undefined;
  const examples = isObject(media) && isObject(media.examples) ? media.examples : {};
  return Object.entries(examples).flatMap(([name, example]) =>
    isObject(example) && 'value' in example ? [{ name, value: example.value }] : [],
  );
}

/**
 * Sends the examples as the carrier wrote them, mistakes included. Each is understood: a success, or a refusal whose
 * reason is the business, never the schema.
 */
export async function driveExamples(subject: Subject, { target, profile, findings }: Drive): Promise<void> {
  const { wire, entry } = subject;
  const examples = entry ? examplesOf(entry) : [];
  if (examples.length === 0) return findings.skip('examples', wire, 'the file gives none');
  const judge = createJudge(subject, profile);
  for (const { name, value } of examples) {
    const reply = await target.call(wire, { body: value });
    const { faults } = judge.answer(reply);
    findings.noted(wire, await target.rulesOf(reply));
    settle(
      findings,
      'examples',
      wire,
      faults.map((fault) => `example ${name}: ${fault}`),
    );
  }
}
