export { all, at, decodeXml, parseXml, textAt, type XmlElement, XmlError } from './read.ts'
export { branch, escapeXml, leaf } from './write.ts'
