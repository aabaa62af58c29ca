// Where-Object.

import type { BinaryOperator } from '../../../src/language/ast.ts';
import { type CmdletContext, defineCmdlet, type ParameterDefinition } from '../../../src/runtime/cmdlet.ts';
import { convertTo, toBool } from '../../../src/runtime/convert.ts';
import { DotNetException, type ErrorRecord } from '../../../src/runtime/errors.ts';
import { findMember, MISSING } from '../../../src/runtime/members.ts';
import { binaryOperator } from '../../../src/runtime/operators/binary.ts';
import { hasWildcards } from '../../../src/runtime/operators/strings.ts';
import { PropertyExpression } from '../../../src/runtime/property-expression.ts';
import type { ScriptBlock } from '../../../src/runtime/script-block.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { blockRunner } from './shared/block-runner.ts';
import { strictModeVersion } from './shared/strict-mode.ts';

/** Operators: parameter, alias, set, and what it does as an operator of the language. */
const OPERATORS: [name: string, alias: string | undefined, set: string, operator: string][] = [
  ['EQ', 'IEQ', 'EqualSet', 'ieq'],
  ['CEQ', undefined, 'CaseSensitiveEqualSet', 'ceq'],
  ['NE', 'INE', 'NotEqualSet', 'ine'],
  ['CNE', undefined, 'CaseSensitiveNotEqualSet', 'cne'],
  ['GT', 'IGT', 'GreaterThanSet', 'igt'],
  ['CGT', undefined, 'CaseSensitiveGreaterThanSet', 'cgt'],
  ['LT', 'ILT', 'LessThanSet', 'ilt'],
  ['CLT', undefined, 'CaseSensitiveLessThanSet', 'clt'],
  ['GE', 'IGE', 'GreaterOrEqualSet', 'ige'],
  ['CGE', undefined, 'CaseSensitiveGreaterOrEqualSet', 'cge'],
  ['LE', 'ILE', 'LessOrEqualSet', 'ile'],
  ['CLE', undefined, 'CaseSensitiveLessOrEqualSet', 'cle'],
  ['Like', 'ILike', 'LikeSet', 'ilike'],
  ['CLike', undefined, 'CaseSensitiveLikeSet', 'clike'],
  ['NotLike', 'INotLike', 'NotLikeSet', 'inotlike'],
  ['CNotLike', undefined, 'CaseSensitiveNotLikeSet', 'cnotlike'],
  ['Match', 'IMatch', 'MatchSet', 'imatch'],
  ['CMatch', undefined, 'CaseSensitiveMatchSet', 'cmatch'],
  ['NotMatch', 'INotMatch', 'NotMatchSet', 'inotmatch'],
  ['CNotMatch', undefined, 'CaseSensitiveNotMatchSet', 'cnotmatch'],
  ['Contains', 'IContains', 'ContainsSet', 'icontains'],
  ['CContains', undefined, 'CaseSensitiveContainsSet', 'ccontains'],
  ['NotContains', 'INotContains', 'NotContainsSet', 'inotcontains'],
  ['CNotContains', undefined, 'CaseSensitiveNotContainsSet', 'cnotcontains'],
  ['In', 'IIn', 'InSet', 'iin'],
  ['CIn', undefined, 'CaseSensitiveInSet', 'cin'],
  ['NotIn', 'INotIn', 'NotInSet', 'inotin'],
  ['CNotIn', undefined, 'CaseSensitiveNotInSet', 'cnotin'],
  ['Is', undefined, 'IsSet', 'is'],
  ['IsNot', undefined, 'IsNotSet', 'isnot'],
];

const PROPERTY_SETS = [...OPERATORS.map(([, , set]) => set), 'Not'];
const VALUE_SETS = OPERATORS.map(([, , set]) => set);

function operatorParameters(): Record<string, ParameterDefinition> {
  const parameters: Record<string, ParameterDefinition> = {};
  for (const [name, alias, set] of OPERATORS) {
    parameters[name] = {
      type: 'switch',
      aliases: alias ? [alias] : undefined,
      sets: { [set]: { mandatory: name !== 'EQ' } },
      help: `Compares the property with the value by -${name.toLowerCase()}.`,
    };
  }
  parameters.Not = {
    type: 'switch',
    sets: { Not: { mandatory: true } },
    help: 'Takes the objects whose property is false, empty or missing.',
  };
  return parameters;
}

export default defineCmdlet({
  name: 'Where-Object',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['where', '?'],
  synopsis: 'Passes on the objects that meet a condition.',
  defaultSet: 'EqualSet',
  parameters: {
    InputObject: { type: 'psobject', pipeline: 'value', help: 'The objects to choose from.' },
    FilterScript: {
      type: 'scriptblock',
      mandatory: true,
      position: 0,
      sets: 'ScriptBlockSet',
      help: 'The condition; `$_` is the object.',
    },
    Property: {
      type: 'string',
      mandatory: true,
      position: 0,
      sets: PROPERTY_SETS,
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The property to look at.',
    },
    Value: { type: 'object', position: 1, sets: VALUE_SETS, help: 'What the property is compared with.' },
    ...operatorParameters(),
  },
  examples: [
    { script: '1..6 | Where-Object { $_ -gt 4 }', output: '5\n6' },
    { script: "'apple', 'fig' | Where-Object Length -gt 3", output: 'apple' },
  ],
  create(cmdlet) {
    if (cmdlet.has('FilterScript')) return filterRun(cmdlet);
    return comparisonRun(cmdlet);
  },
});

