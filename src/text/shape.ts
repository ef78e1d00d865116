/** What another language must fill: the same keys and parameters, any words. */
export type Shape<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Said
    ? (...given: Given) => Shape<Said>
    : { readonly [Key in keyof T]: Shape<T[Key]> };
