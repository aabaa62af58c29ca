// class Name : Base, Interfaces { properties, constructors, methods } as a type of the registry (about_Classes).

import type * as ast from '../../language/ast.ts';
import { DotNetException, TerminatingError } from '../errors.ts';
import { compileAttribute } from '../interpreter/compile-attributes.ts';
import type { CompileContext } from '../interpreter/compile-context.ts';
import type { Body, TypeSpec } from '../types/ps-type.ts';
import { PSType, registerType, resolveType, typeNameText, typeNotFound } from '../types/registry.ts';
import type { Value } from '../values.ts';
import { propertyBody, staticPropertyBody } from './class-properties.ts';
import type { DefineType } from './compile-type.ts';
import { compileConstructor, defaultConstructor } from './constructors.ts';
import { methodBody } from './methods.ts';
import { type CompiledProperty, rememberClass, type ScriptClass } from './script-class.ts';

export function compileClass(node: ast.TypeDefinition, context: CompileContext): DefineType {
  const properties = node.members
    .filter((member) => member.kind === 'PropertyMember')
    .map((member) => compileProperty(member, context));
  const functions = node.members.filter((member) => member.kind === 'FunctionMember');
  return (frame) => {
    const made: ScriptClass = {
      name: node.name,
      type: undefined as unknown as PSType,
      frame,
      properties,
      statics: new Map(),
      constructors: [],
      context,
      hidden: new Set(),
    };
    const spec = specOf(node, made, functions);
    const type = new PSType(spec, (name) => (name === node.name ? type : resolveType(name, context.usings)));
    made.type = type;
    rememberClass(type, made);
    registerType(type, node.name);
    initializeStatics(made);
  };
}

function compileProperty(node: ast.PropertyMember, context: CompileContext): CompiledProperty {
  return {
    node,
    key: node.name.toLowerCase(),
    initial: node.initial && context.expression(node.initial),
    attributes: node.attributes.map((attribute) => compileAttribute(attribute, context)),
  };
}

/** Full .NET name of a type as written, the class's own included. */
export function typeId(name: ast.TypeName | undefined, made: ScriptClass, standard: string): string {
  if (name === undefined) return standard;
  const text = typeNameText(name);
  if (text.toLowerCase() === made.name.toLowerCase()) return made.name;
  const type = resolveType(name, made.context.usings);
  if (type === undefined) {
    // A class of the same script that is defined after this one, or an array of it.
    return text;
  }
  return type.id;
}

function specOf(node: ast.TypeDefinition, made: ScriptClass, functions: ast.FunctionMember[]): TypeSpec {
  const bases = node.bases.map((base) => typeId(base, made, ''));
  const baseTypes = node.bases.map((base) => resolveType(base, made.context.usings));
  const isInterface = baseTypes.map((type) => type?.isInterface === true);
  node.bases.forEach((base, index) => {
    if (baseTypes[index] === undefined) throw typeNotFound(base);
  });
  const spec: TypeSpec = {
    name: node.name,
    base: isInterface[0] === false ? bases[0] : 'System.Object',
    interfaces: bases.filter((_, index) => isInterface[index]),
    assembly: 'script',
    properties: {},
    methods: {},
    staticProperties: {},
    staticMethods: {},
    constructors: {},
  };
  for (const property of made.properties) {
    const signature = `${typeId(property.node.type, made, 'System.Object')} ${property.node.name}`;
    if (property.node.hidden) made.hidden.add(property.key);
    if (property.node.static) spec.staticProperties![signature] = staticPropertyBody(made, property);
    else spec.properties![signature] = propertyBody(made, property);
  }
  for (const member of functions) addFunction(spec, made, member);
  if (made.constructors.length === 0) {
    const code = defaultConstructor();
    made.constructors.push(code);
    spec.constructors!['()'] = code.body(made);
  }
  if (made.hidden.size > 0) spec.hidden = made.hidden;
  return spec;
}

function addFunction(spec: TypeSpec, made: ScriptClass, member: ast.FunctionMember): void {
  const parameters = member.parameters.map((parameter) => parameterText(parameter, made)).join(', ');
  if (member.constructor_ && member.static) {
    made.statics.set('.cctor', member as unknown as Value);
    return;
  }
  if (member.constructor_) {
    const code = compileConstructor(member, made);
    made.constructors.push(code);
    spec.constructors![`(${parameters})`] = code.body(made);
    return;
  }
  if (member.hidden) made.hidden.add(member.name.toLowerCase());
  const returns = member.returnType === undefined ? 'System.Object' : typeId(member.returnType, made, 'void');
  const signature = `${returns === 'System.Void' ? 'void' : returns} ${member.name}(${parameters})`;
  const table = member.static ? spec.staticMethods! : spec.methods!;
  const body = methodBody(member, made);
  table[signature] = body;
  // A string converts to a class that can parse itself.
  if (
    member.static &&
    member.name.toLowerCase() === 'parse' &&
    /^(object|System\.Object|System\.String)[^,]*$/.test(parameters)
  )
    spec.parse = (text) => parsed(body, text);
}

/** What a script's Parse throws is the reason why the conversion fails. */
function parsed(body: Body, text: string): Value {
  try {
    return body(text) as Value;
  } catch (thrown) {
    if (thrown instanceof TerminatingError && thrown.record.exception instanceof DotNetException)
      throw thrown.record.exception;
    throw thrown;
  }
}

function parameterText(parameter: ast.Parameter, made: ScriptClass): string {
  const constraint = parameter.attributes.find((attribute) => attribute.kind === 'TypeConstraint');
  return `${typeId(constraint?.type, made, 'System.Object')} ${parameter.variable.name}`;
}

function initializeStatics(made: ScriptClass): void {
  const cctor = made.statics.get('.cctor');
  made.statics.delete('.cctor');
  for (const property of made.properties) {
    if (property.node.static && property.initial !== undefined) {
      made.statics.set(
        property.key,
        made.type.staticMember(property.key) === undefined ? null : (property.initial(made.frame) ?? null),
      );
    }
  }
  if (cctor !== undefined) methodBody(cctor as unknown as ast.FunctionMember, made)();
}
