const behindArticle = new RegExp(
  `^(?:${[
    String.raw`相关推荐|相关阅读|相关新闻|新闻推荐`,
    String.raw`猜你喜欢|热门推荐|网友评论|发表评论|分享到`,
    String.raw`点击查看|下载客户端|扫码关注|上一篇|下一篇|返回目录`,
    String.raw`版权声明|免责声明|推荐阅读|更多精彩|微信扫一扫`,
    String.raw`(?:关于|联系)我们(?=$|[\s|｜·])|往期(?:推荐|回顾|精选|精彩|内容)|喜欢此内容的人还喜欢|精选留言|写留言`,
    String.raw`[-—–·\s]*(?:THE )?END[-—–·\s]*$|阅读(?:原文|全文)$|阅读\s?[\d.]+万?\+?$`,
    String.raw`(?:点个?|点亮|右下角)[“"]?(?:赞|在看)|分享收藏点赞`,
    String.raw`(?:扫|长按|识别)(?:描|下方|图中)?二维码|Copyright\b`,
    String.raw`©|\S{1,4}ICP备|(?:【(?:关闭|打印)\S{2,4}】){1,3}$`,
  ].join('|')})`,
  'u',
);

const step =
  '(?:[上下]一?[版篇期页]|(?:版面|标题|本期|全部|栏目)(?:导航|目录|概览|列表|检索)|(?:返回)?(?:首页|目录)|放大\\+?|缩小-?|PDF版?)';
/** 上一版 下一版 版面导航: where a reader may go from there. */
const navigation = new RegExp(`^${step}(?:[\\s|｜·]+${step})+$`, 'u');

const ofPage = new RegExp(
  `^(?:${[
    String.raw`原创\s*\p{Script=Han}.{1,40}\d{4}[-年]\d{1,2}[-月]\d{1,2}日?\s?\d{1,2}:\d{2}$`,
    String.raw`(?:点击)?(?:上方|下方|↑|↓|▲|▼)*\s?(?:点击)?(?:上方|下方)?[“"]?蓝字`,
    String.raw`点击(?:上方|下方|蓝字|名片)\S{0,6}\s?\S{0,8}(?:关注|订阅)`,
    String.raw`(?:(?:[上下]一[版期篇页条]|放大|缩小|默认|打印|关闭|收藏|朗读|全屏|返回(?:首页|目录|列表)?|版面导航|标题导航)(?:$|[\s|｜·+-]+)){2,}$`,
    String.raw`\p{Script=Han}{2,8}[日晚早晨时商]报(?:数字报|电子[报版]|多媒体数字报)(?:刊)?$`,
    String.raw`(?:当前)?位置[：:]`,
    String.raw`(?:首页|主页|Home)(?:\s*[>＞»›/|]\s*\S{1,12}){1,5}$`,
    String.raw`(?:稿件)?(?:来源|來源|出处)[：:]\s?\S{2,20}(?:\s+\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?)?(?:\s+(?:作者|编辑|责编)[：:]\s?\S{2,8})?$`,
    String.raw`(?:发布|更新)(?:时间|日期)[：:]`,
    String.raw`(?:浏览|阅读|点击)(?:次数|量)?[：:]\s?\d`,
    String.raw`【?字号`,
    String.raw`\d{4}年\d{1,2}月\d{1,2}日(?: \d{1,2}:\d{2})?\s+[【[]?(?:字号|字体|来源|作者|编辑|浏览|阅读)`,
    String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2} \d{1,2}:\d{2}(?::\d{2})?(?:$|\s+(?:来源|作者|编辑|字号)[：:])`,
  ].join('|')})`,
  'u',
);

/** Opens what a page of the web has behind its article: 相关阅读, 上一篇：…, 分享到. */
export function opensWebTail(text: string): boolean {
  return behindArticle.test(text);
}

/** What a page of the web says of itself: 首页 > 新闻 > 要闻, 来源：…, 上一篇：…. */
export function isWebWords(text: string): boolean {
  return behindArticle.test(text) || ofPage.test(text) || navigation.test(text.trim());
}
