// Objects to table rows: columns from a view, from -Property, or from the first object's own properties.

import { isNumber } from '../../runtime/number/numeric.ts';
import { PropertyExpression } from '../../runtime/property-expression.ts';
import type { PropertyParameter } from '../../runtime/property-parameters.ts';
import { EnumValue } from '../../runtime/types/enum-value.ts';
import { PSObject, type Value } from '../../runtime/values.ts';
import { fieldText } from '../field-text.ts';
import type { ColumnAlignment, Entry, TableCell, TableInfo } from '../format-data.ts';
import { expressionText, type ReadOptions, readExpression, shownTypeNames } from '../read-value.ts';
import type { TableView, ViewExpression } from '../view-model.ts';
import { viewApplies } from '../view-registry.ts';
import { defaultProperties } from './default-properties.ts';
import type { Generator, ShapeOptions } from './generator.ts';

/** Columns that a table of an object without a view gets at most. */
const MAX_DEFAULT_COLUMNS = 10;

interface Column {
  expression: PropertyExpression;
  label: string;
  width: number;
  alignment: ColumnAlignment;
  formatString?: string;
}

export function tableFromProperties(first: Value, options: ShapeOptions): Generator {
  const columns =
    options.properties.length > 0
      ? columnsFromParameters(options.properties, first)
      : defaultProperties(first)
          .slice(0, MAX_DEFAULT_COLUMNS)
          .map((expression) => makeColumn(expression, first));
  const table: TableInfo = {
    columns: columns.map(({ label, width, alignment }) => ({ label, width, alignment })),
    hideHeaders: options.hideHeaders,
    repeatHeader: options.repeatHeader,
  };
  const multiLine = options.wrap;
  return {
    start: { shape: 'table', autoSize: options.autoSize, table },
    entry: (value, read): Entry => ({
      shape: 'table',
      multiLine,
      cells: columns.map((column) => cell(column, value, read)),
    }),
  };
}

function cell(column: Column, value: Value, read: ReadOptions): TableCell {
  const directive = { formatString: column.formatString, table: true };
  return { text: expressionText(column.expression, value, directive, read), alignment: 'undefined' };
}

function columnsFromParameters(parameters: readonly PropertyParameter[], first: Value): Column[] {
  const columns: Column[] = [];
  for (const parameter of parameters) {
    const resolved = parameter.expression.resolveNames(first);
    for (const expression of resolved) columns.push(makeColumn(asFound(expression), first, parameter));
    // A property that the first object does not have is looked for in each of the others.
    if (resolved.length === 0 && !parameter.expression.hasWildcards)
      columns.push(makeColumn(parameter.expression, first, parameter));
  }
  return columns;
}

/** After the first object the name is taken as found, so that other objects' intrinsic members count too. */
function asFound(expression: PropertyExpression): PropertyExpression {
  return expression.script ? expression : new PropertyExpression(expression.text, true);
}

function makeColumn(expression: PropertyExpression, first: Value, parameter?: PropertyParameter): Column {
  return {
    expression,
    label: parameter?.label ?? expression.text,
    width: parameter?.width ?? 0,
    alignment: parameter?.alignment ?? naturalAlignment(expression, first),
    formatString: parameter?.formatString,
  };
}

/** Numbers, truth values and enumerations stand on the right. */
function naturalAlignment(expression: PropertyExpression, first: Value): ColumnAlignment {
  const result = expression.getValues(first)[0];
  if (!result || result.error) return 'left';
  const value = result.value instanceof PSObject && result.value.base !== undefined ? result.value.base : result.value;
  return typeof value === 'boolean' || value instanceof EnumValue || isNumber(value) ? 'right' : 'left';
}

export function tableFromView(view: TableView, options: ShapeOptions): Generator {
  const autoSize = options.autoSize || view.autoSize === true;
  const table: TableInfo = {
    columns: view.columns.map((column) => ({
      label: column.label ?? (typeof column.value === 'string' ? column.value : column.value.toString()),
      width: autoSize ? 0 : (column.width ?? 0),
      alignment: column.alignment ?? 'left',
      optional: column.optional,
    })),
    hideHeaders: options.hideHeaders || view.hideHeaders === true,
    repeatHeader: options.repeatHeader,
  };
  const multiLine = options.wrap || view.wrap === true;
  return {
    start: { shape: 'table', autoSize, table },
    view,
    entry: (value, read): Entry => {
      const cells = rowCells(view, value);
      return {
        shape: 'table',
        multiLine,
        cells: cells.map((expression, index) => ({
          text: fieldText(
            readExpression(value, expression),
            { formatString: view.columns[index]?.format, table: true },
            read,
          ),
          alignment: 'undefined',
        })),
      };
    },
  };
}

function rowCells(view: TableView, value: Value): readonly ViewExpression[] {
  if (view.rows) {
    const names = shownTypeNames(value);
    for (const row of view.rows) if (viewApplies({ ...view, types: row.types }, names)) return row.cells;
  }
  return view.columns.map((column) => column.value);
}
