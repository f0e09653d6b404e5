"""Does with redis-py what it is told, one order a line, and answers each with one line."""

import sys
import time

import redis

PATIENCE_SECONDS = 15

port, key = int(sys.argv[1]), sys.argv[2]
store = redis.Redis(host="127.0.0.1", port=port, decode_responses=True)
transaction = store.pipeline()


def poll(state):
    """As the tutorial's service reads, only more often."""
    end = time.monotonic() + PATIENCE_SECONDS
    seen = store.get(key)
    while seen != state and time.monotonic() < end:
        time.sleep(0.01)
        seen = store.get(key)
    return seen


def watch():
    transaction.watch(key)
    return "watching"


def execute(state):
    transaction.multi()
    transaction.set(key, state)
    try:
        transaction.execute()
    except redis.WatchError:
        return "changed"
    return "done"


orders = {
    "set": lambda state: store.set(key, state),
    "get": lambda: store.get(key),
    "poll": poll,
    "watch": watch,
    "execute": execute,
}

for line in sys.stdin:
    name, *arguments = line.split()
    print(orders[name](*arguments), flush=True)
