// From syntax tree to closures. Puts the parts together; each part compiles one family of nodes.

import type * as ast from '../../language/ast.ts';
import { compileTypeDefinition, withDefinitions } from '../classes/compile-type.ts';
import { Collector } from '../streams.ts';
import { compileAssign, compileAssignment, compileIncrement } from './compile-assignment.ts';
import { compileAttribute, compileParameter } from './compile-attributes.ts';
import { compileIf, compileSwitch } from './compile-branches.ts';
import { CompileContext, type CompilerParts } from './compile-context.ts';
import { compileConversion } from './compile-conversion.ts';
import { compileData, compileFunction, compileUsing } from './compile-definitions.ts';
import { compileBreak, compileExit, compileReturn, compileThrow } from './compile-jumps.ts';
import { compileDoWhile, compileFor, compileForEach, compileWhile } from './compile-loops.ts';
import { compileIndex, compileInvokeMember, compileMember } from './compile-members.ts';
import { compileBinary, compileUnary, truth } from './compile-operators.ts';
import { compileChain, compilePipeline, isPureExpression } from './compile-pipeline.ts';
import { compileStatements } from './compile-statements.ts';
import { compileTry } from './compile-try.ts';
import {
  compileArrayExpression,
  compileArrayLiteral,
  compileExpandable,
  compileHashtable,
  compileNumber,
  compileScriptBlock,
  compileSubExpression,
  compileTypeExpression,
} from './compile-values.ts';
import type { CompiledBlock, Evaluate, Execute } from './compiled-block.ts';
import { compileVariable } from './variables.ts';

function expression(node: ast.Expression, context: CompileContext): Evaluate {
  switch (node.kind) {
    case 'NumberConstant':
      return compileNumber(node);
    case 'StringConstant': {
      const { value } = node;
      return () => value;
    }
    case 'ExpandableString':
      return compileExpandable(node, context);
    case 'Variable':
      return compileVariable(node, context);
    case 'Binary':
      return compileBinary(node, context);
    case 'Unary':
      return /(\+\+|--)$/.test(node.operator) ? compileIncrement(node, context) : compileUnary(node, context);
    case 'Ternary': {
      const condition = expression(node.condition, context);
      const ifTrue = expression(node.ifTrue, context);
      const ifFalse = expression(node.ifFalse, context);
      return (frame) => (truth(condition(frame)) ? ifTrue(frame) : ifFalse(frame));
    }
    case 'ArrayLiteral':
      return compileArrayLiteral(node, context);
    case 'ArrayExpression':
      return compileArrayExpression(node, context);
    case 'SubExpression':
      return compileSubExpression(node, context);
    case 'Paren':
      return value(node.pipeline, context);
    case 'Hashtable':
      return compileHashtable(node, context);
    case 'ScriptBlockExpression':
      return compileScriptBlock(node);
    case 'TypeExpression':
      return compileTypeExpression(node, context);
    case 'Convert':
      return compileConversion(node, context);
    case 'Attributed':
      return expression(node.operand, context);
    case 'Member':
      return compileMember(node, context);
    case 'InvokeMember':
      return compileInvokeMember(node, context);
    case 'Index':
      return compileIndex(node, context);
    case 'ErrorExpression':
      throw new Error('text with syntax errors cannot be compiled');
  }
}

function statement(node: ast.Statement, context: CompileContext): Execute {
  switch (node.kind) {
    case 'Pipeline':
      return compilePipeline(node, context);
    case 'PipelineChain':
      return compileChain(node, context);
    case 'Assignment': {
      const assign = compileAssignment(node, context);
      return (frame) => {
        assign(frame);
        frame.engine.success = true;
        return 0;
      };
    }
    case 'If':
      return compileIf(node, context);
    case 'While':
      return compileWhile(node, context);
    case 'DoWhile':
      return compileDoWhile(node, context);
    case 'For':
      return compileFor(node, context);
    case 'ForEach':
      return compileForEach(node, context);
    case 'Switch':
      return compileSwitch(node, context);
    case 'Try':
      return compileTry(node, context);
    case 'Trap':
      return () => 0;
    case 'Break':
    case 'Continue':
      return compileBreak(node, context);
    case 'Return':
      return compileReturn(node, context);
    case 'Throw':
      return compileThrow(node, context);
    case 'Exit':
      return compileExit(node, context);
    case 'FunctionDefinition':
      return compileFunction(node);
    case 'Data':
      return compileData(node, context);
    case 'Using':
      return compileUsing(node);
    case 'TypeDefinition':
      return compileTypeDefinition(node, context);
    case 'StatementBlock':
      return context.block(node);
  }
}

/** A statement as a value: a pure expression as it is, anything else what it puts out. */
function value(node: ast.Statement, context: CompileContext): Evaluate {
  if (node.kind === 'Assignment') return compileAssignment(node, context);
  const pure = isPureExpression(node);
  if (pure !== undefined) return expression(pure, context);
  const code = statement(node, context);
  return (frame) => {
    const collector = new Collector();
    const { position } = frame;
    code(frame, collector);
    frame.position = position;
    return collector.result;
  };
}

function condition(node: ast.PipelineStatement, context: CompileContext): Evaluate {
  const evaluate = value(node, context);
  return (frame) => {
    frame.position = node;
    return evaluate(frame);
  };
}

const parts: CompilerParts = {
  expression,
  statement,
  statements: compileStatements,
  value,
  condition,
  assign: compileAssign,
};

/** Compiles a script block: a function's body, a script, or the code between braces. */
export function compileBlock(node: ast.ScriptBlock, method = false): CompiledBlock {
  const usings = node.usings
    .filter((using) => using.what === 'namespace')
    .map((using) => (using.name.kind === 'StringConstant' ? using.name.value : ''));
  const context = new CompileContext(node.source, parts, namespacesOf(node.source, usings));
  context.method = method;
  const parameters = (node.param?.parameters ?? [])
    .map((parameter) => {
      context.slot(parameter.variable.name);
      return parameter;
    })
    .map((parameter) => compileParameter(parameter, context));
  context.parameters = parameters;
  const attributes = (node.param?.attributes ?? []).map((attribute) => compileAttribute(attribute, context));
  const block = (named: ast.NamedBlock | undefined): Execute | undefined =>
    named &&
    withDefinitions(named.statements, context, () => compileStatements(named.statements, named.traps, context));
  const begin = block(node.beginBlock);
  const process = block(node.processBlock);
  const end = block(node.endBlock);
  const advanced =
    attributes.some((attribute) => attribute.key === 'cmdletbinding') ||
    parameters.some((parameter) => parameter.attributes.some((attribute) => attribute.key === 'parameter'));
  return {
    node,
    names: context.names,
    slotNames: context.slotNames,
    parameters,
    attributes,
    usings: context.usings,
    begin,
    process,
    end,
    clean: block(node.cleanBlock),
    dynamicParam: block(node.dynamicParamBlock),
    advanced,
    simple:
      !advanced &&
      begin === undefined &&
      process === undefined &&
      node.cleanBlock === undefined &&
      node.dynamicParamBlock === undefined &&
      parameters.every((parameter) => parameter.attributes.length === 0),
  };
}

const namespaces = new WeakMap<object, readonly string[]>();

/** `using namespace` holds for the whole file: nested blocks get it from the outermost one, which is compiled first. */
function namespacesOf(source: object, own: string[]): readonly string[] {
  if (own.length > 0) namespaces.set(source, own);
  return namespaces.get(source) ?? own;
}
