import type { Genre } from '../../../newspaper/article.ts';
import { isOffice } from '../../lexicon/office.ts';
import { linesOfBlock } from '../../page/article-draft.ts';
import type { DraftPass, DraftSheet } from '../draft-sheet.ts';
import { joinHead } from '../head-text.ts';

export const chooseGenre: DraftPass = {
  id: 'choose-genre',
  why: 'Who signs, what the column and the headline are called and how the text opens tell the genre.',
  run(sheet) {
    const signs = readSigns(sheet);
    sheet.genre = genreRules.find((rule) => rule.when(signs))?.genre ?? 'news';
  },
};

/** What the genre is told by. */
interface GenreSigns extends Pick<DraftSheet, 'isPhoto' | 'hasLeadIn' | 'body'> {
  readonly column: string;
  readonly deck: string;
  readonly headline: string;
  /** Who signs, photographers apart. */
  readonly writers: DraftSheet['bylines'];
  /** All who sign are from outside the paper. */
  readonly isContributed: boolean;
}

function readSigns(sheet: DraftSheet): GenreSigns {
  const writers = sheet.bylines.filter((one) => one.role !== 'photographer');
  return {
    isPhoto: sheet.isPhoto,
    hasLeadIn: sheet.hasLeadIn,
    body: sheet.body,
    column: sheet.columnName ?? '',
    deck: joinHead(sheet.group.decks),
    headline: joinHead(sheet.group.headlines),
    writers,
    isContributed: writers.length > 0 && writers.every((one) => one.role === 'contributor'),
  };
}

const opinion =
  /评论|評論|时评|時評|快评|短评|社论|社論|社評|社説|论坛|論壇|系列谈|杂谈|漫谈|笔谈|言论|观点|视点|观察|民声|EDITORIAL|OPINION|COMMENT/iu;
const letters = /副刊|文苑|文艺|文学|散文|诗|小说/u;
const notices = /公告|公示|启事|通告|通知|声明|讣告|遗失|招标|拍卖|^更正$|^致歉$|征稿/u;
const services =
  /天气|预报|排片|影讯|列车时刻|停电|停水|限行|禁鸣|便民|服务指南|影院|开奖|价格行情/u;

interface GenreRule {
  readonly genre: Genre;
  readonly why: string;
  readonly when: (signs: GenreSigns) => boolean;
}

/** The first rule that holds gives the genre; where none does it is news. */
const genreRules: readonly GenreRule[] = [
  {
    genre: 'photo',
    why: 'Pictures with captions and no text.',
    when: ({ isPhoto }) => isPhoto,
  },
  {
    genre: 'commentary',
    why: 'A column of opinion, under which no reporter signs.',
    when: ({ column, writers, isContributed }) =>
      opinion.test(column) && (isContributed || writers.length === 0),
  },
  {
    genre: 'commentary',
    why: '本报评论员 signs.',
    when: ({ writers }) => writers.some((one) => /评论员|評論員/.test(one.label ?? one.name)),
  },
  {
    genre: 'poem',
    why: 'Nothing but verses, and no figure in them: prices and programmes keep their lines, too.',
    when: ({ body }) =>
      body.length > 0 &&
      body.every((block) => block.type === 'verse' && !/\d/u.test(linesOfBlock(block).join(''))),
  },
  {
    genre: 'literature',
    why: 'A column of letters.',
    when: ({ column }) => letters.test(column),
  },
  {
    genre: 'news',
    why: '本报讯 opens the text.',
    when: ({ hasLeadIn }) => hasLeadIn,
  },
  {
    genre: 'literature',
    why: 'A contributor signs, outside any column.',
    when: ({ isContributed, column }) => isContributed && column === '',
  },
  {
    genre: 'essay',
    why: 'A contributor signs in a column.',
    when: ({ isContributed }) => isContributed,
  },
  {
    genre: 'feature',
    why: 'A reporter signs without 本报讯, or a deck says what the piece tells of.',
    when: ({ deck, writers }) =>
      deck.startsWith('——') || writers.some((one) => one.role === 'reporter'),
  },
  {
    genre: 'notice',
    why: 'The headline says so.',
    when: ({ headline }) => notices.test(headline),
  },
  {
    genre: 'notice',
    why: "An office's name under the text signs it, whatever stands over it.",
    when: ({ writers, body }) =>
      writers.length === 0 &&
      body.slice(-2).some((block) => isOffice(linesOfBlock(block)[0] ?? '')),
  },
  {
    genre: 'service',
    why: 'The headline promises what a reader looks up: 天气预报, 停电.',
    when: ({ headline }) => services.test(headline),
  },
];
