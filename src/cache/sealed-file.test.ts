import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSealed, readSealedJson, writeSealed } from './sealed-file.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'epaper-sealed-'));
  file = join(folder, 'below/articles.json');
  writeSealed(file, JSON.stringify({ headline: '燃动小微' }));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('what was written is read, and nothing else lies about', () => {
  expect(readSealedJson(file)).toEqual({ headline: '燃动小微' });
  expect(readdirSync(join(folder, 'below'))).toEqual(['articles.json']);
});

test('a file that was cut off is none, wherever it was cut', () => {
  const whole = readFileSync(file);
  for (let length = whole.length - 1; length >= 0; length -= 1) {
    truncateSync(file, length);
    expect(readSealed(file), `${length} of ${whole.length} bytes`).toBeUndefined();
  }
});

test('a file of which one byte is another is none, as is one full of zeros', () => {
  const whole = readFileSync(file);
  for (const [at, byte] of whole.entries()) {
    if (at === whole.length - 28) continue; // The line feed: for people.
    const changed = Buffer.from(whole);
    changed[at] = byte ^ 1;
    writeFileSync(file, changed);
    expect(readSealed(file), `byte ${at}`).toBeUndefined();
  }
  writeFileSync(file, Buffer.alloc(whole.length));
  expect(readSealed(file)).toBeUndefined();
});

test('where there is no file there is none', () => {
  expect(readSealed(join(folder, 'other.json'))).toBeUndefined();
});
