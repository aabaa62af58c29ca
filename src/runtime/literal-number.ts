// A number that remembers how it was written as an argument: `Write-Output 0x1F` shows 0x1F, `f 007` gives a string parameter 007.

import { PSObject, type Value } from './values.ts';

export class LiteralNumber extends PSObject {
  constructor(
    number: Value,
    readonly text: string,
  ) {
    super(undefined, number);
  }
}
