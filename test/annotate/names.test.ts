import { describe, expect, it } from 'vitest'
import { namesOf } from './fixture.ts'

describe('names', () => {
  it.each([
    ['A lecturer, Tariq Belmont, told Radio Vesna that it was late.', ['Tariq Belmont: person', 'Radio Vesna: organization']],
    ['The Harbour Gazette quoted Rosa Quill on Tuesday.', ['Harbour Gazette: organization', 'Rosa Quill: person']],
    ['He studies at Orrin University in Zahran.', ['Orrin University: organization', 'Zahran: place']],
    ['The Ministry of Ports and Rivers denied it.', ['Ministry of Ports and Rivers: organization']],
    ["The Conservators' Trust published a report.", ["Conservators' Trust: organization"]],
    ['Dr Elspeth Nair and Mr. Hallam agreed.', ['Elspeth Nair: person', 'Hallam: person']],
    ["Greta Holm's deputy left.", ['Greta Holm: person']],
  ])('%s', (text, expected) => {
    expect(namesOf(text)).toEqual(expected)
  })

  it('take a word that leads in for none', () => {
    expect(namesOf('Undeterred, the president said that the summit would go on.')).toEqual([])
  })

  it('know a person by what is said of them, though the name is a country’s', () => {
    expect(namesOf('Israel Tamir, an expert in desert affairs, told Radio Vesna that it was late.')).toContain('Israel Tamir: person')
  })

  it('leave days and months alone', () => {
    expect(namesOf('On Monday and again in March it rained.')).toEqual([])
  })

  it('know a surname again', () => {
    const names = namesOf('Greta Holm spoke first. Then the floor went to Holm.', 'Holm did not answer.')
    expect(names).toEqual(['Greta Holm: person', 'Holm: person', 'Holm: person'])
  })

  it('do not depend on what was read before', () => {
    const before = namesOf('Holm', '“ Holm')
    namesOf('Rosa Quill and Ada Vale of Orrin told Radio Vesna that Tariq Belmont had left Zahran.')
    expect(namesOf('Holm', '“ Holm')).toEqual(before)
  })
})
