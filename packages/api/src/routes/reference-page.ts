import { html, raw } from 'hono/html'

type Json = Record<string, unknown>
interface Operation {
  summary?: string
  tags?: string[]
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Json }[]
  requestBody?: { content?: Record<string, { schema?: Json }> }
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: Json }> }>
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** The API reference as one page of our own: no script, nothing from elsewhere. */
export function referencePage(specs: {
  info: { title: string; description?: string }
  paths: object
  components: object
}) {
  const groups = new Map<string, { method: string; path: string; operation: Operation }[]>()
  for (const [path, item] of Object.entries(specs.paths as Record<string, Record<string, Operation>>))
    for (const method of methods) {
      const operation = item[method]
      if (!operation) continue
      const tag = operation.tags?.[0] ?? 'Other'
      groups.set(tag, [...(groups.get(tag) ?? []), { method, path, operation }])
    }
  const schemas = (specs.components as { schemas?: Record<string, Json> }).schemas ?? {}
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${specs.info.title} API</title>
<style>${raw(style)}</style>
</head>
<body>
<header><h1>${specs.info.title} API</h1><p>${specs.info.description ?? ''}</p>
<p><a href="/v1/openapi.json">OpenAPI document</a></p></header>
<nav aria-label="Sections">${[...groups.keys()].map((tag) => html`<a href="#${slug(tag)}">${tag}</a> `)}<a href="#schemas">Schemas</a></nav>
<main>
${[...groups].map(
  ([tag, operations]) =>
    html`<section id="${slug(tag)}"><h2>${tag}</h2>${operations.map(operationSection)}</section>`,
)}
<section id="schemas"><h2>Schemas</h2>
${Object.entries(schemas).map(
  ([name, schema]) =>
    html`<details id="schema-${name}"><summary>${name}</summary><pre tabindex="0">${print(schema)}</pre></details>`,
)}
</section>
</main>
</body>
</html>`
}

function operationSection({
  method,
  path,
  operation,
}: {
  method: string
  path: string
  operation: Operation
}) {
  const bodies = Object.entries(operation.requestBody?.content ?? {})
  const answers = Object.entries(operation.responses ?? {}).filter(([status]) => status !== 'default')
  return html`<details><summary><b class="${method}">${method.toUpperCase()}</b> <code>${path}</code> <span>${operation.summary ?? ''}</span></summary>
${
  operation.parameters?.length
    ? html`<h3>Parameters</h3><ul>${operation.parameters.map(
        (parameter) =>
          html`<li><code>${parameter.name}</code> (${parameter.in}${parameter.required ? ', required' : ''}) ${parameter.description ?? String(parameter.schema?.description ?? '')}</li>`,
      )}</ul>`
    : ''
}
${bodies.map(([type, { schema }]) => html`<h3>Body, ${type}</h3>${schemaView(schema)}`)}
${answers.map(
  ([status, { description, content }]) =>
    html`<h3>Answer ${status}</h3><p>${description ?? ''}</p>${Object.entries(content ?? {}).map(
      ([type, { schema }]) => html`<p>${type}</p>${schemaView(schema)}`,
    )}`,
)}
</details>`
}

function schemaView(schema: Json | undefined) {
  const name = typeof schema?.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined
  return name
    ? html`<p><a href="#schema-${name}">${name}</a></p>`
    : html`<pre tabindex="0">${print(schema)}</pre>`
}

const print = (schema: unknown) => JSON.stringify(schema, null, 2) ?? ''
const slug = (tag: string) => tag.toLowerCase().replace(/[^a-z]+/g, '-')

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 0 auto; padding: 1rem }
nav { display: flex; flex-wrap: wrap; gap: 1rem; padding: .5rem 0 }
details { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .5rem 0 }
summary { cursor: pointer }
summary b { display: inline-block; width: 4rem; font-size: .8rem }
summary span { opacity: .8; margin-left: .5rem }
pre { overflow: auto; padding: .75rem; background: color-mix(in srgb, currentColor 7%, transparent); border-radius: .5rem }
h3 { font-size: 1rem; margin: .75rem 0 .25rem }
`
