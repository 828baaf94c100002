/**
 * The articles' rendered bodies, one file an edition, beside Astro's data store and not in it: Astro
 * parses, checks, bundles and unpacks its store as a whole at every build. With 24,000 bodies in it
 * (90 MB) an unchanged build spent 14 s and 1.6 GB on carrying them; the entries alone have 11 MB.
 *
 * A file's name says what is in it (the digests of the edition's entries), so a file that is there
 * and whole is right, whoever wrote it.
 */
import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSealed, readSealedJson, writeSealed } from '../cache/sealed-file.ts';
import type { ArticleBody } from '../manuscript/article-body.ts';
import { unpackBody, type PackedBody } from '../manuscript/pack-body.ts';

export interface StoredBody {
  readonly body: PackedBody;
  /** The MDX after the front matter. */
  readonly source: string;
}

export function bodiesFolder(kept: string): string {
  return join(kept, 'bodies');
}

/** What of an entry a file's name is made of. */
export interface BodyKey {
  /** `2022-12-19/01/slug` */
  readonly id: string;
  readonly digest: string;
}

export type EditionBodies = Readonly<Record<string, StoredBody>>;

/**
 * The name of the file that holds the bodies of these articles.
 *
 * @param date the edition's
 * @param articles all of the edition's, in any order
 */
export function bodiesFileName(date: string, articles: readonly BodyKey[]): string {
  const hash = createHash('sha1');
  for (const line of articles.map(({ id, digest }) => `${id} ${digest}\n`).sort())
    hash.update(line);
  return `${date}-${hash.digest('hex').slice(0, 20)}.json`;
}

/** @returns undefined where there is no such file, or it is damaged */
export function readBodies(folder: string, fileName: string): EditionBodies | undefined {
  return readSealedJson(join(folder, fileName)) as EditionBodies | undefined;
}

/**
 * Names of the files that are there, and whole. Each is read for that (0.2 s for 24,000 articles): a
 * damaged one would be found when a page asks for it, too late to make it again.
 */
export function listBodies(folder: string): Set<string> {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return new Set();
  }
  return new Set(
    names.filter((name) => name.endsWith('.json') && readSealed(join(folder, name)) !== undefined),
  );
}

export function writeBodies(folder: string, fileName: string, bodies: EditionBodies): void {
  writeSealed(join(folder, fileName), JSON.stringify(bodies));
}

export function removeBodies(folder: string, fileName: string): void {
  rmSync(join(folder, fileName), { force: true });
}

/** Pages are rendered edition by edition: more than a few at a time are not asked for. */
const editionsHeld = 16;

/** What a page may ask of an entry; both are read from disk when they are first asked for. */
export interface WithBody {
  readonly articleBody: ArticleBody;
  /** The MDX after the front matter. */
  readonly source: string;
}

/**
 * Gives entries of the collection their bodies back, read when a page first asks for one.
 *
 * @param entries all entries of the collection
 * @param kept the folder of incremental printing; undefined where entries carry their bodies
 */
export function withBodies<
  Entry extends {
    readonly id: string;
    readonly digest?: string | number | undefined;
    readonly rendered?:
      { readonly metadata?: Readonly<Record<string, unknown>> | undefined } | undefined;
  },
>(entries: readonly Entry[], kept: string | undefined): (Entry & WithBody)[] {
  const byEdition = Map.groupBy(entries, ({ id }) => id.slice(0, id.indexOf('/')));
  const held = new Map<string, EditionBodies>();
  const bodiesOf = (date: string): EditionBodies => {
    let bodies = held.get(date);
    if (bodies === undefined) {
      const keys = byEdition.get(date)!.map(({ id, digest }) => ({ id, digest: String(digest) }));
      const fileName = bodiesFileName(date, keys);
      bodies = kept === undefined ? undefined : readBodies(bodiesFolder(kept), fileName);
      // A page without its text must not be published: the loader wrote this file a moment ago.
      if (bodies === undefined) throw new Error(`${fileName}：正文读不出来，删去 .cache 再试`);
      if (held.size >= editionsHeld) held.delete(held.keys().next().value!);
      held.set(date, bodies);
    }
    return bodies;
  };
  return entries.map((entry) => {
    const { id, rendered } = entry;
    const date = id.slice(0, id.indexOf('/'));
    const carried = rendered?.metadata?.['stored'] as StoredBody | undefined;
    const stored = (): StoredBody => carried ?? bodiesOf(date)[id]!;
    let unpacked: WeakRef<ArticleBody> | undefined;
    return {
      ...entry,
      get articleBody() {
        // A page asks for html, paragraphs and text in turn; 24,000 bodies are not to stay in memory.
        const known = unpacked?.deref();
        if (known !== undefined) return known;
        const body = unpackBody(stored().body);
        unpacked = new WeakRef(body);
        return body;
      },
      get source() {
        return stored().source;
      },
    };
  });
}
