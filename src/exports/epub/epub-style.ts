/** Fields of set pieces stand under one another, as on the site (styles/body.css). */
const fieldRooms = Array.from(
  { length: 12 },
  (_, index) => `.room-${index + 1} { min-inline-size: ${index + 1}em; }\n`,
).join('');

/** The book's only style sheet: a reading system's own type and sizes stay the reader's choice. */
export function epubStyle(writing: 'horizontal' | 'vertical', chinese: boolean): string {
  const vertical =
    writing === 'vertical'
      ? `html { -epub-writing-mode: vertical-rl; -webkit-writing-mode: vertical-rl; writing-mode: vertical-rl; }\n`
      : '';
  return `${vertical}body { margin: 0; padding: 0 0.5em; line-height: 1.75; }
h1 { font-size: 1.5em; line-height: 1.3; margin: 0.6em 0; text-align: start; }
h1.made { font-size: 1em; }
h2, h3 { font-size: 1.1em; margin: 1.2em 0 0.4em; }
p { margin: 0; ${chinese ? 'text-indent: 2em; text-align: justify;' : 'text-indent: 1.2em;'} }
.kicker, .deck, .byline, .note, .banner, .standfirst, figcaption, .contents li, .cover p, td p, th p { text-indent: 0; }
.kicker, .deck { font-size: 1.05em; margin: 0.3em 0; }
.banner { font-size: 0.9em; margin-bottom: 0.6em; }
.byline { margin: 0.4em 0; }
.standfirst { margin: 0.8em 0; font-weight: bold; }
.note { font-size: 0.85em; margin: 1.2em 0 0; }
.lead-in, .entry-head { font-weight: bold; }
.entry, .entry-head, .text-line { padding-inline-start: ${chinese ? '3em' : '1em'}; text-indent: -1em; text-align: start; }
.text-line { display: block; padding-inline-start: 1em; }
.text-line + br { display: none; }
.field { display: inline-block; margin-inline-end: 0.75em; text-indent: 0; }
.field-rest { margin-inline-end: 0.75em; }
${fieldRooms}.pad { padding-inline-end: 0.75em; }
.salutation { text-indent: 0; }
.sign-off { margin-inline-end: 1em; text-indent: 0; text-align: end; }
.gap { padding-inline-end: 1em; }
.number { white-space: nowrap; }
figure { margin: 1em 0; text-align: center; page-break-inside: avoid; break-inside: avoid; }
img { max-width: 100%; max-height: 100%; height: auto; width: auto; }
figcaption { font-size: 0.85em; margin-top: 0.3em; }
blockquote, aside { margin: 1em 1.5em; }
table { border-collapse: collapse; margin: 1em 0; }
td, th { border: 1px solid; padding: 0.2em 0.5em; }
.contents { list-style: none; margin: 1em 0; padding: 0; }
.contents li { margin: 0.5em 0; }
.cover { margin: 0; padding: 0; text-align: center; }
.cover img { max-width: 100%; max-height: 100%; }
.tcy { -epub-text-combine: horizontal; -webkit-text-combine: horizontal; text-combine-upright: all; }
`;
}
