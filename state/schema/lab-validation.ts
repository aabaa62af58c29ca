// Checks a lab's file: JSON, form by schema, and that names inside it agree. Every fault is told with file, path inside and rule.

import * as v from 'valibot';
import { type Lab, labSchema } from './lab.ts';

/** A file that is no lab. */
export class LabError extends Error {
  constructor(
    readonly file: string,
    readonly path: string,
    readonly rule: string,
  ) {
    super(`${file}: ${path}: ${rule}.`);
    this.name = 'LabError';
  }
}

/** Reads a lab from its file's text; `file` stands for it in errors. */
export function parseLab(text: string, file: string): Lab {
  const [fault, lab] = checkLab(text, file);
  if (fault) throw fault;
  return lab!;
}

/** The first fault, or the lab. */
function checkLab(text: string, file: string): [LabError | undefined, Lab | undefined] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return [new LabError(file, 'the whole file', `it must be JSON (${(error as Error).message})`), undefined];
  }
  const result = v.safeParse(labSchema(), value, { abortPipeEarly: true });
  if (!result.success) return [schemaFault(result.issues, file), undefined];
  const fault = namesFault(result.output);
  return fault ? [new LabError(file, fault.path, fault.rule), undefined] : [undefined, result.output];
}

function schemaFault(issues: readonly v.BaseIssue<unknown>[], file: string): LabError {
  const issue = issues[0]!;
  const path = v.getDotPath(issue) ?? 'the whole file';
  return new LabError(file, path, ruleOf(issue));
}

function ruleOf(issue: v.BaseIssue<unknown>): string {
  if (issue.expected === 'never') return 'there is no such property in a lab';
  if (issue.received === 'undefined') return 'it is missing';
  if (issue.message.startsWith('Invalid ')) return `it must be ${issue.expected}, not ${issue.received}`;
  return `it ${issue.message}`;
}

interface Fault {
  path: string;
  rule: string;
}

function namesFault(lab: Lab): Fault | undefined {
  const ids = new Set<string>();
  for (const [list, goals] of [
    ['goals', lab.goals],
    ['forbidden', lab.forbidden ?? []],
  ] as const) {
    for (const [index, { id }] of goals.entries()) {
      if (ids.has(id)) return { path: `${list}.${index}.id`, rule: `the id '${id}' is in use already` };
      ids.add(id);
    }
  }
  for (const [index, { fails }] of lab.wrongFixes.entries())
    if (!ids.has(fails)) return { path: `wrongFixes.${index}.fails`, rule: `there is no goal '${fails}'` };
  for (const [index, { done }] of (lab.steps ?? []).entries())
    if ('goal' in done && !ids.has(done.goal))
      return { path: `steps.${index}.done.goal`, rule: `there is no goal '${done.goal}'` };
  return drawFault(lab);
}

const placeholder = /\{\{\s*([A-Za-z]\w*)(?:\.(\w+))?\s*\}\}/g;

/** Placeholders name a drawn value, and the choices of one draw have the same fields. */
function drawFault(lab: Lab): Fault | undefined {
  const { draws = {}, ...rest } = lab;
  const fields = new Map<string, Set<string> | undefined>();
  for (const [name, choices] of Object.entries(draws)) {
    const [first] = choices;
    const shape = typeof first === 'string' ? undefined : Object.keys(first!).sort().join();
    const other = choices.findIndex(
      (choice) => (typeof choice === 'string' ? undefined : Object.keys(choice).sort().join()) !== shape,
    );
    if (other >= 0) return { path: `draws.${name}.${other}`, rule: 'it must have the same fields as the first choice' };
    fields.set(name, typeof first === 'string' ? undefined : new Set(Object.keys(first!)));
  }
  for (const [path, text] of stringsOf(rest, '')) {
    for (const [whole, name, field] of text.matchAll(placeholder)) {
      const known = fields.has(name!) && (field === undefined ? !fields.get(name!) : fields.get(name!)?.has(field));
      if (!known) return { path, rule: `'${whole}' names nothing that is drawn` };
    }
  }
  return undefined;
}

function* stringsOf(value: unknown, path: string): Iterable<[string, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* stringsOf(item, path === '' ? key : `${path}.${key}`);
}

/** The lab with each placeholder replaced by what was drawn. */
export function fillIn(lab: Lab, drawn: Record<string, string | Record<string, string>>): Lab {
  const filled = (value: unknown): unknown => {
    if (typeof value === 'string')
      return value.replace(placeholder, (whole, name: string, field: string | undefined) => {
        const choice = drawn[name];
        if (choice === undefined) return whole;
        return typeof choice === 'string' ? choice : (choice[field ?? ''] ?? whole);
      });
    if (Array.isArray(value)) return value.map(filled);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item)]));
    return value;
  };
  const { draws, ...rest } = lab;
  return { ...(filled(rest) as Lab), ...(draws && { draws }) };
}
