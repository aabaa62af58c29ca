// All views, by type name. The shell's own are loaded when a type is first shown; Update-FormatData adds to them or overrides them.

import type { View } from './view-model.ts';

type Family = () => readonly View[];

const families: Family[] = [];
let added: View[] = [];
let prepended: View[] = [];
let index: Map<string, View[]> | undefined;

/** Adds a set of views that is made when first needed. */
export function registerViews(family: Family): void {
  families.push(family);
  index = undefined;
}

/** Views of format files: before the shell's own, or after them. */
export function addViews(views: readonly View[], prepend: boolean): void {
  if (prepend) prepended = [...views, ...prepended];
  else added = [...added, ...views];
  index = undefined;
}
function views(): Map<string, View[]> {
  if (index) return index;
  index = new Map();
  const insert = (view: View): void => {
    for (const type of view.types) {
      const key = type.toLowerCase();
      const list = index!.get(key);
      if (list) list.push(view);
      else index!.set(key, [view]);
    }
  };
  prepended.forEach(insert);
  for (const family of families) family().forEach(insert);
  added.forEach(insert);
  return index;
}

const PREFIXES = ['Deserialized.', 'Selected.'];

/** Views for an object with these type names, those of the most derived type first. */
export function viewsFor(typeNames: readonly string[]): View[] {
  const table = views();
  const found: View[] = [];
  for (const name of typeNames) {
    const list = table.get(name.toLowerCase());
    if (list) found.push(...list);
  }
  return found;
}

/** Whether the view is for one of the types. */
export function viewApplies(view: View, typeNames: readonly string[]): boolean {
  for (const name of typeNames) {
    for (const type of view.types) if (sameType(type, name)) return true;
  }
  return false;
}
function sameType(viewType: string, name: string): boolean {
  if (viewType === name) return true;
  const bare = PREFIXES[0]!;
  const plain = name.startsWith(bare) ? name.slice(bare.length) : name;
  return viewType.toLowerCase() === plain.toLowerCase();
}

/** Every view there is, for Get-FormatData. */
export function allViews(): View[] {
  return [...new Set([...views().values()].flat())];
}
