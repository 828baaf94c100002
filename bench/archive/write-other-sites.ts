/** The same archive for the tools that a user would pick instead, as their guides would have it. */
import { stringify } from 'yaml';
import { addressOfArticle, listPages } from './list-pages.ts';
import {
  escapeMarkdown,
  twoDigits,
  write,
  type PlacedArchive,
  type PlacedArticle,
} from './make-archive.ts';

const head = (title: string, description: string): string =>
  `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} - 存量日报</title><meta name="description" content="${description}"><link rel="stylesheet" href="/style.css"></head><body><header><a href="/">存量日报</a><nav><ul><li><a href="/">最新一期</a></li><li><a href="/sections/">版块</a></li><li><a href="/columns/">栏目</a></li><li><a href="/columnists/">作者</a></li><li><a href="/archive/">往期</a></li></ul></nav></header><main>`;
const foot = '</main><footer><p>存量日报社</p></footer></body></html>';

function frontMatterOf(
  archive: PlacedArchive,
  article: PlacedArticle,
  index: number,
  all: readonly PlacedArticle[],
): Record<string, unknown> {
  const near = (other: PlacedArticle | undefined): unknown =>
    other && { address: addressOfArticle(other), title: other.headline };
  return {
    title: article.headline,
    date: article.date,
    page: article.page,
    section: archive.sections.find(({ id }) => id === article.section)!.name,
    sectionId: article.section,
    ...(article.column && {
      column: article.kicker,
      columnId: article.column.id,
      part: article.column.part,
    }),
    bylines: article.bylines.map(({ name, id }) => ({ name, id })),
    previous: near(all[index - 1]) ?? null,
    next: near(all[index + 1]) ?? null,
    others: all.filter((other) => other !== article && other.page === article.page).map(near),
    description: article.paragraphs[0]!.slice(0, 100),
  };
}

function* articleFiles(
  archive: PlacedArchive,
): Generator<{ path: string; front: Record<string, unknown>; body: string }> {
  for (const { articles } of archive.editions) {
    for (const [index, article] of articles.entries()) {
      yield {
        path: `${article.date}/${twoDigits(article.page)}/${article.slug}.md`,
        front: frontMatterOf(archive, article, index, articles),
        body: `\n${article.paragraphs.map(escapeMarkdown).join('\n\n')}\n`,
      };
    }
  }
}

/** A Hugo site: articles in Markdown, one content file a list page, two templates. */
export function writeHugoSite(folder: string, archive: PlacedArchive): void {
  write(
    folder,
    'hugo.toml',
    'baseURL = "https://epaper.example.org/"\nlanguageCode = "zh-Hans"\ntitle = "存量日报"\ndisableKinds = ["RSS", "sitemap", "robotsTXT", "404", "taxonomy", "term", "section", "home"]\n[markup.goldmark.parser]\nautoHeadingID = false\n',
  );
  write(
    folder,
    'layouts/_default/single.html',
    `${head('{{ .Title }}', '{{ .Params.description }}')}
<article><h1>{{ .Title }}</h1>
<p><time datetime="{{ .Params.day }}">{{ .Params.day }}</time> <a href="/{{ .Params.day }}/">第{{ .Params.page }}版</a> <a href="/sections/{{ .Params.sectionId }}/">{{ .Params.section }}</a>{{ with .Params.columnId }} <a href="/columns/{{ . }}/">{{ $.Params.column }} {{ $.Params.part }}</a>{{ end }}</p>
<ul>{{ range .Params.bylines }}<li><a href="/columnists/{{ .id }}/">{{ .name }}</a></li>{{ end }}</ul>
{{ .Content }}</article>
<nav>{{ with .Params.previous }}<a rel="prev" href="{{ .address }}">{{ .title }}</a>{{ end }}{{ with .Params.next }}<a rel="next" href="{{ .address }}">{{ .title }}</a>{{ end }}</nav>
<aside><ul>{{ range .Params.others }}<li><a href="{{ .address }}">{{ .title }}</a></li>{{ end }}</ul></aside>${foot}`,
  );
  write(
    folder,
    'layouts/list/single.html',
    `${head('{{ .Title }}', '{{ .Title }}')}<h1>{{ .Title }}</h1><ul>{{ range .Params.lines }}<li><a href="{{ .address }}">{{ .title }}</a></li>{{ end }}</ul>${foot}`,
  );
  for (const { path, front, body } of articleFiles(archive)) {
    const { date, ...rest } = front;
    write(folder, `content/${path}`, `---\n${stringify({ ...rest, day: date })}---\n${body}`);
  }
  listPages(archive).forEach(({ address, title, lines }, index) => {
    write(
      folder,
      `content/lists/${index}.md`,
      `---\n${stringify({ title, url: address, type: 'list', lines })}---\n`,
    );
  });
}

