// Objects to format data: chooses the view by the first object, opens documents and groups, and shows between them what does not
// belong to the document (strings, errors, objects of another type).

import { equals } from '../runtime/operators/comparison.ts';
import type { PropertyExpression } from '../runtime/property-expression.ts';
import type { PropertyParameter } from '../runtime/property-parameters.ts';
import { isDictionary } from '../runtime/types/collections/hashtable.ts';
import { typeNameOf } from '../runtime/types/registry.ts';
import { PSObject, type Value } from '../runtime/values.ts';
import { elementsOf, fieldText } from './field-text.ts';
import {
  type ControlNode,
  type Entry,
  FormatData,
  FormatEndData,
  FormatEntryData,
  FormatStartData,
  GroupEndData,
  GroupStartData,
  type Shape,
} from './format-data.ts';
import { customFromProperties, customFromView } from './generate/custom.ts';
import { defaultProperties, displaySet } from './generate/default-properties.ts';
import { DEFAULT_SHAPE_OPTIONS, type Generator, type ShapeOptions } from './generate/generator.ts';
import { listFromProperties, listFromView, objectFields } from './generate/list.ts';
import { tableFromProperties, tableFromView } from './generate/table.ts';
import { wideFromProperties, wideFromView } from './generate/wide.ts';
import { controlContext, type ReadOptions, readExpression, readOptionsFor, shownTypeNames } from './read-value.ts';
import { outOfBandText } from './records.ts';
import { isScalar } from './scalars.ts';
import { frameNode, textNode, type View } from './view-model.ts';
import { viewApplies, viewsFor } from './view-registry.ts';

export interface FormatOptions extends ShapeOptions {
  /** The shape a Format-* command asks for; absent: as the view says. */
  shape?: Shape;
  groupBy?: PropertyParameter;
  view?: string;
  /** -Force: errors and other records are shown property by property too. */
  force: boolean;
  expand: 'EnumOnly' | 'CoreOnly' | 'Both';
}

export const DEFAULT_FORMAT_OPTIONS: FormatOptions = { ...DEFAULT_SHAPE_OPTIONS, force: false, expand: 'EnumOnly' };

/** -View names a view that does not exist. */
export class ViewNotFound {
  constructor(
    readonly name: string,
    readonly shape: Shape,
    readonly typeName: string,
    readonly existing: string[],
  ) {}
}

/** An object with more properties than this is shown as a list. */
const MAX_TABLE_PROPERTIES = 4;

interface Group {
  value: Value;
}

export class FormatSession {
  private generator: Generator | undefined;
  private group: Group | undefined;

  constructor(
    private readonly options: FormatOptions,
    private readonly read: ReadOptions,
    private readonly emit: (data: FormatData) => void,
  ) {}

  process(value: Value): void {
    if (value === null || value === undefined) return;
    if (value instanceof FormatData) {
      this.passOn(value);
      return;
    }
    if (typeof value !== 'object') {
      this.one(value);
      return;
    }
    const elements = this.options.expand === 'CoreOnly' ? undefined : elementsOf(value);
    if (!elements) this.one(value);
    else if (this.options.expand === 'Both') this.both(value, [...elements]);
    else for (const element of elements) this.one(element);
  }

  /** Format data that another command made: a new document ends the one under way. */
  private passOn(data: FormatData): void {
    if (data instanceof FormatStartData) this.end();
    this.emit(data);
  }

  /** -Expand Both: the collection, then its elements, each under a heading. */
  private both(value: Value, elements: Value[]): void {
    this.text('The following object supports IEnumerable:');
    if (isDictionary(value)) this.text(typeNameOf(value));
    else this.outOfBandObject(value);
    const count = elements.length === 1 ? 'object' : `${elements.length} objects`;
    this.text(`The IEnumerable contains the following ${count}:`);
    for (const element of elements) this.one(element);
  }

  private text(text: string): void {
    this.emit(new FormatEntryData({ shape: 'text', text }, true));
  }

  private one(value: Value): void {
    if (value === null || value === undefined) return;
    if (this.options.expand !== 'EnumOnly' && isDictionary(value)) {
      this.text(typeNameOf(value));
      return;
    }
    const record = this.options.force && this.options.shape ? undefined : outOfBandText(value, this.read);
    if (record !== undefined) this.text(record);
    else if (isScalar(value)) this.text(fieldText(value, {}, this.read));
    else if (value instanceof FormatData) this.passOn(value);
    else this.object(value);
  }

