import { type DemoLanguage, givenNameFirst, kindFirst, words } from './language.ts'

export const spanish: DemoLanguage = {
  women:
    words(`Adela Águeda Ainhoa Alba Almudena Amparo Aurora Azucena Beatriz Begoña Blanca Candela Carmela Celia Clara
    Concha Consuelo Dolores Elvira Estrella Eulalia Fátima Gloria Graciela Herminia Inés Irene Jimena Leocadia Leonor
    Lourdes Lucía Macarena Marisol Mercedes Nieves Noelia Olalla Paloma Pilar Remedios Rocío Rosario Soledad Teresa
    Triana Valle Violeta Ximena Yolanda`),
  men: words(`Abelardo Adrián Agustín Álvaro Amadeo Ángel Anselmo Antón Baltasar Benito Bernabé Blas Braulio Ciro
    Cristóbal Damián Diego Eladio Elías Emilio Esteban Evaristo Fabián Fermín Gonzalo Gregorio Hilario Hugo Ignacio
    Isidro Jacinto Joaquín Julián Lázaro Leandro Lorenzo Marcelino Mateo Nicanor Octavio Pascual Ramiro Rodrigo Rufino
    Salvador Simón Teodoro Ulises Vicente Zacarías`),
  families:
    words(`Albaclara Almendral Aguasnuevas Alcornoque Amapolas Arroyofrío Azahar Barcolento Bosquehondo Cabrahigo
    Campoverde Cantarrana Casablanda Cerezuela Cieloazul Colmenarejo Cordeluna Dehesabuena Doscaminos Encinares
    Espigalarga Farolillo Fontanalba Girasolar Granadal Hierbabuena Hornillos Jazminera Lagartera Lindavista Lunallena
    Majuelo Manzanedo Marsereno Melocotón Mirabarcas Molinoviejo Naranjuelo Olivalarga Palomares Peñalisa Pinarejo
    Quitapenas Riosereno Romeral Salvatierras Solana Torrealta Trigueros Vallehermoso Vientosur Zarzamora`),
  fullName: givenNameFirst,
  streets: [
    'Calle de los Olivos',
    'Calle del Molino',
    'Avenida de los Almendros',
    'Calle Mayor',
    'Plaza del Pozo',
    'Calle Nueva',
  ],
  businessStreet: 'Calle del Comercio',
  clientKinds: [
    ['Teatro', 'culture'],
    ['Festival', 'culture'],
    ['Centro cultural', 'culture'],
    ['Escuela', 'education'],
    ['Estudio', 'media'],
    ['Editorial', 'media'],
    ['Ayuntamiento', 'public'],
    ['Museo', 'culture'],
    ['Agencia', 'communication'],
    ['Productora', 'media'],
  ],
  clientNames: [
    'de las Nubes',
    'del Viento',
    'del Farol',
    'de las Cuatro Estaciones',
    'del Puente Viejo',
    'de la Ribera',
    'de las Estrellas',
    'del Tilo',
    'del Unicornio',
    'de las Mareas',
    'de la Esquina',
    'del Horizonte',
  ],
  clientName: kindFirst,
  teamKinds: ['Colectivo', 'Compañía', 'Taller', 'Cuarteto', 'Conjunto'],
  titles: {
    artistic: [
      'Concierto',
      'Recital',
      'Espectáculo de danza',
      'Ilustraciones',
      'Teatro de calle',
      'Títeres',
      'Grabación en estudio',
      'Mural',
    ],
    'cultural-industry': [
      'Sonido y luces',
      'Montaje de escenario',
      'Cámara',
      'Edición',
      'Escenografía',
      'Producción de gira',
    ],
    other: [
      'Jornada de formación',
      'Traducción',
      'Diseño web',
      'Acompañamiento',
      'Apoyo contable',
      'Taller',
      'Catering',
      'Consultoría',
    ],
  },
}
