// Completers that scripts bring: Register-ArgumentCompleter, [ArgumentCompleter({ … })] and [ArgumentCompletions('a', 'b')].

import type { Command, Expression, ScriptBlock as ScriptBlockNode } from '../../language/ast.ts';
import { AstView, scriptBlockView } from '../automation/ast-view.ts';
import { AttributeObject } from '../binder/attributes.ts';
import type { ParameterMetadata } from '../binder/metadata.ts';
import type { CommandInfo } from '../command-info.ts';
import { toText } from '../convert.ts';
import type { Engine } from '../engine.ts';
import { enumerate } from '../enumerate.ts';
import { callScriptBlock, isScriptBlock } from '../types/callable.ts';
import { Hashtable } from '../types/collections/hashtable.ts';
import type { Value } from '../values.ts';
import type { ElementBinding } from './bind-elements.ts';
import { beginning, CompletionMatch, parameterValue } from './completion-match.ts';

const KEY = 'argument-completers';

/** Script blocks by `command:parameter` in lower case; `native:command` for programs' arguments. */
export function registeredCompleters(engine: Engine): Map<string, Value> {
  let completers = engine.extensions.get(KEY) as Map<string, Value> | undefined;
  if (!completers) engine.extensions.set(KEY, (completers = new Map()));
  return completers;
}

export function constantOf(node: Expression | undefined): Value {
  switch (node?.kind) {
    case 'StringConstant':
    case 'ExpandableString':
      return node.value;
    case 'NumberConstant':
      return node.type === 'Int32' ? (node.value as number) : String(node.value);
    case 'Variable':
      return /^true$/i.test(node.name) ? true : /^false$/i.test(node.name) ? false : null;
    case 'ArrayLiteral':
      return node.elements.map((element) => constantOf(element));
    default:
      return null;
  }
}

/** What is bound so far, as far as the text tells: `$fakeBoundParameters`. */
function boundTable({ values, given }: ElementBinding): Hashtable {
  const table = new Hashtable();
  for (const parameter of given) {
    const texts = values.get(parameter.key);
    table.set(parameter.name, texts ? constantOf(texts.length === 1 ? texts[0] : undefined) : true);
  }
  return table;
}

function viewOf(root: ScriptBlockNode, node: Command): AstView {
  return new AstView(node, root.source, scriptBlockView(root));
}

/** What a completer's block puts out: texts, or CompletionResult objects as they are. Its errors are nobody's concern. */
function called(block: Value, args: Value[]): CompletionMatch[] {
  if (!isScriptBlock(block)) return [];
  let output: Value[];
  try {
    output = callScriptBlock(block, { args });
  } catch {
    // As in the reference: a completer that fails offers nothing.
    return [];
  }
  return output
    .filter((item) => item !== null && item !== undefined)
    .map((item) => (item instanceof CompletionMatch ? item : new CompletionMatch(toText(item), toText(item), 'Text')));
}

export interface CompleterCall {
  root: ScriptBlockNode;
  command: Command;
  info: CommandInfo;
  parameter: ParameterMetadata;
  binding: ElementBinding;
  word: string;
  quote: string | undefined;
}

/** Undefined when no script has a say in this parameter. */
export function scriptCompletions(engine: Engine, call: CompleterCall): CompletionMatch[] | undefined {
  const { info, parameter, word, quote } = call;
  const completers = registeredCompleters(engine);
  const registered =
    completers.get(`${info.name}:${parameter.name}`.toLowerCase()) ??
    completers.get(`:${parameter.name}`.toLowerCase());
  const attribute = attributeNamed(parameter, 'ArgumentCompleter');
  const block = registered ?? attribute?.properties.get('scriptblock');
  if (block !== undefined && block !== null) {
    const args = [info.name, parameter.name, word, viewOf(call.root, call.command), boundTable(call.binding)];
    return called(block, args);
  }
  const offered = attributeNamed(parameter, 'ArgumentCompletions')?.properties.get('completions');
  if (offered === undefined) return undefined;
  return [...enumerate(offered)]
    .map((item) => toText(item))
    .filter(beginning(word))
    .map((item) => parameterValue(item, quote));
}

function attributeNamed(parameter: ParameterMetadata, name: string): AttributeObject | undefined {
  return parameter.attributes.find(
    (attribute): attribute is AttributeObject =>
      attribute instanceof AttributeObject && attribute.typeName === `System.Management.Automation.${name}Attribute`,
  );
}

/** Completers of programs: word, command and cursor. */
export function nativeCompletions(
  engine: Engine,
  root: ScriptBlockNode,
  command: Command,
  word: string,
  cursor: number,
): CompletionMatch[] | undefined {
  const name = command.elements[0];
  if (name?.kind !== 'StringConstant') return undefined;
  const block = registeredCompleters(engine).get(`native:${name.value}`.toLowerCase());
  return block === undefined ? undefined : called(block, [word, viewOf(root, command), cursor]);
}
