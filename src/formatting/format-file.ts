// format.ps1xml: views as users write them (about_Format.ps1xml).

import { child, childrenNamed, childText, type XmlElementNode } from '../runtime/ps1xml.ts';
import type { ScriptBlock } from '../runtime/script-block.ts';
import type { Value } from '../runtime/values.ts';
import type { ColumnAlignment, ControlNode } from './format-data.ts';
import {
  type ControlContext,
  type CustomView,
  type GroupBy,
  type ListView,
  NEW_LINE,
  type TableView,
  textNode,
  type View,
  type ViewExpression,
  type ViewItem,
  type WideView,
} from './view-model.ts';

export type MakeScript = (text: string) => ScriptBlock;

/** The views of a document; named selection sets are replaced by their types. */
export function viewsFromFile(document: XmlElementNode, makeScript: MakeScript): View[] {
  const reader = new FormatFileReader(document, makeScript);
  return childrenNamed(child(document, 'ViewDefinitions'), 'View').flatMap((view) => reader.view(view) ?? []);
}

class FormatFileReader {
  private readonly sets = new Map<string, string[]>();
  private readonly controls = new Map<string, XmlElementNode>();

  constructor(
    document: XmlElementNode,
    private readonly makeScript: MakeScript,
  ) {
    for (const set of childrenNamed(child(document, 'SelectionSets'), 'SelectionSet')) {
      this.sets.set(
        childText(set, 'Name') ?? '',
        childrenNamed(child(set, 'Types'), 'TypeName').map((node) => node.text.trim()),
      );
    }
    for (const control of childrenNamed(child(document, 'Controls'), 'Control')) {
      const custom = child(control, 'CustomControl');
      if (custom) this.controls.set(childText(control, 'Name') ?? '', custom);
    }
  }

  view(element: XmlElementNode): View | undefined {
    const name = childText(element, 'Name') ?? '';
    const types = this.selectedTypes(child(element, 'ViewSelectedBy'));
    const groupBy = this.groupBy(child(element, 'GroupBy'));
    const outOfBand = child(element, 'OutOfBand') !== undefined;
    const base = { name, types, groupBy, outOfBand };
    const table = child(element, 'TableControl');
    if (table) return { ...base, ...this.table(table) };
    const list = child(element, 'ListControl');
    if (list) return { ...base, ...this.list(list) };
    const wide = child(element, 'WideControl');
    if (wide) return { ...base, ...this.wide(wide) };
    const custom = child(element, 'CustomControl');
    return custom ? { ...base, ...this.custom(custom) } : undefined;
  }

  private selectedTypes(element: XmlElementNode | undefined): string[] {
    const names = childrenNamed(element, 'TypeName').map((node) => node.text.trim());
    const sets = childrenNamed(element, 'SelectionSetName').flatMap((node) => this.sets.get(node.text.trim()) ?? []);
    return [...names, ...sets];
  }

  private expression(element: XmlElementNode | undefined): ViewExpression | undefined {
    const property = childText(element, 'PropertyName');
    if (property !== undefined) return property;
    const script = child(element, 'ScriptBlock');
    return script ? this.makeScript(script.text) : undefined;
  }

  private groupBy(element: XmlElementNode | undefined): GroupBy | undefined {
    const value = this.expression(element);
    if (value === undefined) return undefined;
    const name = childText(element, 'CustomControlName');
    const custom = child(element, 'CustomControl') ?? (name === undefined ? undefined : this.controls.get(name));
    if (!custom) return { value, label: childText(element, 'Label') };
    const layout = this.layout(custom);
    return { value, control: (target, context) => layout(target, context) };
  }

  // -------------------------------------------------------------- shapes

  private table(element: XmlElementNode): Omit<TableView, 'name' | 'types'> {
    const headers = childrenNamed(child(element, 'TableHeaders'), 'TableColumnHeader');
    const entries = childrenNamed(child(element, 'TableRowEntries'), 'TableRowEntry');
    const main = entries.find((entry) => !child(entry, 'EntrySelectedBy')) ?? entries[0];
    const items = childrenNamed(child(main, 'TableColumnItems'), 'TableColumnItem');
    const columns = items.map((item, index) => {
      const header = headers[index];
      const width = Number(childText(header, 'Width') ?? 0);
      const alignment = (
        childText(item, 'Alignment') ??
        childText(header, 'Alignment') ??
        'left'
      ).toLowerCase() as ColumnAlignment;
      return {
        value: this.expression(item) ?? '',
        label: childText(header, 'Label'),
        width,
        alignment,
        format: childText(item, 'FormatString'),
      };
    });
    const rows = entries
      .filter((entry) => entry !== main)
      .map((entry) => ({
        types: this.selectedTypes(child(entry, 'EntrySelectedBy')),
        cells: childrenNamed(child(entry, 'TableColumnItems'), 'TableColumnItem').map(
          (item) => this.expression(item) ?? '',
        ),
      }));
    return {
      kind: 'table',
      columns,
      rows: rows.length > 0 ? rows : undefined,
      autoSize: isSet(element, 'AutoSize'),
      hideHeaders: isSet(element, 'HideTableHeaders'),
      wrap: entries.some((entry) => isSet(entry, 'Wrap')),
    };
  }

