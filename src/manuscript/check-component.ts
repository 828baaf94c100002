import type { Bilingual } from '../newspaper/bilingual.ts';
import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import { excerptOf } from '../newspaper/local-finding.ts';
import { nearestName } from '../newspaper/nearest-name.ts';
import {
  componentNamed,
  newspaperComponents,
  type NewspaperComponent,
} from './newspaper-components.ts';
import { lowerCaseAction } from './parse-article.ts';

type Element = MdxJsxFlowElement | MdxJsxTextElement;
type Report = (node: Nodes, id: string, message: Bilingual, action: Bilingual) => void;

/** Checks one element of an article: its name, its attributes, where it stands and what it holds. */
export function checkComponent(node: Element, report: Report): void {
  const name = node.name ?? '';
  const component = componentNamed(name);
  // The attributes of what is no component may hide more: say all of it at once.
  if (component === undefined) {
    reportUnknown(node, name, report);
    checkForeignAttributes(node, name, report);
    return;
  }
  checkAttributes(node, name, component, report);
  checkPlacement(node, name, component, report);
  checkChildren(node, name, component, report);
}

function reportUnknown(node: Element, name: string, report: Report): void {
  if (/^[a-z]/.test(name) || name === '') {
    report(
      node,
      'html-forbidden',
      {
        zh: `文章里不得有 HTML 标签 <${name}>`,
        en: `An article must not have the HTML tag <${name}>`,
      },
      lowerCaseAction(name),
    );
    return;
  }
  const names = Object.keys(newspaperComponents);
  const meant = nearestName(name, names);
  report(
    node,
    'component-unknown',
    {
      zh: `没有 <${name}> 这个组件；可用：${names.join('、')}`,
      en: `There is no component <${name}>; there are: ${names.join(', ')}`,
    },
    meant === undefined
      ? {
          zh: '改用可用的组件，或只留文字',
          en: 'Use a component that there is, or keep the text only',
        }
      : { zh: `是不是 <${meant}>？`, en: `Did you mean <${meant}>?` },
  );
}

/** The attributes that are written out; code in their place is reported. */
function plainAttributes(node: Element, name: string, report: Report) {
  return node.attributes.flatMap((attribute) => {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      report(
        node,
        'attribute-forbidden',
        { zh: `<${name}> 里不得有 {…}`, en: `<${name}> must not have {…}` },
        { zh: '属性写成 名="值"', en: 'Attributes are written name="value"' },
      );
      return [];
    }
    if (typeof attribute.value === 'object' && attribute.value !== null) {
      report(
        node,
        'attribute-forbidden',
        {
          zh: `<${name}> 的 ${attribute.name} 应为引号里的文字，现为 {…}`,
          en: `${attribute.name} of <${name}> must be text in quotes; found {…}`,
        },
        { zh: `写成 ${attribute.name}="…"`, en: `Write ${attribute.name}="…"` },
      );
      return [];
    }
    return [{ name: attribute.name, value: attribute.value ?? '' }];
  });
}

function checkForeignAttributes(node: Element, name: string, report: Report): void {
  for (const attribute of plainAttributes(node, name, report)) {
    if (!/^on|^style$|^srcdoc$|:/i.test(attribute.name)) continue;
    report(
      node,
      'attribute-forbidden',
      { zh: `不得有属性 ${attribute.name}`, en: `The attribute ${attribute.name} is not allowed` },
      { zh: '删去这个属性', en: 'Remove this attribute' },
    );
  }
}

