/** Given and family names in use, put together by dice: nobody is meant. */
export interface NameList {
  readonly women: readonly string[]
  readonly men: readonly string[]
  readonly families: readonly string[]
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

export const FRENCH: NameList = {
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
}

export const DUTCH: NameList = {
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
}
