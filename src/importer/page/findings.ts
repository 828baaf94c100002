import type { Bilingual } from '../../newspaper/bilingual.ts';
import { findingWords } from '../../newspaper/finding-words.ts';
import type { CommandLanguage } from '../../wording/command-language.ts';
import type { Finding, FindingWords, Severity } from '../../newspaper/finding.ts';
import type { LineRange } from './block.ts';

/** What was expected and found, and what the person should do; `{name}` stands for a value of the place. */
type CatalogueRow = readonly [
  message: string,
  action: string,
  english: string,
  englishAction: string,
];

/**
 * Everything the importer can report, by severity and id. Ids are never renamed; each has its heading in
 * docs/importing.md. What one id says in several cases stands under `id:case`.
 */
const catalogue = {
  /** Refused: nothing of the page is written. */
  error: {
    // The input as a whole.
    'conservation-broken': [
      '导入会丢字：原文中的 {found} 既不在文章里，也没有修复或提示说明去处。',
      '这是程序的错，本版没有写入任何文件；请带上这一版报告问题。',
      'The import would lose text: {found} of the source is in no article, and no repair or finding says where it went.',
      'This is a fault of the program, and nothing of this page was written. Please report it with the page.',
    ],
    'article-unpublishable': [
      '《{headline}》写出来通不过检查（{id}）：{found}',
      '本版没有写入任何文件；对照原报看这一行起是不是识别坏了，改好识别稿再导入。',
      '“{headline}” would not pass the check ({id}): {found}',
      'Nothing of this page was written. See whether the text from this line on is damaged; mend the page and import again.',
    ],
    'structure-too-large': [
      '这一版有 {count} 个块，超过一版报纸可能有的 {limit} 个。',
      '检查文件是不是多版连在一起而没有分版标记，分开后再导入。',
      'This page has {count} blocks, more than the {limit} that a newspaper page may have.',
      'See whether several pages stand in one file without page marks; part them and import again.',
    ],
    // An input that is no text of a page, and what was mended of its bytes.
    'source-not-text': [
      '文件应是识别结果（Markdown、纯文本或 ALTO），实为 {kind}',
      '先用识别（OCR）工具把它变成文字，再导入',
      'The file should be OCR’d text (Markdown, plain text or ALTO); it is {kind}',
      'Run it through an OCR tool first, and import what comes out',
    ],
    'source-too-large': [
      '文件应不超过 {limit} MB，实为 {size} MB',
      '确认这是识别结果（而非扫描件）；如是多版合并的文件，请按版拆开再导入',
      'A file may have {limit} MB; this one has {size} MB',
      'See that it is OCR’d text and no scan; part a file of several pages, page by page',
    ],
    'encoding-unknown': [
      '--encoding 应为 utf-8、utf-16le、utf-16be、gb18030、big5、shift_jis、euc-jp、euc-kr 之一，实为 {label}',
      '换一个编码名，或把文件另存为 UTF-8',
      '--encoding must be utf-8, utf-16le, utf-16be, gb18030, big5, shift_jis, euc-jp or euc-kr; found {label}',
      'Give another encoding, or save the file as UTF-8',
    ],
    'encoding-unknown:utf-32': [
      '文件是 UTF-32，应为 UTF-8',
      '用编辑器另存为 UTF-8 后再导入',
      'The file is UTF-32; it should be UTF-8',
      'Save it as UTF-8 in an editor and import again',
    ],
    'encoding-invalid': [
      '应为 UTF-8，第 {offset} 字节（从 0 起）{byte} 不是',
      '如知道编码，请加 --encoding gb18030（或 big5、shift_jis、euc-kr 等）；否则另存为 UTF-8',
      'The file should be UTF-8; byte {offset} (from 0), {byte}, is not',
      'If you know the encoding, add --encoding gb18030 (or big5, shift_jis, euc-kr …); else save it as UTF-8',
    ],
    'encoding-invalid:guessed': [
      '应为 UTF-8，第 {offset} 字节（从 0 起）{byte} 不是',
      '可能是 {guess}：请核对后加 --encoding {guess} 再导入，或另存为 UTF-8',
      'The file should be UTF-8; byte {offset} (from 0), {byte}, is not',
      'It may be {guess}: check, and import with --encoding {guess}, or save it as UTF-8',
    ],
    'encoding-invalid:cut': [
      '应为 UTF-8，文件在第 {offset} 字节（从 0 起）处断在半个字上，末尾可能丢失',
      '重新取得完整的文件',
      'The file should be UTF-8; it breaks off within a character at byte {offset} (from 0), and its end may be lost',
      'Get the whole file again',
    ],
    'encoding-invalid:named': [
      '应为 {name}，第 {offset} 字节（从 0 起）{byte} 不是',
      '用 --encoding 指明真正的编码，或用编辑器另存为 UTF-8',
      'The file should be {name}; byte {offset} (from 0), {byte}, is not',
      'Give the true encoding with --encoding, or save it as UTF-8 in an editor',
    ],
    'nul-character': [
      '文中不应有空字符 NUL，实有 {count} 处，首处为 U+{code}',
      '文件可能是二进制文件，或是没有标明的 UTF-16：请确认后另存为 UTF-8，或加 --encoding utf-16le',
      'The text must not have the NUL character; it has {count}, the first being U+{code}',
      'The file may be binary, or UTF-16 without a mark: check, and save it as UTF-8, or add --encoding utf-16le',
    ],
    'control-character': [
      '文中不应有控制字符，实有 {count} 处，首处为 U+{code}',
      '在原文件中删去这个字符；成片出现时多半是编码弄错了',
      'The text must not have control characters; it has {count}, the first being U+{code}',
      'Remove it from the file; where there are many, the encoding is likely wrong',
    ],
    noncharacter: [
      '文中不应有Unicode 非字符，实有 {count} 处，首处为 U+{code}',
      '文件的字节顺序可能弄反了：请确认后另存为 UTF-8',
      'The text must not have Unicode noncharacters; it has {count}, the first being U+{code}',
      'The bytes may be in the wrong order: check, and save it as UTF-8',
    ],
    'bidi-control': [
      '文中不应有双向文字控制符，实有 {count} 处，首处为 U+{code}',
      '它能让读到的次序与存的不同，报纸上没有：请在原文件中删去',
      'The text must not have controls of bidirectional text; it has {count}, the first being U+{code}',
      'They make a text read otherwise than it is stored, and no paper prints them: remove them from the file',
    ],
    'page-empty': [
      '应有一个版的文字，实为空白',
      '重新识别这一版；如果这一版本来就没有文字，不必导入',
      'A page of text was expected; the file is blank',
      'Read the page again; one that never had text need not be imported',
    ],
    'page-image-only': [
      '应有一个版的文字，实只有图片：识别工具把整版当成了一张图',
      '换一个识别工具或模式，重新识别这一版',
      'A page of text was expected, and there are only pictures: the OCR tool took the whole page for one',
      'Read the page again with another tool or mode',
    ],
    'page-too-large': [
      '一个版应少于 {limit} 字，实为 {length} 字',
      '确认文件中没有混入别的内容；如是多版合并，请在各版之间加上分页标记，或按版拆开',
      'A page has fewer than {limit} characters; this one has {length}',
      'See that nothing else got into the file; put page marks between several pages, or part them',
    ],
    'line-too-long': [
      '一行应不超过 {limit} 字，这一行更长',
      '确认文件中没有混入别的内容；识别工具把几个版写成一行的，请在段落之间换行再导入',
      'A line may have {limit} characters; this one has more',
      'See that nothing else got into the file; where a tool wrote pages on one line, end the lines of paragraphs',
    ],
    'ocr-error-text': [
      '应有一个版的文字，实为识别工具的出错信息',
      '查看识别工具的日志，重新识别这一版',
      'A page of text was expected; this is an error message of the OCR tool',
      'See the OCR tool’s log, and read the page again',
    ],
    'ocr-page-missing': [
      '应有一个版的文字，实为识别工具留下的缺页标记',
      '查看识别工具的日志，重新识别这一版',
      'A page of text was expected; this is the OCR tool’s mark for a page that it gave up',
      'See the OCR tool’s log, and read the page again',
    ],
    'json-not-markdown': [
      '应为 Markdown，实为 JSON',
      '取出其中的 Markdown（如 pages[].markdown、markdown、text 字段）存为 .md 再导入',
      'Markdown was expected; this is JSON',
      'Take the Markdown out of it (fields such as pages[].markdown, markdown or text), save it as .md and import that',
    ],
    'html-not-markdown': [
      '应为 Markdown，实为一个网页（多半是下载时的出错页或登录页）',
      '用浏览器打开它看看说了什么，重新取得识别结果',
      'Markdown was expected; this is a web page (most likely an error or login page of a download)',
      'Open it in a browser to see what it says, and get the OCR’d text again',
    ],
    'page-garbled': [
      '文字已成乱码：字节在存成文件以前就按错误的编码读过，无法还原',
      '从识别工具或原文件重新导出，存为 UTF-8',
      'The text is garbled: it was read in a wrong encoding before it was saved, and cannot be restored',
      'Export it again from the OCR tool or the original, as UTF-8',
    ],
    // The content folder: what may be written, and who writes (place).
    'page-claimed-twice': [
      '{date} 第 {page} 版已经是 {other} 的文字，和这一份不是同一版；没有写入任何文件',
      '用 --page 给这一份指明版次；若确要换掉原来那一版，先删去 {path} 再导入',
      'Page {page} of {date} has the text of {other} already, and this is another page; nothing was written',
      'Give this one’s number with --page; to replace the other, remove {path} first and import again',
    ],
    'importer-fault': [
      '导入程序自身出错：{fault}',
      '这一版没有写入任何文件；请把这一版和这句话报告给开发者',
      'The importer itself failed: {fault}',
      'Nothing of this page was written; please report the page with this sentence',
    ],
    'decision-twice': [
      '识别稿第 {line} 行已在第 {entry} 条里定过（{action}）',
      '两条只留一条',
      'Line {line} of the OCR page is decided in entry {entry} already ({action})',
      'Keep one of the two',
    ],
    'path-unsafe': [
      '不能写入这个路径：{fault}',
      '改掉标题、图片名或 --content',
      'This path cannot be written: {fault}',
      'Change the headline, the picture’s name, or --content',
    ],
    'path-twice': [
      '两份内容要写入同一个文件',
      '让两个文件的名字不同',
      'Two texts would go into one file',
      'Give the two files different names',
    ],
    'path-twice:case': [
      '与 {other} 只有大小写之差',
      '让两个文件的名字不同',
      'It differs from {other} only in upper and lower case',
      'Give the two files different names',
    ],
    'path-twice:there': [
      '已有 {other}，与 {at} 只有大小写之差',
      '给其中一个改名',
      '{other} is there, and differs from {at} only in upper and lower case',
      'Rename one of them',
    ],
    'path-link': [
      '{at} 是符号链接，导入只写真正的文件和文件夹',
      '删去这个链接，换成真正的文件夹或文件',
      '{at} is a symbolic link; an import writes true files and folders only',
      'Put a true folder or file in the place of the link',
    ],
    'path-occupied:file': [
      '{at} 应为文件，实为别的东西',
      '移开它再导入',
      '{at} should be a file, and is not',
      'Move it away and import again',
    ],
    'path-occupied:folder': [
      '{at} 应为文件夹，实为文件',
      '移开它再导入',
      '{at} should be a folder; it is a file',
      'Move it away and import again',
    ],
    'path-occupied:content': [
      '--content 应为文件夹，实为文件',
      '换一个 --content',
      '--content must be a folder; it is a file',
      'Name another --content',
    ],
    'disk-failure': [
      '{message}（{code}）；{outcome}',
      '{action}',
      '{message} ({code}); {outcome}',
      '{action}',
    ],
    'content-locked': [
      '另一个导入正在进行',
      '等它结束后再导入',
      'Another import is running',
      'Wait for its end and import again',
    ],
    'content-locked:held': [
      '另一个导入正在进行（{host} 上的进程 {pid}）',
      '等它结束后再导入',
      'Another import is running (process {pid} on {host})',
      'Wait for its end and import again',
    ],
    'content-locked:elsewhere': [
      '另一个导入正在进行（{host} 上的进程 {pid}）',
      '等它结束后再导入；确知它已不在，就删去内容文件夹中的 {path}',
      'Another import is running (process {pid} on {host})',
      'Wait for its end and import again; if it is surely gone, remove {path} from the content folder',
    ],
    'content-locked:lost': [
      '另一个导入接管了内容文件夹；没有写入任何内容',
      '等它结束后再导入',
      'Another import took over the content folder; nothing was written',
      'Wait for its end and import again',
    ],
    'file-changed-meanwhile': [
      '导入时有人改了这个文件；没有写入任何内容',
      '保存编辑后再导入一次',
      'Somebody changed this file during the import; nothing was written',
      'Save the edit and import again',
    ],
    'import-journal-damaged': [
      '上次导入中断，它的记录读不出来：{fault}',
      '用 git 核对内容文件夹，然后删去 {path}',
      'The last import was interrupted, and its record cannot be read: {fault}',
      'Check the content folder with git, then remove {path}',
    ],
  },
  /** A person should look. */
  review: {
    // The input as a whole.
    'page-missing': [
      '识别工具说这里缺了一版或一段：{found}',
      '对照原报，重新识别缺的部分。',
      'The OCR tool says that a page or a passage is missing here: {found}',
      'Compare with the printed page, and read the missing part again.',
    ],
    'character-unreadable': [
      '有 {count} 个字没有识别出来（�、□），原字已失。',
      '对照原报补上。',
      '{count} characters were not read (�, □): what they were is lost.',
      'Put them in from the printed page.',
    ],
    'words-unread': [
      '识别模型说这里有字看不清：{found}。这句话照留在正文里。',
      '对照原报，把看不清的字补上，删去这句话。',
      'The OCR model says that it could not read this: {found}. Its words stand in the text.',
      'Put in what is printed there, and take the model’s words out.',
    ],
    'html-removed': [
      '这里的 HTML 标记没有放进文章，其中的文字保留。',
      '对照原报看版式是否需要补上。',
      'HTML marks were left out of the article; their text stays.',
      'Compare with the printed page whether its layout is wanted.',
    ],
    'machine-note': [
      '这一段像是识别模型自己的话，不是报纸的文字，没有放进文章。',
      '对照原报；若确是报上的文字，用决定文件指定它的角色。',
      'This paragraph reads like the OCR model’s own words, not the paper’s. It was left out.',
      'Compare with the printed page; if it was printed, give it a role in the decisions file.',
    ],
    'repetition-loop': [
      '识别模型在这里反复吐出同样的文字，共 {times} 遍；留下一遍，其余没有放进文章。',
      '对照原报；循环处之后的文字可能没有识别到，请重新识别这一版。',
      'The model repeats itself here, {times} times: one turn stays, the rest is in no article.',
      'Compare with the printed page; what follows the loop may not have been read: read the page again.',
    ],
    'low-confidence': [
      '识别工具自己对这些字没有把握（可信度 {confidence}）。',
      '对照原报核对。',
      'The OCR tool itself is unsure of these characters (confidence {confidence}).',
      'Compare with the printed page.',
    ],
    // The page: folio, date, names.
    'date-conflict': [
      '版面印的日期是 {printed}，命令给的是 {given}；已按命令给的日期放置。',
      '核对日期；若印的对，用 --date {printed} 重新导入。',
      'The page prints the date {printed}, the command says {given}; the command’s was taken.',
      'Check the date; if the printed one is right, import again with --date {printed}.',
    ],
    'page-conflict': [
      '版面印的是第 {printed} 版，命令给的是第 {given} 版；已按命令给的版次放置。',
      '核对版次；若印的对，用 --page {printed} 重新导入。',
      'The page prints page {printed}, the command says {given}; the command’s was taken.',
      'Check the number; if the printed one is right, import again with --page {printed}.',
    ],
    'running-head': [
      '这一行在文件的几版上都在版首或版尾，读作书眉，没有放进文章。',
      '确是报上的标题或栏目名就补进文章。',
      'This line stands at the top or foot of several pages of the file. It was read as a running head and left out.',
      'If it is a headline or a column’s name, put it into the article.',
    ],
    'page-credits-unsure': [
      '编务一行里的“{found}”不是常见的职务，或读不出姓名。',
      '对照原报，核对 editions/ 里这一版的 credits。',
      '“{found}” in the page credits is no usual office, or no name can be read in it.',
      'Compare with the printed page, and check this page’s credits in editions/.',
    ],
    'clutter-cut': [
      '这里像网页的附加内容（相关推荐、评论等），没有放进文章。',
      '确是报上的文字就补进文章。',
      'This looks like what a web page adds (related links, comments). It was left out.',
      'If the paper printed it, put it into the article.',
    ],
    // Columns.
    'column-unknown': [
      '“{name}”读作栏目名，是新的，已新建 columns/{id}.yaml。栏目名多是美术字，容易认错。',
      '对照原报核对每个字；有误就改 name，并把这里的写法留在 aliases。{alternatives}',
      '“{name}” was read as the name of a column; it is new, and columns/{id}.yaml was made. Such names are often drawn letters and easily misread.',
      'Compare each character with the printed page; mend name, and keep what stands here under aliases. {alternatives}',
    ],
    'column-misread-unsure': [
      '“{found}”很像已有的栏目“{name}”，但把握不够，按原样新建。',
      '若是同一栏目，把“{found}”加进 columns/{id}.yaml 的 aliases，再导入一次。',
      '“{found}” looks much like the known column “{name}”, but not surely; it was made anew as it stands.',
      'If it is the same column, add “{found}” to the aliases of columns/{id}.yaml and import again.',
    ],
    'paper-name-misread': [
      '“{found}”很像本报的名称“{name}”认错了，没有改动。',
      '对照原报；若确是认错，改正栏目的 name，并把原样留在 aliases。',
      '“{found}” looks like a misreading of the paper’s own name “{name}”; it was left as it is.',
      'Compare with the printed page; if it is one, mend the column’s name and keep this under aliases.',
    ],
    'part-unreadable': [
      '栏目名末尾的“{found}”像是认错了的序号（如 ⑱），没有改动。',
      '对照原报：是序号就写进文章的 part，并从栏目名中去掉。',
      '“{found}” at the end of the column’s name looks like a misread number (such as ⑱); it was left as it is.',
      'Compare with the printed page; if it is a number, put it into the article’s part and take it out of the name.',
    ],
    'part-unsure': [
      '栏目名末尾的数字 {found} 没有圈或括号，读作序号。',
      '对照原报；确是栏目名的字，就补回栏目的 name，并删去文章的 part。',
      'The number {found} at the end of the column’s name has no circle or brackets; it was read as a part number.',
      'Compare with the printed page; if it belongs to the name, put it back and take out the article’s part.',
    ],
    'label-orphan': [
      '“{found}”像通栏标签，但从次序看不出属于哪一篇，没有放进文章。',
      '可能属于：{alternatives}。对照原报，写进该栏目的 parentLabel 或另立栏目。',
      '“{found}” looks like a label over several articles, but the order does not say which. It was left out.',
      'It may belong to: {alternatives}. Compare with the printed page; put it into that column’s parentLabel, or make a column of it.',
    ],
    // People.
    'columnist-similar': [
      '“{found}”与已有的作者“{name}”只差一个形近字。',
      '对照原报；若是同一人，把“{found}”加进 columnists/{id}.yaml 的 aliases，再导入一次。',
      '“{found}” differs from the known writer “{name}” in one look-alike character.',
      'Compare with the printed page; if it is the same person, add “{found}” to the aliases of columnists/{id}.yaml and import again.',
    ],
    'byline-unread': [
      '这里像是署名，但读不出姓名。',
      '把姓名写进文章的 bylines。',
      'This looks like a byline, but no name can be read in it.',
      'Put the name into the article’s bylines.',
    ],
    'byline-bare': [
      '文末括号里的“{found}”读作署名。',
      '核对；不是人名就从 bylines 里去掉。',
      '“{found}” in brackets at the end was read as a byline.',
      'Check it; if it is no name, take it out of the bylines.',
    ],
    'byline-parted': [
      '署名的几个字之间没有空格，按姓氏分作：{found}。',
      '核对姓名的分法。',
      'The names of the byline stand without a space between; by their surnames they are: {found}.',
      'Check where one name ends.',
    ],
    // Structure.
    'role-unsure': [
      '“{found}”读作{role}，也可能是{alternatives}。',
      '对照原报；不对就用 --review 或决定文件改定。',
      '“{found}” was read as {role}; it may also be {alternatives}.',
      'Compare with the printed page; if it is wrong, decide with --review or the decisions file.',
    ],
    'lines-by-shape': [
      '从这里起有几行不是成段的文字：哪行是标题、哪行是名单或正文，接不接，归哪一篇，都是凭形状读的。',
      '对照原报，看分行、分篇对不对；不对就用 --review 或决定文件改定。',
      'From here on lines are no running text: which is a heading, a list or text, which belong together, and to which article, was read by their shapes.',
      'Compare lines and articles with the printed page; if they are wrong, decide with --review or the decisions file.',
    ],
    'headline-joined': [
      '两行标题合成一题：{found}',
      '对照原报；若是引题、主题或两篇，用 --review 改定。',
      'Two lines of headline were joined into one: {found}',
      'Compare with the printed page; if they are kicker and headline, or two articles, decide with --review.',
    ],
    'text-before-headline': [
      '版首的文字没有标题，不知属于哪一篇，单独成篇，题目由首句代替。',
      '对照原报：补上标题，或并入别的文章。',
      'Text at the top of the page has no headline, and nothing says where it belongs. It is an article of its own, titled by its first sentence.',
      'Compare with the printed page: add the headline, or move it into another article.',
    ],
    'headline-missing': [
      '这一篇没有认出标题，题目由首句代替。',
      '对照原报补上标题。',
      'No headline was found for this article; its first sentence stands in.',
      'Put in the headline from the printed page.',
    ],
    'headline-without-text': [
      '“{found}”像标题，下面却没有正文。',
      '对照原报：可能是导读、栏目名或漏识别的文章。',
      '“{found}” looks like a headline, but no text follows.',
      'Compare with the printed page: it may be a teaser, a column’s name, or an article that was not read.',
    ],
    'paragraph-end-unsure': [
      '这一印刷行后面是不是段末，从行宽和字句都看不准：{read}，也可能应当{other}。',
      '对照原报；不对就用 --review 分开或接上。',
      'Whether a paragraph ends after this printed line cannot be told from its width and words: {read}; it might be that they should be {other}.',
      'Compare with the printed page; if it is wrong, split or join with --review.',
    ],
    'paragraph-unfinished': [
      '这一段在句子中间断了，后文可能漏识别。没有改动，也没有与下一段相接。',
      '对照原报补上缺的文字。',
      'This paragraph breaks off in mid-sentence; what follows may not have been read. It was left as it is, and not joined to the next.',
      'Put in the missing text from the printed page.',
    ],
    'sentence-elsewhere': [
      '这一段像是接着另一篇里断开的“…{left}”，可能是跨栏识别放错了地方。没有移动。',
      '对照原报；确是如此就用 --review 移过去。',
      'This paragraph seems to go on from “…{left}” in another article; the OCR may have misplaced it across columns. It was not moved.',
      'Compare with the printed page; if so, move it with --review.',
    ],
    'jump-from': [
      '接版行：上接第 {page} 版。这里是另一版文章的后半。',
      '与第 {page} 版的前半核对；需要合成一篇就在其中一版并入。',
      'Jump line: continued from page {page}. This is the second half of another page’s article.',
      'Compare with the first half on page {page}; to join them, put both into one of the pages.',
    ],
    'jump-unread': [
      '像是转版或接版的一行，但读不出版次，没有放进文章。',
      '对照原报补上 jump。',
      'This looks like a jump line, but no page number can be read. It was left out.',
      'Put in jump from the printed page.',
    ],
    'image-lost': [
      '识别工具在这里丢了一张图片，只剩图说。',
      '把图片放进文章的文件夹，并写进 images。',
      'The OCR tool lost a picture here; only the caption is left.',
      'Put the picture into the article’s folder, and into images.',
    ],
    'image-not-found': [
      '图片 {path} 不在识别稿旁边，或不是 PNG、JPEG、WebP、AVIF。',
      '把图片放到该处再导入，或补进文章的 images。',
      'The picture {path} is not beside the OCR page, or is no PNG, JPEG, WebP or AVIF.',
      'Put it there and import again, or put it into the article’s images.',
    ],
    'caption-missing': [
      '这张图片没有图说，也没有题目，单独成了一条。',
      '对照原报；图说可能读进了别的文章，请移到这里。',
      'This picture has neither a caption nor a headline, and became an item of its own.',
      'Compare with the printed page; its caption may stand in another article: move it here.',
    ],
    'image-unplaced': [
      '图片 {path} 没有图说，不知属于哪一篇，没有放进文章。',
      '对照原报，补进某篇文章的 images，或丢开。',
      'The picture {path} has no caption, and nothing says where it belongs. It was left out.',
      'Compare with the printed page; put it into an article’s images, or leave it.',
    ],
    'image-description': [
      '识别模型对图片的描述不是报纸的文字，没有放进文章。',
      '需要时用作图片的 alt。',
      'An OCR model’s description of a picture is no text of the paper. It was left out.',
      'Use it as the picture’s alt where one is wanted.',
    ],
    'text-unplaced': [
      '这段文字没有放进任何文章。',
      '对照原报，补进文章或丢开。',
      'This text went into no article.',
      'Compare with the printed page; put it into an article, or leave it.',
    ],
    'table-uneven': [
      '表格各行的格数不同，已补空格对齐。',
      '对照原报核对表格。',
      'The rows of the table differ in their number of cells; empty cells were added.',
      'Compare the table with the printed page.',
    ],
    // A person's decisions.
    'decision-stale': [
      '决定文件里第 {line} 行的“{action}”没有照办：那里的文字已经不同。',
      '看识别稿是否换过，改或删掉这条决定。',
      '“{action}” at line {line} in the decisions file was not done: the text there has changed.',
      'See whether the OCR page was replaced; mend or remove this decision.',
    ],
    // What stands in content/ already: see merge/hand-edits.
    'hand-edit-merged': [
      '{path} 有人改过；这次导入改的是别处，已并入。并入后与识别结果之差：{shown}',
      '看一遍 git diff，核对并入的地方',
      '{path} was edited; this import changes other places, and was merged in. What differs from the OCR’d text now: {shown}',
      'Look through git diff at what was merged',
    ],
    'hand-edit-conflict': [
      '{path} 有人改过，保留原样；这次导入要改的地方并不进去：{shown}',
      '对照 {beside}，把要的改动抄进文章，再删去 {beside}',
      '{path} was edited, and kept as it is; what this import would change cannot be merged: {shown}',
      'Copy what you want from {beside} into the article, and remove {beside}',
    ],
    'article-withdrawn': [
      '{path} 不再是这一版的文章，没有人改过它，已删去',
      '它的网址从此不在：已经公开过的，请留一个转向',
      '{path} is no longer an article of this page; nobody had edited it, and it was removed',
      'Its address is gone: if it was public, leave a redirect',
    ],
    'article-orphaned': [
      '{path} 不再是这一版的文章，但有人改过它，保留',
      '它的文字可能已在别的文章里：核对后删去，或照旧留着',
      '{path} is no longer an article of this page, but was edited, and was kept',
      'Its text may stand in another article by now: check, and remove or keep it',
    ],
    'hand-edit-kept:waiting': [
      '{path} 有人改过，保留原样。导入本会改动：{shown}',
      '还有 {beside} 没有处理：抄进要的改动后删去它',
      '{path} was edited, and kept as it is. The import would have changed: {shown}',
      '{beside} still waits: copy what you want and remove it',
    ],
    'file-changed-meanwhile:kept': [
      '上次导入中断以后有人改了这个文件，已按人改的保留',
      '核对这个文件',
      'Somebody changed this file after the last import was interrupted; it was kept so',
      'Check this file',
    ],
    'import-record-damaged': [
      '导入记录读不出来；这一版已有的文章都当作改过的，全部保留',
      '用 git 恢复这个文件后再导入一次（合并冲突时取任何一边都可以）',
      'The import’s record cannot be read; this page’s articles were all taken as edited, and kept',
      'Restore the file with git and import again (in a merge conflict, either side will do)',
    ],
    // Mended, but not surely; or found, and left (docs/repairs.md).
    'ghost-line': [
      '这一行像是上文末行的重影（被识别了两次），已删去：“{ghost}”。',
      '请对照原版；若是正文，请补回。',
      'This line looks like a ghost of the last line above (read twice). It was removed: “{ghost}”.',
      'Compare with the printed page; if it is text, put it back.',
    ],
    'ghost-line:next': [
      '这一行像是下文首行的重影（被识别了两次），已删去：“{ghost}”。',
      '请对照原版；若是正文，请补回。',
      'This line looks like a ghost of the next text’s first line (read twice). It was removed: “{ghost}”.',
      'Compare with the printed page; if it is text, put it back.',
    ],
    'ghost-line:tail': [
      '段末这一行像是前一行的重影（被识别了两次），已删去：“{ghost}”。',
      '请对照原版；若是正文，请补回。',
      'This last line looks like a ghost of the line before it (read twice). It was removed: “{ghost}”.',
      'Compare with the printed page; if it is text, put it back.',
    ],
    'ghost-line:kept': [
      '段首这一行也许是上文末行的重影（被识别了两次），拿不准，没有删：“{ghost}”。',
      '请对照原版；若是重影，请删去。',
      'This first line may be a ghost of the last line above (read twice), but not surely; it was kept: “{ghost}”.',
      'Compare with the printed page; if it is a ghost, remove it.',
    ],
    'paragraph-split-unsure': [
      '这里像是丢了分段，已另起一段，但版面上的证据不足。',
      '请对照原版；若是同一段，请把两段接上；若是两段，请分开。',
      'A paragraph’s end seems lost here; a new one was begun, though the page gives little evidence.',
      'Compare with the printed page; join what is one paragraph, and split what are two.',
    ],
    'paragraph-split-unsure:left': [
      '句号后有一处空白，可能丢了分段，也可能只是转栏，没有分开。',
      '请对照原版；若是同一段，请把两段接上；若是两段，请分开。',
      'There is a blank after the full stop: a paragraph’s end may be lost, or a column turned. It was not split.',
      'Compare with the printed page; join what is one paragraph, and split what are two.',
    ],
    'sentence-join-unsure': [
      '这两段像是一句话被分栏断开，已接上，但把握不大。',
      '请对照原版；若本是两段，或中间丢了一行，请分开补全。',
      'These two paragraphs look like one sentence broken by a column. They were joined, but not surely.',
      'Compare with the printed page; if they are two, or a line is missing between, part them and complete them.',
    ],
    'sentence-break-unsure': [
      '上一段末尾没有句号，与这一段可能是一句话，拿不准，没有接上。',
      '请对照原版；若是一句话，请把两段接上。',
      'The paragraph above has no full stop and may be one sentence with this one, but not surely. They were not joined.',
      'Compare with the printed page; if it is one sentence, join the two.',
    ],
    'missing-full-stop': [
      '这一段末尾丢了句号，已补上。',
      '请对照原版核实；若后面还有字，请补全。',
      'The full stop at the end of this paragraph was lost, and was put in.',
      'Compare with the printed page; if more text follows, put it in.',
    ],
    'paragraph-breaks-off': [
      '这一段到此中断，末尾像是丢了一行或几个字，没有改动。',
      '请对照原版补全末句。',
      'This paragraph breaks off here, as if a line or some characters were lost at its end. It was left as it is.',
      'Complete the last sentence from the printed page.',
    ],
    'paragraph-breaks-off:unmarked': [
      '这一段没有标点：也许是标题，也许是丢了句号或末行，没有改动。',
      '请对照原版；是标题就改成标题，是正文就补全。',
      'This paragraph has no punctuation: it may be a headline, or have lost its full stop or last line. It was left as it is.',
      'Compare with the printed page; make it a headline, or complete it.',
    ],
    'confusable-glyph': [
      '“{glyph}”像是“{meant}”的误认，已改为“{meant}”。',
      '请对照原版；若原版确是此字，请改回。',
      '“{glyph}” looks misread for “{meant}”; it was changed to “{meant}”.',
      'Compare with the printed page; if it prints this character, change it back.',
    ],
    'confusable-glyph:left': [
      '“{glyph}”也许是“{meant}”的误认，拿不准，没有改动。',
      '请对照原版；若原版是“{meant}”，请改正。',
      '“{glyph}” may be misread for “{meant}”, but not surely; it was left as it is.',
      'Compare with the printed page; if it prints “{meant}”, change it.',
    ],
    'traditional-in-name': [
      '人名里的“{character}”是繁体或异体字，已改为“{form}”。',
      '若本人用字如此，请改回。',
      '“{character}” in a person’s name is a traditional or variant form; it was changed to “{form}”.',
      'If the person writes it so, change it back.',
    ],
    'names-parted': [
      '几个姓名之间没有空格，按姓氏分作：{names}。',
      '请对照原版核对姓名的分法。',
      'The names stand without a space between; by their surnames they are: {names}.',
      'Compare with the printed page where one name ends.',
    ],
    'stroke-read-as-dash': [
      '这里的“{found}”像是“一”字认成了短横，已改为“一”。',
      '请对照原版；若确是短横，请改回。',
      '“{found}” here looks like the character 一 read as a dash; it was changed to 一.',
      'Compare with the printed page; if it is a dash, change it back.',
    ],
    'deck-dash': [
      '副题开头的“{found}”像是破折号被误认，已改为“——”。',
      '请对照原版；若确是数字“一”，请改回。',
      '“{found}” at the head of the deck looks like a misread dash; it was changed to “——”.',
      'Compare with the printed page; if it is the number 一, change it back.',
    ],
    'quote-unpaired': [
      '这里的引号不成对，找不到与它相配的另一半，已原样保留。',
      '请对照原版补上或删去引号。',
      'This quotation mark has no partner; it was kept as it stands.',
      'Compare with the printed page; put the other in, or take this one out.',
    ],
    'quote-unpaired:open': [
      '这一段的引号开了没有合上，中间像是丢了一行，后面的话可能属于别处。',
      '请对照原版补全引文。',
      'This paragraph leaves a quotation open, as if a line were lost in it; what follows may belong elsewhere.',
      'Complete the quotation from the printed page.',
    ],
    'title-blank': [
      '引号或书名号里的空格像是换行留下的，已去掉，但把握不大。',
      '请对照原版。',
      'A space inside quotation or title marks looks left over from a line’s end; it was removed, but not surely.',
      'Compare with the printed page.',
    ],
    'title-blank:kept': [
      '引号或书名号里的空格像是原版的间隔，已保留，但把握不大。',
      '请对照原版。',
      'A space inside quotation or title marks looks printed; it was kept, but not surely.',
      'Compare with the printed page.',
    ],
    'formula-left': [
      '识别工具把一处文字标成了公式，不只是数字，已原样保留。',
      '请对照原版，把公式改写成普通文字。',
      'The OCR tool marked text as a formula that is more than numbers; it was kept as it stands.',
      'Compare with the printed page, and write the formula as plain text.',
    ],
    'word-rejoined': [
      '行末断开的“{head}-{tail}”已接成“{head}{tail}”。',
      '若原词本有连字符，请补回。',
      '“{head}-{tail}”, broken at the end of a line, was joined to “{head}{tail}”.',
      'If the word has a hyphen, put it back.',
    ],
  },
  /** Done safely, or found and told. */
  info: {
    // The input as a whole.
    'html-comment': [
      '识别工具留下的注释没有放进文章。',
      '如果其中有报纸的文字，请补进文章。',
      'A comment of the OCR tool was left out of the articles.',
      'If it holds text of the paper, put that into the article.',
    ],
    'fence-removed': [
      '识别工具把整版包在代码块里，已去掉外壳。',
      '不必处理。',
      'The OCR tool wrapped the whole page in a code block; the wrapping is gone.',
      'Nothing to do.',
    ],
    'front-matter-read': [
      '识别工具写在页首的说明没有放进文章。',
      '不必处理。',
      'What the OCR tool wrote at the head of the page was left out of the articles.',
      'Nothing to do.',
    ],
    'tool-mark-removed': [
      '去掉了识别工具自己的记号 {found}。',
      '不必处理。',
      'A mark of the OCR tool was removed: {found}.',
      'Nothing to do.',
    ],
    'link-unwrapped': [
      '识别工具加的链接 {found} 已去掉，文字保留。',
      '不必处理；确是报上所印的网址就补回正文。',
      'A link that the OCR tool made was removed, and its text kept: {found}',
      'Nothing to do; if the paper printed the address, put it back.',
    ],
    // The page: folio, date, names.
    'folio-read': [
      '书眉（版次、版名、日期等）读作本版的资料，没有放进文章。',
      '不必处理。',
      'The folio line (page number, page name, date) was read as data of the page and left out of the articles.',
      'Nothing to do.',
    ],
    'nameplate-read': [
      '报头的文字没有放进文章。',
      '不必处理；刊号、期号等可补进 publication.yaml 与 editions/。',
      'The nameplate’s text was left out of the articles.',
      'Nothing to do; the issue number and the like may go into publication.yaml and editions/.',
    ],
    'page-credits-read': [
      '编务一行（责编、版式、校对等）读作本版的资料。',
      '核对姓名。',
      'A line of page credits (editor, layout, proofreader) was read as data of the page.',
      'Check the names.',
    ],
    'section-unknown': [
      '版名“{name}”还没有版块文件，已新建 sections/{id}.yaml。',
      '核对版名，补上介绍。',
      'The page name “{name}” has no section yet; sections/{id}.yaml was made.',
      'Check the name, and add a description.',
    ],
    // Columns.
    'column-misread': [
      '“{found}”认作已有的栏目“{name}”。',
      '不必处理；常见的误认可写进该栏目的 aliases。',
      '“{found}” was taken for the known column “{name}”.',
      'Nothing to do; a common misreading may go into the column’s aliases.',
    ],
    // People.
    'columnist-unknown': [
      '“{name}”是新的署名，已新建 columnists/{id}.yaml。',
      '核对姓名，补上所属单位。',
      '“{name}” is new among the bylines; columnists/{id}.yaml was made.',
      'Check the name, and add where the writer works.',
    ],
    // Structure.
    'jump-to': [
      '转版行：下转第 {page} 版，已记在文章的 jump。',
      '不必处理。',
      'Jump line: continued on page {page}; kept in the article’s jump.',
      'Nothing to do.',
    ],
    'list-marker-removed': [
      '段首的列表记号 {found} 没有放进文章。',
      '若是报上所印的 ● 一类，请补上。',
      'The list mark {found} at the head of the paragraph was left out.',
      'If the paper printed a ● or the like, put it back.',
    ],
    // A person's decisions.
    'decision-set-aside': [
      '按决定文件，这一块没有放进文章。',
      '不必处理。',
      'By the decisions file, this block was left out of the articles.',
      'Nothing to do.',
    ],
    // What stands in content/ already: see merge/hand-edits.
    'image-replaced-by-hand': [
      '{path} 已换成别的图片，保留',
      '不必处理',
      '{path} was replaced by another picture, and kept',
      'Nothing to do',
    ],
    'article-deleted-by-hand': [
      '{path} 已被人删去，没有重新生成',
      '不必处理；要它回来，就从 {record} 里删去 {name} 这一行再导入',
      '{path} was removed by a person, and not made again',
      'Nothing to do; to have it back, remove the line {name} from {record} and import again',
    ],
    'hand-edit-kept': [
      '{path} 有人改过，保留原样。导入本会改动：{shown}',
      '不必处理',
      '{path} was edited, and kept as it is. The import would have changed: {shown}',
      'Nothing to do',
    ],
    'import-resumed:undone': [
      '上次导入中断，已恢复原状',
      '无需处理',
      'The last import was interrupted; it was undone',
      'Nothing to do',
    ],
    'import-resumed:completed': [
      '上次导入中断，已补完',
      '无需处理',
      'The last import was interrupted; it was completed',
      'Nothing to do',
    ],
    'import-resumed:cleared': [
      '上次导入中断，已清理',
      '无需处理',
      'The last import was interrupted; its remains were cleared away',
      'Nothing to do',
    ],
    // An input that is no text of a page, and what was mended of its bytes.
    'encoding-converted': [
      '文件是 {name}，已转成 UTF-8 来读',
      '无需处理；原文件按原样保存',
      'The file is {name}; it was read as UTF-8',
      'Nothing to do; the file is kept as it came',
    ],
    'byte-order-mark': [
      '文件开头有字节顺序标记（BOM），已去掉',
      '无需处理',
      'The byte order mark (BOM) at the beginning was removed',
      'Nothing to do',
    ],
    'carriage-return': [
      '{count} 处换行是 CRLF 或 CR，已按 LF 读',
      '无需处理',
      '{count} line ends are CRLF or CR; they were read as LF',
      'Nothing to do',
    ],
  },
} as const satisfies Record<Severity, Record<string, CatalogueRow>>;

