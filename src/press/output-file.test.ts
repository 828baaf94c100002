import { expect, test } from 'vitest';
import { outputFile, requestAddress } from './output-file.ts';

test.each([
  ['page', '/', 'index.html'],
  ['page', '', 'index.html'],
  ['page', '/404', '404.html'],
  ['page', '/2024-05-06', '2024-05-06/index.html'],
  ['page', '/2024-05-06/01/dukou/', '2024-05-06/01/dukou/index.html'],
  ['endpoint', '/feed.xml', 'feed.xml'],
  ['endpoint', '/2024-05-06/edition.epub', '2024-05-06/edition.epub'],
  ['redirect', '/old', undefined],
])('a %s at %j is written to %s', (type, pathname, file) => {
  expect(outputFile(type, pathname)).toBe(file);
});

test.each([
  ['/', 'page', '/', 'https://paper.example.org/'],
  ['/paper/', 'page', '/', 'https://paper.example.org/paper/'],
  ['/paper', 'page', '/2024-05-06', 'https://paper.example.org/paper/2024-05-06/'],
  ['/', 'page', '/404', 'https://paper.example.org/404/'],
  ['/', 'endpoint', '/feed.xml', 'https://paper.example.org/feed.xml'],
])('under %s a %s at %s is asked for as %s', (base, type, pathname, address) => {
  expect(requestAddress('https://paper.example.org', base, type, pathname).href).toBe(address);
});
