import fontoxpath, { type EvaluableExpression } from 'fontoxpath'
import { Document, type Element } from 'slimdom'

/*
 * The interpreter computes decimals as binary floating point, where 0.1 + 0.2 is not 0.3, and its integers end at sixteen
 * digits. The rules compare sums of amounts and check account numbers, so the results of arithmetic are put right here.
 */

const NAMESPACE = 'urn:samen:exact-numbers'
const PREFIX = 'exact-numbers'
const XQUERYX = 'http://www.w3.org/2005/XQueryX'

export const EXACT_PREFIXES: Readonly<Record<string, string>> = { [PREFIX]: NAMESPACE }

/** The number of eight decimals that is meant: right for amounts up to some ten million with what stands behind them. */
const near = (value: number): number => (Math.abs(value) < 1e20 ? Number(value.toFixed(8)) : value)

const define = fontoxpath.registerCustomXPathFunction
define({ namespaceURI: NAMESPACE, localName: 'near-decimal' }, ['xs:decimal'], 'xs:decimal', (_, n: number) =>
  near(n),
)
define({ namespaceURI: NAMESPACE, localName: 'near-double' }, ['xs:double'], 'xs:double', (_, n: number) =>
  near(n),
)
define(
  { namespaceURI: NAMESPACE, localName: 'modulo' },
  ['xs:string', 'xs:integer'],
  'xs:integer',
  (_, digits: string, modulus: number) => Number(BigInt(digits.trim()) % BigInt(modulus)),
)
fontoxpath.registerXQueryModule(`
  module namespace e = "${NAMESPACE}:module";
  declare namespace exact = "${NAMESPACE}";
  declare %public function e:near($result as item()*) as item()* {
    if (count($result) != 1 or $result instance of xs:integer) then $result
    else if ($result instance of xs:decimal) then exact:near-decimal($result)
    else if ($result instance of xs:double) then exact:near-double($result)
    else $result
  };
`)

export const EXACT_MODULES: Readonly<Record<string, string>> = { 'exact-module': `${NAMESPACE}:module` }

/** Whether anything is computed in an expression; most rules only look. */
const COMPUTES = /[*+]|\ssum\(|^sum\(|[(,]sum\(|\s-\s|\d\s*-|\)\s*-/

/**
 * The expression with the result of every sum, difference and product put right. `xs:integer(…) mod 97`, the check of an
 * account number of 24 digits and more, is asked of bigint.
 */
export function withExactNumbers(expression: string): EvaluableExpression {
  const modulo = withExactModulo(expression)
  if (!COMPUTES.test(modulo)) return modulo
  const language = { language: fontoxpath.Language.XPATH_3_1_LANGUAGE }
  const script = fontoxpath.parseScript<Element>(modulo, language, new Document())
  const computed = ['addOp', 'subtractOp', 'multiplyOp'].flatMap((name) =>
    script.getElementsByTagNameNS(XQUERYX, name),
  )
  const sums = script
    .getElementsByTagNameNS(XQUERYX, 'functionCallExpr')
    .filter((call) => call.firstElementChild?.textContent === 'sum')
  for (const result of [...computed, ...sums]) putRight(result)
  return script
}

/** Puts `exact-module:near(…)` around an expression of the syntax tree. */
function putRight(result: Element): void {
  const tree = result.ownerDocument as Document
  const make = (name: string) => tree.createElementNS(XQUERYX, `xqx:${name}`)
  const [call, name, values] = [make('functionCallExpr'), make('functionName'), make('arguments')]
  name.setAttributeNS(XQUERYX, 'xqx:prefix', 'exact-module')
  name.append('near')
  result.replaceWith(call)
  values.append(result)
  call.append(name, values)
}

const READ_AS_NUMBER = /xs:(?:integer|decimal)\(/

function withExactModulo(expression: string): string {
  const found = READ_AS_NUMBER.exec(expression)
  if (!found) return expression
  const inside = found.index + found[0].length
  const end = closing(expression, inside)
  const argument = withExactModulo(expression.slice(inside, end))
  const rest = expression.slice(end + 1)
  const modulus = /^\s+mod\s+(\d+)/.exec(rest)
  const before = expression.slice(0, found.index)
  return modulus
    ? `${before}${PREFIX}:modulo(string(${argument}), ${modulus[1]})${withExactModulo(rest.slice(modulus[0].length))}`
    : `${before}${found[0]}${argument})${withExactModulo(rest)}`
}

/** Where the bracket ends that is open before `from`. */
function closing(expression: string, from: number): number {
  let depth = 1
  let quote = ''
  for (let at = from; at < expression.length; at++) {
    const char = expression[at] ?? ''
    if (quote) quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '(') depth += 1
    else if (char === ')' && --depth === 0) return at
  }
  return expression.length
}
