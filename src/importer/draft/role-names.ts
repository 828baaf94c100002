import type { Bilingual } from '../../newspaper/bilingual.ts';
import type { BlockRole } from '../page/decision.ts';

export const roleNames: Readonly<Record<BlockRole, Bilingual>> = {
  kicker: { zh: '引题', en: 'a kicker' },
  'column-label': { zh: '栏目名', en: 'a column’s name' },
  headline: { zh: '标题', en: 'a headline' },
  deck: { zh: '副题', en: 'a deck' },
  standfirst: { zh: '提要', en: 'a standfirst' },
  byline: { zh: '署名', en: 'a byline' },
  paragraph: { zh: '正文', en: 'text' },
  crosshead: { zh: '小标题', en: 'a crosshead' },
  verse: { zh: '诗行', en: 'a line of verse' },
  'list-item': { zh: '列表', en: 'a list item' },
  table: { zh: '表格', en: 'a table' },
  image: { zh: '图片', en: 'a picture' },
  caption: { zh: '图说', en: 'a caption' },
  credit: { zh: '图片署名', en: 'a picture’s credit' },
  jump: { zh: '转版行', en: 'a jump line' },
  folio: { zh: '书眉', en: 'a folio line' },
  'page-credits': { zh: '编务', en: 'page credits' },
  nameplate: { zh: '报头', en: 'the nameplate' },
  clutter: { zh: '附加内容', en: 'clutter' },
  gap: { zh: '空白', en: 'a gap' },
};

/** Names several that a block may have: `引题、标题`. */
export function nameRoles(roles: readonly BlockRole[]): Bilingual {
  return {
    zh: roles.map((role) => roleNames[role].zh).join('、'),
    en: roles.map((role) => roleNames[role].en).join(' or '),
  };
}
