// Names of types between brackets: accelerators by their short name, others by their full one, and namespaces.

import { accelerators } from '../types/accelerators.ts';
import { typeCatalogNames } from '../types/catalog.ts';
import { declaredTypeNames } from '../types/registry.ts';
import { byText, CompletionMatch } from './completion-match.ts';

const lastPart = (name: string): string => name.slice(Math.max(name.lastIndexOf('.'), name.lastIndexOf('+')) + 1);
const plain = (name: string): string => name.replace(/`\d+$/, '');

/** Attributes are written with capitals, without their suffix; other accelerators in small letters. */
const attributeName = (full: string, short: string): string =>
  full.endsWith('Attribute') ? lastPart(full).replace(/Attribute$/, '') : short;

function fullNames(): Set<string> {
  return new Set([...typeCatalogNames(), ...declaredTypeNames()].filter((name) => !/[[<]/.test(name)));
}

export function typeMatches(word: string): CompletionMatch[] {
  const lower = word.toLowerCase();
  const matches = new Map<string, CompletionMatch>();
  const put = (text: string, label: string, type: 'Type' | 'Namespace', toolTip: string): void => {
    if (!matches.has(text.toLowerCase()))
      matches.set(text.toLowerCase(), new CompletionMatch(text, label, type, toolTip));
  };
  if (!lower.includes('.')) {
    for (const [short, full] of accelerators())
      if (short.startsWith(lower)) put(attributeName(full, short), lastPart(full), 'Type', `Class ${full}`);
  }
  const shortened = new Set([...accelerators().values()].map((name) => name.toLowerCase()));
  for (const name of fullNames()) {
    const key = plain(name).toLowerCase();
    if (lower.includes('.')) addByNamespace(name, key, lower, put);
    else if (lastPart(key).startsWith(lower) && !shortened.has(key))
      put(plain(name), lastPart(plain(name)), 'Type', name);
  }
  return [...matches.values()].sort(byText);
}

function addByNamespace(
  name: string,
  key: string,
  lower: string,
  put: (text: string, label: string, type: 'Type' | 'Namespace', toolTip: string) => void,
): void {
  if (!key.startsWith(lower)) return;
  const dot = key.indexOf('.', lower.length);
  if (dot < 0) put(plain(name), lastPart(plain(name)), 'Type', name);
  else {
    const space = name.slice(0, dot);
    put(space, lastPart(space), 'Namespace', `Namespace ${space}`);
  }
}
