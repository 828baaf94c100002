import { labelCost } from '../lexicon/column-label.ts';
import { isOffice } from '../lexicon/office.ts';
import type { BlockPlace } from './block-place.ts';
import { isNoticeTitle } from '../lexicon/notice-title.ts';
import type { Costs } from './state.ts';

const clutterWords =
  /^(?:相关推荐|相关阅读|相关新闻|新闻推荐|猜你喜欢|热门推荐|网友评论|发表评论|分享到|点击查看|下载客户端|扫码关注|上一篇|下一篇|返回目录|版权声明|免责声明|推荐阅读|更多精彩|微信扫一扫)/u;

/** What a page of the web says of itself: where it stands, where its text is from. */
const webWords =
  /^(?:(?:当前)?位置[：:]|(?:首页|主页|Home)(?:\s*[>＞»›/|]\s*\S{1,12}){1,5}$|(?:稿件)?(?:来源|來源|出处)[：:]\s?\S{2,20}$|(?:发布|更新)(?:时间|日期)[：:]|(?:浏览|阅读|点击)(?:次数|量)?[：:]\s?\d|【?字号)/u;

/** Lines that say what they are: bylines, credits, jump lines, and the page's own furniture. */
export function furnitureCosts({ shape, shapes, index, before, titled }: BlockPlace): Costs {
  const costs: Costs = {};
  if (shape.byline) {
    const { strength } = shape.byline;
    costs.byline =
      strength === 'strong'
        ? /[摄攝]$/u.test(shape.text)
          ? 0.8
          : 0
        : strength === 'weak'
          ? 0.5 + (titled ? 0.7 : 0)
          : 0.9 + (titled ? 3 : 0);
    // （祁连） alone under a text signs it.
    if (isBracketed(shape.text) && before?.ended) costs.byline = 0;
    // 一周热评 could be a name by its length, and is a column by its words.
    if (strength !== 'strong' && labelCost(shape.text, false) < 0.3) costs.byline += 1.5;
    // 更正 over a text could be a name, too.
    if (strength !== 'strong' && isNoticeTitle(shape.text)) costs.byline += 3;
  }
  if (shape.credit) costs.credit = 0;
  if (shape.jump) costs.jump = 0;
  if (shape.pageCredits) costs['page-credits'] = 0;
  // The editors alone are no folio, though one may name them.
  if (shape.folio === 'strong' && !shape.pageCredits) costs.folio = shape.fromEdge <= 4 ? 0 : 1.5;
  if (shape.folio === 'date') {
    // Under an office's name, or at the end of a text, a date signs.
    const signs = before !== undefined && isOffice(before.text);
    costs.folio = shape.fromEdge <= 2 && !signs ? 0.2 : 3.5;
  }
  if (shape.nameplate) costs.nameplate = shape.fromEdge <= 4 ? 0 : 2;
  if (clutterWords.test(shape.text) || webWords.test(shape.text)) costs.clutter = 0;
  else if (shape.measure <= 40 && !shape.leadIn) {
    const near = shapes.slice(Math.max(0, index - 4), index);
    if (near.some((one) => clutterWords.test(one.text))) costs.clutter = 1.2;
  }
  return costs;
}

/** A line that is nothing but one pair of brackets with words in it. */
export function isBracketed(text: string): boolean {
  return /^[（(][^（()）]+[)）]$/u.test(text);
}
