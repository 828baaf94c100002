import { anyOf } from './any-of.ts';

/** What the name of a Chinese newspaper ends in: 宁川日报, 青年报; the inside of a pattern. */
export const newspaperEnding = anyOf(`
  [日晚早晨时商周午]报 [日晚早晨時商週午]報 新闻报 新聞報 青年报 青年報 都市报 都市報 工人报 农民报`);

/** 中國新聞 is a newspaper's name in traditional characters; 综合新闻 in simplified ones is a page's. */
export const namedAsNewspaper = `(?:${newspaperEnding}|新聞)`;

/** What papers in English call themselves: THE HOLLOW CREEK LEDGER. */
export const latinNewspaper = anyOf(`
  Advertiser Bee Bugle Chronicle Courier Democrat Dispatch Echo Examiner Gazette Herald Independent
  Inquirer Journal Ledger Mercury News Observer Post Register Reporter Republican Sentinel Standard
  Star Times Tribune Weekly`);
