import { describe, expect, it, test } from 'vitest';
import type { Wording } from '../wording/wording.ts';
import type { Archive, ArchivedArticle } from './archive.ts';
import { memoizeByArticle, memoizeLast, memoizeWeakly } from './memoize.ts';

const archive = {} as Archive;
const wording = {} as Wording;
const article = (id: string): ArchivedArticle => ({ id }) as ArchivedArticle;

describe('memoizeByArticle', () => {
  it('makes a view once for one reading of content/', () => {
    const made: string[] = [];
    const view = memoizeByArticle((_archive, _wording, { id }) => {
      made.push(id);
      return { id };
    });
    const one = article('2022-12-19/01/one');
    expect(view(archive, wording, one)).toBe(view(archive, wording, one));
    expect(view(archive, wording, article('2022-12-19/01/one'))).toEqual({ id: one.id });
    expect(view({} as Archive, wording, one)).toEqual({ id: one.id });
    expect(made).toHaveLength(3);
  });

  it('lets the oldest go', () => {
    let made = 0;
    const view = memoizeByArticle(() => ({ made: (made += 1) }));
    const first = article('first');
    view(archive, wording, first);
    for (let index = 0; index < 1000; index += 1) view(archive, wording, article(String(index)));
    expect(view(archive, wording, first)).toEqual({ made: 1002 });
  });
});

test('memoizeLast makes a thing once, and lets the oldest go', () => {
  const made: string[] = [];
  const make = memoizeLast(2, ({ name }: { readonly name: string }, more: string) => {
    made.push(name);
    return name + more;
  });
  const [one, two, three] = [{ name: 'one' }, { name: 'two' }, { name: 'three' }];
  expect([make(one, '!'), make(one, '!'), make(two, '!'), make(one, '!')]).toEqual([
    'one!',
    'one!',
    'two!',
    'one!',
  ]);
  expect(made).toEqual(['one', 'two']);
  make(three, '!');
  make(one, '!');
  expect(made).toEqual(['one', 'two', 'three', 'one']);
});

test('memoizeWeakly makes a thing once, undefined too', () => {
  let made = 0;
  const make = memoizeWeakly((_thing: object) => {
    made += 1;
    return undefined;
  });
  const thing = {};
  make(thing);
  make(thing);
  make({});
  expect(made).toBe(2);
});
