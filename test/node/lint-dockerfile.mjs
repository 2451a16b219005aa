// Checks the Dockerfile that is named with the linter of Docker's language server. Out: a line for each fault
import { readFileSync } from "node:fs";
import { validate } from "dockerfile-utils";

for (const { range, message } of validate(readFileSync(process.argv[2], "utf8"))) {
  process.stdout.write(`line ${range.start.line + 1}: ${message}\n`);
}
