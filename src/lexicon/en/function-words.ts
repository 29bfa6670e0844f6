/** Small words that no possessive stands before: what comes after "'the rebels'" and not after "the rebels'". */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'and or but nor as at by for from in into of off on onto over to under up with without within about above across after against along among around ' +
    'before behind below beneath beside between beyond down during near since through throughout toward towards until upon ' +
    'is are was were be been being am has have had having do does did can could may might must shall should will would ' +
    'said says saying told tells asked asks added adds wrote writes replied insisted argued warned claimed explained declared ' +
    'he she it they we I you who whom which that this these those there here when where while because if than though although so yet then ' +
    'the a an his her their our my your its not never also only just even still too again'
  ).split(' '),
)
