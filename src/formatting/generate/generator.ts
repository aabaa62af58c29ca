// What the four shapes have in common.

import type { PropertyParameter } from '../../runtime/property-parameters.ts';
import type { Value } from '../../runtime/values.ts';
import type { Entry, Shape, TableInfo, WideInfo } from '../format-data.ts';
import type { ReadOptions } from '../read-value.ts';
import type { View } from '../view-model.ts';

/** What the parameters of Format-* say about a shape. */
export interface ShapeOptions {
  properties: readonly PropertyParameter[];
  autoSize: boolean;
  hideHeaders: boolean;
  repeatHeader: boolean;
  wrap: boolean;
  /** Format-Wide -Column. */
  columns?: number;
  /** Format-Custom -Depth. */
  depth: number;
}

export const DEFAULT_SHAPE_OPTIONS: ShapeOptions = {
  properties: [],
  autoSize: false,
  hideHeaders: false,
  repeatHeader: false,
  wrap: false,
  depth: 5,
};

/** Makes the entries of one document. */
export interface Generator {
  start: { shape: Shape; autoSize: boolean; table?: TableInfo; wide?: WideInfo };
  /** The view it follows; without one every object is shown with the first one's columns. */
  view?: View;
  entry(value: Value, read: ReadOptions): Entry;
}
