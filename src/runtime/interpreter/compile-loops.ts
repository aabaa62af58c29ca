// while, do, for and foreach. Back edges test for Ctrl+C.

import type * as ast from '../../language/ast.ts';
import { enumerate, isEnumerable } from '../enumerate.ts';
import { PipelineStopped } from '../errors.ts';
import { PSVariable } from '../scope.ts';
import { NULL_OUTPUT, type Output } from '../streams.ts';
import type { Value } from '../values.ts';
import type { CompileContext } from './compile-context.ts';
import { compileEnumerated, truth } from './compile-operators.ts';
import { Completion, type Execute } from './compiled-block.ts';
import { LoopSignal } from './flow.ts';
import type { Frame } from './frame.ts';
import { compileVariableAssignment } from './variables.ts';

/** Back edges look at the flag now and then only: it may be costly to read. Commands look at it every time. */
export function testInterrupt(frame: Frame): void {
  const { engine } = frame;
  engine.backEdges = (engine.backEdges + 1) & 0x3f;
  if (engine.backEdges === 0 && engine.interrupted) throw new PipelineStopped();
}

/** True when a break or continue with this label means the loop. */
export function isForLoop(frame: Frame, label: string | undefined): boolean {
  const wanted = frame.label;
  if (wanted === undefined) return true;
  if (label === undefined || wanted.toLowerCase() !== label.toLowerCase()) return false;
  frame.label = undefined;
  return true;
}

/** A body whose called code may break or continue this loop from outside (`ForEach-Object { break }`). */
export function catchSignals(body: Execute): Execute {
  return (frame, output) => {
    try {
      return body(frame, output);
    } catch (thrown) {
      if (!(thrown instanceof LoopSignal)) throw thrown;
      frame.engine.frame = frame;
      frame.label = thrown.label;
      return thrown.completion;
    }
  };
}

/** What a loop does with the completion of its body: go on (0), leave normally (1), or hand it outwards (2). */
function afterBody(completion: number, frame: Frame, label: string | undefined): 0 | 1 | 2 {
  if (completion === Completion.Continue && isForLoop(frame, label)) return 0;
  if (completion === Completion.Break && isForLoop(frame, label)) return 1;
  return 2;
}

export function compileWhile(node: ast.While, context: CompileContext): Execute {
  const condition = context.condition(node.condition);
  const body = catchSignals(context.loopBody(node.body));
  const label = node.label;
  return (frame, output) => {
    while (truth(condition(frame))) {
      testInterrupt(frame);
      const completion = body(frame, output);
      if (completion !== 0) {
        const then = afterBody(completion, frame, label);
        if (then === 1) break;
        if (then === 2) return completion;
      }
    }
    return 0;
  };
}

export function compileDoWhile(node: ast.DoWhile, context: CompileContext): Execute {
  const condition = context.condition(node.condition);
  const body = catchSignals(context.loopBody(node.body));
  const { label, until } = node;
  return (frame, output) => {
    do {
      testInterrupt(frame);
      const completion = body(frame, output);
      if (completion !== 0) {
        const then = afterBody(completion, frame, label);
        if (then === 1) break;
        if (then === 2) return completion;
      }
    } while (truth(condition(frame)) !== until);
    return 0;
  };
}

/** What the first and the last part of a for statement give is thrown away. */
export function compileFor(node: ast.For, context: CompileContext): Execute {
  const initializer = node.initializer && context.statement(node.initializer);
  const condition = node.condition && context.condition(node.condition);
  const iterator = node.iterator && context.statement(node.iterator);
  const body = catchSignals(context.loopBody(node.body));
  const { label } = node;
  return (frame, output) => {
    if (initializer) initializer(frame, NULL_OUTPUT);
    while (condition === undefined || truth(condition(frame))) {
      testInterrupt(frame);
      const completion = body(frame, output);
      if (completion !== 0) {
        const then = afterBody(completion, frame, label);
        if (then === 1) break;
        if (then === 2) return completion;
      }
      if (iterator) iterator(frame, NULL_OUTPUT);
    }
    return 0;
  };
}

