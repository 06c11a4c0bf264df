// The package brings no types.
declare module "rdf-canonize" {
  export function canonize(
    input: string,
    options: { readonly algorithm: "RDFC-1.0"; readonly inputFormat: string; readonly format: string },
  ): Promise<string>;
}
