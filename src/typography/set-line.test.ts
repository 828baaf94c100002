import { expect, test } from 'vitest';
import { setLine, setTexts } from './set-line.ts';

test('a line is set in its language', () => {
  expect(setLine(`Inés O'Connor`, 'en-GB')).toBe('Inés O’Connor');
  expect(setLine(`阿'甘`, 'zh-Hans')).toBe(`阿'甘`);
});

test.each(['file', 'bodyPictures', 'source', 'address', 'repository'])(
  'what %s holds says where something lies',
  (name) => {
    expect(setTexts({ [name]: `it's`, name: `it's` }, 'en')).toEqual({
      [name]: `it's`,
      name: 'it’s',
    });
  },
);

test('the texts of an entry are set, its addresses and numbers are not', () => {
  const file = { src: `/it's.png` };
  const data = { headline: `"So"`, images: [{ file, alt: `it's` }], part: 3, none: null };
  expect(setTexts(data, 'en')).toEqual({
    headline: '“So”',
    images: [{ file, alt: 'it’s' }],
    part: 3,
    none: null,
  });
  expect(setTexts(data, 'zh-Hans')).toBe(data);
});
