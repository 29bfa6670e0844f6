import { expect, test } from 'vitest'
import { find } from './found.ts'

test('quoted as saying: the quoted are the source', () => {
  expect(find('Radio Meridian quoted unnamed port officials as saying the ferry had been sold.')).toEqual([
    'unnamed port officials / quoted … as saying / the ferry had been sold',
  ])
  expect(find('Amir Sole was quoted by Radio Meridian as saying that the bridge was safe.')).toEqual([
    expect.stringMatching(/^Amir Sole \/ was quoted.*as saying \/ the bridge was safe$/),
  ])
})

test('citing: the cited are the source, wherever they stand', () => {
  expect(find('Nordwind reported on Monday, citing two people briefed on the talks, that the merger was off.')).toEqual([
    'two people briefed on the talks / reported … citing / the merger was off',
  ])
  expect(find('Radio Lune, quoting hospital staff, reported that nobody had been hurt.')).toEqual([
    expect.stringMatching(/^hospital staff \/ .*reported.* \/ nobody had been hurt$/),
  ])
})

test('nobody is given', () => {
  expect(find('The minister reportedly owns three villas.')).toEqual([' / reportedly / owns three villas'])
  expect(find('It is believed that the ring was sold in March.')).toEqual([
    expect.stringMatching(/^ \/ is believed \/ the ring was sold in March$/),
  ])
})
