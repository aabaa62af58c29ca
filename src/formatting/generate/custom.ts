// Objects to the nested `class` layout of Format-Custom, and views with a layout of their own.

import type { PropertyExpression } from '../../runtime/property-expression.ts';
import type { PropertyParameter } from '../../runtime/property-parameters.ts';
import { PSObject, type Value } from '../../runtime/values.ts';
import { elementsOf, fieldText } from '../field-text.ts';
import type { ControlNode, Entry } from '../format-data.ts';
import { controlContext, type ReadOptions, shownTypeNames } from '../read-value.ts';
import { isScalar } from '../scalars.ts';
import { type CustomView, frameNode, NEW_LINE, textNode } from '../view-model.ts';
import { defaultProperties } from './default-properties.ts';
import type { Generator, ShapeOptions } from './generator.ts';

const INDENT = 2;

export function customFromView(view: CustomView): Generator {
  return {
    start: { shape: 'custom', autoSize: false },
    view,
    entry: (value, read): Entry => ({ shape: 'custom', nodes: view.layout(value, controlContext(read)) }),
  };
}

export function customFromProperties(options: ShapeOptions): Generator {
  return {
    start: { shape: 'custom', autoSize: false },
    entry: (value, read): Entry => {
      const layout = new ClassLayout(read);
      const nodes = layout.object(value, options.depth, options.properties);
      return { shape: 'custom', nodes: [...nodes, NEW_LINE] };
    },
  };
}

class ClassLayout {
  constructor(private readonly read: ReadOptions) {}

  /** `class Name`, its properties in braces. */
  object(value: Value, depth: number, parameters: readonly PropertyParameter[] = []): ControlNode[] {
    const lines: ControlNode[] = [];
    for (const { expression, levels } of this.shown(value, parameters, depth))
      this.property(expression, value, levels, lines);
    return [
      textNode(`class ${className(value)}`),
      NEW_LINE,
      textNode('{'),
      NEW_LINE,
      frameNode(INDENT, lines),
      textNode('}'),
      NEW_LINE,
    ];
  }

  private shown(
    value: Value,
    parameters: readonly PropertyParameter[],
    depth: number,
  ): { expression: PropertyExpression; levels: number }[] {
    if (parameters.length === 0) return defaultProperties(value).map((expression) => ({ expression, levels: depth }));
    return parameters.flatMap((parameter) =>
      parameter.expression.resolveNames(value).map((expression) => ({ expression, levels: parameter.depth ?? depth })),
    );
  }

  private property(expression: PropertyExpression, target: Value, depth: number, lines: ControlNode[]): void {
    const result = expression.getValues(target)[0];
    const value = result && !result.error ? result.value : null;
    lines.push(textNode(`${expression.text} = `));
    if (depth > 0 && !isLeaf(value)) {
      lines.push(NEW_LINE, frameNode(INDENT, this.nested(value, depth)));
    } else lines.push(textNode(fieldText(value, {}, this.read)), NEW_LINE);
  }

  private nested(value: Value, depth: number): ControlNode[] {
    const elements = elementsOf(value);
    return elements ? this.collection(elements, depth) : this.object(value, depth - 1);
  }

  private collection(elements: Iterable<Value>, depth: number): ControlNode[] {
    const lines: ControlNode[] = [];
    let count = 0;
    for (const element of elements) {
      if (this.read.enumerationLimit >= 0 && count++ === this.read.enumerationLimit) {
        lines.push(textNode('…'), NEW_LINE);
        break;
      }
      if (isLeaf(element) || depth <= 1) lines.push(textNode(fieldText(element, {}, this.read)), NEW_LINE);
      else if (elementsOf(element)) lines.push(NEW_LINE, frameNode(INDENT, this.nested(element, depth - 1)));
      else lines.push(...this.object(element, depth - 1));
    }
    return [textNode('['), NEW_LINE, frameNode(INDENT, lines), textNode(']'), NEW_LINE, NEW_LINE];
  }
}

function isLeaf(value: Value): boolean {
  return value === null || value === undefined || isScalar(value);
}

function className(value: Value): string {
  const name = shownTypeNames(value instanceof PSObject && value.base !== undefined ? value.base : value)[0] ?? '';
  return name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('+')) + 1);
}
