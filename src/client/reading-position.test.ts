import { describe, expect, test } from 'vitest';
import { keepPlace, maxPlaces, parsePlaces, placeOf, type Places } from './reading-position.ts';

describe('keepPlace', () => {
  const places: Places = [
    ['/a/', 'p3'],
    ['/b/', 'p2'],
  ];

  test('a place moves to the newest end', () => {
    expect(keepPlace(places, '/a/', 5, 9)).toEqual([
      ['/b/', 'p2'],
      ['/a/', 'p5'],
    ]);
  });

  test.each([0, 1, 9])('paragraph %i of 9 is no place to come back to', (paragraph) => {
    expect(keepPlace(places, '/a/', paragraph, 9)).toEqual([['/b/', 'p2']]);
  });

  test('the oldest are forgotten', () => {
    let many: Places = [];
    for (let index = 0; index < maxPlaces + 5; index += 1) {
      many = keepPlace(many, `/${index}/`, 2, 9);
    }
    expect(many).toHaveLength(maxPlaces);
    expect(placeOf(many, '/0/')).toBeUndefined();
    expect(placeOf(many, `/${maxPlaces + 4}/`)).toBe('p2');
  });
});

describe('parsePlaces', () => {
  test.each([null, 'x', '{}', '[1,["/a/"],["/a/","x"],["/a/","p0"],["/a/",3]]'])(
    '%s holds no place',
    (stored) => {
      expect(parsePlaces(stored)).toEqual([]);
    },
  );
  test('what was kept is read again', () => {
    expect(parsePlaces('[["/a/","p12"]]')).toEqual([['/a/', 'p12']]);
  });
});
