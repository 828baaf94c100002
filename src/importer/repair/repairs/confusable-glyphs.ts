/**
 * Characters that OCR takes for one another because they look alike (人/入, 已/己, 未/末 …) are set
 * right where the words around leave no doubt; where they leave a little, the change is flagged.
 *
 * A linear model a pair, over neighbours and the words that each glyph would make, trained on clean
 * news (bench/ocr-train-confusables.ts); two limits for each direction, set on news that it was not
 * trained on. Only directions that find at least three in ten misreadings are in the table. Beside it a
 * table of frequent words with one character replaced by a look-alike, where that makes no word
 * (bench/ocr-train-misread-words.ts).
 *
 * Examples:
 *   把这项经费纳人年度财政预算 -> 把这项经费纳入年度财政预算
 *   目前人驻企业达260家 -> 目前入驻企业达260家
 *   孩子人园后很快适应了集体生活 -> 孩子入园后很快适应了集体生活
 *   他们自已动手，己经完成 -> 他们自己动手，已经完成
 *   今曰起，10曰下午 -> 今日起，10日下午
 *   要做好人户调查 -> 要做好入户调查
 *   说到动情处，她不能自已，共有15目37科88种鸟类 -> ==
 *   子曰：“学而时习之。”名曰论坛 -> ==
 *   机器人园区，老人园里，好人好事 -> ==
 *   行人驻足观看，工人驻扎工地 -> ==
 *   人民群众的获得感，个人所得税 -> ==
 *   ■ 本报记者 侯文 -> ==
 *   本报讯（记者 赖子东）今天上午 -> ==
 *   孩子们在看书。侯文斌摄 -> ==
 *   各地的时侯不同 -> 各地的时候不同 ! confusable-glyph
 *   对人民负责、受入民监督 -> 对人民负责、受人民监督
 *   走自已的路 -> 走自己的路
 *   把这项工作纳人考核 -> 把这项工作纳入考核
 *   改善生恋环境，推进生恋文明建设 -> 改善生态环境，推进生态文明建设
 *   改善当地生 恋环境，每亩补贴三十元入\n民币 -> 改善当地生 态环境，每亩补贴三十元人\n民币
 *   笫一批设备，三名工入正在安装 -> 第一批设备，三名工人正在安装
 *   他多次深 人城市调研 -> 他多次深 入城市调研
 *   卫星接人北斗系统，各国纷纷加人，大量排人河道 -> 卫星接入北斗系统，各国纷纷加入，大量排入河道
 *   门票兔费 -> 门票免费
 *   将账户录人快速止付系统 -> 将账户录入快速止付系统
 *   电刀供应稳定 -> 电力供应稳定 ! confusable-glyph
 *   人民币货款利率下降 -> 人民币贷款利率下降
 *   列人民生实事，跳人水中救人，市场人口处，人选率最高 -> 列入民生实事，跳入水中救人，市场入口处，入选率最高
 *   以色列人民生活，系列人物，茫茫人海，人山人海，全省人口处于增长期 -> ==
 *   合同解除，退还货款，首批加人的企业，不人农户，先人站检修，人不敷出 -> 合同解除，退还货款，首批加入的企业，不入农户，先入站检修，入不敷出
 *   学生恋爱观，师生恋，犬类管理，货款两清，巴士地铁，五名员工入职，江淮备考，月圆人团圆，走进人大代表之家，人海和谐 -> ==
 *   得益于部署早，近千部作品，驾驶人5.32亿，敢干敢闯，深入民间，来自已建成的项目 -> ==
 *   击落己方军机 -> ==
 *   他喊道：“大家一起干！”说干就干，活儿得有人干。 -> ==
 *   买买提·吐尔逊种下了第一棵树 -> ==
 *   年末，未来，千方百计，干部，由于 -> ==
 *   战士们守卫着这片土地，太阳下山后，大量群众来看望他们 -> ==
 */
import { isCouplet } from '../../page/verse.ts';
import type { Repair } from '../repair.ts';
import { confusionsOf } from '../../models/find-confusions.ts';
import { findSignedNames } from '../../lexicon/person-names.ts';
import { findingAt, proposeEach } from '../prose.ts';

/** 买买提·吐尔逊: a name of another language is no word of this one. */
const dottedName = /\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,6})+/gu;

/** 下联：满城灯火照归人: verse, whose words no news archive has side by side. */
const coupletHalf = /^(?:[上下]联|横批)[：:]/u;

export const confusableGlyphs: Repair = {
  id: 'confusable-glyphs',
  stage: 'page',
  after: ['simplify-glyphs', 'compose-characters'],
  scripts: ['han-simplified'],
  why: 'The model knows simplified forms only.',
  propose: (blocks) => {
    // A name signed once on the page is the same name in its text; one of two characters may be a word.
    const names = new Set<string>();
    for (const { text } of blocks) {
      for (const [start, end] of findSignedNames(text)) {
        if (end - start >= 3) names.add(text.slice(start, end));
      }
    }
    return proposeEach(blocks, function* (block, _index, notes) {
      const spans = [...findSignedNames(block.text)];
      for (const { index, 0: run } of block.text.matchAll(dottedName)) {
        spans.push([index, index + run.length]);
      }
      for (const name of names) {
        for (let at = block.text.indexOf(name); at >= 0; at = block.text.indexOf(name, at + 1)) {
          spans.push([at, at + name.length]);
        }
      }
      // Verse has words of its own: the model has read news.
      const isVerseLine =
        block.list === 'verse' || coupletHalf.test(block.text) || isCouplet(block.text.split('\n'));
      for (const { at, meant, certainty: told } of confusionsOf(block.text)) {
        const certainty = isVerseLine && told === 'likely' ? 'possible' : told;
        if (spans.some(([start, end]) => at >= start && at < end)) continue;
        const glyph = block.text[at]!;
        const place = { start: at, end: at + 1 };
        if (certainty !== 'possible') yield { ...place, text: meant };
        if (certainty === 'sure') continue;
        const id = certainty === 'likely' ? 'confusable-glyph' : 'confusable-glyph:left';
        notes.push(findingAt(id, block, place, { glyph, meant }, 8));
      }
    });
  },
};
