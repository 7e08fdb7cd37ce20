import { type DemoLanguage, givenNameFirst, kindFirst, words } from './language.ts'

export const german: DemoLanguage = {
  women:
    words(`Adele Agnes Almut Annegret Antje Beate Birte Brunhild Carlotta Charlotte Christa Dorothea Edda Elfriede Elke
    Elsbeth Emilia Erika Franziska Frieda Gerda Gesine Greta Hannelore Hedwig Heike Henriette Hilde Ida Ilse Inge
    Irmgard Jette Johanna Karoline Käthe Klara Lieselotte Lotte Luise Magdalena Margarethe Mathilda Mechthild Ottilie
    Rosalie Sieglinde Swantje Theresa Ulrike Waltraud Wiebke Zita`),
  men: words(`Achim Albrecht Alfons Anton August Balthasar Benedikt Bernd Bertold Bruno Clemens Detlef Dietmar Eberhard
    Eckhart Egon Emil Erwin Ferdinand Florian Friedemann Fritz Gottfried Gregor Gustav Hannes Hartmut Heiner Hinnerk
    Ignaz Jakob Jost Jürgen Kaspar Konrad Korbinian Leopold Lorenz Ludwig Malte Matthäus Norbert Oskar Otmar Quirin
    Reinhold Ruprecht Severin Sönke Thilo Volker Wenzel Wolfram Xaver`),
  families:
    words(`Ackerbeck Apfelthaler Bachleitgeb Birkenstolz Blumentritt Dornheimer Eichwaldner Eulenbeck Federspiel
    Feldhuber Fliederbusch Fuchsloch Gerstenkorn Glockner Goldbrunn Grünspecht Habichtsau Haselnuss Heidelauf
    Himmelreuther Hollerbusch Immenhof Kesselring Kirschgarten Kleinmühl Kranichfeld Kuckucksberg Lachenmair
    Lerchenthal Lindenschmied Mondschein Morgenrot Nebelhorner Nussbaumer Ohneland Pfefferkorn Quellmalz Rauchenbichl
    Regenspurger Rosenlehner Sandhöfer Schattauer Schlehdorn Silberhaupt Sonnleitner Spatzenegger Sternhagen
    Tannenwald Taubenschlag Uhlenhorst Vogelsang Wacholder Weidenbaum Wiesengrund Windischer Zeisig Zuckerstätter`),
  fullName: givenNameFirst,
  streets: ['Lindenstraße', 'Mühlgasse', 'Gartenstraße', 'Am Anger', 'Kastanienallee', 'Obere Brunnengasse'],
  businessStreet: 'Werkstraße',
  clientKinds: [
    ['Theater', 'culture'],
    ['Festival', 'culture'],
    ['Kulturhaus', 'culture'],
    ['Schule', 'education'],
    ['Studio', 'media'],
    ['Verlag', 'media'],
    ['Gemeinde', 'public'],
    ['Museum', 'culture'],
    ['Agentur', 'communication'],
    ['Filmhaus', 'media'],
  ],
  clientNames: [
    'Wolkenheim',
    'Zur Laterne',
    'Vier Winde',
    'Am Anger',
    'Sternbrücke',
    'Lindenhof',
    'Zum Einhorn',
    'Sieben Linden',
    'Am Ufer',
    'Weitblick',
    'Morgenröte',
    'Silberbach',
  ],
  clientName: kindFirst,
  teamKinds: ['Kollektiv', 'Kompanie', 'Werkstatt', 'Quartett', 'Ensemble'],
  titles: {
    artistic: [
      'Konzert',
      'Lesung',
      'Tanzabend',
      'Illustrationen',
      'Straßentheater',
      'Puppenspiel',
      'Studioaufnahme',
      'Wandbild',
    ],
    'cultural-industry': ['Ton und Licht', 'Bühnenbau', 'Kamera', 'Schnitt', 'Bühnenbild', 'Tourleitung'],
    other: [
      'Schulungstag',
      'Übersetzung',
      'Webdesign',
      'Coaching',
      'Buchhaltungshilfe',
      'Workshop',
      'Bewirtung',
      'Beratung',
    ],
  },
}
