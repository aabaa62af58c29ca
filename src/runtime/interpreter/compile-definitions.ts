// Statements that define: functions, data sections, using.

import type * as ast from '../../language/ast.ts';
import { AliasInfo, FunctionInfo } from '../command-info.ts';
import { PSVariable } from '../scope.ts';
import { ScriptBlock } from '../script-block.ts';
import { Collector } from '../streams.ts';
import type { CompileContext } from './compile-context.ts';
import type { Execute } from './compiled-block.ts';
import type { Frame } from './frame.ts';

/** `function f($a) { }` is `function f { param($a) }`. */
export function functionBody(node: ast.FunctionDefinition): ast.ScriptBlock {
  if (node.parameters === undefined || node.body.param !== undefined) return node.body;
  const first = node.parameters[0] ?? node.body;
  const param: ast.ParamBlock = {
    kind: 'ParamBlock',
    attributes: [],
    parameters: node.parameters,
    start: first.start,
    end: node.body.start,
  };
  return { ...node.body, param };
}

export function makeFunction(node: ast.FunctionDefinition, frame: Frame, body: ast.ScriptBlock): FunctionInfo {
  const name = node.name.replace(/^(global|script|local|private|function):/i, '');
  const block = new ScriptBlock(frame.engine, body, frame.session, node.body.start + 1, node.body.end - 1);
  block.isFilter = node.filter;
  const { parameters } = node;
  if (parameters !== undefined && parameters.length > 0) {
    const text = node.body.source.text.slice(parameters[0]!.start, parameters.at(-1)!.end);
    block.parameterText = `param(${text})\n`;
  }
  const info = new FunctionInfo(name, block, node.filter);
  info.module = frame.session.module;
  return info;
}

export function compileFunction(node: ast.FunctionDefinition): Execute {
  const prefix = /^(global|script|local|private):/i.exec(node.name)?.[1]?.toLowerCase();
  let body = functionBody(node);
  if (node.filter && body.processBlock === undefined && body.endBlock?.unnamed) body = asFilter(body);
  const aliases = aliasesOf(body);
  return (frame) => {
    const { engine, scope } = frame;
    const info = makeFunction(node, frame, body);
    const target = prefix === 'global' ? scope.globalScope : prefix === 'script' ? scope.scriptScope : scope;
    if (prefix === 'private') info.options |= 4;
    engine.checkFunctionWritable(target, info.name);
    engine.functions.setIn(target, info);
    for (const alias of aliases) engine.aliases.setIn(target, new AliasInfo(alias, info.name));
    engine.success = true;
    return 0;
  };
}

/** `[Alias('a', 'b')] param(…)`: other names of the function. */
function aliasesOf(body: ast.ScriptBlock): string[] {
  const attributes = body.param?.attributes ?? [];
  return attributes
    .filter(
      (attribute) =>
        attribute.kind === 'Attribute' &&
        /^(System\.Management\.Automation\.)?Alias(Attribute)?$/i.test(attribute.type.name),
    )
    .flatMap((attribute) => (attribute.kind === 'Attribute' ? attribute.positional : []))
    .flatMap((argument) => (argument.kind === 'StringConstant' ? [argument.value] : []));
}

/** The body of a filter is its process block. */
function asFilter(body: ast.ScriptBlock): ast.ScriptBlock {
  const { endBlock, ...rest } = body;
  return { ...rest, processBlock: { ...endBlock!, name: 'process', unnamed: false } };
}

/** `data name { … }`: the value of its statements, in a variable when it has a name. */
export function compileData(node: ast.DataStatement, context: CompileContext): Execute {
  const body = context.block(node.body);
  const { variable } = node;
  return (frame, output) => {
    if (variable === undefined) return body(frame, output);
    const collector = new Collector();
    body(frame, collector);
    const key = variable.toLowerCase();
    const present = frame.scope.own(key);
    if (present !== undefined) present.value = collector.result ?? null;
    else frame.scope.put(key, new PSVariable(variable, collector.result ?? null));
    return 0;
  };
}

/** Namespaces are known to the compiler; modules are imported when the statement runs. */
export function compileUsing(node: ast.UsingStatement): Execute {
  if (node.what !== 'module') return () => 0;
  const { name } = node;
  return (frame) => {
    if (name.kind === 'StringConstant') frame.engine.invokeCommand('Import-Module', { named: { Name: name.value } });
    return 0;
  };
}
