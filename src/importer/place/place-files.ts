import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { z } from 'astro/zod';
import type { Finding } from '../../newspaper/finding.ts';
import { checkPaths } from './check-paths.ts';
import { errorCodeOf, type Disk } from './disk.ts';
import { findingOfFile } from '../page/findings.ts';
import { diskProblem } from './disk-problem.ts';
import { lockPath, workFolderName, type ContentLock } from './lock-content.ts';

export interface Placement {
  /** Paths are relative to the content folder, with `/`. */
  readonly files: readonly { readonly path: string; readonly contents: string | Uint8Array }[];
  /** Paths of files to take away; one that is not there is no fault. */
  readonly remove?: readonly string[];
  /**
   * What the caller saw at a path when it decided (`digestOf`; null: nothing). Where something else
   * stands there now, somebody edits at the same time, and nothing is written.
   */
  readonly seen?: ReadonlyMap<string, string | null>;
  /** The lock that the caller holds: nothing is placed where it has been lost. */
  readonly lock?: ContentLock;
}

/** SHA-256 of a file's bytes, in hexadecimal. */
export function digestOf(contents: string | Uint8Array): string {
  return createHash('sha256').update(contents).digest('hex');
}

const stepSchema = z.strictObject({
  path: z.string(),
  /** Digest of what is to stand there, and of what stood there; null: nothing. */
  after: z.string().nullable(),
  before: z.string().nullable(),
});
const journalSchema = z.strictObject({
  version: z.literal(1),
  steps: z.array(stepSchema),
  /** Folders that were not there before, outermost first. */
  newFolders: z.array(z.string()),
});
type Journal = z.output<typeof journalSchema>;
type Step = z.output<typeof stepSchema>;

/*
 * How it is done. Everything is written into content/.import/placing/ first: the new contents as
 * `new-0`, `new-1` …, a link to what they replace as `old-0` … Then a journal of the steps is put in
 * place by one rename: from there on the placement counts as done, and whoever comes after a crash
 * goes on with it. Then each file is renamed to where it belongs. If a step fails (not: if the process
 * dies), the journal is renamed to undo.json, and everything goes back the way it came.
 *
 *   killed before journal.json is there     -> the next run clears the folder: the old tree
 *   killed while it is there                -> the next run goes on: the new tree
 *   killed while undo.json is there         -> the next run goes on undoing: the old tree
 *
 * A file that a person has changed in between is in no case overwritten.
 */
const placingFolder = `${workFolderName}/placing`;

/**
 * Puts all files of a placement into the content folder, or none of them. The caller holds the lock
 * and has called `recoverPlacement`. Files that already stand there as they should are not touched.
 *
 * @param root the content folder, its links resolved
 * @returns why nothing was done; nothing where all was
 */
export function placeFiles(disk: Disk, root: string, placement: Placement): readonly Finding[] {
  let plan: Plan;
  try {
    const targets = [...placement.files.map((file) => file.path), ...(placement.remove ?? [])];
    const faults = checkPaths(disk, root, targets);
    if (faults.length > 0) return faults;
    plan = planSteps(disk, root, placement);
  } catch (error) {
    return [diskProblem(error, root)];
  }
  const disturbed = plan.steps.filter(({ path, before }) => {
    const seen = placement.seen?.get(path);
    return seen !== undefined && seen !== before;
  });
  if (disturbed.length > 0) {
    return disturbed.map(({ path }) => findingOfFile('file-changed-meanwhile', path));
  }
  if (plan.steps.length === 0) return [];

  const progress: Progress = { at: placingFolder, committed: false };
  let cause: Finding | undefined;
  try {
    cause = takeSteps(disk, root, plan, placement, progress);
  } catch (error) {
    cause = diskProblem(error, progress.at);
  }
  if (cause) return [giveUp(disk, root, cause, progress.committed)];
  try {
    clearPlacing(disk, root);
  } catch (error) {
    if (errorCodeOf(error) === undefined) throw error;
    // Everything is in place; what is left in the work folder goes at the next run.
  }
  return [];
}

/** What a placement asks of the disk as it is now. */
interface Plan {
  readonly steps: readonly Step[];
  readonly contents: ReadonlyMap<string, Uint8Array>;
}

