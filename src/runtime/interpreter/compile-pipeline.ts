// Pipelines, pipeline chains and single commands.

import type * as ast from '../../language/ast.ts';
import type { CommandProcessor, PipelineState } from '../pipeline/command-processor.ts';
import { link, runPipeline } from '../pipeline/run-pipeline.ts';
import type { Output } from '../streams.ts';
import { Collector } from '../streams.ts';
import { startBackground } from './background.ts';
import { callSimple } from './call-simple.ts';
import { CommandSite } from './command-site.ts';
import type { CompileContext } from './compile-context.ts';
import { compileEnumerated } from './compile-operators.ts';
import { writeUnrolled } from './compile-values.ts';
import type { Execute } from './compiled-block.ts';
import type { Frame } from './frame.ts';
import { compileRedirections, type Redirect, withRedirections } from './redirections.ts';

/** The expression of a statement that is nothing but a value; undefined for commands, redirections and the like. */
export function isPureExpression(node: ast.Statement): ast.Expression | undefined {
  if (node.kind !== 'Pipeline' || node.elements.length !== 1 || node.background) return undefined;
  const element = node.elements[0]!;
  return element.kind === 'CommandExpression' && element.redirections.length === 0 ? element.expression : undefined;
}

export function compilePipeline(node: ast.Pipeline, context: CompileContext): Execute {
  if (node.background) return startBackground(node, context);
  const [first, ...rest] = node.elements;
  if (capturing && first!.kind === 'Command') return compileCaptured(node.elements, context);
  if (first!.kind === 'CommandExpression') {
    if (rest.length === 0) return compileExpressionStatement(first!, context);
    return compileExpressionPipeline(first!, rest, context);
  }
  if (rest.length === 0) return compileSingleCommand(first!, context);
  return compileCommands(node.elements, context);
}

// ---------------------------------------------------------------- expressions

function isVoid(expression: ast.Expression): boolean {
  return expression.kind === 'Unary' && /^(post)?(\+\+|--)$/.test(expression.operator);
}

/** `(…)`, `$(…)` and `@(…)` keep `$?` of what ran inside. */
function keepsStatus(expression: ast.Expression): boolean {
  return expression.kind === 'Paren' || expression.kind === 'SubExpression' || expression.kind === 'ArrayExpression';
}

function compileExpressionStatement(node: ast.CommandExpression, context: CompileContext): Execute {
  const evaluate = context.expression(node.expression);
  if (isVoid(node.expression)) {
    return (frame) => {
      evaluate(frame);
      frame.engine.success = true;
      return 0;
    };
  }
  const write: Execute = keepsStatus(node.expression)
    ? (frame, output) => {
        writeUnrolled(evaluate(frame), output);
        return 0;
      }
    : (frame, output) => {
        writeUnrolled(evaluate(frame), output);
        frame.engine.success = true;
        return 0;
      };
  if (node.redirections.length === 0) return write;
  const redirections = compileRedirections(node.redirections, context);
  return (frame, output) => withRedirections(frame, output, redirections, (target) => write(frame, target));
}

function compileExpressionPipeline(
  first: ast.CommandExpression,
  rest: (ast.Command | ast.CommandExpression)[],
  context: CompileContext,
): Execute {
  const evaluate = compileEnumerated(first.expression, context);
  const redirections: Redirect[] = compileRedirections(first.redirections, context);
  const sites = commandSites(rest, context, 1);
  return (frame, output) => {
    const state: PipelineState = { failed: false, length: sites.length + 1 };
    let input: import('../values.ts').Value;
    if (redirections.length === 0) input = evaluate(frame);
    else {
      const collector = new Collector();
      withRedirections(frame, collector, redirections, (target) => {
        writeUnrolled(evaluate(frame), target);
        return 0;
      });
      input = collector.items;
    }
    const processors = makeProcessors(frame, sites, state, output);
    processors[0]!.expectingInput = true;
    runPipeline(processors, input, true);
    frame.engine.success = !state.failed;
    return 0;
  };
}

// ---------------------------------------------------------------- commands

function commandSites(
  elements: (ast.Command | ast.CommandExpression)[],
  context: CompileContext,
  from: number,
): CommandSite[] {
  return elements.map((element, index) => {
    if (element.kind !== 'Command') throw new Error('expressions are allowed only as the first element of a pipeline');
    return new CommandSite(element, context, index + from + 1);
  });
}

function makeProcessors(frame: Frame, sites: CommandSite[], state: PipelineState, output: Output): CommandProcessor[] {
  const evaluated = sites.map((site) => site.evaluate(frame));
  const processors = sites.map((site, index) => site.processor(frame, evaluated[index]!, state, output));
  link(processors);
  return processors;
}

function compileCommands(elements: (ast.Command | ast.CommandExpression)[], context: CompileContext): Execute {
  const sites = commandSites(elements, context, 0);
  return (frame, output) => {
    const state: PipelineState = { failed: false, length: sites.length };
    const processors = makeProcessors(frame, sites, state, output);
    runPipeline(processors, undefined, false);
    frame.engine.success = !state.failed;
    return 0;
  };
}

// ---------------------------------------------------------------- steppable pipelines

let capturing = false;

/** Compiles so that the outermost pipeline is only made, not run: `take` gets its commands. */
export function compileForSteps<T>(compile: () => T): T {
  capturing = true;
  try {
    return compile();
  } finally {
    capturing = false;
  }
}

let captured: CommandProcessor[] | undefined;

/** The commands of the pipeline that code compiled by compileForSteps has made. */
export function takeCaptured(): CommandProcessor[] {
  const processors = captured ?? [];
  captured = undefined;
  return processors;
}

function compileCaptured(elements: (ast.Command | ast.CommandExpression)[], context: CompileContext): Execute {
  // Pipelines inside of this one run as usual.
  capturing = false;
  const sites = commandSites(elements, context, 0);
  return (frame, output) => {
    captured = makeProcessors(frame, sites, { failed: false, length: sites.length }, output);
    return 0;
  };
}

function compileSingleCommand(node: ast.Command, context: CompileContext): Execute {
  const site = new CommandSite(node, context, 1);
  return (frame, output) => {
    const called = callSimple(frame, site, output);
    if (called === true) return 0;
    const state: PipelineState = { failed: false, length: 1 };
    const evaluated = called === undefined ? site.evaluate(frame) : site.evaluatedWith(called);
    const processor = site.processor(frame, evaluated, state, output);
    runPipeline([processor], undefined, false);
    frame.engine.success = !state.failed;
    return 0;
  };
}

// ---------------------------------------------------------------- && and ||

export function compileChain(node: ast.PipelineChain, context: CompileContext): Execute {
  if (node.background) return startBackground(node, context);
  const left = context.statement(node.left);
  const right = context.statement(node.right);
  const wanted = node.operator === '&&';
  return (frame, output) => {
    frame.position = node.left;
    runLeft(left, frame, output);
    if (frame.engine.success !== wanted) return 0;
    frame.position = node.right;
    return right(frame, output);
  };
}

/** An error of the left side is reported, and decides. */
function runLeft(left: Execute, frame: Frame, output: Output): void {
  try {
    left(frame, output);
  } catch (thrown) {
    frame.engine.statementFailed(frame, thrown);
  }
}
