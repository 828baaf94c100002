import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { AstroPrerenderer } from 'astro';

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

/** What is known of the output folder after a build. */
export interface PressRecord {
  /** Stands for everything but content that decides what a page looks like. */
  readonly forme: string;
  /** By path below the output folder. */
  readonly printed: Readonly<Record<string, PrintedFile>>;
  /** Paths below the output folder of everything else: assets, files of public/. */
  readonly others: readonly string[];
}

const version = 1;

/** @returns undefined where there is none, or none of this version */
export function readPressRecord(file: string): PressRecord | undefined {
  try {
    const record = JSON.parse(readFileSync(file, 'utf8')) as PressRecord & { version: number };
    return record.version === version ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Until the build has ended well, what lies in the output folder is not to be trusted. */
export function forgetPressRecord(file: string): void {
  rmSync(file, { force: true });
}

export function writePressRecord(file: string, record: PressRecord): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.tmp`, JSON.stringify({ version, ...record }));
  renameSync(`${file}.tmp`, file);
}
