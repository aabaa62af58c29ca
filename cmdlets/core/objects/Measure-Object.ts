// Measure-Object.

import { type CmdletContext, type CmdletRun, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText, tryConvertTo } from '../../../src/runtime/convert.ts';
import { cultureText } from '../../../src/runtime/culture-text.ts';
import { isNumber, toPlainNumber } from '../../../src/runtime/number/numeric.ts';
import { KEYS, type PropertyParameter, parseProperties } from '../../../src/runtime/property-parameters.ts';
import { double, PSObject, type Value } from '../../../src/runtime/values.ts';
import { compareKeys } from './shared/object-order.ts';
import { MeasureInfo, TextMeasureInfo } from './types/measure-info.ts';

const NUMBERS = 'GenericMeasure';
const TEXTS = 'TextMeasure';

export default defineCmdlet({
  name: 'Measure-Object',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['measure'],
  synopsis:
    'Counts objects, and adds, averages or compares a property of theirs; counts lines, words and characters of text.',
  defaultSet: NUMBERS,
  parameters: {
    InputObject: { type: 'psobject', pipeline: 'value', help: 'The objects to measure.' },
    Property: {
      type: 'object[]',
      position: 0,
      wildcards: true,
      help: 'The properties to measure; without it, the objects themselves.',
    },
    StandardDeviation: { type: 'switch', sets: NUMBERS, help: 'Gives the standard deviation.' },
    Sum: { type: 'switch', sets: NUMBERS, help: 'Gives the sum.' },
    AllStats: { type: 'switch', sets: NUMBERS, help: 'Gives everything about numbers.' },
    Average: { type: 'switch', sets: NUMBERS, help: 'Gives the average.' },
    Maximum: { type: 'switch', sets: NUMBERS, help: 'Gives the largest.' },
    Minimum: { type: 'switch', sets: NUMBERS, help: 'Gives the smallest.' },
    Line: { type: 'switch', sets: TEXTS, help: 'Counts lines.' },
    Word: { type: 'switch', sets: TEXTS, help: 'Counts words.' },
    Character: { type: 'switch', sets: TEXTS, help: 'Counts characters.' },
    IgnoreWhiteSpace: { type: 'switch', sets: TEXTS, help: 'Leaves white space out of the characters.' },
  },
  outputs: [
    'Microsoft.PowerShell.Commands.GenericMeasureInfo',
    'Microsoft.PowerShell.Commands.TextMeasureInfo',
    'Microsoft.PowerShell.Commands.GenericObjectMeasureInfo',
  ],
  outputProperties: () =>
    'Average Characters Count Lines Maximum Minimum Property StandardDeviation Sum Words'.split(' '),
  examples: [{ script: '(1..4 | Measure-Object -Sum).Sum', output: '10' }],
  create: (cmdlet) => measureRun(cmdlet),
});

function measureRun(cmdlet: CmdletContext): CmdletRun {
  const statistics = new Map<string, Statistics>();
  let parameters: PropertyParameter[] = [];
  const statistic = (name: string): Statistics => {
    let found = statistics.get(name);
    if (!found) statistics.set(name, (found = new Statistics(cmdlet)));
    return found;
  };
  return {
    begin() {
      parameters = parseProperties(cmdlet, (cmdlet.args.Property as Value[] | undefined) ?? [], KEYS.expression);
    },
    process() {
      const input = cmdlet.args.InputObject as Value;
      if (input === null || input === undefined) return;
      if (parameters.length === 0) {
        statistic('').add(input);
        return;
      }
      for (const parameter of parameters) {
        for (const { value, resolved, error } of parameter.expression.getValues(input)) {
          if (!error && value !== null && value !== undefined) statistic(resolved.text).add(value);
        }
      }
    },
    end() {
      if (parameters.length === 0) cmdlet.write(statistic('').result(null));
      else for (const [name, found] of statistics) cmdlet.write(found.result(name));
    },
  };
}

