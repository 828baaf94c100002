import {
  dateLed,
  endsUnderPicture,
  followsCredit,
  isPhotoTitle,
  isPictured,
  isSigned,
  saysCaption,
  standsInSignedPhoto,
} from '../picture-signs.ts';
import { otherwise, type Weight } from '../weight.ts';

/** What speaks against a caption. */
export const captionWeights: readonly Weight[] = [
  {
    id: 'caption-words',
    role: 'caption',
    of: 'form',
    why: '图为 and the like say so.',
    when: saysCaption,
    cost: 0,
    example: '▶图为早班船离开码头。',
  },
  {
    id: 'caption-signed-photo',
    role: 'caption',
    of: 'form',
    why: 'From its day to the photographer a caption whose picture the tool has dropped.',
    when: (place) => standsInSignedPhoto(place) !== undefined,
    cost: 0.3,
    example: '▶11月6日，群众在渠首看通水。 ⏎ 沈知秋 摄',
  },
  {
    id: 'caption-credit',
    role: 'caption',
    of: 'form',
    why: 'A photographer ends it.',
    when: ({ shape }) => shape.trailingCredit,
    cost: 0.2,
    example: '▶早班船离开码头。 沈知秋 摄',
  },
  {
    id: 'caption-dated',
    role: 'caption',
    of: 'form',
    why: 'It begins with its day, or a photographer stands below; a signed one may be long.',
    when: (place) => {
      const signed = isSigned(place);
      const { measure, text } = place.shape;
      return (signed || dateLed.test(text)) && measure <= (signed ? 260 : 160);
    },
    cost: 0.5,
    example: '▶11月6日，群众在渠首看通水。',
  },
  {
    id: 'caption-one-sentence',
    role: 'caption',
    of: 'form',
    why: 'One short sentence under a picture, with no text after it.',
    when: (place) => place.shape.measure <= 40 && endsUnderPicture(place),
    cost: 0,
    example: '![](a.jpg) ⏎ ▶早班船离开码头。',
  },
  {
    id: 'caption-short',
    role: 'caption',
    of: 'form',
    why: 'Captions are short.',
    when: ({ shape }) => shape.measure <= 40,
    cost: 1,
    example: '▶渡口的早班船',
  },
  {
    id: 'caption-middling',
    role: 'caption',
    of: 'form',
    why: 'Some have three printed lines.',
    when: ({ shape }) => shape.measure <= 90,
    cost: 1.6,
    example: '▶海棠市教育局有关负责人表示，将在全市十一所存在“门口拥堵”问题的学校推广这一做法。',
  },
  {
    id: 'caption-long',
    role: 'caption',
    of: 'form',
    why: 'Few have more.',
    when: otherwise,
    cost: 3.5,
    example:
      '▶妻子埋怨他一年到头不着家，儿子却很骄傲，在作文里写道：“我爸爸是医生，他的病人有两公里多长。”今年春运，大桥车流量预计比去年增长两成，罗正奎主动申请留守，把回家的票让给了年轻的同事。',
  },
  {
    id: 'caption-without-picture',
    role: 'caption',
    why: 'No picture is near and nothing else says so.',
    when: (place) =>
      !isPictured(place) &&
      !saysCaption(place) &&
      !place.shape.trailingCredit &&
      standsInSignedPhoto(place) === undefined,
    cost: 2,
    example: '▶渡口的早班船',
  },
  {
    id: 'caption-title',
    role: 'caption',
    of: 'title',
    why: 'A few words without a stop over a caption are its title.',
    when: isPhotoTitle,
    cost: 3.5,
    example: '▶**面“瀑布”** ⏎ 3月1日，清溪县石门镇的村民正在晾晒手工挂面。',
  },
  {
    id: 'caption-after-credit',
    role: 'caption',
    of: 'title',
    why: "The photographer's name ends a caption: words without a stop below it are no more of it.",
    when: followsCredit,
    cost: 1.5,
    example: '早班船离开码头。 沈知秋 摄 ⏎ ▶边城漫笔',
  },
  {
    id: 'caption-heading',
    role: 'caption',
    of: 'mark',
    why: 'Captions are no headings.',
    when: ({ shape }) => shape.heading,
    cost: 2.5,
    example: '▶# 渡口三记 ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'caption-bold',
    role: 'caption',
    of: 'mark',
    why: 'A few words in bold are a title.',
    when: ({ shape }) => shape.bold && shape.measure <= 20,
    cost: 1.5,
    example: '▶**晒面** ⏎ 码头边的早班船六点开出，船老大把缆绳解开，慢慢退出泊位。',
  },
  {
    id: 'caption-lead-in',
    role: 'caption',
    why: '本报讯 opens a text.',
    when: ({ shape }) => shape.opensNews,
    cost: 3,
    example: '▶本报讯（记者 陶望舒）11月21日，宁川至海州城际公交开通运营。',
  },
  {
    id: 'caption-speech',
    role: 'caption',
    why: 'Who speaks, speaks in the text.',
    when: ({ shape }) => /^[“"]/u.test(shape.text) && !shape.trailingCredit,
    cost: 1.5,
    example: '▶“机器手”摘椒',
  },
];
