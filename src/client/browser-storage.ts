/** What the browser keeps under a key; null where it keeps nothing or may not be asked. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text; a browser that refuses (private window, full storage) loses it, which is its right. */
export function store(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Reading goes on without it.
  }
}