function planSteps(disk: Disk, root: string, { files, remove = [] }: Placement): Plan {
  const contents = new Map<string, Uint8Array>();
  const steps: Step[] = [];
  for (const { path, contents: given } of files) {
    const bytes = typeof given === 'string' ? Buffer.from(given) : given;
    const before = digestAt(disk, join(root, path));
    const after = digestOf(bytes);
    if (before === after) continue;
    contents.set(path, bytes);
    steps.push({ path, after, before });
  }
  for (const path of remove) {
    const before = digestAt(disk, join(root, path));
    if (before !== null) steps.push({ path, after: null, before });
  }
  return { steps, contents };
}

/** How far a placement has come: at which path, and whether its journal is in place. */
interface Progress {
  at: string;
  committed: boolean;
}

/** Stages, commits and takes the steps of a plan; gives what stands against it. */
function takeSteps(
  disk: Disk,
  root: string,
  { steps, contents }: Plan,
  { lock }: Placement,
  progress: Progress,
): Finding | undefined {
  const placing = join(root, placingFolder);
  makeFolders(disk, root, placingFolder);
  for (const [index, step] of steps.entries()) {
    progress.at = step.path;
    const bytes = contents.get(step.path);
    if (bytes) disk.writeNewFile(join(placing, `new-${index}`), bytes);
    if (step.before === null) continue;
    const old = join(placing, `old-${index}`);
    disk.linkFile(join(root, step.path), old);
    // The link may be to something newer than what was read above.
    if (digestAt(disk, old) !== step.before)
      return findingOfFile('file-changed-meanwhile', step.path);
  }
  progress.at = placingFolder;
  const newFolders = missingFolders(disk, root, steps);
  const journal: Journal = { version: 1, steps: [...steps], newFolders };
  const draft = join(placing, 'journal.draft');
  disk.writeNewFile(draft, Buffer.from(JSON.stringify(journal)));
  disk.syncFolder(placing);
  if (lock && !lock.isHeld()) return findingOfFile('content-locked:lost', lockPath);
  disk.rename(draft, join(placing, 'journal.json'));
  progress.committed = true;
  disk.syncFolder(placing);
  for (const [index, step] of steps.entries()) {
    progress.at = step.path;
    if (!takeStep(disk, root, step, index))
      return findingOfFile('file-changed-meanwhile', step.path);
  }
  progress.at = placingFolder;
  syncTouched(disk, root, journal);
  return undefined;
}

/**
 * Finishes or takes back a placement that an earlier run left unfinished. Call it with the lock held,
 * before anything is read from the content folder.
 *
 * @returns a finding of severity info where there was one, an error where it cannot be finished
 */
export function recoverPlacement(disk: Disk, root: string): readonly Finding[] {
  const placing = join(root, placingFolder);
  try {
    if (disk.entryAt(placing) === undefined) return [];
    const undo = readJournal(disk, join(placing, 'undo.json'));
    const journal = undo ?? readJournal(disk, join(placing, 'journal.json'));
    const kept: string[] = [];
    if (undo) {
      undoSteps(disk, root, undo);
    } else if (journal) {
      for (const [index, step] of journal.steps.entries()) {
        if (!takeStep(disk, root, step, index)) kept.push(step.path);
      }
      syncTouched(disk, root, journal);
    }
    clearPlacing(disk, root);
    const outcome = undo
      ? 'import-resumed:undone'
      : journal
        ? 'import-resumed:completed'
        : 'import-resumed:cleared';
    return [
      findingOfFile(outcome, placingFolder),
      ...kept.map((path) => findingOfFile('file-changed-meanwhile:kept', path)),
    ];
  } catch (error) {
    if (errorCodeOf(error) !== undefined) {
      return [
        diskProblem(error, placingFolder, {
          zh: '上次中断的导入还没有收拾完',
          en: 'the interrupted import is not cleared up yet',
        }),
      ];
    }
    // A journal is synced before it is put in place: only a failing disk can have damaged it.
    const fault = (error as Error).message.slice(0, 200);
    return [findingOfFile('import-journal-damaged', placingFolder, { fault, path: placingFolder })];
  }
}

/** @returns false where somebody has changed the file since, and it was left alone */
function takeStep(disk: Disk, root: string, step: Step, index: number): boolean {
  const target = join(root, step.path);
  const now = digestAt(disk, target);
  if (now === step.after) return true;
  if (now !== step.before) return false;
  if (step.after === null) {
    disk.removeFile(target);
    return true;
  }
  const staged = join(root, placingFolder, `new-${index}`);
  makeFolders(disk, root, dirname(step.path));
  disk.rename(staged, target);
  return true;
}

