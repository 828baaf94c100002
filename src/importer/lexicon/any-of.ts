/**
 * The alternatives of a regular expression from a list that can be read and sorted: words parted by
 * blanks or line ends, in the order in which they are tried. A word may be a small pattern of its own
 * (`奋斗者?`, `IN\\sBRIEF`); a mark that means something in a pattern is escaped by whoever lists it.
 *
 * @returns a group without a number: `(?:进行时|系列谈)`
 */
export function anyOf(words: string): string {
  return `(?:${words.trim().split(/\s+/).join('|')})`;
}
