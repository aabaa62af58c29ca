// What Format-* put out: the packets from which Out-* make text. To scripts they are opaque objects of the reference's types.

import { registerClass } from '../runtime/types/registry.ts';

export type Shape = 'table' | 'list' | 'wide' | 'custom';
export type ColumnAlignment = 'undefined' | 'left' | 'center' | 'right';

export interface TableColumn {
  label: string;
  /** In cells; 0: as the data needs, or a share of what is left. */
  width: number;
  alignment: ColumnAlignment;
  /** Left out first when the screen is too narrow for all columns. */
  optional?: boolean;
}

export interface TableInfo {
  columns: TableColumn[];
  hideHeaders: boolean;
  repeatHeader: boolean;
}

export interface WideInfo {
  /** Items a row; 0: as many as fit. */
  columns: number;
  /** Widest item, for rows as wide as needed. */
  maxWidth?: number;
}

/** A piece of a custom view. */
export type ControlNode =
  | { kind: 'text'; text: string }
  | { kind: 'newline' }
  | { kind: 'frame'; leftIndent: number; rightIndent: number; firstLine: number; children: ControlNode[] };

export interface TableCell {
  text: string;
  alignment: ColumnAlignment;
}

export type Entry =
  | { shape: 'table'; cells: TableCell[]; multiLine: boolean }
  | { shape: 'list'; fields: { label: string; text: string }[] }
  | { shape: 'wide'; text: string; alignment: ColumnAlignment }
  | { shape: 'custom'; nodes: ControlNode[] }
  | { shape: 'text'; text: string };

export abstract class FormatData {}

export class FormatStartData extends FormatData {
  constructor(
    readonly shape: Shape,
    /** -AutoSize: all rows are seen before the first is printed. */
    readonly autoSize: boolean,
    readonly table?: TableInfo,
    readonly wide?: WideInfo,
  ) {
    super();
  }
}
export class GroupStartData extends FormatData {
  /** What stands above the group. */
  constructor(readonly header?: ControlNode[]) {
    super();
  }
}
export class FormatEntryData extends FormatData {
  constructor(
    readonly entry: Entry,
    readonly outOfBand: boolean,
  ) {
    super();
  }
}
export class GroupEndData extends FormatData {}
export class FormatEndData extends FormatData {}

/** Type the records' text already is: error records in the error stream, warnings … are told apart by it. */
let registered = false;
export function registerFormatTypes(): void {
  if (registered) return;
  registered = true;
  const classes = { FormatStartData, GroupStartData, FormatEntryData, GroupEndData, FormatEndData };
  for (const [name, type] of Object.entries(classes)) {
    registerClass(type, `Microsoft.PowerShell.Commands.Internal.Format.${name}`);
  }
}