function checkAttributes(
  node: Element,
  name: string,
  component: NewspaperComponent,
  report: Report,
): void {
  const example = {
    zh: `例如 ${component.example.split('\n')[0]}`,
    en: `For example ${component.example.split('\n')[0]}`,
  };
  const seen = new Set<string>();
  for (const attribute of plainAttributes(node, name, report)) {
    if (seen.has(attribute.name)) {
      report(
        node,
        'attribute-forbidden',
        {
          zh: `<${name}> 的 ${attribute.name} 写了两次`,
          en: `<${name}> has ${attribute.name} twice`,
        },
        { zh: '只留一个', en: 'Keep one' },
      );
    }
    seen.add(attribute.name);
    const known = Object.hasOwn(component.attributes, attribute.name)
      ? component.attributes[attribute.name]
      : undefined;
    if (known === undefined) {
      const meant = nearestName(attribute.name, Object.keys(component.attributes));
      report(
        node,
        'attribute-unknown',
        {
          zh: `<${name}> 没有 ${attribute.name} 这个属性；可用：${Object.keys(component.attributes).join('、') || '无'}`,
          en: `<${name}> has no attribute ${attribute.name}; there are: ${Object.keys(component.attributes).join(', ') || 'none'}`,
        },
        meant === undefined
          ? { zh: '删去这个属性', en: 'Remove this attribute' }
          : { zh: `是不是 ${meant}？`, en: `Did you mean ${meant}?` },
      );
      continue;
    }
    const { value } = attribute;
    const wrong =
      value.trim() === '' ? { zh: '不得为空', en: 'must not be empty' } : known.check?.(value);
    if (wrong === undefined) continue;
    report(
      node,
      'attribute-value',
      {
        zh: `<${name}> 的 ${attribute.name} ${wrong.zh}，现为 ${excerptOf(value) || '（空）'}`,
        en: `${attribute.name} of <${name}>: ${wrong.en}; found ${excerptOf(value) || '(nothing)'}`,
      },
      example,
    );
  }
  for (const [attribute, { required, purpose }] of Object.entries(component.attributes)) {
    if (required !== true || seen.has(attribute)) continue;
    report(
      node,
      'attribute-missing',
      {
        zh: `<${name}> 缺少 ${attribute}（${purpose}）`,
        en: `<${name}> needs ${attribute}`,
      },
      example,
    );
  }
}

function checkPlacement(
  node: Element,
  name: string,
  component: NewspaperComponent,
  report: Report,
): void {
  if (component.placement === 'block' && node.type === 'mdxJsxTextElement') {
    report(
      node,
      'component-placement',
      {
        zh: `<${name}> 应自成一段，现在段落之中`,
        en: `<${name}> is a paragraph by itself; it stands inside one here`,
      },
      { zh: '前后各空一行', en: 'Leave an empty line before and after it' },
    );
  } else if (component.placement === 'inline' && node.type === 'mdxJsxFlowElement') {
    report(
      node,
      'component-placement',
      {
        zh: `<${name}> 应在段落之中，现自成一段`,
        en: `<${name}> stands inside a paragraph; it is one by itself here`,
      },
      { zh: '写在文字中间，不另起行', en: 'Write it within the text, not on a line of its own' },
    );
  }
}

function checkChildren(
  node: Element,
  name: string,
  component: NewspaperComponent,
  report: Report,
): void {
  const isEmpty = toString(node).trim() === '';
  if (component.children === 'none' && node.children.length > 0) {
    report(
      node,
      'component-children',
      { zh: `<${name}> 里不应有内容`, en: `<${name}> must have nothing inside` },
      { zh: `写成 <${name} … />`, en: `Write <${name} … />` },
    );
  } else if (component.children === 'table') {
    if (node.children.length !== 1 || node.children[0]?.type !== 'table') {
      report(
        node,
        'component-children',
        {
          zh: `<${name}> 里应有一个 Markdown 表格，别无其他`,
          en: `<${name}> must have one Markdown table inside, and nothing else`,
        },
        {
          zh: `例如 ${component.example.replaceAll('\n', ' ⏎ ')}`,
          en: `For example ${component.example.replaceAll('\n', ' ⏎ ')}`,
        },
      );
    }
  } else if (component.children !== 'none' && isEmpty) {
    report(
      node,
      'component-children',
      { zh: `<${name}> 里应有文字，现为空`, en: `<${name}> must have text inside; it is empty` },
      { zh: '写上文字，或删去组件', en: 'Write text, or remove the component' },
    );
  }
}
