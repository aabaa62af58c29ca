// The listing that Get-ChildItem makes: one level or many, filtered by name, kind and attributes.

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { withNotes } from '../../../../src/runtime/providers/item-notes.ts';
import { hasWildcard, joinPath, leafName, parentPath } from '../../../../src/runtime/providers/path-text.ts';
import { pathNotFound } from '../../../../src/runtime/providers/provider-errors.ts';
import type { ProviderSession, ResolvedPath } from '../../../../src/runtime/providers/provider-session.ts';
import { FileSystemInfo } from '../../../../src/runtime/types/file-info.ts';
import type { Value } from '../../../../src/runtime/values.ts';
import { attributeFilter } from './attributes.ts';
import { nameFilter, reporting, sessionOf } from './items.ts';

interface Listing {
  recurse: boolean;
  depth: number;
  /** -Include or -Exclude: containers are gone into where they stand, not after their level. */
  depthFirst: boolean;
  matches(name: string): boolean;
  accepts(item: Value, container: boolean, hidden: boolean): boolean;
}

export function createLister(cmdlet: CmdletContext): { list(path: string, literal: boolean): void } {
  const session = sessionOf(cmdlet);
  const { args } = cmdlet;
  const recurse = args.Recurse === true || args.Depth !== undefined;
  const filtered = (args.Include?.length ?? 0) > 0 || (args.Exclude?.length ?? 0) > 0;
  const listing: Listing = {
    recurse,
    depth: args.Depth === undefined ? Number.POSITIVE_INFINITY : Number(args.Depth?.value ?? args.Depth),
    depthFirst: filtered && args.Name !== true,
    matches: nameFilter(cmdlet),
    accepts: kindFilter(cmdlet),
  };
  const walker = new Walker(cmdlet, session, listing);
  return {
    list(path, literal) {
      reporting(cmdlet, () => walker.start(path, literal));
    },
  };
}

/** -File, -Directory, -Hidden, -ReadOnly, -System, -Attributes and -Force. */
function kindFilter(cmdlet: CmdletContext): Listing['accepts'] {
  const { args } = cmdlet;
  const byAttributes = args.Attributes === undefined ? undefined : attributeFilter(String(args.Attributes));
  const showHidden = args.Force === true || args.Hidden === true || byAttributes?.hidden === true;
  return (item, container, hidden) => {
    if (hidden && !showHidden) return false;
    if (args.File === true && args.Directory !== true && container) return false;
    if (args.Directory === true && args.File !== true && !container) return false;
    if (args.Hidden === true && !hidden) return false;
    if (args.System === true) return false;
    if (args.ReadOnly === true && !(item instanceof FileSystemInfo && item.entry?.readOnly)) return false;
    return byAttributes === undefined || (item instanceof FileSystemInfo && byAttributes.test(item.attributes));
  };
}

class Walker {
  constructor(
    private readonly cmdlet: CmdletContext,
    private readonly session: ProviderSession,
    private readonly listing: Listing,
  ) {}

  start(path: string, literal: boolean): void {
    const text = path === '' ? '.' : path;
    const wild = !literal && hasWildcard(text);
    const named = wild ? undefined : this.session.resolve(text);
    if (named && !named.provider.exists(named.path)) return this.missing(text, named);
    const found = this.session.expand(text, { literal, force: this.cmdlet.args.Force === true });
    if (
      this.listing.recurse &&
      wild &&
      (leafName(text) === '*' || !found.some((item) => item.provider.isContainer(item.path)))
    ) {
      return this.asInclude(text);
    }
    for (const item of found) {
      if (!item.provider.isContainer(item.path) || (wild && !this.listing.recurse)) this.single(item);
      else if (this.listing.recurse || !this.cmdlet.args.Include?.length)
        this.level(item, '', 0, wild || this.listing.depthFirst);
    }
  }

  /** `Get-ChildItem -Recurse *.log`, and a name that is not there: everything below the folder that matches. */
  private asInclude(text: string): void {
    const pattern = leafName(text);
    const parent = parentPath(text);
    const base = this.session.expand(parent === '' ? '.' : parent)[0]!;
    const include = nameFilter({ ...this.cmdlet, args: { Include: [pattern] } } as CmdletContext);
    const own = this.listing.matches;
    const walker = new Walker(this.cmdlet, this.session, {
      ...this.listing,
      matches: (name) => include(name) && own(name),
    });
    walker.level(base, '', 0, this.cmdlet.args.Name !== true);
  }
  private missing(text: string, named: ResolvedPath): void {
    if (!named.provider.hierarchical) throw pathNotFound(named.path);
    if (!this.listing.recurse || this.cmdlet.args.Name === true) throw pathNotFound(this.session.display(named));
    const parent = parentPath(named.path);
    if (!named.provider.isContainer(parent)) throw pathNotFound(this.session.display(named));
    this.asInclude(text);
  }

  private single(found: ResolvedPath): void {
    const item = found.provider.item(found.path);
    const container = found.provider.isContainer(found.path);
    const hidden = item instanceof FileSystemInfo && item.entry?.hidden === true;
    const name = leafName(found.path);
    if (this.listing.matches(name) && this.listing.accepts(item, container, hidden))
      this.put(found, name, item, container);
  }

  private level(folder: ResolvedPath, prefix: string, depth: number, depthFirst: boolean): void {
    const { provider } = folder;
    const deeper: { found: ResolvedPath; prefix: string }[] = [];
    for (const child of provider.children(folder.path)) {
      this.cmdlet.checkInterrupt();
      const path = provider.hierarchical ? joinPath(folder.path, child.name) : child.name;
      const found = { ...folder, path };
      const item = provider.item(path);
      const shown = prefix + child.name;
      if (this.listing.matches(child.name) && this.listing.accepts(item, child.container, child.hidden)) {
        this.put(found, shown, item, child.container);
      }
      if (!child.container || !this.listing.recurse || depth >= this.listing.depth) continue;
      if (child.hidden && this.cmdlet.args.Force !== true) continue;
      if (depthFirst) this.descend(found, `${shown}\\`, depth, true);
      else deeper.push({ found, prefix: `${shown}\\` });
    }
    for (const next of deeper) this.descend(next.found, next.prefix, depth, false);
  }
  private descend(folder: ResolvedPath, prefix: string, depth: number, depthFirst: boolean): void {
    reporting(this.cmdlet, () => this.level(folder, prefix, depth + 1, depthFirst));
  }

  private put(found: ResolvedPath, name: string, item: Value, container: boolean): void {
    this.cmdlet.write(this.cmdlet.args.Name === true ? name : withNotes(this.session, found, item, container));
  }
}
