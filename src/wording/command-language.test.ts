import { expect, test } from 'vitest';
import { decideCommandLanguage } from './command-language.ts';

test.each([
  ['en', { LANG: 'zh_CN.UTF-8' }, 'zh-Hans', 'en'],
  ['zh-Hant', { LANG: 'en_US.UTF-8' }, undefined, 'zh'],
  [undefined, { LANG: 'en_GB.UTF-8' }, 'zh-Hans', 'en'],
  [undefined, { LC_ALL: 'zh_TW.UTF-8', LANG: 'en_US.UTF-8' }, 'en', 'zh'],
  [undefined, { LC_ALL: '', LANG: 'C.UTF-8' }, 'en', 'en'],
  [undefined, { LANG: 'POSIX' }, undefined, 'zh'],
  [undefined, { LANG: 'eno_XX' }, undefined, 'zh'],
  [undefined, {}, 'en-GB', 'en'],
] as const)('--lang %s, %o, a paper in %s: %s', (option, environment, paper, language) => {
  expect(decideCommandLanguage(option, environment, paper)).toBe(language);
});
