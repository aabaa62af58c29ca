// What comes down a pipeline: the outputs that commands' definitions name, narrowed by Select-Object and its like in between.

import type { Command, CommandExpression, Expression, Node, Pipeline } from '../../language/ast.ts';
import { metadataFor } from '../binder/command-metadata.ts';
import { CmdletInfo, type CommandInfo, FunctionInfo } from '../command-info.ts';
import type { Engine } from '../engine.ts';
import { matchesWildcard } from '../operators/strings.ts';
import { resolveType } from '../types/registry.ts';
import { bindElements, type ElementBinding } from './bind-elements.ts';
import type { Inference } from './infer-expression.ts';
import {
  chosenMembers,
  enumerated,
  joinedShape,
  type Shape,
  type ShapeMember,
  shapeOfNames,
  shapeOfType,
  shapeOfTypeName,
} from './shape.ts';

/** Commands whose output is their input. */
const PASSING = new Set(['Where-Object', 'Sort-Object', 'Tee-Object', 'Get-Unique', 'Add-Member']);

export function pipelineOutput(inference: Inference, pipeline: Pipeline): Shape | undefined {
  return outputUpTo(inference, pipeline, pipeline.elements.length);
}

function outputUpTo(inference: Inference, pipeline: Pipeline, count: number): Shape | undefined {
  let shape: Shape | undefined;
  for (const element of pipeline.elements.slice(0, count)) shape = elementOutput(inference, element, shape);
  return shape;
}

/** What the command that holds `node` gets from the pipeline: `$_` of its script block, the properties of its arguments. */
export function inputOf(inference: Inference, node: Node): Shape | undefined {
  let below: Node = node;
  for (let at = inference.parents.get(node); at; at = inference.parents.get(at)) {
    if (at.kind === 'Pipeline') {
      const index = at.elements.indexOf(below as Command);
      if (index > 0) return enumerated(outputUpTo(inference, at, index));
    }
    below = at;
  }
  return undefined;
}

function elementOutput(
  inference: Inference,
  element: Command | CommandExpression,
  input: Shape | undefined,
): Shape | undefined {
  if (element.kind === 'CommandExpression') return inference.expression(element.expression);
  const command = commandOf(inference.engine, element);
  if (!command) return undefined;
  const binding = bindElements(command, element, element.elements.length);
  if (PASSING.has(command.name)) return input;
  if (command.name === 'Select-Object') return selected(binding, enumerated(input));
  if (command.name === 'ForEach-Object') return forEachOutput(inference, binding, input);
  if (command.name === 'New-Object') {
    const name = binding.values.get('typename')?.at(-1);
    return name?.kind === 'StringConstant' ? shapeOfTypeName(name.value) : undefined;
  }
  return declaredOutput(inference.engine, command);
}

export function commandOf(engine: Engine, { elements }: Command): CommandInfo | undefined {
  const name = elements[0];
  return name?.kind === 'StringConstant' ? engine.lookupCommand(name.value) : undefined;
}

/** What a command's definition, or a function's [OutputType], says. */
export function declaredOutput(engine: Engine, command: CommandInfo): Shape | undefined {
  if (command instanceof CmdletInfo) {
    const { definition } = command;
    const names = definition.outputProperties?.(engine.host);
    if (names) return shapeOfNames(names);
    return joinedShape((definition.outputs ?? []).flatMap((type) => shapeOfOutput(engine, type) ?? []));
  }
  if (command instanceof FunctionInfo)
    return joinedShape((metadataFor(command)?.outputTypes ?? []).flatMap((type) => shapeOfOutput(engine, type) ?? []));
  return undefined;
}

/** By the type's members; a type that is only a name has the properties that its source or its views know. */
function shapeOfOutput(engine: Engine, name: string): Shape | undefined {
  const type = resolveType(name);
  const hasProperties = type && [...type.members.instance.values()].some(({ kind }) => kind === 'property');
  if (type && hasProperties) return shapeOfType(type);
  const shown = shownProperties(engine)?.(name) ?? [];
  if (shown.length > 0) return shapeOfNames(shown);
  return type && type.spec.name !== 'System.Object' ? shapeOfType(type) : undefined;
}

/** Properties that the views of a type show; the session says which (formatting is no business of the runtime's). */
const SHOWN = 'completion-shown-properties';
export type ShownProperties = (typeName: string) => readonly string[];

export function setShownProperties(engine: Engine, source: ShownProperties): void {
  engine.extensions.set(SHOWN, source);
}
function shownProperties(engine: Engine): ShownProperties | undefined {
  return engine.extensions.get(SHOWN) as ShownProperties | undefined;
}

// ---------------------------------------------------------------- Select-Object, ForEach-Object

/** Name that a calculated property gets: `@{ Name = 'x'; Expression = { } }`. */
function calculatedName(node: Expression): string | undefined {
  if (node.kind !== 'Hashtable') return undefined;
  const entry = node.entries.find(
    ({ key }) => key.kind === 'StringConstant' && /^(n(ame)?|l(abel)?)$/i.test(key.value),
  );
  const value = entry?.value.kind === 'Pipeline' ? entry.value.elements[0] : undefined;
  const expression = value?.kind === 'CommandExpression' ? value.expression : undefined;
  if (expression?.kind === 'StringConstant') return expression.value;
  const word = value?.kind === 'Command' ? value.elements[0] : undefined;
  return word?.kind === 'StringConstant' ? word.value : undefined;
}

function namesIn(expressions: readonly Expression[]): string[] {
  return expressions.flatMap((item) => {
    if (item.kind === 'ArrayLiteral') return namesIn(item.elements);
    if (item.kind === 'StringConstant') return [item.value];
    return calculatedName(item) ?? [];
  });
}

function selected({ values }: ElementBinding, input: Shape | undefined): Shape | undefined {
  const expanded = namesIn(values.get('expandproperty') ?? [])[0];
  if (expanded !== undefined) {
    const member = input?.members().find(({ name }) => name.toLowerCase() === expanded.toLowerCase());
    return enumerated(member?.shape());
  }
  const excluded = namesIn(values.get('excludeproperty') ?? []);
  const isExcluded = (name: string): boolean => excluded.some((pattern) => matchesWildcard(name, pattern));
  const wanted = values.get('property');
  if (!wanted) return input && chosenMembers(input, ({ name }) => !isExcluded(name));
  const properties = input?.members().filter(({ isMethod }) => !isMethod) ?? [];
  const chosen = namesIn(wanted).flatMap((name): ShapeMember[] => {
    const known = properties.filter((property) => matchesWildcard(property.name, name));
    if (known.length > 0 || /[*?[]/.test(name)) return known;
    return [{ name, isMethod: false, toolTip: name, shape: () => undefined }];
  });
  const kept = chosen.filter(({ name }) => !isExcluded(name));
  const methods = shapeOfTypeName('System.Object')?.members() ?? [];
  return { members: () => [...kept, ...methods] };
}

function forEachOutput(inference: Inference, { values }: ElementBinding, input: Shape | undefined): Shape | undefined {
  const name = namesIn(values.get('membername') ?? [])[0];
  if (name !== undefined)
    return enumerated(input)
      ?.members()
      .find((member) => member.name.toLowerCase() === name.toLowerCase())
      ?.shape();
  const block = values.get('process')?.[0];
  const body = block?.kind === 'ScriptBlockExpression' ? block.body : undefined;
  const statements = (body?.processBlock ?? body?.endBlock)?.statements;
  return statements && inference.block({ statements });
}
