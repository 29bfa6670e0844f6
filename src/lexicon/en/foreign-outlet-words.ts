/** First words of outlets' names in other languages, which show an outlet only where the words around ask for one: "told Canal Noreste". Lower case. */
export const foreignOutletStarts: ReadonlySet<string> = new Set(
  `canal kanal canale kanał diario diário dagens jornal giornale gazeta gazette corriere correo courrier periódico rádio radyo radiotelevisión teleradio
  agencia agência agenzia agentur nachrichtenagentur televisión televisão tv rtv rts noticias notícias nouvelles presse prensa imprensa stampa zeitung
  tidning avisen hoy mundo voz voix glas golos novaya novoye rossiya`.split(/\s+/),
)

/** Articles of other languages that open an outlet's name and hardly ever a person's: "El Faro", "Die Stimme". Case matters. */
export const foreignArticles: ReadonlySet<string> = new Set(['El', 'Il', 'Der', 'Die', 'Das', 'Het', 'O', 'Os', 'Les', 'Los', 'Las'])
