/** Texts that many rows share, each kept once and named by a number. */
export interface Texts {
  /** The number of a text, new or known. */
  number(text: string): number;
  text(number: number): string;
}

export function createTexts(): Texts {
  const texts: string[] = [];
  const numbers = new Map<string, number>();
  return {
    number: (text) => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, texts.length);
      return texts.push(text) - 1;
    },
    text: (number) => {
      const text = texts[number];
      if (text === undefined) throw new RangeError(`no text ${number}`);
      return text;
    },
  };
}
