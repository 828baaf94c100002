/** Headlines that a page prints more than once, each over a notice of its own. */
const noticeWords =
  /^(?:\p{Script=Han}{0,8}(?:公告|公示|启事|通告|声明|讣告|简讯|通知|更正|致歉|招聘|招标|征稿|天气预报|天气|短讯|要讯|影讯|车讯))$/u;

/** Whether a line is the title of a notice, set wide (`更 正`) or not. */
export function isNoticeTitle(text: string): boolean {
  return noticeWords.test(text.replaceAll(/\s/gu, ''));
}
