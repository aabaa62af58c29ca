// #Requires lines (about_Requires): read from the comments of a script, each line like a command of its own.

import type { Command, Expression, Requires } from './ast.ts';
import type { SyntaxError as ScriptSyntaxError } from './errors.ts';
import { syntaxMessage } from './syntax-messages.ts';

export interface RequiresComment {
  start: number;
  /** The command behind the `#`, its extents counted from `start + 1`. */
  command: Command;
}

const parameterNames = ['assembly', 'modules', 'psedition', 'pssnapin', 'runasadministrator', 'shellid', 'version'];

/** Whether a comment is a #Requires line. */
export function isRequires(text: string, start: number, end: number): boolean {
  if (end - start < 9 || text.slice(start, start + 9).toLowerCase() !== '#requires') return false;
  return start + 9 === end || /\s/.test(text[start + 9]!);
}

class RequiresReader {
  readonly requires: Requires = { modules: [], editions: [], runAsAdministrator: false };
  readonly errors: ScriptSyntaxError[] = [];
  private readonly bound = new Set<string>();
  private offset = 0;

  read(comment: RequiresComment): void {
    this.offset = comment.start + 1;
    const { elements } = comment.command;
    for (let index = 1; index < elements.length; index++) {
      const element = elements[index]!;
      if (element.kind !== 'CommandParameter') {
        this.error('ScriptRequiresInvalidFormat', element);
        return;
      }
      const name = fullName(element.name);
      if (name === 'runasadministrator') {
        this.requires.runAsAdministrator = true;
        continue;
      }
      const next = elements[index + 1];
      const argument = element.argument ?? (next !== undefined && next.kind !== 'CommandParameter' ? next : undefined);
      if (argument === undefined) {
        this.error('ParameterRequiresArgument', element, element.name);
        continue;
      }
      if (element.argument === undefined) index++;
      if (name !== 'modules' && this.bound.has(name)) this.error('ParameterAlreadyBound', element, name);
      else this.bind(name, argument);
      this.bound.add(name);
    }
  }

  private bind(name: string, argument: Expression): void {
    const values = argument.kind === 'ArrayLiteral' ? argument.elements : [argument];
    if (name === 'version') this.bindVersion(argument);
    else if (name === 'psedition') {
      for (const value of values) this.bindEdition(value);
    } else if (name === 'modules') {
      for (const value of values) this.bindModule(value);
    } else if (name === '') this.error('ScriptRequiresInvalidFormat', argument);
  }

  private bindVersion(argument: Expression): void {
    const text = constantText(argument) ?? '';
    if (!/^\d+(\.\d+){0,3}$/.test(text)) this.error('RequiresVersionInvalid', argument);
    else this.requires.version = text.includes('.') ? text : `${text}.0`;
  }

  private bindEdition(value: Expression): void {
    const text = constantText(value) ?? '';
    this.requires.editions.push(text);
    if (!/^(core|desktop)$/i.test(text)) this.error('RequiresPSEditionInvalid', value, 'psedition');
  }

  private bindModule(value: Expression): void {
    if (value.kind === 'Hashtable') {
      const module: Requires['modules'][number] = { name: '' };
      for (const entry of value.entries) {
        const key = constantText(entry.key)?.toLowerCase();
        const pipeline = entry.value.kind === 'Pipeline' ? entry.value.elements[0] : undefined;
        const text = pipeline?.kind === 'CommandExpression' ? constantText(pipeline.expression) : undefined;
        if (key === 'modulename') module.name = text ?? '';
        else if (key === 'moduleversion' || key === 'requiredversion') module.version = text ?? '';
      }
      this.requires.modules.push(module);
      return;
    }
    const name = constantText(value);
    if (name === undefined) this.error('ScriptRequiresInvalidFormat', value);
    else this.requires.modules.push({ name });
  }

  private error(id: string, at: { start: number; end: number }, ...values: string[]): void {
    const start = this.offset + at.start;
    this.errors.push({ id, start, end: this.offset + at.end, incomplete: false, message: syntaxMessage(id, values) });
  }
}

function fullName(written: string): string {
  const lower = written.toLowerCase();
  return lower === '' ? '' : (parameterNames.find((name) => name.startsWith(lower)) ?? '');
}

function constantText(value: Expression): string | undefined {
  if (value.kind === 'StringConstant') return value.value;
  return value.kind === 'NumberConstant' ? String(value.value) : undefined;
}

/** What all #Requires lines of a script ask for, and what is wrong with them. */
export function readRequires(comments: readonly RequiresComment[]): {
  requires: Requires;
  errors: ScriptSyntaxError[];
} {
  const reader = new RequiresReader();
  for (const comment of comments) reader.read(comment);
  return { requires: reader.requires, errors: reader.errors };
}
