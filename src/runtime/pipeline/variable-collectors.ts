// -OutVariable, -ErrorVariable, -WarningVariable, -InformationVariable and -PipelineVariable.

import type { Engine } from '../engine.ts';
import { PSVariable, type Scope } from '../scope.ts';
import { ArrayList } from '../types/collections/list.ts';
import type { Value } from '../values.ts';
import type { CommonOptions } from './common-options.ts';

export class VariableCollectors {
  out: Value[] | undefined;
  error: Value[] | undefined;
  warning: Value[] | undefined;
  information: Value[] | undefined;
  private pipelineVariable: PSVariable | undefined;
  private pipelineScope: Scope | undefined;

  constructor(private readonly engine: Engine) {}

  open(options: CommonOptions): void {
    this.out = this.list(options.outVariable);
    this.error = this.list(options.errorVariable);
    this.warning = this.list(options.warningVariable);
    this.information = this.list(options.informationVariable);
    if (options.pipelineVariable !== undefined) {
      this.pipelineScope = this.engine.scope;
      const key = options.pipelineVariable.toLowerCase();
      this.pipelineVariable = this.pipelineScope.own(key) ?? new PSVariable(options.pipelineVariable);
      this.pipelineScope.put(key, this.pipelineVariable);
    }
  }

  /** Adds a record unless it is there already. */
  add(kind: 'error' | 'warning' | 'information', record: Value): void {
    const list = this[kind];
    if (list !== undefined && !list.includes(record)) list.push(record);
  }

  setPipelineVariable(value: Value): void {
    if (this.pipelineVariable !== undefined) this.pipelineVariable.value = value;
  }

  /** After the pipeline, the variable is gone. */
  close(): void {
    if (this.pipelineVariable === undefined) return;
    this.pipelineScope?.remove(this.pipelineVariable.name.toLowerCase());
    this.pipelineVariable = undefined;
  }

  /** The list behind a variable; `+name` goes on with what the variable holds. */
  private list(name: string | undefined): Value[] | undefined {
    if (name === undefined || name === '') return undefined;
    const append = name.startsWith('+');
    const bare = (append ? name.slice(1) : name).replace(/^(global|script|local|private):/i, '');
    const scope = /^\+?global:/i.test(name)
      ? this.engine.globalScope
      : /^\+?script:/i.test(name)
        ? this.engine.scope.scriptScope
        : this.engine.scope;
    const key = bare.toLowerCase();
    const variable = scope.own(key);
    const former = append ? variable?.value : undefined;
    const list = new ArrayList(
      former === undefined || former === null
        ? []
        : former instanceof ArrayList
          ? [...former.items]
          : Array.isArray(former)
            ? [...former]
            : [former],
    );
    if (variable !== undefined) variable.value = list;
    else scope.put(key, new PSVariable(bare, list));
    return list.items;
  }
}
