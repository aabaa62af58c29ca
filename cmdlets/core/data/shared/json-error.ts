// A fault in a JSON text, with the place where it was found, as Newtonsoft's reader reports it.

export class JsonError {
  constructor(readonly message: string) {}
}
