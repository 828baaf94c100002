const move = String.raw`\p{Script=Han}[前中后一二三四五六七八九\d][进退平][一二三四五六七八九\d]`;

/** Two moves of Chinese chess and more, each behind a gap: 车三进五 士5退6. */
export const chessMoves = new RegExp(`${move}(?: ${move})+`, 'gu');

const atEnd = new RegExp(` ${move}$`, 'u');

/** Whether a text ends in such moves, which have no stop. */
export function endsInMoves(text: string): boolean {
  return atEnd.test(text);
}