function filterRun(cmdlet: CmdletContext) {
  const runner = blockRunner(cmdlet, cmdlet.args.FilterScript as ScriptBlock);
  return {
    process() {
      const input = cmdlet.args.InputObject as Value;
      if (input === undefined) return;
      if (runner.test(input, toBool)) cmdlet.write(input);
    },
    dispose: () => runner.close(),
  };
}

type Test = (value: Value) => boolean;

function comparisonRun(cmdlet: CmdletContext) {
  const test = makeTest(cmdlet);
  const name = cmdlet.args.Property as string;
  const lowerName = name.toLowerCase();
  const expression = hasWildcards(name) ? new PropertyExpression(name) : undefined;
  return {
    process() {
      const input = cmdlet.args.InputObject as Value;
      if (input === undefined) return;
      const found = expression ? expression.firstValue(input) : findMember(input, lowerName);
      if (found === MISSING && strictModeVersion(cmdlet) >= 2) {
        cmdlet.error(propertyNotFound(cmdlet, name, input));
        return;
      }
      if (guarded(cmdlet, input, test, found === MISSING ? null : (found as Value))) cmdlet.write(input);
    },
  };
}

function makeTest(cmdlet: CmdletContext): Test {
  const { args } = cmdlet;
  if (args.Not) return (value) => !toBool(value);
  const chosen = OPERATORS.find(([name]) => args[name]);
  if (!chosen) {
    if (cmdlet.has('Value')) fail(cmdlet, 'OperatorNotSpecified', NO_OPERATOR);
    return (value) => toBool(value);
  }
  const [name, , , operatorName] = chosen;
  if (!cmdlet.has('Value') || !cmdlet.has('Property')) fail(cmdlet, 'ValueNotSpecifiedForWhereObject', NO_VALUE);
  const right = name === 'Is' || name === 'IsNot' ? typeValue(cmdlet, args.Value as Value) : (args.Value as Value);
  const operator = binaryOperator(operatorName as BinaryOperator);
  const context = {
    setMatches: (matches: Value) => {
      cmdlet.engine.variables.set('Matches', matches);
    },
    invoke: (block: Value, underscore: Value, blockArgs?: Value[]) =>
      cmdlet.invoke(block, { underscore, args: blockArgs }),
  };
  return (value) => toBool(operator(value, right, context));
}

const NO_OPERATOR =
  'An operator is required to compare the two specified values. Include a valid operator in the command, and then try the command again. For example, Get-Process | Where-Object -Property Name -eq Idle';
const NO_VALUE =
  'The specified operator requires both the -Property and -Value parameters. Provide values for both parameters, and then try the command again.';

function fail(cmdlet: CmdletContext, id: string, message: string): never {
  return cmdlet.fail(
    cmdlet.makeError(message, id, 'InvalidArgument', null, 'System.Management.Automation.PSArgumentException'),
  );
}

function typeValue(cmdlet: CmdletContext, value: Value): Value {
  try {
    return convertTo(value, 'System.Type');
  } catch (thrown) {
    if (!(thrown instanceof DotNetException)) throw thrown;
    const type = 'System.Management.Automation.PSInvalidCastException';
    return cmdlet.fail(
      cmdlet.makeError(
        thrown.message,
        thrown.options.errorId ?? 'InvalidCastFromStringToType',
        'InvalidArgument',
        null,
        type,
      ),
    );
  }
}

/** What the operator throws ends the command with an error of its own. */
function guarded(cmdlet: CmdletContext, input: Value, test: Test, value: Value): boolean {
  try {
    return test(value);
  } catch (thrown) {
    if (!(thrown instanceof DotNetException)) throw thrown;
    const name = OPERATORS.find(([parameter]) => cmdlet.args[parameter])?.[3] ?? '';
    const shown = name[0]!.toUpperCase() + name.slice(1);
    const record =
      /regular expression|pattern '|operator '/.test(thrown.message) && name.endsWith('match')
        ? cmdlet.makeError(
            `The argument to operator '${shown}' is not valid: ${patternFault(thrown)}.`,
            'BadOperatorArgument',
            'InvalidArgument',
            input,
            'System.Management.Automation.PSArgumentException',
          )
        : cmdlet.makeError(
            `The '${shown}' operator failed: ${thrown.message}.`,
            'OperatorFailed',
            'InvalidOperation',
            input,
            'System.Management.Automation.PSInvalidOperationException',
          );
    record.targetType = 'PSObject';
    cmdlet.error(record);
    return false;
  }
}
function patternFault(thrown: DotNetException): string {
  return thrown.options.inner?.message ?? thrown.message;
}

function propertyNotFound(cmdlet: CmdletContext, name: string, input: Value): ErrorRecord {
  const message = `The input name "${name}" cannot be resolved to a property.`;
  const record = cmdlet.makeError(
    message,
    'PropertyNotFound',
    'InvalidArgument',
    input,
    'System.Management.Automation.PSArgumentException',
  );
  record.targetType = 'PSObject';
  return record;
}
