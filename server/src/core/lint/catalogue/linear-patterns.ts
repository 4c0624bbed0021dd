import { RE2JS } from 're2js';
import type { PatternEngine } from './patterns.ts';

/**
 * An engine in which every pattern takes time linear in the text, so that nothing a catalogue says can hang an editor.
 * It knows no look-around and no back references, and refuses repetitions that would grow too large.
 */
export const linearPatterns: PatternEngine = (source) => RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
