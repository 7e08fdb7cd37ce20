import type { Locale } from '@samen/core/country'

const QUOTA =
  'De {{annualPay}} al año se restan {{annualContributions}} de cotizaciones, {{expenses}} de gastos y {{reduction}} por trabajo: la base es {{base}}, el mínimo personal y familiar {{minimum}}, la cuota del año {{quota}}, menos {{mortgage}} por hipoteca.'

export const es: Locale = {
  'lines.common-contingencies': 'Contingencias comunes',
  'lines.common-contingencies-settled': 'Contingencias comunes, regularización anual',
  'lines.sickness': 'Incapacidad temporal',
  'lines.pensioner-solidarity': 'Cotización especial de solidaridad de pensionistas en activo',
  'lines.equity': 'Mecanismo de equidad intergeneracional (MEI)',
  'lines.unemployment': 'Desempleo',
  'lines.unemployment-settled': 'Desempleo, regularización anual',
  'lines.wage-guarantee': 'Fondo de Garantía Salarial (FOGASA)',
  'lines.training': 'Formación profesional',
  'lines.work-accident': 'Accidentes de trabajo y enfermedades profesionales',
  'lines.solidarity-1': 'Cotización de solidaridad, primer tramo',
  'lines.solidarity-2': 'Cotización de solidaridad, segundo tramo',
  'lines.solidarity-3': 'Cotización de solidaridad, tercer tramo',
  'lines.solidarity-before': 'Cotización de solidaridad ya soportada en el mes',
  'lines.solidarity-settled': 'Cotización de solidaridad, regularización anual',
  'lines.overtime': 'Cotización por horas extraordinarias',
  'lines.overtime-emergency': 'Cotización por horas extraordinarias de fuerza mayor',
  'lines.short-contract': 'Cotización adicional por contrato de corta duración',
  'lines.end-indemnity': 'Provisión de la indemnización por fin de contrato',
  'lines.wage-tax': 'Retención a cuenta del IRPF',
  'rules.common':
    'Pensiones, enfermedad y familia, sobre la retribución de {{pay}} con pagas extra prorrateadas y sin horas extraordinarias, como mínimo {{least}} y como máximo {{most}}.',
  'rules.common-artist':
    'Los artistas cotizan por días de actuación: {{pay}} en lo que va de mes, como máximo las bases a cuenta {{most}}, como mínimo {{least}}; se resta lo ya cotizado.',
  'rules.pensioner-solidarity':
    'Percibes una pensión de jubilación mientras trabajas: se debe una cotización especial en lugar de las de jubilación y desempleo.',
  'rules.equity': 'Cotización adicional que refuerza la reserva de pensiones.',
  'rules.unemployment-permanent':
    'Desempleo de contratos indefinidos y de sustitución y de personas con discapacidad.',
  'rules.unemployment-temporary': 'Desempleo de contratos de duración determinada.',
  'rules.wage-guarantee': 'Paga tu salario si la empresa es insolvente. Corre a cargo de la empresa.',
  'rules.training': 'Financia la formación profesional.',
  'rules.work-accident':
    'La empresa asegura los accidentes de trabajo al tipo de su actividad o de tu ocupación, {{activity}}: {{temporary}} por incapacidad temporal y {{permanent}} por invalidez, muerte y supervivencia.',
  'rules.work-accident-own': 'La empresa asegura los accidentes de trabajo al tipo que tiene asignado.',
  'rules.solidarity':
    'Por la retribución que supera el tope: de {{pay}} la parte por encima de {{from}}, tramo a tramo. No genera prestaciones.',
  'rules.solidarity-before':
    'Toda la retribución del mes se considera junta; se resta lo soportado en pagos anteriores.',
  'rules.training-contract':
    'El contrato de formación en alternancia paga cuotas fijas al mes y, sobre la base que exceda de la mínima, los tipos ordinarios.',
  'rules.overtime': 'Las horas extraordinarias tienen su propia cotización.',
  'rules.overtime-emergency': 'Las horas extraordinarias de fuerza mayor tienen una cotización menor.',
  'rules.short-contract':
    'Un contrato temporal de menos de 30 días, aquí {{days}}, cuesta a la empresa {{amount}} a su fin.',
  'rules.end-indemnity':
    'Doce días de salario por año, debidos al terminar un contrato temporal; veinte para artistas con más de dieciocho meses.',
  'rules.artist-settlement':
    'La retribución artística del año, {{pay}}, bajo el tope anual de {{ceiling}}, sustituye a las bases a cuenta de {{before}}.',
  'rules.artist-solidarity-settlement':
    'Por la retribución del año de {{pay}} por encima de {{ceiling}} la cotización de solidaridad es {{due}}; ya se soportó {{before}}.',
  'rules.wage-tax': `${QUOTA} Dividida entre la retribución anual y truncada a dos decimales, el tipo es {{rate}}.`,
  'rules.wage-tax-exempt':
    'Tu retribución anual de {{annualPay}} no supera el límite excluyente de retención de tu situación familiar.',
  'rules.wage-tax-least':
    'Artistas y contratos inferiores al año soportan al menos el 2 %, en Ceuta y Melilla el 0,8 %; otras relaciones especiales más. El tipo es {{rate}}.',
  'rules.wage-tax-kept':
    'Nada ha cambiado desde que se calculó el tipo: {{rate}} sobre {{annualPay}} al año.',
  'rules.wage-tax-regularised': `${QUOTA} Ya se retuvo {{before}}; el resto sobre los {{left}} que quedan por pagar, truncado a dos decimales y dentro de los límites de la regularización, es {{rate}}.`,
  'rules.wage-tax-requested': 'Pediste el tipo superior de {{rate}}.',
  'rules.wage-tax-day-labour':
    'Los jornales sueltos soportan el tipo de cien jornales, {{pay}}: {{rate}}. No se regulariza.',
  'rules.non-resident': 'Resides en el extranjero y pagas un tipo fijo sobre tu retribución.',
  'rules.arrears': 'Los atrasos de años anteriores tienen un tipo fijo.',
  'rules.course': 'Cursos, conferencias y obras de autor tienen un tipo fijo.',
  'rules.small-author': 'Los autores con pocos ingresos tienen un tipo fijo menor.',
  'rules.wage': 'El salario acordado por el trabajo.',
  'rules.artist-pay': 'La retribución artística o técnica por la contratación.',
  'rules.extra-pay': 'Una de las dos pagas extraordinarias del año.',
  'rules.one-off': 'Pago aparte del salario ordinario.',
  'rules.holiday': 'Vacaciones no disfrutadas, pagadas al fin del contrato.',
  'rules.exempt':
    'Indemnizaciones y dietas dentro de los límites legales, exentas de impuesto y cotizaciones.',
  'earnings.wage': 'Salario',
  'earnings.artist-pay': 'Retribución artística',
  'earnings.extra-pay': 'Paga extraordinaria',
  'earnings.one-off': 'Pago único',
  'earnings.holiday': 'Vacaciones no disfrutadas',
  'earnings.exempt': 'Indemnizaciones y dietas exentas',
  'figures.common-base': 'Base de contingencias comunes',
  'figures.professional-base': 'Base de contingencias profesionales',
  'figures.annual-pay': 'Retribución anual en que se basa el tipo',
  'figures.minimum-wage': 'Salario mínimo del período',
  'figures.minimum-wage-shortfall': 'Falta hasta el salario mínimo',
  'holidays.new-year': 'Año Nuevo',
  'holidays.epiphany': 'Epifanía del Señor',
  'holidays.maundy-thursday': 'Jueves Santo',
  'holidays.good-friday': 'Viernes Santo',
  'holidays.easter-monday': 'Lunes de Pascua',
  'holidays.labour-day': 'Fiesta del Trabajo',
  'holidays.assumption': 'Asunción de la Virgen',
  'holidays.national-day': 'Fiesta Nacional de España',
  'holidays.all-saints': 'Todos los Santos',
  'holidays.constitution': 'Día de la Constitución',
  'holidays.immaculate-conception': 'Inmaculada Concepción',
  'holidays.christmas': 'Navidad',
  'holidays.regional-day': 'Día de la comunidad autónoma',
  'authorities.tgss': 'Tesorería General de la Seguridad Social',
  'authorities.aeat': 'Agencia Tributaria: retenciones de IRPF',
  'authorities.end-indemnity': 'Indemnizaciones por fin de contrato por pagar',
  'vat.criterio-de-caja': 'Régimen especial del criterio de caja',
  'vat.reverse-charge': 'Inversión del sujeto pasivo',
  'vat.outside-scope': 'No sujeta al IVA, art. 69 de la Ley 37/1992',
  'vat.exempt-training': 'Exenta de IVA, art. 20.Uno.9º de la Ley 37/1992',
  'vat.exempt-culture': 'Exenta de IVA, art. 20.Uno.14º de la Ley 37/1992',
}
