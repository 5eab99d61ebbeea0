import Type from 'typebox';

/** An instant: ISO 8601 in UTC. */
export const Instant = Type.String({ format: 'date-time' });
/** A day without time: `YYYY-MM-DD`. */
export const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
export const Id = Type.String({ format: 'uuid' });
export const LocaleCode = Type.Union([Type.Literal('en'), Type.Literal('fr')]);

/** One of a fixed list of words. */
export const oneOf = <const T extends readonly string[]>(values: T) => Type.Enum([...values] as T[number][]);

/** What every failure looks like on `/api/v1`. `text` carries the sentence in both languages. */
export const ProblemBody = Type.Object({
  code: Type.String(),
  text: Type.Object({ en: Type.String(), fr: Type.String() }),
  details: Type.Record(Type.String(), Type.Unknown()),
  requestId: Type.String(),
});
export type ProblemBody = Type.Static<typeof ProblemBody>;
