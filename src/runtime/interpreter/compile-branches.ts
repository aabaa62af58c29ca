// if and switch.

import type * as ast from '../../language/ast.ts';
import { convertTo, toText } from '../convert.ts';
import { enumerate, isEnumerable } from '../enumerate.ts';
import { binaryOperator } from '../operators/binary.ts';
import { compareEqual } from '../operators/comparison.ts';
import { strictWildcardTest } from '../operators/wildcard.ts';
import { PSVariable } from '../scope.ts';
import { ScriptBlock } from '../script-block.ts';
import type { Output } from '../streams.ts';
import type { Value } from '../values.ts';
import type { CompileContext } from './compile-context.ts';
import { catchSignals, isForLoop, LoopEnumerator, testInterrupt, withLoopVariable } from './compile-loops.ts';
import { truth } from './compile-operators.ts';
import { Completion, type Evaluate, type Execute } from './compiled-block.ts';
import type { Frame } from './frame.ts';
import { operatorContext } from './operator-context.ts';
import { readFileLines } from './switch-file.ts';

export function compileIf(node: ast.If, context: CompileContext): Execute {
  const conditions = node.clauses.map((clause) => context.condition(clause.condition));
  const bodies = node.clauses.map((clause) => context.block(clause.body));
  const elseBody = node.elseBody && context.block(node.elseBody);
  if (conditions.length === 1) {
    const condition = conditions[0]!;
    const body = bodies[0]!;
    return (frame, output) => {
      if (truth(condition(frame))) return body(frame, output);
      return elseBody === undefined ? 0 : elseBody(frame, output);
    };
  }
  return (frame, output) => {
    for (let i = 0; i < conditions.length; i++) if (truth(conditions[i]!(frame))) return bodies[i]!(frame, output);
    return elseBody === undefined ? 0 : elseBody(frame, output);
  };
}

// ---------------------------------------------------------------- switch

/** Tests the current item against one clause. */
type ClauseTest = (frame: Frame, item: Value) => boolean;

interface SwitchPlan {
  node: ast.Switch;
  condition: Evaluate;
  tests: ClauseTest[];
  bodies: Execute[];
  defaultBody: Execute | undefined;
  underscoreSlot: number;
  switchSlot: number;
}

export function compileSwitch(node: ast.Switch, context: CompileContext): Execute {
  const plan: SwitchPlan = {
    node,
    condition: context.condition(node.condition),
    tests: node.clauses.map((clause) => compileTest(clause.test, node, context)),
    bodies: node.clauses.map((clause) => catchSignals(context.loopBody(clause.body))),
    defaultBody: node.defaultBody && catchSignals(context.loopBody(node.defaultBody)),
    underscoreSlot: context.slot('_'),
    switchSlot: context.slot('switch'),
  };
  return (frame, output) => {
    const items = switchItems(plan.condition(frame), node, frame);
    const enumerator = new LoopEnumerator(items);
    return withLoopVariable(frame, 'switch', plan.switchSlot, enumerator, () =>
      runSwitch(plan, frame, output, enumerator),
    );
  };
}

function switchItems(value: Value, node: ast.Switch, frame: Frame): Value[] {
  if (node.file) return readFileLines(frame, toText(value));
  if (Array.isArray(value)) return value;
  if (value === undefined) return [];
  return isEnumerable(value) ? [...enumerate(value)] : [value];
}

function runSwitch(plan: SwitchPlan, frame: Frame, output: Output, enumerator: LoopEnumerator): number {
  const scope = frame.scope;
  const former = scope.own('_');
  const formerValue = former?.value;
  const underscore = former ?? new PSVariable('_');
  if (former === undefined) scope.put('_', underscore);
  frame.slots[plan.underscoreSlot] = underscore;
  try {
    while (enumerator.moveNext()) {
      testInterrupt(frame);
      const item = enumerator.current;
      underscore.value = item;
      const completion = runClauses(plan, frame, output, item, underscore);
      if (completion === Completion.Normal) continue;
      if (completion === Completion.Continue && isForLoop(frame, plan.node.label)) continue;
      if (completion === Completion.Break && isForLoop(frame, plan.node.label)) break;
      return completion;
    }
    return 0;
  } finally {
    if (former === undefined) scope.remove('_');
    else underscore.value = formerValue;
  }
}

function runClauses(plan: SwitchPlan, frame: Frame, output: Output, item: Value, underscore: PSVariable): number {
  let matched = false;
  for (let i = 0; i < plan.tests.length; i++) {
    if (!plan.tests[i]!(frame, item)) continue;
    matched = true;
    const completion = plan.bodies[i]!(frame, output);
    if (completion !== 0) return completion;
    underscore.value = item;
  }
  return matched || plan.defaultBody === undefined ? 0 : plan.defaultBody(frame, output);
}

function compileTest(test: ast.Expression, node: ast.Switch, context: CompileContext): ClauseTest {
  if (test.kind === 'ScriptBlockExpression') {
    const block = context.expression(test);
    return (frame, item) => runsTrue(block(frame) as ScriptBlock, item);
  }
  const evaluate = context.expression(test);
  const matches = matcher(node);
  return (frame, item) => {
    const value = evaluate(frame);
    return value instanceof ScriptBlock ? runsTrue(value, item) : matches(frame, item, value);
  };
}

function runsTrue(block: ScriptBlock, item: Value): boolean {
  const results = block.call({ underscore: item, scope: 'new' });
  return truth(results.length === 1 ? results[0] : results.length === 0 ? null : results);
}

function matcher(node: ast.Switch): (frame: Frame, item: Value, test: Value) => boolean {
  const ignoreCase = !node.caseSensitive;
  switch (node.mode) {
    case 'wildcard':
      return (_frame, item, test) => strictWildcardTest(toText(test), ignoreCase)(toText(item));
    case 'regex': {
      const operator = ignoreCase ? 'imatch' : 'cmatch';
      return (frame, item, test) => truth(binaryOperator(operator)(toText(item), test, operatorContext(frame)));
    }
    default:
      return (_frame, item, test) => exactMatch(item, test, ignoreCase);
  }
}

/** A test that is text is compared with the item as text; other tests with the item as it is. */
function exactMatch(item: Value, test: Value, ignoreCase: boolean): boolean {
  if (typeof test === 'string' && typeof item !== 'string') {
    return truth(compareEqual(item === null ? '' : convertTo(item, 'string'), test, ignoreCase));
  }
  return truth(compareEqual(item, test, ignoreCase));
}
