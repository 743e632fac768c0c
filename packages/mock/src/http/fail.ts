// Does to an answer what a fault says, where it would have been sent.
import type { ServerResponse } from 'node:http';
import type { Fault } from '../traffic/faults.ts';

/** No HTTP; the same each time, as all that the mock does. */
const GARBAGE = Buffer.alloc(64, '\0\xff', 'latin1');

/** An answer that is complete but for its way: its head is given, not sent yet. */
export interface Ready {
  response: ServerResponse;
  writeHead: () => void;
  text: string;
}

export function fail(fault: Fault, { response, writeHead, text }: Ready): void {
  const { socket } = response;
  switch (fault) {
    // It ends with the caller's patience, or the mock.
    case 'hang':
      return;
    case 'reset':
      socket?.resetAndDestroy();
      return;
    case 'garbage':
      socket?.end(GARBAGE);
      return;
    case 'cut': {
      const half = text.slice(0, text.length / 2);
      // Where there is no body to cut, the head is.
      if (half === '') socket?.end('HTTP/1.1 ');
      else {
        writeHead();
        response.write(half, () => socket?.destroySoon());
      }
    }
  }
}
