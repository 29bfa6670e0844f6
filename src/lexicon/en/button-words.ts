/** Words of share bars, video players and menus; a short line made of nothing else is page furniture. */
export const buttonWords: readonly string[] =
  `a about chapters less permalink pin playing toggle url add bio ad ads advertisement advertising again all and app article articles at autoplay back bookmark browser by cancel caption captions chat click close comment comments continue continued
below contact copy copied credits data discuss download e-mail email embed expand facebook feedback feed flipboard follow font footer forum from full fullscreen gallery get gmail go google google+ hide here home image images in
instagram jump join keep latest like link linkedin links listen load loading log login main mail menu messenger mins minute minutes minimize more most mute navigation next newsletter newsletters now of off
on open order our page paste photo photos pinterest play player playlist please pocket popular post posted prev preview previous print privacy promoted purchase rate read reading recommended reddit register related replay reply report reprint
reprints republish rss save screen scroll search see send share shares show sign size skip slideshow snapchat social sponsored supported presented stories story subscribe subscription telegram text the this thread threads to top topics
transcript translate trending try tumblr turn tweet tweets twitter undo unmute up us video videos view viber vk watch whatsapp with x xing you your youtube`
    .split(/\s+/)
    .filter(Boolean)
