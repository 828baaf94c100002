/** Somebody or something that has an address and a name. */
export interface NameBearer {
  readonly id: string;
  readonly name: string;
  /** A word that tells it from others of the name. */
  readonly disambiguation?: string | undefined;
}

/**
 * Names that no two share, for titles and descriptions of pages: a person with the word that tells
 * them from a namesake, 王建（摄影）; where two are still alike, with the name of the file.
 *
 * @param bearers of one kind, ids unique
 * @returns by id
 */
export function distinctNames(bearers: Iterable<NameBearer>): Map<string, string> {
  const names = new Map<string, string>();
  for (const { id, name, disambiguation } of bearers) {
    names.set(id, disambiguation === undefined ? name : `${name}（${disambiguation}）`);
  }
  for (;;) {
    const shared = [...Map.groupBy(names, ([, name]) => name).values()].filter(
      ({ length }) => length > 1,
    );
    if (shared.length === 0) return names;
    for (const [id, name] of shared.flat()) names.set(id, `${name}（${id}）`);
  }
}
