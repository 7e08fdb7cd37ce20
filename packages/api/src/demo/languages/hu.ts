import { type DemoLanguage, words } from './language.ts'

export const hungarian: DemoLanguage = {
  women:
    words(`Abigél Ágnes Anikó Aranka Beáta Bíborka Boglárka Borbála Boróka Csenge Csilla Dalma Dorottya Edit Emese
    Enikő Erzsébet Eszter Etelka Fanni Flóra Fruzsina Gizella Gyöngyi Hajnalka Ibolya Ildikó Ilona Janka Jolán Judit
    Júlia Katalin Kinga Klára Lilla Luca Magdolna Margit Mónika Nóra Orsolya Piroska Réka Rozália Sarolta Tímea Tünde
    Villő Virág Viola Zsófia Zsuzsanna`),
  men: words(`Ábel Ágoston Álmos Ambrus András Árpád Attila Balázs Barnabás Bálint Béla Bence Bertalan Botond Csaba
    Csongor Dezső Dömötör Elemér Endre Ernő Ferenc Gábor Gáspár Gergely Géza György Gyula Hunor Imre István Jenő Kálmán
    Károly Koppány Kornél Lajos László Levente Lőrinc Márton Mihály Miklós Nándor Ödön Örs Pál Rezső Sándor Soma
    Szabolcs Szilárd Tihamér Vince Zalán Zoltán`),
  families:
    words(`Almáskerti Aranyhegyi Árnyasi Bátorligeti Bársonyosi Berkenyés Bodzavári Búzavirági Csalogányi Cseresznyés
    Csillaghegyi Derűlaki Diófalvi Egerszegvári Erdőszéli Esthajnali Fenyvesaljai Forráskúti Füzesréti Galambosi
    Gesztenyési Gyöngyharmati Hajnalvölgyi Harangodi Havasalji Holdvilági Hosszúvölgyi Jegenyési Kakukkfűi Kékesligeti
    Kertaljai Királyréti Ködmönös Lombosi Margarétás Messzelátó Mézesvölgyi Mogyoróskerti Napsugári Nyárfási Orgonás
    Pacsirtahegyi Pipacsmezei Rekettyés Rozmaringos Somfavölgyi Szélhámori Szitakötő Szivárványi Tavaszmezei
    Tölgyesháti Tulipánkerti Vadgalambi Verőfényi Virágoskúti Zivatarosi Zsályás`),
  fullName: (givenName, familyName) => `${familyName} ${givenName}`,
  streets: ['Hársfa utca', 'Malom utca', 'Gesztenye sor', 'Forrás utca', 'Piac tér', 'Rózsa köz'],
  businessStreet: 'Iparos utca',
  clientKinds: [
    ['Színház', 'culture'],
    ['Fesztivál', 'culture'],
    ['Művelődési Ház', 'culture'],
    ['Iskola', 'education'],
    ['Stúdió', 'media'],
    ['Könyvkiadó', 'media'],
    ['Önkormányzat', 'public'],
    ['Múzeum', 'culture'],
    ['Ügynökség', 'communication'],
    ['Filmgyártó', 'media'],
  ],
  clientNames: [
    'Felhő',
    'Szélrózsa',
    'Lámpás',
    'Négy Évszak',
    'Öreghíd',
    'Folyópart',
    'Csillag',
    'Hársfa',
    'Egyszarvú',
    'Holdfény',
    'Sarokház',
    'Láthatár',
  ],
  clientName: (kind, name) => `${name} ${kind}`,
  teamKinds: ['Kollektíva', 'Társulat', 'Műhely', 'Vonósnégyes', 'Együttes'],
  titles: {
    artistic: [
      'Hangverseny',
      'Felolvasóest',
      'Táncelőadás',
      'Illusztrációk',
      'Utcaszínház',
      'Bábelőadás',
      'Stúdiófelvétel',
      'Falfestmény',
    ],
    'cultural-industry': [
      'Hang- és fénytechnika',
      'Színpadépítés',
      'Operatőri munka',
      'Vágás',
      'Díszlettervezés',
      'Turnészervezés',
    ],
    other: [
      'Képzési nap',
      'Fordítás',
      'Honlaptervezés',
      'Tanácsadás',
      'Könyvelési segítség',
      'Műhelymunka',
      'Vendéglátás',
      'Mentorálás',
    ],
  },
}
