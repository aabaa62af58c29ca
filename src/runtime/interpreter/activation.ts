// Starting a compiled block: its frame, its scope, and the way in and out.

import type { Engine } from '../engine.ts';
import { PSVariable, Scope } from '../scope.ts';
import type { ScriptBlock } from '../script-block.ts';
import type { Output, Streams } from '../streams.ts';
import type { Value } from '../values.ts';
import { AutomaticVariables } from './automatic-variables.ts';
import { compileBlock } from './block-compiler.ts';
import { type CompiledBlock, Completion, type Execute } from './compiled-block.ts';
import { LoopSignal } from './flow.ts';
import { Frame } from './frame.ts';

const compiledBlocks = new WeakMap<object, CompiledBlock>();

/** The closures of a block, made when it first runs and shared by all script blocks of the same text. */
export function compiledOf(block: ScriptBlock): CompiledBlock {
  if (block.compiled !== undefined) return block.compiled;
  let compiled = compiledBlocks.get(block.ast);
  if (compiled === undefined) {
    compiled = compileBlock(block.ast);
    compiledBlocks.set(block.ast, compiled);
  }
  block.compiled = compiled;
  return compiled;
}

/** Session state a block runs in. */
function sessionOf(engine: Engine, block: ScriptBlock): import('../session-state.ts').SessionState {
  return block.session ?? engine.frame?.session ?? engine.session;
}

/** A frame with a scope of its own below the running scope of the block's session state. */
export function frameInNewScope(engine: Engine, block: ScriptBlock, name: string, streams: Streams): Frame {
  const compiled = compiledOf(block);
  const session = sessionOf(engine, block);
  const slots: (PSVariable | undefined)[] = new Array(compiled.slotNames.length).fill(undefined);
  const scope = new Scope(session, session.current, compiled.names, slots);
  const frame = new Frame(engine, scope, compiled, slots, streams, engine.frame, name);
  scope.holders = frame;
  scope.activation = new AutomaticVariables(frame);
  return frame;
}

/** A frame of code that is no script block value: class methods, in a scope below `parent`. */
export function frameOfBlock(
  engine: Engine,
  compiled: CompiledBlock,
  session: import('../session-state.ts').SessionState,
  parent: Scope,
  name: string,
  streams: Streams,
): Frame {
  const slots: (PSVariable | undefined)[] = new Array(compiled.slotNames.length).fill(undefined);
  const scope = new Scope(session, parent, compiled.names, slots);
  const frame = new Frame(engine, scope, compiled, slots, streams, engine.frame, name);
  scope.holders = frame;
  scope.activation = new AutomaticVariables(frame);
  return frame;
}

/** A frame in the scope that runs now (dot-sourcing, ForEach-Object). `$args` and the like are its own all the same. */
export function frameInCurrentScope(engine: Engine, block: ScriptBlock, name: string, streams: Streams): Frame {
  const compiled = compiledOf(block);
  const scope = sessionOf(engine, block).current;
  const slots: (PSVariable | undefined)[] = new Array(compiled.slotNames.length).fill(undefined);
  const frame = new Frame(engine, scope, compiled, slots, streams, engine.frame, name);
  frame.nextInScope = scope.holders;
  scope.holders = frame;
  return frame;
}

/** Gives a frame that shares a scope its own `$args` (and others of `names`). */
export function ownVariable(frame: Frame, key: string, name: string, value: Value): void {
  const slot = frame.compiled.names.get(key);
  if (slot !== undefined) frame.slots[slot] = new PSVariable(name, value);
}

/** The frame does not run again: its scope forgets it. */
export function releaseFrame(frame: Frame): void {
  const { scope } = frame;
  if (scope.holders === frame) scope.holders = frame.nextInScope;
  else {
    // Commands of one pipeline do not end in the reverse order of their beginning.
    for (let holder = scope.holders; holder !== undefined; holder = holder.nextInScope) {
      if (holder.nextInScope === frame) {
        holder.nextInScope = frame.nextInScope;
        break;
      }
    }
  }
  if (scope.slots === frame.slots && (scope.functions !== undefined || scope.aliases !== undefined))
    frame.engine.commandVersion++;
}

/** Runs code in a frame. A break or continue that finds no loop in it goes on to the caller's loops. */
export function runInFrame(frame: Frame, code: Execute, output: Output): void {
  const { engine, session } = frame;
  const former = engine.frame;
  const formerScope = session.current;
  engine.frame = frame;
  session.current = frame.scope;
  try {
    const completion = code(frame, output);
    if (completion === Completion.Break || completion === Completion.Continue)
      throw new LoopSignal(completion, frame.label);
  } finally {
    engine.frame = former;
    session.current = formerScope;
  }
}
