/** Where an item stands: the newest edition first is an archive's affair, not the reader's of one. */
export interface ReadingPlace {
  readonly edition: string;
  readonly page: number;
  readonly order: number;
}

/** Compares two places as a reader goes through the paper: date, then page, then order. */
export function compareReadingOrder(left: ReadingPlace, right: ReadingPlace): number {
  if (left.edition !== right.edition) return left.edition < right.edition ? -1 : 1;
  return left.page - right.page || left.order - right.order;
}
