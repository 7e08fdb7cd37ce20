import { type DemoLanguage, givenNameFirst, kindFirst, words } from './language.ts'

export const swedish: DemoLanguage = {
  women:
    words(`Agneta Alva Anneli Astrid Birgitta Britt Cajsa Dagny Ebba Elin Elsa Embla Ester Freja Frida Gerd Gudrun
    Gunhild Hedda Hedvig Hillevi Hjördis Inga Ingegerd Ingrid Iris Karin Kerstin Kristina Lisbet Liv Lovisa Majken Malin
    Märta Moa Monika Novalie Ragnhild Ronja Saga Signe Sigrid Siri Solveig Stina Svea Tove Tuva Tyra Ulla Viveka Ylva
    Åsa`),
  men: words(`Albin Alrik Anders Arvid Axel Bengt Bertil Birger Björn Bo Buster Börje Elis Elof Emil Erland Evert
    Folke Fredrik Gösta Gunnar Göran Gottfrid Hampus Harald Helge Hjalmar Holger Håkan Ingvar Ivar Jerker Jonatan Jörgen
    Knut Lennart Love Magnus Melker Nils Olle Oskar Ossian Ove Ragnar Rune Rurik Sigvard Sixten Staffan Sten Sture Sven
    Torbjörn Torsten Ulf Valter Vidar Viggo Åke Örjan`),
  families:
    words(`Almgrund Aspelid Barrskog Björkängen Blåklint Boklund Brunnmåne Dalgryning Dimberg Edelgran Ekorre Ekvall
    Enbusk Fjällsippa Fjärdvik Forsklang Gladhammar Granlöv Grusås Gråsten Gullbäck Havsäng Hedlärka Hästhov Isgren
    Kantarell Klintström Klöverfält Kvarnbo Kvittervik Lejongap Ljungfors Lummerhed Lärkdal Måndal Månskog Norrviken
    Nyponros Näckros Oxelbärg Porslind Rimfrost Rönnbäck Sandrev Silverlind Skymningh Slåtteräng Snöklock Solvind
    Stjärnfall Svartvik Tallmo Tranström Vitsippa Vinterlund Vågbrus Åkerbär Älvstrand Ängslycka Östanvind`),
  fullName: givenNameFirst,
  streets: ['Lindgatan', 'Kvarngatan', 'Björkvägen', 'Källgatan', 'Stortorget', 'Backgatan'],
  businessStreet: 'Verkstadsgatan',
  clientKinds: [
    ['Teatern', 'culture'],
    ['Festivalen', 'culture'],
    ['Kulturhuset', 'culture'],
    ['Skolan', 'education'],
    ['Studion', 'media'],
    ['Förlaget', 'media'],
    ['Kommunhuset', 'public'],
    ['Museet', 'culture'],
    ['Byrån', 'communication'],
    ['Filmbolaget', 'media'],
  ],
  clientNames: [
    'Molnet',
    'Vindrosen',
    'Lyktan',
    'Fyra årstider',
    'Gamla bron',
    'Stranden',
    'Stjärnan',
    'Linden',
    'Enhörningen',
    'Tidvattnet',
    'Hörnet',
    'Horisonten',
  ],
  clientName: kindFirst,
  teamKinds: ['Kollektivet', 'Kompaniet', 'Verkstaden', 'Kvartetten', 'Ensemblen'],
  titles: {
    artistic: [
      'Konsert',
      'Uppläsning',
      'Dansföreställning',
      'Illustrationer',
      'Gatuteater',
      'Dockteater',
      'Studioinspelning',
      'Väggmålning',
    ],
    'cultural-industry': ['Ljud och ljus', 'Scenbygge', 'Kamera', 'Klippning', 'Scenografi', 'Turnéledning'],
    other: [
      'Utbildningsdag',
      'Översättning',
      'Webbdesign',
      'Coachning',
      'Bokföringshjälp',
      'Verkstad',
      'Servering',
      'Rådgivning',
    ],
  },
}
