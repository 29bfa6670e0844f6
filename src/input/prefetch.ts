/** Makes something of each item, `ahead` of them at a time, and gives it in the items' order. */
export async function* mapAhead<Item, Made>(
  items: readonly Item[],
  ahead: number,
  make: (item: Item) => Promise<Made>,
): AsyncGenerator<readonly [item: Item, made: Made]> {
  const running: Promise<Made>[] = []
  const start = (): void => {
    if (next >= items.length) return
    const promise = make(items[next++])
    promise.catch(() => {})
    running.push(promise)
  }
  let next = 0
  for (let at = 0; at < ahead; at++) start()
  for (const item of items) {
    const made = await running.shift()!
    start()
    yield [item, made]
  }
}
