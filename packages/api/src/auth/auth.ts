export interface Auth {
  handler(request: Request): Promise<Response>
}