  private list(element: XmlElementNode): Omit<ListView, 'name' | 'types'> {
    const entries = childrenNamed(child(element, 'ListEntries'), 'ListEntry');
    const main = entries.find((entry) => !child(entry, 'EntrySelectedBy')) ?? entries[0];
    const others = entries.filter((entry) => entry !== main);
    return {
      kind: 'list',
      items: this.listItems(main),
      entries: others.map((entry) => ({
        types: this.selectedTypes(child(entry, 'EntrySelectedBy')),
        items: this.listItems(entry),
      })),
    };
  }

  private listItems(entry: XmlElementNode | undefined): ViewItem[] {
    return childrenNamed(child(entry, 'ListItems'), 'ListItem').map((item) => ({
      value: this.expression(item) ?? '',
      label: childText(item, 'Label'),
      format: childText(item, 'FormatString'),
      when: this.expression(child(item, 'ItemSelectionCondition')),
    }));
  }

  private wide(element: XmlElementNode): Omit<WideView, 'name' | 'types'> {
    const item = child(childrenNamed(child(element, 'WideEntries'), 'WideEntry')[0], 'WideItem');
    const columns = childText(element, 'ColumnNumber');
    return {
      kind: 'wide',
      value: this.expression(item) ?? '',
      format: childText(item, 'FormatString'),
      autoSize: isSet(element, 'AutoSize'),
      columns: columns === undefined ? undefined : Number(columns),
    };
  }

  private custom(element: XmlElementNode): Omit<CustomView, 'name' | 'types'> {
    return { kind: 'custom', layout: this.layout(element) };
  }

  // -------------------------------------------------------------- custom controls

  private layout(control: XmlElementNode): (value: Value, context: ControlContext) => ControlNode[] {
    const entry = childrenNamed(child(control, 'CustomEntries'), 'CustomEntry')[0];
    const items = childrenNamed(entry, 'CustomItem').flatMap((item) => item.children);
    return (value, context) => [...this.nodes(items, value, context), NEW_LINE];
  }

  private nodes(items: readonly XmlElementNode[], value: Value, context: ControlContext): ControlNode[] {
    return items.flatMap((item) => this.node(item, value, context));
  }

  private node(item: XmlElementNode, value: Value, context: ControlContext): ControlNode[] {
    switch (item.name) {
      case 'Text':
        return [textNode(item.text)];
      case 'NewLine':
        return [NEW_LINE];
      case 'ExpressionBinding':
        return this.binding(item, value, context);
      case 'Frame': {
        const number = (name: string): number => Number(childText(item, name) ?? 0);
        const first = number('FirstLineIndent') - number('FirstLineHanging');
        const children = childrenNamed(item, 'CustomItem').flatMap((inner) =>
          this.nodes(inner.children, value, context),
        );
        return [
          {
            kind: 'frame',
            leftIndent: number('LeftIndent'),
            rightIndent: number('RightIndent'),
            firstLine: first,
            children,
          },
        ];
      }
      default:
        return [];
    }
  }

  private binding(item: XmlElementNode, value: Value, context: ControlContext): ControlNode[] {
    const condition = this.expression(child(item, 'ItemSelectionCondition'));
    if (condition !== undefined && !isTrue(context.read(value, condition))) return [];
    const expression = this.expression(item);
    const found = expression === undefined ? value : context.read(value, expression);
    const name = childText(item, 'CustomControlName');
    const control = child(item, 'CustomControl') ?? (name === undefined ? undefined : this.controls.get(name));
    if (!control) return [textNode(context.text(found))];
    const layout = this.layout(control);
    const elements = isSet(item, 'EnumerateCollection') && Array.isArray(found) ? (found as Value[]) : [found];
    return elements.flatMap((element) => layout(element, context));
  }
}

function isTrue(value: Value): boolean {
  return value !== null && value !== undefined && value !== false && value !== 0 && value !== '';
}
/** An empty element, or one that says true. */
function isSet(element: XmlElementNode, name: string): boolean {
  const text = childText(element, name);
  return text !== undefined && text.toLowerCase() !== 'false';
}
