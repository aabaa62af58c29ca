// Select-Object -Property, -ExcludeProperty and -ExpandProperty: from one object to a new one, or to the values of a property.

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { enumerate, isEnumerable } from '../../../../src/runtime/enumerate.ts';
import { addMember, typeNames } from '../../../../src/runtime/members.ts';
import { matchesWildcard } from '../../../../src/runtime/operators/strings.ts';
import { PropertyExpression, type PropertyResult } from '../../../../src/runtime/property-expression.ts';
import type { PropertyParameter } from '../../../../src/runtime/property-parameters.ts';
import { addedMembers, type PSMember, PSObject, type Value } from '../../../../src/runtime/values.ts';

type Put = (value: Value) => void;

export class ObjectProjector {
  private constructor(
    private readonly cmdlet: CmdletContext,
    private readonly properties: readonly PropertyParameter[],
    private readonly excluded: readonly string[],
    private readonly expand: PropertyExpression | undefined,
  ) {}

  /** Undefined when objects pass unchanged. */
  static for(cmdlet: CmdletContext, given: readonly PropertyParameter[]): ObjectProjector | undefined {
    const excluded = (cmdlet.args.ExcludeProperty as string[] | undefined) ?? [];
    const name = cmdlet.args.ExpandProperty as string | undefined;
    const expand = name === undefined || name === '' ? undefined : new PropertyExpression(name);
    if (given.length === 0 && excluded.length === 0 && !expand) return undefined;
    const all: PropertyParameter[] = [{ expression: new PropertyExpression('*'), source: '*' }];
    const properties = given.length === 0 && excluded.length > 0 ? all : given;
    return new ObjectProjector(cmdlet, properties, excluded, expand);
  }

  project(value: Value, put: Put): void {
    if (value === null) return;
    if (this.expand) this.expandInto(value, put);
    else put(this.select(value));
  }

  /** The chosen properties as a new object. */
  private select(value: Value): PSObject {
    const result = new PSObject(selectedTypeNames(value));
    for (const parameter of this.properties) this.addProperty(result, value, parameter);
    return result;
  }

  private addProperty(result: PSObject, value: Value, parameter: PropertyParameter): void {
    const found = parameter.expression.getValues(value);
    const { label } = parameter;
    if (label !== undefined && found.length > 1) {
      const type = 'System.InvalidOperationException';
      this.report('RenamingMultipleResults', 'Cannot rename multiple results.', value, type);
      return;
    }
    if (found.length === 0 && !parameter.expression.hasWildcards) {
      this.set(result, label ?? parameter.expression.text, null, value);
      return;
    }
    for (const one of found) {
      const name = label ?? resolvedName(one, value);
      if (!this.isExcluded(name)) this.set(result, name, bareOutput(one), value);
    }
  }

  private isExcluded(name: string): boolean {
    return this.excluded.length > 0 && this.excluded.some((pattern) => matchesWildcard(name, pattern, true));
  }

  private set(result: PSObject, name: string, property: Value, source: Value): void {
    const key = name.toLowerCase();
    if (result.members.has(key)) this.duplicate(name, source, 'AlreadyExistingUserSpecifiedPropertyNoExpand');
    else result.members.set(key, { kind: 'NoteProperty', name, value: property ?? null });
  }

  private duplicate(name: string, source: Value, id: string): void {
    this.report(
      id,
      `The property cannot be processed because the property "${name}" already exists.`,
      source,
      PS_ARGUMENT,
      'InvalidOperation',
    );
  }

  private report(
    id: string,
    message: string,
    target: Value,
    type: string,
    category: 'InvalidOperation' | 'InvalidArgument' = 'InvalidOperation',
  ): void {
    const record = this.cmdlet.makeError(message, id, category, target, type);
    record.targetType = 'PSObject';
    this.cmdlet.error(record);
  }

  // -------------------------------------------------------------- expanding

  private expandInto(value: Value, put: Put): void {
    const found = this.expand!.getValues(value);
    if (found.length === 0) {
      this.report(
        'ExpandPropertyNotFound',
        `Property "${this.expand!.text}" cannot be found.`,
        value,
        PS_ARGUMENT,
        'InvalidArgument',
      );
      return;
    }
    if (found.length > 1) {
      this.report(
        'MutlipleExpandProperties',
        'Multiple properties cannot be expanded.',
        value,
        PS_ARGUMENT,
        'InvalidArgument',
      );
      return;
    }
    const { value: property, error } = found[0]!;
    if (error) {
      this.report(
        'PropertyEvaluationExpand',
        `Property "${this.expand!.text}" cannot be evaluated.`,
        value,
        PS_ARGUMENT,
        'InvalidArgument',
      );
      return;
    }
    const elements: Iterable<Value> = isEnumerable(property) ? enumerate(property) : [property];
    for (const element of elements) put(this.withProperties(element, value));
  }

  /** -Property beside -ExpandProperty: added to what comes out. */
  private withProperties(element: Value, source: Value): Value {
    if (this.properties.length === 0 || element === null || element === undefined) return element;
    const chosen = this.select(source);
    let result: Value = element;
    for (const member of chosen.members.values()) {
      if (hasOwnMember(result, member))
        this.duplicate(member.name, source, 'AlreadyExistingUserSpecifiedPropertyExpand');
      else result = addMember(result, { kind: 'NoteProperty', name: member.name, value: member.value });
    }
    return result;
  }
}

const PS_ARGUMENT = 'System.Management.Automation.PSArgumentException';

function hasOwnMember(value: Value, member: PSMember): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const table = value instanceof PSObject ? value.members : addedMembers(value)?.members;
  return table?.has(member.name.toLowerCase()) === true;
}

function bareOutput(result: PropertyResult): Value {
  return result.error ? null : result.value;
}

/** The name as the object has it. */
function resolvedName(result: PropertyResult, target: Value): string {
  if (result.name !== undefined) return result.name;
  if (result.resolved.script) return result.resolved.text;
  return result.resolved.resolveNames(target)[0]?.text ?? result.resolved.text;
}

const CUSTOM_OBJECT = ['System.Management.Automation.PSCustomObject', 'System.Object'];
let lastNames: readonly string[] | undefined;
let lastSelected: string[] = CUSTOM_OBJECT;

/** `Selected.` and the object's first type name before those of a custom object. */
function selectedTypeNames(value: Value): string[] {
  const names = value === null || value === undefined ? [] : typeNames(value);
  if (names.length === 0) return CUSTOM_OBJECT;
  if (names === lastNames) return lastSelected;
  const first = names[0]!;
  const selected = first.startsWith('Selected.') ? [first, ...CUSTOM_OBJECT] : [`Selected.${first}`, ...CUSTOM_OBJECT];
  lastNames = names;
  return (lastSelected = selected);
}
