import { expect, test } from 'vitest';
import { chooseLanguage } from './language.ts';

test.each([
  ['an option before everything', ['up', '--language', 'fr'], { LANG: 'en_CA.UTF-8' }, 'fr'],
  ['an option with an equals sign', ['--language=fr-CA', 'up'], {}, 'fr'],
  ['LC_ALL before LANG', ['up'], { LC_ALL: 'fr_CA.UTF-8', LANG: 'en_US.UTF-8' }, 'fr'],
  ['LANG', ['up'], { LC_ALL: '', LANG: 'fr_FR' }, 'fr'],
  ['English where the environment is silent', ['up'], {}, 'en'],
  ['English for a language that we do not speak', ['up'], { LANG: 'de_DE' }, 'en'],
  ['English where the option has no value', ['up', '--language'], {}, 'en'],
] as const)('the language follows %s', (_sentence, args, env, locale) => {
  expect(chooseLanguage([...args], env)).toBe(locale);
});
