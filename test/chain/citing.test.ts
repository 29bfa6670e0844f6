import { describe, expect, it } from 'vitest'
import { chainOf } from './marked.ts'

describe('citing', () => {
  it.each([
    [
      '[S Nordwind] [C reported] on Monday, citing two people briefed on the talks, that [P the merger was off].',
      'Nordwind ← two people briefed on the talks',
    ],
    [
      'Nordwind [C reported] on Monday, [C citing] [S two people briefed on the talks], that [P the merger was off].',
      'Nordwind ← two people briefed on the talks',
    ],
    [
      'Marsad al-Ilmar [C reports], [C citing] [S the irrigation ministry], that [P the upper dam is full].',
      'Marsad al-Ilmar ← the irrigation ministry',
    ],
    [
      "[P The board met twice], the newspaper [C reports], [C quoting] [S unnamed directors]. Ostvale's Exchange Register said the dividend was safe.",
      'the newspaper ← unnamed directors',
    ],
    ['[P The merger is off], the Courier [C reported], [C citing] [S a leaked memo].', 'the Courier ← a leaked memo'],
    ['Radio Lune, [C citing] [S hospital staff], [C said] [P forty people had died].', 'Radio Lune ← hospital staff'],
    [
      '[S Radio Lune], quoting Velanews, which cited a ministry spokesman, [C said] [P forty people had died].',
      'Radio Lune ← Velanews ← a ministry spokesman',
    ],
    [
      'Citing court documents, [S the Harbour Gazette] [C reported] that [P the firm was bankrupt].',
      'the Harbour Gazette ← court documents',
    ],
    ['[S The mayor] [C said] [P the fair was cancelled], citing safety concerns.', 'The mayor'],
    ['[S Police], citing a witness, [C said] [P the driver had fled].', 'Police ← a witness'],
    ['[P Forty people died], [C reported] [S Radio Lune], citing a doctor.', 'Radio Lune ← a doctor'],
    ['[S Police] [C said], citing a preliminary report, that [P the brakes had failed].', 'Police ← a preliminary report'],
    ['[P Two ministers would go], [S the mayor] [C said], according to the Harbour Gazette.', 'the Harbour Gazette ← the mayor'],
    ['[P Two ministers would go], [S the mayor] [C said], Radio Lune reported.', 'Radio Lune ← the mayor'],
    ['[C According to] [S Velanews], the ministry said [P the border was calm].', 'Velanews ← the ministry'],
    ['[C According to] [S police], the driver stopped because [P the lights were red].', 'police'],
    ["[S The ministry's spokesman, as quoted by Radio Lune,] [C said] [P the border was calm].", "Radio Lune ← The ministry's spokesman"],
    ['[S The Courier] [C reported], without citing a source, that [P two ministers would go].', 'The Courier'],
    [
      'A rival title, the Capital Ledger, [C2 claims] that [P2 no such meeting took place]; it cites [S the chairman, Oskar Venn,] who [C told] it: [P “I was fishing.”]',
      'the Capital Ledger ← Oskar Venn',
    ],
    ['[P A missile hit the bridge], KVN [C reported], [C citing] [S the regional governor].', 'KVN ← the regional governor'],
    [
      '[P A missile hit the bridge], [S the Herald] [C reported] on Friday, citing three people with knowledge of the matter.',
      'the Herald ← three people with knowledge of the matter',
    ],
    ['[S Channel Nine], citing unnamed officials, [C reported] that [P the envoy had been recalled].', 'Channel Nine ← unnamed officials'],
    ['[S The Herald] [C says], citing internal emails, that [P the firm knew of the leak].', 'The Herald ← internal emails'],
    ['[P The firm knew of the leak], [C according to] [S the Herald], which cited internal emails.', 'the Herald ← internal emails'],
    ['[P The firm knew of the leak], [C according to] [S internal emails] obtained by the Herald.', 'the Herald ← internal emails'],
    ['[C According to] [S the Herald], [P the firm knew of the leak].', 'the Herald'],
    ['[S The ministry] [C said], citing intelligence reports, [P an attack was planned].', 'The ministry ← intelligence reports'],
    ['[S The company] [C withdrew] [P its forecast], citing weak demand.', 'The company'],
    ['[S The club] [C said] [P the match was off], citing the weather.', 'The club'],
    ["[S The judge], citing the boy's age, [C ruled] [P he could not be named].", 'The judge'],
    ['[S The Lantern Trust], quoting survivors, [C said] [P dozens had drowned].', 'The Lantern Trust ← survivors'],
  ])('%s', (marked, chain) => {
    expect(chainOf(marked)).toBe(chain)
  })
})
