import { type DemoLanguage, givenNameFirst, kindFirst, words } from './language.ts'

export const dutch: DemoLanguage = {
  women:
    words(`Aagje Anke Annelore Astrid Barbara Bente Bieke Britt Cato Dorien Eefje Elke Eline Emma Femke Fien Floor
    Greet Griet Hanne Heleen Hilde Ilse Jana Jolien Karlijn Kato Katrijn Leen Lies Liesbet Lore Lotte Maaike Marijke
    Marthe Mieke Mira Nele Noor Paulien Renske Saar Sanne Silke Sofie Tine Trui Veerle Wietske`),
  men: words(`Aart Arne Bart Bavo Berend Bram Briek Dieter Dirk Emiel Floris Frederik Gert Gijs Gunther Hannes Hendrik
    Ignace Jelle Jeroen Jonas Joost Joris Kasper Klaas Koen Kobe Lander Lars Lieven Lowie Maarten Matthijs Michiel Niels
    Pieter Rik Robbe Ruben Rutger Senne Stijn Sven Thijs Tijl Toon Warre Wannes Wout Yorick`),
  families:
    words(`Appelmoes Berkenbos Bloemendries Boterdaele Brouwersveld Daelewinkel Damhert Doornaert Eikelaer
    Geelmeers Goudzand Groenhoek Haverkorens Heidebrand Hopland Kasteelman Kerselaars Kleinpoorte Klokgieters Koperslag
    Korenaert Kruisweghe Langeveldt Lindenbrugs Lommerhof Maanschijns Meerslag Molenwater Noordzant Oeverbeek
    Pauwelslag Peerdestal Reigersvliet Rozenhaege Ruiterveld Schaepenhof Sterrebosch Stillewater Torenhoog Trommelslager
    Uilenspieghels Veldmuys Verrekijckers Vinkenslag Vlasbloem Wolkenaer Waterhoen Windmolders Zandloopers Zilverschoon`),
  fullName: givenNameFirst,
  streets: ['Lindelaan', 'Molenstraat', 'Kerkstraat', 'Beukenlaan', 'Marktplein', 'Hoogstraat'],
  businessStreet: 'Handelsstraat',
  clientKinds: [
    ['Theater', 'culture'],
    ['Festival', 'culture'],
    ['Cultuurhuis', 'culture'],
    ['School', 'education'],
    ['Studio', 'media'],
    ['Uitgeverij', 'media'],
    ['Gemeente', 'public'],
    ['Museum', 'culture'],
    ['Bureau', 'communication'],
  ],
  clientNames: [
    'De Wolk',
    'Het Anker',
    'De Lantaarn',
    'Vier Winden',
    'De Overkant',
    'Zeezicht',
    'De Linde',
    'Het Gebaar',
    'De Eenhoorn',
    'Getij',
    'De Hoek',
    'Horizon',
  ],
  clientName: kindFirst,
  teamKinds: ['Collectief', 'Gezelschap', 'Atelier', 'Kwartet', 'Ensemble'],
  titles: {
    artistic: [
      'Concert',
      'Voordracht',
      'Dansvoorstelling',
      'Illustraties',
      'Straattheater',
      'Poppenspel',
      'Studio-opname',
      'Muurschildering',
    ],
    'cultural-industry': [
      'Licht en geluid',
      'Podiumbouw',
      'Camerawerk',
      'Montage',
      'Decorontwerp',
      'Tourbegeleiding',
    ],
    other: [
      'Opleidingsdag',
      'Vertaling',
      'Webontwerp',
      'Coaching',
      'Hulp bij de boekhouding',
      'Workshop',
      'Catering',
      'Advies',
    ],
  },
}
