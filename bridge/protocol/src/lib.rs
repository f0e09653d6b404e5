//! Protocol 1: the messages that cross the WebSocket between a browser and the bridge, and nothing else.
