// ScriptBlock and what belongs to it.

import { toText } from '../convert.ts';
import { enumerate } from '../enumerate.ts';
import { DotNetException, TerminatingError } from '../errors.ts';
import type { LoopEnumerator } from '../interpreter/compile-loops.ts';
import type { InputEnumerator } from '../interpreter/input-enumerator.ts';
import { newClosure } from '../modules/closure.ts';
import { ScriptBlock } from '../script-block.ts';
import { isDictionary } from '../types/collections/hashtable.ts';
import { GenericList } from '../types/collections/list.ts';
import type { TypeSpec } from '../types/ps-type.ts';
import { knownType } from '../types/registry.ts';
import type { Value } from '../values.ts';
import { SteppablePipeline, steppablePipelineType } from './steppable-pipeline.ts';

const M = 'System.Management.Automation';

function collection(items: Value[]): Value {
  return new GenericList(knownType(`System.Collections.ObjectModel.Collection\`1[${M}.PSObject]`), items);
}

/** What a block called by a .NET method throws comes as an exception that wraps it. */
function guarded(block: ScriptBlock, run: () => Value[]): Value[] {
  const { engine } = block;
  const former = engine.propagateErrors;
  engine.propagateErrors = true;
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof TerminatingError) {
      throw new DotNetException(thrown.record.exception.type, thrown.record.exception.message, {
        ...thrown.record.exception.options,
        properties: { ...thrown.record.exception.options.properties, ErrorRecord: thrown.record },
      });
    }
    throw thrown;
  } finally {
    engine.propagateErrors = former;
  }
}

function invoke(block: ScriptBlock, args: Value[]): Value[] {
  return guarded(block, () => block.call({ args }));
}

function asIs(items: Value[]): Value {
  return items.length === 1 ? items[0]! : items.length === 0 ? null : items;
}

function withContext(block: ScriptBlock, functions: Value, variables: Value, args: Value[]): Value {
  const values: Record<string, Value> = {};
  for (const variable of variables === null || variables === undefined ? [] : enumerate(variables)) {
    const { name, value } = variable as unknown as { name: string; value: Value };
    values[name] = value;
  }
  const blocks = new Map<string, ScriptBlock>();
  if (isDictionary(functions)) {
    for (const [name, body] of functions.entries()) if (body instanceof ScriptBlock) blocks.set(toText(name), body);
  }
  return collection(guarded(block, () => block.engine.callWithFunctions(block, blocks, { args, variables: values })));
}

export function scriptBlockTypes(): TypeSpec[] {
  return [
    steppablePipelineType(),
    {
      name: `${M}.ScriptBlock`,
      convert: undefined,
      properties: {
        [`${M}.Language.ScriptBlockAst Ast`]: (b: ScriptBlock) => b.astObject,
        'string File': (b: ScriptBlock) => b.file ?? null,
        'bool IsFilter': {
          get: (b: ScriptBlock) => b.isFilter,
          set: (b: ScriptBlock, value: boolean) => void (b.isFilter = value),
        },
        'bool IsConfiguration': () => false,
        [`${M}.PSModuleInfo Module`]: (b: ScriptBlock) => b.module ?? null,
        'System.Object Attributes': () => [],
        'System.Object StartPosition': (b: ScriptBlock) => b.startPosition,
        'bool DebuggerHidden': {
          get: (b: ScriptBlock) => b.debuggerHidden,
          set: (b: ScriptBlock, value: boolean) => void (b.debuggerHidden = value),
        },
        'guid Id': () => null,
      },
      methods: {
        'System.Object Invoke(params System.Object[] args)': (b: ScriptBlock, args: Value[]) =>
          collection(invoke(b, args)),
        'System.Object InvokeReturnAsIs(params System.Object[] args)': (b: ScriptBlock, args: Value[]) =>
          asIs(invoke(b, args)),
        'System.Object InvokeWithContext(System.Object functionsToDefine, System.Object variablesToDefine, params System.Object[] args)':
          withContext,
        [`${M}.SteppablePipeline GetSteppablePipeline()`]: (b: ScriptBlock) => new SteppablePipeline(b, []),
        [`${M}.SteppablePipeline GetSteppablePipeline(System.Object commandOrigin)`]: (b: ScriptBlock) =>
          new SteppablePipeline(b, []),
        [`${M}.SteppablePipeline GetSteppablePipeline(System.Object commandOrigin, System.Object[] args)`]: (
          b: ScriptBlock,
          _origin: Value,
          args: Value[],
        ) => new SteppablePipeline(b, args ?? []),
        [`${M}.ScriptBlock GetNewClosure()`]: (b: ScriptBlock) => newClosure(b),
        'void CheckRestrictedLanguage(System.Object allowedCommands, System.Object allowedVariables, bool allowEnvironmentVariables)':
          () => undefined,
        'string ToString()': (b: ScriptBlock) => b.toString(),
      },
      staticMethods: {
        [`${M}.ScriptBlock Create(string script)`]: (script: string) => ScriptBlock.create(script),
      },
    },
    {
      name: 'System.Collections.ArrayList+ArrayListEnumeratorSimple',
      interfaces: ['System.Collections.IEnumerator'],
      properties: { 'System.Object Current': (e: InputEnumerator | LoopEnumerator) => e.current },
      methods: {
        'bool MoveNext()': (e: InputEnumerator | LoopEnumerator) => e.moveNext(),
        'void Reset()': (e: InputEnumerator | LoopEnumerator) => e.reset(),
      },
    },
  ];
}
