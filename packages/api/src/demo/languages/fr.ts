import { type DemoLanguage, givenNameFirst, kindFirst, words } from './language.ts'

export const french: DemoLanguage = {
  women:
    words(`Alix Amandine Anaïs Apolline Aude Bérénice Camille Capucine Céleste Clémence Coralie Delphine Diane
    Élodie Émeline Estelle Fanny Faustine Flore Garance Héloïse Inès Jeanne Joséphine Judith Léonie Lison Louise Lucie
    Margaux Marion Maëlle Mathilde Nadia Naïma Noémie Ondine Pauline Perrine Romane Salomé Samira Solène Sylvie Tiphaine
    Valentine Yasmina Zoé`),
  men: words(`Achille Adrien Alban Amine Anatole Antonin Augustin Aurélien Basile Bastien Baptiste Benoît Brahim Cédric
    Clément Corentin Damien Denis Dorian Édouard Élie Émile Ernest Fabrice Félix Florian Gaspard Gaël Hadrien Hugo Ismaël
    Jules Karim Lazare Léon Loïc Lucien Marius Mathurin Maxence Mehdi Octave Pascal Quentin Rémi Sacha Tanguy Théo Ulysse
    Valère Victor Yann`),
  families:
    words(`Abélard Aubrac Baillage Barbenson Beauchêne Bellefontaine Blanchemain Boisjoly Bonnevoie Bouleau
    Brindacier Carrelet Castelbon Chantepie Charmeuil Clairbois Cordelier Courtepaille Darcueil Desmarais Doucemer
    Dufaubourg Entrevaux Fontbrune Forgeron Fourcheval Garancière Grandpré Guérinot Hautecombe Jolivert Labastie
    Lacombelle Lamarnière Lanterne Lavallière Longuépée Malmaison Marchepied Maubrun Montfleury Mirecourtois Noirmont
    Orlanger Pastoureau Petitclair Pierrefitte Quatresous Rochemaure Rivebelle Sansregret Tassereau Tournebride Valcourt
    Vauclaire Verdelot Villesèche Vintimille`),
  fullName: givenNameFirst,
  streets: [
    'Rue des Lilas',
    'Rue du Moulin',
    'Avenue des Tilleuls',
    'Rue de la Fontaine',
    'Place du Marché',
    'Rue Haute',
  ],
  businessStreet: 'Rue du Commerce',
  clientKinds: [
    ['Théâtre', 'culture'],
    ['Festival', 'culture'],
    ['Centre culturel', 'culture'],
    ['École', 'education'],
    ['Studio', 'media'],
    ['Maison d’édition', 'media'],
    ['Commune', 'public'],
    ['Musée', 'culture'],
    ['Agence', 'communication'],
    ['Coopérative', 'services'],
    ['Productions', 'media'],
  ],
  clientNames: [
    'des Nuages',
    'du Vent',
    'de la Lanterne',
    'des Quatre Saisons',
    'du Grand Pont',
    'de la Rive',
    'des Étoiles',
    'du Tilleul',
    'de la Licorne',
    'des Marées',
    'du Coin',
    'de l’Horizon',
  ],
  clientName: kindFirst,
  teamKinds: ['Collectif', 'Compagnie', 'Atelier', 'Quatuor', 'Ensemble'],
  titles: {
    artistic: [
      'Concert',
      'Lecture',
      'Spectacle de danse',
      'Illustrations',
      'Théâtre de rue',
      'Marionnettes',
      'Enregistrement en studio',
      'Fresque',
    ],
    'cultural-industry': [
      'Son et lumière',
      'Montage de scène',
      'Prise de vues',
      'Montage',
      'Décors',
      'Régie de tournée',
    ],
    other: [
      'Journée de formation',
      'Traduction',
      'Site web',
      'Accompagnement',
      'Aide comptable',
      'Atelier',
      'Traiteur',
      'Conseil',
    ],
  },
}
