import { printersMarks } from './printers-marks.ts';
import { isSectionLabel } from './section-label.ts';
import { anyOf } from './any-of.ts';
import { inSimplified } from './script.ts';

const adorned = new RegExp(`^[${printersMarks}·•|｜【[]+\\s*|[】\\]]$`, 'gu');

/** Endings that name a column and no event: 进行时, 系列谈, 的故事, 观察, 论坛 … */
const endings = new RegExp(
  `${anyOf(`
  进行时 進行時 在行动 系列谈 系列报道 系列評論 系列评论 的故事 专栏 專欄 专版 特刊
  特稿 论坛 論壇 视点 視點 观察 觀察 聚焦 关注 關注 评论 評論 时评 時評 快评 快評
  短评 短評 锐评 漫评 热评 微评 今评 论语 絮语 杂谈 漫谈 笔谈 访谈 夜话 茶座 之窗
  风采 風采 课堂 講堂 讲堂 之声 评论员文章 評論員文章
  (?<![会座约洽面商恳會座約])谈 直通车 热线 信箱 来信 照登 选登 選登 选刊 摘登 回音 留言 连线 速递 速览
  简讯 簡訊 短波 快讯 要闻 新闻 播报 导读 导刊 一线 现场 在线 亲历 纪事 纪实 日记
  手记 札记 随笔 散记 人物 面孔 脸谱 名片 读本 书香 书评 副刊 文苑 文艺 影视 百科
  小贴士 提醒 解读 问答 答疑 调查 追踪 回眸 回访 走基层 下基层 社説 社论 社論 社评
  社評 天地 广角 看台 擂台 档案 记忆 印记 足迹 影像 镜头 图说 画刊 OPINION
  LETTERS LETTERS\\sTO\\sTHE\\sEDITORS? OBITUARIES CLASSIFIEDS? CLASSIFIED\\sADS EDITORIAL IN\\sBRIEF NEWS\\sBRIEFS
  COMMENT CORRECTIONS`)}$`,
  'iu',
);

/** Words of campaigns, whose slogans run above the reports of a season. */
const campaign = new RegExp(
  anyOf(`
  新征程 锚定 在希望的 领航 奋斗者? 中国式现代化 现代化新 深化改革 新思想 权威发布
  总书记 新时代 新时期 开门红 开新局 再出发 再提升 攻坚 决战 决胜 会战 大干 冲刺
  奋进 奋战 奋力 建功 献礼 喜迎 迎接 学习贯彻 宣传贯彻 深入学习 精神(?:进|$)
  主题教育 不忘初心 双胜利 加油 争创 创建 创城 文明城市 乡村振兴 高质量发展 营商环境
  优化环境 在基层 新春走 看变化 看发展 喜看 行动派 担当 践行 弘扬 致敬 寻找 最美
  走进 见证 我与 我和 我们的`),
  'u',
);

/** A blank that parts two phrases of like length sets a couplet: `奋战六十天 夺取双胜利`. */
function isCouplet(text: string): boolean {
  const halves = text.split(/[\s\u3000，,]+/).filter(Boolean);
  if (halves.length !== 2) return false;
  const [left, right] = halves.map((half) => [...half].length) as [number, number];
  return left >= 3 && Math.abs(left - right) <= 1;
}

/** What happens, or happened, once: a kicker tells it of its news, a column is named for what lasts. */
const eventWords = new RegExp(
  anyOf(`
  召开 举行 举办 开幕 闭幕 会见 会晤 访问 抵达 出席 签署 发布 发表 公布 启动 开工
  竣工 通车 投用 投产 落成 揭牌 颁奖 获评 获奖 夺得 夺冠 突破 增长 下降
  达到?\\d 超过 完成 实现 建成 成立 印发 通过 部署 要求 强调 指出 通报 检查
  督导 宣布 将于 正式 首[次个条批届] 结束 开始 开通 上线 回应 获批 受理 查处 破获
  [再连勇喜荣][夺获进胜] [今昨明][日天晚晨年] 日前 近日 \\d[月日]`),
  'u',
);

/**
 * Whether a line tells a single piece of news, as a kicker does and a column's name does not: with a
 * subject and what it did, with figures, or in two parts.
 */
