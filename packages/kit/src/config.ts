import { inspect } from 'node:util';
import { Problem } from './errors.ts';
import type { Text } from './text.ts';

const HIDDEN = '[secret]';

/** A value that refuses to be logged, printed or serialised. Only `reveal` gives it. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [inspect.custom](): string {
    return HIDDEN;
  }
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** One setting: its name, and how its text becomes a value. An empty text counts as absent. */
export interface Setting<Value> {
  readonly name: string;
  read(text: string | undefined): Value;
}

type Values<Spec extends Readonly<Record<string, Setting<unknown>>>> = {
  readonly [Key in keyof Spec]: Spec[Key] extends Setting<infer Value> ? Value : never;
};

/**
 * Reads the settings into a frozen object.
 * @throws `INVALID_SETTING` with one sentence that names the first setting that is missing or unusable.
 */
export function readEnv<const Spec extends Readonly<Record<string, Setting<unknown>>>>(
  env: Environment,
  spec: Spec,
): Values<Spec> {
  const entries = Object.entries(spec).map(([key, setting]) => [
    key,
    setting.read(env[setting.name] || undefined),
  ]);
  return Object.freeze(Object.fromEntries(entries)) as Values<Spec>;
}

export function text(name: string): Setting<string>;
export function text<Fallback>(name: string, options: { fallback: Fallback }): Setting<string | Fallback>;
export function text(name: string, options?: { fallback: unknown }): Setting<unknown> {
  return { name, read: (given) => given ?? absent(name, options) };
}

export function secret(name: string): Setting<Secret>;
export function secret(name: string, options: { fallback: null }): Setting<Secret | null>;
export function secret(name: string, options?: { fallback: null }): Setting<Secret | null> {
  return {
    name,
    read: (given) => {
      if (given !== undefined) return new Secret(given);
      if (options) return options.fallback;
      throw missing(name);
    },
  };
}

/** A whole number within limits, both included. */
export function integer(
  name: string,
  { fallback, least, most }: { fallback: number; least: number; most: number },
): Setting<number> {
  return {
    name,
    read: (given) => {
      const value = Number(given ?? fallback);
      if (Number.isInteger(value) && value >= least && value <= most) return value;
      throw invalidSetting(name, {
        en: `it is a whole number from ${least} to ${most}`,
        fr: `c’est un nombre entier de ${least} à ${most}`,
      });
    },
  };
}

export function oneOf<const Word extends string>(
  name: string,
  words: readonly Word[],
  { fallback }: { fallback: NoInfer<Word> },
): Setting<Word> {
  return {
    name,
    read: (given) => {
      const found = words.find((word) => word === (given ?? fallback));
      if (found !== undefined) return found;
      const list = words.join(', ');
      throw invalidSetting(name, { en: `it is one of: ${list}`, fr: `c’est un de ces mots : ${list}` });
    },
  };
}

/** `1`, `true`, `yes` or `0`, `false`, `no`; off when absent. */
export function flag(name: string): Setting<boolean> {
  const word = oneOf(name, ['0', '1', 'false', 'true', 'no', 'yes'], { fallback: '0' });
  return { name, read: (given) => /^(1|true|yes)$/.test(word.read(given)) };
}

/** An `http(s)` address, without a slash at its end; null when absent. */
export function address(name: string): Setting<string | null> {
  return {
    name,
    read: (given) => {
      if (given === undefined) return null;
      if (/^https?:\/\//.test(given) && URL.canParse(given)) return given.replace(/\/+$/, '');
      throw invalidSetting(name, {
        en: 'it is an address that begins with http:// or https://',
        fr: 'c’est une adresse qui commence par http:// ou https://',
      });
    },
  };
}

function absent(name: string, options: { fallback: unknown } | undefined): unknown {
  if (options) return options.fallback;
  throw missing(name);
}

function missing(name: string): Problem {
  return invalidSetting(name, { en: 'it is missing', fr: 'il manque' });
}

/** The one sentence about a setting; `why` goes on after a colon, without a full stop. */
export function invalidSetting(name: string, why: Text): Problem {
  return new Problem({
    code: 'INVALID_SETTING',
    status: 500,
    text: {
      en: `The setting ${name} is not usable: ${why.en}.`,
      fr: `Le réglage ${name} est inutilisable : ${why.fr}.`,
    },
    details: { setting: name },
  });
}
