// What the binder knows about a command's parameters, whether they come from a cmdlet's definition or from a script's param block.

import type { PSType } from '../types/registry.ts';
import type { Value } from '../values.ts';
import type { ValidationAttribute } from './validation.ts';

export const ALL_SETS = '__AllParameterSets';

/** What one parameter is in one parameter set. */
export interface ParameterSetData {
  mandatory: boolean;
  position: number | undefined;
  byValue: boolean;
  byName: boolean;
  remaining: boolean;
  helpMessage: string;
}

export interface ParameterMetadata {
  name: string;
  key: string;
  aliases: string[];
  type: PSType;
  /** Name of the type as written, for syntax and messages. */
  typeName: string;
  isSwitch: boolean;
  /** By set name; ALL_SETS for all. */
  sets: Map<string, ParameterSetData>;
  /** Bits of the sets it belongs to; -1 for all. */
  setMask: number;
  /** Attributes that check or change an argument, in order of application. */
  validations: ValidationAttribute[];
  allowNull: boolean;
  allowEmptyString: boolean;
  allowEmptyCollection: boolean;
  hidden: boolean;
  common: boolean;
  dynamic: boolean;
  /** Names of a cmdlet's own enumeration. */
  enumValues: string[] | undefined;
  /** Full name of that enumeration. */
  enumName?: string;
  /** Its values may stand together. */
  enumFlags?: boolean;
  /** Attribute objects as scripts see them. */
  attributes: Value[];
  /** Type written on a script parameter: arguments go through its conversion, with other error texts than cmdlets'. */
  scriptTyped: boolean;
  /** [PSTypeName('…')] on the parameter. */
  psTypeName?: string;
  /** Of a type the shell does not know: nothing fits it without a conversion. */
  opaque?: boolean;
  /** Faults of conversion are those of a transformation. */
  convertedRemotely?: boolean;
  /** Makes the value from the argument, in place of the conversion. */
  transform?: (value: Value) => Value;
}

export class CommandMetadata {
  readonly parameters = new Map<string, ParameterMetadata>();
  private readonly byAlias = new Map<string, ParameterMetadata>();
  readonly setNames: string[] = [];
  defaultSet = '';
  supportsShouldProcess = false;
  supportsPaging = false;
  confirmImpact = 'Medium';
  positionalBinding = true;
  /** Binds as cmdlets do: unknown parameters are errors, common parameters exist. */
  advanced = true;
  outputTypes: string[] = [];

  constructor(readonly name: string) {}

  add(parameter: ParameterMetadata): void {
    this.parameters.set(parameter.key, parameter);
    for (const alias of parameter.aliases) this.byAlias.set(alias.toLowerCase(), parameter);
    for (const set of parameter.sets.keys()) this.addSet(set);
  }
  addSet(set: string): void {
    if (set !== ALL_SETS && !this.setNames.some((name) => name.toLowerCase() === set.toLowerCase()))
      this.setNames.push(set);
  }

  /** Parameters that can have a position, that may be mandatory, that take input or what remains; in their order. */
  positional: readonly ParameterMetadata[] = [];
  mandatory: readonly ParameterMetadata[] = [];
  fromPipeline: readonly ParameterMetadata[] = [];
  remaining: readonly ParameterMetadata[] = [];

  private having(test: (data: ParameterSetData) => boolean): ParameterMetadata[] {
    return [...this.parameters.values()].filter((parameter) => [...parameter.sets.values()].some(test));
  }

  /** Call after the last `add`: computes the masks and the lists. */
  finish(): void {
    this.positional = this.having((data) => data.position !== undefined);
    this.mandatory = this.having((data) => data.mandatory);
    this.fromPipeline = this.having((data) => data.byValue || data.byName);
    this.remaining = this.having((data) => data.remaining);
    if (this.defaultSet !== '' && this.defaultSet !== ALL_SETS) this.addSet(this.defaultSet);
    for (const parameter of this.parameters.values()) {
      if (parameter.sets.has(ALL_SETS)) parameter.setMask = -1;
      else {
        parameter.setMask = 0;
        for (const set of parameter.sets.keys()) parameter.setMask |= this.maskOf(set);
      }
    }
  }
  maskOf(set: string): number {
    const index = this.setNames.findIndex((name) => name.toLowerCase() === set.toLowerCase());
    return index < 0 ? 0 : 1 << index;
  }
  get allMask(): number {
    return this.setNames.length === 0 ? -1 : this.setNames.length >= 31 ? -1 : (1 << this.setNames.length) - 1;
  }
  get defaultMask(): number {
    return this.defaultSet === '' ? 0 : this.maskOf(this.defaultSet);
  }

  /** Exact name or alias. */
  exact(key: string): ParameterMetadata | undefined {
    return this.parameters.get(key) ?? this.byAlias.get(key);
  }

  /** Parameters whose name or an alias starts with `key`. */
  startingWith(key: string): ParameterMetadata[] {
    const found: ParameterMetadata[] = [];
    for (const parameter of this.parameters.values()) {
      if (parameter.key.startsWith(key) || parameter.aliases.some((alias) => alias.toLowerCase().startsWith(key)))
        found.push(parameter);
    }
    return found;
  }
}

/** The data of a parameter in a set, the one for all sets where the set has none. */
export function setData(parameter: ParameterMetadata, set: string): ParameterSetData | undefined {
  const own = parameter.sets.get(set);
  if (own !== undefined) return own;
  for (const [name, data] of parameter.sets) if (name.toLowerCase() === set.toLowerCase()) return data;
  return parameter.sets.get(ALL_SETS);
}

export function emptySetData(): ParameterSetData {
  return { mandatory: false, position: undefined, byValue: false, byName: false, remaining: false, helpMessage: '' };
}
