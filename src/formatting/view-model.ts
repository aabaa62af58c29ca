// Views as data: how objects of a type are shown. Ours stand in views/*.ts, users' come from format.ps1xml files.

import type { ScriptBlock } from '../runtime/script-block.ts';
import type { Value } from '../runtime/values.ts';
import type { ColumnAlignment, ControlNode } from './format-data.ts';

/** A property name, a function of the object, or a script block. */
export type ViewExpression = string | ((value: Value) => Value) | ScriptBlock;

export interface ViewColumn {
  /** Heading; default: the property's name. */
  label?: string;
  value: ViewExpression;
  /** 0 or absent: as wide as needed. */
  width?: number;
  alignment?: ColumnAlignment;
  format?: string;
  /** Left out first when the screen is too narrow for all columns. */
  optional?: boolean;
}

export interface ViewItem {
  label?: string;
  value: ViewExpression;
  format?: string;
  /** The item is shown only when this is true. */
  when?: ViewExpression;
}

export interface GroupBy {
  value: ViewExpression;
  label?: string;
  /** Custom layout of the line above a group. */
  control?: (value: Value, context: ControlContext) => ControlNode[];
}

interface ViewBase {
  name: string;
  /** Full type names (PSTypeNames) it applies to. */
  types: readonly string[];
  groupBy?: GroupBy;
  /** Shown without opening a document: errors and other records. */
  outOfBand?: boolean;
}

export interface TableView extends ViewBase {
  kind: 'table';
  columns: readonly ViewColumn[];
  autoSize?: boolean;
  wrap?: boolean;
  hideHeaders?: boolean;
  /** Other cells for objects of some types; columns stay. */
  rows?: readonly { types: readonly string[]; cells: readonly ViewExpression[] }[];
}

export interface ListView extends ViewBase {
  kind: 'list';
  items: readonly ViewItem[];
  /** Other items for objects of some types. */
  entries?: readonly { types: readonly string[]; items: readonly ViewItem[] }[];
}

export interface WideView extends ViewBase {
  kind: 'wide';
  value: ViewExpression;
  format?: string;
  autoSize?: boolean;
  columns?: number;
}

export interface ControlContext {
  /** Where relative paths start, in the file system. */
  readonly currentFolder: string | undefined;
  /** Text of a value as in a table cell. */
  text(value: Value): string;
  /** Value of an expression for the object. */
  read(value: Value, expression: ViewExpression): Value;
}

export interface CustomView extends ViewBase {
  kind: 'custom';
  layout: (value: Value, context: ControlContext) => ControlNode[];
}

export type View = TableView | ListView | WideView | CustomView;

export function textNode(text: string): ControlNode {
  return { kind: 'text', text };
}
export const NEW_LINE: ControlNode = { kind: 'newline' };
export function frameNode(leftIndent: number, children: ControlNode[]): ControlNode {
  return { kind: 'frame', leftIndent, rightIndent: 0, firstLine: 0, children };
}