class Statistics {
  private count = 0;
  private sum = 0;
  /** Running mean and sum of squared distances from it. */
  private mean = 0;
  private distances = 0;
  private maximum: Value;
  private minimum: Value;
  private failed = false;
  private allNumbers = true;
  private lines = 0;
  private words = 0;
  private characters = 0;
  private readonly needsNumbers: boolean;
  private readonly texts: boolean;

  constructor(private readonly cmdlet: CmdletContext) {
    const { args } = cmdlet;
    this.needsNumbers = args.Sum || args.Average || args.StandardDeviation || args.AllStats;
    this.texts = cmdlet.parameterSet === TEXTS;
  }

  add(value: Value): void {
    this.count++;
    if (this.texts) this.addText(toText(value));
    else {
      if (this.needsNumbers) this.addNumber(value);
      if (this.wants('Maximum') || this.wants('Minimum')) this.addExtreme(value);
    }
  }
  private wants(name: string): boolean {
    return this.cmdlet.args[name] === true || this.cmdlet.args.AllStats === true;
  }

  private addNumber(value: Value): void {
    const number = numberFrom(value);
    if (number === undefined) {
      this.failed = true;
      this.cmdlet.error(notNumeric(this.cmdlet, value));
      return;
    }
    this.sum += number;
    const distance = number - this.mean;
    this.mean += distance / this.count;
    this.distances += distance * (number - this.mean);
  }

  private addExtreme(given: Value): void {
    const number = numberFrom(given);
    if (number === undefined) this.allNumbers = false;
    const value = number === undefined || !this.allNumbers ? given : double(number);
    if (this.maximum === undefined || compareExtremes(value, this.maximum) > 0) this.maximum = value;
    if (this.minimum === undefined || compareExtremes(value, this.minimum) < 0) this.minimum = value;
  }

  private addText(text: string): void {
    const { args } = this.cmdlet;
    if (args.Line && text !== '') this.lines += text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
    if (args.Word) this.words += text.split(/\s+/).filter((word) => word !== '').length;
    if (args.Character) this.characters += args.IgnoreWhiteSpace ? text.replace(/\s/g, '').length : text.length;
  }

  result(property: string | null): MeasureInfo | TextMeasureInfo {
    const { args } = this.cmdlet;
    if (this.texts) {
      const info = new TextMeasureInfo();
      if (args.Line) info.lines = this.lines;
      if (args.Word) info.words = this.words;
      if (args.Character) info.characters = this.characters;
      info.property = property;
      return info;
    }
    const info = new MeasureInfo();
    info.count = this.count;
    info.property = property;
    if (!this.failed) this.addStatistics(info);
    info.objects = !this.allNumbers;
    if (this.wants('Maximum')) info.maximum = this.maximum ?? null;
    if (this.wants('Minimum')) info.minimum = this.minimum ?? null;
    return info;
  }

  private addStatistics(info: MeasureInfo): void {
    if (this.wants('Sum')) info.sum = double(this.sum);
    if (this.count === 0) return;
    if (this.wants('Average')) info.average = double(this.sum / this.count);
    if (this.wants('StandardDeviation'))
      info.standardDeviation = double(this.count > 1 ? Math.sqrt(this.distances / (this.count - 1)) : 0);
  }
}

function numberFrom(given: Value): number | undefined {
  const value = given instanceof PSObject && given.base !== undefined ? given.base : given;
  if (typeof value === 'number') return value;
  if (isNumber(value)) return toPlainNumber(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value !== 'string') return undefined;
  const converted = tryConvertTo(value, 'System.Double');
  return converted && value.trim() !== '' ? toPlainNumber(converted.value) : undefined;
}

function compareExtremes(left: Value, right: Value): number {
  return compareKeys(left, right, true);
}

function notNumeric(cmdlet: CmdletContext, value: Value) {
  const text = cultureText(value);
  const type = 'System.Management.Automation.PSInvalidOperationException';
  const record = cmdlet.makeError(
    `Input object "${text}" is not numeric.`,
    'NonNumericInputObject',
    'InvalidType',
    value,
    type,
  );
  record.targetName = text;
  return record;
}
