interface Count {
  right: number
  asked: number
}

/** How often what was asked came out right, by what was asked. */
export class Tally {
  private readonly counts = new Map<string, Count>()

  /** Takes in one answer, and gives it back. */
  add(name: string, right: boolean): boolean {
    const count = this.counts.get(name) ?? { right: 0, asked: 0 }
    this.counts.set(name, { right: count.right + Number(right), asked: count.asked + 1 })
    return right
  }

  count(name: string): Readonly<Count> {
    return this.counts.get(name) ?? { right: 0, asked: 0 }
  }

  /** In percent, to a tenth. */
  share(name: string): number {
    const { right, asked } = this.count(name)
    return asked === 0 ? 0 : Math.round((1000 * right) / asked) / 10
  }

  /** The harmonic mean of two shares. */
  mean(a: string, b: string): number {
    const [p, r] = [this.share(a), this.share(b)]
    return p + r === 0 ? 0 : Math.round((20 * p * r) / (p + r)) / 10
  }

  /** A line for each name: percent, right/asked. */
  lines(): string[] {
    return [...this.counts].map(
      ([name, { right, asked }]) => `  ${name.padEnd(16)}${this.share(name).toFixed(1).padStart(6)}   ${right}/${asked}`,
    )
  }
}
