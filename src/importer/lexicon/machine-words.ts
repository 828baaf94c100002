import { anyOf } from './any-of.ts';

/** What a model says before and after the text it was asked for, by the form of the sentence. */
const forms = new RegExp(
  `^(?:${[
    "(?:Sure|Certainly|Of course|Okay|Here(?: is| are|[’']s)|Below is|The following is|This is)\\b[^。]{0,120}" +
      '(?:transcri|text|page|newspaper|markdown|content|image)[^。]{0,80}[:：.!]?',
    '(?:以上|上述)(?:内容)?(?:就?是|为|即)[^。]{0,30}(?:识别|转录|提取|文字|内容)[^。]{0,20}。?.{0,60}',
    '[（(]?注[：:][^。]{0,60}(?:识别|辨认|辨识|看不清|模糊)[^。]{0,40}。?.{0,60}',
    '(?:好的|当然|以下是|下面是|这是)[^。]{0,40}(?:识别|转录|文字|内容|版面|图片|图像|Markdown)' +
      '[^。]{0,30}[:：。]?',
    '(?:Let me know|Please note|Note:|I hope|If you need|(?:That|This) (?:is|was) (?:all|the (?:full|complete)))\\b.{0,200}',
    '(?:如需|如果?您?(?:还|仍)?(?:需要|想要?)|请注意)[^。]{0,60}' +
      '(?:告诉我|告知我|识别|转录|不清|模糊)[^。]{0,40}[。！!]?',
    '(?:如需|如果?您?(?:还|仍)?(?:需要|想要?)|若您?(?:需要|想要?))[^。]{0,20}我(?:还|也)?(?:可以|能)[^。]{0,40}' +
      '(?:整理|翻译|转换|转成|导出|提取|总结|排版|校对)[^。]{0,40}[。！!]?',
    '(?:我(?:已经?|将)|经)?[^。，]{0,12}(?:识别|转录|提取)(?:结果|出的文字|的文字)[^。，]{0,12}[:：]',
    '希望(?:这|以上)[^。]{0,20}对您?[^。]{0,8}帮助[^。]{0,20}[。！!]?',
  ].join('|')})$`,
  'i',
);

/** The scan, and the reading of it. */
const work = new RegExp(
  anyOf(`
  图片 图像 照片 原图 原件 截图 扫描 识别 转录 辨认 辨识 圖片 圖像 原圖 掃描 識別 辨識 轉錄 OCR
  画像 スキャン 文字起こし 読み取 判読 書き起こ
  \\bimages?\\b \\bscans?\\b transcri legible transkri numéris illisible retranscri unleserlich \\bBild(?:es|er)?\\b`),
  'iu',
);
/** Whom the model works for, and what it offers. */
const service = new RegExp(
  anyOf(`
  需要我 告诉我 告知我 建议您 建议对照 您(?:可以|上传|提供|的图) 供您 为您 随时(?:告|联|问) 帮(?:您|到您)
  需要我 告訴我 告知我 建議您 您(?:可以|上傳|提供) 為您 隨時
  お知らせください お申し付け 必要(?:で|が)あれば ご確認ください いたしました
  let\\sme\\sknow would\\syou\\slike happy\\sto\\s(?:help|assist) feel\\sfree if\\syou[’']d\\slike
  \\bI(?:\\shave|[’']ve|\\scan|\\scould|\\swas\\s(?:un)?able\\sto|\\scould\\snot)\\s(?:transcri|read|reproduc|extract|made\\sout|make\\sout)
  n[’']hésitez souhaitez si\\svous wenn\\sSie möchten\\sSie kann\\sich teilen\\sSie\\smir`),
  'iu',
);
/** 说明：, 备注：, Note: over what could not be read. */
const remark =
  /^[（(【[*]*(?:说明|備註|备注|說明|注意?|註|提示|注記|備考|Note|Remarque|Hinweis|Anmerkung)[*]*\s*[：:]/iu;
const unread = new RegExp(
  anyOf(`
  不清 模糊 无法 無法 不够准确 准确 缺失 残缺 折痕 污损 遮挡 裁切 疑似 判読できな 不鮮明 かすれ
  unclear illegible cut\\soff blurr uncertain partly partially illisible flou unleserlich unscharf`),
  'iu',
);

/**
 * Whether a paragraph reads like a model's own words about its work. A newspaper may speak of pictures,
 * and to its readers, but hardly of a scan to one of them: ask it of the ends of a page.
 */
export function isMachineWords(line: string): boolean {
  const text = line.trim().replaceAll('**', '');
  if (forms.test(text)) return true;
  return work.test(text) && (service.test(text) || (remark.test(text) && unread.test(text)));
}
