// Lets virtual-alexa talk to a skill by its address. Each line in is what the athlete does, as JSON:
// {"launch": true}, {"say": "i'm ready"} or {"leave": true}. Each line out is the request's type and
// the skill's answer, or the error that kept virtual-alexa from sending one.
"use strict";

const readline = require("readline");
const { VirtualAlexa } = require("virtual-alexa");

const [url, model, user] = process.argv.slice(2);
const alexa = VirtualAlexa.Builder().skillURL(url).interactionModelFile(model).create();
alexa.context().user().setID(user);

let request = {};
alexa.filter((json) => {
  request = json.request;
});

function happens(turn) {
  if (turn.launch) return alexa.launch();
  return turn.leave ? alexa.endSession() : alexa.utter(turn.say);
}

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    try {
      const answer = await happens(JSON.parse(line));
      console.log(JSON.stringify({ request, answer }));
    } catch (error) {
      console.log(JSON.stringify({ error: String(error) }));
    }
  }
}

main();
