import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { toString } from 'mdast-util-to-string';
import { excerptOf } from '../newspaper/local-finding.ts';
import { nearestName } from '../newspaper/nearest-name.ts';
import { newspaperComponents } from './newspaper-components.ts';
import { lowerCaseAction } from './parse-article.ts';

type Element = MdxJsxFlowElement | MdxJsxTextElement;
type Component = (typeof newspaperComponents)[string];
type Report = (node: Nodes, id: string, message: string, action: string) => void;

/** Checks one element of an article: its name, its attributes, where it stands and what it holds. */
export function checkComponent(node: Element, report: Report): void {
  const name = node.name ?? '';
  const component = Object.hasOwn(newspaperComponents, name)
    ? newspaperComponents[name]
    : undefined;
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
    report(node, 'html-forbidden', `文章里不得有 HTML 标签 <${name}>`, lowerCaseAction(name));
    return;
  }
  const names = Object.keys(newspaperComponents);
  const meant = nearestName(name, names);
  report(
    node,
    'component-unknown',
    `没有 <${name}> 这个组件；可用：${names.join('、')}`,
    meant === undefined ? '改用可用的组件，或只留文字' : `是不是 <${meant}>？`,
  );
}

/** The attributes that are written out; code in their place is reported. */
function plainAttributes(node: Element, name: string, report: Report) {
  return node.attributes.flatMap((attribute) => {
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      report(node, 'attribute-forbidden', `<${name}> 里不得有 {…}`, '属性写成 名="值"');
      return [];
    }
    if (typeof attribute.value === 'object' && attribute.value !== null) {
      report(
        node,
        'attribute-forbidden',
        `<${name}> 的 ${attribute.name} 应为引号里的文字，现为 {…}`,
        `写成 ${attribute.name}="…"`,
      );
      return [];
    }
    return [{ name: attribute.name, value: attribute.value ?? '' }];
  });
}

function checkForeignAttributes(node: Element, name: string, report: Report): void {
  for (const attribute of plainAttributes(node, name, report)) {
    if (!/^on|^style$|^srcdoc$|:/i.test(attribute.name)) continue;
    report(node, 'attribute-forbidden', `不得有属性 ${attribute.name}`, '删去这个属性');
  }
}

function checkAttributes(node: Element, name: string, component: Component, report: Report): void {
  const example = `例如 ${component.example.split('\n')[0]}`;
  const seen = new Set<string>();
  for (const attribute of plainAttributes(node, name, report)) {
    if (seen.has(attribute.name)) {
      report(node, 'attribute-forbidden', `<${name}> 的 ${attribute.name} 写了两次`, '只留一个');
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
        `<${name}> 没有 ${attribute.name} 这个属性；可用：${Object.keys(component.attributes).join('、') || '无'}`,
        meant === undefined ? '删去这个属性' : `是不是 ${meant}？`,
      );
      continue;
    }
    const { value } = attribute;
    const wrong = value.trim() === '' ? '不得为空' : known.check?.(value);
    if (wrong === undefined) continue;
    report(
      node,
      'attribute-value',
      `<${name}> 的 ${attribute.name} ${wrong}，现为 ${excerptOf(value || '（空）')}`,
      example,
    );
  }
  for (const [attribute, { required, purpose }] of Object.entries(component.attributes)) {
    if (required !== true || seen.has(attribute)) continue;
    report(node, 'attribute-missing', `<${name}> 缺少 ${attribute}（${purpose}）`, example);
  }
}

function checkPlacement(node: Element, name: string, component: Component, report: Report): void {
  if (component.placement === 'block' && node.type === 'mdxJsxTextElement') {
    report(node, 'component-placement', `<${name}> 应自成一段，现在段落之中`, '前后各空一行');
  } else if (component.placement === 'inline' && node.type === 'mdxJsxFlowElement') {
    report(
      node,
      'component-placement',
      `<${name}> 应在段落之中，现自成一段`,
      '写在文字中间，不另起行',
    );
  }
}

function checkChildren(node: Element, name: string, component: Component, report: Report): void {
  const isEmpty = toString(node).trim() === '';
  if (component.children === 'none' && node.children.length > 0) {
    report(node, 'component-children', `<${name}> 里不应有内容`, `写成 <${name} … />`);
  } else if (component.children === 'table') {
    if (node.children.length !== 1 || node.children[0]?.type !== 'table') {
      report(
        node,
        'component-children',
        `<${name}> 里应有一个 Markdown 表格，别无其他`,
        `例如 ${component.example.replaceAll('\n', ' ⏎ ')}`,
      );
    }
  } else if (component.children !== 'none' && isEmpty) {
    report(node, 'component-children', `<${name}> 里应有文字，现为空`, '写上文字，或删去组件');
  }
}
