import { decideScript, type Script } from '../lexicon/script.ts';

/**
 * The script of a page by its own words: the names of XML elements, HTML tags and addresses of
 * pictures are Latin everywhere.
 */
export function scriptOfPage(text: string): Script {
  const words = text.includes('CONTENT="')
    ? [...text.matchAll(/\bCONTENT="([^"]*)"/g)].map((match) => match[1]!).join(' ')
    : text.replaceAll(/<[^<>]*>|\]\([^()\s]*\)/g, ' ');
  return decideScript(words);
}
