import type { Locale } from '@samen/core/country'

/** Texts in French: names of lines, earnings, figures, bodies and holidays, and the sentences that explain a line. */
export const fr: Locale = Object.freeze({
  'lines.sickness': 'Maladie, maternité, invalidité, décès',
  'lines.sickness-supplement': 'Complément de cotisation maladie',
  'lines.sickness-alsace-moselle': 'Régime local d’Alsace-Moselle',
  'lines.health-cover': 'Complémentaire santé',
  'lines.provident-cover': 'Prévoyance complémentaire',
  'lines.death-cover': 'Prévoyance décès des cadres',
  'lines.show-provident': 'Prévoyance du spectacle vivant privé',
  'lines.accident': 'Accidents du travail et maladies professionnelles',
  'lines.old-age-capped': 'Assurance vieillesse plafonnée',
  'lines.old-age': 'Assurance vieillesse déplafonnée',
  'lines.pension-t1': 'Retraite complémentaire tranche 1',
  'lines.ceg-t1': 'Contribution d’équilibre général tranche 1',
  'lines.pension-t2': 'Retraite complémentaire tranche 2',
  'lines.ceg-t2': 'Contribution d’équilibre général tranche 2',
  'lines.cet': 'Contribution d’équilibre technique',
  'lines.family': 'Allocations familiales',
  'lines.family-supplement': 'Complément d’allocations familiales',
  'lines.unemployment': 'Assurance chômage',
  'lines.unemployment-show': 'Assurance chômage, annexes 8 et 10',
  'lines.unemployment-short': 'Majoration des CDD d’usage courts',
  'lines.wage-guarantee': 'Garantie des salaires (AGS)',
  'lines.apec': 'Apec',
  'lines.solidarity': 'Contribution solidarité autonomie',
  'lines.housing': 'Fnal',
  'lines.mobility': 'Versement mobilité',
  'lines.dialogue': 'Contribution au dialogue social',
  'lines.training': 'Formation professionnelle',
  'lines.training-show': 'Formation professionnelle des intermittents (Afdas)',
  'lines.training-fixed-term': 'CPF-CDD',
  'lines.apprenticeship': 'Taxe d’apprentissage',
  'lines.apprenticeship-balance': 'Solde de la taxe d’apprentissage',
  'lines.apprenticeship-extra': 'Contribution supplémentaire à l’apprentissage',
  'lines.construction-effort': 'Participation à l’effort de construction',
  'lines.fcap': 'FCAP-SVP',
  'lines.fnas': 'FNAS',
  'lines.cover-levy': 'Forfait social',
  'lines.leave-fund': 'Congés Spectacles',
  'lines.csg-deductible': 'CSG déductible',
  'lines.csg-non-deductible': 'CSG non déductible',
  'lines.crds': 'CRDS',
  'lines.csg-overtime': 'CSG/CRDS sur les heures supplémentaires non imposables',
  'lines.reduction-urssaf': 'Réduction générale, part Urssaf',
  'lines.reduction-pension': 'Réduction générale, part retraite complémentaire',
  'lines.overtime-reduction': 'Réduction salariale heures supplémentaires',
  'lines.overtime-deduction': 'Déduction patronale heures supplémentaires',
  'lines.withholding-tax': 'Impôt sur le revenu prélevé à la source',
  'earnings.base-pay': 'Salaire',
  'earnings.overtime': 'Heures supplémentaires',
  'earnings.overtime-more': 'Heures supplémentaires dès la 44e heure',
  'earnings.complementary': 'Heures complémentaires',
  'earnings.complementary-more': 'Heures complémentaires au-delà du dixième',
  'earnings.fee': 'Cachet',
  'earnings.variable-pay': 'Rémunération de l’activité',
  'earnings.project-income': 'Revenu du projet à l’essai',
  'earnings.exceptional-pay': 'Prime exceptionnelle',
  'earnings.fixed-term-bonus': 'Indemnité de fin de contrat',
  'earnings.leave-indemnity': 'Indemnité compensatrice de congés payés',
  'earnings.settlement': 'Rémunération régularisée',
  'figures.net-social': 'Montant net social',
  'figures.net-before-tax': 'Net à payer avant impôt',
  'figures.net-taxable': 'Net imposable',
  'figures.overtime-exempt': 'Heures supplémentaires exonérées d’impôt',
  'figures.ceiling': 'Plafond de la sécurité sociale de cette paie',
  'figures.minimum-wage': 'Smic des heures payées',
  'figures.minimum-wage-shortfall': 'Écart au Smic',
  'authorities.urssaf': 'Urssaf',
  'authorities.agirc-arrco': 'Agirc-Arrco',
  'authorities.audiens': 'Audiens',
  'authorities.france-travail': 'France Travail Spectacle',
  'authorities.conges-spectacles': 'Congés Spectacles',
  'authorities.afdas': 'Afdas',
  'authorities.insurer': 'Organisme de santé et de prévoyance',
  'authorities.action-logement': 'Action Logement',
  'authorities.fnas': 'FNAS',
  'authorities.dgfip': 'Direction générale des finances publiques',
  'holidays.new-year': 'Jour de l’an',
  'holidays.easter-monday': 'Lundi de Pâques',
  'holidays.labour-day': 'Fête du travail',
  'holidays.victory-1945': 'Victoire de 1945',
  'holidays.ascension': 'Ascension',
  'holidays.whit-monday': 'Lundi de Pentecôte',
  'holidays.national-day': 'Fête nationale',
  'holidays.assumption': 'Assomption',
  'holidays.all-saints': 'Toussaint',
  'holidays.armistice-1918': 'Armistice de 1918',
  'holidays.christmas': 'Noël',
  'holidays.good-friday': 'Vendredi saint',
  'holidays.saint-stephen': 'Saint-Étienne',
  'holidays.abolition-of-slavery': 'Abolition de l’esclavage',
  'vat.option-debits': 'Option pour le paiement de la taxe d’après les débits',
  'vat.reverse-charge': 'Autoliquidation : TVA due par le preneur (article 283-2 du CGI)',
  'vat.outside-scope': 'TVA non applicable : prestation située hors de France (article 259 du CGI)',
  'vat.outside-overseas': 'TVA non applicable, article 294 du CGI',
  'vat.exempt-training': 'Exonération de TVA : formation professionnelle (article 261-4-4° a du CGI)',
  'rules.on-pay': 'Due sur toute la rémunération : le taux est appliqué à la paie et arrondi au centime.',
  'rules.on-gross': 'Due sur le brut avant toute déduction forfaitaire spécifique.',
  'rules.raised-pay':
    'Les congés sont payés par une caisse : la rémunération est majorée de 11,5 % avant d’appliquer le taux.',
  'rules.leave-fund-capped':
    'Due sur le brut de {{gross}} dans la limite du plafond de {{cap}} que l’employeur applique.',
  'rules.capped':
    'Due sur la paie dans la limite du plafond de la sécurité sociale : paie de {{pay}}, plafond de {{ceiling}}.',
  'rules.capped-to-date':
    'Due sur la paie de l’année dans la limite des plafonds cumulés : {{payToDate}} de paie, {{ceilingToDate}} de plafonds, moins {{charged}} déjà soumis.',
  'rules.raised-capped':
    'Paie dans la limite du plafond ({{pay}} de paie, plafond de {{ceiling}}), majorée de 11,5 % car une caisse paie les congés.',
  'rules.raised-capped-to-date':
    'Paie de l’année dans la limite des plafonds ({{payToDate}} de paie, {{ceilingToDate}} de plafonds, moins {{charged}} déjà soumis), majorée de 11,5 % car une caisse paie les congés.',
  'rules.death-cover':
    'Due sur la paie dans la limite du plafond de la sécurité sociale, que le temps partiel ne réduit pas ici.',
  'rules.tranche-1': 'Due sur la paie jusqu’à un plafond : paie de {{pay}}, plafond de {{ceiling}}.',
  'rules.tranche-1-to-date':
    'Due sur la paie de l’année jusqu’aux plafonds cumulés : {{payToDate}} de paie, {{ceilingToDate}} de plafonds, moins {{charged}} déjà soumis.',
  'rules.tranche-2': 'Due sur la paie de un à huit plafonds : paie de {{pay}}, plafond de {{ceiling}}.',
  'rules.tranche-2-to-date':
    'Due sur la paie de l’année de un à huit fois les plafonds cumulés : {{payToDate}} de paie, {{ceilingToDate}} de plafonds, moins {{charged}} déjà soumis.',
  'rules.above-ceiling':
    'Due sur toute la paie jusqu’à huit plafonds car la paie de {{pay}} dépasse le plafond de {{ceiling}}.',
  'rules.above-ceiling-to-date':
    'Due sur toute la paie de l’année jusqu’à huit fois les plafonds lorsqu’elle les dépasse : {{payToDate}} de paie, {{ceilingToDate}} de plafonds, moins {{charged}} déjà soumis.',
  'rules.four-ceilings': 'Due sur le brut jusqu’à quatre plafonds : paie de {{pay}}, plafond de {{ceiling}}.',
  'rules.four-ceilings-to-date':
    'Due sur le brut de l’année jusqu’à quatre fois les plafonds : {{payToDate}} de paie, {{ceilingToDate}} de plafonds, moins {{charged}} déjà soumis.',
  'rules.four-ceilings-pay':
    'Due sur la paie jusqu’à quatre plafonds : paie de {{pay}}, plafond de {{ceiling}}.',
  'rules.four-ceilings-pay-to-date':
    'Due sur la paie de l’année jusqu’à quatre fois les plafonds : {{payToDate}} de paie, {{ceilingToDate}} de plafonds, moins {{charged}} déjà soumis.',
  'rules.sickness-supplement':
    'Due sur toute la paie de l’année ({{pay}}) dès qu’elle dépasse {{times}} du Smic ({{minimumWage}}), moins ce qui a déjà été soumis.',
  'rules.family-supplement':
    'Due sur toute la paie de l’année ({{pay}}) dès qu’elle dépasse {{times}} du Smic ({{minimumWage}}), moins ce qui a déjà été soumis.',
  'rules.csg-base':
    'Due sur {{part}} de la paie jusqu’à quatre plafonds ({{abated}} sur {{pay}}), sur toute la paie au-delà et sur la part patronale de prévoyance ({{cover}}) ; seul le résultat est arrondi.',
  'rules.csg-overtime':
    'L’impôt exonère {{exempt}} d’heures supplémentaires ; la CSG et la CRDS sont dues sur {{part}} de ce montant et rien n’en est déductible.',
  'rules.accident':
    'Due sur toute la paie au taux d’accident de l’établissement, ou au taux moyen national à défaut ; un artiste en supporte 70 %.',
  'rules.accident-flat':
    'Aucune rémunération ce mois : assurance sur une base forfaitaire pour le mois légal.',
  'rules.cover-stated': 'Montant convenu avec l’organisme pour cette période.',
  'rules.cover-levy': 'Dû sur la part patronale de santé et de prévoyance, à partir de 11 salariés.',
  'rules.reduction-urssaf':
    'Réduction de l’année : paie de {{pay}} × coefficient {{coefficient}} (Smic de référence {{minimumWage}}), moins {{grantedBefore}} déjà accordés : {{reduction}}. Ceci est le reste après la part retraite de {{pensionPart}} / {{highest}}.',
  'rules.reduction-pension':
    'Part de la réduction générale de {{reduction}} imputée à la retraite complémentaire : {{pensionPart}} / {{highest}}.',
  'rules.overtime-reduction':
    'Rémunération des heures supplémentaires de {{overtime}} × {{rate}} : taux moyen de vos cotisations de vieillesse ({{contributions}} sur {{pay}}), {{highest}} au plus.',
  'rules.overtime-deduction':
    '{{hours}} heures supplémentaires × {{perHour}}, au plus ce qui est dû à l’Urssaf pour le salarié ({{due}}).',
  'rules.withholding-personal':
    'Net imposable de {{taxable}} au taux de {{rate}} transmis pour vous par l’administration fiscale.',
  'rules.withholding-neutral':
    'Aucun taux personnel connu : net imposable de {{taxable}} au taux de {{rate}} de la grille par défaut ({{residence}}) au jour du paiement.',
  'rules.withholding-neutral-rhythm':
    'Aucun taux personnalisé n’est connu : le net imposable de {{taxable}}, versé au rythme {{rhythm}}, vaut {{month}} par mois ; la grille de taux neutres ({{residence}}) du jour de paiement donne {{rate}}.',
  'rules.withholding-neutral-short':
    'Aucun taux personnel connu et contrat de deux mois au plus : {{taxable}} moins l’abattement de {{allowance}} laisse {{base}}, au taux de {{rate}} de la grille par défaut ({{residence}}).',
  'rules.base-pay': 'Salaire du travail effectué.',
  'rules.overtime': '{{hours}} heures au taux horaire, majoré de {{rate}}.',
  'rules.complementary':
    '{{hours}} heures au-delà de la durée du contrat, au taux horaire majoré de {{rate}}.',
  'rules.fee': 'Cachets des représentations.',
  'rules.variable-pay': 'Part fixe et part variable tirées du chiffre d’affaires de l’activité.',
  'rules.project-income': 'Revenu tiré du projet pendant l’essai.',
  'rules.exceptional-pay': 'Versée à côté du salaire : elle n’apporte ni plafond ni heures.',
  'rules.leave-paid': 'Indemnité pour congés non pris.',
  'rules.leave-indemnity': '{{rate}} du salaire et de la prime ({{base}}) car aucun congé n’a été pris.',
  'rules.fixed-term-bonus': '{{rate}} du salaire ({{base}}) à la fin d’un contrat à durée déterminée.',
  'rules.settlement': 'Régularisation annuelle des plafonds et de la réduction.',
  'invoice.terms':
    'Pas d’escompte pour paiement anticipé. Tout retard de paiement entraîne des pénalités au taux de la Banque centrale européenne majoré de dix points et une indemnité forfaitaire de 40 € pour frais de recouvrement (C. com., art. L441-10 et D441-5).',
  'payslip.terms':
    'Dans votre intérêt et pour vous aider à faire valoir vos droits, conservez ce bulletin de paie sans limitation de durée (C. trav., art. R3243-5). Vos droits : www.service-public.fr, rubrique « cotisations sociales ».',
})
