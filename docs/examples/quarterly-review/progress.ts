/** Tells how far a long step is: a bar that is drawn over on a terminal, else one plain line for each step. */
export interface Progress {
  step(title: string): (done: number, all: number) => void;
  end(): void;
}

const WIDTH = 24;

export function progressOn(stream: NodeJS.WriteStream): Progress {
  let open = false;
  const close = () => {
    if (open) stream.write("\n");
    open = false;
  };
  return {
    step(title) {
      close();
      if (!stream.isTTY) {
        stream.write(`${title} ...\n`);
        return () => {};
      }
      let shown = "";
      open = true;
      stream.write(`\r${title}`);
      return (done, all) => {
        const filled = Math.floor((done / Math.max(all, 1)) * WIDTH);
        const text = `\r${title} [${"#".repeat(filled)}${" ".repeat(WIDTH - filled)}] ${done}/${all}`;
        if (filled === WIDTH || text !== shown) stream.write(text);
        shown = text;
      };
    },
    end: close,
  };
}
