/** The formats that threads write article by article, so that a large result takes no memory. */
export const streamedFormats = ['json', 'jsonl', 'csv'] as const;
export type StreamedFormat = (typeof streamedFormats)[number];

export function isStreamed(format: string): format is StreamedFormat {
  return streamedFormats.some((streamed) => streamed === format);
}
