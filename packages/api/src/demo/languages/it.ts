import { type DemoLanguage, givenNameFirst, kindFirst, words } from './language.ts'

export const italian: DemoLanguage = {
  women:
    words(`Adelina Agnese Allegra Ambra Annalisa Aurelia Beatrice Bianca Bruna Camilla Carlotta Cecilia Chiara Clelia
    Costanza Delia Diletta Elena Eleonora Elisabetta Emma Ersilia Fiamma Flavia Fiorella Gemma Ginevra Giuditta Ilaria
    Immacolata Iolanda Isotta Lavinia Letizia Lidia Livia Lucrezia Maddalena Marcella Marina Mirella Nives Noemi Olivia
    Ornella Ottavia Rosalba Sabina Serena Silvana Tecla Viola`),
  men: words(`Achille Alberico Alessio Amedeo Angelo Aurelio Baldassarre Bartolomeo Biagio Bruno Carmelo Cesare Ciro
    Corrado Cosimo Dante Dario Domenico Edoardo Elia Enea Ercole Ettore Ezio Fabrizio Filippo Folco Fulvio Gaetano
    Gaspare Giacomo Gino Guido Ivo Lapo Leone Livio Manlio Marcello Matteo Nello Nicola Oreste Orlando Osvaldo Pietro
    Renzo Rocco Ruggero Saverio Silvio Teodoro Ugo Vasco`),
  families:
    words(`Acquachiara Alberobello Altomonte Arcobaleno Bellosguardo Boscolungo Buonvento Calamandrei Campofiorito
    Cantalupo Casagrigia Castagneto Cieloverde Collebianco Cordileone Dolcevento Erbabuona Falcomonte Ferracielo
    Fiordiligi Fontanabuona Fragolino Ginestrelli Girasoli Granodoro Lanterni Lunardoni Maggiolino Malvarosa
    Mandorlini Marcialonga Melograni Mezzaluna Montesereno Nocepersa Oliveriva Orsogrigio Passalacqua Pettirossi
    Pianoforti Pietrachiara Primaluce Quattrocolli Roccalta Rondinella Saltafossi Serenelli Sottoriva Stellamare
    Terranova Tramontin Ulivieri Ventolino Viadimezzo Zafferani`),
  fullName: givenNameFirst,
  streets: [
    'Via dei Tigli',
    'Via del Mulino',
    'Viale delle Rose',
    'Via della Fontana',
    'Piazza del Mercato',
    'Vicolo Stretto',
  ],
  businessStreet: 'Via dell’Artigianato',
  clientKinds: [
    ['Teatro', 'culture'],
    ['Festival', 'culture'],
    ['Centro culturale', 'culture'],
    ['Scuola', 'education'],
    ['Studio', 'media'],
    ['Casa editrice', 'media'],
    ['Comune', 'public'],
    ['Museo', 'culture'],
    ['Agenzia', 'communication'],
    ['Produzioni', 'media'],
  ],
  clientNames: [
    'delle Nuvole',
    'del Vento',
    'della Lanterna',
    'delle Quattro Stagioni',
    'del Ponte Vecchio',
    'della Riva',
    'delle Stelle',
    'del Tiglio',
    'dell’Unicorno',
    'delle Maree',
    'dell’Angolo',
    'dell’Orizzonte',
  ],
  clientName: kindFirst,
  teamKinds: ['Collettivo', 'Compagnia', 'Bottega', 'Quartetto', 'Ensemble'],
  titles: {
    artistic: [
      'Concerto',
      'Lettura',
      'Spettacolo di danza',
      'Illustrazioni',
      'Teatro di strada',
      'Burattini',
      'Registrazione in studio',
      'Murale',
    ],
    'cultural-industry': [
      'Audio e luci',
      'Montaggio palco',
      'Riprese',
      'Montaggio video',
      'Scenografia',
      'Direzione di tournée',
    ],
    other: [
      'Giornata di formazione',
      'Traduzione',
      'Sito web',
      'Tutoraggio',
      'Aiuto contabile',
      'Laboratorio',
      'Catering',
      'Consulenza',
    ],
  },
}
