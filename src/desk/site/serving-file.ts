/**
 * Which of this project's servers listen on which port: a command that finds its port taken says by whom.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { isAlive } from './is-alive.ts';

export interface Serving {
  readonly pid: number;
  /** As it is typed: `npm run dev`. */
  readonly command: string;
  readonly address: string;
}

/** @param projectRoot absolute path */
export function writeServing(projectRoot: string, port: number, serving: Serving): void {
  const file = fileOf(projectRoot, port);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(serving));
}

export function removeServing(projectRoot: string, port: number): void {
  rmSync(fileOf(projectRoot, port), { force: true });
}

/** @returns undefined where no server of this project that is alive listens there */
export function readServing(projectRoot: string, port: number): Serving | undefined {
  try {
    const serving = JSON.parse(readFileSync(fileOf(projectRoot, port), 'utf8')) as Serving;
    return isAlive(serving.pid) ? serving : undefined;
  } catch {
    return undefined;
  }
}

function fileOf(projectRoot: string, port: number): string {
  return join(projectRoot, '.cache/serving', `${port}.json`);
}

/** Whether something listens there: a server of localhost may be on either of its two addresses. */
export async function isPortTaken(port: number): Promise<boolean> {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => answersAt(port, host)));
  return answers.includes(true);
}

function answersAt(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 500 });
    const done = (answered: boolean): void => {
      socket.destroy();
      resolve(answered);
    };
    socket.on('connect', () => done(true));
    socket.on('error', () => done(false));
    socket.on('timeout', () => done(false));
  });
}
