// Checks a state machine's definition, given on stdin, with asl-validator. Out: {"isValid", "errors"}
import { readFileSync } from "node:fs";
import validator from "asl-validator";

const validate = validator.default ?? validator;
const { isValid, errorsText } = validate(JSON.parse(readFileSync(0, "utf8")));
process.stdout.write(JSON.stringify({ isValid, errors: isValid ? "" : errorsText("\n") }));