export function tellsNews(source: string): boolean {
  const text = inSimplified(source);
  return (
    eventWords.test(text) ||
    /[，,；;：:]|[ぁ-ヶ].*、/u.test(text) ||
    /(?<!\d)\d+(?:\.\d+)?(?:%|％|‰|[亿万千百余多元人个家次项条吨亩公])|(?<![二两三四五六七八九十百千万])[二两三四五六七八九十百千万]+(?:余|多)?[个家名人次项条吨亩元球枚座辆年天]/u.test(
      text,
    ) ||
    isCouplet(text)
  );
}

/** Kana, or glyphs that simplified text writes otherwise. */
function isForeign(text: string): boolean {
  return /[ぁ-ヶ]/u.test(text) || (/\p{Script=Han}/u.test(text) && inSimplified(text) !== text);
}

/**
 * How unlike a column's label a text is, 0 (a label by its words) to 4. The words alone: what stands
 * around it is the grammar's affair (classify-blocks).
 */
export function labelCost(text: string, halfBold: boolean): number {
  const bare = text.replace(adorned, '').trim();
  if (isSectionLabel(bare)) return 0.2;
  const length = [...bare.replaceAll(/\s/g, '')].length;
  if (/[。！？!?；;]$|^\d{1,2}月\d{1,2}日$/.test(bare) || length === 0) return 4;
  // The circle of its number is lost, or its number and all but the circle: 系列谈5, 走基层0.
  const unnumbered = bare.replace(/(?<=\p{Script=Han})\s*(?:\d{1,2}|[OQ〇◎])$/u, '');
  if (endings.test(unnumbered) && length <= (/[a-z]/iu.test(bare) ? 24 : 14)) return 0.2;
  const numbered = unnumbered !== bare && length <= 12;
  let cost = length <= 4 ? 0.6 : length <= 8 ? 1 : length <= 14 ? 1.9 : length <= 20 ? 2.6 : 4;
  if (campaign.test(bare)) cost -= 0.9;
  // What tells no news is known of simplified text alone; elsewhere columns have few words.
  if (isForeign(bare)) cost += length > 8 ? 0.9 : 0;
  else if (length > 8 && !tellsNews(bare)) cost -= campaign.test(bare) ? 1 : 0.7;
  // 二号桥修了八个月: short, and told all the same.
  if (length > 4 && length <= 8 && /了/u.test(bare) && tellsNews(bare)) cost += 0.7;
  if (isCouplet(bare)) cost += campaign.test(bare) ? -0.4 : 0.8;
  // 前三季度, 近五年: when, over what was done.
  if (
    /^(?:今年)?(?:前[一二三四五六七八九十\d]+个?(?:月|季度)|[一二三四]季度|[上下]半年|近[一二三四五六七八九十\d]+年)$/u.test(
      bare,
    )
  ) {
    cost += 2;
  }
  // 跑一次 办一窗 报一单: what was done, where 稳就业 惠民生 may be what is to be.
  if (/^(?:\S*[一二三零\d]\S*(?:[\s\u3000]+|$)){3}$/u.test(bare)) cost += 0.5;
  // 在希望的田野上·三夏时节: a column and its branch.
  if (/^\p{Script=Han}{2,10}[·・｜|丨]\p{Script=Han}{2,10}$/u.test(bare)) cost -= 0.8;
  if (halfBold) cost -= 0.9;
  // 第33届…运动会, 杭州第19届亚运会: its reports run under its name while it lasts.
  const event = /第[\d一二三四五六七八九十]{1,4}届\p{Script=Han}{1,12}(?:会|节|赛|展|坛)$/u.test(
    bare,
  );
  if (event) return halfBold ? 0.3 : 0.6;
  if (/\d/.test(unnumbered)) cost += 0.8;
  if (numbered) cost -= 0.6;
  // What a headline says of its news, no column says of itself.
  if (
    /^(?:我[市县省区国]|全[市县省区国]|[市县省区]委|[市县省区]政府|今[日年天](?=.{4})|昨[日天])|首[个条次家批]/u.test(
      bare,
    )
  )
    cost += 1;
  return Math.max(cost, 0.2);
}
