export { compilePdf, type PdfSource } from './compile.ts'
export { invoiceDocument } from './invoice-document.ts'
export { payslipDocument } from './payslip-document.ts'
export { renderPdf } from './render-pdf.ts'
