/**
 * The English of what the checks of content/ say, by the Chinese: the sentences are made in thirty files,
 * which build, dev, `check` and the desk share, and a catalogue beside them can be read and mended by who
 * knows no program (as gettext does). tests/english-of-findings.test.ts reads the sources and names each
 * sentence that has none.
 */
const catalogue: readonly (readonly [zh: string, en: string])[] = [
  ['<{0}> 应在段落之中，现自成一段', '<{0}> stands inside a paragraph; it is one by itself here'],
  ['<{0}> 应自成一段，现在段落之中', '<{0}> is a paragraph by itself; it stands inside one here'],
  ['<{0}> 没有 {1} 这个属性；可用：{2}', '<{0}> has no attribute {1}; there are: {2}'],
  ['没有 {0} 这张扫描图', 'There is no scan {0}'],
  [
    '把扫描图放到这个文件旁边，或改正文件名；没有扫描图就删去这个文件',
    'Put the scan beside this file, or mend its name; where there is none, remove this file',
  ],
  [
    'size 的宽高比应与扫描图（{0} × {1}）相同，现相差 {2} %，各篇的位置会错开',
    'size must have the proportion of the scan ({0} × {1}); it is {2} % off, and zones would be shown elsewhere',
  ],
  [
    '改 size，或换上这些坐标所指的那张扫描图',
    'Change size, or put the scan there that these coordinates are of',
  ],
  ['{0} 里没有 {1}.mdx，这一块无处可通', '{0} has no {1}.mdx, so this zone leads nowhere'],
  ['改正文件名，或删去这一块', 'Mend the name, or remove the zone'],
  ['{0} 的这一块超出版面（{1} × {2}）', 'This box of {0} goes beyond the page ({1} × {2})'],
  ['依次写左、上、宽、高；单位与 size 相同', 'Write left, top, width, height, in the unit of size'],
  [
    '各篇的位置应写在 sources/<日期>/<两位版次>.zones.yaml，如 sources/2022-12-19/01.zones.yaml',
    'Zones belong into sources/<date>/<page, two digits>.zones.yaml, such as sources/2022-12-19/01.zones.yaml',
  ],
  ['改名，或移到它所属的一期', 'Rename it, or move it to its edition'],
  [
    '应为同一文件夹里一张图片的文件名（PNG、JPEG、WebP、AVIF），如 01.jpg',
    'must be the name of a picture in the same folder (PNG, JPEG, WebP, AVIF), such as 01.jpg',
  ],
  [
    '写了两次 {0}，应只有一次，各块写在一起',
    '{0} is there twice; it must be there once, with all of its boxes',
  ],
  ['<{0}> 没有对应的结束标签', '<{0}> has no closing tag'],
  ['<{0}> 的 {1} {2}，现为 {3}', '{1} of <{0}>: {2}; found {3}'],
  ['<{0}> 的 {1} 写了两次', '<{0}> has {1} twice'],
  ['<{0}> 的 {1} 应为引号里的文字，现为 {…}', '{1} of <{0}> must be text in quotes; found {…}'],
  ['<{0}> 缺少 {1}（{2}）', '<{0}> needs {1} ({2})'],
  ['<{0}> 里不应有内容', '<{0}> must have nothing inside'],
  ['<{0}> 里不得有 {…}', '<{0}> must not have {…}'],
  [
    '<{0}> 里应有一个 Markdown 表格，别无其他',
    '<{0}> must have one Markdown table inside, and nothing else',
  ],
  ['<{0}> 里应有文字，现为空', '<{0}> must have text inside; it is empty'],
  ['EPAPER_CONTENT 写文件夹的路径', 'Write the path of a folder into EPAPER_CONTENT'],
  ['{0} 发布过，现在没有这一页', '{0} was published, and there is no such page now'],
  ['{0} 只有 {1} 行，现写到第 {2} 行', '{0} has {1} lines only; line {2} is named'],
  ['{0} 在第 {1} 行已另有去处', '{0} has another way to go at line {1} already'],
  [
    '{0} 在阅读次序上和它不相邻，排在一起次序就乱了',
    '{0} is not its neighbour in reading order; set together they would mix the order up',
  ],
  ['{0} 已撤下', '{0} is withdrawn'],
  ['{0} 应是文件夹，现为文件', '{0} must be a folder; it is a file'],
  ['{0} 应是文件，现为文件夹', '{0} must be a file; it is a folder'],
  ['{0} 应是普通文件，现为管道或设备', '{0} must be a regular file; it is a pipe or a device'],
  ['{0} 应记在 {1}', '{0} belongs into {1}'],
  ['{0} 转到 {1}，{2} 又转到 {3}：应一步就到', '{0} goes to {1}, and {1} to {2}: one step must do'],
  ['{0} 转到 {1}，又转了回来', '{0} goes to {1}, and back again'],
  ['{0} 这一期没有第 {1} 版；有：{2}', 'The edition {0} has no page {1}; there are: {2}'],
  ['{0}/ 里不再分文件夹', '{0}/ has no folders inside'],
  [
    '{0}/ 里应只有 paper.txt 和按年份命名的文件，如 2022.txt',
    '{0}/ has paper.txt and files named by their year only, such as 2022.txt',
  ],
  ['{0}/ 里应是以 .yaml 结尾的文件', '{0}/ has files ending in .yaml'],
  ['{0}/ 里没有 {1}.mdx，版式无处可用', '{0}/ has no {1}.mdx, so this layout is for nothing'],
  ['{0}/ 里没有“{1}”这个{2}', '{0}/ has no {2} “{1}”'],
  ['{0}x 占用', 'taken by {0}x'],
  ['{0}，现为 {1}', '{0}; found {1}'],
  ['``` 没有结束，后面的正文都成了代码', '``` has no end: all text behind it became code'],
  [
    'articles/<日期>/<两位版次>/，如 articles/2022-12-19/01/',
    'articles/<date>/<page, two digits>/, such as articles/2022-12-19/01/',
  ],
  [
    'edition 应与所在文件夹一致（{0}），现为 {1}',
    'edition must agree with the folder ({0}); found {1}',
  ],
  ['editions/ 里没有 {0} 这一期', 'editions/ has no {0}'],
  ['frame 和 ground 只留一个', 'Keep one of frame and ground'],
  [
    'npm run new -- paper 可以写一个；逐项说明见 docs/another-newspaper.md',
    'npm run new -- paper writes one; docs/another-newspaper.md explains it',
  ],
  ['page 应与所在文件夹一致（{0}），现为 {1}', 'page must agree with the folder ({0}); found {1}'],
  [
    'part 是在栏目中的序号，现在没有 column',
    'part is a number within a column, and there is no column',
  ],
  [
    'public/ 里应是图片、字体、.txt、.json 或 .pdf，现为别的文件，浏览器或服务器可能运行它',
    'public/ holds pictures, fonts, .txt, .json or .pdf; this is another file, and a browser or server might run it',
  ],
  ['true 或 false', 'true or false'],
  [
    '“->”之后应为本报的网址，如 /2022-12-19/01/slug/，现为“{0}”',
    'After “->” stands an address of the paper, such as /2022-12-19/01/slug/; found “{0}”',
  ],
  [
    '“<”之后应是组件名，现在不是，MDX 读不下去',
    'After “<” stands the name of a component; MDX cannot read on here',
  ],
  ['“{0}”{1}，现为 {2}', '“{0}” {1}; found {2}'],
  ['“{0}”不得为空', '“{0}” must not be empty'],
  ['“{0}”应{1}，现为 {2}', '“{0}” must be {1}; found {2}'],
  ['“{0}”应为{1}，现为 {2}', '“{0}” must be {1}; found {2}'],
  ['“{0}”应为{1}，现为{2} {3}', '“{0}” must be {1}; found {2} {3}'],
  ['“{0}”应为其中之一：{1}，现为 {2}', '“{0}” must be one of: {1}; found {2}'],
  [
    '“{0}”应为半角数字，现为全角 {1}',
    '“{0}” must be a half-width number; found the full-width {1}',
  ],
  ['“{0}”没有 {1} 这一种', '“{0}” has no {1}'],
  ['“{0}”的{1}应{2}，现为 {3}', 'The {1} of “{0}” must be {2}; found {3}'],
  [
    '一个文件里有两份 YAML（中间有一行 ---）',
    'Two YAML documents in one file (a line --- between)',
  ],
  ['一段一个自然段，中间空一行', 'A paragraph is a block of text, with an empty line after it'],
  [
    '一段里的 * _ ~ [ ] { } < 等记号应不超过 {0} 个，全文不超过 {1} 个，现在超过了',
    'A paragraph may have {0} marks such as * _ ~ [ ] { } <, and the whole text {1}; there are more',
  ],
  [
    '一篇里的表格应不超过 {0} 行，现在超过了',
    'The tables of an article may have {0} rows; there are more',
  ],
  ['一组“字段: 值”', 'a set of “field: value”'],
  ['不大于 {0}', '{0} at most'],
  ['不小于 {0}', '{0} at least'],
  ['不得为空', 'must not be empty'],
  ['不得使用 YAML 指令（%）', 'YAML directives (%) are not allowed'],
  ['不得使用 YAML 标签（!）', 'YAML tags (!) are not allowed'],
  ['不得使用 YAML 的合并键（<<）', 'YAML merge keys (<<) are not allowed'],
  ['不得使用 YAML 的锚（&）与别名（*）', 'YAML anchors (&) and aliases (*) are not allowed'],
  ['不得有属性 {0}', 'The attribute {0} is not allowed'],
  ['不成 YAML（{0}）', 'This is no YAML ({0})'],
  ['不成对的代理码', 'an unpaired surrogate'],
  ['不是图片', 'it is no picture'],
  [
    '与 {0} 只差大小写，在 Windows 和 macOS 上是同一个文件',
    'It differs from {0} only in upper and lower case: on Windows and macOS it is the same file',
  ],
  [
    '两篇用不同的 order；若是同一篇，删去一个',
    'Give the two different orders; if they are one article, remove one',
  ],
  ['两篇里只留一篇在这一角', 'Keep one of the two in this corner'],
  ['两行留一行', 'Keep one of the two lines'],
  ['为 BMP', 'it is a BMP'],
  ['为 GIF', 'it is a GIF'],
  ['为 Git LFS 的指针（先 git lfs pull）', 'it is a pointer of Git LFS (git lfs pull first)'],
  ['为 PDF', 'it is a PDF'],
  ['为 SVG（里面可以有程序）', 'it is an SVG (which may hold a program)'],
  ['为 TIFF', 'it is a TIFF'],
  ['为网页', 'it is a web page'],
  [
    '互动文章只能引入 content/{0}/ 里的文件，现为 {1}',
    'An interactive article may import files of content/{0}/ only; found {1}',
  ],
  ['从 interactive 里删去', 'Remove it from interactive'],
  [
    '“{0}”应为以 http:// 或 https:// 开头的地址，现为 {1}',
    '“{0}” must be an address that begins with http:// or https://; found {1}',
  ],
  ['作者', 'writer'],
  ['例如 {0}', 'For example {0}'],
  ['例如改名为 {0}{1}', 'Rename it, for example to {0}{1}'],
  [
    '值的第一个字符是 YAML 的记号（如 @ 或 `）',
    'The value begins with a mark of YAML (such as @ or `)',
  ],
  ['值里有 YAML 的记号', 'The value has marks of YAML in it'],
  ['值里有“: ”，被当成了另一个字段', 'The value has “: ” in it, and is taken for another field'],
  [
    '先看是不是误删了整期；再逐个处理',
    'See first whether a whole edition was removed by mistake; then go through them',
  ],
  ['内容应为 PNG、JPEG、WebP 或 AVIF，现{0}', 'It must be a PNG, JPEG, WebP or AVIF; {0}'],
  ['冒号之后应为空格，现为制表符（Tab）', 'A blank must follow the colon; found a tab'],
  ['冒号之后应空一格，现在没有', 'A blank must follow the colon'],
  ['写 alt="…"：说给看不见图片的读者', 'Write alt="…" for readers who do not see the picture'],
  ['写上 </{0}>，与开头配对', 'Write </{0}> to pair with it'],
  ['写上 column，或删去 part', 'Write column, or remove part'],
  ['写上文字，或删去组件', 'Write text, or remove the component'],
  [
    '写作 ![替代文字](文件)，或由组件显示',
    'Write ![alternative text](file), or let a component show it',
  ],
  ['写作 <Photo src="文件" alt="…" />', 'Write <Photo src="file" alt="…" />'],
  ['写作 {0}', 'Write {0}'],
  ["写作 import … from '{0}…'", "Write import … from '{0}…'"],
  ['写作“- ”', 'Write “- ”'],
  ['写在文字中间，不另起行', 'Write it within the text, not on a line of its own'],
  ['写成 <{0} … />', 'Write <{0} … />'],
  ['写成 {0}="…"', 'Write {0}="…"'],
  [
    '写次序上的前一篇或后一篇，或改两篇的 order',
    'Name the article before or after it in order, or change the order of both',
  ],
  ['写法见 docs/writing.md', 'docs/writing.md says how it is written'],
  [
    '写现在有的网址；没有去处的，写 gone 和原因',
    'Write an address that is there; where there is none, gone and the reason',
  ],
  ['写短些，细节写进更正页', 'Make it shorter; details go onto the corrections page'],
  [
    '写这一版里一篇文章的文件名（不带 .mdx）',
    'Name the file of an article of this page (without .mdx)',
  ],
  [
    '写这一版里一篇文章的文件名（不带 .mdx），或删去这一行',
    'Name the file of an article of this page (without .mdx), or remove this line',
  ],
  ['减少嵌套', 'Nest less deeply'],
  ['减少嵌套；若是多余的符号，删去', 'Nest less deeply; remove marks that are not meant'],
  ['分成几个文件，或移到别处', 'Make several files of it, or move it elsewhere'],
  ['分成几篇', 'Make several articles of it'],
  [
    '分成几篇，或只留读者要看的行',
    'Make several articles of it, or keep only the rows that readers want',
  ],
  ['分隔写作单独一行 ---', 'A break is --- on a line of its own'],
  ['列表', 'a list'],
  [
    '列表、引用或组件应嵌套不超过 {0} 层，现在超过了',
    'Lists, quotations and components may nest {0} deep; these are deeper',
  ],
  [
    '列表的一项应以半角“-”和一个空格开头',
    'An item of a list begins with a half-width “-” and a blank',
  ],
  ['列表（每项一行，以 - 开头）', 'a list (an item a line, beginning with -)'],
  ['删去 headline: vertical', 'Remove headline: vertical'],
  ['删去以 % 开头的行', 'Remove the line that begins with %'],
  ['删去其中一个', 'Remove one of them'],
  [
    '删去多余的记号；字面的记号前加反斜线',
    'Remove what is not meant; put a backslash before a mark that is text',
  ],
  ['删去它，或另存为 PNG', 'Remove it, or save it as PNG'],
  ['删去标签，只留文字', 'Remove the tag and keep the text'],
  [
    '删去注释；要留给校对的话写在 proofNote 里',
    'Remove the comment; a word to the proofreader goes into proofNote',
  ],
  ['删去这一行', 'Remove this line'],
  ['删去这个属性', 'Remove this attribute'],
  ['删去这个看不见的字符', 'Remove this invisible character'],
  ['删去，或在结束处另写一行 ```', 'Remove it, or write ``` where it ends'],
  ['删去，或补上开头的标签', 'Remove it, or put in the opening tag'],
  ['删去，换成文件', 'Remove it, and put a file in its place'],
  [
    '删去；若是正文，把第一个字母写成 &#105;（i）或 &#101;（e）',
    'Remove it; if it is text, write its first letter as &#105; (i) or &#101; (e)',
  ],
  ['前后各空一行', 'Leave an empty line before and after it'],
  ["加上引号：'{0}'", "Put it into quotes: '{0}'"],
  ['加粗写作 **文字**', 'Bold is written **text**'],
  [
    '加粗的 ** 没有配成对，读者会看见星号',
    'The ** of bold has no partner, and readers will see the asterisks',
  ],
  ['原因应不超过 {0} 字，现为 {1} 字', 'The reason may have {0} characters; it has {1}'],
  ['去掉标签，或给值加上引号', 'Remove the tag, or put the value into quotes'],
  ['双引号里的反斜线不成转义', 'A backslash in double quotes is no escape'],
  ['反斜线写成 \\\\，或改用单引号', 'Write the backslash as \\\\, or use single quotes'],
  [
    '发布之前运行 npm run check -- --fix，连同 addresses/ 一起提交',
    'Run npm run check -- --fix before publishing, and commit addresses/ with it',
  ],
  ['另存一幅静止的', 'Save a still picture'],
  ['另存为这四种格式之一', 'Save it as one of these four'],
  ['只用文字、Markdown 记号和报纸组件', 'Use text, Markdown marks and the paper’s components only'],
  ['只留一个', 'Keep one'],
  ['只留一份', 'Keep one of them'],
  ['只留文字；图片放在文章里', 'Keep the text only; pictures go into articles'],
  ['同一层的字段左边对齐', 'Align the fields of one level on the left'],
  ['图片写作 <Photo src="文件" alt="…" />', 'A picture is written <Photo src="file" alt="…" />'],
  [
    '图片应与文章放在同一文件夹，只写文件名，不带路径和空白',
    'A picture lies in the article’s folder: write its file name alone, without a path or blanks',
  ],
  ['图片应为 PNG、JPEG、WebP 或 AVIF', 'a picture must be a PNG, JPEG, WebP or AVIF'],
  [
    '图片应是文章旁边的文件，不得取自别的网站',
    'A picture is a file beside the article, and not on another site',
  ],
  ['图片应有替代文字', 'A picture needs its alternative text'],
  ['图片应直接写文件名', 'A picture’s file name is written out'],
  ['图片新闻没有竖题', 'Photo news has no vertical headline'],
  [
    '在 articles/{0}/{1}/ 里放上文章，或从 pages 里删去这一版',
    'Put articles into articles/{0}/{1}/, or remove this page from pages',
  ],
  [
    '在 editions/{0}.yaml 的 pages 里加上这一版，或改 page',
    'Add the page to pages in editions/{0}.yaml, or change page',
  ],
  ['在值的末尾补上 {0}', 'Put {0} at the end of the value'],
  ['在末尾补上 {0}', 'Put {0} at its end'],
  ['在冒号后加一个空格', 'Put a blank after the colon'],
  [
    '在文末另写一行 [^{0}]: 注文；若是正文，写成 \\[^{1}]',
    'Write [^{0}]: and the note on a line at the end; if it is text, write \\[^{0}]',
  ],
  [
    '在文章信息之后、正文之前写一行 ---（三个半角减号）',
    'Write a line --- (three half-width hyphens) between front matter and text',
  ],
  ['地址不完整', 'The address is not whole'],
  [
    '地址不得以 // 开头，应写全 https://',
    'An address must not begin with //; write https:// in full',
  ],
  ['地址里不得有反斜线', 'An address must not have a backslash'],
  [
    '地址里不得有用户名和密码（@ 之前的部分）',
    'An address must not have a user name and password (before @)',
  ],
  ['填上内容；没有就删去整个字段', 'Fill it in, or remove the whole field'],
  ['多半是复制时带入的，可以删去', 'Most likely copied along; it can be removed'],
  ['字段名不是文字', 'The name of a field is no text'],
  [
    '字段名之后应为半角冒号和一个空格“: ”，现为全角冒号“：”',
    'After a field’s name stands a half-width colon and a blank “: ”; found a full-width colon “：”',
  ],
  [
    '字面的小于号前加反斜线，写成 {0}\\<{1}，或改用“不到”“＜”',
    'Put a backslash before a literal less-than sign: {0}\\<{1}, or write it in words',
  ],
  ['字面的花括号写成 \\{ 和 \\}', 'Write a literal brace as \\{ and \\}'],
  ['宽或高为零', 'its width or height is zero'],
  ['小标题写作 ## 或 ###', 'A crosshead is written ## or ###'],
  ['小标题写作 ## 文字', 'A crosshead is written ## text'],
  ['小标题写作 ### 文字', 'A crosshead is written ### text'],
  ['小标题至多四级', 'Crossheads have four levels at most'],
  ['少了一个引号、括号或冒号', 'A quote, a bracket or a colon is missing'],
  ['属性写成 名="值"', 'Attributes are written name="value"'],
  ['嵌套太深', 'It is nested too deeply'],
  ['已撤下', 'withdrawn'],
  ['应不超过 {0} MB，现为 {1} MB', 'it may have {0} MB; it has {1} MB'],
  [
    '应不超过 {0} 百万像素、每边 {1} 像素，现为 {2} × {3}',
    'it may have {0} megapixels and {1} pixels a side; it has {2} × {3}',
  ],
  ['应为 BCP 47 语言标签，如 zh-Hans', 'must be a BCP 47 language tag, such as zh-Hans'],
  ['应为 IANA 时区，如 Asia/Shanghai', 'must be an IANA time zone, such as Asia/Shanghai'],
  ['应为 sources/<日期>/<版次>.md', 'must be sources/<date>/<page>.md'],
  [
    '应为 日期/版次/文件名，如 2022-12-19/01/shuiguan，或 pages/文件名',
    'must be date/page/file name, such as 2022-12-19/01/shuiguan, or pages/file name',
  ],
  ['应为普通文字，现有{0} U+{1}', 'Plain text was expected; found {0} U+{1}'],
  [
    '应为本报的网址，以 / 开头和结尾，如 /2022-12-19/01/slug/',
    'It must be an address of the paper that begins and ends with /, such as /2022-12-19/01/slug/',
  ],
  [
    '应为至多 {0} KB、{1} 项、嵌套至多 {2} 层的 YAML，现在超过了',
    'A YAML text may have {0} KB, {1} entries, and nest {2} deep; this has more',
  ],
  ['应为静止的图片，现为动画', 'it must be a still picture; it moves'],
  ['应先写首行、后写末行', 'the first line comes before the last'],
  [
    '应有 publication.yaml，说明是什么报纸，现在没有',
    'There must be a publication.yaml that says what paper this is; there is none',
  ],
  [
    '应有标题，现在没有；只有 kind: photo-news 可以不写',
    'must be there: only kind: photo-news may go without a headline',
  ],
  ['应有看得见的文字，现为空白', 'must have text that can be seen; it is blank'],
  [
    '建立这个文件夹，或改正 EPAPER_CONTENT（--content）',
    'Make this folder, or mend EPAPER_CONTENT (--content)',
  ],
  ['引号 {0} 在值的中间就结束了', 'The quote {0} ends in the middle of the value'],
  ['引文在行首写 >', 'A quotation has > at the beginning of its lines'],
  ['把内容直接写出来，或加上引号', 'Write the contents out, or put it into quotes'],
  [
    '把图放进本报文件夹的 public/，或改正文件名',
    'Put the picture into public/ of the paper’s folder, or mend the file name',
  ],
  [
    '把图片放到文章旁边，写它的文件名',
    'Put the picture beside the article, and write its file name',
  ],
  ['把图片放到文章旁边，或改正文件名', 'Put the picture beside the article, or mend the file name'],
  ['把字段直接写出来', 'Write the fields out'],
  ['把扩展名改为 .{0}', 'Change the extension to .{0}'],
  ['把扩展名改为 .mdx', 'Change the extension to .mdx'],
  ['把扩展名改为 .yaml', 'Change the extension to .yaml'],
  ['把扩展名改为小写', 'Write the extension in lower case'],
  ['把纸色调浅，或把墨色、套色调深', 'Make the paper lighter, or ink and accent darker'],
  ['把纸色调深，或把墨色、套色调亮', 'Make the paper darker, or ink and accent lighter'],
  ['把这一行移过去', 'Move this line there'],
  ['报纸自己的页面占用', 'taken by a page of the paper itself'],
  ['换一个文件名', 'Take another file name'],
  ['换成半角冒号，后面空一格', 'Put a half-width colon there, and a blank after it'],
  ['换成文件本身', 'Put the file itself there'],
  ['换行写作行末一个反斜线 \\', 'A line break is a backslash at the end of the line \\'],
  ['排不成竖题：{0}', 'It cannot be set as a vertical headline: {0}'],
  [
    '改 edition，或把文件移到那一期的文件夹',
    'Change edition, or move the file into that edition’s folder',
  ],
  ['改 page，或把文件移到那一版的文件夹', 'Change page, or move the file into that page’s folder'],
  ['改 position，或改这一篇的 order', 'Change position, or the order of this article'],
  [
    '改为 {0} -> {1}（npm run check -- --fix 会改）',
    'Write {0} -> {1} (npm run check -- --fix does)',
  ],
  ['改为一个空格', 'Make it one blank'],
  ['改到范围之内', 'Bring it within bounds'],
  ['改变文字方向的控制字符', 'a control character that turns the direction of text'],
  ['改名为 {0}', 'Rename it to {0}'],
  ['改名为 publication.yaml', 'Rename it to publication.yaml'],
  ['改名，或移到别处', 'Rename it, or move it elsewhere'],
  ['改成{0}', 'Make it {0}'],
  ['改成不同的编号', 'Give them different numbers'],
  ['改成其中之一', 'Make it one of these'],
  ['改成说明里有的一种', 'Make it one of those in the docs'],
  ['改日期，或给文件改名', 'Change the date, or rename the file'],
  ['改正地址，或去掉链接只留文字', 'Mend the address, or keep the text without a link'],
  ['改正文件的权限，或换一个文件', 'Mend the file’s permissions, or put another file there'],
  [
    '改正版次；那一版还没有收录的，不用管',
    'Mend the page number; for a page that is not collected yet, nothing',
  ],
  [
    '改正网址；从来没有发布过的，删去这一行',
    'Mend the address; if it was never published, remove this line',
  ],
  [
    '改正路径，或放回识别原文；没有原文就删去 source',
    'Mend the path, or put the OCR’d text back; without one, remove source',
  ],
  ['改正这一行', 'Mend this line'],
  ['改用可用的组件，或只留文字', 'Use a component that there is, or keep the text only'],
  ['改用空格', 'Use blanks'],
  ['改用空格：一层两个', 'Use blanks: two a level'],
  ['放回图片', 'Put the picture back'],
  ['数字', 'a number'],
  [
    '整个值改用 {0} 括起；中文的引号写作“ ”，不必再加引号',
    'Put the whole value into {0}; Chinese quotation marks “ ” need no others',
  ],
  ['整数', 'a whole number'],
  ['文件不完整', 'the file is not whole'],
  [
    '文件名就是网址，应只有小写字母、数字和单个连字符，至多 {0} 个字符',
    'The file name becomes the address: lower-case letters, digits and single hyphens only, {0} characters at most',
  ],
  [
    '文件名应为实有的日期，如 2022-12-19.yaml',
    'The file name must be a day that is, such as 2022-12-19.yaml',
  ],
  [
    '文件改了名：npm run check -- --fix，或在这一行的网址之后写“-> 新网址”；有意撤下：写“gone 原因”；误删：找回文件；从未发布：删去这一行',
    'If the file was renamed: npm run check -- --fix, or write “-> new address” after the address on this line; withdrawn on purpose: “gone reason”; removed by mistake: put it back; never published: remove this line',
  ],
  ['文字', 'text'],
  [
    '文章信息应以单独一行 --- 结束，现为“{0}”',
    'Front matter ends with a line of --- alone; found “{0}”',
  ],
  [
    '文章信息没有结束：应有单独一行 ---，直到文件末尾都没有',
    'Front matter has no end: there is no line --- down to the end of the file',
  ],
  ['文章应放在 {0}', 'An article belongs into {0}'],
  [
    '文章改名为 .mdx；图片另存；别的移到别处',
    'Rename an article to .mdx; save a picture anew; move the rest elsewhere',
  ],
  ['文章文件应以 .mdx 结尾', 'The file of an article ends in .mdx'],
  ['文章里不得有 HTML 注释 <!-- … -->', 'An article must not have HTML comments <!-- … -->'],
  ['文章里不得有 {0}', 'An article must not have {0}'],
  [
    '文章里应只有文字，现有一段以 import 或 export 开头，MDX 会把它当作程序',
    'An article is text only; a paragraph here begins with import or export, which MDX takes for a program',
  ],
  [
    '文章里应只有文字，现有花括号 {…}，MDX 会把它当作程序',
    'An article is text only; the braces {…} here are a program to MDX',
  ],
  ['新建 {0}/{1}.yaml，写上 name', 'Make {0}/{1}.yaml, and write name'],
  ['新建 editions/{0}.yaml{1}', 'Make editions/{0}.yaml{1}'],
  ['无', 'none'],
  [
    '日期应与文件名一致（{0}），现为 {1}',
    'The date must agree with the file name ({0}); found {1}',
  ],
  ['是 {0}', 'it is a {0}'],
  ['是不是 <{0}>？', 'Did you mean <{0}>?'],
  ['是不是 <{0}>？组件名以大写字母开头', 'Did you mean <{0}>? Components begin with a capital'],
  ['是不是 {0}？', 'Did you mean {0}?'],
  ['是不是 {0}？或新建 {1}/{2}.yaml', 'Did you mean {0}? Or make {1}/{2}.yaml'],
  ['是不是“{0}”？改过来，或删去这一行', 'Did you mean “{0}”? Change it, or remove this line'],
  ['有 {0} 个新网址还没有记下，如 {1}', '{0} new addresses are not noted yet, such as {1}'],
  ['有副题', 'it has a deck'],
  ['有图片', 'it has a picture'],
  ['有引题', 'it has a kicker'],
  ['有提要', 'it has a standfirst'],
  ['有栏头', 'it has a column’s head'],
  [
    '标题写在文章信息的 headline 里，正文不再有一级标题',
    'The headline stands in the front matter; the text has no heading of level one',
  ],
  ['栏目', 'column'],
  ['检查这一处的记号', 'Look at the marks here'],
  ['检查这一行的缩进、冒号和引号', 'Look at the indentation, colons and quotes of this line'],
  ['正文不要写在 YAML 里；减少嵌套', 'Keep the article out of the YAML; nest less deeply'],
  ['没有 <{0}> 这个组件；可用：{1}', 'There is no component <{0}>; there are: {1}'],
  ['没有 {0} 这一页', 'There is no page {0}'],
  ['没有 {0} 这个文件', 'There is no file {0}'],
  ['没有 {0}{1} 这张图片', 'There is no picture {0}{1}'],
  ['没有 [^{0}] 这条脚注的注文', 'The footnote [^{0}] has no note'],
  ['没有 articles/{0}.mdx 这篇文章', 'There is no article articles/{0}.mdx'],
  ['没有 public/{0} 这张图', 'There is no picture public/{0}'],
  ['没有“{0}”这个字段', 'There is no field “{0}”'],
  ['没有“{0}”这个字段；可用的字段：{1}', 'There is no field “{0}”; there are: {1}'],
  ['没有“{0}”这个文件夹；可用：{1}', 'There is no folder “{0}”; there are: {1}'],
  ['没有读它的权限', 'this user may not read it'],
  ['照出版日期改名', 'Rename it by its date'],
  ['照所说的样子写', 'Write it as it says'],
  ['照识别原文改行号', 'Change the line numbers by the OCR’d text'],
  ['版块', 'section'],
  ['版的文件夹应为两位版次，从 01 起', 'The folder of a page has two digits, from 01'],
  [
    '版面从这一角读起，这里只能是第一篇',
    'The page is read from this corner: only the first article can stand here',
  ],
  [
    '版面读到这一角为止，这里只能是最后一篇',
    'The page is read up to this corner: only the last article can stand here',
  ],
  ['用拼音改名', 'Rename it in pinyin'],
  ['用编辑器另存为 UTF-8', 'Save it as UTF-8 in an editor'],
  [
    '的路径应只有字母、数字、点、连字符和斜线，如 https://example.org/paper/',
    'may have letters, digits, dots, hyphens and slashes in its path only, such as https://example.org/paper/',
  ],
  [
    '看不清：{0}（{1}）与 paper（{2}，连同它的底纹）的对比度应不低于 {3}:1（WCAG 1.4.3），现为 {4}:1；{5}',
    'Hard to read: {0} ({1}) on paper ({2}, and on its tint) must have a contrast of {3}:1 at least (WCAG 1.4.3); found {4}:1; {5}',
  ],
  ['看不见的字符', 'an invisible character'],
  ['看不见的标签字符', 'an invisible tag character'],
  ['真假值', 'true or false'],
  ['着重写作 *文字*', 'Emphasis is written *text*'],
  ['移到 {0}/{1}', 'Move it to {0}/{1}'],
  ['移到别处', 'Move it elsewhere'],
  ['移到它所属的一期和版', 'Move it to its edition and page'],
  ['空', 'nothing'],
  ['站内没有 /{0} 这一页', 'The site has no page /{0}'],
  ['符号链接指向不存在的文件', 'The symbolic link points to a file that is not there'],
  ['符号链接指向内容文件夹之外', 'The symbolic link points out of the content folder'],
  ['第 {0} 版一篇文章也没有', 'Page {0} has no article at all'],
  ['第 {0} 版的次序 {1} 已由 {2} 占用', 'Order {1} of page {0} is taken by {2}'],
  ['第 {0} 项', 'item {0}'],
  [
    '第一行写 ---，文章信息之后再写一行 ---',
    'Write --- as the first line, and again after the front matter',
  ],
  ['第一行应为单独的 ---，现为“{0}”', 'The first line must be --- alone; found “{0}”'],
  ['给其中一个改名', 'Rename one of them'],
  ['给字段名加上引号', 'Put the field’s name into quotes'],
  ['给整个值加上引号', 'Put the whole value into quotes'],
  ['给文件夹改名', 'Rename the folder'],
  ['缩小图片', 'Make the picture smaller'],
  ['缩进不齐', 'The indentation is uneven'],
  ['缩进用了制表符', 'There is a tab in the indentation'],
  ['缺少字段“{0}”，应为{1}', 'The field “{0}” is missing; it must be {1}'],
  ['缺少字段“{0}”，应为其中之一：{1}', 'The field “{0}” is missing; it must be one of: {1}'],
  ['网址 /{0}/ 已由{1}', 'The address /{0}/ is {1}'],
  [
    '网址之后应为“-> 新网址”或“gone 原因”，现为“{0}”',
    'After the address stands “-> new address” or “gone reason”; found “{0}”',
  ],
  [
    '网页写在 pages/ 里；程序写在 interactive/ 里，由维护者列入 publication.yaml',
    'Pages go into pages/; programs go into interactive/, listed in publication.yaml by a maintainer',
  ],
  ['脚注 [^{0}] 写了两次', 'The footnote [^{0}] is written twice'],
  ['补上“{0}: …”', 'Add “{0}: …”'],
  ['补上另一半；字面的星号写成 \\*', 'Put in the other half; write a literal asterisk as \\*'],
  [
    '补上正文；只有图片的，写 kind: photo-news',
    'Write the text; what has pictures only is kind: photo-news',
  ],
  [
    '补上；值里有引号时，整个值改用另一种引号括起',
    'Put it in; where the value has quotes, put the whole into quotes of the other kind',
  ],
  ['表格写作 | 甲 | 乙 |', 'A table is written | a | b |'],
  ['说明页应以 {0} 结尾', 'The file of a page ends in {0}'],
  ['读不下去：{0}', 'It cannot be read: {0}'],
  ['读不了这个文件：{0}', 'This file cannot be read: {0}'],
  ['转到 {0}', 'goes to {0}'],
  ['还有 {0} 个发布过的网址没有页', '{0} more published addresses have no page'],
  ['这一版没有 {0} 这一篇', 'This page has no {0}'],
  [
    '这一行只留网址（npm run check -- --fix 会改），或删去那一页的文件',
    'Keep the address alone on this line (npm run check -- --fix does), or remove that page’s file',
  ],
  ['这一角已经给了 {0}', 'This corner is given to {0} already'],
  ['这个结束标签没有开头', 'This closing tag has no opening tag'],
  [
    '这里只放文章（.mdx）和图片（PNG、JPEG、WebP、AVIF），这个文件不会出现在报上',
    'Only articles (.mdx) and pictures (PNG, JPEG, WebP, AVIF) belong here; this file will not be in the paper',
  ],
  [
    '这里的引号 {0} 没有结束，后面的字段都成了它的内容',
    'The quote {0} has no end: the fields behind it became part of its value',
  ],
  [
    '这里的括号 {0} 没有结束，后面的字段都成了它的内容',
    'The bracket {0} has no end: the fields behind it became part of its value',
  ],
  ['里不得有用户名和密码（@ 之前的部分）', 'must not have a user name and password (before @)'],
  [
    '要同时写 repository，并且在 github.com、gitlab.com 或 codeberg.org 上',
    'needs repository too, at github.com, gitlab.com or codeberg.org',
  ],
  ['重新导出这张图片，或删去它', 'Export the picture anew, or remove it'],
  ['重新放一份', 'Put a fresh copy there'],
  ['重新读入 {0}', 'Read again: {0}'],
  ['重新输入这个字', 'Type this character again'],
  ['链接写作 [文字](https://…)', 'A link is written [text](https://…)'],
  [
    '链接应以 https://、http://、mailto: 或 tel: 开头，或是站内地址，现为 {0}',
    'A link begins with https://, http://, mailto: or tel:, or is an address of the site; found {0}',
  ],
  ['链接改为 {0}', 'Change the link to {0}'],
  ['长度', 'length'],
  ['零宽字符', 'a zero-width character'],
  ['项数', 'number of items'],
  ['题不足四个字', 'the headline has fewer than four characters'],
  ['题中有汉字以外的字', 'the headline has characters other than Han'],
  ['题多于十二个字', 'the headline has more than twelve characters'],
  ['（像是 UTF-16）', ' (it looks like UTF-16)'],
  ['（可能是 GBK）', ' (perhaps GBK)'],
  ['（空）', '(nothing)'],
  ['，或改为 {0}', ', or change it to {0}'],
  ['，现为 {0}', '; found {0}'],
  ['/{0}/ 已改为 {1}，读者要多跳一次', '/{0}/ has become {1}; readers take one step more'],
  ['{0} 应是 {1} 图片，文件的内容{2}', '{0} must be a {1} picture: {2}'],
  ['{0} 有自己的页，又写着{1}', '{0} has a page of its own, and {1} as well'],
  ['一期', 'edition'],
  ['一篇文章应不超过 {0} KB，现为 {1} KB', 'An article may have {0} KB; this one has {1} KB'],
  [
    '互动文章里的图片由 MDX 处理，不用 <Photo>',
    'Pictures of an interactive article go through MDX, not <Photo>',
  ],
  ['写了两次第 {0} 版，应只有一次', 'has page {0} twice; once is enough'],
  ['加了底纹就不再加框', 'A box with a ground has no frame'],
  ['同一字段写了两次', 'A field is written twice'],
  ['图里只应有图形和文字，现有 {0}', 'A drawing has shapes and text only; found {0}'],
  ['地址里不得有空白或控制字符', 'An address must not have blanks or control characters'],
  ['头条用横题', 'The leading article has a horizontal headline'],
  [
    '应为 # 后六位十六进制数，如 "#1f4e79"（要加引号：YAML 里 # 是注释）',
    'must be # and six hexadecimal digits, such as "#1f4e79" (in quotes: # begins a comment in YAML)',
  ],
  [
    '应为 UTF-8 编码，第 {0} 个字节起不是{1}',
    'The file must be UTF-8; from byte {0} on it is not{1}',
  ],
  [
    '应为 public/ 里一张 svg、png、webp、avif 或 jpg 图片的文件名，如 nameplate.svg',
    'must be the file name of an svg, png, webp, avif or jpg picture in public/, such as nameplate.svg',
  ],
  ['应为一行一个“字段: 值”，现为{0}', 'A “field: value” a line was expected; found {0}'],
  ['应为一行，现有换行', 'must be one line; it has a line break'],
  [
    '应为与文章同一文件夹的 PNG、JPEG、WebP 或 AVIF 文件名',
    'must be the file name of a PNG, JPEG, WebP or AVIF in the article’s folder',
  ],
  ['应为实有的日期，写作 2022-12-19', 'must be a day that is, written 2022-12-19'],
  ['应先写起日、后写止日', 'the first day comes before the last'],
  [
    '应只有小写字母、数字和单个连字符，至多 {0} 个字符',
    'may have lower-case letters, digits and single hyphens only, {0} characters at most',
  ],
  ['报纸的说明应名为 publication.yaml', 'The file about the paper is named publication.yaml'],
  ['控制字符', 'a control character'],
  [
    '改成 https:// 开头的完整地址，或去掉链接只留文字',
    'Write the whole address with https://, or keep the text without a link',
  ],
  ['文字文件应不超过 {0} MB，现为 {1} MB', 'A text file may have {0} MB; this one has {1} MB'],
  ['文章应有正文，现在是空的', 'An article has text; it is empty'],
  ['文章里不得有 HTML 标签 <{0}>', 'An article must not have the HTML tag <{0}>'],
  [
    '文章里应只有文字，现有花括号 {，MDX 会把它当作程序',
    'An article is text only; the brace { here begins a program to MDX',
  ],
  ['是空文件', 'it is empty'],
  ['没有 {0} 这个文件夹', 'There is no folder {0}'],
  [
    '第一行应为 ---（文章信息的开头），现在不是',
    'The first line must be --- (the beginning of the front matter)',
  ],
  ['行首应为空格，现有制表符（Tab）', 'A line begins with blanks; found a tab'],
  ['说明页里不放图片，现有一张', 'A page has no pictures; found one'],
  ['（空缺）', '(absent)'],
  ['/{0}/ 只有 {1} 段，没有 {2}', '/{0}/ has {1} paragraphs only, and no {2}'],
  ['改正段号：段落从 #p1 数起', 'Mend the number: paragraphs are counted from #p1'],
];

