// What Measure-Object puts out: GenericMeasureInfo for numbers, GenericObjectMeasureInfo for other things, TextMeasureInfo for texts.

import { declareType, type PSType } from '../../../../src/runtime/types/registry.ts';
import type { Value } from '../../../../src/runtime/values.ts';

const NAMESPACE = 'Microsoft.PowerShell.Commands';

export interface Measures {
  count: number;
  average: Value;
  sum: Value;
  maximum: Value;
  minimum: Value;
  standardDeviation: Value;
  property: string | null;
}

export class MeasureInfo implements Measures {
  count = 0;
  average: Value = null;
  sum: Value = null;
  maximum: Value = null;
  minimum: Value = null;
  standardDeviation: Value = null;
  property: string | null = null;
  /** Extremes that are no numbers. */
  objects = false;

  get psType(): PSType {
    return this.objects
      ? (objectType ??= declareMeasures('GenericObjectMeasureInfo', 'System.Object'))
      : (numberType ??= declareMeasures('GenericMeasureInfo', 'System.Nullable`1[double]'));
  }
}

export class TextMeasureInfo {
  lines: number | null = null;
  words: number | null = null;
  characters: number | null = null;
  property: string | null = null;

  get psType(): PSType {
    return (textType ??= declareText());
  }
}

let numberType: PSType | undefined;
let objectType: PSType | undefined;
let textType: PSType | undefined;

function declareBase(): void {
  declareType({
    name: `${NAMESPACE}.MeasureInfo`,
    properties: { 'string Property': (info: Measures) => info.property },
  });
}

function declareMeasures(name: string, extreme: string): PSType {
  declareBase();
  const nullable = 'System.Nullable`1[double]';
  return declareType({
    name: `${NAMESPACE}.${name}`,
    base: `${NAMESPACE}.MeasureInfo`,
    properties: {
      'int Count': (info: Measures) => info.count,
      [`${nullable} Average`]: (info: Measures) => info.average,
      [`${nullable} Sum`]: (info: Measures) => info.sum,
      [`${extreme} Maximum`]: (info: Measures) => info.maximum,
      [`${extreme} Minimum`]: (info: Measures) => info.minimum,
      [`${nullable} StandardDeviation`]: (info: Measures) => info.standardDeviation,
    },
  });
}

function declareText(): PSType {
  declareBase();
  const nullable = 'System.Nullable`1[int]';
  return declareType({
    name: `${NAMESPACE}.TextMeasureInfo`,
    base: `${NAMESPACE}.MeasureInfo`,
    properties: {
      [`${nullable} Lines`]: (info: TextMeasureInfo) => info.lines,
      [`${nullable} Words`]: (info: TextMeasureInfo) => info.words,
      [`${nullable} Characters`]: (info: TextMeasureInfo) => info.characters,
    },
  });
}