export type FindingId = { [Each in Severity]: keyof (typeof catalogue)[Each] }[Severity];

interface FindingKind extends FindingWords {
  readonly severity: Severity;
  readonly english: FindingWords;
}

export const findingCatalogue = Object.fromEntries(
  Object.entries(catalogue).flatMap(([severity, rows]) =>
    Object.entries<CatalogueRow>(rows).map(([id, [zh, zhAction, en, enAction]]) => [
      id,
      { severity, ...findingWords({ zh, en }, { zh: zhAction, en: enAction }) },
    ]),
  ),
) as Readonly<Record<FindingId, FindingKind>>;

/** Where a finding stands: 1-based line and column, and the words it is about. */
export interface FindingPlace {
  readonly line: number;
  readonly column?: number;
  readonly excerpt: string;
}

/** What the `{name}` places of a finding's words stand for. */
export type FindingValues = Readonly<Record<string, string | number | Bilingual>>;

/** A finding of one page before the name of its file is known. */
export type PageFinding = Omit<Finding, 'file'>;

/**
 * Makes a finding from the catalogue.
 *
 * @param values what the `{name}` places of message and action stand for; a place without a value
 *   is left empty, and one that differs by language has both
 */
export function makeFinding(
  id: FindingId,
  place: FindingPlace,
  values: FindingValues = {},
): PageFinding {
  const kind = findingCatalogue[id];
  const fill = (text: string, language: CommandLanguage): string =>
    text
      .replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        const value = values[name] ?? '';
        return typeof value === 'object' ? value[language] : String(value);
      })
      .trim();
  return {
    id: id.replace(/:.*/u, ''),
    severity: kind.severity,
    line: place.line,
    column: place.column ?? 1,
    excerpt: place.excerpt,
    message: fill(kind.message, 'zh'),
    action: fill(kind.action, 'zh'),
    english: {
      message: fill(kind.english.message, 'en'),
      action: fill(kind.english.action, 'en'),
    },
  };
}

/** The same of an input as a whole, whose name is known. */
export function makeInputFinding(
  file: string,
  id: FindingId,
  place: FindingPlace,
  values?: FindingValues,
): Finding {
  return { ...makeFinding(id, place, values), file };
}

/** The same of a file or folder as a whole. */
export function findingOfFile(id: FindingId, file: string, values?: FindingValues): Finding {
  return makeInputFinding(file, id, { line: 1, excerpt: '' }, values);
}

/** The same of a block: at its first line, with its text. */
export function findingOn(
  id: FindingId,
  block: { readonly lines: LineRange; readonly text: string },
  values?: FindingValues,
  excerpt = block.text,
): PageFinding {
  return makeFinding(id, { line: block.lines.first, excerpt }, values);
}
