"""The Alexa channel: requests become commands, replies become answers; no coaching happens here."""
