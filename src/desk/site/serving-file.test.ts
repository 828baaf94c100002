import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isPortTaken, readServing, removeServing, writeServing } from './serving-file.ts';

test('a port is taken while something listens on it', async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  expect(await isPortTaken(port)).toBe(true);
  await new Promise((done) => server.close(done));
  expect(await isPortTaken(port)).toBe(false);
});

test('word of a server lasts as long as its process', () => {
  const root = mkdtempSync(join(tmpdir(), 'epaper-serving-'));
  try {
    const serving = { pid: process.pid, command: 'npm start', address: 'http://localhost:4321/' };
    writeServing(root, 4321, serving);
    expect(readServing(root, 4321)).toEqual(serving);
    expect(readServing(root, 4322)).toBeUndefined();
    writeServing(root, 4322, { ...serving, pid: 4_194_304_999 });
    expect(readServing(root, 4322)).toBeUndefined();
    removeServing(root, 4321);
    expect(readServing(root, 4321)).toBeUndefined();
  } finally {
    rmSync(root, { recursive: true });
  }
});
