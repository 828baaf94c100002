import type { CommandLanguage } from '../../wording/command-language.ts';

/** What `--review` says. */
const zh = {
  title: (line: number, id: string, waiting: number) =>
    `第 ${line} 行 · ${id}（还有 ${waiting} 处）`,
  whatToDo: '怎么办？',
  whichRole: '这一块是什么？',
  afterWhich: '移到哪一块之后？',
  top: '版首',
  from: '要换的字（照上面的样子写）',
  to: '换成（空着就是删去）',
  fromMissing: '写出要换的字',
  fromElsewhere: '这一块里没有这些字',
  /** How a list of choices is used. */
  keys: '（↑↓ 选，回车定，Ctrl-C 离开）',
  answers: {
    accept: { label: '无误', hint: (_about: string) => '照现在的办，以后不再问' },
    edit: { label: '改字', hint: (_about: string) => '换掉几个字' },
    role: { label: '定角色', hint: (about: string) => `“${about}”是标题、署名、正文……` },
    split: { label: '另起一篇', hint: (about: string) => `从“${about}”起` },
    merge: { label: '并入上一篇', hint: (about: string) => `“${about}”不另起一篇` },
    move: { label: '移动', hint: (about: string) => `“${about}”读在别处` },
    skip: { label: '不要', hint: (about: string) => `“${about}”不是报纸的文字` },
    later: { label: '先放着', hint: (_about: string) => '看下一处' },
    undo: { label: '撤回', hint: (_about: string) => '撤回刚才的决定' },
    quit: { label: '到此为止', hint: (_about: string) => '已定的都已存好' },
  },
  /** The head of the template that is filled in where there is no terminal. */
  template: (path: string) => [
    `这里没有终端可问。请把决定写进 ${path}，再导入一次。`,
    '下面每一处提示都备好了一条；去掉行首的 # 就生效，action 可换成：',
    '  accept 无误 · edit（from、to）改字 · role（role）定角色 · split 另起一篇',
    '  merge 并入上一篇 · move（after 行号）移动 · skip 不要',
  ],
  nothingOpen: '没有要人看的提示。',
};

const en: typeof zh = {
  title: (line, id, waiting) => `Line ${line} · ${id} (${waiting} left)`,
  whatToDo: 'What to do?',
  whichRole: 'What is this block?',
  afterWhich: 'Move it behind which block?',
  top: 'Top of the page',
  from: 'Text to replace (as it stands above)',
  to: 'Replace it by (empty: remove it)',
  fromMissing: 'Write the text to replace',
  fromElsewhere: 'This block does not have that text',
  keys: ' (↑↓ choose, Enter takes, Ctrl-C leaves)',
  answers: {
    accept: { label: 'It is right', hint: () => 'keep it, and do not ask again' },
    edit: { label: 'Change text', hint: () => 'replace some characters' },
    role: { label: 'Give a role', hint: (about) => `“${about}” is a headline, a byline, text …` },
    split: { label: 'Begin an article', hint: (about) => `with “${about}”` },
    merge: { label: 'Join to the article above', hint: (about) => `“${about}” begins none` },
    move: { label: 'Move', hint: (about) => `“${about}” is read elsewhere` },
    skip: { label: 'Leave out', hint: (about) => `“${about}” is no text of the paper` },
    later: { label: 'Later', hint: () => 'see the next' },
    undo: { label: 'Undo', hint: () => 'take back the last decision' },
    quit: { label: 'End here', hint: () => 'what was decided is kept' },
  },
  template: (path) => [
    `There is no terminal to ask at. Write the decisions into ${path}, and import again.`,
    'An entry for each finding stands below; take off its # to make it hold. action may be:',
    '  accept: it is right · edit (from, to): change text · role (role): give a role',
    '  split: begin an article · merge: join to the one above · move (after LINE) · skip: leave out',
  ],
  nothingOpen: 'No finding waits for a person.',
};

export const reviewWording: Readonly<Record<CommandLanguage, typeof zh>> = { zh, en };
