// Compare-Object.

import { type CmdletContext, type CmdletRun, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { addMember, MISSING } from '../../../src/runtime/members.ts';
import { equals } from '../../../src/runtime/operators/comparison.ts';
import { KEYS, type PropertyParameter, parseProperties } from '../../../src/runtime/property-parameters.ts';
import { PSObject, type Value } from '../../../src/runtime/values.ts';
import { type Key, keyOf } from './shared/object-order.ts';

type Side = '==' | '=>' | '<=';

export default defineCmdlet({
  name: 'Compare-Object',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['compare', 'diff'],
  synopsis: 'Tells what two sets of objects do not have in common.',
  parameters: {
    ReferenceObject: {
      type: 'psobject[]',
      mandatory: true,
      position: 0,
      validate: [{ kind: 'allowEmptyCollection' }],
      help: 'The objects to compare with; only here: `<=`.',
    },
    DifferenceObject: {
      type: 'psobject[]',
      mandatory: true,
      position: 1,
      pipeline: 'value',
      validate: [{ kind: 'allowEmptyCollection' }],
      help: 'The objects that are compared; only here: `=>`.',
    },
    SyncWindow: {
      type: 'int',
      validate: [{ kind: 'range', min: 0, max: 2147483647 }],
      help: 'How far away a match may stand; by default anywhere.',
    },
    Property: { type: 'object[]', help: 'What is compared: names, script blocks, or hashtables with Expression.' },
    ExcludeDifferent: { type: 'switch', help: 'Shows what is equal only.' },
    IncludeEqual: { type: 'switch', help: 'Shows what is equal too.' },
    PassThru: { type: 'switch', help: 'Gives the objects themselves, with a property SideIndicator.' },
    Culture: { type: 'string', help: 'Culture by which texts are compared.' },
    CaseSensitive: { type: 'switch', help: 'Tells capitals from small letters.' },
  },
  examples: [
    {
      script: 'Compare-Object 1, 2 2, 3',
      output: '\nInputObject SideIndicator\n----------- -------------\n          3 =>\n          1 <=\n',
    },
  ],
  create: (cmdlet) => compareRun(cmdlet),
});

interface Entry {
  value: Value;
  keys: Key[];
}

function compareRun(cmdlet: CmdletContext): CmdletRun {
  const differences: Value[] = [];
  let parameters: PropertyParameter[] = [];
  return {
    begin() {
      parameters = parseProperties(cmdlet, (cmdlet.args.Property as Value[] | undefined) ?? [], KEYS.group);
    },
    process() {
      differences.push(...((cmdlet.args.DifferenceObject as Value[] | null) ?? []));
    },
    end() {
      const references = (cmdlet.args.ReferenceObject as Value[] | null) ?? [];
      new Comparison(cmdlet, parameters).run(references, differences);
    },
  };
}

class Comparison {
  private readonly waitingReferences: Entry[] = [];
  private readonly waitingDifferences: Entry[] = [];
  private readonly window: number;
  private readonly ignoreCase: boolean;
  private readonly includeEqual: boolean;

  constructor(
    private readonly cmdlet: CmdletContext,
    private readonly parameters: readonly PropertyParameter[],
  ) {
    const { args } = cmdlet;
    this.window = (args.SyncWindow as number | undefined) ?? Number.POSITIVE_INFINITY;
    this.ignoreCase = !args.CaseSensitive;
    this.includeEqual = args.IncludeEqual === true || (args.ExcludeDifferent === true && !cmdlet.has('IncludeEqual'));
  }

  /** Walks both sides in step; what has no counterpart waits as long as the window allows. */
  run(references: readonly Value[], differences: readonly Value[]): void {
    const length = Math.max(references.length, differences.length);
    for (let i = 0; i < length; i++) {
      const reference = i < references.length ? this.entry(references[i]!) : undefined;
      const difference = i < differences.length ? this.entry(differences[i]!) : undefined;
      if (reference && difference && this.same(reference, difference)) this.report('==', reference);
      else {
        if (difference) this.place(difference, this.waitingReferences, this.waitingDifferences, false);
        if (reference) this.place(reference, this.waitingDifferences, this.waitingReferences, true);
      }
      this.release(this.waitingDifferences, '=>', this.window);
      this.release(this.waitingReferences, '<=', this.window);
    }
    this.release(this.waitingDifferences, '=>', 0);
    this.release(this.waitingReferences, '<=', 0);
  }

  private entry(value: Value): Entry {
    const keys = this.parameters.length === 0 ? [value] : this.parameters.map((parameter) => keyOf(value, parameter));
    return { value, keys };
  }

  private place(entry: Entry, others: Entry[], own: Entry[], isReference: boolean): void {
    const index = others.findIndex((other) => this.same(other, entry));
    if (index < 0) own.push(entry);
    else {
      const [other] = others.splice(index, 1);
      this.report('==', isReference ? entry : other!);
    }
  }

  private release(waiting: Entry[], side: Side, keep: number): void {
    while (waiting.length > keep) this.report(side, waiting.shift()!);
  }

  private same(left: Entry, right: Entry): boolean {
    return left.keys.every((key, index) => sameKey(key, right.keys[index]!, this.ignoreCase));
  }

  private report(side: Side, entry: Entry): void {
    if (side === '==' ? !this.includeEqual : this.cmdlet.args.ExcludeDifferent) return;
    if (this.cmdlet.args.PassThru) {
      this.cmdlet.write(addMember(entry.value, { kind: 'NoteProperty', name: 'SideIndicator', value: side }, true));
      return;
    }
    const result = new PSObject();
    if (this.parameters.length === 0) result.set('InputObject', entry.value);
    else {
      this.parameters.forEach((parameter, index) => {
        const key = entry.keys[index];
        const name = parameter.expression.resolveNames(entry.value)[0]?.text ?? parameter.expression.text;
        result.set(name, key === MISSING ? null : (key as Value));
      });
    }
    result.set('SideIndicator', side);
    this.cmdlet.write(result);
  }
}

/** Objects that have no order of their own are compared by their text. */
function sameKey(left: Key, right: Key, ignoreCase: boolean): boolean {
  const a = left === MISSING || left === undefined ? null : (left as Value);
  const b = right === MISSING || right === undefined ? null : (right as Value);
  if (a === null || b === null) return a === b;
  if (isPlainObject(a) && isPlainObject(b)) return true;
  if (typeof a === 'object' && typeof b === 'object' && !Array.isArray(a))
    return equals(a, b, ignoreCase) || toText(a) === toText(b);
  return equals(a, b, ignoreCase);
}
function isPlainObject(value: Value): boolean {
  return value instanceof PSObject && value.base === undefined;
}
