import { describe, expect, test } from 'vitest';
import {
  goesOnWithByline,
  isPostLine,
  readLatinByline,
  readLatinSignature,
  signsForOffice,
} from './read-latin-byline.ts';
import type { ReadByline } from './read-names.ts';

/** `Jane Doe (reporter, Staff Writer)`, as a person would say it. */
function said(read: ReadByline | undefined): readonly string[] | undefined {
  return read?.bylines.map(({ name, role, label }) =>
    label === undefined ? `${name} (${role})` : `${name} (${role}, ${label})`,
  );
}

describe('readLatinByline', () => {
  test.each([
    ['By NORA PELL', ['Nora Pell (reporter)']],
    ['By Nora Pell and Ivo Strand', ['Nora Pell (reporter)', 'Ivo Strand (reporter)']],
    ['By Nora Pell, Staff Writer', ['Nora Pell (reporter, Staff Writer)']],
    [
      'By Nora Pell\nand Ivo Strand\nStaff Writers',
      ['Nora Pell (reporter, Staff Writers)', 'Ivo Strand (reporter, Staff Writers)'],
    ],
    ['By Nora Pell\nSpecial to the Courier', ['Nora Pell (contributor, Special to the Courier)']],
    ['By Ivo Strand, librarian', ['Ivo Strand (reporter)']],
    ['Compiled by Nora Pell from the files of the Courier', ['Nora Pell (reporter)']],
    ['Submitted by Ivo Strand', ['Ivo Strand (contributor)']],
    ['Photos by Ivo Strand', ['Ivo Strand (photographer)']],
    ['Par Yves LE GALL', ['Yves Le Gall (reporter)']],
    ['De notre correspondante Aude Morvan', ['Aude Morvan (correspondent)']],
    ['Von Ute Brandt', ['Ute Brandt (reporter)']],
  ])('%s', (line, people) => {
    expect(said(readLatinByline(line))).toEqual(people);
  });

  test.each([
    'By noon the river had risen',
    'By the Sea',
    'Nora Pell',
    'By Nora Pell\nThe ice went out on Tuesday.',
    'Par temps de brouillard',
    'Von der Fähre',
  ])('not %s', (line) => {
    expect(readLatinByline(line)).toBeUndefined();
  });
});

describe('lines under a byline', () => {
  test.each([
    'Staff Writer',
    'COURIER STAFF',
    'Of the Courier Staff',
    'For the Courier',
    'Harbour News Service',
    'npell@courier.example',
  ])('%s says what the writer is', (line) => {
    expect(isPostLine(line)).toBe(true);
  });

  test.each(['The ferry', 'Writers met on Tuesday at the old hall', 'for sale'])(
    '%s does not',
    (line) => {
      expect(isPostLine(line)).toBe(false);
    },
  );

  test('another writer goes on with it, another sentence does not', () => {
    expect(goesOnWithByline('and Ivo Strand')).toBe(true);
    expect(goesOnWithByline('and the ferry turned back')).toBe(false);
  });
});

describe('readLatinSignature', () => {
  test.each([
    ['Nora Pell', ['Nora Pell (reporter)'], true],
    ['Mrs. Harlan Stroop\nMill Road', ['Mrs. Harlan Stroop (contributor)'], true],
    ['Ottilie Brandt, Ober-Wiesen', ['Ottilie Brandt (contributor)'], false],
    ['Reporter, Nora Pell', ['Nora Pell (reporter, Reporter)'], true],
    ['Aude Morvan, correspondante', ['Aude Morvan (correspondent, correspondante)'], true],
    ['— Quill Strand', ['Quill Strand (reporter)'], true],
    ['Quill Ostrander', ['Quill Ostrander (reporter)'], false],
    ['Strand Funeral Home', ['Strand Funeral Home (reporter)'], false],
  ])('%s', (line, people, certain) => {
    const read = readLatinSignature(line);
    expect(said(read)).toEqual(people);
    expect(read?.certain).toBe(certain);
  });

  test.each(['Nora Pell, Town Clerk', 'The ferry turned back.', 'Nora Pell\nwent home'])(
    'not %s',
    (line) => {
      expect(readLatinSignature(line)).toBeUndefined();
    },
  );
});

describe('signsForOffice', () => {
  test.each([
    'Nora Pell, Town Clerk',
    'Aude Morvan, Maire',
    'The family of Ivo Strand',
    'Familie Brandt',
  ])('%s', (line) => {
    expect(signsForOffice(line)).toBe(true);
  });

  test.each(['Nora Pell', 'Nora Pell, Mill Road', 'The clerk went home.', '县公安局'])(
    'not %s',
    (line) => {
      expect(signsForOffice(line)).toBe(false);
    },
  );
});
