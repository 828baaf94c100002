import { rmSync } from 'node:fs';
import type { AstroPrerenderer } from 'astro';
import { readSealedJson, writeSealed } from '../cache/sealed-file.ts';

type PageImages = NonNullable<
  Exclude<Awaited<ReturnType<AstroPrerenderer['render']>>, Response>['metadata']
>;

/** A file that the press wrote, and what it was made of. */
export interface PrintedFile {
  /** The page's cache key; a page without one is printed at every build. */
  readonly key?: string | undefined;
  readonly size: number;
  readonly mtimeMs: number;
  /** Pictures that Astro must make for this page: as its render reported them. */
  readonly staticImages?: PageImages['staticImages'];
  readonly referencedImages?: PageImages['referencedImages'];
}

/** A file that Astro or Vite wrote: each build writes all of them. */
export interface OtherFile {
  readonly digest: string;
  readonly mtimeMs: number;
}

/** What is known of the output folder after a build. */
export interface PressRecord {
  /** Stands for everything but content that decides what a page looks like. */
  readonly code: string;
  /** By path below the output folder. */
  readonly printed: Readonly<Record<string, PrintedFile>>;
  /** Everything else by path: assets, files of public/. */
  readonly others: Readonly<Record<string, OtherFile>>;
}

const version = 2;

/** @returns undefined where there is none, or none of this version, or none that is whole */
export function readPressRecord(file: string): PressRecord | undefined {
  const record = readSealedJson(file) as (PressRecord & { version: number }) | undefined;
  return record?.version === version ? record : undefined;
}

/** Until the build has ended well, what lies in the output folder is not to be trusted. */
export function forgetPressRecord(file: string): void {
  rmSync(file, { force: true });
}

export function writePressRecord(file: string, record: PressRecord): void {
  writeSealed(file, JSON.stringify({ version, ...record }));
}
