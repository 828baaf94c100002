/** Elements that begin a text of their own: what stands before and after is not one sentence with it. */
export const blockElements: ReadonlySet<string> = new Set([
  ...['p', 'blockquote', 'ul', 'ol', 'table', 'figure', 'aside', 'pre', 'hr', 'section'],
  ...['h2', 'h3', 'h4', 'h5', 'h6', 'li', 'div', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'],
  ...['figcaption', 'time', 'br'],
]);
