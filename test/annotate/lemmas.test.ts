import { describe, expect, it } from 'vitest'
import { lemmaOf } from '../../src/annotate/lemmas.ts'

const pairs = (words: string): string[][] => words.split(' ').map(pair => pair.split('>'))

describe('lemmas', () => {
  it.each(
    pairs(
      'said>say told>tell wrote>write claimed>claim argued>argue announced>announce alleged>allege urged>urge cited>cite quoted>quote noted>note denied>deny ' +
        'admitted>admit insisted>insist added>add believed>believe declared>declare reported>report acknowledged>acknowledge confirmed>confirm revealed>reveal ' +
        'planned>plan hoped>hope stopped>stop rendered>render offered>offer described>describe settled>settle handled>handle agreed>agree limited>limit united>unite',
    ),
  )('%s is a form of %s', (form, base) => {
    expect(lemmaOf(form, 'VBD')).toBe(base)
  })

  it.each(
    pairs(
      'saying>say making>make planning>plan lying>lie reading>read bringing>bring changing>change issuing>issue defining>define requiring>require',
    ),
  )('%s is a form of %s', (form, base) => {
    expect(lemmaOf(form, 'VBG')).toBe(base)
  })

  it.each(
    pairs(
      'ministries>ministry officials>official women>woman children>child crises>crisis houses>house viruses>virus sources>source churches>church media>media',
    ),
  )('%s is the plural of %s', (form, base) => {
    expect(lemmaOf(form, 'NNS')).toBe(base)
  })

  it('depends on the tag', () => {
    expect(lemmaOf('saw', 'VBD')).toBe('see')
    expect(lemmaOf('saw', 'NN')).toBe('saw')
    expect(lemmaOf("'s", 'VBZ')).toBe('be')
    expect(lemmaOf("'s", 'POS')).toBe("'s")
    expect(lemmaOf("'d", 'MD')).toBe('would')
    expect(lemmaOf("n't", 'RB')).toBe('not')
  })
})
