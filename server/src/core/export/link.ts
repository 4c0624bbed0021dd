/** Gives the address that opens a line of a file, as the records name it; undefined where there is none. */
export type LinkTo = (file: string, line: number) => string | undefined;
