/**
 * Marks what a reader has searched for, in the paragraph that the result leads to. The search page
 * sends the words as they stand in the text: `?hit=小微&hit=企业#p3`.
 *
 * @param article holds the paragraphs
 */
export function markHits(article: HTMLElement): void {
  const words = new URLSearchParams(location.search).getAll('hit').filter(Boolean).slice(0, 4);
  const paragraph = document.getElementById(location.hash.slice(1));
  if (words.length === 0 || !('highlights' in CSS) || !article.contains(paragraph)) return;
  // The text of the paragraph, and for each character of it where it stands.
  const places: [Text, number][] = [];
  let text = '';
  const walker = document.createTreeWalker(paragraph!, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement!.closest('rt,rp,.para,.para-trail')) continue;
    for (let at = 0; at < node.length; at += 1) places.push([node, at]);
    text += node.data;
  }
  const ranges: Range[] = [];
  for (const word of words) {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
      const range = new Range();
      range.setStart(...places[at]!);
      const [last, offset] = places[at + word.length - 1]!;
      range.setEnd(last, offset + 1);
      ranges.push(range);
    }
  }
  CSS.highlights.set('hit', new Highlight(...ranges));
}
