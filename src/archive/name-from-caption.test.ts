import { describe, expect, it } from 'vitest';
import { characterCount, nameFromCaption } from './name-from-caption.ts';

describe('nameFromCaption', () => {
  it.each([
    ['工作人员在制作香皂花。', '工作人员在制作香皂花'],
    [
      '3月8日上午在东边的湖面上，几名工人正在打捞水草并把它们装上小船运走。',
      '3月8日上午在东边的湖面上……',
    ],
    ['Children count limpets.', 'Children count limpets'],
    [
      'Schoolchildren count limpets below the lifeboat slip on Monday and found many.',
      'Schoolchildren count limpets below the lifeboat…',
    ],
    [
      '石桥镇中心小学的孩子们在老师带领下清点码头边礁石上的帽贝和海葵',
      '石桥镇中心小学的孩子们在老师带领下清点码头边……',
    ],
  ])('%s', (caption, name) => {
    const language = /\p{Script=Han}/u.test(caption) ? 'zh-Hans' : 'en-GB';
    expect(nameFromCaption(caption, language)).toBe(name);
  });
});

describe('characterCount', () => {
  it('counts code points and no white space', () => {
    expect(characterCount('本报讯（记者 王 某）𠮷')).toBe(10);
  });
});