interface Template {
  readonly pattern: RegExp;
  readonly en: string;
}

let templates: readonly Template[] | undefined;

/** The more of a sentence a template fixes, the earlier it is tried. Made for who reads English only. */
const templatesOf = (): readonly Template[] =>
  (templates ??= catalogue
    .toSorted(([left], [right]) => fixedLength(right) - fixedLength(left))
    .map(([zh, en]) => ({
      pattern: new RegExp(
        `^${zh
          .split(/\{\d\}/)
          .map(literally)
          .join('(.*?)')}$`,
        'su',
      ),
      en,
    })));

/** `RegExp.escape` came with Node 24. */
function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

function fixedLength(template: string): number {
  return template.replaceAll(/\{\d\}/g, '').length;
}

const han = /\p{Script=Han}/u;

/**
 * What a finding's sentence is in English; what stands in it of the paper's own stays as it is.
 *
 * @returns the sentence itself where there is no English of it
 */
export function englishOf(sentence: string): string {
  if (!han.test(sentence)) return sentence;
  let first: string | undefined;
  for (const { pattern, en } of templatesOf()) {
    const values = pattern.exec(sentence)?.slice(1);
    if (values === undefined) continue;
    const told = en.replaceAll(/\{(\d)\}/g, (_, place: string) => valueOf(values[Number(place)]!));
    // Two templates may fit; the one that leaves nothing but quotations in Chinese has read it right.
    if (!han.test(told.replaceAll(/“[^”]*”/gu, ''))) return told;
    first ??= told;
  }
  return first ?? sentence;
}

/** A value may be a piece of a sentence itself, or a list. */
function valueOf(value: string): string {
  if (/^\s*“/.test(value)) return value;
  const told = englishOf(value);
  return told === value ? value.replaceAll('、', ', ') : told;
}
