/**
 * Child processes that cannot outlive or outwait their parent: each leads a process group of its own, which is ended
 * when its time is up and when the parent ends. Plain Node, because it runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import process from 'node:process';

const windows = process.platform === 'win32';
const secondsOfGrace = 10;

/**
 * What runs, and the signal that ends it with all that it started.
 * @type {Map<import('node:child_process').ChildProcess, NodeJS.Signals>}
 */
const running = new Map();

process.on('exit', () => {
  for (const [child, signal] of running) end(child, signal);
});
for (const [signal, number] of [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
]) {
  process.on(signal, () => process.exit(128 + number));
}

/**
 * Starts a program that is of no use without its parent, such as a server. `options` are those of Node's `spawn`.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  return startInGroup(command, args, options, 'SIGKILL');
}

/** Kills a started program and everything that it started; does nothing if all of it has ended. */
export function stop(child) {
  running.delete(child);
  end(child, 'SIGKILL');
}

/**
 * Runs a program to its end and resolves to what came of it; never rejects. `output` is standard output and standard
 * error where `stdio` is `pipe`. `code` is null where the program did not end by itself: it could not start, or its time
 * was up. It may then end children that lead groups of their own before it is killed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { seconds: number }} options
 * @returns {Promise<{ code: number | null, output: string, reason: string }>}
 */
export function run(command, args, { seconds, ...options }) {
  return new Promise((resolve) => {
    const child = startInGroup(command, args, options, 'SIGTERM');
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk) => {
        output += chunk;
      });
    }
    let tooLong = false;
    let kill;
    const timer = setTimeout(() => {
      tooLong = true;
      end(child, 'SIGTERM');
      kill = setTimeout(() => stop(child), secondsOfGrace * 1000);
    }, seconds * 1000);
    const finish = (code, reason) => {
      clearTimeout(timer);
      clearTimeout(kill);
      resolve({ code, output, reason });
    };
    child.once('error', (error) => finish(null, error.message));
    child.once('exit', () => stop(child));
    child.once('close', (code, signal) => {
      if (tooLong) finish(null, `took longer than ${seconds} s`);
      else finish(code, signal === null ? `exit code ${code}` : `ended by ${signal}`);
    });
  });
}

function startInGroup(command, args, options, signal) {
  const child = spawn(command, args, { stdio: 'inherit', detached: !windows, shell: windows, ...options });
  running.set(child, signal);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

function end(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (windows) child.kill();
    else process.kill(-child.pid, signal);
  } catch (error) {
    // The group has ended already.
    if (error.code !== 'ESRCH') throw error;
  }
}
