/** An error a person can act on: a stable `code`, the offending value, and the remedy, all of them in `message`. */
export class HearsayError extends Error {
  override readonly name = 'HearsayError'
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
