import { expect, it } from 'vitest'
import { detectLanguage } from '../../src/read/language.ts'

it.each([
  ['en', 'The ferry was sold on Monday, the port authority said, and nobody was told.'],
  ['en', 'Ferry sold'],
  ['de', 'Die Fähre wurde am Montag verkauft, teilte die Hafenbehörde mit, und niemand hatte es der Mannschaft gesagt.'],
  ['fr', 'Le ferry a été vendu lundi, a annoncé la direction du port, et personne ne l’a dit à l’équipage.'],
  ['es', 'El transbordador se vendió el lunes, según la autoridad del puerto, y nadie lo dijo a la tripulación.'],
  ['ru', 'Паром был продан в понедельник, сообщило управление порта.'],
  ['uk', 'Пором продали у понеділок, повідомило управління порту, і ніхто їм не сказав.'],
  ['ar', 'بيعت العبارة يوم الاثنين حسب سلطة الميناء'],
  ['fa', 'کشتی روز دوشنبه فروخته شد، گفت مدیر بندر، چرا که پول نبود'],
  ['ja', 'フェリーは月曜日に売却されたと港湾局は発表した。'],
  ['zh', '港务局表示，渡轮已于周一出售。'],
  ['ko', '항만청은 월요일에 여객선이 매각되었다고 밝혔다.'],
  ['und', '1234 — 5678'],
])('takes for %s: %s', (language, text) => {
  expect(detectLanguage(text)).toBe(language)
})

it('believes a page only where its text agrees', () => {
  const english = 'The ferry was sold on Monday, the port authority said, and nobody was told of it.'
  expect(detectLanguage(english, 'en-GB')).toBe('en-GB')
  expect(detectLanguage(english, 'de')).toBe('en')
})