  private object(value: Value): void {
    if (!this.generator) {
      const chosen = this.choose(value);
      if (!chosen) {
        this.text(bareText(value, this.read));
        return;
      }
      this.generator = chosen;
      const { shape, autoSize, table, wide } = chosen.start;
      this.emit(new FormatStartData(shape, autoSize, table, wide));
    } else if (this.generator.view && !viewApplies(this.generator.view, shownTypeNames(value))) {
      this.outOfBandObject(value);
      return;
    } else if (!this.generator.view && isBare(value)) {
      this.text(bareText(value, this.read));
      return;
    }
    this.openGroup(value);
    this.emit(new FormatEntryData(this.generator.entry(value, readOptionsFor(value, this.read)), false));
  }

  /** An object that the document's view is not for: all its properties as a list of its own. */
  private outOfBandObject(value: Value): void {
    if (isBare(value)) {
      this.text(bareText(value, this.read));
      return;
    }
    const entry: Entry = { shape: 'list', fields: objectFields(defaultProperties(value), value, this.read) };
    this.emit(new FormatEntryData(entry, true));
  }

  // -------------------------------------------------------------- groups

  private openGroup(value: Value): void {
    const grouping = this.groupingValue(value);
    if (this.group) {
      if (!grouping || sameGroup(this.group.value, grouping.value)) return;
      this.emit(new GroupEndData());
    }
    this.group = { value: grouping?.value };
    this.emit(new GroupStartData(grouping?.header));
  }

  private groupingValue(value: Value): { value: Value; header: ControlNode[] | undefined } | undefined {
    const { groupBy, properties } = this.options;
    if (groupBy) {
      const result = groupBy.expression.getValues(value)[0];
      if (!result || result.error) return { value: null, header: undefined };
      const label = groupBy.label ?? result.resolved.text;
      return { value: result.value, header: this.label(label, result.value) };
    }
    const rule = properties.length === 0 ? this.generator?.view?.groupBy : undefined;
    if (!rule) return undefined;
    const key = readExpression(value, rule.value);
    if (rule.control) return { value: key, header: rule.control(value, controlContext(this.read)) };
    const label = rule.label ?? (typeof rule.value === 'string' ? rule.value : '');
    return { value: key, header: this.label(label, key) };
  }

  private label(label: string, value: Value): ControlNode[] {
    return [frameNode(3, [textNode(`${label}: ${fieldText(value, {}, this.read)}`)])];
  }

  // -------------------------------------------------------------- views

  private choose(value: Value): Generator | undefined {
    const { options } = this;
    if (options.properties.length > 0) return isBare(value) ? undefined : this.fromProperties(options.shape!, value);
    const views = viewsFor(shownTypeNames(value)).filter((view) => !view.outOfBand);
    if (options.view !== undefined) return this.fromView(this.named(views, value));
    const view = options.shape ? views.find((candidate) => candidate.kind === options.shape) : views[0];
    if (view) return this.fromView(view);
    if (isBare(value)) return undefined;
    return this.fromProperties(options.shape ?? naturalShape(value), value);
  }

  private named(views: readonly View[], value: Value): View {
    const shape = this.options.shape!;
    const candidates = views.filter((view) => view.kind === shape);
    const found = candidates.find((view) => view.name.toLowerCase() === this.options.view!.toLowerCase());
    if (found) return found;
    throw new ViewNotFound(
      this.options.view!,
      shape,
      shownTypeNames(value)[0] ?? '',
      candidates.map((view) => view.name),
    );
  }

  private fromView(view: View): Generator {
    switch (view.kind) {
      case 'table':
        return tableFromView(view, this.options);
      case 'list':
        return listFromView(view);
      case 'wide':
        return wideFromView(view, this.options);
      default:
        return customFromView(view);
    }
  }

  private fromProperties(shape: Shape, value: Value): Generator {
    switch (shape) {
      case 'table':
        return tableFromProperties(value, this.options);
      case 'list':
        return listFromProperties(this.options);
      case 'wide':
        return wideFromProperties(value, this.options);
      default:
        return customFromProperties(this.options);
    }
  }

  /** Ends group and document. */
  end(): void {
    if (this.group) this.emit(new GroupEndData());
    if (this.generator) this.emit(new FormatEndData());
    this.group = undefined;
    this.generator = undefined;
  }
}

function sameGroup(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (left === null || left === undefined || right === null || right === undefined) return false;
  return equals(left, right, true);
}

function naturalShape(value: Value): Shape {
  const chosen: PropertyExpression[] = displaySet(value) ?? defaultProperties(value);
  return chosen.length <= MAX_TABLE_PROPERTIES ? 'table' : 'list';
}

/** Objects without any property are shown as their text. */
function isBare(value: Value): boolean {
  return defaultProperties(value).length === 0;
}
function bareText(value: Value, read: ReadOptions): string {
  return value instanceof PSObject && value.base === undefined && value.members.size === 0
    ? ''
    : fieldText(value, {}, read);
}
