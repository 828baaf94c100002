/** In UTF-16 units: what search engines and tabs show of a title at most (html-validate, `long-title`). */
const shown = 70;

/**
 * The title of a page's document: what the page is, and the paper; for an article the day, too, since
 * one headline may come back every day. Where that is more than is shown, the paper goes: the day
 * tells one title from another, and the paper is named beside it wherever titles are listed.
 *
 * @param title undefined for the front, which is the paper itself
 * @param printed the day and more, as `ArticleView.printed`
 */
export function pageTitle(
  title: string | undefined,
  paper: string,
  printed: string | undefined,
): string {
  if (title === undefined) return paper;
  const whole = `${title} - ${paper}`;
  if (printed === undefined) return whole;
  const dated = `${whole} ${printed}`;
  return dated.length <= shown ? dated : `${title} - ${printed}`;
}
