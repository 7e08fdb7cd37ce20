import type { Locale } from '@samen/core/country'

export const it: Locale = {
  'lines.pension': 'Contributo IVS',
  'lines.pension-additional': 'Aliquota aggiuntiva 1 %',
  'lines.solidarity': 'Contributo di solidarietà oltre il massimale',
  'lines.discontinuity-solidarity': 'Contributo di solidarietà per la discontinuità',
  'lines.unemployment': 'NASpI',
  'lines.training': 'Fondi interprofessionali',
  'lines.fixed-term': 'Contributo addizionale NASpI',
  'lines.fixed-term-renewals': 'Contributo addizionale NASpI per rinnovi',
  'lines.discontinuity': 'Indennità di discontinuità',
  'lines.family': 'CUAF',
  'lines.sickness': 'Malattia',
  'lines.maternity': 'Maternità',
  'lines.severance-guarantee': 'Fondo di garanzia TFR',
  'lines.wage-support': 'Fondo di integrazione salariale (FIS)',
  'lines.extraordinary-wage-support': 'Cassa integrazione straordinaria (CIGS)',
  'lines.work-injury': 'Premio INAIL',
  'lines.severance': 'Accantonamento TFR',
  'lines.thirteenth': 'Rateo di tredicesima',
  'lines.thirteenth-contributions': 'Contributi sul rateo di tredicesima',
  'lines.income-tax': 'IRPEF lorda',
  'lines.employee-credit': 'Detrazione lavoro dipendente',
  'lines.further-credit': 'Ulteriore detrazione',
  'lines.spouse-credit': 'Detrazione coniuge a carico',
  'lines.children-credit': 'Detrazione figli a carico',
  'lines.ascendants-credit': 'Detrazione ascendenti a carico',
  'lines.credits-unused': 'Detrazioni oltre l’imposta',
  'lines.income-tax-withheld': 'IRPEF già trattenuta',
  'lines.integration': 'Trattamento integrativo',
  'lines.wedge': 'Somma integrativa',
  'lines.bonuses-paid': 'Trattamento e somma integrativa già erogati',
  'lines.bonuses-later': 'Somme da restituire l’anno prossimo',
  'lines.integration-back': 'Recupero trattamento integrativo, rata',
  'lines.wedge-back': 'Recupero somma integrativa, rata',
  'lines.severance-paid': 'TFR liquidato',
  'lines.severance-tax': 'Imposta separata sul TFR',
  'lines.severance-term-credit': 'Riduzione per contratto a termine breve',
  'lines.severance-credit': 'Detrazione sul TFR',
  'lines.beyond-pay': 'Incapienza: ancora da versare',
  'lines.regional-surtax': 'Addizionale regionale anno precedente, rata',
  'lines.municipal-surtax': 'Addizionale comunale anno precedente, rata',
  'lines.municipal-surtax-advance': 'Acconto addizionale comunale',
  'lines.regional-surtax-year': 'Addizionale regionale dell’anno',
  'lines.municipal-surtax-year': 'Addizionale comunale dell’anno, meno l’acconto',
  'rules.pension':
    'Contributo per la pensione sulla retribuzione in euro interi, almeno il minimale dei giorni lavorati e al più il massimale.',
  'rules.pension-additional': 'Sulla retribuzione del mese oltre {{band}} si versa l’uno per cento in più.',
  'rules.pension-additional-day':
    'Sulla retribuzione della giornata oltre {{band}} e fino al massimale si versa l’uno per cento in più.',
  'rules.pension-additional-year':
    'Sull’anno intero è dovuto l’uno per cento in più oltre {{band}}; {{before}} già trattenuti.',
  'rules.solidarity':
    'Oltre il massimale non matura pensione; le due parti versano invece questo contributo.',
  'rules.discontinuity-solidarity':
    'Oltre il massimale i lavoratori dello spettacolo sostengono i colleghi tra un lavoro e l’altro.',
  'rules.unemployment': 'Il datore ti assicura contro la disoccupazione.',
  'rules.training': 'Il datore versa questa quota per la formazione, tramite un fondo di sua scelta.',
  'rules.fixed-term': 'I contratti non a tempo indeterminato costano al datore un contributo in più.',
  'rules.fixed-term-renewals': 'Ogni rinnovo del contratto a termine aggiunge mezzo punto.',
  'rules.discontinuity':
    'Il datore finanzia l’indennità che i lavoratori dello spettacolo ricevono tra un lavoro e l’altro.',
  'rules.family': 'Il datore versa questa quota per gli assegni familiari.',
  'rules.sickness':
    'Il datore assicura la paga in malattia; a termine nello spettacolo fino a una paga giornaliera.',
  'rules.maternity': 'Il datore assicura l’indennità di maternità.',
  'rules.severance-guarantee': 'Se il datore fallisce, questo fondo paga il tuo TFR.',
  'rules.wage-support': 'Il fondo paga quando il lavoro è sospeso; un terzo è a carico del lavoratore.',
  'rules.extraordinary-wage-support':
    'I datori con più di quindici addetti e i lavoratori finanziano le sospensioni lunghe.',
  'rules.work-injury': 'Premio contro gli infortuni, secondo il rischio del lavoro.',
  'rules.severance':
    'Di ogni paga una parte su 13,5 è accantonata fino alla cessazione, meno {{off}} versati come contributo pensionistico.',
  'rules.thirteenth': 'Un dodicesimo della paga è accantonato per la tredicesima.',
  'rules.thirteenth-contributions': 'I contributi dovuti quando la tredicesima sarà pagata.',
  'rules.income-tax-month':
    'L’imponibile del mese è {{month}}; gli scaglioni annui si applicano in dodicesimi. {{before}} già calcolati nel mese.',
  'rules.income-tax-extra-month':
    'La tredicesima è tassata da sola con gli scaglioni in dodicesimi, senza detrazioni.',
  'rules.income-tax-year': 'Gli scaglioni annui su tutto il reddito dell’anno.',
  'rules.employee-credit-month':
    'Detrazione per lavoro dipendente su un reddito previsto di {{income}}, per {{days}} giorni su 365.',
  'rules.employee-credit-year':
    'Detrazione per lavoro dipendente su un reddito di {{income}}, per {{days}} giorni su 365.',
  'rules.further-credit-month':
    'Ulteriore detrazione su un reddito previsto di {{income}}, per {{days}} giorni su 365.',
  'rules.further-credit-year':
    'Ulteriore detrazione su un reddito di {{income}}, per {{days}} giorni su 365.',
  'rules.spouse-credit-month':
    'Un dodicesimo della detrazione per il coniuge a carico su un reddito previsto di {{income}} ({{days}} giorni pagati).',
  'rules.spouse-credit-year':
    'Detrazione per il coniuge a carico su un reddito di {{income}}, per i mesi cui corrispondono {{days}} giorni.',
  'rules.children-credit-month':
    'Un dodicesimo della detrazione per figli da 21 a 29 anni su un reddito previsto di {{income}} ({{days}} giorni pagati).',
  'rules.children-credit-year':
    'Detrazione per figli da 21 a 29 anni su un reddito di {{income}}, per i mesi cui corrispondono {{days}} giorni.',
  'rules.ascendants-credit-month':
    'Un dodicesimo della detrazione per ascendenti conviventi su un reddito previsto di {{income}} ({{days}} giorni pagati).',
  'rules.ascendants-credit-year':
    'Detrazione per ascendenti conviventi su un reddito di {{income}}, per i mesi cui corrispondono {{days}} giorni.',
  'rules.credits-unused': 'Le detrazioni azzerano l’imposta, non vanno oltre.',
  'rules.withheld-before': 'IRPEF trattenuta prima nell’anno.',
  'rules.paid-before': 'Quanto già erogato nell’anno si confronta con quanto spetta.',
  'rules.integration':
    'Pagato dallo Stato con la retribuzione, su un reddito di {{income}}, per {{days}} giorni su 365.',
  'rules.wedge':
    'Quota della paga esente, perché il reddito di {{income}} non supera 20 000. La percentuale segue la paga di un anno intero, {{fullYear}}.',
  'rules.bonuses-later':
    'Ti sono stati anticipati più di 60 euro non spettanti: si restituiscono a rate, questa paga porta la prima.',
  'rules.severance-paid': 'Si liquida quanto accantonato per te in {{months}} mesi.',
  'rules.severance-tax':
    'Il TFR è tassato a parte, con l’aliquota media di {{reference}}: il TFR di un anno per dodici, sui {{months}} mesi di lavoro. L’Agenzia delle Entrate lo riliquida poi.',
  'rules.severance-term-credit':
    'Un contratto a termine fino a due anni riduce l’imposta sul TFR secondo i mesi lavorati.',
  'rules.severance-credit': 'Detrazione sul TFR con un reddito di riferimento di {{reference}}.',
  'rules.beyond-pay':
    'Il conguaglio chiede più di quanto questa paga può coprire; il resto si versa a parte.',
  'rules.surtax-instalment':
    'Il conguaglio dell’anno scorso ha lasciato {{whole}}, trattenuti in {{parts}} rate mensili; {{before}} già trattenuti.',
  'rules.surtax-rest':
    'Il contratto cessa: si trattiene quanto resta di {{whole}}; {{before}} già trattenuti.',
  'rules.regional-surtax-year':
    'Addizionale della regione sul reddito dell’anno, in unica soluzione perché il contratto cessa.',
  'rules.regional-surtax-year-credit':
    'Addizionale della regione sul reddito dell’anno meno la detrazione di {{credit}}, in unica soluzione perché il contratto cessa.',
  'rules.municipal-surtax-year':
    'Addizionale del comune di {{whole}} meno l’acconto di {{advance}}, in unica soluzione perché il contratto cessa.',
  'rules.wage': 'La retribuzione concordata per il lavoro.',
  'rules.extra-month': 'La tredicesima, o un’altra mensilità aggiuntiva.',
  'earnings.wage': 'Retribuzione',
  'earnings.extra-month': 'Tredicesima mensilità',
  'figures.contribution-base': 'Imponibile previdenziale',
  'figures.regional-surtax-due': 'Addizionale regionale dell’anno, a rate l’anno prossimo',
  'figures.municipal-surtax-due': 'Addizionale comunale dell’anno, a rate l’anno prossimo dopo l’acconto',
  'figures.municipal-advance-next': 'Acconto dell’addizionale comunale dell’anno prossimo',
  'figures.integration-back-due': 'Trattamento integrativo da restituire l’anno prossimo, entro luglio',
  'figures.wedge-back-due': 'Somma integrativa da restituire l’anno prossimo, entro settembre',
  'holidays.new-year': 'Capodanno',
  'holidays.epiphany': 'Epifania',
  'holidays.easter-sunday': 'Pasqua',
  'holidays.easter-monday': 'Lunedì dell’Angelo',
  'holidays.liberation': 'Festa della Liberazione',
  'holidays.labour-day': 'Festa dei lavoratori',
  'holidays.republic': 'Festa della Repubblica',
  'holidays.assumption': 'Assunzione (Ferragosto)',
  'holidays.saint-francis': 'San Francesco d’Assisi',
  'holidays.all-saints': 'Ognissanti',
  'holidays.immaculate-conception': 'Immacolata Concezione',
  'holidays.christmas': 'Natale',
  'holidays.saint-stephen': 'Santo Stefano',
  'holidays.patron-saint': 'Santo patrono',
  'authorities.inps': 'INPS',
  'authorities.inail': 'INAIL',
  'authorities.agenzia-entrate': 'Agenzia delle Entrate: IRPEF',
  'authorities.region': 'Addizionale regionale',
  'authorities.municipality': 'Addizionale comunale',
  'authorities.tfr': 'TFR da liquidare',
  'authorities.thirteenth': 'Tredicesima da liquidare',
  'checklist.call-announced': 'Ogni chiamata sarà comunicata al Ministero del Lavoro prima dell’inizio?',
  'checklist.risk-assessed': 'I rischi del lavoro sono stati valutati?',
  'checklist.credits-declared': 'Il lavoratore ha dichiarato quali detrazioni riconoscere?',
  'vat.iva-per-cassa': 'Operazione con IVA per cassa, art. 32-bis del D.L. 83/2012',
  'vat.reverse-charge': 'Inversione contabile: IVA a carico del cliente',
  'vat.outside-scope': 'Operazione non soggetta a IVA',
  'vat.split-payment':
    'Scissione dei pagamenti: IVA versata dal committente all’erario, DPR 633/1972 art. 17-ter',
  'vat.exempt-training': 'Esente IVA, DPR 633/1972 art. 10',
  'invoice.terms': 'Copia di cortesia: fa fede la fattura elettronica (D.Lgs. 127/2015, art. 1).',
}
