import { describe, expect, it } from 'vitest';
import type { Wording } from '../wording/wording.ts';
import type { Archive, ArchivedArticle } from './archive.ts';
import { holdByArticle } from './hold.ts';

const archive = {} as Archive;
const wording = {} as Wording;
const article = (id: string): ArchivedArticle => ({ id }) as ArchivedArticle;

describe('holdByArticle', () => {
  it('makes a view once for one reading of content/', () => {
    const made: string[] = [];
    const view = holdByArticle((_archive, _wording, { id }) => {
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
    const view = holdByArticle(() => ({ made: (made += 1) }));
    const first = article('first');
    view(archive, wording, first);
    for (let index = 0; index < 1000; index += 1) view(archive, wording, article(String(index)));
    expect(view(archive, wording, first)).toEqual({ made: 1002 });
  });
});
