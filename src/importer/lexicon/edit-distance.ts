/** Edit distance of two short texts, in characters. */
export function editDistance(left: string, right: string): number {
  const a = [...left];
  const b = [...right];
  let row = b.map((_, index) => index + 1);
  for (const [index, character] of a.entries()) {
    let diagonal = index;
    let before = index + 1;
    row = row.map((above, column) => {
      const cost = Math.min(above + 1, before + 1, diagonal + (character === b[column] ? 0 : 1));
      diagonal = above;
      before = cost;
      return cost;
    });
  }
  return row.at(-1) ?? a.length;
}
