/** In UTF-16 units: what search engines and tabs show of a title at most (html-validate, `long-title`). */
const shown = 70;

/**
 * The title of a page's document: what the page is, and the paper; for an article the day, too, since
 * one headline may come back every day. A headline so long that the day would not be seen goes without.
 *
 * @param title undefined for the front, which is the paper itself
 * @param printed the day, as 2022-12-19
 */
export function pageTitle(
  title: string | undefined,
  paper: string,
  printed: string | undefined,
): string {
  if (title === undefined) return paper;
  const whole = `${title} - ${paper}`;
  const dated = printed === undefined ? whole : `${whole} ${printed}`;
  return dated.length <= shown ? dated : whole;
}