/** An Eleventy site: articles in Markdown with a Nunjucks layout, list pages by pagination over data. */
export function writeEleventySite(folder: string, archive: PlacedArchive): void {
  write(
    folder,
    'eleventy.config.mjs',
    "export default function (config) {\n  config.setQuietMode(true);\n  return { dir: { input: 'content', output: '_site', includes: '../layouts', data: '../data' }, markdownTemplateEngine: false, htmlTemplateEngine: 'njk' };\n}\n",
  );
  write(
    folder,
    'layouts/article.njk',
    `${head('{{ title }}', '{{ description }}')}
<article><h1>{{ title }}</h1>
<p><time datetime="{{ day }}">{{ day }}</time> <a href="/{{ day }}/">第{{ pageNumber }}版</a> <a href="/sections/{{ sectionId }}/">{{ section }}</a>{% if columnId %} <a href="/columns/{{ columnId }}/">{{ column }} {{ part }}</a>{% endif %}</p>
<ul>{% for byline in bylines %}<li><a href="/columnists/{{ byline.id }}/">{{ byline.name }}</a></li>{% endfor %}</ul>
{{ content | safe }}</article>
<nav>{% if previous %}<a rel="prev" href="{{ previous.address }}">{{ previous.title }}</a>{% endif %}{% if next %}<a rel="next" href="{{ next.address }}">{{ next.title }}</a>{% endif %}</nav>
<aside><ul>{% for other in others %}<li><a href="{{ other.address }}">{{ other.title }}</a></li>{% endfor %}</ul></aside>${foot}`,
  );
  write(
    folder,
    'content/lists.njk',
    `---\npagination:\n  data: lists\n  size: 1\n  alias: list\npermalink: "{{ list.address }}index.html"\n---\n${head('{{ list.title }}', '{{ list.title }}')}<h1>{{ list.title }}</h1><ul>{% for line in list.lines %}<li><a href="{{ line.address }}">{{ line.title }}</a></li>{% endfor %}</ul>${foot}`,
  );
  write(folder, 'data/lists.json', JSON.stringify(listPages(archive)));
  write(
    folder,
    'content/articles/articles.11tydata.json',
    JSON.stringify({ layout: 'article.njk' }),
  );
  for (const { path, front, body } of articleFiles(archive)) {
    const { date, page, ...rest } = front;
    write(
      folder,
      `content/articles/${path}`,
      `---\n${stringify({ ...rest, day: date, pageNumber: page, permalink: `/${path.replace(/\.md$/, '')}/index.html` })}---\n${body}`,
    );
  }
}

/** Astro as its guide has it: MDX entries of a collection, each a module of the bundler. */
export function writeDefaultAstroSite(folder: string, archive: PlacedArchive): void {
  write(folder, 'package.json', '{ "type": "module" }\n');
  write(
    folder,
    'astro.config.mjs',
    "import mdx from '@astrojs/mdx';\nimport { defineConfig } from 'astro/config';\nexport default defineConfig({ site: 'https://epaper.example.org', integrations: [mdx()] });\n",
  );
  write(
    folder,
    'src/content.config.ts',
    "import { defineCollection } from 'astro:content';\nimport { glob } from 'astro/loaders';\nimport { z } from 'astro/zod';\nexport const collections = { articles: defineCollection({ loader: glob({ base: './articles', pattern: '**/*.mdx' }), schema: z.object({ title: z.string() }).passthrough() }) };\n",
  );
  write(folder, 'src/lists.json', JSON.stringify(listPages(archive)));
  write(
    folder,
    'src/pages/[...path].astro',
    `---
import { getCollection, render } from 'astro:content';
import lists from '../lists.json';
export async function getStaticPaths() {
  const articles = (await getCollection('articles')).map((entry) => ({ params: { path: entry.id }, props: { entry } }));
  return [...articles, ...lists.map((list) => ({ params: { path: list.address.slice(1, -1) || undefined }, props: { list } }))];
}
const { entry, list } = Astro.props;
const Content = entry && (await render(entry)).Content;
const title = entry ? entry.data.title : list.title;
const description = entry ? entry.data.description : title;
const data = entry?.data;
---
${head('{title}', 'DESCRIPTION').replace('"DESCRIPTION"', '{description}')}
{data && <article><h1>{title}</h1><p><time datetime={data.day}>{data.day}</time></p><ul>{data.bylines.map((byline) => <li><a href={'/columnists/' + byline.id + '/'}>{byline.name}</a></li>)}</ul><Content /></article>}
{data && <aside><ul>{data.others.map((other) => <li><a href={other.address}>{other.title}</a></li>)}</ul></aside>}
{list && <h1>{title}</h1>}
{list && <ul>{list.lines.map((line) => <li><a href={line.address}>{line.title}</a></li>)}</ul>}
${foot}
`,
  );
  for (const { path, front, body } of articleFiles(archive)) {
    const { date, ...rest } = front;
    write(
      folder,
      `articles/${path.replace(/\.md$/, '.mdx')}`,
      `---\n${stringify({ ...rest, day: date })}---\n${body}`,
    );
  }
}