/** The object behind `$foreach` and `$switch`: where the loop is, and the way to the next element. */
export class LoopEnumerator {
  private index = -1;
  constructor(private readonly items: readonly Value[]) {}
  get current(): Value {
    return this.items[this.index] ?? null;
  }
  moveNext(): boolean {
    if (this.index < this.items.length) this.index++;
    return this.index < this.items.length;
  }
  reset(): void {
    this.index = -1;
  }
}

/** Elements a foreach runs over: null gives none, a single object gives itself. */
function elementsOf(value: Value): Iterable<Value> {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value;
  return isEnumerable(value) ? enumerate(value) : [value];
}

/** The expression that a foreach runs over, when it is nothing else. */
function plainExpression(node: ast.Pipeline): ast.Expression | undefined {
  const first = node.elements[0];
  const plain = node.elements.length === 1 && !node.background && first?.kind === 'CommandExpression';
  return plain && first.redirections.length === 0 ? first.expression : undefined;
}

export function compileForEach(node: ast.ForEach, context: CompileContext): Execute {
  const collection = context.condition(node.collection);
  const assign = compileVariableAssignment(node.variable, context);
  const body = catchSignals(context.loopBody(node.body));
  const plain = node.collection.kind === 'Pipeline' ? plainExpression(node.collection) : undefined;
  const enumerated = plain === undefined ? collection : compileEnumerated(plain, context);
  const loop: Loop = { label: node.label, assign, body, variable: node.variable };
  if (/\$foreach\b/i.test(context.text(node.body))) {
    const enumeratorSlot = context.slot('foreach');
    return (frame, output) =>
      runWithEnumerator(loop, frame, output, [...elementsOf(collection(frame))], enumeratorSlot);
  }
  return (frame, output) => {
    const value = enumerated(frame);
    return Array.isArray(value)
      ? runOverArray(loop, frame, output, value)
      : runOver(loop, frame, output, elementsOf(value));
  };
}

interface Loop {
  label: string | undefined;
  /** Where an error is that taking the next element raises. */
  variable: ast.ForEach['variable'];
  assign: (frame: Frame, value: Value) => void;
  body: Execute;
}

function runOverArray(loop: Loop, frame: Frame, output: Output, array: Value[]): number {
  const { assign, body, label } = loop;
  for (let i = 0; i < array.length; i++) {
    testInterrupt(frame);
    assign(frame, array[i]);
    const completion = body(frame, output);
    if (completion !== 0) {
      const then = afterBody(completion, frame, label);
      if (then === 1) break;
      if (then === 2) return completion;
    }
  }
  return 0;
}

function runOver(loop: Loop, frame: Frame, output: Output, elements: Iterable<Value>): number {
  const iterator = elements[Symbol.iterator]();
  for (;;) {
    frame.position = loop.variable;
    const next = iterator.next();
    if (next.done) break;
    testInterrupt(frame);
    loop.assign(frame, next.value);
    const completion = loop.body(frame, output);
    if (completion !== 0) {
      const then = afterBody(completion, frame, loop.label);
      if (then === 1) break;
      if (then === 2) return completion;
    }
  }
  return 0;
}

function runWithEnumerator(loop: Loop, frame: Frame, output: Output, items: Value[], slot: number): number {
  const enumerator = new LoopEnumerator(items);
  return withLoopVariable(frame, 'foreach', slot, enumerator, () => {
    while (enumerator.moveNext()) {
      testInterrupt(frame);
      loop.assign(frame, enumerator.current);
      const completion = loop.body(frame, output);
      if (completion !== 0) {
        const then = afterBody(completion, frame, loop.label);
        if (then === 1) break;
        if (then === 2) return completion;
      }
    }
    return 0;
  });
}

/** Runs with `$foreach` or `$switch` set, and gives it its former value back. */
export function withLoopVariable(
  frame: Frame,
  name: string,
  slot: number,
  enumerator: LoopEnumerator,
  run: () => number,
): number {
  const scope = frame.scope;
  const former = scope.own(name);
  const formerValue = former?.value;
  const variable = former ?? new PSVariable(name);
  if (former === undefined) scope.put(name, variable);
  variable.value = enumerator;
  frame.slots[slot] = variable;
  try {
    return run();
  } finally {
    if (former === undefined) scope.remove(name);
    else variable.value = formerValue;
  }
}
