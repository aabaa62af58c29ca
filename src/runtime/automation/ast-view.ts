// One node of a syntax tree as an object of System.Management.Automation.Language.

import type { Extent } from '../../language/ast.ts';
import type { SourceText } from '../../language/source.ts';
import { resolveType, type PSType, knownType } from '../types/registry.ts';

export class AstView {
  constructor(
    readonly node: Extent & { kind?: string },
    readonly source: SourceText,
    readonly parent: AstView | undefined,
  ) {}

  get psType(): PSType {
    return resolveType(`System.Management.Automation.Language.${this.node.kind ?? 'Script'}Ast`) ?? knownType('System.Object');
  }
  get text(): string {
    return this.source.text.slice(this.node.start, this.node.end);
  }
  toString(): string {
    return this.text;
  }
}

