import { hash } from 'node:crypto';

/** Views that stand in many others and never change: each is digested once. */
const held = new WeakMap<object, string | undefined>();

/**
 * Says that a view is made once and stands in many others: lines of lists above all.
 *
 * @param digest what stands for all that it says, where that is known already
 */
export function keepDigest(view: object, digest?: string): void {
  if (!held.has(view)) held.set(view, digest);
}

/**
 * A digest of everything in a view: equal digests mean equal views. Takes what a view is made of:
 * texts, numbers, lists, records, maps, sets, dates; the order of a record's fields counts.
 *
 * @returns 27 characters
 * @throws TypeError for a function: what it gives cannot be seen
 */
export function viewDigest(view: unknown): string {
  const parts: string[] = [];
  write(view, parts);
  return hash('sha1', parts.join(''), 'base64url');
}

function write(value: unknown, parts: string[]): void {
  if (typeof value === 'string') {
    // The length keeps two texts apart that are one when put together.
    parts.push('"', String(value.length), ':', value);
  } else if (typeof value === 'function') {
    throw new TypeError('a view with a function in it has no digest');
  } else if (typeof value !== 'object' || value === null) {
    parts.push(String(value), ';');
  } else if (held.has(value)) {
    let digest = held.get(value);
    if (digest === undefined) {
      const own: string[] = [];
      writeFields(value, own);
      digest = hash('sha1', own.join(''), 'base64url');
      held.set(value, digest);
    }
    parts.push('#', digest);
  } else if (Array.isArray(value) || value instanceof Set) {
    parts.push(Array.isArray(value) ? '[' : '<');
    for (const item of value) write(item, parts);
    parts.push(']');
  } else if (value instanceof Map) {
    parts.push('(');
    for (const [key, item] of value) {
      write(key, parts);
      write(item, parts);
    }
    parts.push(')');
  } else if (value instanceof Date || value instanceof URL) {
    parts.push('@', value.toJSON(), ';');
  } else {
    writeFields(value, parts);
  }
}

function writeFields(value: object, parts: string[]): void {
  parts.push('{');
  for (const key of Object.keys(value)) {
    const field = (value as Record<string, unknown>)[key];
    // An absent field and one that is undefined look the same on a page.
    if (field === undefined) continue;
    parts.push(key, '=');
    write(field, parts);
  }
  parts.push('}');
}
