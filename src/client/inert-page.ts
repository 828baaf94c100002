/**
 * A page of the paper that was fetched, to be read: nothing in it runs, loads or applies.
 *
 * A template's content is never connected to a document. In the document that DOMParser makes
 * (XMLHttpRequest's, too) Chromium 153 holds the style elements against this page's content security
 * policy and writes an error to the console for each.
 */
export function inertPage(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content;
}