function undoSteps(disk: Disk, root: string, journal: Journal): void {
  const placing = join(root, placingFolder);
  for (const [index, step] of [...journal.steps.entries()].reverse()) {
    const target = join(root, step.path);
    if (digestAt(disk, target) !== step.after) continue;
    const old = join(placing, `old-${index}`);
    if (step.before !== null) disk.rename(old, target);
    else if (step.after !== null) disk.removeFile(target);
  }
  for (const folder of [...journal.newFolders].reverse()) {
    try {
      disk.removeFolder(join(root, folder));
    } catch (error) {
      // Somebody has put something into it, or it was never made.
      if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(errorCodeOf(error) ?? '')) throw error;
    }
  }
  syncTouched(disk, root, journal);
}

/** Takes back what has been done; the journal becomes undo.json first, so that a crash goes on undoing. */
function giveUp(disk: Disk, root: string, cause: Finding, committed: boolean): Finding {
  const placing = join(root, placingFolder);
  try {
    if (committed) {
      const journal = readJournal(disk, join(placing, 'journal.json'));
      disk.rename(join(placing, 'journal.json'), join(placing, 'undo.json'));
      disk.syncFolder(placing);
      if (journal) undoSteps(disk, root, journal);
    }
    clearPlacing(disk, root);
    return cause;
  } catch (error) {
    if (errorCodeOf(error) === undefined) throw error;
    return committed
      ? {
          ...cause,
          message: `${cause.message}；恢复原状时又出错（${errorCodeOf(error)}）`,
          action: `${cause.action}；下次导入会先收拾好这一次的`,
          english: {
            message: `${cause.english?.message}; undoing it failed as well (${errorCodeOf(error)})`,
            action: `${cause.english?.action}; the next import clears this one up first`,
          },
        }
      : cause;
  }
}

/** The journals go first: without one, what is left in the folder means nothing. */
function clearPlacing(disk: Disk, root: string): void {
  const placing = join(root, placingFolder);
  if (disk.entryAt(placing) === undefined) return;
  const names = disk.readFolder(placing);
  for (const name of ['journal.json', 'undo.json']) {
    if (!names.includes(name)) continue;
    disk.removeFile(join(placing, name));
    disk.syncFolder(placing);
  }
  for (const name of names) {
    if (name !== 'journal.json' && name !== 'undo.json') disk.removeFile(join(placing, name));
  }
  disk.removeFolder(placing);
}

function readJournal(disk: Disk, path: string): Journal | undefined {
  if (disk.entryAt(path) !== 'file') return undefined;
  return journalSchema.parse(JSON.parse(Buffer.from(disk.readFile(path)).toString()));
}

function digestAt(disk: Disk, path: string): string | null {
  try {
    return disk.entryAt(path) === 'file' ? digestOf(disk.readFile(path)) : null;
  } catch (error) {
    if (errorCodeOf(error) === 'ENOENT' || errorCodeOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}

function makeFolders(disk: Disk, root: string, path: string): void {
  let folder = root;
  for (const name of path.split('/')) {
    if (name === '.') continue;
    folder = join(folder, name);
    if (disk.entryAt(folder) !== 'folder') disk.makeFolder(folder);
  }
}

/** Outermost first. */
function missingFolders(disk: Disk, root: string, steps: readonly Step[]): string[] {
  const missing = new Set<string>();
  for (const { path, after } of steps) {
    if (after === null) continue;
    const names = path.split('/').slice(0, -1);
    names.forEach((_name, index) => {
      const folder = names.slice(0, index + 1).join('/');
      if (!missing.has(folder) && disk.entryAt(join(root, folder)) === undefined)
        missing.add(folder);
    });
  }
  return [...missing];
}

function syncTouched(disk: Disk, root: string, journal: Journal): void {
  const folders = new Set(
    [...journal.steps.map((step) => step.path), ...journal.newFolders].map((path) => dirname(path)),
  );
  for (const folder of folders) {
    if (disk.entryAt(join(root, folder)) === 'folder') disk.syncFolder(join(root, folder));
  }
}
