import type { Locale } from '@samen/core/country'

export const fr: Locale = {
  'lines.social-security': 'Cotisation personnelle ONSS',
  'lines.work-bonus-a': 'Bonus à l’emploi, volet A',
  'lines.work-bonus-b': 'Bonus à l’emploi, volet B',
  'lines.special-contribution': 'Cotisation spéciale de sécurité sociale',
  'lines.wage-tax': 'Précompte professionnel (formule-clé)',
  'lines.wage-tax-bonus': 'Bonus à l’emploi fiscal',
  'lines.wage-tax-artist': 'Précompte professionnel des artistes (taux fixe)',
  'lines.wage-tax-exceptional': 'Précompte professionnel sur allocation exceptionnelle',
  'lines.holiday-contribution': 'Cotisation sur le double pécule de vacances',
  'lines.group-insurance': 'Prime personnelle d’assurance groupe',
  'lines.social-security-employer': 'Cotisation patronale de base et modération salariale',
  'lines.closure-fund': 'Fonds de fermeture, cotisation de base',
  'lines.closure-fund-special': 'Fonds de fermeture, cotisation spéciale',
  'lines.risk-groups': 'Groupes à risque',
  'lines.temporary-unemployment': 'Chômage temporaire et chômeurs âgés',
  'lines.work-accidents-special': 'Accidents du travail, cotisation spéciale',
  'lines.unemployment': 'Chômage, 1,60 % et modération',
  'lines.asbestos-fund': 'Fonds amiante',
  'lines.sector-fund-200': 'Fonds social de la CP 200',
  'lines.annual-holidays': 'Vacances annuelles, part trimestrielle',
  'lines.annual-holidays-debit': 'Vacances annuelles, avis de débit annuel',
  'lines.exit-holiday-pay': 'Pécule de vacances de sortie, provision',
  'lines.work-accident-insurance': 'Assurance accidents du travail',
  'lines.structural-reduction': 'Réduction structurelle',
  'lines.student-contribution': 'Cotisation de solidarité des étudiants',
  'lines.student-contribution-employer': 'Cotisation de solidarité des étudiants, part patronale',
  'lines.asbestos-fund-students': 'Fonds amiante, étudiants',
  'lines.flexi-contribution': 'Cotisation spéciale sur le flexi-salaire',
  'lines.amateur-contribution': 'Cotisation sur les indemnités des arts en amateur',
  'rules.social-security':
    'Chaque employé verse cette part du brut à la sécurité sociale (code travailleur {{workerCode}}).',
  'rules.social-security-108':
    'Les ouvriers et les artistes versent cette part de 108 % du brut, car leur pécule de vacances vient d’une caisse séparée (code travailleur {{workerCode}}).',
  'rules.work-bonus-a':
    'Un bas salaire cotise moins. Ramené à un mois complet vous gagnez {{reference}} ; jusqu’à {{floor}} le bonus est de {{maximum}}, au-delà il baisse de {{slope}} de la différence et s’arrête à {{top}}. Pour la part du mois travaillée ({{fraction}}) cela fait {{month}}, dont {{before}} déjà accordés.',
  'rules.work-bonus-b':
    'Un très bas salaire cotise encore moins. Ramené à un mois complet vous gagnez {{reference}} ; jusqu’à {{floor}} le bonus est de {{maximum}}, au-delà il baisse de {{slope}} de la différence et s’arrête à {{top}}. Pour la part du mois travaillée ({{fraction}}) cela fait {{month}}, dont {{before}} déjà accordés.',
  'rules.special-contribution-month':
    'Une avance selon votre salaire du mois à ce jour, {{wages}}, et votre ménage : {{due}} en tout, dont {{before}} déjà retenus.',
  'rules.special-contribution-quarter':
    'Décompte selon votre salaire du trimestre à ce jour, {{wages}}, et votre ménage : {{due}} en tout, dont {{before}} déjà retenus.',
  'rules.wage-tax-alone':
    'Imposable ce mois {{taxable}}, par an {{annual}} ; moins les frais {{costs}} reste {{net}}. Le barème demande {{scaleTax}} par an après la quotité exemptée ; votre famille retire {{reductions}}. Par mois {{monthly}}, moins {{premiumRelief}} pour l’assurance groupe et {{before}} déjà retenus.',
  'rules.wage-tax-quotient':
    'Imposable ce mois {{taxable}}, par an {{annual}} ; moins les frais {{costs}} reste {{net}}. Une part compte comme revenu du conjoint et les deux quotités exemptées s’appliquent : {{scaleTax}} par an ; votre famille retire {{reductions}}. Par mois {{monthly}}, moins {{premiumRelief}} pour l’assurance groupe et {{before}} déjà retenus.',
  'rules.wage-tax-non-resident':
    'Imposable ce mois {{taxable}}, par an {{annual}} ; moins les frais {{costs}} reste {{net}}. Un non-résident qui ne travaille pas ici toute l’année à 75 % au moins d’un temps plein n’a ni quotité exemptée ni réduction familiale : {{scaleTax}} par an, {{monthly}} par mois, moins {{premiumRelief}} pour l’assurance groupe et {{before}} déjà retenus.',
  'rules.wage-tax-piece-work':
    'Pour un travail à la pièce, on retient au moins {{rate}} de {{taxable}} : {{minimum}}, dont {{before}} déjà retenus.',
  'rules.wage-tax-bonus':
    'Une part du bonus à l’emploi est aussi retirée de l’impôt : {{rateA}} de {{bonusA}} et {{rateB}} de {{bonusB}}, au plus l’impôt lui-même : {{relief}}, dont {{before}} déjà retirés.',
  'rules.wage-tax-artist':
    'Un artiste engagé par une entreprise après l’autre paie un taux fixe sur son salaire imposable.',
  'rules.wage-tax-artist-voluntary': 'Vous avez demandé un taux plus élevé que le taux fixe des artistes.',
  'rules.wage-tax-exceptional':
    'Une allocation exceptionnelle a un seul taux, qui suit votre rémunération normale d’une année ({{annual}}) : {{rate}} de {{taxable}}. Vu vos enfants, {{exempt}} sont exonérés, et de l’impôt sur le reste il reste {{kept}}.',
  'rules.wage-tax-holiday':
    'Le pécule de vacances a un seul taux, qui suit votre rémunération normale d’une année ({{annual}}) : {{rate}} de {{taxable}}. Vu vos enfants, {{exempt}} sont exonérés, et de l’impôt sur le reste il reste {{kept}}.',
  'rules.holiday-contribution':
    'Le double pécule vaut 92 % d’un mois ; la cotisation est due sur 85 de ces 92 parts.',
  'rules.holiday-contribution-exit':
    'Du pécule de sortie (15,34 %), la part double légale (6,80 %) porte cette cotisation.',
  'rules.group-insurance': 'Votre prime personnelle de l’assurance groupe.',
  'rules.social-security-employer':
    'La cotisation patronale de base et la modération salariale, jusqu’à un plafond par trimestre.',
  'rules.closure-fund': 'Paie les travailleurs lorsqu’une entreprise ferme ; le taux change chaque année.',
  'rules.closure-fund-special': 'Finance le chômage temporaire ; le taux change chaque année.',
  'rules.risk-groups': 'Finance la formation et l’emploi des groupes à risque.',
  'rules.temporary-unemployment': 'Finance le chômage temporaire et les chômeurs âgés.',
  'rules.work-accidents-special': 'Cotisation spéciale pour les accidents du travail.',
  'rules.unemployment': 'Due par les employeurs de dix travailleurs et plus.',
  'rules.asbestos-fund': 'Indemnise les victimes de l’amiante ; due certains trimestres seulement.',
  'rules.sector-fund-200': 'Fonds social de la commission paritaire des employés.',
  'rules.annual-holidays':
    'Part du pécule de vacances des ouvriers et des artistes, versée chaque trimestre.',
  'rules.annual-holidays-debit':
    'Part du pécule de vacances des ouvriers et des artistes, demandée par avis de débit l’année suivante et mise de côté dès maintenant.',
  'rules.exit-holiday-pay':
    'À la fin d’un contrat à durée déterminée un employé a droit à un pécule ; il est mis de côté dès maintenant.',
  'rules.work-accident-insurance': 'Prime de l’assurance accidents du travail du bureau.',
  'rules.structural-reduction':
    'L’employeur cotise moins sur les bas salaires. Le salaire du trimestre ramené à temps plein est {{reference}}, la réduction {{reduction}} ; pour la part travaillée ({{performance}}) {{granted}}, dont {{before}} déjà crédités. Elle va au compte mutualisé.',
  'rules.wage': 'Le salaire convenu pour le travail.',
  'rules.one-off': 'Une rémunération à côté du salaire ordinaire.',
  'rules.holiday-pay': 'Le pécule de vacances dû par l’employeur.',
  'rules.student-contribution':
    'Un étudiant ne paie que cette petite part, sans précompte, pendant {{quota}} heures par an chez tous les employeurs ensemble. {{before}} étaient déjà utilisées ; des {{worked}} heures de ce paiement, {{hours}} entrent dans le contingent (code travailleur {{workerCode}}, Dimona {{dimona}}).',
  'rules.student-contribution-employer':
    'Pour les heures du contingent annuel, l’employeur doit ceci au lieu des cotisations ordinaires.',
  'rules.asbestos-fund-students':
    'Indemnise les victimes de l’amiante ; due aussi pour les étudiants, certains trimestres seulement.',
  'rules.flexi-contribution':
    'L’employeur doit ceci sur le flexi-salaire et le flexi-pécule ; vous ne devez aucune cotisation. Le flexi-salaire est exonéré d’impôt jusqu’à {{ceiling}} par an, dont cet employeur a déjà payé {{before}} (code travailleur {{workerCode}}, Dimona {{dimona}}).',
  'rules.flexi-contribution-pensioner':
    'L’employeur doit ceci sur le flexi-salaire et le flexi-pécule ; un pensionné n’y doit ni cotisation ni impôt (code travailleur {{workerCode}}, Dimona {{dimona}}).',
  'rules.flexi-wage': 'Le flexi-salaire convenu pour le travail.',
  'rules.flexi-holiday-pay': 'Pécule de vacances de {{rate}} du flexi-salaire, payé avec lui.',
  'rules.amateur-allowance':
    'Une indemnité forfaitaire pour un travail artistique, sans cotisation ni impôt dans ses limites.',
  'rules.amateur-travel': 'Remboursement de frais de déplacement prouvés.',
  'rules.amateur-contribution':
    'Un donneur d’ordre dont les indemnités d’une année dépassent {{threshold}} doit ceci sur leur total ; c’est compté sur chacune, le total de l’année n’étant pas donné.',
  'rules.amateur-total':
    'Un donneur d’ordre dont les indemnités d’une année dépassent {{threshold}} doit ceci sur leur total. {{before}} avaient été octroyés avant celle-ci.',
  'earnings.wage': 'Salaire',
  'earnings.one-off': 'Allocation exceptionnelle',
  'earnings.holiday-pay': 'Pécule de vacances',
  'earnings.flexi-wage': 'Flexi-salaire',
  'earnings.flexi-holiday-pay': 'Flexi-pécule de vacances',
  'earnings.amateur-allowance': 'Indemnité des arts en amateur',
  'earnings.amateur-travel': 'Frais de déplacement',
  'figures.minimum-wage': 'Revenu minimum garanti pour le travail payé',
  'figures.minimum-wage-shortfall': 'Manque par rapport au revenu minimum garanti',
  'figures.maximum-wage': 'Flexi-salaire maximum pour le travail payé',
  'figures.maximum-wage-excess': 'Au-dessus du flexi-salaire maximum',
  'checklist.student-contract':
    'Étudiant : un contrat d’occupation d’étudiant écrit, de douze mois au plus, est signé avant le début du travail.',
  'checklist.student-dimona':
    'Étudiant : la Dimona de type STU indique les heures prévues par trimestre et est faite avant le début ; tardive, toutes les heures portent les cotisations ordinaires.',
  'checklist.student-hours':
    'Étudiant : l’attestation Student@work montre les heures restantes cette année ; au-delà du contingent, les heures portent cotisations ordinaires et précompte.',
  'checklist.student-lessons':
    'Étudiant : le travail se situe hors des périodes de présence obligatoire à l’école.',
  'checklist.flexi-main-job':
    'Flexi-job : au troisième trimestre précédent, le travailleur occupait au moins un 4/5 temps chez d’autres employeurs, ou il est pensionné ; la Dimona le confirme.',
  'checklist.flexi-reduced-hours':
    'Flexi-job : le travailleur n’est pas passé d’un temps plein à un 4/5 entre le quatrième et le troisième trimestre précédents ; sinon, deux trimestres doivent s’écouler.',
  'checklist.flexi-other-contract':
    'Flexi-job : ce trimestre, le travailleur n’a pas d’autre contrat chez cet employeur, ni un contrat d’au moins 4/5 dans une entreprise liée.',
  'checklist.flexi-sector':
    'Flexi-job : le secteur est ouvert aux flexi-jobs (CP 304 ou 303.03, événements selon le code NACE, autres par accord) et le travail n’est ni artistique, ni artistique-technique, ni de soutien artistique.',
  'checklist.flexi-agreement':
    'Flexi-job : un contrat-cadre est signé ; sans contrat de travail écrit, chaque jour a sa propre Dimona.',
  'checklist.flexi-dimona':
    'Flexi-job : la Dimona de type FLX a été faite pour ce trimestre et la réponse est positive.',
  'checklist.amateur-work':
    'Indemnité des arts en amateur : le travail est artistique ; l’enseignement, la technique et le soutien ne le sont pas.',
  'checklist.amateur-declared':
    'Indemnité des arts en amateur : la prestation est déclarée dans Working in the Arts avant son début, au plus tôt un mois avant ; il n’y a pas de Dimona.',
  'checklist.amateur-days':
    'Indemnité des arts en amateur : Working in the Arts montre des jours restants cette année, et pas de huitième jour consécutif ici.',
  'checklist.amateur-associations':
    'Indemnité des arts en amateur : l’artiste ne fait pas de travail associatif (article 17) pour ce donneur d’ordre la même année civile.',
  'holidays.new-year': 'Jour de l’an',
  'holidays.easter-monday': 'Lundi de Pâques',
  'holidays.labour-day': 'Fête du travail',
  'holidays.ascension': 'Ascension',
  'holidays.whit-monday': 'Lundi de Pentecôte',
  'holidays.national-day': 'Fête nationale',
  'holidays.assumption': 'Assomption',
  'holidays.all-saints': 'Toussaint',
  'holidays.armistice': 'Armistice',
  'holidays.christmas': 'Noël',
  'authorities.onss': 'Office national de sécurité sociale',
  'authorities.fps-finance': 'SPF Finances',
  'authorities.onva': 'Office national des vacances annuelles',
  'authorities.holiday-pay': 'Pécules de vacances à payer',
  'authorities.work-accident-insurer': 'Assureur accidents du travail',
  'authorities.group-insurer': 'Assureur groupe',
  'vat.reverse-charge': 'Autoliquidation : TVA due par le cocontractant, art. 21 § 2 du Code de la TVA',
  'vat.outside-scope': 'Non soumis à la TVA belge, art. 21 § 2 du Code de la TVA',
  'vat.exempt-performance': 'Exempté de TVA, art. 44 § 2, 8° du Code de la TVA',
  'vat.exempt-copyright': 'Exempté de TVA, art. 44 § 3, 3° du Code de la TVA',
  'vat.exempt-training': 'Exempté de TVA, art. 44 § 2, 4° du Code de la TVA',
}
