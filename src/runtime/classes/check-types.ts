// What a script's classes need to know of types, asked before anything of the script runs: every type that a class names
// exists, its base can be derived from and has the constructor that a derived class calls by itself (about_Classes).

import type * as ast from '../../language/ast.ts';
import type { SyntaxError as ParseFault } from '../../language/errors.ts';
import { children } from '../../language/visit.ts';
import type { CompileContext } from '../interpreter/compile-context.ts';
import { syntaxErrorRecord } from '../interpreter/error-records.ts';
import { type PSType, resolveType, typeNameText } from '../types/registry.ts';

/** Classes of .NET that cannot be derived from and that scripts might try. */
const SEALED = new Set(['System.String', 'System.Text.StringBuilder', 'System.Version', 'System.DBNull']);

class TypeCheck {
  readonly faults: ParseFault[] = [];
  private readonly classes = new Map<string, ast.TypeDefinition>();

  constructor(
    private readonly definitions: readonly ast.TypeDefinition[],
    private readonly context: CompileContext,
  ) {
    for (const definition of definitions) this.classes.set(definition.name.toLowerCase(), definition);
  }

  run(): void {
    for (const definition of this.definitions) {
      if (definition.what === 'enum') continue;
      this.bases(definition);
      for (const member of definition.members) this.member(member);
    }
  }

  private report(id: string, message: string, { start, end }: { start: number; end: number }): void {
    this.faults.push({ id, message, start, end, incomplete: false });
  }

  private bases(definition: ast.TypeDefinition): void {
    for (const base of definition.bases) this.typeName(base);
    const first = definition.bases[0];
    if (first === undefined || first.args !== undefined) return;
    const type = this.classes.has(first.name.toLowerCase()) ? undefined : resolveType(first, this.context.usings);
    if (type !== undefined && isSealed(type))
      this.report('SealedBaseClass', `Cannot inherit from sealed class '${type.name}'.`, first);
    else if (this.lacksConstructor(definition, first, type))
      this.report(
        'BaseClassNoDefaultCtor',
        `Base class '${first.name}' does not contain a parameterless constructor.`,
        definition,
      );
  }

  /** A class without constructors of its own calls the one of its base that takes nothing. */
  private lacksConstructor(definition: ast.TypeDefinition, base: ast.TypeName, type: PSType | undefined): boolean {
    if (constructorsOf(definition).length > 0) return false;
    const script = this.classes.get(base.name.toLowerCase());
    if (script !== undefined) {
      const constructors = constructorsOf(script);
      return constructors.length > 0 && !constructors.some((member) => member.parameters.length === 0);
    }
    if (type === undefined || type.isInterface || type.members.constructors.length === 0) return false;
    return !type.members.constructors.some((overload) => overload.required === 0);
  }

  private member(member: ast.PropertyMember | ast.FunctionMember): void {
    if (member.kind === 'PropertyMember') {
      if (member.type !== undefined) this.typeName(member.type);
      return;
    }
    if (member.returnType !== undefined) this.typeName(member.returnType);
    for (const parameter of member.parameters) this.walk(parameter);
    this.walk(member.body);
  }

  private walk(node: ast.Node): void {
    if (node.kind === 'TypeExpression' || node.kind === 'TypeConstraint') this.typeName(node.type);
    if (node.kind === 'Convert') this.typeName(node.type);
    if (node.kind === 'Parameter')
      for (const attribute of node.attributes) if (attribute.kind === 'TypeConstraint') this.typeName(attribute.type);
    for (const child of children(node)) this.walk(child);
  }

  /** Names that .NET might know without hubshell are left for the moment they are used. */
  private typeName(name: ast.TypeName): void {
    for (const argument of name.args ?? []) this.typeName(argument);
    if (name.args !== undefined || /^(System|Microsoft)\./i.test(name.name)) return;
    if (this.classes.has(name.name.toLowerCase())) return;
    const plain = { ...name, ranks: undefined };
    if (resolveType(plain, this.context.usings) === undefined)
      this.report('TypeNotFound', `Unable to find type [${typeNameText(plain)}].`, name);
  }
}

function constructorsOf(definition: ast.TypeDefinition): ast.FunctionMember[] {
  return definition.members.filter(
    (member): member is ast.FunctionMember => member.kind === 'FunctionMember' && member.constructor_ && !member.static,
  );
}

function isSealed(type: PSType): boolean {
  return type.isValueType || type.isArray || SEALED.has(type.id);
}

/** Throws what the parser of the reference reports. */
export function checkTypes(definitions: readonly ast.TypeDefinition[], context: CompileContext): void {
  const check = new TypeCheck(definitions, context);
  check.run();
  if (check.faults.length > 0) throw syntaxErrorRecord(check.faults, context.source.text, context.source.file);
}
