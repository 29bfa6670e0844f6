import { expect, test } from 'vitest'
import { read } from './marked.ts'

test('“A” is whoever was brought in before the questions', () => {
  const reading = read(
    'We put the questions to Dr Bea Solano, a marine engineer.\nQ: How long should it last?\n[S A]: [K Twenty years, if you look after it.]\nQ: And then?\n[S2 A]: [K2 I would mend it.]',
  )
  expect([reading.name(1), reading.name(2)]).toEqual(['Bea Solano', 'Bea Solano'])
})

test('initials are whose they are', () => {
  expect(read('Joan Barrow runs the zoo.\n[S JB]: [K The penguins ran it.]').name(1)).toBe('Joan Barrow')
})

test('whose turn it is says nothing of who “she” is', () => {
  const reading = read(
    '[S ALMA REYES]: [K The minister, Hanne Broch, promised it.]\n[S2 EDVARD LUNN]: [K2 [S3 She] [C3 told] me [K3 the motors were on a list].]',
  )
  expect(reading.name(3)).toBe('Hanne Broch')
})
